/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chain-builder.h>
#include <scrutiny/companion.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/reason-tests.h>

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <math.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 24
#define AT 12 /* April 2024, counted from April 2023 */
#define LONG 60

/* The figures of the pack, each with a level and a step in April 2024; “soon” is the one that the
 * reasons are for, and “returns” what they lead to.
 */
static const struct pack {
  const char *id, *title, *area, *first;
  gsize n;
  double level, step, slope;
  gsize at; /* 0: April 2024 */
} pack[] = {
  { "soon", "Seen within a week", "Ashcombe", "2023-04", N, 70, 20, 0, 0 },
  { "returns", "Came back", "Ashcombe", "2023-04", N, 20, 0, 0, 0 },
  { "calls", "Called again", "Ashcombe", "2023-04", N, 300, 60, 0, 0 },
  { "seen", "Seen alone", "Ashcombe", "2023-04", N, 80, -30, 0, 0 },
  { "flat", "Complaints", "Ashcombe", "2023-04", N, 10, 0, 0, 0 },
  { "short", "Visits", "Ashcombe", "2023-10", N - 6, 10, 0, 0, 0 },
  { "quarters", "Cost", "Ashcombe", "2022-Q1", N, 10, 0, 0, 0 },
  { "there", "Appeals", "Elsewhere", "2023-04", N, 10, 0, 0, 0 },
  { "bare", "Staff", "Ashcombe", NULL, 0, 0, 0, 0, 0 },
  { "long", "Letters", "Ashcombe", "2021-10", LONG, 20, 2, 0, 30 },
  { "early", "Lunches", "Ashcombe", "2021-10", LONG, 20, 6, 0, 22 },
  { "climbs", "Distance", "Ashcombe", "2023-04", N, 10, 0, 0.3, 0 },
  { "falls", "Distance walked", "Ashcombe", "2023-04", N, 10, 0, -0.3, 0 },
};

static ScrutinySeries *
series_new (const struct pack *of, double step, uint64_t seed)
{
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new (of->first, of->n, NULL);
  const gsize at = of->at > 0 ? of->at : AT;
  double values[LONG];

  kernel_random_normal (&seed, of->n, values);
  for (gsize i = 0; i < of->n; i++)
    values[i] += of->level + of->slope * (double) i + (i >= at ? step : 0);

  return scrutiny_series_new (timeline, values, of->n, NULL);
}

/* What the figure that the reasons are for does. */
typedef enum {
  MOVES,
  STAYS,
  HAS_NO_HISTORY,
} Own;

static ScrutinySeries *
series_of (gsize i, Own own)
{
  const double step = i == 0 && own == STAYS ? 0 : pack[i].step;

  return pack[i].first && (i > 0 || own != HAS_NO_HISTORY) ? series_new (&pack[i], step, 11 + i)
                                                           : NULL;
}

static ScrutinyDossierBuilder *
builder_new (Own own)
{
  ScrutinyDossierBuilder *builder = scrutiny_dossier_builder_new ();

  for (gsize i = 0; i < LENGTH (pack); i++) {
    g_autoptr (ScrutinySeries) series = series_of (i, own);

    scrutiny_dossier_builder_add_indicator (builder, pack[i].id, pack[i].title);
    scrutiny_dossier_builder_set_text (builder, pack[i].id, "area", pack[i].area);
    if (series)
      scrutiny_dossier_builder_set_series (builder, pack[i].id, series);
  }

  return builder;
}

static ScrutinyChainBuilder *
chain_builder_new (void)
{
  ScrutinyChainBuilder *builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "claim", SCRUTINY_STATEMENT_KIND_INDICATOR, "Seen soon");
  scrutiny_chain_builder_state (builder, "help", SCRUTINY_STATEMENT_KIND_INTERMEDIATE,
                                "Help starts");
  scrutiny_chain_builder_state (builder, "safe", SCRUTINY_STATEMENT_KIND_OUTCOME, "Safe");
  scrutiny_chain_builder_state (builder, "apart", SCRUTINY_STATEMENT_KIND_OUTCOME, "Content");
  scrutiny_chain_builder_because (builder, "claim", "help", NULL);
  scrutiny_chain_builder_because (builder, "help", "safe", NULL);
  scrutiny_chain_builder_set_detail (builder, "safe", "measured_by", "returns");

  return builder;
}

