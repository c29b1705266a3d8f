/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "base/columns-builder.h"
#include "base/number.h"

#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>
#include <scrutiny/quality.h>

#include <string.h>

/* Lines of cells parted by commas, names first; a column of numbers and blanks is one of numbers.
 */
static gboolean
is_numeric (char **lines, gsize column)
{
  for (gsize i = 1; lines[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
    double value;

    if (*cells[column] && !number_parse (cells[column], strlen (cells[column]), &value))
      return FALSE;
  }

  return TRUE;
}

static ScrutinyTable *
draw (const char *text)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) names = g_strsplit (lines[0], ",", -1);
  g_autofree gboolean *numeric = g_new0 (gboolean, g_strv_length (names) + 1);

  for (gsize k = 0; names[k]; k++)
    numeric[k] = is_numeric (lines, k);
  for (gsize i = 1; lines[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

    for (gsize k = 0; names[k]; k++)
      if (numeric[k])
        columns_builder_add_number (builder, names[k],
                                    *cells[k] ? g_ascii_strtod (cells[k], NULL) : NAN);
      else
        columns_builder_add_text (builder, names[k], cells[k]);
  }

  return columns_builder_end (builder);
}

/* "value=pct key=ward,year checked=59": roles and whatever else can be set. */
static ScrutinyQualityOptions *
options_of (const char *text)
{
  ScrutinyQualityOptions *options = scrutiny_quality_options_new ();
  g_auto (GStrv) words = g_strsplit (text ? text : "", " ", -1);
  guint n_checked = 0, n_wrong = 0;

  for (gsize i = 0; words[i] && *words[i]; i++) {
    g_auto (GStrv) sides = g_strsplit (words[i], "=", 2);
    g_auto (GStrv) names = g_strsplit (sides[1], ",", -1);

    if (g_str_equal (sides[0], "key"))
      scrutiny_quality_options_set_key (options, (const char *const *) names);
    else if (g_str_equal (sides[0], "parts"))
      scrutiny_quality_options_set_parts (options, (const char *const *) names);
    else if (g_str_equal (sides[0], "checked"))
      n_checked = (guint) g_ascii_strtoull (sides[1], NULL, 10);
    else if (g_str_equal (sides[0], "wrong"))
      n_wrong = (guint) g_ascii_strtoull (sides[1], NULL, 10);
    else
      scrutiny_quality_options_set_column (options, sides[0], sides[1]);
  }
  scrutiny_quality_options_set_audit (options, n_checked, n_wrong);

  return options;
}

/* "id: statement", a line each. */
static char *
spell (ScrutinyQuality *quality)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (quality));
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    assert_non_null (question);
    g_string_append_printf (out, "%s%s: %s", i > 0 ? "\n" : "",
                            scrutiny_finding_get_id (findings->pdata[i]), statement);
  }

  return g_string_free (out, FALSE);
}

#define TWELVE_MONTHS(last) \
  "period,value\n2023-01,83\n2023-02,88\n2023-03,79\n2023-04,85\n2023-05,81\n2023-06,86\n2023-07," \
  "80\n2023-08,84\n2023-09,78\n2023-10,87\n2023-11,82\n2023-12," last

