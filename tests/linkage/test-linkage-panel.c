/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/linkage-panel.h>

#include <scrutiny/error.h>
#include <scrutiny/finding.h>
#include <scrutiny/timeline.h>

#include "kernel/e-value.h"
#include "kernel/panel-permutation.h"
#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST_PLACES 12
#define T 10
#define MOST (MOST_PLACES * T)

/* Rows of places, each with the years from 2010 on. */
typedef struct {
  guint n_places, n;
  char *places[MOST + 1], *years[MOST + 1], *regions[MOST + 1];
  double x[MOST], y[MOST], cases[MOST], all[MOST];
} Rows;

/* The outcome follows @mix of the indicator; a shock in 2015 is in both everywhere. */
static void
rows_init (Rows *self, guint n_places, double mix)
{
  uint64_t seed = 11;
  double noise[2 * MOST];

  memset (self, 0, sizeof *self);
  self->n_places = n_places;
  self->n = n_places * T;
  kernel_random_normal (&seed, 2 * MOST, noise);
  for (guint i = 0; i < self->n; i++) {
    const double shock = i % T == 5 ? 8 : 0;

    self->places[i] = g_strdup_printf ("Place %02u", i / T);
    self->years[i] = g_strdup_printf ("%u", 2010 + i % T);
    self->regions[i] = g_strdup (i / T % 2 ? "North" : "South");
    self->x[i] = 50 + noise[i] + shock;
    self->y[i] = 20 + mix * noise[i] + noise[MOST + i] + shock;
    self->all[i] = 1000 + i;
    self->cases[i] = round (self->all[i] * 0.1 * exp (mix * noise[i] / 4 + noise[MOST + i] / 10));
  }
}

static void
rows_clear (Rows *self)
{
  for (guint i = 0; i < self->n; i++) {
    g_free (self->places[i]);
    g_free (self->years[i]);
    g_free (self->regions[i]);
  }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Rows, rows_clear)

