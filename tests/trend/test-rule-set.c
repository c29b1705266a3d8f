/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/rule-text.h"

#include "support/csv-rows.h"
#include "support/near.h"

#include <stdlib.h>

static char *folder; /* of the cases; NULL when the shared folder is absent */

static void
sets_are_found_by_name (void **state)
{
  g_autofree char *names = rule_set_dup_names ();

  (void) state;
  assert_string_equal (
      names, "anhoej, anhoej-bestbox, anhoej-cutbox, mdc-2018, mdc-2023, nelson, powerbi-spc, "
             "provost-murray-run, runchart, western-electric, wheeler");
  assert_string_equal (rule_set_find ("wheeler")->name, "wheeler");
  assert_null (rule_set_find ("Wheeler"));
  assert_null (rule_set_find (""));
}

/* The table of docs/methods/rule-sets.md. */
static const struct row {
  const char *set, *id;
  RuleHow how;
  KernelRule rule;
} promised[] = {
  { "anhoej", "long-run", RULE_LONG_RUN, { .tie = KERNEL_TIE_SKIPS, .mark = KERNEL_MARK_WHOLE } },
  { "anhoej", "few-crossings", RULE_FEW_CROSSINGS, { 0 } },
  { "mdc-2023", "beyond-limits", RULE_BEYOND_LIMITS, { .hits = 1, .window = 1 } },
  { "mdc-2023",
    "one-side",
    RULE_PATTERN,
    { .hits = 7, .window = 7, .tie = KERNEL_TIE_BREAKS, .mark = KERNEL_MARK_WHOLE } },
  { "mdc-2023",
    "two-of-three",
    RULE_PATTERN,
    { .hits = 2, .window = 3, .distance = 2, .same_side = true, .mark = KERNEL_MARK_BEYOND } },
  { "mdc-2023",
    "trend",
    RULE_PATTERN,
    { .shape = KERNEL_RULE_TREND, .hits = 7, .window = 7, .mark = KERNEL_MARK_WHOLE } },
  { "wheeler", "beyond-limits", RULE_BEYOND_LIMITS, { .hits = 1, .window = 1 } },
  { "wheeler",
    "one-side",
    RULE_PATTERN,
    { .hits = 8, .window = 8, .tie = KERNEL_TIE_SKIPS, .mark = KERNEL_MARK_WHOLE } },
  { "wheeler",
    "three-of-four",
    RULE_PATTERN,
    { .hits = 3, .window = 4, .distance = 1.5, .mark = KERNEL_MARK_WHOLE } },
};

static void
assert_rule (const Rule *rule, const struct row *row)
{
  assert_string_equal (rule->id, row->id);
  assert_int_equal (rule->how, row->how);
  assert_int_equal (rule->pattern.shape, row->rule.shape);
  assert_int_equal (rule->pattern.hits, row->rule.hits);
  assert_int_equal (rule->pattern.window, row->rule.window);
  assert_near (rule->pattern.distance, row->rule.distance, 0);
  assert_int_equal (rule->pattern.inclusive, row->rule.inclusive);
  assert_int_equal (rule->pattern.same_side, row->rule.same_side);
  assert_int_equal (rule->pattern.tie, row->rule.tie);
  assert_int_equal (rule->pattern.mark, row->rule.mark);
}

static void
sets_hold_their_rules (void **state)
{
  const RuleSet *set = NULL;
  guint n = 0;

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (promised); k++) {
    const RuleSet *next = rule_set_find (promised[k].set);

    assert_true (next == set || !set || n == set->n_rules);
    n = next == set ? n : 0;
    set = next;
    assert_true (n < set->n_rules);
    assert_rule (&set->rules[n++], &promised[k]);
  }
  assert_int_equal (n, set->n_rules);
}

