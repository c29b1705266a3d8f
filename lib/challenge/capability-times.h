/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/wait-spans.h"

G_BEGIN_DECLS

/* A case that ended; where several ended at the same moment, by lot. */
typedef struct {
  double end; /* days since 1 January 1970 */
  guint64 lot;
  double length; /* in the days that are counted */
  /* Not longer than what is in the record from its first day on. */
  gboolean is_settled;
} SingleTime;

/* Single cases in the order in which they ended, of the time in which short and long ones that end
 * are all in the record.
 */
typedef struct {
  GArray *times;  /* of SingleTime */
  double from;    /* NaN where no case is there */
  double settled; /* days of the calendar that 19 of 20 last at most */
  double to;      /* a whole day, the last */
  gsize n_ended;  /* those that are not in @times too */
} CapabilityTimes;

/* Rows of one case are tied together, from its first start to its last end. */
void capability_times_init (CapabilityTimes *self, const WaitSpans *spans, guint64 seed);
void capability_times_clear (CapabilityTimes *self);

G_END_DECLS
