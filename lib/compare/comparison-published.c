/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-published.h"

#include "base/finding-list.h"
#include "base/number.h"
#include "base/printed.h"
#include "compare/comparison-names.h"
#include "compare/comparison-published-ranks.h"
#include "compare/comparison-ranges.h"

#include <glib/gi18n.h>
#include <math.h>

/* A value that was not published is worked out, and has more than anybody would. */
#define MOST_DECIMALS 3

/* --- Values ------------------------------------------------------------------------------ */

static const AreaRow *
row_of (const ComparisonFigures *self, guint index)
{
  return &g_array_index (self->rows, AreaRow, comparison_figures_get (self, index)->row);
}

static double
published_of (const ComparisonFigures *self, guint index)
{
  return row_of (self, index)->published;
}

/* Half of the last place that any published value has, and half of the next: a value that was
 * rounded twice is off by so much.
 */
static double
rounding (const ComparisonFigures *self)
{
  guint decimals = 0;

  for (guint i = 0; i < self->areas->len; i++)
    decimals = MAX (decimals, printed_decimals (published_of (self, i)));

  return 0.55 * pow (10, -(double) decimals);
}

double
comparison_published_get_value (const ComparisonFigures *self, guint index)
{
  const double published = published_of (self, index);

  return isnan (published) ? self->settings->scale * comparison_figures_get (self, index)->value
                           : published;
}

static char *
dup_both (const ComparisonFigures *self, guint index)
{
  g_autofree char *name = comparison_name_dup (self, index);
  const double value = self->settings->scale * comparison_figures_get (self, index)->value;
  char published[NUMBER_TEXT_SIZE], worked_out[NUMBER_TEXT_SIZE * 12];

  return g_strdup_printf ("%s (%s published, %s from the counts)", name,
                          number_format (published_of (self, index), published),
                          number_format_fixed (value, 3, worked_out));
}

/* Those whose counts give another value; @n_checked gets how many were looked at.  Bands that are
 * taken together give another for certain.
 */
static GPtrArray *
names_off (const ComparisonFigures *self, gint64 *n_checked)
{
  const double off = rounding (self) * (1 + 1e-9);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  *n_checked = 0;
  for (guint i = 0; i < self->areas->len; i++) {
    const double published = published_of (self, i);
    const double value = self->settings->scale * comparison_figures_get (self, i)->value;

    if (!isfinite (published) || row_of (self, i)->is_joined)
      continue;
    (*n_checked)++;
    if (fabs (published - value) > off)
      g_ptr_array_add (names, dup_both (self, i));
  }

  return names;
}

static void
say_values (const ComparisonFigures *self, ScrutinyMethod *method, GPtrArray *findings)
{
  gint64 n_checked;
  g_autoptr (GPtrArray) names = names_off (self, &n_checked);
  g_autofree char *list = comparison_names_dup_list (names);
  GVariantDict facts;

  if (names->len == 0)
    return;
  g_variant_dict_init (&facts, NULL);
  g_variant_dict_insert (&facts, "n_off", "x", (gint64) names->len);
  g_variant_dict_insert (&facts, "n_checked", "x", n_checked);
  g_variant_dict_insert (&facts, "names", "s", list);
  comparison_names_insert (&facts, "areas", names);
  g_variant_dict_insert (&facts, "false_alarm", "d", 0.);
  finding_list_add (
      findings, method, "compare.published",
      N_ ("{n_off} of {n_checked} published {n_checked|value|values} {n_off|is|are} not what the "
          "counts beside {n_off|it|them} give: {names}."),
      N_ ("Which of the two is meant, the value or the counts?"),
      N_ ("How each published value that differs was worked out, and from which counts."), &facts);
}

/* --- Ranges ------------------------------------------------------------------------------ */

/* Who lies outside the published ranges, and by how much the counts alone say the same. */
typedef struct {
  GPtrArray *names, *words, *sides, *ranges; /* of char * */
  GArray *values;                            /* double */
  gint64 n_checked, n_counts, n_both;
} Outside;

static void
outside_init (Outside *self)
{
  *self = (Outside){ .names = g_ptr_array_new_with_free_func (g_free),
                     .words = g_ptr_array_new_with_free_func (g_free),
                     .sides = g_ptr_array_new (),
                     .ranges = g_ptr_array_new (),
                     .values = g_array_new (FALSE, FALSE, sizeof (double)) };
}

static void
outside_clear (Outside *self)
{
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->sides);
  g_ptr_array_unref (self->ranges);
  g_array_unref (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Outside, outside_clear)

