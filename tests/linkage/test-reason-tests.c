/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chain-builder.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>
#include <scrutiny/reason-tests.h>

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 60

/* A figure that moves by @figure_step in its period @at, and an outcome that does by @step @later
 * periods after it; what the two reasons from the one to the other say.
 */
typedef struct {
  const char *label, *first;
  gsize n, at;
  double figure_step, step;
  gsize later;
  const char *first_way, *second_way;
  int first_lag;
  const char *moved;
  const char *since;
  const char *says; /* ids of findings, with blanks between */
} Scene;

static ScrutinyChain *
chain_new (const Scene *scene)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "seen", SCRUTINY_STATEMENT_KIND_INDICATOR, "Seen soon");
  scrutiny_chain_builder_state (builder, "help", SCRUTINY_STATEMENT_KIND_INTERMEDIATE,
                                "Help starts");
  scrutiny_chain_builder_state (builder, "back", SCRUTINY_STATEMENT_KIND_OUTCOME, "Safe");
  scrutiny_chain_builder_because (builder, "seen", "help", NULL);
  scrutiny_chain_builder_because (builder, "help", "back", NULL);
  scrutiny_chain_builder_set_detail (builder, "back", "measured_by", "returns");
  scrutiny_chain_builder_set_reason_detail (builder, "seen", "help", "expected", scene->first_way);
  scrutiny_chain_builder_set_reason_detail (builder, "help", "back", "expected", scene->second_way);
  scrutiny_chain_builder_set_lag (builder, "seen", "help", scene->first_lag);
  scrutiny_chain_builder_set_lag (builder, "help", "back", scene->first_lag < 0 ? -1 : 0);

  return scrutiny_chain_builder_end (builder, NULL);
}

/* Noise of spread 1 on a level, and a step on it from @at on. */
static ScrutinySeries *
series_new (const char *first, gsize n, double level, gsize at, double step, uint64_t seed)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (first, n, NULL);
  double values[MOST];

  kernel_random_normal (&seed, n, values);
  for (gsize i = 0; i < n; i++)
    values[i] += level + (i >= at ? step : 0);

  return scrutiny_series_new (timeline, values, n, NULL);
}

static void
add_figure (ScrutinyDossierBuilder *builder,
            const char *id,
            const char *title,
            ScrutinySeries *series)
{
  scrutiny_dossier_builder_add_indicator (builder, id, title);
  scrutiny_dossier_builder_set_series (builder, id, series);
}

static ScrutinyDossierBuilder *
builder_new (const Scene *scene, ScrutinyChain *chain)
{
  ScrutinyDossierBuilder *builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinySeries) figure =
      series_new (scene->first, scene->n, 70, scene->at, scene->figure_step, 11);
  g_autoptr (ScrutinySeries) outcome =
      series_new (scene->first, scene->n, 20, scene->at + scene->later, scene->step, 14);

  add_figure (builder, "soon", "Seen within a week", figure);
  add_figure (builder, "returns", "Came back", outcome);
  scrutiny_dossier_builder_set_chain (builder, "soon", chain);

  return builder;
}

static ScrutinyReasonTests *
tests_new (const Scene *scene)
{
  g_autoptr (ScrutinyChain) chain = chain_new (scene);
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new (scene, chain);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);
  g_autoptr (GError) error = NULL;
  ScrutinyReasonTests *tests = scrutiny_reason_tests_new (dossier, "soon", &error);

  assert_null (error);
  assert_non_null (tests);

  return tests;
}

static char *
dup_ids (ScrutinyReasonTests *tests)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (tests));
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            scrutiny_finding_get_id (findings->pdata[i]) + strlen ("linkage."));

  return g_string_free (ids, FALSE);
}

static ScrutinyFinding *
find (ScrutinyReasonTests *tests, const char *id)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (tests));

  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), id))
      return g_object_ref (findings->pdata[i]);
  print_error ("no finding %s\n", id);
  assert_true (FALSE);

  return NULL;
}

