/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where values go from one level to another, and by how much. */
typedef struct {
  gsize at;
  double size;
} OneStep;

/* The clearest single step of values, NaN where one is missing; FALSE where there is no room for
 * it, or it takes less than two fifths of their squares about the mean.
 */
gboolean one_step_find (gsize n, const double *values, OneStep *step);

/* Puts the values from a step on on the level of those before. */
void one_step_take_off (const OneStep *step, gsize n, const double *values, double *without);

/* Whether what is left of values, NaN where one is missing, is so much less without such a step
 * that there is one: by Schwarz's criterion, a step costing six parameters.
 */
gboolean one_step_is_there (gsize n, const double *left, const double *left_without);

G_END_DECLS