static void
add_numbers (ScrutinyTable **table, const char *name, const double *numbers, guint n)
{
  g_autoptr (ScrutinyTable) before = *table;
  g_autoptr (GBytes) bytes = g_bytes_new (numbers, n * sizeof *numbers);

  *table = scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

static void
add_texts (ScrutinyTable **table, const char *name, const char *const *texts)
{
  g_autoptr (ScrutinyTable) before = *table;

  *table = scrutiny_table_copy_with_texts (before, name, texts, NULL);
}

static ScrutinyTable *
table_of (const Rows *rows)
{
  ScrutinyTable *table = scrutiny_table_new ();

  add_texts (&table, "place", (const char *const *) rows->places);
  add_texts (&table, "year", (const char *const *) rows->years);
  add_texts (&table, "region", (const char *const *) rows->regions);
  add_numbers (&table, "x", rows->x, rows->n);
  add_numbers (&table, "y", rows->y, rows->n);
  add_numbers (&table, "cases", rows->cases, rows->n);
  add_numbers (&table, "all", rows->all, rows->n);

  return table;
}

static ScrutinyLinkagePanel *
ask (const Rows *rows, const char *outcome, ScrutinyLinkagePanelOptions *options)
{
  g_autoptr (ScrutinyTable) table = table_of (rows);
  g_autoptr (GError) error = NULL;
  ScrutinyLinkagePanel *made =
      scrutiny_linkage_panel_new (table, "place", "year", "x", outcome, options, &error);

  if (error)
    print_error ("%s\n", error->message);
  assert_null (error);

  return made;
}

static const struct verdict {
  const char *label;
  guint n_places;
  double mix;
  ScrutinyDirection expected;
  guint lag;
  const char *verdict, *words; /* of the finding, or of the reason */
} verdicts[] = {
  { "a link", 12, 1, SCRUTINY_DIRECTION_NONE, 0, "moves-with",
    "Of 12 places over 10 years: where “x” was higher than is usual for the place and for the "
    "year, “y” was higher than is usual. As strong a link comes about in about 1 of 1,000 ways" },
  { "one the other way", 12, -1, SCRUTINY_DIRECTION_NONE, 0, "moves-with", "“y” was lower" },
  { "as stated", 12, 1, SCRUTINY_DIRECTION_UP, 0, "moved-as-stated", "years it did" },
  { "not as stated", 12, 1, SCRUTINY_DIRECTION_DOWN, 0, "moved-other-way", "moves the other way" },
  { "of five places", 5, 1, SCRUTINY_DIRECTION_NONE, 0, "moves-with", "1 of 120 ways" },
  { "none, though a shock is in both", 12, 0, SCRUTINY_DIRECTION_NONE, 0, "cannot-tell",
    "12 places in 10 years: the link there is an ordinary one; a link weaker than a correlation "
    "of 0." },
  { "one that is not clear enough", 12, 0.2, SCRUTINY_DIRECTION_NONE, 0, "cannot-tell",
    "ways to give these series to other places, and it is told of from 1 of 20 on; a link weaker" },
  { "none at that lag", 12, 1, SCRUTINY_DIRECTION_NONE, 2, "cannot-tell", "12 places in 8 years" },
  { "too few places", 4, 1, SCRUTINY_DIRECTION_NONE, 0, "cannot-tell",
    "4 places have both figures in four of five years; 5 are the fewest" },
  { "too long a lag", 12, 1, SCRUTINY_DIRECTION_NONE, 9, "cannot-tell",
    "The 12 places have 1 year in common, with the outcome after 9 years: ask for at least two." },
  { "a lag beyond all", 12, 1, SCRUTINY_DIRECTION_NONE, 50, "cannot-tell", "0 places have both" },
};

static void
gives_known_answer (void **state)
{
  const struct verdict *row = *state;
  g_auto (Rows) rows = { 0 };
  g_autoptr (ScrutinyLinkagePanelOptions) options = scrutiny_linkage_panel_options_new ();
  g_autoptr (ScrutinyLinkagePanel) made = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *said = NULL;

  rows_init (&rows, row->n_places, row->mix);
  scrutiny_linkage_panel_options_set_expected (options, row->expected);
  scrutiny_linkage_panel_options_set_lag (options, row->lag);
  made = ask (&rows, "y", options);
  findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (made));
  assert_string_equal (scrutiny_linkage_panel_get_verdict (made), row->verdict);
  said = findings->len > 0 ? scrutiny_finding_dup_statement (findings->pdata[0], NULL)
                           : g_strdup (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (made)));
  assert_true ((scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (made)) == NULL) ==
               (findings->len > 0));
  if (!strstr (said, row->words))
    print_error ("%s\n", said);
  assert_non_null (strstr (said, row->words));
}

static void
gives_the_numbers_of_the_kernel (void **state)
{
  g_auto (Rows) rows = { 0 };
  g_autofree double *work = g_new (double, KERNEL_PANEL_WORK (MOST_PLACES, T));
  const KernelPanelShape shape = { MOST_PLACES, T, 1, NULL };
  size_t order[MOST_PLACES];
  KernelPanel found;
  g_autoptr (ScrutinyLinkagePanelOptions) options = scrutiny_linkage_panel_options_new ();
  g_autoptr (ScrutinyLinkagePanel) made = NULL;
  g_autofree char *json = NULL;

  (void) state;
  rows_init (&rows, MOST_PLACES, 0.3);
  scrutiny_linkage_panel_options_set_seed (options, 42);
  scrutiny_linkage_panel_options_set_draws (options, 499);
  made = ask (&rows, "y", options);
  assert_int_equal (
      kernel_panel_permutation (&shape, rows.x, rows.y, NULL, 499, 42, work, order, &found),
      KERNEL_OK);
  assert_near (scrutiny_linkage_panel_get_p (made), found.chance, 0);
  assert_near (scrutiny_linkage_panel_get_r (made), found.r, 0);
  assert_near (scrutiny_linkage_panel_get_slope (made), found.slope, 0);
  assert_near (scrutiny_linkage_panel_get_smallest_detectable (made), found.smallest, 0);
  assert_int_equal (scrutiny_linkage_panel_get_n_places (made), MOST_PLACES);
  assert_int_equal (scrutiny_linkage_panel_get_n_periods (made), T);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (made));
  assert_non_null (strstr (json, "\"seed\":42"));
  assert_non_null (strstr (json, "\"n_orders\":500"));
}

