/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "support/colour-said.h"

#include <string.h>

#define PLAIN "\"G\" when value >= 85; \"A\" when value >= 80; otherwise \"R\""

/* April to March by itself: 17, 16, 18, 17, 15, 19, 17, 16, 18, 17, 16, 18 of 20, added up; then
 * April, 15 of 20, and May, 19.
 */
#define TO_DATE \
  "2024-04_to_date 17 20; 2024-05_to_date 33 40; 2024-06_to_date 51 60; 2024-07_to_date 68 80; " \
  "2024-08_to_date 83 100; 2024-09_to_date 102 120; 2024-10_to_date 119 140; 2024-11_to_date 135 " \
  "160; 2024-12_to_date 153 180; 2025-01_to_date 170 200; 2025-02_to_date 186 220; " \
  "2025-03_to_date 204 240; 2025-04_to_date 15 20; 2025-05_to_date 34 40"
#define HEAD "period numerator denominator; "

static const struct apart {
  const char *label, *table;
  const char *values; /* of each period by itself */
} aparts[] = {
  { "two years", HEAD TO_DATE, "85 80 90 85 75 95 85 80 90 85 80 90 75 95" },
  { "where the year begins is not seen",
    HEAD "2024-04_to_date 17 20; 2024-05_to_date 33 40; 2024-06_to_date 51 60", "- 80 90" },
  { "a year that was begun before",
    HEAD "2025-03_to_date 204 240; 2025-04_to_date 15 20; "
         "2025-05_to_date 34 40; 2026-04_to_date 18 20",
    "- 75 95 90" },
  { "after a gap", HEAD "2024-04_to_date 17 20; 2024-06_to_date 51 60; 2024-07_to_date 68 80",
    "- - 85" },
  { "a total that was corrected",
    HEAD "2024-03_to_date 190 240; 2024-04_to_date 17 20; 2024-05_to_date 15 40; 2024-06_to_date "
         "35 38; 2024-07_to_date 52 58",
    "- 85 - - 85" },
  { "a percentage that is not that of its counts",
    "period value numerator denominator; 2025-03_to_date 85 204 240; 2025-04_to_date 75 15 20; "
    "2025-05_to_date 60 34 40; 2025-06_to_date 86.7 52 60",
    "- 75 - -" },
  { "quarters",
    HEAD "2024/25-Q1_to_date 51 60; 2024/25-Q2_to_date 102 120; 2024/25-Q3_to_date 153 "
         "180; 2024/25-Q4_to_date 204 240; 2025/26-Q1_to_date 45 60",
    "85 85 85 85 75" },
  { "shares that were worked out, not printed",
    "period value numerator denominator; 2024/25-Q4_to_date 0.85 204 240; 2025/26-Q1_to_date 0.75 "
    "45 60; 2025/26-Q2_to_date 0.8083333333333333 97 120",
    "- 0.75 0.866667" },
  { "printed as the totals are",
    "period value numerator denominator; 2025-03_to_date 85.0 204 240; 2025-04_to_date 66.7 20 30; "
    "2025-05_to_date 71.1 32 45",
    "- 66.7 80" },
};

static char *
spell (ScrutinyTable *rows)
{
  gsize n;
  const double *values = scrutiny_table_get_doubles (rows, "apart", &n);
  GString *text = g_string_new (NULL);
  char shown[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (
        text, "%s%s", i ? " " : "",
        isnan (values[i]) ? "-" : g_ascii_formatd (shown, sizeof shown, "%g", values[i]));

  return g_string_free (text, FALSE);
}

static void
takes_totals_apart (void **state)
{
  const struct apart *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, PLAIN);
  g_autofree char *values = spell (scrutiny_colour_audit_get_rows (audit));

  assert_string_equal (values, row->values);
}

/* The same as of the periods themselves, which were never added up. */
static void
tells_what_the_periods_tell (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit = audit_of (HEAD TO_DATE, PLAIN);
  g_autoptr (ScrutinyColourAudit) by_itself = audit_of (
      HEAD "2024-04 17 20; 2024-05 16 20; 2024-06 18 20; 2024-07 17 20; 2024-08 15 20; 2024-09 19 "
           "20; 2024-10 17 20; 2024-11 16 20; 2024-12 18 20; 2025-01 17 20; 2025-02 16 20; 2025-03 "
           "18 20; 2025-04 15 20; 2025-05 19 20",
      PLAIN);

  assert_near (scrutiny_colour_audit_get_expected (audit),
               scrutiny_colour_audit_get_expected (by_itself), 0);
  assert_near (scrutiny_colour_audit_get_expected_low (audit),
               scrutiny_colour_audit_get_expected_low (by_itself), 0);
  assert_near (scrutiny_colour_audit_get_expected_high (audit),
               scrutiny_colour_audit_get_expected_high (by_itself), 0);
  assert_near (scrutiny_colour_audit_get_bits_shown (audit),
               scrutiny_colour_audit_get_bits_shown (by_itself), 0);
  assert_int_equal (scrutiny_colour_audit_get_changes (audit),
                    scrutiny_colour_audit_get_changes (by_itself));
  assert_string_equal (scrutiny_colour_audit_get_told_by (audit), "counts");
}

