/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "support/colour-said.h"

#include <string.h>

#define PLAIN "\"G\" when value >= 85; \"A\" when value >= 80; otherwise \"R\""

/* Four quarters; twelve months that vary as twenty cases do; twelve that move more together. */
#define QUARTERS \
  "period numerator denominator; 2024-Q1 170 200; 2024-Q2 130 200; 2024-Q3 165 200; 2024-Q4 172 " \
  "200"
#define OF_TWENTY \
  "period numerator denominator; 2024-01 17 20; 2024-02 16 20; 2024-03 18 20; 2024-04 17 20; " \
  "2024-05 15 20; 2024-06 19 20; 2024-07 17 20; 2024-08 16 20; 2024-09 18 20; 2024-10 17 20; " \
  "2024-11 16 20; 2024-12 18 20"
#define MANY \
  "period numerator denominator; 2024-01 8400 10000; 2024-02 8600 10000; 2024-03 8300 10000; " \
  "2024-04 8700 10000; 2024-05 8450 10000; 2024-06 8650 10000; 2024-07 8350 10000; 2024-08 8600 " \
  "10000; 2024-09 8400 10000; 2024-10 8620 10000"
#define RATES \
  "period value numerator denominator; 2024-Q1 1.50 135 90; 2024-Q2 1.08 98 91; 2024-Q3 1.40 129 " \
  "92"

#define STAYING \
  "period numerator denominator; 2024-Q1 170 200; 2024-Q2 172 200; 2024-Q3 150 200; 2024-Q4 165 " \
  "200"

/* R 4.2: fisher.test and poisson.test of each step, p.adjust (…, "holm"). */
static const struct known {
  const char *label, *table, *rule;
  guint changes, beyond, steps, missed;
  const char *test, *told_by;
  double chances[13]; /* of each row; 0 for none */
} known[] = {
  { "too few periods for steps",
    QUARTERS,
    PLAIN,
    3,
    2,
    3,
    0,
    "fisher",
    "counts",
    { 0, 1.624784564100523e-05, 2.013955409562917e-04, 0.4103439512141982 } },
  { "steps that change no status are allowed for",
    STAYING,
    PLAIN,
    2,
    1,
    3,
    0,
    "fisher",
    "counts",
    { 0, 0.88719584189987855, 0.02332760978580999, 0.17334656131631862 } },
  { "a step beyond chance that changes none",
    STAYING,
    "\"G\" when value >= 70; otherwise \"R\"",
    0,
    0,
    3,
    1,
    "fisher",
    "counts",
    { 0, 0.88719584189987855, 0.02332760978580999, 0.17334656131631862 } },
  { "few cases vary as chance has them",
    OF_TWENTY,
    PLAIN,
    8,
    0,
    11,
    0,
    "fisher",
    "counts",
    { 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 } },
  { "many cases that move together",
    MANY,
    PLAIN,
    9,
    9,
    9,
    0,
    "fisher",
    "steps",
    { 0, 1.918956463485121e-04, 3.529902504822351e-08, 2.293611077349997e-14, 2.800230219088149e-06,
      1.918956463485121e-04, 2.495846288679085e-08, 4.797070782137880e-06, 1.918956463485121e-04,
      5.435407491845350e-05 } },
  { "so many in so much",
    RATES,
    "\"High\" when value >= 1.2; otherwise \"Low\"",
    2,
    1,
    2,
    0,
    "two-counts",
    "counts",
    { 0, 0.02544919529027790, 0.05404170795796651 } },
};

static void
tells_cases_apart (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, row->rule);
  ScrutinyTable *rows = scrutiny_colour_audit_get_rows (audit);
  const double *chances = scrutiny_table_get_doubles (rows, "count_chance", NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (audit));
  g_autofree char *counts = g_strdup_printf (
      "\"told_by\":\"%s\",\"counts\":{\"test\":\"%s\",\"tested\":%u,\"beyond_chance\":%u,"
      "\"steps\":%u,\"beyond_without_change\":%u}",
      row->told_by, row->test, row->changes, row->beyond, row->steps, row->missed);

  for (gsize i = 0; i < scrutiny_table_get_n_rows (rows); i++)
    assert_near (chances[i], row->chances[i] > 0 ? row->chances[i] : NAN, 1e-10 * row->chances[i]);
  assert_int_equal (scrutiny_colour_audit_get_changes (audit), row->changes);
  assert_int_equal (scrutiny_colour_audit_get_changes_beyond_chance (audit), row->beyond);
  assert_string_equal (scrutiny_colour_audit_get_told_by (audit), row->told_by);
  assert_non_null (strstr (json, counts));
}

