/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/purpose.h"

#include <scrutiny/chain-builder.h>
#include <scrutiny/companion.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/feature.h>
#include <scrutiny/finding.h>
#include <scrutiny/records.h>

#include "challenge/purpose-record.h"
#include "challenge/purpose-words.h"
#include "support/rows.h"

#include <math.h>
#include <string.h>

static const struct known {
  const char *label, *title, *purpose;
  const char *ids; /* of what is asked, in order */
} known[] = {
  { "no purpose", "Number of appraisals held", NULL, "" },
  { "of people", "Assessments within 45 days", "Is what a child needs understood soon?", "" },
  { "Ashcombe", "Re-referrals", "Do children come back because the help did not hold?", "" },
  { "a number", "Lights mended", "Residents find 95 in 100 streets lit", "purpose.number" },
  { "a share", "Lights mended", "Most residents (½, 50%) find streets lit", "purpose.number" },
  { "a target", "Lights mended", "People see us meet our targets", "purpose.number" },
  { "nobody", "Lights mended", "Efficient street lighting", "purpose.nobody" },
  { "words that only begin so", "Lights", "Roads mended as a whole", "purpose.nobody" },
  { "whoever it is", "Lights", "Whose street is dark, and since when?", "" },
  { "the same words", "Planning applications decided in time",
    "That residents who apply are decided about while it matters, in time", "" },
  { "most of the same words", "Planning applications decided in time",
    "Planning applications decided in time for people", "purpose.restates" },
  { "what is done", "Number of visits made", "People at home are known to somebody",
    "purpose.activity" },
  { "a number of people", "Number of people housed", "People have a home", "" },
  { "all of it", "Number of inspections completed", "Inspections completed: 100%",
    "purpose.number purpose.nobody purpose.restates purpose.activity" },
};

/* The ids of what is asked of the first figure, in their order. */
static char *
dup_ids_of (ScrutinyDossierBuilder *builder, char **said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, &error);
  g_autoptr (ScrutinyCheck) check = scrutiny_check_new ("purpose", find_purpose, NULL, NULL);
  g_autoptr (GListStore) findings = NULL;
  GString *ids = g_string_new (NULL);

  assert_null (error);
  findings = scrutiny_check_run (check, scrutiny_dossier_get_indicator (dossier, 0));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (findings)); i++) {
    g_autoptr (ScrutinyFinding) finding = g_list_model_get_item (G_LIST_MODEL (findings), i);
    g_autofree char *question = scrutiny_finding_dup_question (finding, NULL);

    assert_true (question && strchr (question, '?'));
    g_string_append_printf (ids, "%s%s", i ? " " : "", scrutiny_finding_get_id (finding));
    if (said && !*said)
      *said = scrutiny_finding_dup_statement (finding, NULL);
  }

  return g_string_free (ids, FALSE);
}

static char *
dup_ids (const char *title, const char *purpose)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  scrutiny_dossier_builder_add_indicator (builder, "it", title);
  if (purpose)
    scrutiny_dossier_builder_set_text (builder, "it", "purpose", purpose);

  return dup_ids_of (builder, NULL);
}

static void
asks (void **state)
{
  const struct known *row = *state;
  g_autofree char *ids = dup_ids (row->title, row->purpose);

  assert_string_equal (ids, row->ids);
}

/* --- The clock, and who uses it ------------------------------------------------------------ */