static const struct known {
  const char *label, *table, *options, *findings;
} known[] = {
  { "all in order", TWELVE_MONTHS ("84"), NULL, "" },
  { "not of so many cases", "value,denominator\n83.1,16\n81.3,16\n87.5,16", NULL,
    "quality.not-possible: row 1: 83.1% cannot come from 16 cases: 13 give 81.3%, 14 give 87.5%." },
  { "not of two cases", "value,denominator\n40,2\n81.3,16", NULL,
    "quality.not-possible: row 1: 40% cannot come from 2 cases: 0 give 0.0%, 1 gives 50.0%." },
  { "two of so few cases", "value,denominator\n40,2\n81.3,16\n70,3", NULL,
    "quality.not-possible: row 3: 70% cannot come from 3 cases: 2 give 66.7%, 3 give 100.0%. The "
    "same is so of 2 of 3 figures in all." },
  { "a share not of so many cases", "value,denominator\n0.83,16\n0.5,16", NULL,
    "quality.not-possible: row 1: 0.83 cannot come from 16 cases: 13 give 0.813, 14 give 0.875." },
  { "rounded halves either way", "value,denominator\n81.2,16\n81.3,16", NULL, "" },
  { "not what its counts give",
    "period,rate,met,of\n2014,96.4,733,760\n2015,96.3,733,760\n2016,97,97,100",
    "value=rate numerator=met denominator=of",
    "quality.not-reproduced: 1 of 3 figures is not what its own counts give; furthest off is 2015: "
    "733 of 760 is 96.447, not 96.3." },
  { "days for each repair", "value,numerator,denominator\n10.1,436015,43183\n8.69,306306,35237",
    NULL, "" },
  { "for each thousand", "value,numerator,denominator\n12.5,25,2000\n11,22,2000", NULL, "" },
  { "parts and total", "a,b,all\n1,2,3\n4,5,9\n4,5,10", "total=all parts=a,b",
    "quality.parts: In 1 of 3 rows the parts do not add up to “all”: row 3." },
  { "three rounded parts", "a,b,c,all\n1.4,2.4,1.1,5.1", "total=all parts=a,b,c", "" },
  { "rounded parts", "a,b,all\n1.4,2.4,3.9\n1.4,2.4,3.6", "total=all parts=a,b",
    "quality.parts: In 1 of 2 rows the parts do not add up to “all”: row 2." },
  { "a stock", "period,o,i,x,c\n2023-01,10,5,3,12\n2023-02,12,5,3,15\n2023-03,14,1,1,14",
    "opening=o into=i out=x closing=c",
    "quality.stock: In 1 of 3 rows what was there at the start, and what came and went, do not "
    "give "
    "“c”: February 2023.\nquality.carried-over: 1 of 2 periods does not begin with what the one "
    "before ended with: March 2023." },
  { "totals to date",
    "period,value\n2023-04 to date,4\n2023-05 to date,9\n2023-06 to date,8\n2023-07 to date,20",
    NULL,
    "quality.to-date: A total of the year to date is lower than the one before it in 1 of 3 "
    "periods: "
    "June 2023, year to date." },
  { "a year to date ends",
    "period,value\n2024-02 to date,19\n2024-03 to date,20\n2024-04 to date,3", NULL, "" },
  { "beyond a published range", "value,lo,hi\n5,1,6\n7,1,6", "low=lo high=hi",
    "quality.beyond-published-range: 1 of 2 figures lies outside the limits published beside them: "
    "row 2." },
  { "a share of nothing",
    "period,value,numerator,denominator\n2023-01,50,5,10\n2023-02,0,0,0\n2023-03,,,0\n2023-04,,3,0",
    NULL,
    "quality.denominator-nought: In 2 of 3 rows “denominator”, what the figure is divided by, is "
    "nought, and there is a figure all the same: February 2023; April 2023." },
  { "more than all", "numerator,denominator\n30,29\n5,9\n6,9", NULL,
    "quality.numerator-larger: In 1 of 3 rows “numerator” is larger than what it is divided by: "
    "row 1." },
  { "a share among percentages", TWELVE_MONTHS ("0.84"), NULL,
    "quality.unit-step: The figure goes to about ten, a hundred or a thousand times what it was, "
    "or "
    "that part of it, in one step: December 2023." },
  { "a service that shrank to a tenth", TWELVE_MONTHS ("8.2"), NULL, "" },
  { "a number that is a text", "n\n12\n1\n2\n3\n4\n5\n6\n7\n8\n9\n£10\nabout ten\n13\n14", NULL,
    "quality.not-number: 1 of 14 entries of “n” is not a number like the others: row 12." },
  { "31 February",
    "on\n01/02/2023\n28/02/2023\n31/02/2023\n15/03/2023\n16/03/2023\n17/03/2023\n18/03/2023\n"
    "19/03/2023\n20/03/2023\n21/03/2023",
    NULL,
    "quality.not-day: 1 of 10 entries of “on” is not a day that can be read, or that a calendar "
    "has: "
    "row 3." },
  { "days in two orders", "on\n13/02/2023\n28/02/2023\n02/25/2023\n05/06/2023", NULL,
    "quality.day-turned: 1 of 4 days in “on” can only be read with day and month the other way "
    "round "
    "than those above them: row 3." },
  { "closed before opened", "a,b\n2023-02-01,2023-02-03\n2023-02-04,2023-02-03",
    "opened=a closed=b",
    "quality.closed-before-opened: In 1 of 2 rows “b” comes before the case began: row 2." },
  { "closed before opened on one day",
    "a,b\n03/12/2015 12:35:50 PM,03/12/2015 01:10:00 PM\n03/30/2015 09:30:00 AM,03/30/2015 "
    "09:25:00 "
    "AM\n12/02/2015 11:00:00 PM,01/05/2016 12:10:00 AM",
    "opened=a closed=b",
    "quality.closed-before-opened: In 1 of 3 rows “b” comes before the case began: row 2." },
  { "the same row", "a,b,c,d\n1,2,3,4\n5,6,7,8\n1,2,3,4", NULL,
    "quality.same-row: 1 of 3 rows is the same as an earlier row in every column: row 3." },
  { "the same key", "ward,period,value\nN,2023,4\nS,2023,5\nN,2023,6", "key=ward",
    "quality.same-key: 1 of 3 rows has the key and period of an earlier row: N, 2023." },
  { "spelled otherwise",
    "outcome\nMoved\nStayed\nMoved\nmoved \nStayed\nStayed\nMoved\nMoved\nMoved\nMoved", NULL,
    "quality.spelled-otherwise: 1 entry of “outcome” differs from another only in capitals or "
    "blanks, first in row 4." },
  { "the same series",
    "ward,period,value\nN,2020,4\nN,2021,6\nN,2022,5\nN,2023,9\nS,2020,4\nS,2021,"
    "6\nS,2022,5\nS,2023,9",
    "key=ward", "quality.same-series: “S” holds the same values as “N” throughout." },
  { "carried forward",
    "period,value\n2023-01,83.1\n2023-02,88.4\n2023-03,79.2\n2023-04,85.9\n2023-05,81.3\n2023-06,"
    "86.8\n2023-07,80.1\n2023-08,84.6\n2023-09,84.6\n2023-10,84.6\n2023-11,84.6\n2023-12,84.6",
    NULL,
    "quality.same-value: The same figure, 84.6, stands 5 times in a row, from August 2023 on. A "
    "series "
    "that moves as much as this one otherwise does stays as long on one value less than once in "
    "100." },
  { "small counts stay alike",
    "period,value\n2023-01,3\n2023-02,5\n2023-03,2\n2023-04,4\n2023-05,6\n2023-06,2\n2023-07,4\n"
    "2023-08,3\n2023-09,3\n2023-10,3\n2023-11,5\n2023-12,2",
    NULL, "" },
  { "one case each",
    "period,value\n2023-01,1.8\n2023-02,2.4\n2023-03,1.2\n2023-04,2.9\n2023-05,1.3\n2023-06,2.8\n"
    "2023-07,1.1\n2023-08,1\n2023-09,1\n2023-10,1\n2023-11,1\n2023-12,1",
    NULL, "" },
  { "missing months", "period,value\n2023-01,5\n2023-02,6\n2023-05,7\n2023-06,\n2023-07,8", NULL,
    "quality.gaps: 3 of 7 periods between the first and the last have no value; the longest gap, "
    "2, "
    "comes after February 2023." },
  { "missing months in a row", "period,value\n2023-01,5\n2023-02,6\n2023-05,7\n2023-06,8", NULL,
    "quality.gaps: 2 of 6 periods between the first and the last have no value; they come after "
    "February 2023." },
  { "a week of days is a step",
    "period,value\n2010-01-08,5\n2010-01-15,6\n2010-01-22,7\n2010-01-29,9\n2010-02-05,8", NULL,
    "" },
  { "blank columns", "a,b,c\n1,,x\n2,,\n3,,y\n4,,z", NULL,
    "quality.blank-column: 1 column is blank in all 4 rows: “b”.\nquality.blank: “c” is blank in 1 "
    "of "
    "4 rows (25.0%)." },
  { "notes are mostly blank", "a,b,c\n1,,x\n2,,\n3,,y\n4,z,z", NULL,
    "quality.blank: “c” is blank in 1 of 4 rows (25.0%), and 1 other column in at least 5%." },
  { "two sources", "value,audit\n5,4\n6,5\n7,6\n8,7\n9,8\n5,4\n4,4", "other=audit",
    "quality.sources-differ: “value” and “audit” differ in 6 of 7 rows; “value” is higher by 0.86 "
    "on "
    "average, and more often than chance would have it." },
  { "two sources by chance", "value,audit\n5,4\n6,7\n7,6\n8,8", "other=audit",
    "quality.sources-differ: “value” and “audit” differ in 3 of 4 rows, neither of them higher "
    "more "
    "often than chance." },
  /* Clopper and Pearson's upper 95% limit: R, qbeta (0.95, 3, 58). */
  { "two wrong of 59", "a\n1", "checked=59 wrong=2",
    "quality.audited: 2 of 59 rows that were checked did not agree with what they record. If the "
    "sample was drawn by lot, up to 10.3% of all rows may not." },
  { "none wrong of 59", "a\n1", "checked=59", "" },
  { "revised", "period,value,at_first\n2021,5,4\n2022,6,6\n2023,7,9", "first=at_first",
    "quality.revised: 2 of 3 figures were revised after they were first published, 1 up and 1 "
    "down, "
    "by 1.50 on average; the furthest, by 2.00, is 2023." },
  { "published after the meeting",
    "value,out,met\n5,2023-02-20,2023-03-01\n6,2023-03-20,2023-03-20\n7,2023-04-21,2023-04-20\n"
    "8,,2023-05-20",
    "published=out meeting=met",
    "quality.blank: “out” is blank in 1 of 4 rows (25.0%).\nquality.after-meeting: 1 of 3 figures "
    "was published after the meeting that used it: row 3." },
  { "published early", "period,value,out\n2023-01,5,2023-02-20\n2023-02,6,2023-02-20",
    "published=out",
    "quality.published-early: 1 of 2 figures was published before its period had ended: February "
    "2023." },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  g_autoptr (ScrutinyTable) table = draw (row->table);
  g_autoptr (ScrutinyQualityOptions) options = options_of (row->options);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyQuality) quality = scrutiny_quality_new (table, options, &error);
  g_autofree char *findings = NULL;

  assert_null (error);
  findings = spell (quality);
  assert_string_equal (findings, row->findings);
}

