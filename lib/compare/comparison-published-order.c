/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-published-order.h"

#include "compare/comparison-published.h"

#include <math.h>

static RankedArea *
area_at (const PublishedOrder *self, guint index)
{
  return &g_array_index (self->areas, RankedArea, index);
}

const RankedArea *
published_order_get (const PublishedOrder *self, guint index)
{
  return area_at (self, index);
}

/* Whether more pairs stand with the larger value at the later rank than the other way. */
static gboolean
goes_upward (const PublishedOrder *self)
{
  gint64 balance = 0;

  for (guint i = 0; i < self->areas->len; i++)
    for (guint k = 0; k < i; k++) {
      const RankedArea *one = area_at (self, i), *other = area_at (self, k);
      const int ranks = (one->published > other->published) - (one->published < other->published);
      const int values = (one->value > other->value) - (one->value < other->value);

      balance += ranks * values;
    }

  return balance > 0;
}

/* The places that @self may have among all, by rank and by value. */
static void
place (const PublishedOrder *order, RankedArea *self)
{
  guint n_before = 0, n_ahead = 0, n_same_rank = 0, n_same_value = 0;

  for (guint i = 0; i < order->areas->len; i++) {
    const RankedArea *other = area_at (order, i);
    const gboolean is_same = other->value == self->value;

    n_before += other->published < self->published;
    n_same_rank += other->published == self->published;
    n_same_value += is_same;
    n_ahead += !is_same && (other->value < self->value) == order->is_upward;
    self->is_tied_off |= is_same && other->published != self->published;
  }
  self->first = n_before + 1;
  self->last = n_before + n_same_rank;
  self->upper = n_ahead + 1;
  self->lower = n_ahead + n_same_value;
}

/* Counted from the end that ranks begin with; where its value puts it among all is always open. */
static void
open_places (const PublishedOrder *order, const ComparisonFigures *figures, RankedArea *self)
{
  const AreaFigure *area = comparison_figures_get (figures, self->index);
  const guint n = figures->areas->len;
  guint n_ahead = 0, n_same = 0;

  for (guint i = 0; i < n; i++) {
    const double value = comparison_published_get_value (figures, i);

    n_same += value == self->value;
    n_ahead += value != self->value && (value < self->value) == order->is_upward;
  }
  self->nearest = order->is_upward ? n + 1 - area->high_of_all : area->low_of_all;
  self->furthest = order->is_upward ? n + 1 - area->low_of_all : area->high_of_all;
  self->nearest = MIN (self->nearest, n_ahead + 1);
  self->furthest = MAX (self->furthest, n_ahead + n_same);
}

static void
collect (PublishedOrder *self, const ComparisonFigures *figures, const double *ranks)
{
  for (guint i = 0; i < figures->areas->len; i++) {
    const RankedArea area = { .index = i,
                              .published = ranks[i],
                              .value = comparison_published_get_value (figures, i) };

    if (isfinite (ranks[i]))
      g_array_append_val (self->areas, area);
  }
  self->n_unranked = figures->areas->len - self->areas->len;
}

void
published_order_init (PublishedOrder *self, const ComparisonFigures *figures, const double *ranks)
{
  *self = (PublishedOrder){ .has_places = figures->has_places };
  self->areas = g_array_new (FALSE, FALSE, sizeof (RankedArea));
  collect (self, figures, ranks);
  self->is_upward = goes_upward (self);
  for (guint i = 0; i < self->areas->len; i++) {
    RankedArea *area = area_at (self, i);

    place (self, area);
    open_places (self, figures, area);
    self->n_elsewhere += !ranked_area_is_in_order (area);
    self->n_tied_off += area->is_tied_off;
  }
}

void
published_order_clear (PublishedOrder *self)
{
  g_clear_pointer (&self->areas, g_array_unref);
}

/* As the ranks are in order, or by the number itself: one at another place moves the order of all
 * between, and no number but its own.
 */
gboolean
ranked_area_is_in_order (const RankedArea *self)
{
  return (self->first <= self->lower && self->upper <= self->last) ||
         (self->published >= self->upper && self->published <= self->lower);
}

/* Those without a rank may stand before it. */
gboolean
published_order_leaves_open (const PublishedOrder *self, const RankedArea *area)
{
  return (area->first <= area->furthest && area->nearest <= area->last + self->n_unranked) ||
         (area->published >= area->nearest && area->published <= area->furthest);
}
