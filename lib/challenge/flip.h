/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-rows.h"

G_BEGIN_DECLS

/* The smallest move that gives a row another status. */
typedef struct {
  gint64 n_cases;     /* of the numerator, at the same denominator; -1 without counts */
  double distance;    /* in the value's own units; NaN where no move does */
  int direction;      /* 1 up, -1 down, 0 where no move does */
  double value;       /* after the move */
  const char *status; /* after the move: the rule's words; NULL where there is none */
} Flip;

/* With counts in cases.  Otherwise in the last digit that is printed.  Down before up
 * where both are as near.
 */
Flip flip_find (const AuditRows *rows, gsize row);

G_END_DECLS
