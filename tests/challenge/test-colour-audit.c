/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "support/colour-said.h"
#include "support/csv.h"

#include <scrutiny/error.h>

#include <stdlib.h>
#include <string.h>

#define ASHCOMBE \
  "\"GREEN\" when round(value, 1) >= 90; \"AMBER\" when round(value, 1) >= 85; otherwise \"RED\""
#define PLAIN "\"G\" when value >= 95; \"A\" when value >= 90; otherwise \"R\""
#define DAYS "\"G\" when value <= 23; \"A\" when value <= 25; otherwise \"R\""
#define TWO "\"Met\" when value >= 60; otherwise \"Not met\""

/* How far the latest row is from another status: by hand. */
static const struct flip {
  const char *label, *table, *rule;
  gint64 cases;
  double distance;
  ScrutinyDirection direction;
  const char *status;
} flips[] = {
  { "Ashcombe: one child", "value numerator denominator; 90.2 322 357", ASHCOMBE, 1, 0.3,
    SCRUTINY_DIRECTION_DOWN, "AMBER" },
  { "Ashcombe, from the counts alone", "numerator denominator; 322 357", ASHCOMBE, 1, 100 / 357.0,
    SCRUTINY_DIRECTION_DOWN, "AMBER" },
  { "one more", "numerator denominator; 321 357", ASHCOMBE, 1, 100 / 357.0, SCRUTINY_DIRECTION_UP,
    "GREEN" },
  { "as near both ways: fewer", "numerator denominator; 9 10", PLAIN, 1, 10,
    SCRUTINY_DIRECTION_DOWN, "R" },
  { "nearer above than below", "numerator denominator; 93 100", PLAIN, 2, 2, SCRUTINY_DIRECTION_UP,
    "G" },
  { "far beyond what is tried one by one", "numerator denominator; 98765 100000", PLAIN, 3766,
    3.766, SCRUTINY_DIRECTION_DOWN, "A" },
  { "rounding is part of the rule: 89.95 is 90", "numerator denominator; 1799 2000", ASHCOMBE, 1,
    0.05, SCRUTINY_DIRECTION_DOWN, "AMBER" },
  { "a value is printed before it is judged",
    "period value numerator denominator; 2024-01 91.3 9130 10000; 2024-02 90.0 8996 10000", PLAIN,
    2, 0.1, SCRUTINY_DIRECTION_DOWN, "R" },
  { "every case would have to change", "numerator denominator; 0 40", TWO, 24, 60,
    SCRUTINY_DIRECTION_UP, "Met" },
  { "no number of cases gives another", "numerator denominator; 3 4",
    "\"Met\" when value >= 0; otherwise \"Not met\"", -1, NAN, SCRUTINY_DIRECTION_NONE, NULL },
  { "without counts, in printed digits", "value; 90.2", ASHCOMBE, -1, 0.3, SCRUTINY_DIRECTION_DOWN,
    "AMBER" },
  { "lower is wanted", "value; 24.1", DAYS, -1, 1, SCRUTINY_DIRECTION_UP, "R" },
  { "counts of another figure", "value numerator denominator; 91.5 322 357", ASHCOMBE, -1, 1.6,
    SCRUTINY_DIRECTION_DOWN, "AMBER" },
  { "a value that was never printed", "value; 90.1960784313", PLAIN, -1, NAN,
    SCRUTINY_DIRECTION_NONE, NULL },
  { "the last of several periods",
    "period numerator denominator; 2024-01 40 100; 2024-02 96 100; 2024-03 - -", PLAIN, 2, 2,
    SCRUTINY_DIRECTION_DOWN, "A" },
  { "rows that are no periods have no latest", "value; 96; 91", PLAIN, -1, NAN,
    SCRUTINY_DIRECTION_NONE, NULL },
  { "a narrow band with the same status on both sides", "numerator denominator; 61 100",
    "\"A\" when value >= 50; \"B\" when value >= 49; otherwise \"A\"", 12, 12,
    SCRUTINY_DIRECTION_DOWN, "B" },
  { "a rate per 1,000", "value numerator denominator; 12.5 25 2000",
    "\"G\" when value >= 12.3; otherwise \"R\"", 1, 0.5, SCRUTINY_DIRECTION_DOWN, "R" },
  { "a half that was rounded to even", "value numerator denominator; 12 1 8",
    "\"G\" when value >= 20; otherwise \"R\"", 1, 13, SCRUTINY_DIRECTION_UP, "G" },
  { "a rule that does not look at the figure", "rate; 96", "\"G\" when rate >= 95; otherwise \"R\"",
    -1, NAN, SCRUTINY_DIRECTION_NONE, NULL },
  { "a compound clause", "value overdue; 96 12; 1 1",
    "\"G\" when value >= 95 and overdue < 10; otherwise \"R\"", -1, NAN, SCRUTINY_DIRECTION_NONE,
    NULL },
  { "a compound clause that the figure cannot turn", "value overdue; 96 12",
    "\"G\" when value >= 95 and overdue < 10; otherwise \"R\"", -1, NAN, SCRUTINY_DIRECTION_NONE,
    NULL },
};

