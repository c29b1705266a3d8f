/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-findings.h"

#include "base/finding-list.h"
#include "base/printable.h"
#include "compare/comparison-names.h"
#include "compare/comparison-published.h"

#include <glib/gi18n.h>
#include <math.h>

#define MOST_SHOWN 60

/* Below this chance variation is spoken of; measured, that is at most so often though chance alone
 * is at work: docs/methods/compare.md.
 */
static const double CHANCE_OF_DISPERSION = 0.01, MEASURED_DISPERSION = 0.015;

/* Where chance puts fewer beyond the limits, how often it puts any there says more. */
static const double FEWEST_EXPECTED = 0.1;

/* Mean number of places from which on an order is not taken as settled. */
static const double SETTLED_WIDTH = 1.5;

typedef struct {
  const ComparisonFigures *figures;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

static void
say (Saying *self,
     const char *id,
     const char *statement,
     const char *question,
     const char *request,
     GVariantDict *facts)
{
  g_variant_dict_insert (facts, "called", "s", self->figures->settings->called);
  finding_list_add (self->findings, self->method, id, statement, question, request, facts);
}

/* "{value:.1}%": a fact as values of this kind are written. */
static char *
written (const ComparisonFigures *self, const char *fact)
{
  const ComparisonSettings *settings = self->settings;
  const gboolean is_percent = settings->kind == COMPARISON_PROPORTION && settings->scale == 100;
  const int decimals = settings->scale >= 100 || settings->kind == COMPARISON_VALUE ? 1 : 2;

  return g_strdup_printf ("{%s:.%d}%s", fact, decimals, is_percent ? "%" : "");
}

static void
insert_number (const Saying *self, GVariantDict *facts, const char *key, double value)
{
  g_variant_dict_insert (facts, key, "d", self->figures->settings->scale * value);
}

static void
insert_count (GVariantDict *facts, const char *key, gint64 count)
{
  g_variant_dict_insert (facts, key, "x", count);
}

/* --- Names --------------------------------------------------------------------------- */

static int
compare_scores (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint first = *(const guint *) a, second = *(const guint *) b;
  const double x = fabs (comparison_figures_get (user_data, first)->score);
  const double y = fabs (comparison_figures_get (user_data, second)->score);

  return x > y ? -1 : x < y ? 1 : first < second ? -1 : 1;
}

/* Names of the areas beyond the 99.8% limits on that side, the furthest out first. */
static GPtrArray *
names_beyond (const ComparisonFigures *self, int side)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint));
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->areas->len; i++)
    if (comparison_figures_get (self, i)->outside[LIMIT_998] == side)
      g_array_append_val (found, i);
  g_array_sort_with_data (found, compare_scores, (gpointer) self);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (names, comparison_name_dup (self, g_array_index (found, guint, i)));

  return names;
}

/* --- The area that is asked about --------------------------------------------------- */

static const char *
how_far (const AreaFigure *area, ComparisonDispersion dispersion)
{
  const gboolean is_wide = dispersion != DISPERSION_NONE;

  if (area->outside[LIMIT_998] > 0)
    return is_wide ? N_ ("above limits that allow for how much all {called} vary")
                   : N_ ("higher than chance alone makes 999 of 1,000 {called} of its size");
  if (area->outside[LIMIT_998] < 0)
    return is_wide ? N_ ("below limits that allow for how much all {called} vary")
                   : N_ ("lower than chance alone makes 999 of 1,000 {called} of its size");
  if (area->outside[LIMIT_95])
    return is_wide ? N_ ("at the edge of how much all {called} vary")
                   : N_ ("as far off as chance alone puts 1 in 20 {called} of its size");

  return is_wide ? N_ ("within how much all {called} vary")
                 : N_ ("within what chance alone makes of {called} of its size");
}

