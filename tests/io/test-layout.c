/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/layout.h"

#include <scrutiny/error.h>

#include "io/csv-scan.h"

#include "support/near.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* What is read of each table, written as: notes, then "id|title|area|unit: periods = values".
 * A value is followed by its counts where there are any; what is withheld by its bounds.
 */
static const struct known {
  const char *label, *text, *read;
} known[] = {
  { "long: indicator, area, period, value",
    "Indicator,Area,Period,Value\n"
    "Calls answered,Ashcombe,2023-04,90\n"
    "Calls answered,Ashcombe,2023-05,91.5\n"
    "Calls answered,Barton,2023-04,n/a\n"
    "Calls answered,Barton,2023-05,<5\n",
    "Read as a long table: 2 indicators, 2 months, 4 rows.\n"
    "calls-answered-ashcombe|Calls answered|Ashcombe|: 2023-04 = 90; 2023-05 = 91.5\n"
    "calls-answered-barton|Calls answered|Barton|: 2023-04 missing; 2023-05 0..4\n" },
  { "long: counts that give the value are kept",
    "indicator,period,value,numerator,denominator\n"
    "In time %,2023-04,83.3,15,18\n"
    "In time %,2023-05,90,9,10\n",
    "Read as a long table: 1 indicator, 2 months, 2 rows.\n"
    "in-time-percent|In time %||%: 2023-04 = 83.3 (15/18); 2023-05 = 90 (9/10)\n" },
  { "long: counts that do not are named",
    "indicator,period,value,numerator,denominator\n"
    "In time %,2023-04,83.1,15,18\n"
    "In time %,2023-05,90,9,10\n"
    "In time %,2023-06,50,9,18\n",
    "Read as a long table: 1 indicator, 3 months, 3 rows.\n"
    "Row 2: the value is not what its numerator and denominator give, so the value was used "
    "without "
    "them (83.1 is not 15 of 18).\n"
    "in-time-percent|In time %||%: 2023-04 = 83.1; 2023-05 = 90 (9/10); 2023-06 = 50 (9/18)\n" },
  { "long: a status beside counts alone is of what they give",
    "indicator,period,numerator,denominator,status\n"
    "In time %,2023-04,9,10,Met\nIn time %,2023-05,9,18,Not met\n",
    "Read as a long table: 1 indicator, 2 months, 2 rows.\n"
    "“status” stands beside counts and no published figure: it is taken to be of the percentage "
    "that they give.\n"
    "in-time-percent|In time %||%: 2023-04 = 90 (9/10); 2023-05 = 50 (9/18)\n" },
  { "long: a share of nothing is a gap",
    "indicator,period,value,numerator,denominator\n"
    "In time %,2023-04,90,9,10\nIn time %,2023-05,0,0,0\nIn time %,2023-06,50,9,18\n",
    "Read as a long table: 1 indicator, 3 months, 3 rows.\n"
    "Row 3: the denominator is nought, and of no cases there is no share, so the value was not "
    "used (0).\n"
    "in-time-percent|In time %||%: 2023-04 = 90 (9/10); 2023-05 missing; 2023-06 = 50 (9/18)\n" },
  { "long: a share of more than all is named",
    "indicator,period,value,numerator,denominator\n"
    "In time %,2023-04,110,22,20\nIn time %,2023-05,90,9,10\nIn time %,2023-06,50,9,18\n",
    "Read as a long table: 1 indicator, 3 months, 3 rows.\n"
    "Row 2: the numerator is above the denominator of a share (110 is not 22 of 20).\n"
    "in-time-percent|In time %||%: 2023-04 = 110 (22/20); 2023-05 = 90 (9/10); 2023-06 = 50 "
    "(9/18)\n" },
  { "long: rates have their own scale",
    "code,local authority,year,value,numerator,denominator\n"
    "SW06,Ashcombe,2020-21,90.32,361,3997\nSW06,Ashcombe,2021-22,100,400,4000\n",
    "Read as a long table: 1 indicator, 2 financial years, 2 rows.\n"
    "sw06-ashcombe|SW06|Ashcombe|: 2020/21 = 90.32 (361/3997); 2021/22 = 100 (400/4000)\n" },
  { "long: money is not cases",
    "code,year,value,numerator,denominator\n"
    "TAX,2020-21,0.95,95.50,100.53\nTAX,2021-22,0.9,90.25,100.28\n",
    "Read as a long table: 1 indicator, 2 financial years, 2 rows.\n"
    "Row 2: numerators and denominators that do not count cases were left aside.\n"
    "tax|TAX||: 2020/21 = 0.95; 2021/22 = 0.9\n" },
  { "long: a period twice with the same figure",
    "indicator,period,value\nA,2023-04,1\nA,2023-05,2\nA,2023-05,2\nA,2023-06,3\nA,2023-07,4\nA,"
    "2023-08,4\n",
    "Read as a long table: 1 indicator, 5 months, 6 rows.\n"
    "Row 4: a period a second time with the same figure, used once (rows 3 and 4).\n"
    "a|A||: 2023-04 = 1; 2023-05 = 2; 2023-06 = 3; 2023-07 = 4; 2023-08 = 4\n" },
  { "long: a period twice with two figures",
    "indicator,period,value\nA,2023-04,1\nA,2023-05,2\nA,2023-05,3\nA,2023-06,3\nA,2023-07,4\nA,"
    "2023-08,4\n",
    "Read as a long table: 1 indicator, 5 months, 6 rows.\n"
    "Row 4: a period a second time with another figure, so neither was used (rows 3 and 4).\n"
    "a|A||: 2023-04 = 1; 2023-05 missing; 2023-06 = 3; 2023-07 = 4; 2023-08 = 4\n" },
  { "long: measure and unit stacked are two figures",
    "area_name,period,indicator,measure,unit,value\n"
    "Derby,2022/23,Waste recycled,Percentage,Waste,40\nDerby,2022/23,Waste "
    "recycled,Frequency,Tonnes,900\n"
    "Derby,2023/24,Waste recycled,Percentage,Waste,41\nDerby,2023/24,Waste "
    "recycled,Frequency,Tonnes,950\n",
    "Read as a long table: 2 indicators, 2 financial years, 4 rows.\n"
    "waste-recycled-percentage-derby|Waste recycled, Percentage|Derby|%: 2022/23 = 40; 2023/24 = "
    "41\n"
    "waste-recycled-frequency-derby|Waste recycled, Frequency|Derby|Tonnes: 2022/23 = 900; 2023/24 "
    "= "
    "950\n" },
  { "long: a label on the first row only",
    "Data item,LA and Regions,Years,Values\nRe-referrals,Barnet,2016,21.5\n,Barnet,2017,20\n",
    "Read as a long table: 1 indicator, 2 calendar years, 2 rows.\n"
    "re-referrals-barnet|Re-referrals|Barnet|: 2016 = 21.5; 2017 = 20\n" },
  { "long: rolling windows are known", "indicator,period,value\nKSI,2014-16,12.1\nKSI,2015-17,13\n",
    "Read as a long table: 1 indicator, 2 overlapping windows of 3 calendar years, 2 rows.\n"
    "ksi|KSI||: 2014..2016 rolling = 12.1; 2015..2017 rolling = 13\n" },
  { "long: free text is missing and named",
    "indicator,period,value\nA,2023-04,1\nA,2023-05,about 2\nA,2023-06,3\n",
    "Read as a long table: 1 indicator, 3 months, 3 rows.\n"
    "Row 3: “value” holds a text that is no number, so it counts as missing.\n"
    "a|A||: 2023-04 = 1; 2023-05 missing; 2023-06 = 3\n" },
  { "long: two scales are said, not mended",
    "indicator,period,value\nA,2023-04,0.92\nA,2023-05,92\nA,2023-06,91\n",
    "Read as a long table: 1 indicator, 3 months, 3 rows.\n"
    "Row 2: a figure holds fractions such as 0.92 beside percentages such as 92; they are as "
    "published: "
    "ask which is meant.\n"
    "a|A||: 2023-04 = 0.92; 2023-05 = 92; 2023-06 = 91\n" },
  { "long: title above, header again, footnotes below",
    "Calls by month,,\n\nperiod,calls,cost\n2023-04,10,£1\nperiod,calls,cost\n2023-05,12,£2\n"
    "Source: call centre,,\n",
    "Calls by month\n"
    "Read as a long table with a column for each figure: 2 indicators, 2 months, 3 rows.\n"
    "The header comes again 1 time; those rows were left out.\n"
    "Row 7: no period is named, so the row was left out (“Source: call centre”).\n"
    "calls|calls||: 2023-04 = 10; 2023-05 = 12\n"
    "cost|cost||: 2023-04 = 1; 2023-05 = 2\n" },
  { "long: what stands above a title is none",
    "Return to Contents,,,\nTitle:,Calls and costs,,\n2023-24 financial year,,,\n"
    "period,calls,cost,staff\n2023-04,10,£1,3\n2023-05,12,£2,4\n",
    "Calls and costs\n"
    "Read as a long table with a column for each figure: 3 indicators, 2 months, 2 rows.\n"
    "calls|calls||: 2023-04 = 10; 2023-05 = 12\n"
    "cost|cost||: 2023-04 = 1; 2023-05 = 2\n"
    "staff|staff||: 2023-04 = 3; 2023-05 = 4\n" },
  { "long: months that stand for quarters",
    "period,value\nMar 2023,1\nJun 2023,2\nSep 2023,3\nDec 2023,4\nMar 2024,5\n",
    "Read as a long table: 1 indicator, 5 quarters of the calendar year, each named by a month, 5 "
    "rows.\n"
    "t|t||: 2023-Q1 = 1; 2023-Q2 = 2; 2023-Q3 = 3; 2023-Q4 = 4; 2024-Q1 = 5\n" },
  { "wide: months that stand for quarters",
    "indicator,Jan-23,Apr-23,Jul-23,Oct-23\nCalls,1,2,3,4\n",
    "Read as a wide table: 1 indicator, 4 quarters of the calendar year, each named by a "
    "month, January–March 2023 to October–December 2023.\n"
    "calls|Calls||: 2023-Q1 = 1; 2023-Q2 = 2; 2023-Q3 = 3; 2023-Q4 = 4\n" },
  { "long: DfE's levels name the area",
    "time_period,time_identifier,geographic_level,country_name,region_name,la_name,cases,z_"
    "percent\n"
    "202122,Academic year,National,England,,,500,9.5\n"
    "202122,Academic year,Local authority,England,North East,Durham,50,z\n"
    "202223,Academic year,National,England,,,510,9.6\n"
    "202223,Academic year,Local authority,England,North East,Durham,c,8.1\n",
    "Read as a long table with a column for each figure: 4 indicators, 2 academic years, 4 rows.\n"
    "cases-england|cases|England|: 2021/22 academic = 500; 2022/23 academic = 510\n"
    "z-percent-england|z_percent|England|%: 2021/22 academic = 9.5; 2022/23 academic = 9.6\n"
    "cases-durham|cases|Durham|: 2021/22 academic = 50; 2022/23 academic withheld\n"
    "z-percent-durham|z_percent|Durham|%: 2021/22 academic missing; 2022/23 academic = 8.1\n" },
  { "wide: an indicator a row",
    "Indicator,Unit,Q1 2009-10,Q2 2009-10,Q3 2009-10\n"
    "Calls answered,%,90%,91%*,..\nVisits,,\"1,200\",\"1,300\",(12)\n",
    "Read as a wide table: 2 indicators, 3 quarters of the financial year, Q1 2009/10 to Q3 "
    "2009/10.\n"
    "Row 3: a number in brackets was read as below nought.\n"
    "calls-answered|Calls answered||%: 2009/10-Q1 = 90; 2009/10-Q2 = 91; 2009/10-Q3 missing\n"
    "visits|Visits||: 2009/10-Q1 = 1200; 2009/10-Q2 = 1300; 2009/10-Q3 = -12\n" },
  { "scorecard: value, target, status",
    "Ref,Indicator,Actual,Target,RAG,Last quarter\n"
    "HR1,Days lost,2.7,3.15,Red,2.9\nFI1,Invoices paid,97%,97%,Amber,n/a\n",
    "Read as a scorecard: 2 indicators, no history.\n"
    "hr1|Days lost||\nfi1|Invoices paid||%\n"
    "scorecard: id indicator unit value target previous status\n"
    "hr1 Days lost  2.7 3.15 2.9 Red\nfi1 Invoices paid % 97 97 nan Amber\n" },
  { "panel: a row of groups tells columns of one name apart",
    "Beds,,,,,\n,,Open,,,Full\n"
    "month,org name,Total ,Maternity,,Total ,Notes\n"
    "2023-04,Barton,10,2,,8,\n2023-05,Barton,11,3,,9,\n",
    "Beds\nRead as a long table with a column for each figure: 3 indicators, 2 months, 2 rows.\n"
    "open-total-barton|Open: Total|Barton|: 2023-04 = 10; 2023-05 = 11\n"
    "maternity-barton|Maternity|Barton|: 2023-04 = 2; 2023-05 = 3\n"
    "full-total-barton|Full: Total|Barton|: 2023-04 = 8; 2023-05 = 9\n" },
  { "panel: a name goes before the code that stands for it",
    "month,org code,org name,visits\n"
    "2023-04,RF4,Barton,10\n2023-05,RF4,Barton,11\n",
    "Read as a long table with a column for each figure: 1 indicator, 2 months, 2 rows.\n"
    "visits-barton|visits|Barton|: 2023-04 = 10; 2023-05 = 11\n" },
  { "panel: key columns make series",
    "period,org_code,type,attendances,breaches\n"
    "2016-04-01,RF4,1,100,10\n2016-04-01,RF4,other,50,0\n"
    "2016-05-01,RF4,1,110,11\n2016-05-01,RF4,other,55,1\n",
    "Read as a long table with a column for each figure: 4 indicators, 2 months, 4 rows.\n"
    "attendances-type-1-rf4|attendances, type 1|RF4|: 2016-04 = 100; 2016-05 = 110\n"
    "breaches-type-1-rf4|breaches, type 1|RF4|: 2016-04 = 10; 2016-05 = 11\n"
    "attendances-other-rf4|attendances, other|RF4|: 2016-04 = 50; 2016-05 = 55\n"
    "breaches-other-rf4|breaches, other|RF4|: 2016-04 = 0; 2016-05 = 1\n" },
};

