/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/comparison-page.h"

#include "base/fact-list.h"
#include "base/message.h"
#include "base/number.h"

#include <math.h>
#include <stdlib.h>

/* Of three hundred areas a person reads some; the rest is in the other forms. */
#define MOST_ROWS 40
#define MOST_LEFT_OUT 12

static char *
dup_number (ScrutinyComparison *comparison, double value)
{
  const double scale = scrutiny_comparison_get_scale (comparison);
  const gboolean is_percent =
      scale == 100 && g_str_equal (scrutiny_comparison_get_kind (comparison), "proportion");
  char text[NUMBER_TEXT_SIZE * 12];

  if (!isfinite (value))
    return g_strdup ("");

  return g_strdup_printf ("%s%s", number_format_fixed (value, scale >= 100 ? 1 : 2, text),
                          is_percent ? "%" : "");
}

static char *
dup_count (double value)
{
  char text[NUMBER_TEXT_SIZE * 12];

  return g_strdup (!isfinite (value)        ? ""
                   : value == floor (value) ? number_format (value, text)
                                            : number_format_fixed (value, 1, text));
}

static double
cell (ScrutinyTable *areas, const char *name, gsize row)
{
  return scrutiny_table_get_doubles (areas, name, NULL)[row];
}

/* "12 to 15", or "" where either is missing. */
static char *
dup_span (ScrutinyComparison *comparison,
          ScrutinyTable *areas,
          const char *low,
          const char *high,
          gsize row)
{
  g_autofree char *from = dup_number (comparison, cell (areas, low, row));
  g_autofree char *to = dup_number (comparison, cell (areas, high, row));

  return *from && *to ? g_strdup_printf ("%s to %s", from, to) : g_strdup ("");
}

/* No place without those that it could as well be. */
static char *
dup_places (ScrutinyTable *areas, gsize row)
{
  const double low = cell (areas, "rank_low", row), high = cell (areas, "rank_high", row);

  if (isnan (low))
    return g_strdup ("");

  return low == high ? g_strdup_printf ("%.0f", low) : g_strdup_printf ("%.0f to %.0f", low, high);
}

static const char *
side_words (double outside)
{
  return outside > 0 ? "above" : outside < 0 ? "below" : "";
}

/* --- Sentences --------------------------------------------------------------------------- */

static void
add_sentence (Page *page, PageBlockKind kind, const char *message, GVariantDict *facts)
{
  g_autoptr (GVariant) ended = g_variant_ref_sink (g_variant_dict_end (facts));
  g_autoptr (FactList) list = fact_list_new (ended);

  page_add_take (page, kind, message_dup (message, list));
}

/* The centre and the spread stand beside the funnel. */
static void
add_lead (Page *page, ScrutinyComparison *comparison)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *centre = dup_number (comparison, scrutiny_comparison_get_centre (comparison));
  const double phi = scrutiny_comparison_get_phi (comparison);

  g_variant_dict_insert (&facts, "n", "x", (gint64) scrutiny_comparison_get_n_areas (comparison));
  g_variant_dict_insert (&facts, "centre", "s", centre);
  g_variant_dict_insert (&facts, "phi", "d", phi);
  add_sentence (page, PAGE_LEAD,
                isnan (phi)
                    ? "{n} areas, all together {centre}."
                    : "{n} areas, all together {centre}. Dispersion φ {phi:.2}; it would be "
                      "about 1 if they differed by chance among cases alone.",
                &facts);
}

static void
add_findings (Page *page, ScrutinyComparison *comparison)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    page_add (page, PAGE_PARAGRAPH, statement);
    if (question)
      page_add (page, PAGE_ASK, question);
  }
}

static char *
dup_description (ScrutinyComparison *comparison)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (comparison));
  GString *said = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);

    g_string_append_printf (said, "%s%s", i ? " " : "", statement);
  }

  return g_string_free (said, FALSE);
}

static void
add_chart (Page *page, ScrutinyComparison *comparison, const char *title)
{
  PageBlock *block = page_add (page, PAGE_CHART, title);

  block->more = dup_description (comparison);
  block->drawn = g_object_ref (SCRUTINY_RESULT (comparison));
}

/* --- Areas --------------------------------------------------------------------------------- */

static void
add_row (PageBlock *block, ScrutinyComparison *comparison, gsize row)
{
  ScrutinyTable *areas = scrutiny_comparison_get_areas (comparison);
  g_autofree char *above = dup_count (cell (areas, "numerator", row));
  g_autofree char *below = dup_count (cell (areas, "denominator", row));
  const gboolean is_value = g_str_equal (scrutiny_comparison_get_kind (comparison), "value");

  page_table_add (block, scrutiny_table_get_texts (areas, "area")[row]);
  page_table_add_take (block,
                       is_value ? g_strdup ("") : g_strdup_printf ("%s of %s", above, below));
  page_table_add_take (block, dup_number (comparison, cell (areas, "value", row)));
  page_table_add_take (block, dup_span (comparison, areas, "low", "high", row));
  page_table_add_take (block, dup_span (comparison, areas, "lower998", "upper998", row));
  page_table_add (block, side_words (cell (areas, "outside998", row)));
  page_table_add_take (block, dup_places (areas, row));
}

