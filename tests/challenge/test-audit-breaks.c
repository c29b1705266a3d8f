/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "support/colour-said.h"

#include <scrutiny/error.h>

#include <string.h>

#define PLAIN "\"G\" when value >= 95; \"A\" when value >= 90; otherwise \"R\""

/* Ten months at one level and ten at another. */
#define TWO_LEVELS \
  "period value; 2024-01 94.3; 2024-02 95.8; 2024-03 92.7; 2024-04 95.1; 2024-05 97.6; " \
  "2024-06 93.0; 2024-07 94.9; 2024-08 96.2; 2024-09 91.4; 2024-10 95.5; 2024-11 89.1; " \
  "2024-12 87.2; 2025-01 90.6; 2025-02 88.4; 2025-03 86.9; 2025-04 91.3; 2025-05 88.0; " \
  "2025-06 89.9; 2025-07 90.2; 2025-08 87.5"

/* The same, further apart. */
#define FALLEN \
  "period value; 2024-01 94.3; 2024-02 95.8; 2024-03 92.7; 2024-04 95.1; 2024-05 97.6; " \
  "2024-06 93.0; 2024-07 94.9; 2024-08 96.2; 2024-09 91.4; 2024-10 95.5; 2024-11 85.1; " \
  "2024-12 83.2; 2025-01 86.6; 2025-02 84.4; 2025-03 82.9; 2025-04 87.3; 2025-05 84.0; " \
  "2025-06 85.9; 2025-07 86.2; 2025-08 83.5"

/* Neighbours alike on either side, and a second stretch that never moves. */
#define SLOW \
  "period value; 2024-01 91.1; 2024-02 91.1; 2024-03 91.0; 2024-04 91.5; 2024-05 91.9; " \
  "2024-06 92.0; 2024-07 91.1; 2024-08 89.0; 2024-09 89.5; 2024-10 90.0; 2024-11 96.1; " \
  "2024-12 95.9; 2025-01 95.4; 2025-02 95.6; 2025-03 94.5; 2025-04 93.9; 2025-05 93.4; " \
  "2025-06 93.9; 2025-07 95.5; 2025-08 96.0"
#define STILL \
  "period value; 2024-01 94.3; 2024-02 95.8; 2024-03 92.7; 2024-04 95.1; 2024-05 97.6; " \
  "2024-06 93.0; 2024-07 94.9; 2024-08 96.2; 2024-09 91.4; 2024-10 95.5; 2024-11 90.1; " \
  "2024-12 90.1; 2025-01 90.1; 2025-02 90.1; 2025-03 90.1; 2025-04 90.1; 2025-05 90.1; " \
  "2025-06 90.1; 2025-07 90.1; 2025-08 90.1"

