/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* One area that was ranked. */
typedef struct {
  guint index;        /* of the areas that are compared */
  double published;   /* its rank */
  double value;       /* as it was published, or as counted */
  guint first, last;  /* places that its rank leaves open, among those that are ranked */
  guint upper, lower; /* places that its value leaves open: more than one where others have it */
  guint nearest;      /* places that figures leave open, from number 1 on */
  guint furthest;
  gboolean is_tied_off; /* another of the same value has another rank */
} RankedArea;

/* What was published of the order of areas.  The order of ranks counts: whether they go on at 2 or
 * 4 after three that share the first, and whether those left out have one, does not matter.
 */
typedef struct {
  GArray *areas;      /* of RankedArea */
  guint n_unranked;   /* areas that are compared and have no rank */
  gboolean is_upward; /* number 1 is the smallest value */
  guint n_elsewhere;  /* ranked otherwise than their values go */
  guint n_tied_off;
  gboolean has_places; /* whether it is known which places figures leave open */
} PublishedOrder;

/* By the ranks of @ranks, shape (n areas), NaN where there is none. */
void
published_order_init (PublishedOrder *self, const ComparisonFigures *figures, const double *ranks);
void published_order_clear (PublishedOrder *self);

const RankedArea *published_order_get (const PublishedOrder *self, guint index);

/* Whether its rank is where its value is, and whether figures leave its rank open. */
gboolean ranked_area_is_in_order (const RankedArea *self);
gboolean published_order_leaves_open (const PublishedOrder *self, const RankedArea *area);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PublishedOrder, published_order_clear)

G_END_DECLS