static void
append_series (GString *written, ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  gsize n = scrutiny_series_get_n_values (series), n_counts = 0;
  const double *numerators = scrutiny_series_get_numerators (series, &n_counts);
  const double *denominators = scrutiny_series_get_denominators (series, &n_counts);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *period = scrutiny_timeline_dup_text (timeline, i);
    double value = scrutiny_series_get_value (series, i), low, high;
    char text[G_ASCII_DTOSTR_BUF_SIZE];

    g_string_append_printf (written, "%s %s", i ? ";" : "", period);
    if (!isnan (value))
      g_string_append_printf (written, " = %s",
                              g_ascii_formatd (text, sizeof text, "%.10g", value));
    else if (scrutiny_series_get_bounds (series, i, &low, &high) && !isnan (high))
      g_string_append_printf (written, " %d..%d", (int) low, (int) high);
    else if (g_str_equal (scrutiny_series_get_state (series, i), "suppressed"))
      g_string_append (written, " withheld");
    else
      g_string_append (written, " missing");
    if (scrutiny_series_has_counts (series) && !isnan (numerators[i]))
      g_string_append_printf (written, " (%d/%d)", (int) numerators[i], (int) denominators[i]);
  }
}

static void
append_scorecard (GString *written, ScrutinyTable *table)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  g_autofree char *joined = g_strjoinv (" ", names);

  g_string_append_printf (written, "scorecard: %s\n", joined);
  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++) {
    for (guint i = 0; names[i]; i++) {
      char text[G_ASCII_DTOSTR_BUF_SIZE];
      gsize n;

      g_string_append_printf (
          written, "%s%s", i ? " " : "",
          scrutiny_table_is_text (table, names[i])
              ? scrutiny_table_get_texts (table, names[i])[row]
              : g_ascii_formatd (text, sizeof text, "%.10g",
                                 scrutiny_table_get_doubles (table, names[i], &n)[row]));
    }
    g_string_append_c (written, '\n');
  }
}