static const struct clock {
  const char *label, *start, *stop, *pauses, *use;
  const char *ids, *statement;
} clocks[] = {
  { "nothing recorded", NULL, NULL, NULL, NULL, "", NULL },
  { "from asking to the end", "she first rings us", "the heating is back on", "none", NULL, "",
    NULL },
  { "starts inside", "valid application registered", "the applicant moves in", NULL, NULL,
    "purpose.clock-start",
    "The clock starts at something that is done inside the organisation: “valid application "
    "registered”." },
  { "stops inside", "first contact", "case closed on the system", NULL, NULL, "purpose.clock-stop",
    NULL },
  { "people are named too", "the tenant's call is logged", "the tenant has signed", NULL, NULL, "",
    NULL },
  { "it pauses", "first contact", "home", "while we wait for papers", NULL, "purpose.clock-pauses",
    NULL },
  { "it never pauses", "first contact", "home", "Never", NULL, "", NULL },
  { "they use it", NULL, NULL, NULL, "Every Monday, to see who waits longest", "", NULL },
  { "they do not", NULL, NULL, NULL, "No: it is made for the committee", "purpose.unused",
    "Those who do the work are recorded as not using it: “No: it is made for the committee”, "
    "says A manager." },
};

static void
set_definition (ScrutinyDossierBuilder *builder, const struct clock *row)
{
  g_autoptr (ScrutinyDefinition) bare = scrutiny_definition_new ("d");
  g_autoptr (ScrutinyDefinition) started =
      scrutiny_definition_copy_with (bare, "clock-start", row->start, NULL);
  g_autoptr (ScrutinyDefinition) stopped =
      scrutiny_definition_copy_with (started, "clock_stop", row->stop, NULL);
  g_autoptr (ScrutinyDefinition) definition =
      scrutiny_definition_copy_with (stopped, "clock-pauses", row->pauses, NULL);

  scrutiny_dossier_builder_add_definition (builder, "it", definition);
}

static void
asks_about_the_clock (void **state)
{
  const struct clock *row = *state;
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyClaim) use =
      row->use ? scrutiny_claim_new ("use", row->use, "A manager", NULL, NULL) : NULL;
  g_autofree char *statement = NULL;
  g_autofree char *ids = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "it", "Repairs");
  set_definition (builder, row);
  if (use)
    scrutiny_dossier_builder_add_claim (builder, "it", use);
  ids = dup_ids_of (builder, &statement);

  assert_string_equal (ids, row->ids);
  if (row->statement)
    assert_string_equal (statement, row->statement);
}

/* --- Targets and shifts ----------------------------------------------------------------------- */

/* 24 months about 50; neighbours differ by 64 / 23, a spread of 2.47; @step is added from the 13th
 * on. */
static ScrutinySeries *
series_new (double step)
{
  static const double moves[] = { 1, -2, 2, -1, 2, -2, 1, -1, 2, -1, -2, 1 };
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2023-04", 24, NULL);
  double values[24];

  for (gsize i = 0; i < 24; i++)
    values[i] = 50 + moves[i % 12] + (i < 12 ? 0 : step);

  return scrutiny_series_new (months, values, 24, NULL);
}

static const struct moved {
  const char *label;
  double step;
  const char *target, *purpose, *event;
  const char *counted_from; /* of a second definition; "first": of the only one */
  const char *ids, *statement;
} moves[] = {
  { "no target", 0, NULL, "People are warm", NULL, NULL, "", NULL },
  { "a target at the usual level", 0, "50%", NULL, NULL, NULL, "purpose.target-level",
    "The target, 50, lies at the usual level, 50, and the figure ordinarily moves by 2.5 or so: "
    "with nothing changed it is above the target in about 50 of 100 periods, and crosses it from "
    "one to the next in about 50." },
  { "a target half a spread off", 0, "51.2", NULL, NULL, NULL, "purpose.target-level", NULL },
  { "a target further off", 0, "51.3", NULL, NULL, NULL, "", NULL },
  { "a target in words", 0, "as before", NULL, NULL, NULL, "", NULL },
  { "a shift of which nobody keeps a record", 20, NULL, NULL, NULL, NULL, "", NULL },
  { "a shift and nothing recorded", 20, NULL, "People are warm", NULL, NULL, "purpose.no-change",
    "The figure shifted in April 2024; nothing is recorded in the year before that changed how "
    "the work is done." },
  { "a shift after an event", 20, NULL, "People are warm", "2024-02", NULL, "purpose.change",
    "In the year before the figure shifted (April 2024) this is recorded: “One team” (February "
    "2024)." },
  { "an event long before", 20, NULL, "People are warm", "2023-03", NULL, "purpose.no-change",
    NULL },
  { "an event after", 20, NULL, "People are warm", "2024-05", NULL, "purpose.no-change", NULL },
  { "counted another way", 20, NULL, "People are warm", NULL, "2024-04", "", NULL },
  { "counted the first way", 20, NULL, "People are warm", NULL, "first", "purpose.no-change",
    NULL },
};

