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

/* The cases behind the two periods of each change of status, told apart exactly: shares of cases
 * by Fisher's test, counts among or during so much by that of two counts.  All of this is as if
 * cases fell out singly; what moves many of them at once is not chance to it.
 */
typedef struct {
  double *chances;  /* shape (n_rows): adjusted for how many there are; NaN where none */
  const char *test; /* "fisher" or "two-counts"; NULL where the figure is neither */
  guint n_tested;   /* changes with cases on both sides */
  guint n_beyond;   /* of which so many are not put down to chance */
  gboolean speaks;  /* whether it, and not the size of steps, says what a change holds */
} AuditCounts;

void audit_counts_fill (AuditCounts *self,
                        const AuditRows *rows,
                        const AuditSteps *steps,
                        const AuditLevels *levels);
void audit_counts_clear (AuditCounts *self);

G_END_DECLS