static char *
write_dossier (ScrutinyDossier *dossier)
{
  GString *written = g_string_new (NULL);
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);
  const char *title = scrutiny_dossier_get_title (dossier);

  if (title && *title)
    g_string_append_printf (written, "%s\n", title);
  for (guint i = 0; notes[i]; i++)
    g_string_append_printf (written, "%s\n", notes[i]);
  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (dossier, i);
    const char *area = scrutiny_indicator_get_area (indicator);
    const char *unit = scrutiny_indicator_get_unit (indicator);
    ScrutinySeries *series = scrutiny_indicator_get_series (indicator);

    g_string_append_printf (written, "%s|%s|%s|%s%s", scrutiny_indicator_get_id (indicator),
                            scrutiny_indicator_get_title (indicator), area ? area : "",
                            unit ? unit : "", series ? ":" : "");
    if (series)
      append_series (written, series);
    g_string_append_c (written, '\n');
  }
  if (scrutiny_dossier_get_scorecard (dossier))
    append_scorecard (written, scrutiny_dossier_get_scorecard (dossier));

  return g_string_free (written, FALSE);
}

static ScrutinyDossier *
read_text (const char *text, ScrutinyReadOptions *options, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (Grid) grid = csv_scan_bytes (bytes, NULL, "t.csv", NULL, error);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  if (!grid || !layout_read (grid, options, builder, error))
    return NULL;

  return scrutiny_dossier_builder_end (builder, error);
}