static void
assert_fact (ScrutinyQuality *quality, const char *id, double value, double of, const char *rows)
{
  ScrutinyTable *facts = scrutiny_quality_get_facts (quality);
  const char *const *ids = scrutiny_table_get_texts (facts, "id");

  for (gsize i = 0; i < scrutiny_table_get_n_rows (facts); i++) {
    if (!g_str_equal (ids[i], id))
      continue;
    assert_near (scrutiny_table_get_doubles (facts, "value", NULL)[i], value, 1e-9);
    assert_near (scrutiny_table_get_doubles (facts, "of", NULL)[i], of, 0);
    assert_string_equal (scrutiny_table_get_texts (facts, "rows")[i], rows);
    return;
  }
  fail_msg ("there is no fact “%s”", id);
}

/* Also of what is in order. */
static void
lists_facts (void **state)
{
  g_autoptr (ScrutinyTable) table = draw (
      "period,value,numerator,denominator,when\n2023-01,50,5,10,2023-02-10\n2023-02,40,4,10,2023-"
      "03-30\n2023-04,30,4,10,2023-05-20");
  g_autoptr (ScrutinyQualityOptions) options = options_of ("published=when");
  g_autoptr (ScrutinyQuality) quality = scrutiny_quality_new (table, options, NULL);

  assert_fact (quality, "reproduced", 2, 3, "2");
  assert_fact (quality, "periods", 3, 4, "");
  assert_fact (quality, "longest-gap", 1, NAN, "1");
  assert_fact (quality, "same-row", 0, 3, "");
  assert_fact (quality, "numerator-larger", 0, 3, "");
  assert_fact (quality, "median-days", 20, NAN, "");
  assert_fact (quality, "most-days", 30, NAN, "");
}

