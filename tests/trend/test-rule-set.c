/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/rule-set.h"

#include "support/csv-rows.h"
#include "support/near.h"

#include <stdlib.h>

static char *folder; /* of the cases; NULL when the shared folder is absent */

static void
sets_are_found_by_name (void **state)
{
  g_autofree char *names = rule_set_dup_names ();

  (void) state;
  assert_string_equal (names, "anhoej, mdc-2023, wheeler");
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
    { .shape = KERNEL_RULE_TREND, .window = 7, .mark = KERNEL_MARK_WHOLE } },
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

#define BEYOND(n, of, away, ties, marking) \
  { \
    .shape = KERNEL_RULE_BEYOND, .hits = n, .window = of, .distance = away, .tie = ties, \
    .mark = marking \
  }
#define TREND(of, ties, marking) \
  { \
    .shape = KERNEL_RULE_TREND, .window = of, .tie = ties, .mark = marking \
  }
#define BREAKS KERNEL_TIE_BREAKS
#define SKIPS KERNEL_TIE_SKIPS
#define WHOLE KERNEL_MARK_WHOLE
#define HITS KERNEL_MARK_BEYOND
#define AFTER KERNEL_MARK_COMPLETION

/* Other tools' rules as ours, by how their names start. */
static const struct profile {
  const char *set, *starts;
  KernelRule rule;
  double spread; /* where the file states limits instead; 0: as in the file */
} profiles[] = {
  { "qcc", "WER1", BEYOND (1, 1, 3, BREAKS, AFTER), 0 },
  { "qcc", "NEL1", BEYOND (1, 1, 3, BREAKS, AFTER), 0 },
  { "qcc", "WER2", BEYOND (2, 3, 2, BREAKS, AFTER), 0 },
  { "qcc", "NEL5", BEYOND (2, 3, 2, BREAKS, AFTER), 0 },
  { "qcc", "WER3", BEYOND (4, 5, 1, BREAKS, AFTER), 0 },
  { "qcc", "NEL6", BEYOND (4, 5, 1, BREAKS, AFTER), 0 },
  { "qcc", "WER4", BEYOND (8, 8, 0, BREAKS, AFTER), 0 },
  { "qcc", "NEL2", BEYOND (9, 9, 0, BREAKS, AFTER), 0 },
  { "qcc", "NEL3", TREND (6, BREAKS, AFTER), 0 },
  { "PowerBI-SPC", "shift n=7", BEYOND (7, 7, 0, BREAKS, WHOLE), 0 },
  { "PowerBI-SPC", "shift n=5", BEYOND (5, 5, 0, BREAKS, WHOLE), 0 },
  { "PowerBI-SPC", "shift n=4", BEYOND (4, 4, 0, BREAKS, WHOLE), 0 },
  { "PowerBI-SPC", "shift n=3", BEYOND (3, 3, 0, BREAKS, WHOLE), 0 },
  { "PowerBI-SPC", "trend n=5", TREND (5, BREAKS, WHOLE), 0 },
  { "PowerBI-SPC", "trend n=4", TREND (4, BREAKS, WHOLE), 0 },
  { "PowerBI-SPC", "trend n=3", TREND (3, BREAKS, WHOLE), 0 },
  /* Limits 0 and 10: centre 5, and 5 is three spreads. */
  { "PowerBI-SPC", "2of3 limits 0..10", BEYOND (2, 3, 2, BREAKS, HITS), 5.0 / 3 },
  { "NHSRplotthedots", "7 one side", BEYOND (7, 7, 0, BREAKS, AFTER), 0 },
  { "NHSRplotthedots", "7 trend", TREND (7, BREAKS, AFTER), 0 },
  { "runchart", "shift >=6", BEYOND (6, 6, 0, SKIPS, WHOLE), 0 },
  { "runchart", "trend >=5", TREND (5, SKIPS, WHOLE), 0 },
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

/* runchart lights up points on the line too; ours names only the points that count. */
static char *
dup_expected (const char *printed, const double *values, double centre, gboolean drops)
{
  g_auto (GStrv) places = g_strsplit (printed, " ", -1);
  GString *text = g_string_new (NULL);

  for (guint k = 0; places[k]; k++) {
    if (!*places[k] || (drops && values[strtoul (places[k], NULL, 10) - 1] == centre))
      continue;
    g_string_append_printf (text, "%s%s", text->len ? " " : "", places[k]);
  }

  return g_string_free (text, FALSE);
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
  assert_int_equal (kernel_rule (n, values, centre, spreads, NULL, &profile->rule, work, signals,
                                 marks, &n_signals),
                    KERNEL_OK);
  for (guint k = 0; k < n; k++) {
    if (marks[k])
      g_string_append_printf (got, "%s%u", got->len ? " " : "", k + 1);
  }

  g_autofree char *wanted = dup_expected (csv_rows_get (rows, i, "expected_1based"), values, line,
                                          g_str_equal (profile->set, "runchart"));
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
    const char *series = csv_rows_get (rows, i, "series");
    const struct profile *profile = find_profile (set, rule);

    if (!profile) {
      print_message ("# skipped: %s %s: there is no such rule yet\n", set, rule);
    } else if (strstr (series, "NA")) {
      print_message ("# skipped: %s %s: a run never reaches across what is missing\n", set, rule);
    } else {
      check_micro_case (profile, rows, i);
      n_checked++;
    }
  }
  print_message ("# %u sequences checked\n", n_checked);
  assert_true (n_checked >= 29);
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