static void
add_companion (ScrutinyChainBuilder *builder,
               const char *statement,
               const char *measure,
               const char *why,
               const char *said_by)
{
  g_autoptr (ScrutinyCompanion) plain = scrutiny_companion_new (measure, why);
  g_autoptr (ScrutinyCompanion) companion =
      scrutiny_companion_copy_with (plain, "said-by", said_by, NULL);

  scrutiny_chain_builder_add_companion (builder, statement, companion);
}

/* Ends @builder. */
static ScrutinyReasonTests *
tests_new (ScrutinyChainBuilder *builder, Own own)
{
  g_autoptr (ScrutinyChain) chain = scrutiny_chain_builder_end (builder, NULL);
  g_autoptr (ScrutinyDossierBuilder) figures = builder_new (own);
  g_autoptr (ScrutinyDossier) dossier = NULL;
  ScrutinyReasonTests *tests;

  scrutiny_dossier_builder_set_chain (figures, "soon", chain);
  dossier = scrutiny_dossier_builder_end (figures, NULL);
  tests = scrutiny_reason_tests_new (dossier, "soon", NULL);
  assert_non_null (tests);

  return tests;
}

/* What is said of companions; NULL-terminated by being of length. */
static GPtrArray *
dup_said (ScrutinyReasonTests *tests)
{
  g_autoptr (GPtrArray) all = scrutiny_result_dup_findings (SCRUTINY_RESULT (tests));
  GPtrArray *said = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < all->len; i++)
    if (g_str_has_prefix (scrutiny_finding_get_id (all->pdata[i]), "linkage.companion-"))
      g_ptr_array_add (said, g_object_ref (all->pdata[i]));

  return said;
}

static const char *
cell (ScrutinyReasonTests *tests, const char *column)
{
  return scrutiny_table_get_texts (scrutiny_reason_tests_get_companions (tests), column)[0];
}

#define ASKED "linkage.companion-asked"
#define SHOWN "linkage.companion-shown"
#define SIDE_BY_SIDE(name) "What do “" name "” and this figure say, seen side by side?"