/* The worked example of that page: eight above a centre of 10, then with a tie. */
static void
sets_differ_as_their_page_says (void **state)
{
  static const struct {
    const char *set;
    double fourth;
    guint rule;
    size_t n_signals, completed;
  } rows[] = {
    { "wheeler", 13, 1, 1, 7 },
    { "mdc-2023", 13, 1, 1, 6 },
    { "wheeler", 10, 1, 0, 0 },
    { "mdc-2023", 10, 1, 0, 0 },
  };
  double values[] = { 12, 13, 12, 13, 12, 13, 12, 13 };
  double centre[8], spreads[8];
  size_t work[8], n_signals;
  KernelSignal signals[8];
  uint8_t marks[8];

  (void) state;
  for (guint i = 0; i < 8; i++) {
    centre[i] = 10;
    spreads[i] = 5;
  }
  for (guint k = 0; k < G_N_ELEMENTS (rows); k++) {
    const Rule *rule = &rule_set_find (rows[k].set)->rules[rows[k].rule];

    values[3] = rows[k].fourth;
    assert_int_equal (kernel_rule (8, values, centre, spreads, NULL, &rule->pattern, work, signals,
                                   marks, &n_signals),
                      KERNEL_OK);
    assert_int_equal (n_signals, rows[k].n_signals);
    if (n_signals == 0)
      continue;
    assert_int_equal (signals[0].first, 0);
    assert_int_equal (signals[0].last, 7);
    assert_int_equal (signals[0].completed, rows[k].completed);
  }
}

static void
knows_what_needs_limits (void **state)
{
  const RuleSet *wheeler = rule_set_find ("wheeler");

  (void) state;
  assert_true (rule_needs_limits (&wheeler->rules[0]));
  assert_false (rule_needs_limits (&wheeler->rules[1]));
  assert_true (rule_needs_limits (&wheeler->rules[2]));
  assert_false (rule_needs_limits (&rule_set_find ("anhoej")->rules[0]));
}

/* Other tools' rules as ours, by how their names start: a rule of a set, or one written
 * out where the tool was asked for another number.
 */
static const struct profile {
  const char *set, *starts;
  const char *ours; /* “nelson/trend”, or a rule */
  double spread;    /* where the file states limits instead; 0: as in the file */
} profiles[] = {
  { "qcc", "WER1", "western-electric/beyond-limits", 0 },
  { "qcc", "NEL1", "nelson/beyond-limits", 0 },
  { "qcc", "WER2", "western-electric/two-of-three", 0 },
  { "qcc", "NEL5", "nelson/two-of-three", 0 },
  { "qcc", "WER3", "western-electric/four-of-five", 0 },
  { "qcc", "NEL6", "nelson/four-of-five", 0 },
  { "qcc", "WER4", "western-electric/one-side", 0 },
  { "qcc", "NEL2", "nelson/one-side", 0 },
  { "qcc", "NEL3", "nelson/trend", 0 },
  { "qcc", "NEL4", "nelson/alternating", 0 },
  { "qcc", "NEL8", "nelson/outside", 0 },
  { "PowerBI-SPC", "shift n=7", "powerbi-spc/one-side", 0 },
  { "PowerBI-SPC", "shift n=5", "5 on one side", 0 },
  { "PowerBI-SPC", "shift n=4", "4 on one side", 0 },
  { "PowerBI-SPC", "shift n=3", "3 on one side, tie breaks, mark whole", 0 },
  { "PowerBI-SPC", "trend n=5", "powerbi-spc/trend", 0 },
  { "PowerBI-SPC", "trend n=4", "4 trending", 0 },
  { "PowerBI-SPC", "trend n=3", "3 trending", 0 },
  /* Limits 0 and 10: centre 5, and 5 is three spreads. */
  { "PowerBI-SPC", "2of3 limits 0..10", "powerbi-spc/two-of-three", 5.0 / 3 },
  { "NHSRplotthedots", "7 one side", "7 on one side mark completing", 0 },
  { "NHSRplotthedots", "7 trend", "7 trending mark completing", 0 },
  { "runchart", "shift >=6", "runchart/one-side", 0 },
  { "runchart", "trend >=5", "runchart/trend", 0 },
};

static const struct profile *
find_profile (const char *set, const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (profiles); i++) {
    if (g_str_equal (profiles[i].set, set) && g_str_has_prefix (rule, profiles[i].starts))
      return &profiles[i];
  }

  return NULL;
}