static void
counts_the_cases_to_another_status (void **state)
{
  const struct flip *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, row->rule);

  assert_int_equal (scrutiny_colour_audit_get_flip_cases (audit), row->cases);
  assert_near (scrutiny_colour_audit_get_flip_distance (audit), row->distance, 1e-9);
  assert_int_equal (scrutiny_colour_audit_get_flip_direction (audit), row->direction);
  if (row->status)
    assert_string_equal (scrutiny_colour_audit_get_flip_status (audit), row->status);
  else
    assert_null (scrutiny_colour_audit_get_flip_status (audit));
}

/* What plausible rules give: by hand. */
static const struct grid {
  const char *label, *table, *rule, *want;
} grids[] = {
  { "Ashcombe: targets 80, 82 … 98", "value numerator denominator; 90.2 322 357", ASHCOMBE,
    "GREEN 18 AMBER 7 RED 5" },
  { "a percentage by its unit", "value unit; 90.2 %", ASHCOMBE, "GREEN 18 AMBER 7 RED 5" },
  { "percentages stay at or below 100: 81 … 99", "numerator denominator; 90 100", PLAIN,
    "G 15 A 9 R 6" },
  { "a target above nothing: 1, 3 … 19", "value unit; 4 %",
    "\"G\" when value >= 3; \"A\" when value >= 1; otherwise \"R\"", "G 6 A 9 R 15" },
  { "lower is wanted: targets 20.5 … 25, widths 0.5, 1.25 and 2.5", "value; 24.1", DAYS,
    "G 6 A 9 R 15" },
  { "two statuses, ten rules", "value unit; 61 %", TWO, "Met 6 Not met 4" },
  { "between two is neither", "value; 5", "\"In\" when value within 5 of 10; otherwise \"Out\"",
    "" },
  { "four statuses", "value; 5",
    "\"A\" when value >= 9; \"B\" when value >= 8; \"C\" when value >= 7; otherwise \"D\"", "" },
  { "a target of nothing", "value; 5", "\"A\" when value >= 0; otherwise \"D\"", "" },
};

static char *
spell_grid (ScrutinyTable *grid)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < scrutiny_table_get_n_rows (grid); i++)
    g_string_append_printf (text, "%s%s %g", i ? " " : "",
                            scrutiny_table_get_texts (grid, "status")[i],
                            scrutiny_table_get_doubles (grid, "n_rules", NULL)[i]);

  return g_string_free (text, FALSE);
}

static void
lays_a_grid_of_rules (void **state)
{
  const struct grid *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, row->rule);
  g_autofree char *got = spell_grid (scrutiny_colour_audit_get_grid (audit));

  assert_string_equal (got, row->want);
}