static const char *
cell (ScrutinyReasonTests *tests, const char *column)
{
  return scrutiny_table_get_texts (scrutiny_reason_tests_get_table (tests), column)[0];
}

#define M "2023-04", 24, 12

static const Scene scenes[] = {
  { "stated lower, and higher", M, 20, 8, 0, "up", "down", -1, "other-way", "2024-04",
    "contradicted one-event cannot-tell not-measured" },
  { "stated lower, and lower", M, 20, -8, 0, "up", "down", -1, "as-stated", "2024-04",
    "shifted-as-stated one-event cannot-tell not-measured" },
  { "stated lower, and where it was", M, 20, 0, 0, "up", "down", -1, "unchanged", "2024-04",
    "not-shifted cannot-tell not-measured" },
  { "stated higher, and higher", M, 20, 8, 0, "up", "up", -1, "as-stated", "2024-04",
    "shifted-as-stated one-event cannot-tell not-measured" },
  { "the figure fell: higher is against it", M, -20, 8, 0, "up", "up", -1, "other-way", "2024-04",
    "contradicted one-event cannot-tell not-measured" },
  { "the figure fell: lower was stated of a rise", M, -20, 8, 0, "up", "down", -1, "as-stated",
    "2024-04", "shifted-as-stated one-event cannot-tell not-measured" },
  { "down of down is up", M, 20, -8, 0, "down", "down", -1, "other-way", "2024-04",
    "contradicted one-event cannot-tell not-measured" },
  { "which way is not stated", M, 20, 8, 0, NULL, NULL, -1, "not-asked", "2024-04",
    "cannot-tell not-measured" },
  { "one reason is silent", M, 20, 8, 0, "up", NULL, -1, "not-asked", "2024-04",
    "cannot-tell not-measured" },
  { "the figure did not move", M, 0, 8, 0, "up", "down", -1, "not-asked", NULL,
    "cannot-tell not-measured" },
  { "three months later, as stated", "2023-04", 27, 12, 20, -8, 3, "up", "down", 3, "as-stated",
    "2024-07", "shifted-as-stated one-event cannot-tell not-measured" },
  { "less than a year since", "2023-04", 23, 12, 20, 8, 0, "up", "down", -1, "cannot-tell",
    "2024-04", "not-compared cannot-tell not-measured" },
  { "less than a year before", "2023-04", 24, 11, 20, 8, 0, "up", "down", -1, "cannot-tell",
    "2024-03", "not-compared cannot-tell not-measured" },
  { "the lag leaves less than a year", M, 20, 8, 0, "up", "down", 1, "cannot-tell", "2024-05",
    "not-compared cannot-tell not-measured" },
  { "quarters", "2019-Q1", 16, 8, 20, 8, 0, "up", "down", -1, "other-way", "2021-Q1",
    "contradicted one-event cannot-tell not-measured" },
  { "a quarter too few", "2019-Q1", 15, 8, 20, 8, 0, "up", "down", -1, "cannot-tell", "2021-Q1",
    "not-compared cannot-tell not-measured" },
};

static void
tells_which_way (void **state)
{
  const Scene *scene = *state;
  g_autoptr (ScrutinyReasonTests) tests = tests_new (scene);
  g_autofree char *ids = dup_ids (tests);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (tests));
  g_autofree char *since = g_strdup_printf ("\"since\":\"%s\"", scene->since);

  assert_int_equal (scrutiny_reason_tests_get_n_tests (tests), 1);
  assert_string_equal (cell (tests, "moved"), scene->moved);
  assert_string_equal (ids, scene->says);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (tests)));
  if (scene->since)
    assert_non_null (strstr (json, since));
  else
    assert_non_null (strstr (json, "\"move\":null"));
}

/* --- What goes one way all along --------------------------------------------------------- */

#define LINE \
  "A straight line over all months goes closer to “Came back” than a level before then and " \
  "another " \
  "since: it may have gone one way all along."