static void
say_focus (Saying *self, guint index)
{
  const ComparisonFigures *figures = self->figures;
  const AreaFigure *area = comparison_figures_get (figures, index);
  const gboolean is_beyond = area->outside[LIMIT_998] != 0;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *name = comparison_name_dup (figures, index);
  g_autofree char *value = written (figures, "value");
  g_autofree char *centre = written (figures, "centre");
  g_autofree char *said =
      g_strdup_printf ("{area} has %s, all {n} {called} together %s: %s.", value, centre,
                       how_far (area, figures->settings->dispersion));

  g_variant_dict_insert (&facts, "area", "s", name);
  insert_number (self, &facts, "value", area->value);
  insert_number (self, &facts, "low", area->low);
  insert_number (self, &facts, "high", area->high);
  insert_number (self, &facts, "centre", figures->centre);
  insert_number (self, &facts, "lower998", area->lower[LIMIT_998]);
  insert_number (self, &facts, "upper998", area->upper[LIMIT_998]);
  insert_count (&facts, "n", figures->areas->len);
  g_variant_dict_insert (&facts, "false_alarm", "d", 1 - comparison_limit_levels[LIMIT_998]);
  say (self, "compare.focus", said,
       is_beyond
           ? N_ ("What differs in {area}: who is counted, how it is recorded, or what happens?")
           : N_ ("If {area} is as the others are here, what else would tell how it is there?"),
       is_beyond ? N_ ("How {area} counts and records these cases, beside how the others do.")
                 : N_ ("The same figure of {area} for earlier periods."),
       &facts);
}

static void
say_place (Saying *self, guint index)
{
  const AreaFigure *area = comparison_figures_get (self->figures, index);
  g_autofree char *name = comparison_name_dup (self->figures, index);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);
  const gboolean is_settled = area->low_alone == area->high_alone;

  g_variant_dict_insert (&facts, "area", "s", name);
  insert_count (&facts, "place", area->place);
  insert_count (&facts, "low", area->low_alone);
  insert_count (&facts, "high", area->high_alone);
  insert_count (&facts, "n", self->figures->areas->len);
  g_variant_dict_insert (&facts, "false_alarm", "d", 1 - self->figures->settings->level);
  say (self, "compare.place",
       is_settled ? N_ ("From the largest on, {area} is number {place} of {n}; other cases would "
                        "hardly have moved it.")
                  : N_ ("From the largest on, {area} is number {place} of {n}; with other cases it "
                        "could as well have been any from {low} to {high}."),
       is_settled
           ? N_ ("What is it about {area} that sets it there?")
           : N_ ("Would anything be decided otherwise if {area} were number {low}, or {high}?"),
       N_ ("Any list in which {area} was given a place, and what was decided by it."), &facts);
}

static void
say_neighbours (Saying *self, guint index)
{
  const AreaFigure *area = comparison_figures_get (self->figures, index);
  g_autofree char *name = comparison_name_dup (self->figures, index);
  g_autofree char *value = written (self->figures, "value");
  g_autofree char *other = written (self->figures, "neighbour_value");
  const char *apart = area->neighbour_outside[LIMIT_998] ? "further apart than chance among cases"
                                                         : "no further apart than chance may make";
  g_autofree char *said = g_strdup_printf (
      area->neighbour_outside[LIMIT_998]
          ? "{area} has %s, its {n_neighbours} {n_neighbours|neighbour|neighbours} together %s: %s "
            "makes 998 of 1,000 such pairs."
          : "{area} has %s, its {n_neighbours} {n_neighbours|neighbour|neighbours} together %s: %s "
            "998 of 1,000 such pairs.",
      value, other, apart);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "area", "s", name);
  insert_number (self, &facts, "value", area->value);
  insert_number (self, &facts, "neighbour_value", area->neighbour_value);
  insert_count (&facts, "n_neighbours", area->n_neighbours);
  g_variant_dict_insert (&facts, "false_alarm", "d", 1 - comparison_limit_levels[LIMIT_998]);
  say (self, "compare.neighbours", said,
       N_ ("Who chose these neighbours, and by what are they like {area}?"),
       N_ ("How the neighbours of {area} were chosen: by whom, when and by which figures."),
       &facts);
}

/* --- All areas -------------------------------------------------------------------------- */