static ScrutinyShifts *
find_shifts (ScrutinyTable *table)
{
  gsize n;
  const double *values = scrutiny_table_get_doubles (table, "value", &n);
  const char *first = scrutiny_table_get_texts (table, "period")[0];
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new (first, n, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (months, values, n, NULL);

  return scrutiny_shifts_new (series, NULL, NULL);
}

static ScrutinyColourAudit *
audit_with (const char *text, const char *breaks, gboolean with_shifts, GError **error)
{
  g_autoptr (ScrutinyTable) table = draw (text);
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (PLAIN, NULL, NULL);
  g_autoptr (ScrutinyColourAuditOptions) options = scrutiny_colour_audit_options_new ();
  g_autoptr (ScrutinyShifts) shifts = with_shifts ? find_shifts (table) : NULL;
  g_auto (GStrv) dates = g_strsplit (breaks, " ", -1);

  scrutiny_colour_audit_options_set_breaks (options, (const char *const *) dates);
  scrutiny_colour_audit_options_set_shifts (options, shifts);

  return scrutiny_colour_audit_new_with_options (table, rule, options, error);
}

/* scipy 1.10 from the definitions: each stretch by itself, a recursion over all of them. */
static const struct known {
  const char *label, *breaks;
  gboolean with_shifts;
  double expected, low, high;
  guint changes;
  const char *statement;
} known[] = {
  { "one level", "", FALSE, 9.456596931185842, 4, 14, 14,
    "A figure that stays at one level, and moves from one period to the next as this one does, "
    "would change its status between 4 and 14 times in 20 periods, in 19 of 20 such stretches; "
    "this one did 14 times." },
  { "a level on either side of a break", "2024-11", FALSE, 9.47301126909607, 4, 14, 14,
    "A figure that keeps to the levels this one had under each way of counting, from January 2024, "
    "November 2024 on, and moves from one period to the next as it does, would change its status "
    "between 4 and 14 times in 20 periods, in 19 of 20 such histories; this one did 14 times." },
  { "a break by its date", "2024-11-01", FALSE, 9.47301126909607, 4, 14, 14, NULL },
  { "a break amid a period begins with it", "2024-11-15", FALSE, 9.47301126909607, 4, 14, 14,
    NULL },
  { "a break amid the period before is another", "2024-10-15 2024-11-01", FALSE, 8.882670555754284,
    4, 13, 13, NULL },
  { "a break where the figures begin is none", "2024-01 2020-01", FALSE, 9.456596931185842, 4, 14,
    14, NULL },
  { "nor is one after their end", "2026-01", FALSE, 9.456596931185842, 4, 14, 14, NULL },
  { "no shift that is found is no break", "", TRUE, 9.456596931185842, 4, 14, 14, NULL },
  { "a stretch that is too short is left out", "2025-06", FALSE, 8.416572706733165, 3, 13, 12,
    "From January 2024 to May 2025, a figure that stays at one level, and moves from one period to "
    "the next as this one does, would change its status between 3 and 13 times in 17 periods, in "
    "19 of 20 such stretches; this one did 12 times. The other stretches are too short to say." },
};

static const struct known fallen[] = {
  { "where it was found to shift", "", TRUE, 5.897404018293417, 3, 9, 8,
    "A figure that keeps to the levels this one had from January 2024, November 2024 on, and moves "
    "from one period to the next as it does, would change its status between 3 and 9 times in 20 "
    "periods, in 19 of 20 such histories; this one did 8 times." },
  { "declared where it also shifted", "2024-11", TRUE, 5.897404018293417, 3, 9, 8,
    "A figure that keeps to the levels this one had under each way of counting, from January 2024, "
    "November 2024 on, and moves from one period to the next as it does, would change its status "
    "between 3 and 9 times in 20 periods, in 19 of 20 such histories; this one did 8 times." },
};

static void
expects_changes_of_each_level (void **state)
{
  const struct known *row = *state;
  const gboolean is_fallen = row >= fallen && row < fallen + G_N_ELEMENTS (fallen);
  g_autoptr (ScrutinyColourAudit) audit =
      audit_with (is_fallen ? FALLEN : TWO_LEVELS, row->breaks, row->with_shifts, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (audit));
  g_autofree char *statement =
      scrutiny_finding_dup_statement (find_said (findings, "colour.expected"), NULL);

  assert_near (scrutiny_colour_audit_get_expected (audit), row->expected, 1e-11);
  assert_near (scrutiny_colour_audit_get_expected_low (audit), row->low, 0);
  assert_near (scrutiny_colour_audit_get_expected_high (audit), row->high, 0);
  assert_int_equal (scrutiny_colour_audit_get_changes_compared (audit), row->changes);
  if (row->statement)
    assert_string_equal (statement, row->statement);
}

/* Neighbours have nothing in common across the break, else it would be 1 to 10. */
static void
forgets_across_a_break (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit = audit_with (SLOW, "2024-11", FALSE, NULL);

  assert_near (scrutiny_colour_audit_get_expected (audit), 5.741711731113834, 1e-11);
  assert_near (scrutiny_colour_audit_get_expected_low (audit), 0, 0);
  assert_near (scrutiny_colour_audit_get_expected_high (audit), 10, 0);
}

/* 4.777 of the first ten months by themselves; then one more unless the last of them is “A”, which
 * it is with a chance of 0.512.
 */
static void
expects_nothing_of_what_never_moves (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit = audit_with (STILL, "2024-11", FALSE, NULL);

  assert_near (scrutiny_colour_audit_get_expected (audit), 5.265020763549655, 1e-11);
}

/* Years on either side of what is counted otherwise are no years of one figure; those before a
 * shift are, and the shift is how its level moves.
 */
static void
compares_years_that_are_counted_alike (void **state)
{
  static const char three_years[] =
      "period value; "
      "2021-01 87.5; 2021-02 90.8; 2021-03 88.2; 2021-04 91.8; 2021-05 89.2; 2021-06 93.0; "
      "2021-07 90.2; 2021-08 87.8; 2021-09 91.2; 2021-10 88.8; 2021-11 92.5; 2021-12 89.8; "
      "2022-01 90.2; 2022-02 93.8; 2022-03 91.2; 2022-04 95.0; 2022-05 92.2; 2022-06 95.8; "
      "2022-07 93.2; 2022-08 90.8; 2022-09 94.5; 2022-10 91.8; 2022-11 95.2; 2022-12 92.8; "
      "2023-01 85.2; 2023-02 89.0; 2023-03 86.2; 2023-04 89.8; 2023-05 87.2; 2023-06 90.8; "
      "2023-07 88.5; 2023-08 85.8; 2023-09 89.2; 2023-10 86.8; 2023-11 90.2; 2023-12 88.0";
  g_autoptr (ScrutinyColourAudit) whole = audit_with (three_years, "", FALSE, NULL);
  g_autoptr (ScrutinyColourAudit) parts = audit_with (three_years, "2022-01", FALSE, NULL);
  g_autoptr (ScrutinyColourAudit) shifted = audit_with (three_years, "", TRUE, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifted));

  assert_near (scrutiny_colour_audit_get_bits_carried (whole), 0.2916975041186214, 1e-12);
  assert_near (scrutiny_colour_audit_get_bits_carried (parts), NAN, 0);
  assert_non_null (strstr (json, "\"begun\":\"found\""));
  assert_true (scrutiny_colour_audit_get_bits_carried (shifted) > 0);
}