static const struct mismatch {
  const char *label, *table, *rule, *want;
} mismatches[] = {
  { "as the rule says", "value status; 96 g; 91 A; 3 R", PLAIN, "" },
  { "another status", "value status; 96 A; 91 A", PLAIN, "1 A G 0" },
  { "a status of nothing is not compared", "value status; - A; 91 A", PLAIN, "" },
  { "nothing published is not compared", "value status; 96 -; 91 R", PLAIN, "2 R A 1" },
  { "by the part in force", "period value status; 2023-12 89 G; 2024-01 89 G",
    "from 2022-01: \"G\" when value >= 88; otherwise \"R\"\n"
    "from 2024-01: \"G\" when value >= 90; otherwise \"R\"",
    "2024-01 G R 3" },
  { "against the period before",
    "period value status; 2024-01 80 R; 2024-02 79 A; 2024-03 81 A; 2024-05 90 A",
    "\"A\" when value > previous; otherwise \"R\"", "2024-02 A R 1" },
  { "not against a target that is missing", "value target status; 96 90 G; 80 - G; 99 - R; 80 90 G",
    "\"G\" when value >= target; otherwise \"R\"", "4 G R 1" },
  { "a missing target that would not matter", "value target overdue status; 80 - 12 G",
    "\"R\" when overdue > 10; \"G\" when value >= target; otherwise \"A\"", "1 G R 0" },
  { "a rule that says what a missing target makes", "value target status; 80 - G",
    "\"N\" when target is missing; \"G\" when value >= target; otherwise \"R\"", "1 G N 0" },
  { "a rule that says what a missing figure makes", "value status; - G",
    "\"G\" when value >= 90; otherwise \"R\"; missing \"N\"", "1 G N 2" },
  { "against the year before", "period value status; 2023-02 80 R; 2024-01 70 R; 2024-02 81 R",
    "\"A\" when value > last_year; otherwise \"R\"", "2024-02 R A 0" },
  { "a column of its own comes first", "value previous status; 80 79 R",
    "\"A\" when value > previous; otherwise \"R\"", "1 R A 0" },
};

static void
compares_with_what_was_published (void **state)
{
  const struct mismatch *row = *state;
  g_autoptr (ScrutinyColourAudit) audit = audit_of (row->table, row->rule);
  ScrutinyTable *found = scrutiny_colour_audit_get_mismatches (audit);
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < scrutiny_table_get_n_rows (found); i++)
    g_string_append_printf (text, "%s%s %s %s %g", i ? "; " : "",
                            scrutiny_table_get_texts (found, "period")[i],
                            scrutiny_table_get_texts (found, "published")[i],
                            scrutiny_table_get_texts (found, "recomputed")[i],
                            scrutiny_table_get_doubles (found, "clause", NULL)[i]);
  assert_string_equal (text->str, row->want);
}

/* Mean step 15/11, limit 4.455: the step of 6 into month 11 is outside. */
#define CALM \
  "2024-01 94; 2024-02 95; 2024-03 94; 2024-04 95; 2024-05 94; 2024-06 95; 2024-07 94; " \
  "2024-08 95; 2024-09 94; 2024-10 95; "

static const struct steps {
  const char *label, *table;
  guint changes, with_signal, without_change;
} steps[] = {
  { "changes without a step outside", "period value; " CALM "2024-11 95; 2024-12 95", 9, 0, 0 },
  { "a change with one", "period value; " CALM "2024-11 89; 2024-12 89", 10, 1, 0 },
  { "one that changes nothing", "period value; " CALM "2024-11 101; 2024-12 101", 9, 0, 1 },
  { "not across a gap", "period value; " CALM "2024-12 89; 2025-01 89", 10, 0, 0 },
  { "not of a year to date",
    "period value; 2024-04_to_date 94; 2024-05_to_date 95; 2024-06_to_date 94; "
    "2024-07_to_date 95; 2024-08_to_date 94; 2024-09_to_date 95; 2024-10_to_date 94; "
    "2024-11_to_date 95; 2024-12_to_date 60",
    8, 0, 0 },
  { "not with fewer than eight values",
    "period value; 2024-01 94; 2024-02 94; 2024-03 94; 2024-04 94; 2024-05 94; 2024-06 94; "
    "2024-07 80",
    1, 0, 0 },
};

