/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-published-ranks.h"

#include "base/finding-list.h"
#include "base/number.h"
#include "compare/comparison-names.h"
#include "compare/comparison-published-order.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct {
  const ComparisonFigures *figures;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

static double *
dup_published (const ComparisonFigures *figures, gboolean quartiles)
{
  double *published = g_new (double, figures->areas->len + 1);

  for (guint i = 0; i < figures->areas->len; i++) {
    const AreaRow *row =
        &g_array_index (figures->rows, AreaRow, comparison_figures_get (figures, i)->row);
    published[i] = quartiles ? row->published_quartile : row->published_rank;
  }

  return published;
}

static void
insert_count (GVariantDict *facts, const char *key, guint n)
{
  g_variant_dict_insert (facts, key, "x", (gint64) n);
}

static void
insert_names (GVariantDict *facts, const GPtrArray *names)
{
  g_autofree char *list = comparison_names_dup_list (names);

  g_variant_dict_insert (facts, "names", "s", list);
}

/* Which value number 1 has. */
static void
insert_first (GVariantDict *facts, const PublishedOrder *order)
{
  g_variant_dict_insert (facts, "first", "s", order->is_upward ? "smallest" : "largest");
}

/* --- Ranks beside the places that figures leave open ----------------------------------------- */

/* “a (ranked 5; 8 to 12 left open)”. */
static GPtrArray *
names_outside (const Saying *self, const PublishedOrder *order)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < order->areas->len; i++) {
    const RankedArea *area = published_order_get (order, i);
    g_autofree char *name = comparison_name_dup (self->figures, area->index);
    char rank[NUMBER_TEXT_SIZE];

    if (!published_order_leaves_open (order, area))
      g_ptr_array_add (names, g_strdup_printf ("%s (ranked %s; %u to %u left open)", name,
                                               number_format (area->published, rank), area->nearest,
                                               area->furthest));
  }

  return names;
}

static double
mean_open (const PublishedOrder *order)
{
  double sum = 0;

  for (guint i = 0; i < order->areas->len; i++) {
    const RankedArea *area = published_order_get (order, i);
    sum += 1.0 + area->furthest - area->nearest;
  }

  return sum / order->areas->len;
}

static void
say_ranks (const Saying *self, const PublishedOrder *order)
{
  g_autoptr (GPtrArray) names = names_outside (self, order);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_first (&facts, order);
  insert_count (&facts, "n_checked", order->areas->len);
  insert_count (&facts, "n_outside", names->len);
  insert_count (&facts, "n", self->figures->areas->len);
  g_variant_dict_insert (&facts, "width", "d", mean_open (order));
  insert_names (&facts, names);
  g_variant_dict_insert (&facts, "false_alarm", "d", 1 - self->figures->settings->level);
  finding_list_add (
      self->findings, self->method, "compare.published-rank",
      names->len > 0
          ? N_ ("By the published ranks number 1 has the {first} value. {n_outside} of {n_checked} "
                "{n_outside|lies|lie} outside the places that the figures leave open: {names}.")
          : N_ ("By the published ranks number 1 has the {first} value. All {n_checked} lie within "
                "the places that the figures leave open: on average {width:.0} of {n} each."),
      names->len > 0
          ? N_ ("From which figures, and of which period, were the ranks made?")
          : N_ ("What was decided by a rank, and would it hold for the other places left open?"),
      names->len > 0
          ? N_ ("How the published ranks were made: from which figures, of which period, "
                "and by what rule where values are the same.")
          : NULL,
      &facts);
}

/* --- Ranks beside values ---------------------------------------------------------------------- */

/* “a (ranked 3; number 5 by its value, 12.1)”. */
static GPtrArray *
names_elsewhere (const Saying *self, const PublishedOrder *order)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < order->areas->len; i++) {
    const RankedArea *area = published_order_get (order, i);
    g_autofree char *name = comparison_name_dup (self->figures, area->index);
    char rank[NUMBER_TEXT_SIZE], value[NUMBER_TEXT_SIZE * 12];

    if (!ranked_area_is_in_order (area))
      g_ptr_array_add (names, g_strdup_printf ("%s (ranked %s; number %u by its value, %s)", name,
                                               number_format (area->published, rank), area->upper,
                                               number_format_fixed (area->value, 3, value)));
  }

  return names;
}

static const char *
choose_order (const PublishedOrder *order)
{
  if (order->n_elsewhere == 0)
    return N_ ("The published ranks go in the order of the values, the {first} first, but {n_tied} "
               "{called} with the same value as another have another rank.");
  if (order->n_tied_off == 0)
    return N_ ("{n_elsewhere} of {n_checked} published ranks {n_elsewhere|is|are} not in the order "
               "of the values, the {first} first: {names}.");

  return N_ (
      "{n_elsewhere} of {n_checked} published ranks {n_elsewhere|is|are} not in the order of "
      "the values, the {first} first: {names}. {n_tied} {called} with the same value as "
      "another have another rank.");
}