/* News and noise: a revision that has nothing to do with what was first published, and so on. */
static void
tells_news_from_noise (void **state)
{
  g_autoptr (ScrutinyTable) table = draw ("value,at_first\n6,5\n4,5\n8,7\n6,7\n10,9\n8,9");
  g_autoptr (ScrutinyQualityOptions) options = options_of ("first=at_first");
  g_autoptr (ScrutinyQuality) quality = scrutiny_quality_new (table, options, NULL);

  assert_fact (quality, "correlation-with-first", 0, NAN, "");
  /* numpy.corrcoef ([1, -1, 1, -1, 1, -1], [6, 4, 8, 6, 10, 8]) */
  assert_fact (quality, "correlation-with-last", 0.5222329678670935, NAN, "");
  assert_fact (quality, "mean", 0, NAN, "");
  assert_fact (quality, "mean-size", 1, NAN, "");
}

/* A segment that leaves a column blank more often than chance spreads blanks. */
static void
finds_blanks_of_a_segment (void **state)
{
  g_autoptr (GString) text = g_string_new ("ward,seen,note");
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyQualityOptions) options = options_of ("segment=ward");
  g_autoptr (ScrutinyQuality) quality = NULL;
  g_autofree char *findings = NULL;

  for (int i = 0; i < 200; i++)
    g_string_append_printf (text, "\n%s,%s,x%d", i % 4 == 0 ? "North" : "South",
                            i % 4 == 0 && i % 8 == 0 ? "" : "yes", i);
  table = draw (text->str);
  quality = scrutiny_quality_new (table, options, NULL);
  findings = spell (quality);
  assert_non_null (strstr (findings, "quality.blank-unevenly: “seen” is blank in 25 of 50 rows of "
                                     "“North”, and in 0 of 150 others."));
}

