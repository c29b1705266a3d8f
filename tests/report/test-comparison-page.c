/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/comparison-page.h"
#include "support/near.h"

#include "base/columns-builder.h"

#include <scrutiny/draw.h>
#include <scrutiny/export.h>

#include <string.h>

/* Areas about 50 of 100, the last one at 85, and one that is not published; names that would act
 * if they could.
 */
static ScrutinyComparison *
compare_with (guint n, double last, const char *focus)
{
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= n; i++) {
    g_autofree char *name = g_strdup_printf ("<b>%u", i);

    columns_builder_add_text (builder, "area", name);
    columns_builder_add_number (builder, "above", i + 1 == n ? last : i == n ? NAN : 47 + i % 7);
    columns_builder_add_number (builder, "below", 100);
  }
  table = columns_builder_end (builder);
  scrutiny_comparison_options_set_focus (options, focus);
  ScrutinyComparison *made =
      scrutiny_comparison_new (table, "area", "above", "below", options, &error);
  assert_null (error);

  return made;
}

static ScrutinyComparison *
compare (guint n, double last)
{
  return compare_with (n, last, NULL);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at; at = strstr (at + 1, part))
    n++;

  return n;
}

static void
draws_a_funnel (void **state)
{
  g_autoptr (ScrutinyComparison) comparison = compare (9, 85);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (comparison), "A & B", NULL);

  (void) state;
  assert_int_equal (count (svg, "<circle class=\"pt\""), 8);
  assert_int_equal (count (svg, "<path class=\"out\""), 1);
  assert_int_equal (count (svg, ">&lt;b&gt;8</text>"), 1);
  assert_int_equal (count (svg, "&lt;b&gt;1</text>"), 0);
  assert_int_equal (count (svg, "<path class=\"edge\""), 2);
  assert_int_equal (count (svg, "<path class=\"inner\""), 2);
  assert_non_null (strstr (svg, "all together</text>"));
  assert_non_null (strstr (svg, ">cases</text>"));
  assert_non_null (strstr (svg, "<title id=\"chart-t\">A &amp; B</title>"));
  assert_non_null (strstr (svg, "1 of 9 areas lies outside"));
  assert_null (strstr (svg, "nan"));
  assert_null (strstr (svg, "<b>"));
}

static void
draws_nothing_of_nothing (void **state)
{
  g_autoptr (ScrutinyComparison) bare = g_object_new (SCRUTINY_TYPE_COMPARISON, NULL);
  g_autofree char *svg = scrutiny_draw (SCRUTINY_RESULT (bare), "none", NULL);

  (void) state;
  assert_null (strstr (svg, "<path"));
  assert_true (g_str_has_suffix (svg, "</svg>"));
}

static void
says_the_spread_beside_the_funnel (void **state)
{
  g_autoptr (ScrutinyComparison) comparison = compare (9, 85);
  g_autofree char *text = scrutiny_export_comparison (comparison, "Late", "text", NULL);

  (void) state;
  assert_non_null (strstr (text, "9 areas, all together 53.6%. Dispersion φ "));
  assert_non_null (strstr (text, "Ask: What differs there"));
  assert_non_null (strstr (text, "Not compared"));
  assert_non_null (strstr (text, "<b>9: not published"));
  assert_non_null (strstr (text, "Number from the largest"));
}

/* No place is printed without the others that it could be. */
static void
prints_places_as_sets (void **state)
{
  g_autoptr (ScrutinyComparison) comparison = compare (9, 85);
  g_autofree char *text = scrutiny_export_comparison (comparison, "Late", "md", NULL);

  (void) state;
  assert_int_equal (count (text, " 2 to 9 |"), 8);
}

static void
shows_only_those_outside_of_many (void **state)
{
  g_autoptr (ScrutinyComparison) comparison = compare (60, 85);
  g_autofree char *html = scrutiny_export_comparison (comparison, "Late", "html", NULL);

  (void) state;
  assert_non_null (strstr (html, "Areas furthest outside their limits"));
  assert_non_null (strstr (html, "As CSV and JSON all areas are there."));
  assert_int_equal (count (html, "85 of 100"), 1);
  assert_int_equal (count (html, "50 of 100"), 0);
  assert_int_equal (count (html, "<svg"), 1);
  assert_null (strstr (html, "<b>1"));
}

/* Of many without any outside there is no list, but for the one that is asked about. */
static void
shows_the_one_asked_about (void **state)
{
  g_autoptr (ScrutinyComparison) alike = compare_with (60, 50, NULL);
  g_autoptr (ScrutinyComparison) asked = compare_with (60, 50, "<b>7");
  g_autofree char *none = scrutiny_export_comparison (alike, "Late", "text", NULL);
  g_autofree char *one = scrutiny_export_comparison (asked, "Late", "text", NULL);

  (void) state;
  assert_int_equal (count (none, " of 100"), 0);
  assert_int_equal (count (one, " of 100"), 1);
  assert_non_null (strstr (one, "<b>7"));
}

static void
says_what_cannot_be_told (void **state)
{
  g_autoptr (ScrutinyComparison) comparison = compare (1, 50);
  g_autofree char *text = scrutiny_export_comparison (comparison, "Late", "text", NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_non_null (strstr (text, "Cannot tell: Only “<b>0” has figures"));
  assert_null (scrutiny_export_comparison (comparison, "Late", "pdf", &error));
  assert_string_equal (error->message, "Form: no “pdf”; there are text, md and html");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (draws_a_funnel),
    cmocka_unit_test (draws_nothing_of_nothing),
    cmocka_unit_test (says_the_spread_beside_the_funnel),
    cmocka_unit_test (prints_places_as_sets),
    cmocka_unit_test (shows_only_those_outside_of_many),
    cmocka_unit_test (shows_the_one_asked_about),
    cmocka_unit_test (says_what_cannot_be_told),
  };

  return cmocka_run_group_tests_name ("report/comparison-page", tests, NULL, NULL);
}