static const struct climb {
  const char *label;
  gsize n_before, n;
  double slope, step;
  uint64_t seed;
  const char *moved;
  const char *words; /* NULL: of no line */
} climbs[] = {
  { "a climb of five years", 24, 60, 0.3, 0, 14, "cannot-tell", "It rose over all of its periods" },
  { "a fall", 24, 60, -0.3, 0, 14, "cannot-tell", "It fell over all of its periods" },
  { "a slow climb", 36, 60, 0.06, 0, 14, "other-way", LINE },
  { "a climb too short for a slope", 12, 24, 0.1, 0, 12, "other-way", LINE },
  { "a step", 24, 60, 0, 3, 14, "other-way", NULL },
  { "neither", 24, 60, 0, 0, 14, "unchanged", NULL },
};

static void
says_of_what_climbs_all_along_that_it_may_have (void **state)
{
  const struct climb *row = *state;
  const Scene scene = { .first = "2019-04",
                        .n = row->n,
                        .at = row->n_before,
                        .figure_step = 20,
                        .first_way = "up",
                        .second_way = "down",
                        .first_lag = -1 };
  g_autoptr (ScrutinyChain) chain = chain_new (&scene);
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new (&scene, chain);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (scene.first, row->n, NULL);
  g_autofree char *said = NULL;
  double values[MOST];
  uint64_t seed = row->seed;

  kernel_random_normal (&seed, row->n, values);
  for (gsize i = 0; i < row->n; i++)
    values[i] += 20 + row->slope * (double) i + (i >= row->n_before ? row->step : 0);
  g_autoptr (ScrutinySeries) series = scrutiny_series_new (timeline, values, row->n, NULL);
  scrutiny_dossier_builder_set_series (builder, "returns", series);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "soon", NULL);

  assert_string_equal (cell (tests, "moved"), row->moved);
  said = scrutiny_result_dup_json (SCRUTINY_RESULT (tests));
  assert_int_equal (strstr (said, LINE) != NULL, row->words && g_str_equal (row->words, LINE));
  if (row->words)
    assert_non_null (strstr (said, row->words));
}

/* --- What is said ------------------------------------------------------------------------ */

static void
says (ScrutinyReasonTests *tests, const char *id, const char *words)
{
  g_autoptr (ScrutinyFinding) finding = find (tests, id);
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);

  if (!strstr (statement, words))
    print_error ("%s\n", statement);
  assert_non_null (strstr (statement, words));
}

static void
keeps_the_two_facts_apart (void **state)
{
  g_autoptr (ScrutinyReasonTests) tests = tests_new (&scenes[0]);
  g_autoptr (ScrutinyFinding) moved = find (tests, "linkage.contradicted");
  g_autofree char *said = scrutiny_finding_dup_statement (moved, NULL);

  (void) state;
  says (tests, "linkage.contradicted", "This figure rose in April 2024, from around 69.8 to ");
  says (tests, "linkage.contradicted",
        "As the reasons go, “Came back” is then lower. It went from ");
  says (tests, "linkage.contradicted", " in the 12 months before April 2024 to ");
  says (tests, "linkage.contradicted", " in the 12 from then on: 12 of 12 lie above the earlier ");
  says (tests, "linkage.one-event", "hangs on one date, April 2024. One date is one event");
  says (tests, "linkage.cannot-tell", "“Came back” moves with this figure from month to month: ");
  says (tests, "linkage.cannot-tell", "24 months: a link weaker than a correlation of 0.");
  assert_null (strstr (said, "correlation"));
  assert_string_equal (cell (tests, "verdict"), "cannot-tell");
}