static const struct recorded {
  const char *label;
  const char *statement, *measure, *why, *said_by;
  Own own;
  const char *id, *beside, *figure, *moved;
  const char *words, *question, *request;
} recorded[] = {
  { "no figure here", "claim", "Days to first help", NULL, NULL, MOVES, ASKED, "soon", "",
    "not-asked",
    "“Days to first help” is on record as something to look at beside this figure. No figure here "
    "shows it.",
    "Who counts “Days to first help”, and what does it show beside this figure?",
    "“Days to first help” beside “Seen within a week”, by month" },
  { "why, and who asks", "help", "Days to first help", "whether it comes", "the parents", MOVES,
    ASKED, "soon", "", "not-asked",
    "beside this figure (whether it comes; asked for by the parents). No figure here",
    "Who counts “Days to first help”, and what does it show beside this figure?",
    "“Days to first help” beside “Seen within a week”, by month" },
  { "why alone", "claim", "Days to first help", "whether it comes", NULL, MOVES, ASKED, "soon", "",
    "not-asked", "beside this figure (whether it comes). No", "Who counts ", "“Days to first" },
  { "who alone", "claim", "Days to first help", NULL, "the parents", MOVES, ASKED, "soon", "",
    "not-asked", "beside this figure (asked for by the parents). No", "Who counts ", "“Days to" },
  { "beside what the reasons lead to", "safe", "Days to first help", NULL, NULL, MOVES, ASKED,
    "returns", "", "not-asked", "to look at beside “Came back”. No figure",
    "and what does it show beside “Came back”?",
    "“Days to first help” beside “Came back”, by month" },
  { "a figure of another area", "claim", "Appeals", NULL, NULL, MOVES, ASKED, "soon", "",
    "not-asked", "“Appeals” is on record", "Who counts “Appeals”",
    "“Appeals” beside “Seen within a week”, by month" },
  { "a figure that rose then", "claim", "calls", NULL, NULL, MOVES, SHOWN, "soon", "calls", "up",
    " from then on: 12 of 12 lie above the earlier average, 12 beyond the limits for ordinary "
    "movement. One date is one event: it does not show that the one brought the other about.",
    SIDE_BY_SIDE ("Called again"), NULL },
  { "a figure that fell then", "claim", "seen", "whether anybody asks them", NULL, MOVES, SHOWN,
    "soon", "seen", "down",
    "“Seen alone” is on record as something to look at beside this figure (whether anybody asks "
    "them), and is among the figures here. This figure rose in April 2024, from around ",
    SIDE_BY_SIDE ("Seen alone"), NULL },
  { "a figure by its title", "claim", "Called again", NULL, NULL, MOVES, SHOWN, "soon", "calls",
    "up", "“Called again” went from ", SIDE_BY_SIDE ("Called again"), NULL },
  { "a figure that stayed", "claim", "flat", NULL, NULL, MOVES, SHOWN, "soon", "flat", "unchanged",
    " from then on, which is within what chance does. A change by less than ",
    SIDE_BY_SIDE ("Complaints"), NULL },
  { "a figure that is higher since, and did not climb", "claim", "long", NULL, NULL, MOVES, SHOWN,
    "soon", "long", "up", "“Letters” went from ", SIDE_BY_SIDE ("Letters"), NULL },
  { "a figure that is higher since another date", "claim", "early", NULL, NULL, MOVES, SHOWN,
    "soon", "early", "unchanged", "“Lunches” was ", SIDE_BY_SIDE ("Lunches"), NULL },
  { "a figure that climbs all along", "claim", "climbs", NULL, NULL, MOVES, SHOWN, "soon", "climbs",
    "cannot-tell", "cannot be told. It rose over all of its periods, and averages before and after",
    SIDE_BY_SIDE ("Distance"), NULL },
  { "a figure that falls all along", "claim", "falls", NULL, NULL, MOVES, SHOWN, "soon", "falls",
    "cannot-tell", "cannot be told. It fell over all of its periods, and averages before and after",
    SIDE_BY_SIDE ("Distance walked"), NULL },
  { "less than a year before", "claim", "short", NULL, NULL, MOVES, SHOWN, "soon", "short",
    "cannot-tell",
    "rose in April 2024; what “Visits” did from then on cannot be told. 12 months before and since",
    SIDE_BY_SIDE ("Visits"), NULL },
  { "other periods", "claim", "quarters", NULL, NULL, MOVES, SHOWN, "soon", "quarters",
    "cannot-tell", "The two are not of the same periods", SIDE_BY_SIDE ("Cost"), NULL },
  { "no history", "claim", "bare", NULL, NULL, MOVES, SHOWN, "soon", "bare", "not-asked",
    "“Staff” is on record as something to look at beside this figure, and is among the figures "
    "here, without a history.",
    SIDE_BY_SIDE ("Staff"), NULL },
  { "the figure did not move", "claim", "calls", NULL, NULL, STAYS, SHOWN, "soon", "calls",
    "not-asked", "No change of level is found in this figure, so there is no date",
    SIDE_BY_SIDE ("Called again"), NULL },
  { "the figure has no history", "claim", "calls", NULL, NULL, HAS_NO_HISTORY, SHOWN, "soon",
    "calls", "not-asked", "No change of level is found in this figure, so there is no date",
    SIDE_BY_SIDE ("Called again"), NULL },
  { "what the reasons lead to", "claim", "returns", NULL, NULL, MOVES, SHOWN, "soon", "returns",
    "not-asked", "beside this figure, and is among the figures here; the reasons lead to it.", NULL,
    NULL },
};