static void
sets_changes_against_steps (void **state)
{
  const struct steps *row = *state;
  g_autofree char *table = g_strdup (row->table);
  g_autoptr (ScrutinyColourAudit) audit = audit_of (table, PLAIN);

  assert_int_equal (scrutiny_colour_audit_get_changes (audit), row->changes);
  assert_int_equal (scrutiny_colour_audit_get_changes_with_signal (audit), row->with_signal);
  assert_int_equal (scrutiny_colour_audit_get_signals_without_change (audit), row->without_change);
}

static const ColourSaid said[] = {
  { "says that one case decides", "value numerator denominator; 90.2 322 357", ASHCOMBE,
    "colour.flip",
    "322 of 357 is 90.2. With one case fewer it would be 89.9 and the status “AMBER”. Chance among "
    "so many cases alone leaves room from 86.7 to 92.9 (95% interval).",
    "Who chose 90, from what, and what happens to the person on the other side of it?", NULL },
  { "says how many cases decide", "numerator denominator; 93 100", PLAIN, "colour.flip",
    "93 of 100 is 93. With 2 cases more it would be 95 and the status “G”. Chance among so many "
    "cases alone leaves room from 86.3 to 96.6 (95% interval).",
    "Who chose 95, from what, and what happens to the person on the other side of it?", NULL },
  { "says it with as many decimals as it takes", "numerator denominator; 95000 100000", PLAIN,
    "colour.flip",
    "95000 of 100000 is 95. With one case fewer it would be 94.999 and the status “A”. Chance "
    "among "
    "so many cases alone leaves room from 94.9 to 95.1 (95% interval).",
    "Who chose 95, from what, and what happens to the person on the other side of it?", NULL },
  { "says no figure with a status that it has not", "numerator denominator; 15295 16965", PLAIN,
    "colour.flip",
    "15295 of 16965 is 90.156. With 27 cases fewer it would be 89.997 and the status “R”. Chance "
    "among so many cases alone leaves room from 89.7 to 90.6 (95% interval).",
    "Who chose 95, from what, and what happens to the person on the other side of it?", NULL },
  { "asks for the counts", "value; 90.2", ASHCOMBE, "colour.flip",
    "90.2 is 0.3 from 89.9, where the status would be “AMBER”. How many cases that is cannot be "
    "told without the numerator and the denominator.",
    "Who chose 90, from what, and what happens to the person on the other side of it?",
    "The numerator and the denominator of this figure, for this period and earlier ones." },
  { "says what other rules give", "value numerator denominator; 90.2 322 357", ASHCOMBE,
    "colour.rules",
    "Of 30 plausible rules, with targets from 80 to 98, 18 give “GREEN”, 7 “AMBER” and 5 “RED”.",
    "Why this rule and not another, and when was it last looked at?", NULL },
  { "says that all rules give the same", "value numerator denominator; 50 50 100", ASHCOMBE,
    "colour.rules", "All 30 plausible rules, with targets from 80 to 98, give “RED”.",
    "Why this rule and not another, and when was it last looked at?", NULL },
  { "says which status the rule does not give", "period value status; 2024-01 96 A; 2024-02 91 A",
    PLAIN, "colour.mismatch",
    "1 of 2 published statuses is not the one that the stated rule gives: January 2024 is “A”, and "
    "the rule gives “G”.",
    "Was a figure revised since, was another rule in force, or was the status set by hand, and by "
    "whom?",
    NULL },
  { "says that the one status is another", "period value status; 2024-01 96 A", PLAIN,
    "colour.mismatch",
    "The published status is not the one that the stated rule gives: January 2024 is “A”, and the "
    "rule gives “G”.",
    "Was a figure revised since, was another rule in force, or was the status set by hand, and by "
    "whom?",
    NULL },
  { "says how many statuses the rule does not give", "value status; 96 A; 91 R", PLAIN,
    "colour.mismatch",
    "2 of 2 published statuses are not the ones that the stated rule gives; the first is 1, “A”, "
    "where the rule gives “G”.",
    "Was a figure revised since, was another rule in force, or was the status set by hand, and by "
    "whom?",
    NULL },
  { "says how many changes were ordinary", "period value; " CALM "2024-11 89; 2024-12 89", PLAIN,
    "colour.changes",
    "The status changed 10 times in 12 periods; 9 of these were steps within ordinary movement "
    "from one period to the next.",
    "What happened in the periods when the status changed, and who was told?", NULL },
  { "says which step changed no status", "period value; " CALM "2024-11 101; 2024-12 101", PLAIN,
    "colour.missed",
    "1 of 1 step outside ordinary movement changed no status; the last is November 2024, from 95 "
    "to 101.",
    "What changed in November 2024, and why does the status not show it?", NULL },
};