static void
asks_for_what_is_missing_by_name (void **state)
{
  g_autoptr (ScrutinyReasonTests) tests = tests_new (&scenes[0]);
  g_autoptr (ScrutinyFinding) missing = find (tests, "linkage.not-measured");
  g_autoptr (ScrutinyFinding) short_of = find (tests, "linkage.cannot-tell");
  g_autofree char *figure = scrutiny_finding_dup_request (missing, NULL);
  g_autofree char *longer = scrutiny_finding_dup_request (short_of, NULL);
  g_auto (GStrv) ids = scrutiny_reason_tests_dup_unmeasured (tests);

  (void) state;
  assert_string_equal (figure, "A figure that shows “Help starts”, by month");
  assert_string_equal (
      longer, "“Seen within a week” and “Came back” by month, of more years or of other places");
  assert_string_equal (ids[0], "help");
  assert_null (ids[1]);
}

static void
knows_the_line (void **state)
{
  g_autoptr (ScrutinyReasonTests) tests = tests_new (&scenes[0]);
  g_auto (GStrv) path = scrutiny_reason_tests_dup_path (tests, 0);
  g_autofree char *joined = g_strjoinv (" ", path);

  (void) state;
  assert_string_equal (joined, "seen help back");
  assert_string_equal (cell (tests, "from"), "seen");
  assert_string_equal (cell (tests, "to"), "back");
  assert_string_equal (cell (tests, "figure"), "soon");
  assert_string_equal (cell (tests, "outcome"), "returns");
  assert_string_equal (cell (tests, "expected"), "down");
  assert_non_null (scrutiny_reason_tests_get_linkage (tests, 0));
  assert_null (scrutiny_reason_tests_get_linkage (tests, 1));
  assert_null (scrutiny_reason_tests_dup_path (tests, 1));
}

/* Counts are added up, so that a month with few cases counts for few. */
static void
adds_counts_up (void **state)
{
  const Scene *scene = &scenes[0];
  g_autoptr (ScrutinyChain) chain = chain_new (scene);
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new (scene, chain);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2023-04", 24, NULL);
  double of[24], counted[24];

  (void) state;
  for (gsize i = 0; i < 24; i++) {
    of[i] = i % 2 ? 300 : 100;
    counted[i] = of[i] * (i < 12 ? 0.1 : 0.3) + (i % 2 ? 15 : -2) + (i % 3);
  }
  g_autoptr (ScrutinySeries) series =
      scrutiny_series_new_ratio (timeline, counted, 24, of, 24, 100, NULL);
  scrutiny_dossier_builder_set_series (builder, "returns", series);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "soon", NULL);
  ScrutinyTable *table = scrutiny_reason_tests_get_table (tests);

  assert_near (scrutiny_table_get_doubles (table, "before", NULL)[0],
               100. * (240 + 6 * 13 + 12) / 2400, 1e-12);
  assert_near (scrutiny_table_get_doubles (table, "after", NULL)[0],
               100. * (720 + 6 * 13 + 12) / 2400, 1e-12);
}

/* --- When the reason was recorded, and what else happened -------------------------------- */

static const struct recorded {
  const char *label, *date;
  const char *words; /* NULL: said beforehand */
} recorded[] = {
  { "no date", NULL, NULL },
  { "before the figure moved", "2023-11", NULL },
  { "in the month it moved", "2024-04-20", NULL },
  { "when it had moved", "2024-06", "after this figure had moved (April 2024)" },
  { "in the last month", "2025-03-31", "after this figure had moved (April 2024)" },
  { "when all was known", "2025-05-06", "after the last of these figures (March 2025)" },
  { "no date at all", "lately", NULL },
};