static void
asks_about_moves (void **state)
{
  const struct moved *row = *state;
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinySeries) series = series_new (row->step);
  g_autoptr (ScrutinyClaim) target =
      row->target ? scrutiny_claim_new ("target", row->target, NULL, NULL, NULL) : NULL;
  g_autoptr (ScrutinyEvent) event =
      row->event ? scrutiny_event_new (row->event, NULL, "One team", NULL) : NULL;
  const gboolean is_first = g_strcmp0 (row->counted_from, "first") == 0;
  g_autoptr (ScrutinyDefinition) first = scrutiny_definition_new ("d");
  g_autoptr (ScrutinyDefinition) later =
      scrutiny_definition_copy_with (first, "from", is_first ? "2024-01" : row->counted_from, NULL);
  g_autofree char *statement = NULL;
  g_autofree char *ids = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "it", "Homes warm");
  scrutiny_dossier_builder_set_series (builder, "it", series);
  scrutiny_dossier_builder_set_text (builder, "it", "purpose", row->purpose);
  if (!is_first)
    scrutiny_dossier_builder_add_definition (builder, "it", first);
  scrutiny_dossier_builder_add_definition (builder, "it", later);
  if (target)
    scrutiny_dossier_builder_add_claim (builder, "it", target);
  if (event)
    scrutiny_dossier_builder_add_event (builder, "it", event);
  ids = dup_ids_of (builder, &statement);

  assert_string_equal (ids, row->ids);
  if (row->statement)
    assert_string_equal (statement, row->statement);
}

/* --- A tail behind a mean ------------------------------------------------------------------------
 */

static const struct tailed {
  const char *label;
  guint n_short, n_long;
  double brief, lengthy;
  const char *limit, *target;
  guint suppress;
  const char *statement;
} tails[] = {
  { "one in twenty beyond twice", 95, 5, 10, 81, "40", NULL, 5,
    "The mean of 100 cases is 13.6, within 40, and yet 5 of them (5%) took over twice 40." },
  { "fewer than one in twenty", 96, 4, 10, 81, "40", NULL, 0, NULL },
  { "twice and no more", 95, 5, 10, 80, "40", NULL, 5, NULL },
  { "the mean is beyond", 50, 50, 10, 81, "40", NULL, 5, NULL },
  { "too few to name", 36, 4, 10, 81, "40", NULL, 5,
    "The mean of 40 cases is 17.1, within 40, and yet more than one case in twenty took over "
    "twice 40." },
  { "too few to speak of", 17, 2, 10, 81, "40", NULL, 0, NULL },
  { "no limit", 95, 5, 10, 81, NULL, NULL, 5, NULL },
  { "a target in its place", 95, 5, 10, 81, NULL, "40", 5,
    "The mean of 100 cases is 13.6, within 40, and yet 5 of them (5%) took over twice 40." },
};

static ScrutinyRecords *
records_of (const struct tailed *row)
{
  const guint n = row->n_short + row->n_long;
  g_autofree double *lengths = g_new (double, n);
  g_autoptr (ScrutinyTable) none = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();

  for (guint i = 0; i < n; i++)
    lengths[i] = i < row->n_short ? row->brief : row->lengthy;
  bytes = g_bytes_new (lengths, n * sizeof *lengths);
  table = scrutiny_table_copy_with_doubles (none, "days", bytes, NULL);
  scrutiny_records_options_set_suppress_below (options, row->suppress);

  return scrutiny_records_new_from_table (table, options, NULL, NULL);
}

