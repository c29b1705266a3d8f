/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "base/columns-builder.h"
#include "support/csv.h"

#include <scrutiny/colour-fit.h>
#include <scrutiny/error.h>

#include <string.h>

static const double EXACT = 0;

/* "value/target=status; …"; "-" is missing. */
static ScrutinyTable *
draw (const char *text)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);

  for (gsize i = 0; rows[i]; i++) {
    g_auto (GStrv) cells = g_strsplit_set (rows[i], "/=", 3);

    for (int k = 0; k < 2; k++)
      columns_builder_add_number (builder, k ? "target" : "value",
                                  g_str_equal (cells[k], "-") ? NAN
                                                              : g_ascii_strtod (cells[k], NULL));
    columns_builder_add_text (builder, "status", cells[2]);
  }

  return columns_builder_end (builder);
}

/* "relative 0.0325 0.13125 24; absolute …" */
static char *
spell (ScrutinyTable *rules)
{
  static const char *const columns[] = { "low", "high", "n_explained" };
  GString *text = g_string_new (NULL);
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  for (gsize i = 0; i < scrutiny_table_get_n_rows (rules); i++) {
    g_string_append_printf (text, "%s%s", i ? "; " : "",
                            scrutiny_table_get_texts (rules, "family")[i]);
    for (gsize k = 0; k < G_N_ELEMENTS (columns); k++) {
      double value = scrutiny_table_get_doubles (rules, columns[k], NULL)[i];

      g_string_append_printf (text, " %s", g_ascii_formatd (number, sizeof number, "%.10g", value));
    }
  }

  return g_string_free (text, FALSE);
}

/* By hand: a tolerance gives what the class says it gives. */
static const struct known {
  const char *label, *scorecard, *rules, *unexplained;
} known[] = {
  { "one near, one far", "95/100=Amber; 80/100=Red", "relative 0.05 0.2 2; absolute 5 20 2", "" },
  { "on either side", "105/100=amber; 120/100=RED; 130/100= Green ",
    "relative 0.05 0.2 3; absolute 5 20 3", "" },
  { "relative only", "95/100=Amber; 9/10=Red",
    "relative 0.05 0.1 2; absolute 0 1 1; absolute 5 inf 1", "" },
  { "absolute only", "90/100=Amber; 1005/1020=Red; 980/1000=Red",
    "relative 0 0.01470588235 2; absolute 10 15 3", "" },
  { "at the target and short of it", "100/100=Amber; 95/100=Amber; 80/100=Red",
    "relative 0.05 0.2 2; absolute 5 20 2", "1" },
  { "at the target and far from it", "100/100=Red; 80/100=Red", "relative 0 0.2 1; absolute 0 20 1",
    "1" },
  { "nearer is further off", "95/100=Red; 90/100=Amber",
    "relative 0 0.05 1; relative 0.1 inf 1; absolute 0 5 1; absolute 10 inf 1", "" },
  { "no tolerance is too large", "95/100=Amber; 100/100=Green",
    "relative 0.05 inf 2; absolute 5 inf 2", "" },
  { "a target of nothing", "-3/0=Amber; -9/0=Red", "relative 0 inf 1; absolute 3 9 2", "" },
  { "differences as on paper", "77.4/80=Amber; 69.9/100=Red; 0.7/1=Green",
    "relative 0.0325 0.301 3; absolute 2.6 30.1 3", "" },
  { "below nothing", "-104/-100=A; -120/-100=R", "relative 0.04 0.2 2; absolute 4 20 2", "" },
  { "what cannot be read is left out",
    "95/100=lg; 95/100=la; 80/100=lr; -/100=lr; 1/-=lr; 1/2=ld; 3/4=",
    "relative 0.05 0.2 3; absolute 5 20 3", "" },
};

static void
finds_every_best_tolerance (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyTable) scorecard = draw (row->scorecard);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyColourFit) fit = scrutiny_colour_fit_new (scorecard, &error);
  g_autofree char *rules = NULL;
  ScrutinyTable *unexplained;

  assert_null (error);
  assert_non_null (fit);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (fit)));
  rules = spell (scrutiny_colour_fit_get_rules (fit));
  assert_string_equal (rules, row->rules);

  unexplained = scrutiny_colour_fit_get_unexplained (fit);
  assert_int_equal (scrutiny_table_get_n_rows (unexplained), *row->unexplained != '\0');
  if (*row->unexplained)
    assert_string_equal (scrutiny_table_get_texts (unexplained, "indicator")[0], row->unexplained);
}