static void
say_none_outside (Saying *self)
{
  const guint n = self->figures->areas->len;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  insert_count (&facts, "n", n);
  say (self, "compare.none-outside",
       N_ ("None of the {n} {called} lies outside its 99.8% limits: no single one stands out from "
           "what they have in common."),
       N_ ("Is it the level they have in common that should be asked about?"),
       N_ ("The figure of all {called} together, over time."), &facts);
}

/* By whether chance alone puts one beyond at all, and on which sides they lie. */
static const char *const outsides[2][3] = {
  { N_ ("{n_outside} of {n} {called} {n_outside|lies|lie} outside {n_outside|its|their} 99.8% "
        "limits; chance alone puts any there in {percent:.1} of 100 such comparisons. Above: "
        "{names_above}. Below: {names_below}."),
    N_ ("{n_outside} of {n} {called} {n_outside|lies|lie} outside {n_outside|its|their} 99.8% "
        "limits; chance alone puts any there in {percent:.1} of 100 such comparisons. Above: "
        "{names_above}."),
    N_ ("{n_outside} of {n} {called} {n_outside|lies|lie} outside {n_outside|its|their} 99.8% "
        "limits; chance alone puts any there in {percent:.1} of 100 such comparisons. Below: "
        "{names_below}.") },
  { N_ ("{n_outside} of {n} {called} {n_outside|lies|lie} outside {n_outside|its|their} 99.8% "
        "limits, where chance alone would put about {expected:.1}. Above: {names_above}. Below: "
        "{names_below}."),
    N_ ("{n_outside} of {n} {called} {n_outside|lies|lie} outside {n_outside|its|their} 99.8% "
        "limits, where chance alone would put about {expected:.1}. Above: {names_above}."),
    N_ ("{n_outside} of {n} {called} {n_outside|lies|lie} outside {n_outside|its|their} 99.8% "
        "limits, where chance alone would put about {expected:.1}. Below: {names_below}.") },
};

/* Where most of so many lie outside, no names tell more. */
#define MANY 16

#define MOST_OUTSIDE \
  N_ ("{n_outside} of {n} {called} lie outside their 99.8% limits, {n_above} above and {n_below} " \
      "below.")

/* Beyond limits that are right, so many would be by chance. */
static void
say_outside (Saying *self)
{
  const ComparisonFigures *figures = self->figures;
  const guint n = figures->areas->len;
  const double rate = 1 - comparison_limit_levels[LIMIT_998];
  const double any = 1 - pow (1 - rate, n);
  g_autoptr (GPtrArray) above = names_beyond (figures, 1);
  g_autoptr (GPtrArray) below = names_beyond (figures, -1);
  g_autofree char *list_above = comparison_names_dup_list (above);
  g_autofree char *list_below = comparison_names_dup_list (below);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  insert_count (&facts, "n_outside", above->len + below->len);
  insert_count (&facts, "n_above", above->len);
  insert_count (&facts, "n_below", below->len);
  insert_count (&facts, "n", n);
  g_variant_dict_insert (&facts, "expected", "d", rate * n);
  g_variant_dict_insert (&facts, "percent", "d", 100 * any);
  g_variant_dict_insert (&facts, "names_above", "s", list_above);
  g_variant_dict_insert (&facts, "names_below", "s", list_below);
  comparison_names_insert (&facts, "above", above);
  comparison_names_insert (&facts, "below", below);
  g_variant_dict_insert (&facts, "false_alarm", "d", any);
  say (self, "compare.outside",
       n >= MANY && 2 * (above->len + below->len) > n
           ? MOST_OUTSIDE
           : outsides[rate * n >= FEWEST_EXPECTED][above->len == 0 ? 2 : below->len == 0],
       N_ ("What differs there: who is counted, how it is recorded, or what happens?"),
       N_ ("From each that lies outside: how cases are counted and recorded, and since when."),
       &facts);
}