/* Regions of which each holds half of the places, and one of which it holds one each. */
static void
changes_places_within_regions_only (void **state)
{
  g_auto (Rows) rows = { 0 };
  g_autoptr (ScrutinyLinkagePanelOptions) options = scrutiny_linkage_panel_options_new ();
  g_autoptr (ScrutinyLinkagePanel) halves = NULL, alone = NULL;
  g_autofree char *json = NULL;

  (void) state;
  rows_init (&rows, 6, 1);
  scrutiny_linkage_panel_options_set_region (options, "region");
  halves = ask (&rows, "y", options);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (halves));
  assert_non_null (strstr (json, "\"n_orders\":36"));
  scrutiny_linkage_panel_options_set_region (options, "place");
  alone = ask (&rows, "y", options);
  assert_non_null (strstr (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (alone)),
                           "so few places each that no link among them would be rare"));
}

/* A place that lacks three of ten years is left out, and a year that another lacks. */
static void
leaves_out_what_is_missing (void **state)
{
  g_auto (Rows) rows = { 0 };
  g_autoptr (ScrutinyLinkagePanel) made = NULL;
  g_auto (GStrv) left_out = NULL;

  (void) state;
  rows_init (&rows, 8, 1);
  rows.x[T + 1] = rows.y[T + 2] = rows.x[T + 7] = NAN;
  rows.y[3 * T + 4] = rows.x[5 * T + 9] = NAN;
  made = ask (&rows, "y", NULL);
  left_out = scrutiny_linkage_panel_dup_left_out (made);
  assert_int_equal (scrutiny_linkage_panel_get_n_places (made), 7);
  assert_int_equal (scrutiny_linkage_panel_get_n_periods (made), T - 2);
  assert_int_equal (g_strv_length (left_out), 1);
  assert_string_equal (left_out[0], "Place 01");
}

/* Root of the mean square of what no place and no year has of its own. */
static double
spread_of (Rows *rows)
{
  const KernelPanelShape shape = { rows->n_places, T, 1, NULL };
  double work[KERNEL_PANEL_OWN_WORK (MOST_PLACES, T)], spreads[MOST_PLACES], squares = 0;

  assert_int_equal (kernel_panel_own (&shape, rows->x, spreads, work), KERNEL_OK);
  for (guint place = 0; place < rows->n_places; place++)
    squares += spreads[place] * spreads[place];

  return sqrt (squares / rows->n);
}

/* Only of a share of cases, and only where the link is told of. */
static void
gives_a_ratio_of_risks (void **state)
{
  g_auto (Rows) rows = { 0 };
  g_autoptr (ScrutinyLinkagePanelOptions) options = scrutiny_linkage_panel_options_new ();
  g_autoptr (ScrutinyLinkagePanel) made = NULL, usual = NULL, plain = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *said = NULL;
  double ratio;

  (void) state;
  rows_init (&rows, 12, 1);
  scrutiny_linkage_panel_options_set_outcome_of (options, "all");
  scrutiny_linkage_panel_options_set_contrast (options, 4);
  made = ask (&rows, "cases", options);
  ratio = scrutiny_linkage_panel_get_ratio (made);
  assert_near (ratio, exp (1), 0.2); /* a quarter of the logarithm for each 1 */
  assert_near (scrutiny_linkage_panel_get_e_value (made), kernel_e_value (ratio), 1e-15);
  assert_near (scrutiny_linkage_panel_get_contrast (made), 4, 0);
  findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (made));
  assert_int_equal (findings->len, 2);
  said = scrutiny_finding_dup_statement (findings->pdata[1], NULL);
  if (!strstr (said, "An unmeasured cause would need to be"))
    print_error ("%s\n", said);
  assert_non_null (strstr (said, "Where “x” was 4.0 higher, “cases” was 2."));
  assert_non_null (strstr (said, "An unmeasured cause would need to be"));

  scrutiny_linkage_panel_options_set_contrast (options, NAN);
  usual = ask (&rows, "cases", options);
  assert_near (log (scrutiny_linkage_panel_get_ratio (usual)),
               log (ratio) * scrutiny_linkage_panel_get_contrast (usual) / 4, 1e-12);
  plain = ask (&rows, "cases", NULL);
  assert_near (scrutiny_linkage_panel_get_ratio (plain), NAN, 0);
  assert_near (scrutiny_linkage_panel_get_contrast (usual), spread_of (&rows), 1e-12);
}