/* Where neither says anything, or only steps do. */
static const struct silent {
  const char *label, *table;
  const char *told_by;
} silent[] = {
  { "without counts", "period value; 2024-Q1 85; 2024-Q2 65; 2024-Q3 82.5", NULL },
  { "a change to a period without counts",
    "period value numerator denominator; 2024-Q1 85 170 200; 2024-Q2 65 - -; 2024-Q3 82.5 165 200",
    NULL },
  { "another step that has them",
    "period value numerator denominator; 2024-Q1 85 170 200; 2024-Q2 65 - -; 2024-Q3 82.5 165 "
    "200; 2024-Q4 84 168 200",
    NULL },
  { "counts that do not make the value",
    "period value numerator denominator; 2024-Q1 85 170 200; 2024-Q2 65 140 200; 2024-Q3 82.5 165 "
    "200",
    NULL },
  { "totals of a year to date are not two counts",
    "period numerator denominator; 2024-04_to_date 170 200; 2024-05_to_date 200 400", NULL },
  { "rows that are no periods", "numerator denominator; 170 200; 130 200", NULL },
};

static void
says_nothing_of_counts (void **state)
{
  const struct silent *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, PLAIN);
  const char *told_by = scrutiny_colour_audit_get_told_by (audit);

  if (row->told_by)
    assert_string_equal (told_by, row->told_by);
  else
    assert_null (told_by);
}

/* A period without counts makes shares no rates: Fisher, R 4.2, of one step. */
static void
takes_shares_for_what_they_are (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit = audit_of (
      "period value numerator denominator; 2024-Q1 85 170 200; 2024-Q2 65 130 200; 2024-Q3 66 - -",
      PLAIN);
  const double *chances =
      scrutiny_table_get_doubles (scrutiny_colour_audit_get_rows (audit), "count_chance", NULL);

  assert_near (chances[1], 5.415948547001743e-06, 1e-16);
}

static const ColourSaid said[] = {
  { "says so of what changed no status, not of what did", STAYING "; 2025-Q1 120 200",
    "\"G\" when value >= 70; otherwise \"R\"", "colour.missed",
    "The cases behind 1 period differ from those of the period before by more than chance would "
    "have them, and the status did not change; the last is July–September 2024, from 86 to 75.",
    "What changed in July–September 2024, and why does the status not show it?", NULL },
  { "says which cases differ though the status does not", STAYING,
    "\"G\" when value >= 70; otherwise \"R\"", "colour.missed",
    "The cases behind 1 period differ from those of the period before by more than chance would "
    "have them, and the status did not change; the last is July–September 2024, from 86 to 75.",
    "What changed in July–September 2024, and why does the status not show it?", NULL },
  { "says how many changes chance between cases would make", QUARTERS, PLAIN, "colour.changes",
    "The status changed 3 times in 4 periods; in 1 of these the cases behind the two periods "
    "differ "
    "by no more than chance would have them.",
    "What happened in the periods when the status changed, and who was told?", NULL },
};

/* What is counted otherwise is another figure; the other change is told of. */
static void
does_not_compare_across_a_break (void **state)
{
  static const char *const breaks[] = { "2024-Q2", NULL };
  g_autoptr (ScrutinyTable) table = draw (QUARTERS);
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (PLAIN, NULL, NULL);
  g_autoptr (ScrutinyColourAuditOptions) options = scrutiny_colour_audit_options_new ();
  g_autoptr (ScrutinyColourAudit) audit = NULL;
  const double *chances;

  scrutiny_colour_audit_options_set_breaks (options, breaks);
  audit = scrutiny_colour_audit_new_with_options (table, rule, options, NULL);
  chances =
      scrutiny_table_get_doubles (scrutiny_colour_audit_get_rows (audit), "count_chance", NULL);
  assert_near (chances[1], NAN, 0);
  /* 1.006977704781459e-04 by itself, as above; of two. */
  assert_near (chances[2], 2.013955409562918e-04, 1e-15);
  assert_string_equal (scrutiny_colour_audit_get_told_by (audit), "counts");
}

/* Across a missing period a change is from the last that had a status. */
static void
compares_across_a_gap (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit = audit_of (
      "period numerator denominator; 2024-Q1 170 200; 2024-Q2 - -; 2024-Q3 130 200", PLAIN);

  assert_int_equal (scrutiny_colour_audit_get_changes_beyond_chance (audit), 1);
}

static void
a_bare_audit_says_nothing (void **state)
{
  g_autoptr (ScrutinyColourAudit) bare = g_object_new (SCRUTINY_TYPE_COLOUR_AUDIT, NULL);

  assert_null (scrutiny_colour_audit_get_told_by (bare));
  assert_int_equal (scrutiny_colour_audit_get_changes_beyond_chance (bare), 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (silent) + G_N_ELEMENTS (said) + 4];
  size_t n = add_rows (tests, tells_cases_apart, known, G_N_ELEMENTS (known), sizeof *known);

  n += add_rows (tests + n, says_nothing_of_counts, silent, G_N_ELEMENTS (silent), sizeof *silent);
  n += add_rows (tests + n, says_so_in_words, said, G_N_ELEMENTS (said), sizeof *said);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (does_not_compare_across_a_break);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_shares_for_what_they_are);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (compares_across_a_gap);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_bare_audit_says_nothing);

  return cmocka_run_group_tests_name ("challenge/audit-counts", tests, NULL, NULL);
}