static void
assert_holds (const char *text, const char *words)
{
  if (!words) {
    assert_null (text);
    return;
  }
  assert_non_null (text);
  if (!strstr (text, words))
    print_error ("%s\n", text);
  assert_non_null (strstr (text, words));
}

static void
asks_or_says (void **state)
{
  const struct recorded *row = *state;
  g_autoptr (ScrutinyChainBuilder) builder = chain_builder_new ();
  g_autoptr (ScrutinyReasonTests) tests = NULL;
  g_autoptr (GPtrArray) said = NULL;
  g_autofree char *statement = NULL, *question = NULL, *request = NULL;

  add_companion (builder, row->statement, row->measure, row->why, row->said_by);
  tests = tests_new (builder, row->own);
  said = dup_said (tests);
  assert_int_equal (said->len, 1);
  statement = scrutiny_finding_dup_statement (said->pdata[0], NULL);
  question = scrutiny_finding_dup_question (said->pdata[0], NULL);
  request = scrutiny_finding_dup_request (said->pdata[0], NULL);
  assert_string_equal (scrutiny_finding_get_id (said->pdata[0]), row->id);
  assert_holds (statement, row->words);
  assert_holds (question, row->question);
  assert_holds (request, row->request);
  assert_string_equal (cell (tests, "statement"), row->statement);
  assert_string_equal (cell (tests, "measure"), row->measure);
  assert_string_equal (cell (tests, "beside"), row->beside);
  assert_string_equal (cell (tests, "figure"), row->figure);
  assert_string_equal (cell (tests, "moved"), row->moved);
}

static const struct none {
  const char *label;
  const char *statement, *measure;
} nones[] = {
  { "beside itself", "claim", "soon" },
  { "beside itself, by its title", "help", "Seen within a week" },
  { "beside itself, further on", "safe", "returns" },
  { "with what nothing leads to", "apart", "Days to first help" },
};

static void
passes_over (void **state)
{
  const struct none *row = *state;
  g_autoptr (ScrutinyChainBuilder) builder = chain_builder_new ();
  g_autoptr (ScrutinyReasonTests) tests = NULL;
  g_autoptr (GPtrArray) said = NULL;

  add_companion (builder, row->statement, row->measure, NULL, NULL);
  tests = tests_new (builder, MOVES);
  said = dup_said (tests);
  assert_int_equal (said->len, 0);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_reason_tests_get_companions (tests)), 0);
}

/* Two who record the same thing ask for it once; of another figure it is another. */
static void
asks_once (void **state)
{
  static const char *const measures[][2] = {
    { "claim", "Days to first help" }, { "help", "days to first HELP" }, { "claim", "calls" },
    { "help", "Called again" },        { "safe", "Days to first help" }, { "safe", "calls" },
  };
  g_autoptr (ScrutinyChainBuilder) builder = chain_builder_new ();
  g_autoptr (ScrutinyReasonTests) tests = NULL;
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GString) asked = g_string_new (NULL);

  (void) state;
  for (gsize i = 0; i < LENGTH (measures); i++)
    add_companion (builder, measures[i][0], measures[i][1], NULL, NULL);
  tests = tests_new (builder, MOVES);
  said = dup_said (tests);
  for (guint i = 0; i < said->len; i++) {
    g_autofree char *request = scrutiny_finding_dup_request (said->pdata[i], NULL);

    g_string_append_printf (asked, "%s|", request ? request : "");
  }
  assert_string_equal (asked->str, "“Days to first help” beside “Seen within a week”, by month||"
                                   "“Days to first help” beside “Came back”, by month||");
}

