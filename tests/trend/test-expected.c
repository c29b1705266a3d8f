/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart.h>

#include "support/csv-rows.h"
#include "support/near.h"

#include <stdio.h>
#include <stdlib.h>

/* Centre and limits of the individual values of every series in the shared
 * expected.json: made by NumPy with 2.66, checked there in R, printed to ten
 * significant digits, so that one part in 10^9 is what they can hold us to.
 */
#define TOLERANCE 1e-9

static char *shared;

/* The text between the next pair of quotes at or after @at; moves @at behind it. */
static char *
dup_quoted (const char **at)
{
  const char *start = strchr (*at, '"') + 1;
  const char *end = strchr (start, '"');

  *at = end + 1;

  return g_strndup (start, (gsize) (end - start));
}

static const char *
after (const char *text, const char *key)
{
  const char *found = strstr (text, key);

  assert_non_null (found);

  return found + strlen (key);
}

/* { "area_name": "Trafford", … } up to its brace, or null. */
static gboolean
row_is_wanted (const CsvRows *rows, guint row, const char *filter)
{
  const char *at = filter + strspn (filter, ": ");
  const char *end = strchr (at, '}');

  if (*at != '{')
    return TRUE;
  for (const char *next = strchr (at, '"'); next && next < end; next = strchr (at, '"')) {
    g_autofree char *column = dup_quoted (&at);
    g_autofree char *value = dup_quoted (&at);

    if (!g_str_equal (csv_rows_get (rows, row, column), value))
      return FALSE;
  }

  return TRUE;
}

static ScrutinySeries *
read_series (const char *file, const char *column, const char *filter)
{
  g_autofree char *folder = g_build_filename (shared, "data", NULL);
  CsvRows *rows = csv_rows_read (folder, file);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GError) error = NULL;

  assert_non_null (rows);
  for (guint i = 0; i < csv_rows_count (rows); i++) {
    if (row_is_wanted (rows, i, filter)) {
      const double value = csv_number (csv_rows_get (rows, i, column));
      g_array_append_val (values, value);
    }
  }
  csv_rows_free (rows);

  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("1950-01", values->len, &error);
  assert_null (error);
  ScrutinySeries *series =
      scrutiny_series_new (timeline, (const double *) values->data, values->len, &error);
  assert_null (error);

  return series;
}

static void
check_line (ScrutinyChart *chart, const char *column, const char *entry, const char *key)
{
  gsize n;
  const double *line = scrutiny_table_get_doubles (scrutiny_chart_get_points (chart), column, &n);
  const double wanted = g_ascii_strtod (after (after (entry, "\"xmr\""), key), NULL);

  for (gsize i = 0; i < n; i++)
    assert_near (line[i], wanted, TOLERANCE * fabs (wanted));
}

static void
check_entry (const char *entry)
{
  const char *at = after (entry, "\"file\":");
  g_autofree char *file = dup_quoted (&at);
  at = after (at, "\"column\":");
  g_autofree char *column = dup_quoted (&at);
  g_autoptr (ScrutinySeries) series = read_series (file, column, after (at, "\"filter\""));
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_chart_options_set_kind (options, SCRUTINY_CHART_KIND_XMR);
  scrutiny_chart_options_set_constants (options, "wheeler");
  g_autoptr (ScrutinyChart) chart = scrutiny_chart_new (series, options, &error);
  assert_null (error);
  print_message ("# %s %s\n", file, column);
  check_line (chart, "centre", entry, "\"centre\":");
  check_line (chart, "lower", entry, "\"lower\":");
  check_line (chart, "upper", entry, "\"upper\":");
}

static void
agrees_with_expected_json (void **state)
{
  g_autofree char *path = g_build_filename (shared, "data", "expected.json", NULL);
  g_autofree char *text = NULL;
  guint n = 0;

  (void) state;
  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  const char *end = after (text, "\"funnels\"");
  for (const char *at = strstr (text, "\"file\":"); at && at < end;
       at = strstr (at + 1, "\"file\":")) {
    check_entry (at);
    n++;
  }
  assert_int_equal (n, 27);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (agrees_with_expected_json) };
  const char *folder = getenv ("SCRUTINY_SHARED");

  shared = g_strdup (folder ? folder : "");
  if (!g_file_test (shared, G_FILE_TEST_IS_DIR)) {
    printf ("1..0 # SKIP the shared folder with the known answers is absent\n");
    return 0;
  }

  const int status = cmocka_run_group_tests_name ("trend/expected", tests, NULL, NULL);
  g_free (shared);

  return status;
}