static void
asks_about_the_tail (void **state)
{
  const struct tailed *row = *state;
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDefinition) mean = scrutiny_definition_new_mean (NULL, "days", "days");
  g_autoptr (ScrutinyDefinition) limited =
      scrutiny_definition_copy_with (mean, "limit", row->limit, NULL);
  g_autoptr (ScrutinyClaim) target =
      row->target ? scrutiny_claim_new ("target", row->target, NULL, NULL, NULL) : NULL;
  g_autofree char *statement = NULL;
  g_autofree char *ids = NULL;

  if (!scrutiny_has_feature ("records"))
    skip ();
  g_autoptr (ScrutinyRecords) records = records_of (row);
  scrutiny_dossier_builder_add_indicator (builder, "it", "Days to decide");
  scrutiny_dossier_builder_add_definition (builder, "it", limited);
  scrutiny_dossier_builder_set_records (builder, "it", G_OBJECT (records));
  if (target)
    scrutiny_dossier_builder_add_claim (builder, "it", target);
  ids = dup_ids_of (builder, &statement);

  assert_string_equal (ids, row->statement ? "purpose.tail" : "");
  if (row->statement)
    assert_string_equal (statement, row->statement);
}

/* --- Which figures are times ------------------------------------------------------------------ */

static const struct timed {
  const char *label, *unit;
  gboolean is_time;
} timed[] = {
  { "Average time to relet", NULL, TRUE },
  { "Time taken to process new claims", NULL, TRUE },
  { "% decided within 14 days", NULL, TRUE },
  { "Enforcement cases dealt with in time", NULL, TRUE },
  { "Calls answered in 15 seconds", NULL, TRUE },
  { "Waiting list", NULL, TRUE },
  { "Repairs", "days", TRUE },
  { "Repairs", "%", FALSE },
  { "Working days lost to sickness", NULL, FALSE },
  { "Library opening hours", "hours", FALSE },
  { "Full-time posts", NULL, FALSE },
  { "Referred again within twelve months", NULL, FALSE },
};

static void
knows_times (void **state)
{
  const struct timed *row = *state;
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "it", row->label);
  scrutiny_dossier_builder_set_text (builder, "it", "unit", row->unit);
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  assert_int_equal (purpose_words_tell_time (scrutiny_dossier_get_indicator (dossier, 0)),
                    row->is_time);
}

/* --- What is not recorded ----------------------------------------------------------------------
 */

static void
add_time (ScrutinyDossierBuilder *builder, const char *id, const char *start, const char *stop)
{
  g_autoptr (ScrutinyDefinition) definition = scrutiny_definition_new_from_values (
      (const char *const[]){ "text", "clock-start", "clock-stop", "clock-pauses", NULL },
      (const char *const[]){ "d", start, stop, "none", NULL }, NULL);

  assert_non_null (definition);
  scrutiny_dossier_builder_add_indicator (builder, id, "Days to repair");
  scrutiny_dossier_builder_add_definition (builder, id, definition);
}

static char *
dup_record (ScrutinyDossierBuilder *builder)
{
  g_autoptr (ScrutinyDossier) dossier = scrutiny_dossier_builder_end (builder, NULL);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_object_unref);
  GString *said = g_string_new (NULL);

  purpose_record_ask (dossier, findings);
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);

    g_string_append (said, statement);
  }

  return g_string_free (said, FALSE);
}