/* As far as the lowest and the highest value lie apart, and no further. */
static void
gives_no_ratio_further_than_is_seen (void **state)
{
  g_auto (Rows) rows = { 0 };
  g_autoptr (ScrutinyLinkagePanelOptions) options = scrutiny_linkage_panel_options_new ();
  g_autoptr (ScrutinyLinkagePanel) within = NULL, beyond = NULL, below = NULL;
  double least, most;

  (void) state;
  rows_init (&rows, 12, 1);
  least = most = rows.x[0];
  for (guint i = 1; i < rows.n; i++) {
    least = fmin (least, rows.x[i]);
    most = fmax (most, rows.x[i]);
  }
  scrutiny_linkage_panel_options_set_outcome_of (options, "all");
  scrutiny_linkage_panel_options_set_contrast (options, most - least);
  within = ask (&rows, "cases", options);
  scrutiny_linkage_panel_options_set_contrast (options, 1.01 * (most - least));
  beyond = ask (&rows, "cases", options);
  scrutiny_linkage_panel_options_set_contrast (options, -1.01 * (most - least));
  below = ask (&rows, "cases", options);
  assert_true (scrutiny_linkage_panel_get_e_value (within) > 1);
  assert_near (scrutiny_linkage_panel_get_e_value (beyond), NAN, 0);
  assert_near (scrutiny_linkage_panel_get_ratio (beyond), NAN, 0);
  assert_near (scrutiny_linkage_panel_get_e_value (below), NAN, 0);
  assert_string_equal (scrutiny_linkage_panel_get_verdict (beyond), "moves-with");
}

static void
gives_no_ratio_where_there_is_none (void **state)
{
  g_auto (Rows) rows = { 0 };
  g_autoptr (ScrutinyLinkagePanelOptions) options = scrutiny_linkage_panel_options_new ();
  g_autoptr (ScrutinyLinkagePanel) nought = NULL, above = NULL, unlinked = NULL;

  (void) state;
  scrutiny_linkage_panel_options_set_outcome_of (options, "all");
  rows_init (&rows, 12, 1);
  rows.cases[7] = 0;
  nought = ask (&rows, "cases", options);
  assert_string_equal (scrutiny_linkage_panel_get_verdict (nought), "moves-with");
  assert_near (scrutiny_linkage_panel_get_e_value (nought), NAN, 0);
  rows.cases[7] = 2 * rows.all[7];
  above = ask (&rows, "cases", options);
  assert_near (scrutiny_linkage_panel_get_e_value (above), NAN, 0);
  rows_clear (&rows);
  rows_init (&rows, 12, 0);
  unlinked = ask (&rows, "cases", options);
  assert_string_equal (scrutiny_linkage_panel_get_verdict (unlinked), "cannot-tell");
  assert_near (scrutiny_linkage_panel_get_e_value (unlinked), NAN, 0);
}

/* Periods @first on, such as months, instead of years. */
static void
name_periods (Rows *rows, const char *first)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, T, NULL);

  for (guint i = 0; i < rows->n; i++) {
    g_free (rows->years[i]);
    rows->years[i] = scrutiny_timeline_dup_text (timeline, i % T);
  }
}