static void
say_dispersion (Saying *self)
{
  const ComparisonFigures *figures = self->figures;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "phi", "d", figures->phi);
  g_variant_dict_insert (&facts, "spread", "d", sqrt (figures->phi));
  g_variant_dict_insert (&facts, "tau2", "d", figures->tau2);
  insert_count (&facts, "n", figures->areas->len);
  insert_count (&facts, "n_widened", figures->n_widened);
  g_variant_dict_insert (&facts, "chance", "d", figures->chance_alike);
  g_variant_dict_insert (&facts, "false_alarm", "d", MEASURED_DISPERSION);
  say (self, "compare.dispersion",
       N_ ("The {n} {called} are spread {spread:.1} times as widely as chance among cases would "
           "spread them: who is counted may differ, cases may not be separate, or all differ a "
           "little. Against limits widened for that, {n_widened} {n_widened|lies|lie} outside."),
       N_ ("In what do all these differ that the figure leaves out?"),
       N_ ("What each of them counts as a case: who is included, and when one is counted twice."),
       &facts);
}

static double
mean_width (const ComparisonFigures *self, gint64 *n_first, gint64 *n_last)
{
  const guint n = self->areas->len;
  double sum = 0;

  *n_first = *n_last = 0;
  for (guint i = 0; i < n; i++) {
    const AreaFigure *area = comparison_figures_get (self, i);

    sum += area->high_of_all - area->low_of_all + 1;
    *n_first += area->low_of_all == 1;
    *n_last += area->high_of_all == n;
  }

  return sum / n;
}

static void
say_order (Saying *self)
{
  GVariantDict facts;
  gint64 n_first, n_last;
  const double width = mean_width (self->figures, &n_first, &n_last);

  if (width < SETTLED_WIDTH)
    return;
  g_variant_dict_init (&facts, NULL);
  insert_count (&facts, "n", self->figures->areas->len);
  g_variant_dict_insert (&facts, "width", "d", width);
  insert_count (&facts, "n_first", n_first);
  insert_count (&facts, "n_last", n_last);
  g_variant_dict_insert (&facts, "false_alarm", "d", 1 - self->figures->settings->level);
  say (
      self, "compare.order",
      N_ ("A list of the {n} {called} in order would say more than is known: with other cases each "
          "could stand, on average, in {width:.0} different places, {n_first} of them could be "
          "first and {n_last} last."),
      N_ ("Has anything been decided by the order of these {called}?"),
      N_ ("Any list in which these {called} stand in order, and what was decided by it."), &facts);
}

/* More would be more than anybody has. */
static const double MOST_PERIODS = 20;

/* In percent, because that is how it is said. */
static void
say_no_quartiles (Saying *self)
{
  const ComparisonFigures *figures = self->figures;
  const gboolean is_near = figures->periods_needed <= MOST_PERIODS;
  GVariantDict facts;

  if (!(figures->rankability < FEWEST_RANKABLE))
    return;
  g_variant_dict_init (&facts, NULL);
  g_variant_dict_insert (&facts, "percent", "d", 100 * figures->rankability);
  g_variant_dict_insert (&facts, "percent_low", "d", 100 * figures->rankability_low);
  g_variant_dict_insert (&facts, "percent_high", "d", 100 * figures->rankability_high);
  insert_count (&facts, "n", figures->areas->len);
  if (is_near)
    insert_count (&facts, "periods_needed", (gint64) ceil (figures->periods_needed));
  say (self, "compare.no-quartiles",
       is_near ? N_ ("About {percent:.0}% of how the {n} {called} differ is more than chance among "
                     "cases (from {percent_low:.0}% to {percent_high:.0}%), so no quartiles are "
                     "given. It would take {periods_needed} such periods together, and that none "
                     "moves from its level meanwhile.")
               : N_ ("About {percent:.0}% of how the {n} {called} differ is more than chance among "
                     "cases (from {percent_low:.0}% to {percent_high:.0}%), so no quartiles are "
                     "given."),
       N_ ("Would several years taken together tell these {called} apart?"),
       N_ ("The same counts for three years or more."), &facts);
}

/* ---------------------------------------------------------------------------------------- */

static gboolean
is_any_outside (const ComparisonFigures *self)
{
  for (guint i = 0; i < self->areas->len; i++)
    if (comparison_figures_get (self, i)->outside[LIMIT_998])
      return TRUE;

  return FALSE;
}

