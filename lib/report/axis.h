/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A scale with round numbers at its ends. */
typedef struct {
  double first; /* lowest tick */
  double last;  /* highest tick */
  double step;
  guint n_ticks;
  guint decimals; /* that a tick's label needs */
} Axis;

/* Covers [@low, @high] with about @wanted ticks on 1, 2, 2.5 or 5 times a power of ten.
 * @low and @high must be finite.
 */
Axis axis_cover (double low, double high, guint wanted);
double axis_tick (const Axis *self, guint index);

G_END_DECLS