static const struct refused {
  const char *label, *table, *rule, *status_column;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "refuses a name that is no column", "value; 90", "\"G\" when ovrdue < 10; otherwise \"R\"",
    NULL, SCRUTINY_ERROR_NOT_FOUND,
    "Rule: “ovrdue” is not a column of numbers; there are “value”" },
  { "refuses a rule about values where there are none", "target; 90", PLAIN, NULL,
    SCRUTINY_ERROR_NOT_FOUND, "Rule: “value” is not a column of numbers; there are “target”" },
  { "refuses a column of statuses that is not there", "value; 90", PLAIN, "RAG",
    SCRUTINY_ERROR_NOT_FOUND, "Column “RAG”: there is none; there are “value”" },
  { "refuses statuses that are numbers", "value; 90", PLAIN, "value", SCRUTINY_ERROR_MISMATCH,
    "Column “value”: it holds numbers; texts are needed" },
  { "refuses a period that is none", "period value; 2024-01 90; total 91", PLAIN, NULL,
    SCRUTINY_ERROR_UNREADABLE,
    "Row 2, column “period”: “total” is no period that goes with those above it; give one form of "
    "period in the whole column" },
  { "refuses a period twice", "period value; 2024-01 90; 2024-01 91", PLAIN, NULL,
    SCRUTINY_ERROR_MISMATCH,
    "Row 2, column “period”: “2024-01” does not follow the period above it; put the periods in "
    "order, each once" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table = draw (row->table);
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (row->rule, NULL, NULL);

  assert_null (scrutiny_colour_audit_new (table, rule, row->status_column, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

static void
gives_the_interval_of_the_latest (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit =
      audit_of ("value numerator denominator; 90.2 322 357", ASHCOMBE);
  g_autoptr (ScrutinyColourAudit) without = audit_of ("value; 90.2", ASHCOMBE);

  /* R 4.2.2, prop.test (322, 357, correct = FALSE). */
  assert_near (scrutiny_colour_audit_get_value_low (audit), 86.670260656672, 5e-13);
  assert_near (scrutiny_colour_audit_get_value_high (audit), 92.866054526726, 5e-13);
  assert_near (scrutiny_colour_audit_get_value_low (without), NAN, 0);
}

/* Maidstone, quarter 2 of 2019/20: amber within 10% of the target.  The published counts are
 * 1, 2, 1 and 2 without a status.
 */
static void
gives_maidstones_counts (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("data/dictionaries/maidstone_kpis_q2_2019_20.csv");
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyColourRule) rule =
      scrutiny_colour_rule_parse ("\"Green\" when value >= target; \"Amber\" when value within 10% "
                                  "of target; otherwise \"Red\"",
                                  NULL, NULL);
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyColourAudit) audit = NULL;
  const char *const *given;
  guint counts[4] = { 0 };

  for (gsize i = 1; lines && lines[i]; i++) {
    g_autoptr (GPtrArray) fields = csv_split_line (lines[i]);

    for (guint k = 1; k <= 2; k++) {
      const char *cell = fields->pdata[k];

      columns_builder_add_number (builder, k == 1 ? "value" : "target",
                                  *cell ? g_ascii_strtod (cell, NULL) : NAN);
    }
  }
  if (!lines)
    return;

  table = columns_builder_end (builder);
  audit = scrutiny_colour_audit_new (table, rule, NULL, NULL);
  given = scrutiny_table_get_texts (scrutiny_colour_audit_get_rows (audit), "recomputed");
  for (gsize i = 0; given[i]; i++)
    counts[*given[i] == 'G' ? 0 : *given[i] == 'A' ? 1 : *given[i] == 'R' ? 2 : 3]++;
  assert_int_equal (counts[0], 1);
  assert_int_equal (counts[1], 2);
  assert_int_equal (counts[2], 1);
  assert_int_equal (counts[3], 2);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Months of one trust's type 1 attendances, or NULL where there are not 36 of them. */
static ScrutinyTable *
months_of (char **lines, const char *org)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autofree char *mark = g_strdup_printf (",%s,1,", org);
  guint n = 0;

  for (gsize i = 1; lines[i]; i++) {
    g_auto (GStrv) cells = strstr (lines[i], mark) ? g_strsplit (lines[i], ",", -1) : NULL;
    double attendances;

    if (!cells)
      continue;
    attendances = g_ascii_strtod (cells[3], NULL);
    columns_builder_add_text (builder, "period", cells[0]);
    columns_builder_add_number (builder, "numerator",
                                attendances - g_ascii_strtod (cells[4], NULL));
    columns_builder_add_number (builder, "denominator", attendances);
    n++;
  }

  return n == 36 ? columns_builder_end (builder) : NULL;
}

/* 130 trusts, 36 months: 775 changes, 742 of them within; of 64 steps outside 31 change
 * nothing.  known: org,n,flips,exp_flips,chg_with_signal,nochg_signal,…
 */
static void
agrees_with_the_trusts (void **state)
{
  g_auto (GStrv) known = csv_read_shared ("cases/challenge/rag_ae_trusts.csv");
  g_auto (GStrv) lines = csv_read_shared ("data/series/nhs_ae_attendances_by_org_monthly.csv");
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (PLAIN, NULL, NULL);
  guint n_changes = 0, n_with = 0, n_without = 0;

  if (lines)
    qsort (lines + 1, g_strv_length (lines + 1), sizeof *lines, compare_lines);
  for (gsize i = 1; known && lines && known[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (known[i], ",", -1);
    g_autoptr (ScrutinyTable) table = months_of (lines, cells[0]);
    g_autoptr (ScrutinyColourAudit) audit = NULL;

    assert_non_null (table);
    audit = scrutiny_colour_audit_new (table, rule, NULL, NULL);
    assert_non_null (audit);
    assert_int_equal (scrutiny_colour_audit_get_changes (audit),
                      g_ascii_strtoull (cells[2], NULL, 10));
    n_changes += scrutiny_colour_audit_get_changes (audit);
    n_with += scrutiny_colour_audit_get_changes_with_signal (audit);
    n_without += scrutiny_colour_audit_get_signals_without_change (audit);
  }
  if (!known || !lines)
    return;

  assert_int_equal (n_changes, 775);
  assert_int_equal (n_with, 33);
  assert_int_equal (n_without, 31);
}

static void
takes_a_chart_of_the_same_periods (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table = draw ("period value; " CALM "2024-11 101; 2024-12 101");
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (PLAIN, NULL, NULL);
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2024-01", 12, NULL);
  g_autoptr (ScrutinyTimeline) fewer = scrutiny_timeline_new ("2024-01", 11, NULL);
  const double *values = scrutiny_table_get_doubles (table, "value", NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (months, values, 12, NULL);
  g_autoptr (ScrutinySeries) shorter = scrutiny_series_new (fewer, values, 11, NULL);
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (ScrutinyChart) chart = NULL;
  g_autoptr (ScrutinyChart) short_chart = NULL;
  g_autoptr (ScrutinyColourAudit) audit = NULL;
  const double *pattern;

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_baseline (options, "2024-01..2024-10");
  chart = scrutiny_chart_new (series, options, NULL);
  short_chart = scrutiny_chart_new (shorter, NULL, NULL);
  audit = scrutiny_colour_audit_new_with_chart (table, rule, NULL, chart, &error);
  assert_non_null (audit);
  pattern = scrutiny_table_get_doubles (scrutiny_colour_audit_get_rows (audit), "pattern", NULL);
  assert_near (pattern[9], 0, 0);
  assert_near (pattern[10], 1, 0);
  assert_near (pattern[11], 1, 0);

  assert_null (scrutiny_colour_audit_new_with_chart (table, rule, NULL, short_chart, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_string_equal (error->message, "Chart: it is of 11 periods and the table has 12 rows; draw "
                                       "it of the same figures");
}

static void
looks_at_each_row_of_a_scorecard (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit =
      audit_of ("indicator numerator denominator; Calls 96 100; Visits 93 100", PLAIN);
  ScrutinyTable *rows = scrutiny_colour_audit_get_rows (audit);

  assert_string_equal (scrutiny_table_get_texts (rows, "period")[1], "Visits");
  assert_near (scrutiny_table_get_doubles (rows, "flip_cases", NULL)[0], 2, 0);
  assert_string_equal (scrutiny_table_get_texts (rows, "flip_status")[1], "G");
  assert_int_equal (scrutiny_colour_audit_get_changes (audit), 0);
}

static void
says_when_it_cannot_tell (void **state)
{
  g_autoptr (ScrutinyColourAudit) bare = g_object_new (SCRUTINY_TYPE_COLOUR_AUDIT, NULL);
  g_autoptr (ScrutinyColourAudit) empty = audit_of ("value", PLAIN);
  g_autoptr (ScrutinyColourAudit) missing = audit_of ("value; -", PLAIN);
  g_autoptr (ScrutinyColourAudit) told = audit_of ("value; 4", PLAIN);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (empty)));
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (missing)));
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (told)));
  assert_int_equal (scrutiny_colour_audit_get_changes (bare), 0);
  assert_int_equal (scrutiny_colour_audit_get_signals_without_change (bare), 0);
  assert_non_null (strstr (json, "\"flip_cases\":null"));
}