static void
asks_for_the_record_once (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyClaim) target = scrutiny_claim_new ("target", "9", NULL, NULL, NULL);
  g_autoptr (ScrutinyClaim) set = scrutiny_claim_new ("target", "9", "Cabinet", NULL, NULL);
  g_autofree char *said = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "a", "Days to repair");
  scrutiny_dossier_builder_add_indicator (builder, "b", "Homes");
  scrutiny_dossier_builder_add_indicator (builder, "c", "Streets");
  scrutiny_dossier_builder_set_text (builder, "b", "purpose", "People have a home");
  scrutiny_dossier_builder_add_claim (builder, "a", target);
  scrutiny_dossier_builder_add_claim (builder, "b", set);
  said = dup_record (builder);

  assert_string_equal (
      said, "Not recorded: what the figure is for (2 of the 3); what starts, stops and pauses its "
            "clock (the one about time); whether those who do the work use it (all 3); who set "
            "its target, and from what (1 of the 2 with a target).");
}

/* Two statements, one of which says what to look at beside it where @measure is some. */
static ScrutinyChain *
chain_beside (const char *measure)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_INDICATOR, "Homes built");
  scrutiny_chain_builder_state (builder, "b", SCRUTINY_STATEMENT_KIND_OUTCOME, "Housed");
  scrutiny_chain_builder_because (builder, "a", "b", NULL);
  if (measure) {
    g_autoptr (ScrutinyCompanion) companion = scrutiny_companion_new (measure, NULL);

    scrutiny_chain_builder_add_companion (builder, "b", companion);
  }

  return scrutiny_chain_builder_end (builder, NULL);
}

/* Of figures without reasons these are asked for first; of those with some, once for all. */
static void
asks_what_to_look_at_beside_it (void **state)
{
  static const char *const measures[] = { NULL, "Homes empty for a year", NULL };
  static const char *const ids[] = { "a", "b", "c", "d" };
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyClaim) use = scrutiny_claim_new ("use", "daily", NULL, NULL, NULL);
  g_autofree char *said = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++) {
    scrutiny_dossier_builder_add_indicator (builder, ids[i], "Homes");
    scrutiny_dossier_builder_set_text (builder, ids[i], "purpose", "People have a home");
    scrutiny_dossier_builder_add_claim (builder, ids[i], use);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++) {
    g_autoptr (ScrutinyChain) chain = chain_beside (measures[i]);

    scrutiny_dossier_builder_set_chain (builder, ids[i], chain);
  }
  said = dup_record (builder);

  assert_true (g_str_has_prefix (
      said, "Not recorded: what to look at beside it (2 of the 3 with reasons).Of 1 of the 4 "));
}

static void
asks_of_one_without_counts (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autofree char *said = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "a", "Homes");
  said = dup_record (builder);

  assert_string_equal (said, "Not recorded: what the figure is for; whether those who do the work "
                             "use it.");
}

static const struct whole {
  const char *label, *start, *stop, *start_of_other, *stop_of_other;
  gboolean asks;
} wholes[] = {
  { "both inside", "job logged", "job closed", "job opened", "invoice issued", TRUE },
  { "one is whole", "job logged", "job closed", "the tenant rings", "the tap runs", FALSE },
  { "one end is not enough", "the tenant rings", "job closed", "job logged", "the tap runs", TRUE },
};

static void
asks_for_a_whole_one (void **state)
{
  const struct whole *row = *state;
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autofree char *said = NULL;

  add_time (builder, "a", row->start, row->stop);
  add_time (builder, "b", row->start_of_other, row->stop_of_other);
  said = dup_record (builder);

  assert_int_equal (strstr (said, "No time that is recorded here runs from") != NULL, row->asks);
  assert_null (strstr (said, "clock"));
}

/* @ends: the kind that the reasons for the first figure end at, NULL for none; the others have
 * none.
 */