static void
reads (void **state)
{
  const struct known *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = read_text (row->text, NULL, &error);
  g_autofree char *written = NULL;

  if (error)
    print_error ("%s\n", error->message);
  assert_non_null (dossier);
  written = write_dossier (dossier);
  assert_string_equal (written, row->read);
}

static const struct refused {
  const char *label, *text;
  ScrutinyError code;
  const char *said;
} refused[] = {
  { "refuses nothing", "", SCRUTINY_ERROR_UNREADABLE, "t.csv: there is nothing in it" },
  { "refuses prose", "Dear councillor,\nplease find attached\nthe figures\n",
    SCRUTINY_ERROR_UNREADABLE,
    "t.csv, row 1: this is not a table: no row names at least two columns" },
  { "refuses a header alone", "indicator,period,value\n", SCRUTINY_ERROR_UNREADABLE,
    "t.csv, row 1: a header and no rows under it" },
  { "refuses a table without periods", "area,cases,people\nA,1,2\nB,2,3\n",
    SCRUTINY_ERROR_NOT_FOUND,
    "t.csv, row 1: no column of periods, and no value beside a target, a status or an indicator's "
    "name; "
    "the columns are “area”, “cases”, “people”" },
  { "names what is no period", "period,cases\n2023-04,1\n2023-05,2\nMarch,3\nhello,4\n",
    SCRUTINY_ERROR_NOT_FOUND,
    "t.csv, row 1: no column of periods, and no value beside a target, a status or an indicator's "
    "name; "
    "the columns are “period”, “cases”" },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = read_text (row->text, NULL, &error);

  assert_null (dossier);
  assert_string_equal (error->message, row->said);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
}

