/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-chance.h"

G_BEGIN_DECLS

/* What else may stand behind a status than the figure: rounding, few cases, another rule. */
typedef struct {
  guint n_rounded;       /* rows whose status rounding decided */
  gsize rounded;         /* the last of them */
  double exact;          /* its value before rounding */
  const char *unrounded; /* and the status of that */

  double one_case;    /* how far one case moves the latest figure; NaN where it is not too far */
  double width;       /* of the band that is too narrow for it */
  const char *narrow; /* the status of the band */

  guint n_moves;        /* how often another rule or target came into force */
  gsize moved;          /* the first row of the first */
  gboolean is_mid_year; /* whether that is amid a year, however years are counted */
  guint n_after;        /* rows since with a status */
  guint n_other;        /* of which the rule before would have given another */

  gboolean has_arrows; /* whether directions are published */
  guint n_values;      /* in the longest run without a gap */
  guint n_turns;       /* of them with both neighbours below, or above */
} AuditTraps;

void audit_traps_init (AuditTraps *self);
void audit_traps_find (AuditTraps *self, const AuditRows *rows, const AuditChance *chance);

/* Turning points of that many values that have nothing to do with each other. */
double audit_traps_expect_turns (guint n_values);

G_END_DECLS