/* The area that was asked about; NULL for none. */
static const char *
get_focus (ScrutinyComparison *comparison)
{
  ScrutinyMethod *method = scrutiny_result_get_method (SCRUTINY_RESULT (comparison));
  const char *focus = NULL;

  g_variant_lookup (scrutiny_method_get_parameters (method), "focus", "&s", &focus);

  return focus;
}

static int
compare_descending (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x < y) - (x > y);
}

/* How far out an area must lie to be among the first @MOST_ROWS outside their limits. */
static double
shown_from (ScrutinyTable *areas)
{
  gsize n;
  const double *scores = scrutiny_table_get_doubles (areas, "score", &n);
  const double *outside = scrutiny_table_get_doubles (areas, "outside998", NULL);
  g_autofree double *far = g_new0 (double, n + MOST_ROWS);

  for (gsize i = 0; i < n; i++)
    far[i] = outside[i] != 0 && !isnan (scores[i]) ? fabs (scores[i]) : 0;
  qsort (far, n, sizeof *far, compare_descending);

  return far[MOST_ROWS - 1];
}

/* Where there are many: those furthest outside their limits, and the one that is asked about. */
static gboolean
is_shown (ScrutinyTable *areas, gsize row, gboolean is_long, double from, const char *focus)
{
  const double outside = cell (areas, "outside998", row);

  if (isnan (outside))
    return FALSE;

  return !is_long || (outside != 0 && fabs (cell (areas, "score", row)) >= from) ||
         g_strcmp0 (scrutiny_table_get_texts (areas, "area")[row], focus) == 0;
}

static void
add_areas (Page *page, ScrutinyComparison *comparison)
{
  static const char *const header[] = { "Area",
                                        "Counted",
                                        "Value",
                                        "Could as well be",
                                        "99.8% limits",
                                        "Outside",
                                        "Number from the largest",
                                        NULL };
  ScrutinyTable *areas = scrutiny_comparison_get_areas (comparison);
  const gboolean is_long = scrutiny_comparison_get_n_areas (comparison) > MOST_ROWS;
  const double from = is_long ? shown_from (areas) : 0;
  PageBlock *block = NULL;

  for (gsize row = 0; row < scrutiny_table_get_n_rows (areas); row++) {
    if (!is_shown (areas, row, is_long, from, get_focus (comparison)))
      continue;
    block = block ? block
                  : page_add_table (page, is_long ? "Areas furthest outside their limits" : "Areas",
                                    header);
    add_row (block, comparison, row);
  }
  if (block)
    page_table_drop_empty (block);
  if (is_long)
    page_add (page, PAGE_SMALL, "As CSV and JSON all areas are there.");
}

static void
add_left_out (Page *page, ScrutinyComparison *comparison)
{
  ScrutinyTable *areas = scrutiny_comparison_get_areas (comparison);
  const char *const *states = scrutiny_table_get_texts (areas, "state");
  const char *const *names = scrutiny_table_get_texts (areas, "area");
  guint n = 0;

  for (gsize row = 0; row < scrutiny_table_get_n_rows (areas); row++) {
    if (!*states[row])
      continue;
    if (n++ == 0)
      page_add (page, PAGE_HEADING, "Not compared");
    if (n <= MOST_LEFT_OUT)
      page_add_take (page, PAGE_ITEM, g_strdup_printf ("%s: %s", names[row], states[row]));
  }
  if (n > MOST_LEFT_OUT)
    page_add_take (page, PAGE_ITEM, g_strdup_printf ("and %u more", n - MOST_LEFT_OUT));
}

Page *
comparison_page_new (ScrutinyComparison *comparison, const char *title)
{
  const char *cannot_tell = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (comparison));
  Page *page = page_new ();

  page_add (page, PAGE_TITLE, title);
  if (cannot_tell) {
    page_add_take (page, PAGE_PARAGRAPH, g_strdup_printf ("Cannot tell: %s", cannot_tell));
  } else {
    add_lead (page, comparison);
    add_findings (page, comparison);
    add_chart (page, comparison, title);
    add_areas (page, comparison);
  }
  if (scrutiny_table_get_n_rows (scrutiny_comparison_get_areas (comparison)) > 0)
    add_left_out (page, comparison);

  return page;
}