/* One row a case: recognised, and told what is needed. */
static void
recognises_records (void **state)
{
  g_autoptr (GString) text = g_string_new ("Case ID,Opened,Closed,Outcome\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append_printf (text, "C%u,%02u/04/2023,%02u/05/2023,Closed\n", i, 1 + i % 28,
                            1 + i % 30);
  dossier = read_text (text->str, NULL, &error);
  assert_null (dossier);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNSUITABLE));
  assert_non_null (strstr (error->message, "one row a case"));
  assert_non_null (strstr (error->message, "a definition"));
  assert_non_null (strstr (error->message, "“Case ID”, “Opened”, “Closed”, “Outcome”"));
}

static void
does_as_it_is_told (void **state)
{
  const char *text = "when,what,much,share\n2023-04,A,7,70\n2023-05,A,8,80\n";
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
  g_autoptr (ScrutinyReadOptions) wrong = scrutiny_read_options_new ();
  g_autoptr (GError) error = NULL, unknown = NULL;
  g_autoptr (ScrutinyDossier) dossier = NULL, none = NULL;
  g_autofree char *written = NULL;

  scrutiny_read_options_set_column (options, "period", "when");
  scrutiny_read_options_set_column (options, "indicator", "what");
  scrutiny_read_options_set_column (options, "value", "share");
  dossier = read_text (text, options, &error);
  assert_null (error);
  written = write_dossier (dossier);
  assert_string_equal (written, "Read as a long table: 1 indicator, 2 months, 2 rows.\n"
                                "a|A||: 2023-04 = 70; 2023-05 = 80\n");

  scrutiny_read_options_set_column (wrong, "value", "Actual");
  none = read_text (text, wrong, &unknown);
  assert_null (none);
  assert_true (g_error_matches (unknown, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_string_equal (unknown->message,
                       "t.csv, row 1: no column “Actual”; there are “when”, “what”, "
                       "“much”, “share”");
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (refused) + 2];
  size_t n = 0;

  for (size_t i = 0; i < LENGTH (known); i++)
    tests[n++] = (struct CMUnitTest){ .name = known[i].label,
                                      .test_func = reads,
                                      .initial_state = (void *) &known[i] };
  for (size_t i = 0; i < LENGTH (refused); i++)
    tests[n++] = (struct CMUnitTest){ .name = refused[i].label,
                                      .test_func = refuses,
                                      .initial_state = (void *) &refused[i] };
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (recognises_records);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (does_as_it_is_told);

  return cmocka_run_group_tests_name ("io/layout", tests, NULL, NULL);
}