/* What a table of several series says: gaps where @is_gap says so, one value a month otherwise. */
static char *
spell_gaps (guint n_series, guint n_months, gboolean (*is_gap) (guint series, guint month))
{
  g_autoptr (GString) text = g_string_new ("name,period,value");
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyQualityOptions) options = options_of ("key=name");
  g_autoptr (ScrutinyQuality) quality = NULL;

  for (guint k = 0; k < n_series; k++)
    for (guint t = 0; t < n_months; t++)
      if (!is_gap (k, t))
        g_string_append_printf (text, "\nseries %u,%u-%02u,%u", k, 2010 + t / 12, 1 + t % 12,
                                100 + (t * 7 + k * 5) % 11 + 20 * (t % 6 == 4));
  table = draw (text->str);
  quality = scrutiny_quality_new (table, options, NULL);

  return spell (quality);
}

static gboolean
after_high (guint series, guint month)
{
  return month % 12 == 5;
}

static gboolean
once_in_all (guint series, guint month)
{
  return month == 17;
}

static gboolean
in_one_series (guint series, guint month)
{
  return series == 2 && month > 0 && month < 23 && month % 2 == 0;
}

static gboolean
four_times (guint series, guint month)
{
  return series == 0 && month >= 11 && month % 12 == 5 && month < 60;
}

/* Every gap follows a month that is 20 higher than others; each in a period of its own. */
static void
says_what_gaps_follow (void **state)
{
  g_autofree char *one = spell_gaps (1, 120, after_high);
  g_autofree char *four = spell_gaps (1, 60, four_times);

  assert_non_null (strstr (one, "quality.gaps-follow: A gap follows 10 of "));
  assert_non_null (strstr (one, " figures higher than those before them, and 0 of "));
  assert_null (strstr (four, "quality.gaps-follow")); /* too few to tell */
}

static void
says_which_series_has_gaps (void **state)
{
  g_autofree char *findings = spell_gaps (6, 24, in_one_series);

  assert_non_null (strstr (findings,
                           "quality.gaps-unevenly: series 2 has 11 gaps between 12 periods, the "
                           "others 0 between 115."));
}

/* A month that is missing everywhere is one event. */
static void
passes_over_a_gap_in_common (void **state)
{
  g_autofree char *findings = spell_gaps (8, 24, once_in_all);

  assert_non_null (strstr (findings, "in 8 of 8 series"));
  assert_null (strstr (findings, "quality.gaps-follow"));
  assert_null (strstr (findings, "quality.gaps-unevenly"));
}

/* Five blank rows of a small ward may be five people. */
static void
leaves_a_few_blanks_unsaid (void **state)
{
  g_autoptr (GString) text = g_string_new ("ward,seen");
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyQualityOptions) options = options_of ("segment=ward");
  g_autoptr (ScrutinyQuality) quality = NULL;
  g_autofree char *findings = NULL;

  for (int i = 0; i < 300; i++)
    g_string_append_printf (text, "\n%s,%s", i < 5 ? "North" : "South",
                            i < 4 || i == 200 ? "" : "yes");
  table = draw (text->str);
  quality = scrutiny_quality_new (table, options, NULL);
  findings = spell (quality);
  assert_null (strstr (findings, "quality.blank-unevenly"));
}