static const struct path {
  const char *label;
  guint n;
  gboolean has_chain;
  ScrutinyStatementKind ends;
  const char *said;
} paths[] = {
  { "one of three arrives at people", 3, TRUE, SCRUTINY_STATEMENT_KIND_OUTCOME,
    "Of 2 of the 3 figures no reasons are recorded that arrive at people: “figure 1”, “figure "
    "2”." },
  { "one ends at an inspector", 2, TRUE, SCRUTINY_STATEMENT_KIND_INSPECTOR,
    "Of none of the 2 figures are reasons recorded that arrive at people." },
  { "many have none", 9, TRUE, SCRUTINY_STATEMENT_KIND_OUTCOME,
    "Of 8 of the 9 figures no reasons are recorded that arrive at people: “figure 1”, “figure 2”, "
    "“figure 3”, “figure 4”, “figure 5” and 3 more." },
  { "the only one ends elsewhere", 1, TRUE, SCRUTINY_STATEMENT_KIND_TARGET, NULL },
  { "no reasons are recorded of any", 3, FALSE, SCRUTINY_STATEMENT_KIND_OUTCOME, NULL },
};

static ScrutinyChain *
chain_new (ScrutinyStatementKind ends)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();

  scrutiny_chain_builder_state (builder, "a", SCRUTINY_STATEMENT_KIND_STATUS, "A");
  scrutiny_chain_builder_state (builder, "b", ends, "B");
  scrutiny_chain_builder_because (builder, "a", "b", NULL);

  return scrutiny_chain_builder_end (builder, NULL);
}

static void
follows_reasons_to_people (void **state)
{
  const struct path *row = *state;
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyChain) chain = chain_new (row->ends);
  g_autofree char *said = NULL;
  const char *path;

  for (guint i = 0; i < row->n; i++) {
    g_autofree char *title = g_strdup_printf ("figure %u", i);

    scrutiny_dossier_builder_add_indicator (builder, title, title);
  }
  if (row->has_chain)
    scrutiny_dossier_builder_set_chain (builder, "figure 0", chain);
  said = dup_record (builder);
  path = strstr (said, "Of ");
  assert_true (g_strcmp0 (path, row->said) == 0);
}

static void
asks_nothing_of_an_empty_dossier (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autofree char *said = dup_record (builder);

  assert_string_equal (said, "");
}

static void
looks_at_a_bare_one (void **state)
{
  g_autoptr (ScrutinyIndicator) bare = g_object_new (SCRUTINY_TYPE_INDICATOR, NULL);
  g_autoptr (ScrutinyCheck) check = scrutiny_check_new ("purpose", find_purpose, NULL, NULL);
  g_autoptr (GListStore) findings = scrutiny_check_run (check, bare);

  assert_int_equal (g_list_model_get_n_items (G_LIST_MODEL (findings)), 0);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (known) + G_N_ELEMENTS (clocks) + G_N_ELEMENTS (moves) +
                          G_N_ELEMENTS (tails) + G_N_ELEMENTS (timed) + G_N_ELEMENTS (wholes) +
                          G_N_ELEMENTS (paths) + 5];
  size_t n = add_rows (tests, asks, known, G_N_ELEMENTS (known), sizeof *known);

  n += add_rows (tests + n, asks_about_the_clock, clocks, G_N_ELEMENTS (clocks), sizeof *clocks);
  n += add_rows (tests + n, asks_about_moves, moves, G_N_ELEMENTS (moves), sizeof *moves);
  n += add_rows (tests + n, asks_about_the_tail, tails, G_N_ELEMENTS (tails), sizeof *tails);
  n += add_rows (tests + n, knows_times, timed, G_N_ELEMENTS (timed), sizeof *timed);
  n += add_rows (tests + n, asks_for_a_whole_one, wholes, G_N_ELEMENTS (wholes), sizeof *wholes);
  n += add_rows (tests + n, follows_reasons_to_people, paths, G_N_ELEMENTS (paths), sizeof *paths);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (asks_for_the_record_once);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (asks_what_to_look_at_beside_it);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (asks_of_one_without_counts);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (asks_nothing_of_an_empty_dossier);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (looks_at_a_bare_one);

  return cmocka_run_group_tests_name ("challenge/purpose", tests, NULL, NULL);
}
