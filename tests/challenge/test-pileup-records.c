/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "base/columns-builder.h"
#include "support/csv.h"

#include <gio/gio.h>
#include <scrutiny/pileup.h>

#include <string.h>

/* Published records of the shared folder: Boston's requests for service of 2015, New York's
 * inspections and the Isle of Man's planning appeals; and what others' tests were shown on.
 */

/* A checker of memory looks through all that is left at each step of g_strsplit(). */
static char **
split_lines (const char *text)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  for (const char *end = strchr (text, '\n'); end; text = end + 1, end = strchr (text, '\n')) {
    g_autofree char *line = g_strndup (text, (gsize) (end - text));

    g_strv_builder_add (lines, line);
  }
  g_strv_builder_add (lines, text);

  return g_strv_builder_end (lines);
}

/* Lines of a file that is packed, or NULL after saying aloud why not. */
static char **
read_packed (const char *name)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *path = g_build_filename (shared ? shared : "", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) packed = g_file_read (file, NULL, NULL);
  g_autoptr (GConverter) unpack =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) plain = NULL;
  g_autoptr (GOutputStream) text = g_memory_output_stream_new_resizable ();

  if (!packed) {
    print_message ("# skipped: the shared folder has no %s\n", name);
    return NULL;
  }
  plain = g_converter_input_stream_new (G_INPUT_STREAM (packed), unpack);
  assert_true (g_output_stream_splice (text, plain, G_OUTPUT_STREAM_SPLICE_NONE, NULL, NULL) > 0);
  assert_true (g_output_stream_write_all (text, "", 1, NULL, NULL, NULL));

  return split_lines (g_strchomp (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (text))));
}

static guint
index_of (const char *header, const char *name)
{
  g_autoptr (GPtrArray) names = csv_split_line (header);

  for (guint i = 0; i < names->len; i++)
    if (g_str_equal (g_strstrip (names->pdata[i]), name))
      return i;
  fail_msg ("no column %s", name);

  return 0;
}

/* Two columns of the rows whose column @where is @what, or of all for NULL. */
static ScrutinyTable *
take (char **lines, const char *first, const char *second, const char *where, const char *what)
{
  const guint a = index_of (lines[0], first), b = index_of (lines[0], second);
  const guint k = where ? index_of (lines[0], where) : 0;
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 1; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i]);

    if (what && !g_str_equal (cells->pdata[k], what))
      continue;
    columns_builder_add_text (builder, "start", cells->pdata[a]);
    columns_builder_add_text (builder, "end", cells->pdata[b]);
  }

  return columns_builder_end (builder);
}

static const struct kind {
  const char *label;
  const char *kind; /* NULL: all */
  const char *verdict;
  double n; /* closed, with a target */
} kinds[] = {
  { "all requests", NULL, "excess", 34835 },
  { "street lights stay silent", "Street Light Outages", "none", 6329 },
  { "recycling carts", "Request for Recycling Cart", "none", 2970 },
  { "dead animals, most within two days", "Pick up Dead Animal", "cannot-tell", 2154 },
  { "graffiti, too few", "Graffiti Removal", "cannot-tell", 209 },
};

static char **boston;

/* From the target on, in days of 24 hours. */
static void
looks_at_requests (void **state)
{
  const struct kind *row = *state;
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;
  g_autoptr (GError) error = NULL;

  if (!boston)
    return;
  table = take (boston, "TARGET_DT", "CLOSED_DT", "TYPE", row->kind);
  pileup = scrutiny_pileup_new_between (table, "start", "end", 0, NULL, &error);
  assert_null (error);
  assert_near (scrutiny_pileup_get_n_cases (pileup), row->n, 0);
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), row->verdict);
}