static void
says_what_was_recorded_afterwards (void **state)
{
  const struct recorded *row = *state;
  const Scene *scene = &scenes[0];
  g_autoptr (ScrutinyChain) chain = chain_new (scene);
  g_autoptr (ScrutinyChainBuilder) again = scrutiny_chain_builder_new ();

  for (gsize i = 0; i < 3; i++) {
    static const char *const ids[] = { "seen", "help", "back" };

    scrutiny_chain_builder_state (again, ids[i], scrutiny_chain_get_kind (chain, ids[i]),
                                  scrutiny_chain_get_text (chain, ids[i]));
  }
  scrutiny_chain_builder_because (again, "seen", "help", NULL);
  scrutiny_chain_builder_because (again, "help", "back", NULL);
  scrutiny_chain_builder_set_detail (again, "back", "measured_by", "returns");
  scrutiny_chain_builder_set_reason_detail (again, "seen", "help", "date", "2023-05");
  scrutiny_chain_builder_set_reason_detail (again, "help", "back", "date", row->date);
  g_autoptr (ScrutinyChain) dated = scrutiny_chain_builder_end (again, NULL);
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new (scene, dated);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "soon", NULL);
  g_autofree char *ids = dup_ids (tests);

  assert_int_equal (strstr (ids, "recorded-after") != NULL, row->words != NULL);
  if (row->words)
    says (tests, "linkage.recorded-after", row->words);
}

static const struct happened {
  const char *label, *subject, *from;
  gboolean is_named;
} happened[] = {
  { "of the figure, in its month", "soon", "2024-04-08", TRUE },
  { "of the outcome, the month before", "returns", "2024-03", TRUE },
  { "of the whole pack", NULL, "2024-04", TRUE },
  { "half a year before", "soon", "2023-10", FALSE },
  { "the month after", "soon", "2024-05", FALSE },
};

static void
names_what_is_on_record_then (void **state)
{
  const struct happened *row = *state;
  const Scene *scene = &scenes[0];
  g_autoptr (ScrutinyChain) chain = chain_new (scene);
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new (scene, chain);
  g_autoptr (ScrutinyEvent) event =
      scrutiny_event_new (row->from, NULL, "A drive to finish in time", NULL);

  scrutiny_dossier_builder_add_event (builder, row->subject, event);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "soon", NULL);
  g_autoptr (ScrutinyFinding) finding = find (tests, "linkage.one-event");
  g_autofree char *statement = scrutiny_finding_dup_statement (finding, NULL);

  assert_int_equal (strstr (statement, "A drive to finish in time") != NULL, row->is_named);
}

/* --- What cannot be set beside each other ------------------------------------------------ */

static ScrutinyReasonTests *
tests_with (ScrutinySeries *figure, ScrutinySeries *outcome, const char *defined, const char *from)
{
  const Scene *scene = &scenes[0];
  g_autoptr (ScrutinyChain) chain = chain_new (scene);
  g_autoptr (ScrutinyDossierBuilder) builder = builder_new (scene, chain);
  g_autoptr (ScrutinyDossier) dossier = NULL;

  if (figure)
    scrutiny_dossier_builder_set_series (builder, "soon", figure);
  if (outcome)
    scrutiny_dossier_builder_set_series (builder, "returns", outcome);
  if (defined) {
    g_autoptr (ScrutinyDefinition) bare = scrutiny_definition_new ("Counted anew");
    g_autoptr (ScrutinyDefinition) definition =
        scrutiny_definition_copy_with (bare, "from", from, NULL);

    scrutiny_dossier_builder_add_definition (builder, defined, definition);
  }
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  return scrutiny_reason_tests_new (dossier, "soon", NULL);
}

static void
says_why_it_is_not_compared (void **state)
{
  g_autoptr (ScrutinySeries) quarters = series_new ("2019-Q1", 24, 20, 12, 8, 5);
  g_autoptr (ScrutinyReasonTests) other = tests_with (NULL, quarters, NULL, NULL);
  g_autoptr (ScrutinyReasonTests) anew = tests_with (NULL, NULL, "returns", "2024-01");
  g_autoptr (ScrutinyReasonTests) own = tests_with (NULL, NULL, "soon", "2024-01");
  g_autoptr (ScrutinyReasonTests) throughout = tests_with (NULL, NULL, "returns", "2023-04");

  (void) state;
  assert_string_equal (cell (other, "moved"), "cannot-tell");
  says (other, "linkage.not-compared", "The two are not of the same periods, each by itself.");
  assert_string_equal (cell (anew, "moved"), "cannot-tell");
  says (anew, "linkage.not-compared", "was defined anew within these periods");
  assert_string_equal (cell (own, "moved"), "cannot-tell");
  assert_string_equal (cell (throughout, "moved"), "other-way");
}