static const struct untold {
  const char *label, *scorecard, *reason;
} untold[] = {
  { "words in no known order", "95/100=Silver; 80/100=Bronze",
    "The statuses are in no order that is known: ask which one is at the target, which near it and "
    "which further off." },
  { "no status at all", "95/100=; 80/100=",
    "The statuses are in no order that is known: ask which one is at the target, which near it and "
    "which further off." },
  { "nothing that tests a tolerance", "95/100=Green; 80/100=Green",
    "Every status that can be read is “Green”, which any tolerance gives: ask for the rule." },
  { "no figures", "-/100=Green; 80/-=Red",
    "No row has a value, a target and a status that can be read: ask for them." },
};

static void
says_why_it_cannot_tell (void **state)
{
  const struct untold *row = *state;
  g_autoptr (ScrutinyTable) scorecard = draw (row->scorecard);
  g_autoptr (ScrutinyColourFit) fit = scrutiny_colour_fit_new (scorecard, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (fit));

  assert_string_equal (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (fit)), row->reason);
  assert_int_equal (findings->len, 0);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_colour_fit_get_rules (fit)), 0);
}

static const struct said {
  const char *label, *scorecard;
  guint index;
  const char *id, *statement, *question;
} said[] = {
  { "says a range of shares, rounded to its inside", "92/97=Amber; 80.3/97=Red; 5/7=Green", 0,
    "colour.fit",
    "No rule is stated. Any tolerance from 5.16% to 17.21% of the target gives 3 of the 3 "
    "published "
    "statuses; one in the figure’s own units gives 3 at most. Rows with “Green” fit any tolerance, "
    "so 2 rows test this.",
    "Who chose the tolerance, from what, and where is the rule written down?" },
  { "says that the end is not in the range", "95/100=Amber; 80/100=Red", 0, "colour.fit",
    "No rule is stated. Any tolerance from 5% to 19.99% of the target gives 2 of the 2 published "
    "statuses; one in the figure’s own units gives 2 at most. Rows with “Green” fit any tolerance, "
    "so 2 rows test this.",
    "Who chose the tolerance, from what, and where is the rule written down?" },
  { "says a range without an end", "95/100=Amber", 0, "colour.fit",
    "No rule is stated. Any tolerance of 5% of the target or more gives 1 of the 1 published "
    "statuses; one in the figure’s own units gives 1 at most. Rows with “Green” fit any tolerance, "
    "so 1 row tests this.",
    "Who chose the tolerance, from what, and where is the rule written down?" },
  { "says a range in units", "90/100=Amber; 1005/1020=Red; 980/1000=Red", 0, "colour.fit",
    "No rule is stated. Any tolerance from 10 to 14.99, in the figure’s own units, gives 3 of the "
    "3 "
    "published statuses; one in percent of the target gives 2 at most. Rows with “Green” fit any "
    "tolerance, so 3 rows test this.",
    "Who chose the tolerance, from what, and where is the rule written down?" },
  { "says that no range stands out", "95/100=Red; 90/100=Amber", 0, "colour.fit",
    "No rule is stated, and no one range of tolerances stands out: 2 ranges each give 1 of the 2 "
    "published statuses. Rows with “Green” fit any tolerance, so 2 rows test this.",
    "Who chose the tolerance, from what, and where is the rule written down?" },
  { "says which row no tolerance gives", "97/97=Amber; 95/100=Amber", 1, "colour.unexplained",
    "1: 97 against a target of 97 is published as “Amber”; no tolerance gives that.",
    "Was it set from a figure with more decimals, from a rule of its own, or by hand, and by "
    "whom?" },
  { "says which row the others do not give", "90/100=Amber; 89/100=Amber; 95/100=Red", 1,
    "colour.unexplained",
    "3: 95 against a target of 100 is published as “Red”; the tolerance that gives most of the "
    "others does not give that.",
    "Does it have a rule of its own, or was it set by hand, and by whom?" },
  { "says what cannot be read", "95/100=Amber; 1/2=lu; 3/4=ld", 1, "colour.unread",
    "2 of 3 published statuses cannot be read, such as “lu”.", "What does “lu” stand for?" },
};