static void
say_order (const Saying *self, const PublishedOrder *order)
{
  g_autoptr (GPtrArray) names = names_elsewhere (self, order);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (order->n_elsewhere + order->n_tied_off == 0)
    return;
  insert_first (&facts, order);
  insert_count (&facts, "n_checked", order->areas->len);
  insert_count (&facts, "n_elsewhere", order->n_elsewhere);
  insert_count (&facts, "n_tied", order->n_tied_off);
  g_variant_dict_insert (&facts, "called", "s", self->figures->settings->called);
  insert_names (&facts, names);
  g_variant_dict_insert (&facts, "false_alarm", "d", 0.);
  finding_list_add (self->findings, self->method, "compare.published-order", choose_order (order),
                    N_ ("By which values were they ranked, and by what where values are the same?"),
                    N_ ("The values that were ranked, with as many digits as were used."), &facts);
}

/* --- Quartiles -------------------------------------------------------------------------------- */

static void
say_no_quartiles (const Saying *self, guint n_checked)
{
  const ComparisonFigures *figures = self->figures;
  const gboolean is_known = !isnan (figures->rankability);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_count (&facts, "n_checked", n_checked);
  insert_count (&facts, "n", figures->areas->len);
  g_variant_dict_insert (&facts, "called", "s", figures->settings->called);
  if (is_known)
    g_variant_dict_insert (&facts, "percent", "d", 100 * figures->rankability);
  finding_list_add (
      self->findings, self->method, "compare.published-quartile",
      is_known && figures->rankability < FEWEST_RANKABLE
          ? N_ ("Quartiles are published of {n_checked} {called}; about {percent:.0}% of how these "
                "differ is more than chance among cases, less than half, so in which quartile one "
                "is cannot be told.")
          : N_ ("Quartiles are published of {n_checked} {called}; in which one each is cannot be "
                "told from the figures of {n}."),
      N_ ("Has anything been decided by these quartiles?"),
      N_ ("What was decided by the published quartiles, and the same counts for three years or "
          "more."),
      &facts);
}

static guint
quartile_of (const Saying *self, guint place)
{
  return 1 + (4 * (place - 1)) / self->figures->areas->len;
}

/* Those that figures leave open, from the end that quartiles begin with. */
static gboolean
leaves_open (const Saying *self, const RankedArea *area)
{
  return area->published >= quartile_of (self, area->nearest) &&
         area->published <= quartile_of (self, MIN (area->furthest, self->figures->areas->len));
}

/* “a (1; 2 to 3 left open)”; @n_more gets how many could be in more than one. */
static GPtrArray *
names_of_quartiles (const Saying *self, const PublishedOrder *order, guint *n_more)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  *n_more = 0;
  for (guint i = 0; i < order->areas->len; i++) {
    const RankedArea *area = published_order_get (order, i);
    const guint nearest = quartile_of (self, area->nearest);
    const guint furthest = quartile_of (self, area->furthest);
    g_autofree char *name = comparison_name_dup (self->figures, area->index);
    char quartile[NUMBER_TEXT_SIZE];

    *n_more += furthest > nearest;
    if (!leaves_open (self, area))
      g_ptr_array_add (names, g_strdup_printf ("%s (%s; %u to %u left open)", name,
                                               number_format (area->published, quartile), nearest,
                                               furthest));
  }

  return names;
}

static void
say_quartiles (const Saying *self, const PublishedOrder *order)
{
  guint n_more;
  g_autoptr (GPtrArray) names = names_of_quartiles (self, order, &n_more);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_first (&facts, order);
  insert_count (&facts, "n_checked", order->areas->len);
  insert_count (&facts, "n_outside", names->len);
  insert_count (&facts, "n_more", n_more);
  insert_names (&facts, names);
  g_variant_dict_insert (&facts, "false_alarm", "d", 1 - self->figures->settings->level);
  finding_list_add (
      self->findings, self->method, "compare.published-quartile",
      names->len > 0
          ? N_ ("By the published quartiles the first has the {first} values. {n_outside} of "
                "{n_checked} {n_outside|is|are} not among those that the figures leave open: "
                "{names}. "
                "{n_more} could be in more than one.")
          : N_ ("By the published quartiles the first has the {first} values. All {n_checked} are "
                "among those that the figures leave open; {n_more} could as well be in another."),
      N_ ("What was decided by a quartile, and would it hold for the others left open?"), NULL,
      &facts);
}

/* Who has a quartile by the counts has one because all may: see FEWEST_RANKABLE. */
static gboolean
may_have_quartiles (const ComparisonFigures *figures)
{
  return figures->has_places && comparison_figures_get (figures, 0)->quartile > 0;
}

static void
look_at_quartiles (const Saying *self)
{
  g_autofree double *published = dup_published (self->figures, TRUE);
  g_auto (PublishedOrder) order;

  published_order_init (&order, self->figures, published);
  if (order.areas->len == 0)
    return;
  if (may_have_quartiles (self->figures))
    say_quartiles (self, &order);
  else
    say_no_quartiles (self, order.areas->len);
}

static void
look_at_ranks (const Saying *self)
{
  g_autofree double *published = dup_published (self->figures, FALSE);
  g_auto (PublishedOrder) order;

  published_order_init (&order, self->figures, published);
  if (order.areas->len < 2)
    return;
  if (order.has_places)
    say_ranks (self, &order);
  say_order (self, &order);
}

void
comparison_published_ranks_append (const ComparisonFigures *figures,
                                   ScrutinyMethod *method,
                                   GPtrArray *findings)
{
  const Saying saying = { figures, method, findings };

  if (figures->areas->len == 0)
    return;
  if (figures->settings->rank)
    look_at_ranks (&saying);
  if (figures->settings->quartile)
    look_at_quartiles (&saying);
}