/* A figure that began to climb on a date has no two levels. */
static void
needs_a_change_of_level (void **state)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new ("2022-04", 48, NULL);
  double values[48];
  uint64_t seed = 5;

  (void) state;
  kernel_random_normal (&seed, 48, values);
  for (gsize i = 0; i < 48; i++)
    values[i] += i < 24 ? 50 : 50 + 2 * ((double) i - 24);
  g_autoptr (ScrutinySeries) climbing = scrutiny_series_new (timeline, values, 48, NULL);
  g_autoptr (ScrutinySeries) outcome = series_new ("2022-04", 48, 20, 24, 8, 14);
  g_autoptr (ScrutinyReasonTests) tests = tests_with (climbing, outcome, NULL, NULL);

  assert_string_equal (cell (tests, "moved"), "not-asked");
}

static void
counts_beyond_either_limit (void **state)
{
  g_autoptr (ScrutinyReasonTests) tests = tests_new (&scenes[1]);

  (void) state;
  says (tests, "linkage.shifted-as-stated", "12 of 12 lie below the earlier average, 12 beyond");
}

/* Of a figure with a title and no history, nothing is to be seen. */
static void
asks_for_the_history_of_what_is_named (void **state)
{
  const Scene *scene = &scenes[0];
  g_autoptr (ScrutinyChain) chain = chain_new (scene);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinySeries) figure = series_new ("2023-04", 24, 70, 12, 20, 11);

  (void) state;
  add_figure (builder, "soon", "Seen within a week", figure);
  scrutiny_dossier_builder_set_chain (builder, "soon", chain);
  scrutiny_dossier_builder_add_indicator (builder, "returns", "Came back");
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "soon", NULL);
  g_autofree char *ids = dup_ids (tests);

  assert_string_equal (ids, "not-measured");
  says (tests, "linkage.not-measured", "“Help starts”; “Safe”.");
}

/* --- Which lines are looked at ----------------------------------------------------------- */

/* a > b > c > d, of which b has figures, and c is the same as e > f; h has the figures of d, and
 * leads back to b.
 */
static ScrutinyDossier *
branched_new (void)
{
  g_autoptr (ScrutinyChainBuilder) chain = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  static const char *const ids[] = { "a", "b", "c", "d", "e", "f", "g", "h" };

  for (gsize i = 0; i < LENGTH (ids); i++)
    scrutiny_chain_builder_state (
        chain, ids[i],
        i == 0 ? SCRUTINY_STATEMENT_KIND_INDICATOR : SCRUTINY_STATEMENT_KIND_INTERMEDIATE, ids[i]);
  scrutiny_chain_builder_because (chain, "a", "b", NULL);
  scrutiny_chain_builder_because (chain, "b", "c", NULL);
  scrutiny_chain_builder_because (chain, "c", "d", NULL);
  scrutiny_chain_builder_because (chain, "e", "f", NULL);
  scrutiny_chain_builder_because (chain, "d", "h", NULL);
  scrutiny_chain_builder_because (chain, "h", "b", NULL);
  scrutiny_chain_builder_because (chain, "d", "g", NULL);
  scrutiny_chain_builder_same_as (chain, "c", "e", "a member");
  scrutiny_chain_builder_set_detail (chain, "b", "measured_by", "two");
  scrutiny_chain_builder_set_detail (chain, "d", "measured_by", "one");
  scrutiny_chain_builder_set_detail (chain, "h", "measured_by", "one");
  scrutiny_chain_builder_set_detail (chain, "f", "measured_by", "three");
  scrutiny_chain_builder_set_detail (chain, "g", "measured_by", "nowhere");
  scrutiny_chain_builder_set_reason_detail (chain, "b", "c", "expected", "up");
  scrutiny_chain_builder_set_reason_detail (chain, "c", "d", "expected", "down");
  scrutiny_chain_builder_set_lag (chain, "b", "c", 1);
  scrutiny_chain_builder_set_lag (chain, "e", "f", 1);
  for (gsize i = 0; i < 3; i++) {
    static const char *const figures[] = { "one", "two", "three" };
    g_autoptr (ScrutinySeries) series = series_new ("2020-01", 48, 50, 24, i == 1 ? 20 : 5, 31 + i);

    add_figure (builder, figures[i], figures[i], series);
  }
  g_autoptr (ScrutinyChain) done = scrutiny_chain_builder_end (chain, NULL);
  scrutiny_dossier_builder_set_chain (builder, "one", done);

  return scrutiny_dossier_builder_end (builder, NULL);
}