static void
says_so_in_words (void **state)
{
  const struct said *row = *state;
  g_autoptr (ScrutinyTable) scorecard = draw (row->scorecard);
  g_autoptr (ScrutinyColourFit) fit = scrutiny_colour_fit_new (scorecard, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (fit));
  g_autofree char *statement = NULL;
  g_autofree char *question = NULL;

  assert_true (row->index < findings->len);
  statement = scrutiny_finding_dup_statement (findings->pdata[row->index], NULL);
  question = scrutiny_finding_dup_question (findings->pdata[row->index], NULL);
  assert_string_equal (scrutiny_finding_get_id (findings->pdata[row->index]), row->id);
  assert_string_equal (statement, row->statement);
  assert_string_equal (question, row->question);
}

/* A figure of a published scorecard with other names: whose status needs the far side. */
static ScrutinyTable *
draw_odd (double previous, const char *unit_of_other, double value_of_other, const char *status)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  const double values[] = { 2.7, value_of_other };
  const double targets[] = { 3.15, 15 };
  const double before[] = { previous, 15 };
  const char *const units[] = { "days", unit_of_other };
  const char *const statuses[] = { status, "Green" };
  const char *const names[] = { "Days lost", "Days taken" };

  for (int i = 0; i < 2; i++) {
    columns_builder_add_text (builder, "indicator", names[i]);
    columns_builder_add_number (builder, "value", values[i]);
    columns_builder_add_number (builder, "target", targets[i]);
    columns_builder_add_number (builder, "previous", before[i]);
    columns_builder_add_text (builder, "unit", units[i]);
    columns_builder_add_text (builder, "status", statuses[i]);
  }

  return columns_builder_end (builder);
}

static const struct odd {
  const char *label;
  double previous;
  const char *unit_of_other;
  double value_of_other;
  const char *status;
  gboolean asked;
} odds[] = {
  { "asks when the target, the past and the unit point the other way", 17, "Days", 11, "Red",
    TRUE },
  { "does not ask when the target is above the past", 3, "days", 11, "Red", FALSE },
  { "does not ask when the target is the past", 3.15, "days", 11, "Red", FALSE },
  { "does not ask when the past is not known", NAN, "days", 11, "Red", FALSE },
  { "does not ask when the unit is of one mind", 17, "days", 18, "Red", FALSE },
  { "does not ask across units", 17, "%", 11, "Red", FALSE },
  { "does not ask of what is at the target or beyond", 17, "days", 11, "Green", FALSE },
};

static void
asks_which_side_is_wanted (void **state)
{
  const struct odd *row = *state;
  g_autoptr (ScrutinyTable) scorecard =
      draw_odd (row->previous, row->unit_of_other, row->value_of_other, row->status);
  g_autoptr (ScrutinyColourFit) fit = scrutiny_colour_fit_new (scorecard, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (fit));
  g_autofree char *statement = NULL;

  if (!row->asked) {
    for (guint i = 0; i < findings->len; i++)
      assert_string_not_equal (scrutiny_finding_get_id (findings->pdata[i]), "colour.direction");
    return;
  }

  assert_int_equal (findings->len, 2);
  statement = scrutiny_finding_dup_statement (findings->pdata[1], NULL);
  assert_string_equal (statement,
                       "Days lost: 2.7 against a target of 3.15 is published as “Red”. That fits "
                       "only if the wanted side is above the target; yet the target is below the "
                       "previous figure, 17, and rows in the same unit go both ways.");
}

static void
takes_an_order_of_the_publishers_own (void **state)
{
  static const char *const order[] = { "Gold", "Silver", "Bronze", NULL };
  static const char *const short_order[] = { "Gold", "Silver", NULL };
  g_autoptr (ScrutinyTable) scorecard = draw ("95/100=silver; 80/100=BRONZE; 1/2=Gold");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyColourFit) fit = scrutiny_colour_fit_new_with_order (scorecard, order, &error);
  g_autofree char *rules = spell (scrutiny_colour_fit_get_rules (fit));
  g_auto (GStrv) read = scrutiny_colour_fit_dup_order (fit);

  assert_string_equal (rules, "relative 0.05 0.2 3; absolute 5 20 3");
  assert_string_equal (read[1], "Silver");
  assert_null (scrutiny_colour_fit_new_with_order (scorecard, short_order, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_OUT_OF_RANGE));
  assert_string_equal (error->message,
                       "Order: there are 2 statuses; a rule with one tolerance has 3");
}