/* The area that is asked about has no figures, or is all others together. */
static void
say_left_out (Saying *self)
{
  const GArray *rows = self->figures->rows;
  const char *focus = self->figures->settings->focus;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *name = printable_dup (focus, MOST_SHOWN);

  for (guint i = 0; i < rows->len; i++) {
    const AreaRow *row = &g_array_index (rows, AreaRow, i);
    if (g_str_equal (row->name, focus))
      g_variant_dict_insert (&facts, "why", "s", row->state);
  }
  g_variant_dict_insert (&facts, "area", "s", name);
  say (self, "compare.left-out", N_ ("{area} is not compared with the others: {why}."),
       N_ ("What are the counts of {area}, and what are they out of?"),
       N_ ("The counts of {area}, and what they are out of."), &facts);
}

static void
say_of_focus (Saying *self)
{
  const int focus = comparison_figures_find_focus (self->figures);

  if (focus < 0 && self->figures->settings->focus)
    say_left_out (self);
  if (focus < 0)
    return;
  say_focus (self, (guint) focus);
  if (self->figures->has_places)
    say_place (self, (guint) focus);
  if (isfinite (comparison_figures_get (self->figures, (guint) focus)->neighbour_value))
    say_neighbours (self, (guint) focus);
}

static gint64
count_joined (const ComparisonFigures *self)
{
  gint64 n_joined = 0;

  for (guint i = 0; i < self->rows->len; i++) {
    const AreaRow *row = &g_array_index (self->rows, AreaRow, i);

    n_joined += !row->state && row->is_joined;
  }

  return n_joined;
}

/* That a rate is not quite the one that the counts would give. */
static void
say_joined (Saying *self)
{
  const gint64 n_joined = count_joined (self->figures);
  GVariantDict facts;

  if (n_joined == 0)
    return;
  g_variant_dict_init (&facts, NULL);
  g_variant_dict_insert (&facts, "n_joined", "x", n_joined);
  g_variant_dict_insert (&facts, "n", "x", (gint64) self->figures->areas->len);
  g_variant_dict_insert (&facts, "threshold", "x", (gint64) self->figures->settings->disclosure);
  g_variant_dict_insert (&facts, "false_alarm", "d", 0.);
  say (self, "compare.joined-bands",
       N_ ("In {n_joined} of {n} areas age bands with fewer than {threshold} events are taken "
           "together with those beside them, so that few events are not told; these rates are near "
           "those of all bands, and not the same."),
       NULL, NULL, &facts);
}

GPtrArray *
comparison_findings_new (const ComparisonFigures *figures, ScrutinyMethod *method)
{
  Saying self = { figures, method, finding_list_new () };

  comparison_published_append (figures, method, self.findings);
  say_joined (&self);
  say_of_focus (&self);
  if (is_any_outside (figures))
    say_outside (&self);
  else
    say_none_outside (&self);
  if (figures->chance_alike < CHANCE_OF_DISPERSION && figures->phi > 1)
    say_dispersion (&self);
  if (figures->has_places && figures->areas->len > 2)
    say_order (&self);
  say_no_quartiles (&self);

  return self.findings;
}

char *
comparison_findings_dup_cannot_tell (const ComparisonFigures *self)
{
  const guint n = self->areas->len;
  const gboolean is_counted = self->settings->kind != COMPARISON_VALUE;

  if (n == 0)
    return g_strdup ("No area has figures that can be compared: ask for the counts, and what they "
                     "are out of.");
  if (n == 1) {
    g_autofree char *name = comparison_name_dup (self, 0);
    return g_strdup_printf (
        "Only “%s” has figures that can be compared, and there is nothing beside "
        "it: ask for those of other areas.",
        name);
  }
  if (is_counted && self->centre == 0)
    return g_strdup ("Nothing was counted in any area, so none differs: ask whether it was looked "
                     "for.");
  if (self->settings->kind == COMPARISON_PROPORTION && self->centre == 1)
    return g_strdup ("All cases were counted in every area, so none differs: ask what would not be "
                     "counted.");

  return NULL;
}
