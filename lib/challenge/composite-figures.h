/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/composite-published.h"

G_BEGIN_DECLS

/* One unit. */
typedef struct {
  double score;
  guint32 place, low, high; /* the last two with other weights */
  double first;             /* share of the sets of weights with which it has the first place */
  gboolean is_within;       /* all its components that have a band */
  double stays;             /* the chance that it still is the next time; NaN where not known */
} CompositeUnit;

/* How much of one component another makes up. */
typedef struct {
  guint part, other;
  KernelExchange exchange;
} CompositeExchange;

typedef struct {
  GArray *units;     /* of CompositeUnit */
  GArray *exchanges; /* of CompositeExchange, each ordered pair */
  CompositePublished published;
  double width;   /* places that half of the units span at least */
  guint n_banded; /* components with a band */
  guint n_within;
  double n_lost; /* of those within, expected beyond the next time; NaN where not known */
} CompositeFigures;

/* Of a reading that can tell; it also fills what @reading says of its parts without their ends. */
void composite_figures_init (CompositeFigures *self, CompositeReading *reading);
void composite_figures_clear (CompositeFigures *self);

G_END_DECLS
