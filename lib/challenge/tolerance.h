/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A family of rules with one number in it, the tolerance t, and no word on which side of
 * the target is wanted, which each row is free to have its own way.  With g for how far a
 * value is from its target: level 0 at or beyond the target; level 1 short of it by g <= t;
 * level 2 short of it by g > t.
 */

/* Whether tolerance @t gives a row at distance @gap its @level.  A row at level 0 fits any
 * tolerance: on the wanted side or exactly at the target.
 */
gboolean tolerance_gives (double t, double gap, int level);

/* A row that no tolerance gives: at the target, and yet not at level 0. */
gboolean tolerance_never_gives (double gap, int level);

/* Tolerances from @low up to but without @high, which all give the same rows. */
typedef struct {
  double low, high;
  gsize n_given;
} ToleranceSpan;

/* All spans of tolerances that give as many rows as any does, in order.  The ends are gaps
 * of rows, exactly: what a tolerance gives can change nowhere else.  (element-type ToleranceSpan)
 */
GArray *tolerance_best_spans (const double *gaps, const int *levels, gsize n_rows);

G_END_DECLS