static gint64
lag_of (ScrutinyReasonTests *tests, guint i)
{
  ScrutinyMethod *method =
      scrutiny_result_get_method (SCRUTINY_RESULT (scrutiny_reason_tests_get_linkage (tests, i)));
  gint64 lag = -1;

  assert_true (g_variant_lookup (scrutiny_method_get_parameters (method), "max_lag", "x", &lag));

  return lag;
}

/* From the last statement with figures; through what says the same; not to the figure itself. */
static void
looks_from_the_last_that_has_figures (void **state)
{
  static const char *const paths[] = { "a b", "b c d", "b c e f" };
  g_autoptr (ScrutinyDossier) dossier = branched_new ();
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "one", NULL);
  g_auto (GStrv) missing = scrutiny_reason_tests_dup_unmeasured (tests);
  g_autofree char *names = g_strjoinv (" ", missing);

  (void) state;
  assert_int_equal (scrutiny_reason_tests_get_n_tests (tests), LENGTH (paths));
  for (guint i = 0; i < LENGTH (paths); i++) {
    g_auto (GStrv) path = scrutiny_reason_tests_dup_path (tests, i);
    g_autofree char *joined = g_strjoinv (" ", path);

    assert_string_equal (joined, paths[i]);
  }
  assert_int_equal (lag_of (tests, 2), 2);
  assert_string_equal (names, "c g");
}

/* All that is said of the lines, each line’s in its place; then what is said of none. */
static void
keeps_what_is_said_with_its_line (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = branched_new ();
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "one", NULL);
  g_autoptr (GPtrArray) all = scrutiny_result_dup_findings (SCRUTINY_RESULT (tests));
  g_autoptr (GPtrArray) none = NULL;
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (tests));
  guint n = 0;

  (void) state;
  for (guint i = 0; i < scrutiny_reason_tests_get_n_tests (tests); i++) {
    g_autoptr (GPtrArray) findings = scrutiny_reason_tests_dup_findings_of (tests, i);
    g_autofree char *first = g_strdup_printf ("\"findings\":[%u", n);

    assert_true (findings->len > 0);
    assert_non_null (strstr (json, first));
    for (guint k = 0; k < findings->len; k++)
      assert_ptr_equal (findings->pdata[k], all->pdata[n++]);
  }
  assert_int_equal (all->len, n + 1);
  assert_string_equal (scrutiny_finding_get_id (all->pdata[n]), "linkage.not-measured");
  none = scrutiny_reason_tests_dup_findings_of (tests, 3);
  assert_int_equal (none->len, 0);
}

/* A line of statements that nothing measures. */
static char *
ask_for_figures_of (guint n)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_autoptr (ScrutinyDossierBuilder) pack = scrutiny_dossier_builder_new ();

  scrutiny_chain_builder_state (builder, "0", SCRUTINY_STATEMENT_KIND_INDICATOR, "0");
  for (guint i = 1; i <= n; i++) {
    g_autofree char *before = g_strdup_printf ("%u", i - 1);
    g_autofree char *id = g_strdup_printf ("%u", i);

    scrutiny_chain_builder_state (builder, id, SCRUTINY_STATEMENT_KIND_OUTCOME, id);
    scrutiny_chain_builder_because (builder, before, id, NULL);
  }
  g_autoptr (ScrutinyChain) chain = scrutiny_chain_builder_end (builder, NULL);
  scrutiny_dossier_builder_add_indicator (pack, "one", "One");
  scrutiny_dossier_builder_set_chain (pack, "one", chain);
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (pack, NULL);
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "one", NULL);
  g_autoptr (ScrutinyFinding) missing = find (tests, "linkage.not-measured");

  return scrutiny_finding_dup_request (missing, NULL);
}

