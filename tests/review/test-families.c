/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/families.h"

#include <scrutiny/comparison.h>
#include <scrutiny/slope.h>

#include "base/columns-builder.h"
#include "kernel/random.h"
#include "support/near.h"

#include <math.h>

#define N_MONTHS 24

/* One figure whose steady movement was looked at: noise, and @rise a month. */
static void
add_figure (GPtrArray *sections, double rise, uint64_t *random)
{
  double values[N_MONTHS];
  g_autoptr (ScrutinyIndicator) indicator = scrutiny_indicator_new ("x", "X");
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2023-04", N_MONTHS, NULL);
  g_autoptr (ScrutinySeries) series = NULL;
  ReportSection *section = report_section_new (indicator);

  kernel_random_normal (random, N_MONTHS, values);
  for (guint i = 0; i < N_MONTHS; i++)
    values[i] += 50 + rise * i;
  series = scrutiny_series_new (months, values, N_MONTHS, NULL);
  g_ptr_array_add (section->results, scrutiny_slope_new (series, NULL, NULL));
  g_ptr_array_add (sections, section);
}

static GPtrArray *
sections_of (guint n_still, guint n_moving)
{
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) report_section_free);
  uint64_t random = 7;

  for (guint i = 0; i < n_still + n_moving; i++)
    add_figure (sections, i < n_still ? 0 : 0.5, &random);

  return sections;
}

static guint
count_alone (GPtrArray *sections)
{
  guint n = 0;

  for (guint i = 0; i < sections->len; i++) {
    const ReportSection *section = sections->pdata[i];

    if (scrutiny_result_get_chance (section->results->pdata[0]) <= 0.05)
      n++;
  }

  return n;
}

static gint64
count_of (GPtrArray *findings, const char *fact)
{
  gint64 count = -1;

  g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[0]), fact, "x", &count);

  return count;
}

/* Of a hundred still series about five stand out by chance: one in twenty. */
static void
says_how_many_chance_gives (void **state)
{
  g_autoptr (GPtrArray) sections = sections_of (100, 0);
  g_autoptr (GPtrArray) findings = families_dup_findings (sections);
  g_autofree char *statement = NULL;

  (void) state;
  assert_int_equal (findings->len, 1);
  assert_int_equal (count_of (findings, "tested"), 100);
  assert_int_equal (count_of (findings, "flagged"), count_alone (sections));
  assert_int_equal (count_of (findings, "kept"), 0);
  statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  assert_non_null (strstr (statement, "where chance alone would give about 5.0. Taken together "
                                      "none does."));
}

static void
keeps_what_stands_out_among_all (void **state)
{
  g_autoptr (GPtrArray) sections = sections_of (60, 4);
  g_autoptr (GPtrArray) findings = families_dup_findings (sections);
  g_autofree char *statement = NULL;

  (void) state;
  assert_int_equal (count_of (findings, "tested"), 64);
  assert_int_equal (count_of (findings, "kept"), 4);
  assert_int_equal (count_of (findings, "flagged"), count_alone (sections));
  statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  assert_non_null (strstr (statement, "Taken together 4 still do; on average at most one in ten"));
}

/* What cannot tell is not counted as looked at; four figures are read one by one. */
static void
is_silent_about_a_few (void **state)
{
  g_autoptr (GPtrArray) sections = sections_of (0, 4);
  uint64_t random = 1;

  (void) state;
  add_figure (sections, NAN, &random);
  g_autoptr (GPtrArray) findings = families_dup_findings (sections);
  assert_int_equal (findings->len, 0);

  add_figure (sections, 1, &random);
  g_autoptr (GPtrArray) more = families_dup_findings (sections);
  assert_int_equal (count_of (more, "tested"), 5);
}

/* Ten comparisons, of which one is of places that differ. */
static void
counts_comparisons (void **state)
{
  g_autoptr (GPtrArray) sections =
      g_ptr_array_new_with_free_func ((GDestroyNotify) report_section_free);
  g_autofree char *statement = NULL;

  (void) state;
  for (guint i = 0; i < 10; i++) {
    g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
    g_autoptr (ScrutinyTable) table = NULL;
    ReportSection *section = report_section_new (NULL);

    for (guint k = 0; k < 5; k++) {
      g_autofree char *name = g_strdup_printf ("%u", k);

      columns_builder_add_text (builder, "area", name);
      columns_builder_add_number (builder, "above", 50 + (i == 3 ? 8 * k : k));
      columns_builder_add_number (builder, "below", 100);
    }
    table = columns_builder_end (builder);
    g_ptr_array_add (section->results,
                     scrutiny_comparison_new (table, "area", "above", "below", NULL, NULL));
    g_ptr_array_add (sections, section);
  }
  g_autoptr (GPtrArray) findings = families_dup_findings (sections);
  statement = scrutiny_finding_dup_statement (findings->pdata[0], NULL);
  assert_string_equal (statement,
                       "Differences between places or groups: of the 10 figures looked at, 1 "
                       "stands out taken singly, where chance alone would give about 0.5. Taken "
                       "together 1 still does; on average at most one in ten of such is chance.");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (says_how_many_chance_gives),
    cmocka_unit_test (keeps_what_stands_out_among_all),
    cmocka_unit_test (is_silent_about_a_few),
    cmocka_unit_test (counts_comparisons),
  };

  return cmocka_run_group_tests_name ("review/families", tests, NULL, NULL);
}