/* Two decimals are printed of a total, so thresholds lie at 84.995 and 79.995: scipy 1.10. */
static void
judges_each_as_totals_are_printed (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit = audit_of (
      "period value numerator denominator; 2024-03_to_date 83.33 100000 120000; 2024-04_to_date "
      "84.00 8400 10000; 2024-05_to_date 85.00 17000 20000; 2024-06_to_date 84.33 25300 30000; "
      "2024-07_to_date 85.00 34000 40000; 2024-08_to_date 84.90 42450 50000; 2024-09_to_date 85.17 "
      "51100 60000; 2024-10_to_date 84.93 59450 70000; 2024-11_to_date 85.06 68050 80000; "
      "2024-12_to_date 84.94 76450 90000; 2025-01_to_date 85.07 85070 100000",
      PLAIN);

  assert_near (scrutiny_colour_audit_get_expected (audit), 4.609123174044591, 1e-11);
}

static void
keeps_a_break_where_it_is (void **state)
{
  g_autoptr (ScrutinyTable) table = draw (HEAD TO_DATE);
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (PLAIN, NULL, NULL);
  g_autoptr (ScrutinyColourAuditOptions) options = scrutiny_colour_audit_options_new ();
  static const char *const breaks[] = { "2025-02", NULL };
  g_autoptr (ScrutinyColourAudit) audit = NULL;
  g_autofree char *json = NULL;

  scrutiny_colour_audit_options_set_breaks (options, breaks);
  audit = scrutiny_colour_audit_new_with_options (table, rule, options, NULL);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (audit));
  assert_non_null (strstr (json, "\"first\":\"2025-02\",\"last\":\"2025-05\",\"begun\":"
                                 "\"declared\""));
}

/* What was published is what the rule was applied to. */
static void
compares_statuses_of_the_totals (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit =
      audit_of ("period numerator denominator status; 2025-03_to_date 204 240 G; 2025-04_to_date "
                "15 20 R; 2025-05_to_date 34 40 A",
                PLAIN);
  ScrutinyTable *found = scrutiny_colour_audit_get_mismatches (audit);

  assert_int_equal (scrutiny_table_get_n_rows (found), 1);
  assert_string_equal (scrutiny_table_get_texts (found, "recomputed")[0], "G");
  assert_int_equal (scrutiny_colour_audit_get_flip_cases (audit), 1);
}

static const ColourSaid said[] = {
  { "says how often each period would have changed it", HEAD TO_DATE, PLAIN, "colour.changes",
    "Each period taken by itself, not the year to date: the rule would have changed the status 10 "
    "times in 14 periods; in 10 of these the cases behind the two periods differ by no more than "
    "chance would have them.",
    "What happened in the periods when the status changed, and who was told?", NULL },
  { "says how many changes to expect of each period", HEAD TO_DATE, PLAIN, "colour.expected",
    "Each period taken by itself, not the year to date: from April 2024 to May 2025, a figure that "
    "stays at one level, and moves from one period to the next as this one does, would change its "
    "status between 2 and 11 times in 14 periods, in 19 of 20 such stretches; this one did 10 "
    "times.",
    "What would tell a change in the service from ordinary movement here?", NULL },
};

static const struct refused {
  const char *label, *table, *reason;
} refused[] = {
  { "a percentage alone", "period value; 2024-04_to_date 85; 2024-05_to_date 82.5",
    "A year-to-date figure holds the periods before it, and a percentage alone cannot be taken "
    "apart: ask for the numerator and the denominator of each, or for each period by itself." },
  { "years that begin at different times",
    HEAD "2024-03_to_date 190 240; 2024-04_to_date 17 20; 2024-05_to_date 15 18; 2024-06_to_date 5 "
         "6",
    "The totals of the year to date start anew at different times of the year: ask for the "
    "numerator and the denominator of each period by itself." },
  { "rolling figures",
    HEAD "2014..2016_rolling 51 60; 2015..2017_rolling 52 60; 2016..2018_rolling 53 60",
    "Rolling figures share data from one period to the next: ask for each period by itself." },
};

static void
says_why_not (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, PLAIN);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (audit));
  g_autofree char *steps = g_strdup_printf ("{\"check\":\"steps\",\"reason\":\"%s\"}", row->reason);
  g_autofree char *expected =
      g_strdup_printf ("{\"check\":\"expected\",\"reason\":\"%s\"}", row->reason);

  assert_non_null (strstr (json, steps));
  assert_non_null (strstr (json, expected));
  assert_null (scrutiny_colour_audit_get_told_by (audit));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (aparts) + G_N_ELEMENTS (said) + G_N_ELEMENTS (refused) + 4];
  size_t n = add_rows (tests, takes_totals_apart, aparts, G_N_ELEMENTS (aparts), sizeof *aparts);

  n += add_rows (tests + n, says_so_in_words, said, G_N_ELEMENTS (said), sizeof *said);
  n += add_rows (tests + n, says_why_not, refused, G_N_ELEMENTS (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (tells_what_the_periods_tell);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (judges_each_as_totals_are_printed);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_a_break_where_it_is);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (compares_statuses_of_the_totals);

  return cmocka_run_group_tests_name ("challenge/audit-apart", tests, NULL, NULL);
}