/* One quarter of the year is higher by 20 in both figures of a place, in some places another. */
static void
add_seasons (Rows *rows)
{
  for (guint i = 0; i < rows->n; i++) {
    const double season = i % T % 4 == i / T % 4 ? 20 : 0;

    rows->x[i] += season;
    rows->y[i] += season;
  }
}

/* Of quarters, also where one is missing, a season that a place has in both is none. */
static void
takes_the_season_of_a_place_for_no_link (void **state)
{
  (void) state;
  for (int has_link = 0; has_link < 2; has_link++) {
    g_auto (Rows) rows = { 0 };
    g_autoptr (ScrutinyLinkagePanel) whole = NULL, lacking = NULL;

    rows_init (&rows, 12, has_link);
    name_periods (&rows, "2010-Q1");
    add_seasons (&rows);
    whole = ask (&rows, "y", NULL);
    rows.x[T + 4] = NAN;
    lacking = ask (&rows, "y", NULL);
    assert_int_equal (scrutiny_linkage_panel_get_n_periods (lacking), T - 1);
    assert_string_equal (scrutiny_linkage_panel_get_verdict (whole),
                         has_link ? "moves-with" : "cannot-tell");
    assert_string_equal (scrutiny_linkage_panel_get_verdict (lacking),
                         has_link ? "moves-with" : "cannot-tell");
  }
}

static void
expect_reason (const Rows *rows,
               const char *outcome,
               ScrutinyLinkagePanelOptions *options,
               const char *words)
{
  g_autoptr (ScrutinyLinkagePanel) made = ask (rows, outcome, options);
  const char *reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (made));

  assert_non_null (reason);
  if (!strstr (reason, words))
    print_error ("%s\n", reason);
  assert_non_null (strstr (reason, words));
  assert_near (scrutiny_linkage_panel_get_p (made), NAN, 0);
}

static void
refuses_in_words (void **state)
{
  g_auto (Rows) rows = { 0 };
  g_autoptr (ScrutinyLinkagePanelOptions) options = scrutiny_linkage_panel_options_new ();

  (void) state;
  rows_init (&rows, 6, 1);
  expect_reason (&rows, "x", NULL, "Both count the same, so they move together");
  scrutiny_linkage_panel_options_set_outcome_of (options, "x");
  expect_reason (&rows, "cases", options, "What one counts is what the other is out of");
  name_periods (&rows, "2010-01");
  expect_reason (&rows, "y", NULL,
                 "The 6 places have 10 months in common: ask for at least 24 months; of fewer, a "
                 "season cannot be told from a link.");
  for (guint i = 0; i < rows.n; i++)
    rows.y[i] = i % T;
  name_periods (&rows, "2010");
  expect_reason (&rows, "y", NULL, "does not move in one place otherwise than in all");
  for (guint i = 0; i < rows.n; i++)
    rows.y[i] = NAN;
  expect_reason (&rows, "y", NULL, "0 places have both figures");
}

static const struct fault {
  const char *label, *key, *outcome, *region;
  double contrast;
  guint draws;
  ScrutinyError code;
  const char *message;
} faults[] = {
  { "no such key", "council", "y", NULL, 1, 9, SCRUTINY_ERROR_NOT_FOUND, "council" },
  { "no such outcome", "place", "z", NULL, 1, 9, SCRUTINY_ERROR_NOT_FOUND, "“z”" },
  { "texts for an outcome", "place", "region", NULL, 1, 9, SCRUTINY_ERROR_MISMATCH, "“North”" },
  { "no such region", "place", "y", "county", 1, 9, SCRUTINY_ERROR_NOT_FOUND, "“county”" },
  { "two regions", "place", "y", "year", 1, 9, SCRUTINY_ERROR_MISMATCH,
    "Row 2 below the header, column “year”: “Place 00” was in another region before" },
  { "a contrast of nought", "place", "y", NULL, 0, 9, SCRUTINY_ERROR_OUT_OF_RANGE, "contrast" },
  { "no draws", "place", "y", NULL, 1, 0, SCRUTINY_ERROR_OUT_OF_RANGE, "Panel, draws: 0" },
  { "too many draws", "place", "y", NULL, 1, 10000, SCRUTINY_ERROR_OUT_OF_RANGE, "draws: 10000" },
};