/* Mean step 15/11; across the break there is no step, and a mean of 9/10. */
static const struct steps {
  const char *label, *breaks;
  guint with_signal, without_change;
} steps[] = {
  { "a step to another level", "", 1, 0 },
  { "no step across a break", "2024-11", 0, 0 },
};

static void
takes_no_step_across_a_break (void **state)
{
  const struct steps *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_with (
      "period value; 2024-01 94; 2024-02 95; 2024-03 94; 2024-04 95; 2024-05 94; 2024-06 95; "
      "2024-07 94; 2024-08 95; 2024-09 94; 2024-10 95; 2024-11 89; 2024-12 89",
      row->breaks, FALSE, NULL);

  assert_int_equal (scrutiny_colour_audit_get_changes (audit), 10);
  assert_int_equal (scrutiny_colour_audit_get_changes_with_signal (audit), row->with_signal);
  assert_int_equal (scrutiny_colour_audit_get_signals_without_change (audit), row->without_change);
}

/* The chart starts new lines there, so nothing stands out on either side. */
static void
draws_new_lines_at_a_break (void **state)
{
  g_autoptr (ScrutinyColourAudit) one = audit_with (FALLEN, "", FALSE, NULL);
  g_autoptr (ScrutinyColourAudit) two = audit_with (FALLEN, "2024-11", FALSE, NULL);
  const double *before =
      scrutiny_table_get_doubles (scrutiny_colour_audit_get_rows (one), "pattern", NULL);
  const double *after =
      scrutiny_table_get_doubles (scrutiny_colour_audit_get_rows (two), "pattern", NULL);
  double n_before = 0, n_after = 0;

  for (gsize i = 0; i < 20; i++) {
    n_before += before[i];
    n_after += after[i];
  }
  assert_true (n_before > 0);
  assert_near (n_after, 0, 0);
}

static void
refuses_a_break_that_is_no_date (void **state)
{
  g_autoptr (GError) error = NULL;

  assert_null (audit_with (TWO_LEVELS, "2024-11 soon", FALSE, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  assert_string_equal (error->message,
                       "Breaks: “soon” is no date and no period that stands by itself; give the "
                       "first one that is counted anew, such as 2024-04-01 or 2024-04");
}

static void
says_of_no_stretch_that_is_long_enough (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit =
      audit_with (TWO_LEVELS, "2024-07 2025-01 2025-05", FALSE, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (audit));

  assert_near (scrutiny_colour_audit_get_expected (audit), NAN, 0);
  assert_non_null (strstr (json, "No stretch between two breaks has 8 periods with a value: ask "
                                 "for earlier ones, counted as they are now."));
}

static void
writes_the_stretches (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit = audit_with (TWO_LEVELS, "2024-11", FALSE, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (audit));

  assert_non_null (strstr (json, "\"breaks\":[\"2024-11\"]"));
  assert_non_null (strstr (json,
                           "\"stretches\":[{\"first\":\"2024-01\",\"last\":\"2024-10\","
                           "\"begun\":null,\"n_used\":10,\"law\":\"normal\",\"level\":94.65,"));
  assert_non_null (strstr (json, "{\"first\":\"2024-11\",\"last\":\"2025-08\",\"begun\":"
                                 "\"declared\",\"n_used\":10,\"law\":\"normal\",\"level\":88.91"));
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (forgets_across_a_break),
    cmocka_unit_test (expects_nothing_of_what_never_moves),
    cmocka_unit_test (compares_years_that_are_counted_alike),
    cmocka_unit_test (draws_new_lines_at_a_break),
    cmocka_unit_test (refuses_a_break_that_is_no_date),
    cmocka_unit_test (says_of_no_stretch_that_is_long_enough),
    cmocka_unit_test (writes_the_stretches),
  };
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (fallen) + G_N_ELEMENTS (steps) +
                          G_N_ELEMENTS (others)];
  size_t n =
      add_rows (tests, expects_changes_of_each_level, known, G_N_ELEMENTS (known), sizeof *known);

  n += add_rows (tests + n, expects_changes_of_each_level, fallen, G_N_ELEMENTS (fallen),
                 sizeof *fallen);
  n += add_rows (tests + n, takes_no_step_across_a_break, steps, G_N_ELEMENTS (steps),
                 sizeof *steps);
  memcpy (tests + n, others, sizeof others);

  return cmocka_run_group_tests_name ("challenge/audit-breaks", tests, NULL, NULL);
}