static const struct refused {
  const char *label, *scorecard, *column, *without;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "refuses a scorecard without values", "1/2=Red", NULL, "value", SCRUTINY_ERROR_NOT_FOUND,
    "Column “value”: there is none; there are “target”, “status”" },
  { "refuses a scorecard without statuses", "1/2=Red", NULL, "status", SCRUTINY_ERROR_NOT_FOUND,
    "Column “status”: there is none; there are “value”, “target”" },
  { "refuses targets in words", "1/2=Red", "target", "target", SCRUTINY_ERROR_MISMATCH,
    "Column “target”: it holds texts; numbers are needed" },
};

static void
refuses (void **state)
{
  static const char *const words[] = { "as last year", NULL };
  const struct refused *row = *state;
  g_autoptr (ScrutinyTable) whole = draw (row->scorecard);
  g_autoptr (ScrutinyTable) scorecard = scrutiny_table_new ();
  g_auto (GStrv) names = scrutiny_table_dup_names (whole);
  g_autoptr (GError) error = NULL;

  for (gsize k = 0; names[k]; k++) {
    ScrutinyTable *wider = NULL;

    if (row->column && g_str_equal (names[k], row->column))
      wider = scrutiny_table_copy_with_texts (scorecard, names[k], words, NULL);
    else if (g_str_equal (names[k], row->without))
      continue;
    else if (scrutiny_table_is_text (whole, names[k]))
      wider = scrutiny_table_copy_with_texts (scorecard, names[k],
                                              scrutiny_table_get_texts (whole, names[k]), NULL);
    else
      wider = scrutiny_table_copy_with_doubles (scorecard, names[k],
                                                scrutiny_table_get_bytes (whole, names[k]), NULL);
    g_object_unref (scorecard);
    scorecard = wider;
  }

  assert_null (scrutiny_colour_fit_new (scorecard, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_string_equal (error->message, row->message);
}

static double
number_at (GPtrArray *fields, guint column)
{
  const char *text = fields->pdata[column];

  return *text ? g_ascii_strtod (text, NULL) : NAN;
}

/* Columns of the file: id, code, description, notes, previous_year, last_quarter,
 * this_quarter, target, status, service, unit.
 */
static ScrutinyTable *
read_hart (char **lines)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize i = 1; lines[i]; i++) {
    g_autoptr (GPtrArray) fields = csv_split_line (lines[i]);

    assert_int_equal (fields->len, 11);
    columns_builder_add_text (builder, "indicator", fields->pdata[1]);
    columns_builder_add_number (builder, "previous", number_at (fields, 4));
    columns_builder_add_number (builder, "value", number_at (fields, 6));
    columns_builder_add_number (builder, "target", number_at (fields, 7));
    columns_builder_add_text (builder, "status", fields->pdata[8]);
    columns_builder_add_text (builder, "unit", fields->pdata[10]);
  }

  return columns_builder_end (builder);
}

/* Hart District Council, key figures of 2014/15, quarter 2: no rule is stated. */
static void
reads_harts_table (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("data/dictionaries/hart_dc_kpis_rag_2014.csv");
  g_autoptr (ScrutinyTable) scorecard = lines ? read_hart (lines) : NULL;
  g_autoptr (ScrutinyColourFit) fit = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *rules = NULL;
  static const char *const want[] = {
    "No rule is stated. Any tolerance from 3.25% to 13.12% of the target gives 24 of the 25 "
    "published statuses; one in the figure’s own units gives 22 at most. Rows with “Green” fit any "
    "tolerance, so 9 rows test this.",
    "FI06: 97 against a target of 97 is published as “Amber”; no tolerance gives that.",
    "HR11: 2.7 against a target of 3.15 is published as “Red”. That fits only if the wanted side "
    "is above the target; yet the target is below the previous figure, 17, and rows in the same "
    "unit go both ways.",
    "2 of 27 published statuses cannot be read, such as “lu”.",
  };

  if (!lines)
    return;

  assert_int_equal (scrutiny_table_get_n_rows (scorecard), 27);
  fit = scrutiny_colour_fit_new (scorecard, NULL);
  rules = spell (scrutiny_colour_fit_get_rules (fit));
  assert_string_equal (rules,
                       "relative 0.0325 0.13125 24; absolute 0 0.45 22; absolute 2.6 11.5 22");
  assert_near (scrutiny_table_get_doubles (scrutiny_colour_fit_get_rules (fit), "low", NULL)[0],
               0.0325, EXACT);

  findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (fit));
  assert_int_equal (findings->len, G_N_ELEMENTS (want));
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);

    assert_string_equal (statement, want[i]);
  }
}