/* One of many series stays on a value by chance. */
static void
allows_for_many_series (void **state)
{
  static const double values[] = { 83.1, 88.4, 79.2, 85.9, 81.3, 86.8, 80.1, 84.6,
                                   84.6, 84.6, 84.6, 84.6, 82.0, 87.7, 78.9, 85.1 };
  g_autoptr (GString) text = g_string_new ("name,period,value");
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyQualityOptions) options = options_of ("key=name");
  g_autoptr (ScrutinyQuality) quality = NULL;
  g_autofree char *findings = NULL;

  for (guint k = 0; k < 300; k++)
    for (guint t = 0; t < G_N_ELEMENTS (values); t++)
      g_string_append_printf (text, "\nseries %u,%u-%02u,%.1f", k, 2010 + t / 12, 1 + t % 12,
                              k == 0 ? values[t] : values[t % 7] + (t % 5) + k);
  table = draw (text->str);
  quality = scrutiny_quality_new (table, options, NULL);
  findings = spell (quality);
  assert_string_equal (findings, "");
}

static const struct refused {
  const char *label, *table, *options;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "no such column", "a\n1", "value=b", SCRUTINY_ERROR_NOT_FOUND, NULL },
  { "no such key", "a\n1", "key=b", SCRUTINY_ERROR_NOT_FOUND, "No column “b”; there are “a”" },
  { "no such part", "a\n1", "total=a parts=b", SCRUTINY_ERROR_NOT_FOUND, NULL },
  { "no such segment", "a\n1", "segment=b", SCRUTINY_ERROR_NOT_FOUND, NULL },
  { "a value that is a text", "a\nx", "value=a", SCRUTINY_ERROR_MISMATCH, NULL },
  { "days that are numbers", "a,b\n1,2", "opened=a closed=b", SCRUTINY_ERROR_MISMATCH, NULL },
  { "no period", "a,b\nsoon,1\nlater,2", "period=a", SCRUTINY_ERROR_UNREADABLE, NULL },
  { "more wrong than checked", "a\n1", "checked=3 wrong=4", SCRUTINY_ERROR_OUT_OF_RANGE,
    "Audit: 4 of 3 rows did not agree; no more can than were checked" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyTable) table = draw (row->table);
  g_autoptr (ScrutinyQualityOptions) options = options_of (row->options);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyQuality) quality = scrutiny_quality_new (table, options, &error);

  assert_null (quality);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (gint) row->code));
  if (row->message)
    assert_string_equal (error->message, row->message);
}

static void
looks_at_an_indicator (void **state)
{
  const double values[] = { 5, 6, NAN, 7 };
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2023-04", 4, NULL);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (months, values, 4, NULL);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinyQuality) quality = NULL, all = NULL;
  g_autofree char *findings = NULL, *both = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "calls", "Calls answered");
  scrutiny_dossier_builder_set_series (builder, "calls", series);
  scrutiny_dossier_builder_add_indicator (builder, "visits", "Visits made");
  scrutiny_dossier_builder_set_series (builder, "visits", series);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  quality = scrutiny_quality_new_of_indicator (scrutiny_dossier_get_indicator (dossier, 0), NULL);
  findings = spell (quality);
  assert_string_equal (findings,
                       "quality.gaps: 1 of 4 periods between the first and the last has no "
                       "value; it comes after May 2023.");
  assert_fact (quality, "definition-recorded", 0, 1, "");
  all = scrutiny_quality_new_of_dossier (dossier, NULL);
  both = spell (all);
  assert_string_equal (both, "quality.gaps: 2 of 8 periods between the first and the last of their "
                             "series have no value, in 2 of 2 series; the longest gap, 1, comes "
                             "after Calls answered, May 2023.");
}

