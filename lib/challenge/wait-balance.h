/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/wait-spans.h"

G_BEGIN_DECLS

/* Whether as many are open as come of how fast cases end and how long they take. */
typedef struct {
  double days;       /* of the second half of the record */
  gsize n_finished;  /* that ended in it */
  double mean;       /* how long these took */
  double weekday;    /* open ones on the last day's day of the week, over those on all days */
  double expected;   /* open cases on such a day if nothing changed */
  double ratio;      /* open ones over expected ones; NaN where it cannot be told */
  double deviations; /* how far from 1, in standard errors */
} WaitBalance;

/* Little's law.  With counts that come by chance the open ones vary by their root, and what is
 * expected by the spread of what ended: together that is how far 1 may be missed.
 */
void wait_balance_init (WaitBalance *self, const WaitSpans *spans);
gboolean wait_balance_is_far (const WaitBalance *self);

G_END_DECLS