/* Cases in the bins from one to another, both included. */
static double
sum_bins (ScrutinyPileup *pileup, double low, double high)
{
  ScrutinyTable *bins = scrutiny_pileup_get_bins (pileup);
  gsize n;
  const double *first = scrutiny_table_get_doubles (bins, "first", &n);
  const double *counts = scrutiny_table_get_doubles (bins, "count", NULL);
  double sum = 0;

  for (gsize i = 0; i < n; i++)
    sum += first[i] >= low && first[i] <= high ? counts[i] : 0;

  return sum;
}

/* Published counts by 24 hours and by 2, from the day before the target on and after it.  Bins
 * of others hold their lower end, ours their upper: one case lies on an end.
 */
static void
counts_what_others_count (void **state)
{
  static const double by_day[] = { 1007, 409, 623, 1420, 3004, 2758, 8129, 1458, 593, 333 };
  static const double by_2_hours[] = { 3147, 1660, 822, 283, 81, 39, 48, 120, 385, 487, 514, 543,
                                       408,  309,  189, 76,  26, 9,  19, 21,  53,  83,  134, 131 };
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) days = NULL, hours = NULL;

  (void) state;
  if (!boston)
    return;
  table = take (boston, "TARGET_DT", "CLOSED_DT", NULL, NULL);
  scrutiny_pileup_options_set_disclosure (options, 0);
  days = scrutiny_pileup_new_between (table, "start", "end", 0, options, NULL);
  for (int i = 0; i < 10; i++)
    assert_near (sum_bins (days, i - 6, i - 6), by_day[i], 0);
  scrutiny_pileup_options_set_unit (options, "hours");
  hours = scrutiny_pileup_new_between (table, "start", "end", 0, options, NULL);
  for (int i = 0; i < 24; i++)
    assert_near (sum_bins (hours, 2 * i - 23, 2 * i - 22), by_2_hours[i], 1);
}

/* A grade changes after 13 points: 20 times as many at 12 and 13 as at 14 and 15. */
static void
finds_the_pile_of_points (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("data/records/nyc_restaurant_inspections_bk_qn.csv");
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;
  guint kind, score;

  (void) state;
  if (!lines)
    return;
  kind = index_of (lines[0], "insp_type");
  score = index_of (lines[0], "score");
  for (guint i = 1; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i]);
    const char *points = cells->pdata[score];

    if (g_str_equal (cells->pdata[kind], "Cycle Inspection / Re-inspection"))
      columns_builder_add_number (builder, "score", *points ? g_ascii_strtod (points, NULL) : NAN);
  }
  table = columns_builder_end (builder);
  scrutiny_pileup_options_set_unit (options, "points");
  pileup = scrutiny_pileup_new (table, "score", 13, options, NULL);
  assert_near (scrutiny_pileup_get_n_cases (pileup), 5010, 0);
  assert_near (scrutiny_pileup_get_observed (pileup), 345 + 733 + 588, 0);
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), "excess");
  assert_near (sum_bins (pileup, 12, 13) / sum_bins (pileup, 14, 15), 20.32307692, 1e-8);
  assert_true (scrutiny_pileup_get_deficit_after (pileup) > 0);
}

/* Three weeks to appeal: 155 on day 20, 116 on day 21, 2 on day 22. */
static void
finds_the_last_days_to_appeal (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("data/records/iom_planning_appeals_2011_2023.csv");
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;
  g_autofree char *json = NULL;

  (void) state;
  if (!lines)
    return;
  table = take (lines, "decision_issued", "appeal_lodged", NULL, NULL);
  scrutiny_pileup_options_set_disclosure (options, 0);
  pileup = scrutiny_pileup_new_between (table, "start", "end", 21, options, NULL);
  assert_near (scrutiny_pileup_get_n_cases (pileup), 1306 - 237, 0);
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), "excess");
  assert_near (sum_bins (pileup, 20, 20), 155, 0);
  assert_near (sum_bins (pileup, 21, 21), 116, 0);
  assert_near (sum_bins (pileup, 22, 22), 2, 0);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (pileup));
  assert_non_null (strstr (json, "\"n_negative\":237,"));
}