static void
bare_is_empty (void **state)
{
  g_autoptr (ScrutinyQuality) bare = g_object_new (SCRUTINY_TYPE_QUALITY, NULL);
  g_autoptr (ScrutinyIndicator) indicator = g_object_new (SCRUTINY_TYPE_INDICATOR, NULL);
  g_autoptr (ScrutinyDossier) dossier = g_object_new (SCRUTINY_TYPE_DOSSIER, NULL);
  g_autoptr (ScrutinyQuality) none = scrutiny_quality_new_of_indicator (indicator, NULL);
  g_autoptr (ScrutinyQuality) nothing = scrutiny_quality_new_of_dossier (dossier, NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (none)));
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (nothing)));
  assert_non_null (strstr (json, "\"schema\":\"scrutiny.quality/1\""));
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_quality_get_facts (bare)), 0);
}

/* Blanks are none of the codes, and are not wrong; numbers are held against numbers. */
static void
holds_entries_against_their_list (void **state)
{
  static const char *const outcomes[] = { "helped", "closed", NULL };
  static const char *const bands[] = { "1", "2.0", "many", NULL };
  g_autoptr (ScrutinyTable) table =
      draw ("outcome,band\nhelped,1\nClosed,2\n,3\nclosed,\nmoved,1\nhelped ,2");
  g_autoptr (ScrutinyQualityOptions) options = options_of (NULL);
  g_autoptr (ScrutinyQuality) none = scrutiny_quality_new (table, options, NULL);
  g_autofree char *nothing = spell (none);
  g_autofree char *findings = NULL;

  scrutiny_quality_options_set_codes (options, "outcome", outcomes);
  scrutiny_quality_options_set_codes (options, "band", bands);
  g_autoptr (ScrutinyQuality) quality = scrutiny_quality_new (table, options, NULL);

  findings = spell (quality);
  assert_null (strstr (nothing, "not-listed"));
  assert_non_null (strstr (findings, "quality.not-listed: 3 of 5 entries of “outcome” are none of "
                                     "the 2 that are listed for it: row 2; row 5; row 6."));
  assert_non_null (strstr (findings, "quality.not-listed: 1 of 5 entries of “band” is none of the "
                                     "3 that are listed for it: row 3."));
  scrutiny_quality_options_set_codes (options, "band", NULL);
  assert_null (scrutiny_quality_options_dup_codes (options, "band"));
  scrutiny_quality_options_set_codes (options, "shape", bands);
  g_autoptr (GError) error = NULL;
  assert_null (scrutiny_quality_new (table, options, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_non_null (strstr (error->message, "shape"));
}

/* The chance that it speaks of nothing is among the facts: none for what no cell can be. */
static void
says_how_often_it_speaks_of_nothing (void **state)
{
  static const struct {
    const char *table;
    double false_alarm;
  } said[] = { { TWELVE_MONTHS ("0.84"), 0.003 }, { "numerator,denominator\n30,29\n5,9\n6,9", 0 } };

  for (gsize k = 0; k < G_N_ELEMENTS (said); k++) {
    g_autoptr (ScrutinyTable) table = draw (said[k].table);
    g_autoptr (ScrutinyQuality) quality = scrutiny_quality_new (table, NULL, NULL);
    g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (quality));
    double false_alarm = NAN;

    assert_int_equal (findings->len, 1);
    assert_true (g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[0]), "false_alarm",
                                   "d", &false_alarm));
    assert_near (false_alarm, said[k].false_alarm, 0);
  }
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (refused) + 12] = {
    cmocka_unit_test (lists_facts),
    cmocka_unit_test (tells_news_from_noise),
    cmocka_unit_test (finds_blanks_of_a_segment),
    cmocka_unit_test (looks_at_an_indicator),
    cmocka_unit_test (bare_is_empty),
    cmocka_unit_test (says_what_gaps_follow),
    cmocka_unit_test (says_which_series_has_gaps),
    cmocka_unit_test (passes_over_a_gap_in_common),
    cmocka_unit_test (leaves_a_few_blanks_unsaid),
    cmocka_unit_test (allows_for_many_series),
    cmocka_unit_test (says_how_often_it_speaks_of_nothing),
    cmocka_unit_test (holds_entries_against_their_list),
  };
  size_t n = 12;

  n += add_rows (tests + n, gives_known_answer, known, G_N_ELEMENTS (known), sizeof *known);
  add_rows (tests + n, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("challenge/quality", tests, NULL, NULL);
}