/* The widest range that it lies outside of; NULL for none. */
static const ComparisonRange *
find_range (const ComparisonFigures *self, guint index, gboolean *is_known)
{
  const gsize row = row_of (self, index)->row;
  const ComparisonRange *found = NULL;

  *is_known = FALSE;
  for (guint k = 0; k < self->ranges->len; k++) {
    const ComparisonRange *range = &g_array_index (self->ranges, ComparisonRange, k);

    *is_known |= comparison_range_is_known (range, row);
    if (comparison_range_get_side (range, row, comparison_published_get_value (self, index)) != 0)
      found = range;
  }

  return found;
}

/* “b (99.2; 97.0 to 98.9)”. */
static char *
dup_words (const char *name, double value, double low, double high)
{
  const guint decimals = printed_decimals_of ((const double[]){ low, high, value }, 3);
  const guint shown = MIN (decimals, MOST_DECIMALS);
  char values[NUMBER_TEXT_SIZE * 12], lows[NUMBER_TEXT_SIZE * 12], highs[NUMBER_TEXT_SIZE * 12];

  return g_strdup_printf ("%s (%s; %s to %s)", name, number_format_fixed (value, shown, values),
                          number_format_fixed (low, shown, lows),
                          number_format_fixed (high, shown, highs));
}

static void
outside_add (Outside *self,
             const ComparisonFigures *figures,
             guint index,
             const ComparisonRange *range)
{
  const gsize row = row_of (figures, index)->row;
  const double value = comparison_published_get_value (figures, index);
  const int side = comparison_range_get_side (range, row, value);
  char *name = comparison_name_dup (figures, index);

  g_ptr_array_add (self->names, name);
  g_ptr_array_add (self->words, dup_words (name, value, comparison_range_get_low (range, row),
                                           comparison_range_get_high (range, row)));
  g_ptr_array_add (self->sides, (gpointer) (side > 0 ? "high" : "low"));
  g_ptr_array_add (self->ranges, range->name);
  g_array_append_val (self->values, value);
}

static void
outside_fill (Outside *self, const ComparisonFigures *figures)
{
  for (guint i = 0; i < figures->areas->len; i++) {
    const gboolean is_out = comparison_figures_get (figures, i)->outside[LIMIT_95] != 0;
    gboolean is_known;
    const ComparisonRange *range = find_range (figures, i, &is_known);

    if (!is_known)
      continue;
    self->n_checked++;
    self->n_counts += is_out;
    self->n_both += range && is_out;
    if (range)
      outside_add (self, figures, i, range);
  }
}

static GVariantDict
facts_of (const Outside *self)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *list = comparison_names_dup_list (self->words);

  g_variant_dict_insert (&facts, "n_outside", "x", (gint64) self->names->len);
  g_variant_dict_insert (&facts, "n_checked", "x", self->n_checked);
  g_variant_dict_insert (&facts, "n_counts", "x", self->n_counts);
  g_variant_dict_insert (&facts, "n_both", "x", self->n_both);
  g_variant_dict_insert (&facts, "names", "s", list);
  comparison_names_insert (&facts, "areas", self->names);
  comparison_names_insert (&facts, "sides", self->sides);
  comparison_names_insert (&facts, "ranges", self->ranges);
  g_variant_dict_insert_value (&facts, "values",
                               g_variant_new_fixed_array (G_VARIANT_TYPE_DOUBLE, self->values->data,
                                                          self->values->len, sizeof (double)));

  return facts;
}

static void
say_ranges (const ComparisonFigures *self, ScrutinyMethod *method, GPtrArray *findings)
{
  g_auto (Outside) outside;
  GVariantDict facts;

  outside_init (&outside);
  outside_fill (&outside, self);
  if (outside.n_checked == 0)
    return;
  facts = facts_of (&outside);
  finding_list_add (
      findings, method, "compare.published-range",
      outside.names->len > 0
          ? N_ ("{n_outside} of {n_checked} {n_outside|lies|lie} outside the ranges published "
                "beside {n_outside|it|them}: {names}. By the counts alone {n_counts} {n_counts|is|"
                "are} outside 95% limits, {n_both} of them among these.")
          : N_ ("None of the {n_checked} lies outside the range published beside it; by the counts "
                "alone {n_counts} {n_counts|is|are} outside 95% limits."),
      N_ ("What do the published ranges allow for that the counts do not show, and who worked them "
          "out?"),
      N_ ("How the published ranges were worked out: from which cases, and for which differences "
          "between them they allow."),
      &facts);
}

void
comparison_published_append (const ComparisonFigures *figures,
                             ScrutinyMethod *method,
                             GPtrArray *findings)
{
  if (figures->settings->published)
    say_values (figures, method, findings);
  if (figures->ranges->len > 0)
    say_ranges (figures, method, findings);
  comparison_published_ranks_append (figures, method, findings);
}