static void
refuses_what_is_no_question (void **state)
{
  const struct fault *row = *state;
  g_auto (Rows) rows = { 0 };
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyLinkagePanelOptions) options = scrutiny_linkage_panel_options_new ();
  g_autoptr (GError) error = NULL;

  rows_init (&rows, 6, 0);
  g_free (rows.regions[0]);
  rows.regions[0] = g_strdup ("North");
  table = table_of (&rows);
  scrutiny_linkage_panel_options_set_region (options, row->region);
  scrutiny_linkage_panel_options_set_contrast (options, row->contrast);
  scrutiny_linkage_panel_options_set_draws (options, row->draws);
  assert_null (
      scrutiny_linkage_panel_new (table, row->key, "year", "x", row->outcome, options, &error));
  if (!g_error_matches (error, SCRUTINY_ERROR, (int) row->code) ||
      !strstr (error->message, row->message))
    print_error ("%s\n", error->message);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_non_null (strstr (error->message, row->message));
}

/* That of docs/methods/linkage-panel.md. */
static void
works_the_example_of_the_page (void **state)
{
  g_autoptr (ScrutinyLinkagePanel) made = NULL;
  g_auto (Rows) rows = { 0 };

  (void) state;
  rows_init (&rows, 5, 0);
  for (guint i = 0; i < rows.n; i++) {
    const double higher = i % T == i / T ? i / T + 1 : 0;

    rows.x[i] = 50 + higher;
    rows.y[i] = 20 + 2 * higher;
  }
  made = ask (&rows, "y", NULL);
  assert_near (scrutiny_linkage_panel_get_p (made), 1. / 120, 1e-15);
  assert_near (scrutiny_linkage_panel_get_slope (made), 2, 1e-12);
  assert_near (scrutiny_linkage_panel_get_r (made), 1, 1e-12);
}

static void
is_valid_without_anything (void **state)
{
  g_autoptr (ScrutinyLinkagePanel) bare = g_object_new (SCRUTINY_TYPE_LINKAGE_PANEL, NULL);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (bare));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));
  g_auto (GStrv) left_out = scrutiny_linkage_panel_dup_left_out (bare);

  (void) state;
  assert_int_equal (findings->len, 0);
  assert_int_equal (g_strv_length (left_out), 0);
  assert_non_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (bare)));
  assert_non_null (strstr (json, "\"p\":null"));
  assert_null (strstr (json, "nan"));
}

static void
says_nothing_of_an_empty_table (void **state)
{
  g_autoptr (ScrutinyTable) table = scrutiny_table_new ();
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_linkage_panel_new (table, "place", "year", "x", "y", NULL, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

int
main (void)
{
  struct CMUnitTest tests[11 + LENGTH (verdicts) + LENGTH (faults)] = {
    cmocka_unit_test (gives_the_numbers_of_the_kernel),
    cmocka_unit_test (changes_places_within_regions_only),
    cmocka_unit_test (leaves_out_what_is_missing),
    cmocka_unit_test (gives_a_ratio_of_risks),
    cmocka_unit_test (gives_no_ratio_further_than_is_seen),
    cmocka_unit_test (gives_no_ratio_where_there_is_none),
    cmocka_unit_test (takes_the_season_of_a_place_for_no_link),
    cmocka_unit_test (refuses_in_words),
    cmocka_unit_test (works_the_example_of_the_page),
    cmocka_unit_test (is_valid_without_anything),
    cmocka_unit_test (says_nothing_of_an_empty_table),
  };
  size_t n = 11;

  n += add_rows (tests + n, gives_known_answer, verdicts, LENGTH (verdicts), sizeof *verdicts);
  add_rows (tests + n, refuses_what_is_no_question, faults, LENGTH (faults), sizeof *faults);

  return cmocka_run_group_tests_name ("linkage/linkage-panel", tests, NULL, NULL);
}