/* A copy of the rule. */
static KernelRule
rule_of (const char *ours)
{
  g_auto (GStrv) parts = g_strsplit (ours, "/", 2);
  KernelRule rule = { 0 };

  if (!parts[1]) {
    RuleSet *set = rule_text_parse (ours, NULL);
    assert_non_null (set);
    rule = set->rules[0].pattern;
    rule_text_free (set);
    return rule;
  }
  const RuleSet *set = rule_set_find (parts[0]);
  for (guint k = 0; k < set->n_rules; k++) {
    if (g_str_equal (set->rules[k].id, parts[1]))
      rule = set->rules[k].pattern;
    if (set->rules[k].how == RULE_BEYOND_LIMITS && g_str_equal (set->rules[k].id, parts[1]))
      rule.distance = 3;
  }
  assert_true (rule.window > 0);

  return rule;
}

static void
check_micro_case (const struct profile *profile, const CsvRows *rows, guint i)
{
  g_auto (GStrv) texts = g_strsplit (csv_rows_get (rows, i, "series"), " ", -1);
  const guint n = g_strv_length (texts);
  double values[32], centre[32], spreads[32];
  const double line = csv_number (csv_rows_get (rows, i, "centre"));
  const double spread = csv_number (csv_rows_get (rows, i, "sigma"));
  size_t work[32], n_signals;
  KernelSignal signals[32];
  uint8_t marks[32];
  g_autoptr (GString) got = g_string_new (NULL);

  assert_true (n <= 32);
  for (guint k = 0; k < n; k++) {
    values[k] = csv_number (texts[k]);
    centre[k] = profile->spread > 0 ? 5 : isnan (line) ? 0 : line;
    spreads[k] = profile->spread > 0 ? profile->spread : spread;
  }
  const KernelRule rule = rule_of (profile->ours);
  assert_int_equal (
      kernel_rule (n, values, centre, spreads, NULL, &rule, work, signals, marks, &n_signals),
      KERNEL_OK);
  for (guint k = 0; k < n; k++) {
    if (marks[k])
      g_string_append_printf (got, "%s%u", got->len ? " " : "", k + 1);
  }

  const char *wanted = csv_rows_get (rows, i, "expected_1based");
  if (!g_str_equal (got->str, wanted))
    print_error ("%s %s %s\n", profile->set, csv_rows_get (rows, i, "rule"),
                 csv_rows_get (rows, i, "series"));
  assert_string_equal (got->str, wanted);
}

static void
agrees_with_rules_of_other_tools (void **state)
{
  CsvRows *rows = csv_rows_read (folder, "rule_micro_cases.csv");
  guint n_checked = 0;

  (void) state;
  if (!rows) {
    print_message ("# skipped: the shared folder with the known answers is absent\n");
    return;
  }
  for (guint i = 0; i < csv_rows_count (rows); i++) {
    const char *set = csv_rows_get (rows, i, "ruleset");
    const char *rule = csv_rows_get (rows, i, "rule");
    const struct profile *profile = find_profile (set, rule);

    if (!profile)
      print_error ("%s %s: there is no such rule\n", set, rule);
    assert_non_null (profile);
    check_micro_case (profile, rows, i);
    n_checked++;
  }
  print_message ("# %u sequences checked\n", n_checked);
  assert_int_equal (n_checked, 35);
  csv_rows_free (rows);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (sets_are_found_by_name),           cmocka_unit_test (sets_hold_their_rules),
    cmocka_unit_test (sets_differ_as_their_page_says),   cmocka_unit_test (knows_what_needs_limits),
    cmocka_unit_test (agrees_with_rules_of_other_tools),
  };
  const char *shared = getenv ("SCRUTINY_SHARED");

  folder = g_build_filename (shared ? shared : "", "cases", "spc", NULL);

  const int status = cmocka_run_group_tests_name ("trend/rule-set", tests, NULL, NULL);
  g_free (folder);

  return status;
}
