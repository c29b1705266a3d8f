/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-chance.h"
#include "challenge/audit-steps.h"

G_BEGIN_DECLS

/* One false word in twenty histories, however often the status changes. */
#define AUDIT_COUNTS_LEVEL 0.05

/* The cases behind each period with a status and the one before, told apart exactly: shares of
 * cases by Fisher's test, counts among or during so much by that of two counts.  All of this is as
 * if cases fell out singly; what moves many of them at once is not chance to it.
 */
typedef struct {
  double *chances;  /* shape (n_rows): adjusted for how many there are; NaN where none */
  const char *test; /* "fisher" or "two-counts"; NULL where the figure is neither */
  guint n_steps;    /* with cases on both sides, all of which are allowed for */
  guint n_tested;   /* of which so many are changes of status */
  guint n_beyond;   /* and so many of these are not put down to chance */
  guint n_missed;   /* nor so many steps that changed no status */
  guint n_untold;   /* changes within one way of counting without cases on both sides */
  gboolean speaks;  /* whether it, and not the size of steps, says what a change holds */
} AuditCounts;

void audit_counts_fill (AuditCounts *self,
                        const AuditRows *rows,
                        const AuditSteps *steps,
                        const AuditLevels *levels);
void audit_counts_clear (AuditCounts *self);

G_END_DECLS