static void
names_as_many_as_can_be_read (void **state)
{
  g_autofree char *all = ask_for_figures_of (12);
  g_autofree char *more = ask_for_figures_of (14);

  (void) state;
  assert_true (g_str_has_suffix (all, "“11”; “12”"));
  assert_true (g_str_has_suffix (more, "“11”; “12”; and 2 more"));
}

static void
names_a_figure_that_is_not_the_claims (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = branched_new ();
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "one", NULL);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (tests));

  (void) state;
  assert_non_null (strstr (json, "\"figure\":\"two\""));
  says (tests, "linkage.contradicted", "“two” rose in ");
  assert_null (strstr (json, "\"outcome\":\"nowhere\""));
}

static void
cannot_tell_without_reasons (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = branched_new ();
  g_autoptr (ScrutinyReasonTests) tests = scrutiny_reason_tests_new (dossier, "two", NULL);
  g_autoptr (ScrutinyReasonTests) bare = g_object_new (SCRUTINY_TYPE_REASON_TESTS, NULL);
  ScrutinyReasonTests *const both[] = { tests, bare };

  (void) state;
  for (gsize i = 0; i < LENGTH (both); i++) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (both[i]));
    g_auto (GStrv) missing = scrutiny_reason_tests_dup_unmeasured (both[i]);

    assert_string_equal (
        scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (both[i])),
        "No reasons are recorded for this figure, so there is nothing to set figures beside.");
    assert_int_equal (scrutiny_reason_tests_get_n_tests (both[i]), 0);
    assert_null (missing[0]);
    assert_non_null (strstr (json, "\"tests\":[]"));
  }
}

static void
refuses_what_is_not_there (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = branched_new ();
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_reason_tests_new (dossier, "four", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
}

int
main (void)
{
  struct CMUnitTest
      tests[14 + LENGTH (scenes) + LENGTH (recorded) + LENGTH (happened) + LENGTH (climbs)] = {
        cmocka_unit_test (keeps_the_two_facts_apart),
        cmocka_unit_test (asks_for_what_is_missing_by_name),
        cmocka_unit_test (knows_the_line),
        cmocka_unit_test (adds_counts_up),
        cmocka_unit_test (says_why_it_is_not_compared),
        cmocka_unit_test (needs_a_change_of_level),
        cmocka_unit_test (counts_beyond_either_limit),
        cmocka_unit_test (asks_for_the_history_of_what_is_named),
        cmocka_unit_test (looks_from_the_last_that_has_figures),
        cmocka_unit_test (keeps_what_is_said_with_its_line),
        cmocka_unit_test (names_as_many_as_can_be_read),
        cmocka_unit_test (names_a_figure_that_is_not_the_claims),
        cmocka_unit_test (cannot_tell_without_reasons),
        cmocka_unit_test (refuses_what_is_not_there),
      };
  size_t n = 14;

  n += add_rows (tests + n, tells_which_way, scenes, LENGTH (scenes), sizeof *scenes);
  n += add_rows (tests + n, says_what_was_recorded_afterwards, recorded, LENGTH (recorded),
                 sizeof *recorded);
  n += add_rows (tests + n, names_what_is_on_record_then, happened, LENGTH (happened),
                 sizeof *happened);
  add_rows (tests + n, says_of_what_climbs_all_along_that_it_may_have, climbs, LENGTH (climbs),
            sizeof *climbs);

  return cmocka_run_group_tests_name ("linkage/reason-tests", tests, NULL, NULL);
}