static void
writes_json (void **state)
{
  g_autoptr (ScrutinyColourAudit) audit =
      audit_of ("value numerator denominator status; 90.2 322 357 AMBER", ASHCOMBE);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (audit));

  assert_true (g_str_has_prefix (json, "{\"schema\":\"scrutiny.colours/1\",\"method\":{"));
  assert_non_null (strstr (json, "\"changes\":0,\"expected\":null,\"interval\":[null,null],"));
  assert_non_null (strstr (json,
                           "\"flip_cases\":1,\"flip_distance\":0.3,\"flip_direction\":\"down\","
                           "\"flip_value\":89.9,\"flip_status\":\"AMBER\",\"value_interval\":"
                           "[86.67"));
  assert_non_null (strstr (json, "\"mismatches\":[{\"period\":\"1\",\"published\":\"AMBER\","
                                 "\"recomputed\":\"GREEN\",\"clause\":0}]"));
  assert_non_null (strstr (json, "\"grid\":[{\"status\":\"GREEN\",\"n_rules\":18},{\"status\":"
                                 "\"AMBER\",\"n_rules\":7},{\"status\":\"RED\",\"n_rules\":5}]"));
  assert_non_null (strstr (json, "\"not_done\":[{\"check\":\"expected\",\"reason\":"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (flips) + G_N_ELEMENTS (grids) + G_N_ELEMENTS (mismatches) +
                          G_N_ELEMENTS (steps) + G_N_ELEMENTS (said) + G_N_ELEMENTS (refused) + 7];
  size_t n = 0;

  n += add_rows (tests + n, counts_the_cases_to_another_status, flips, G_N_ELEMENTS (flips),
                 sizeof *flips);
  n += add_rows (tests + n, lays_a_grid_of_rules, grids, G_N_ELEMENTS (grids), sizeof *grids);
  n += add_rows (tests + n, compares_with_what_was_published, mismatches, G_N_ELEMENTS (mismatches),
                 sizeof *mismatches);
  n += add_rows (tests + n, sets_changes_against_steps, steps, G_N_ELEMENTS (steps), sizeof *steps);
  n += add_rows (tests + n, says_so_in_words, said, G_N_ELEMENTS (said), sizeof *said);
  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (gives_the_interval_of_the_latest);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (gives_maidstones_counts);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_the_trusts);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_a_chart_of_the_same_periods);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (looks_at_each_row_of_a_scorecard);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_when_it_cannot_tell);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_json);

  return cmocka_run_group_tests_name ("challenge/colour-audit", tests, NULL, NULL);
}