/* The facts are those of a change of level at the date on which the figure moved. */
static void
gives_the_averages (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = chain_builder_new ();
  g_autoptr (ScrutinySeries) series = series_new (&pack[2], pack[2].step, 11 + 2);
  const double *values = scrutiny_series_get_values (series, NULL);
  g_autoptr (ScrutinyReasonTests) tests = NULL;
  double before = 0, after = 0;

  (void) state;
  add_companion (builder, "claim", "calls", NULL, NULL);
  tests = tests_new (builder, MOVES);
  for (gsize i = 0; i < AT; i++) {
    before += values[i] / AT;
    after += values[AT + i] / AT;
  }
  ScrutinyTable *table = scrutiny_reason_tests_get_companions (tests);
  assert_string_equal (cell (tests, "at"), "2024-04");
  assert_near (scrutiny_table_get_doubles (table, "before", NULL)[0], before, 1e-10);
  assert_near (scrutiny_table_get_doubles (table, "after", NULL)[0], after, 1e-10);
}

static ScrutinyReasonTests *
tests_of_many (guint n)
{
  g_autoptr (ScrutinyChainBuilder) builder = chain_builder_new ();

  for (guint i = 0; i < n; i++) {
    g_autofree char *measure = g_strdup_printf ("Measure %u", i);

    add_companion (builder, "claim", measure, NULL, NULL);
  }

  return tests_new (builder, MOVES);
}

static void
tells_as_many_as_can_be_brought (void **state)
{
  g_autoptr (ScrutinyReasonTests) twelve = tests_of_many (12);
  g_autoptr (ScrutinyReasonTests) fourteen = tests_of_many (14);
  g_autoptr (GPtrArray) all = dup_said (twelve), some = dup_said (fourteen);
  g_autofree char *words = NULL;

  (void) state;
  assert_int_equal (all->len, 12);
  assert_string_equal (scrutiny_finding_get_id (all->pdata[11]), ASKED);
  assert_int_equal (some->len, 13);
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_reason_tests_get_companions (fourteen)),
                    12);
  words = scrutiny_finding_dup_statement (some->pdata[12], NULL);
  assert_string_equal (scrutiny_finding_get_id (some->pdata[12]), "linkage.companion-more");
  assert_string_equal (words, "Of 14 measures on record as something to look at beside this figure "
                              "and its reasons, 12 are told one by one.");
}

static void
is_written_whole (void **state)
{
  g_autoptr (ScrutinyChainBuilder) builder = chain_builder_new ();
  g_autoptr (ScrutinyReasonTests) tests = NULL;
  g_autoptr (ScrutinyReasonTests) bare = g_object_new (SCRUTINY_TYPE_REASON_TESTS, NULL);
  g_autofree char *json = NULL, *empty = scrutiny_result_dup_json (SCRUTINY_RESULT (bare));

  (void) state;
  add_companion (builder, "claim", "Days \"to\" help", "why", "who");
  add_companion (builder, "claim", "calls", NULL, NULL);
  tests = tests_new (builder, MOVES);
  json = scrutiny_result_dup_json (SCRUTINY_RESULT (tests));
  assert_holds (json,
                "\"companions\":[{\"statement\":\"claim\",\"measure\":\"Days \\\"to\\\" help\","
                "\"why\":\"why\",\"said_by\":\"who\",\"beside\":\"soon\",\"figure\":null,"
                "\"moved\":\"not-asked\",\"move\":null},{\"statement\":\"claim\",");
  assert_holds (json, "\"figure\":\"calls\",\"moved\":\"up\",\"move\":{\"at\":\"2024-04\",");
  assert_holds (empty, "\"companions\":[]");
  assert_int_equal (scrutiny_table_get_n_rows (scrutiny_reason_tests_get_companions (bare)), 0);
}

int
main (void)
{
  struct CMUnitTest tests[4 + LENGTH (recorded) + LENGTH (nones)] = {
    cmocka_unit_test (asks_once),
    cmocka_unit_test (gives_the_averages),
    cmocka_unit_test (tells_as_many_as_can_be_brought),
    cmocka_unit_test (is_written_whole),
  };
  size_t n = 4;

  n += add_rows (tests + n, asks_or_says, recorded, LENGTH (recorded), sizeof *recorded);
  add_rows (tests + n, passes_over, nones, LENGTH (nones), sizeof *nones);

  return cmocka_run_group_tests_name ("linkage/reason-companions", tests, NULL, NULL);
}