/* Chances by the R package rddensity that a margin's density does not jump where it begins. */
static double
chance_by_rddensity (const char *label)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/challenge/known_rddensity_senate.csv");
  double chance = NAN;

  for (guint i = 1; lines && lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i]);

    if (g_str_equal (cells->pdata[0], label))
      chance = g_ascii_strtod (cells->pdata[index_of (lines[0], "p")], NULL);
  }

  return chance;
}

/* Margins of elections to the Senate, which have no week and are no whole numbers: by how many
 * points the other side was short of them.  Neither test finds more just beyond the line, nor
 * beyond another 5 points off.
 */
static void
agrees_on_margins (void **state)
{
  static const double lines_at[] = { 0, 5 };
  static const char *const labels[] = { "default", "c5" };
  g_auto (GStrv) lines = csv_read_shared ("cases/challenge/rddensity_senate.csv");

  (void) state;
  for (guint k = 0; lines && k < G_N_ELEMENTS (labels); k++) {
    g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
    g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
    g_autoptr (ScrutinyTable) table = NULL;
    g_autoptr (ScrutinyPileup) pileup = NULL;

    for (guint i = 1; lines[i]; i++)
      columns_builder_add_number (builder, "short", lines_at[k] - g_ascii_strtod (lines[i], NULL));
    table = columns_builder_end (builder);
    scrutiny_pileup_options_set_unit (options, "points");
    pileup = scrutiny_pileup_new (table, "short", 0, options, NULL);
    assert_near (scrutiny_pileup_get_n_cases (pileup), 1390, 0);
    assert_string_equal (scrutiny_pileup_get_verdict (pileup), "none");
    assert_true (scrutiny_pileup_get_p (pileup) > 0.3);
    assert_true (chance_by_rddensity (labels[k]) > 0.3);
  }
}

/* Made-up earnings around 10,000, where a tax begins, of the R package bunching, in bins of 50: 975
 * in the bin of the kink.  What economists report of them is by numpy: a polynomial of degree 7
 * through the 24 bins on either side.
 */
static void
finds_the_bunch_at_a_kink (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/challenge/bunching_kink_counts.csv");
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;

  (void) state;
  if (!lines)
    return;
  for (guint i = 1; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i]);

    columns_builder_add_number (builder, "bin",
                                100 + floor ((g_ascii_strtod (cells->pdata[0], NULL) - 9975) / 50));
    columns_builder_add_number (builder, "n", g_ascii_strtod (cells->pdata[1], NULL));
  }
  table = columns_builder_end (builder);
  scrutiny_pileup_options_set_unit (options, "points");
  scrutiny_pileup_options_set_window (options, "0,0");
  pileup = scrutiny_pileup_new_counted (table, "bin", "n", 100, options, NULL);
  assert_string_equal (scrutiny_pileup_get_verdict (pileup), "excess");
  assert_near (scrutiny_pileup_get_observed (pileup), 975, 0);

  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (pileup));
  const char *bunching = strstr (json, "\"bunching\":{\"degree\":7,\"excess\":");
  assert_non_null (bunching);
  assert_near (g_ascii_strtod (strstr (bunching, "excess") + 8, NULL), 630.8041342962, 1e-8);
  assert_near (g_ascii_strtod (strstr (bunching, "ratio") + 7, NULL), 1.832689457226, 1e-10);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (kinds) + 5];
  const size_t n_kinds = g_getenv ("SCRUTINY_QUICK") ? 2 : G_N_ELEMENTS (kinds);
  size_t n = add_rows (tests, looks_at_requests, kinds, n_kinds, sizeof *kinds);
  int n_failed;

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_what_others_count);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_the_pile_of_points);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_the_last_days_to_appeal);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_on_margins);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (finds_the_bunch_at_a_kink);
  boston = read_packed ("data/records/boston311_2015_pwd.csv.gz");
  n_failed = _cmocka_run_group_tests ("challenge/pileup-records", tests, n, NULL, NULL);
  g_strfreev (boston);

  return n_failed;
}