/* Which side is wanted is nobody's business: mirrored figures have the same tolerances. */
static void
mirrored_rows_fit_alike (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known); i++) {
    g_autoptr (ScrutinyTable) scorecard = draw (known[i].scorecard);
    const gsize n = scrutiny_table_get_n_rows (scorecard);
    g_autofree double *mirrored = g_new (double, n);
    g_autoptr (GBytes) bytes = NULL;
    g_autoptr (ScrutinyTable) other = NULL;
    g_autoptr (ScrutinyColourFit) fit = NULL;
    g_autofree char *rules = NULL;

    for (gsize k = 0; k < n; k++)
      mirrored[k] = 2 * scrutiny_table_get_doubles (scorecard, "target", NULL)[k] -
                    scrutiny_table_get_doubles (scorecard, "value", NULL)[k];
    bytes = g_bytes_new (mirrored, n * sizeof *mirrored);
    other = scrutiny_table_copy_with_doubles (scorecard, "value", bytes, NULL);
    fit = scrutiny_colour_fit_new (other, NULL);
    rules = spell (scrutiny_colour_fit_get_rules (fit));
    assert_string_equal (rules, known[i].rules);
  }
}

static void
a_bare_one_is_valid (void **state)
{
  g_autoptr (ScrutinyColourFit) bare = g_object_new (SCRUTINY_TYPE_COLOUR_FIT, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));
  g_auto (GStrv) order = scrutiny_colour_fit_dup_order (bare);

  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_int_equal (g_strv_length (order), 0);
  assert_non_null (strstr (json, "\"rules\":[],\"unexplained\":[]}"));
}

static void
writes_json (void **state)
{
  g_autoptr (ScrutinyTable) scorecard = draw ("97/97=Amber; 95/100=Amber");
  g_autoptr (ScrutinyColourFit) fit = scrutiny_colour_fit_new (scorecard, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (fit));

  assert_true (g_str_has_prefix (json, "{\"schema\":\"scrutiny.colour-fit/1\",\"method\":{"));
  assert_non_null (strstr (json, "\"order\":[\"Green\",\"Amber\",\"Red\"]"));
  assert_non_null (strstr (json, "\"rules\":[{\"family\":\"relative\",\"low\":0.05,\"high\":null,"
                                 "\"n_explained\":1},"));
  assert_non_null (strstr (json, "\"unexplained\":[{\"row\":0,\"indicator\":\"1\",\"value\":97,"
                                 "\"target\":97,\"status\":\"Amber\"}]}"));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (untold) + G_N_ELEMENTS (said) +
                          G_N_ELEMENTS (odds) + G_N_ELEMENTS (refused) + 5];
  size_t n = 0;

  n += add_rows (tests + n, finds_every_best_tolerance, known, G_N_ELEMENTS (known), sizeof *known);
  n += add_rows (tests + n, says_why_it_cannot_tell, untold, G_N_ELEMENTS (untold), sizeof *untold);
  n += add_rows (tests + n, says_so_in_words, said, G_N_ELEMENTS (said), sizeof *said);
  n += add_rows (tests + n, asks_which_side_is_wanted, odds, G_N_ELEMENTS (odds), sizeof *odds);
  n += add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_an_order_of_the_publishers_own);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (reads_harts_table);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (mirrored_rows_fit_alike);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (a_bare_one_is_valid);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (writes_json);

  return cmocka_run_group_tests_name ("challenge/colour-fit", tests, NULL, NULL);
}
