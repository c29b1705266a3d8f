/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier-builder.h>

#include "report/requests.h"
#include "support/rows.h"

#define HISTORY "The last two years by month."

/* A report in which @n figures have no history; the first has an owner, which may be that of all.
 */
static ScrutinyReport *
report_of (guint n, guint n_others, gboolean one_owner)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyRequest) recorded =
      scrutiny_request_new ("Days to first help", "Director", "2024-07");
  GPtrArray *omissions = g_ptr_array_new_with_free_func ((GDestroyNotify) report_omission_free);
  g_autoptr (ScrutinyDossier) dossier = NULL;

  scrutiny_dossier_builder_add_request (builder, recorded);
  for (guint i = 0; i < n; i++) {
    const char id[] = { (char) ('a' + i), '\0' };

    scrutiny_dossier_builder_add_indicator (builder, id, id);
    g_ptr_array_add (omissions, report_omission_new (id, "trend", "no history", HISTORY));
  }
  for (guint i = n; i < n + n_others; i++) {
    const char id[] = { (char) ('a' + i), '\0' };

    scrutiny_dossier_builder_add_indicator (builder, id, id);
  }
  for (guint i = 0; i < (one_owner ? n : 1); i++) {
    const char id[] = { (char) ('a' + i), '\0' };

    scrutiny_dossier_builder_set_text (builder, id, "owner", "Head of Repairs");
  }
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  return scrutiny_report_new_take (dossier, g_ptr_array_new (), g_ptr_array_new (), omissions);
}

static const struct row {
  const char *label;
  guint n;
  const char *what;
  guint n_others; /* figures nothing is asked about */
  gboolean one_owner;
  const char *of_whom;
} rows[] = {
  { "one figure needs no name", 1, "The last two years by month", 0, TRUE, "Head of Repairs" },
  { "two figures are named", 2, "The last two years by month: a; b", 0, TRUE, "Head of Repairs" },
  { "of many some are named", 6, "The last two years by month: a; b; and 4 more", 1, TRUE,
    "Head of Repairs" },
  { "all are not named", 6, "The last two years by month: all 6 figures", 0, TRUE,
    "Head of Repairs" },
  { "the owner of one is not asked for all", 2, "The last two years by month: a; b", 0, FALSE,
    "whoever keeps each figure" },
};

static void
asks_for_each_thing_once (void **state)
{
  const struct row *row = *state;
  g_autoptr (ScrutinyReport) report = report_of (row->n, row->n_others, row->one_owner);
  g_autoptr (GPtrArray) requests = scrutiny_report_dup_requests (report);

  assert_int_equal (requests->len, 2);
  assert_string_equal (scrutiny_request_get_what (requests->pdata[0]), "Days to first help");
  assert_string_equal (scrutiny_request_get_what (requests->pdata[1]), row->what);
  assert_string_equal (scrutiny_request_get_of_whom (requests->pdata[1]), row->of_whom);
}

/* --- From one meeting to the next ---------------------------------------------------- */

static const char *const subjects[] = { "a", "b", "c/\"~\n" };

/* A report that lacks a history of the first @n figures, on what @dossier has on record. */
static ScrutinyReport *
report_on (ScrutinyDossier *dossier, guint n)
{
  GPtrArray *omissions = g_ptr_array_new_with_free_func ((GDestroyNotify) report_omission_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (omissions, report_omission_new (subjects[i], "trend", "no history", HISTORY));

  return scrutiny_report_new_take (dossier, g_ptr_array_new (), g_ptr_array_new (), omissions);
}

static ScrutinyDossier *
dossier_of (ScrutinyRequest *recorded)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    scrutiny_dossier_builder_add_indicator (builder, subjects[i], subjects[i]);
  if (recorded)
    scrutiny_dossier_builder_add_request (builder, recorded);

  return scrutiny_dossier_builder_end (builder, NULL);
}

/* As a meeting leaves it: all that its sheet asked for is kept, with the date of the first. */
static ScrutinyDossier *
keep_all (ScrutinyDossier *dossier, guint n, const char *on)
{
  g_autoptr (ScrutinyReport) report = report_on (dossier, n);
  g_autoptr (GPtrArray) requests = scrutiny_report_dup_requests (report);
  ScrutinyDossier *kept = g_object_ref (dossier);

  for (guint i = 0; i < requests->len; i++) {
    const char *before_on = scrutiny_request_get_asked_on (requests->pdata[i]);
    g_autoptr (ScrutinyDossier) before = kept;
    g_autoptr (ScrutinyRequest) asked = scrutiny_request_copy_with (
        requests->pdata[i], "asked-on", before_on ? before_on : on, NULL);

    kept = scrutiny_dossier_copy_with_request (before, asked);
  }

  return kept;
}

static const struct meeting {
  const char *label, *state; /* of what the first meeting asked for */
  guint n_first, n_then;     /* figures without a history at either */
  guint n_requests;          /* at the second */
  const char *new_about;     /* of what is asked for then */
} meetings[] = {
  { "the same is not asked twice", "open", 2, 2, 1, NULL },
  { "a figure less", "open", 2, 1, 1, NULL },
  { "a figure more is asked about by itself", "open", 2, 3, 2, "c/\"~ " },
  { "what came in part is outstanding", "partly-received", 2, 2, 1, NULL },
  { "what came is not asked again", "received", 2, 2, 1, NULL },
  { "nor what is withdrawn", "withdrawn", 2, 2, 1, NULL },
  { "nothing was asked before", "open", 0, 1, 1, "a" },
};

static void
carries_what_was_asked (void **state)
{
  const struct meeting *row = *state;
  g_autoptr (ScrutinyDossier) empty = dossier_of (NULL);
  g_autoptr (ScrutinyDossier) first = keep_all (empty, row->n_first, "2025-03-12");
  g_autoptr (GPtrArray) kept = scrutiny_dossier_dup_requests (first);
  g_autoptr (ScrutinyRequest) now =
      kept->len > 0 ? scrutiny_request_copy_with_state (kept->pdata[0], row->state, NULL) : NULL;
  g_autoptr (ScrutinyDossier) second =
      now ? scrutiny_dossier_copy_with_request (first, now) : g_object_ref (first);
  g_autoptr (ScrutinyReport) report = report_on (second, row->n_then);
  g_autoptr (GPtrArray) requests = report_requests_new (scrutiny_report_get_content (report));
  const ReportRequest *last = requests->pdata[requests->len - 1];

  assert_int_equal (requests->len, row->n_requests);
  assert_int_equal (last->is_recorded, row->new_about == NULL);
  assert_true (last->is_wanted);
  if (row->new_about)
    assert_string_equal (scrutiny_request_get_about (last->request), row->new_about);
  else
    assert_string_equal (scrutiny_request_get_asked_on (last->request), "2025-03-12");
}

/* The ids are the same in each report, and those of further figures are others. */
static void
names_what_is_asked_for_good (void **state)
{
  g_autoptr (ScrutinyDossier) empty = dossier_of (NULL);
  g_autoptr (ScrutinyDossier) first = keep_all (empty, 1, "2025-03-12");
  g_autoptr (ScrutinyDossier) second = keep_all (first, 2, "2025-06-11");
  g_autoptr (ScrutinyDossier) third = keep_all (second, 3, "2025-09-10");
  g_autoptr (GPtrArray) requests = scrutiny_dossier_dup_requests (third);
  static const char *const ids[] = { "the-last-two-years-by-7caf98",
                                     "the-last-two-years-by-7caf98-2",
                                     "the-last-two-years-by-7caf98-3" };

  (void) state;
  assert_int_equal (requests->len, 3);
  for (guint i = 0; i < 3; i++)
    assert_string_equal (scrutiny_request_get_id (requests->pdata[i]), ids[i]);
  assert_string_equal (scrutiny_request_get_asked_on (requests->pdata[0]), "2025-03-12");
  assert_string_equal (scrutiny_request_get_asked_on (requests->pdata[2]), "2025-09-10");
}

/* One that a person wrote down in the same words, before there were ids, is the same. */
static void
knows_its_own_words (void **state)
{
  g_autoptr (ScrutinyRequest) recorded =
      scrutiny_request_new ("The last two years by month", "Director", NULL);
  g_autoptr (ScrutinyDossier) dossier = dossier_of (recorded);
  g_autoptr (ScrutinyReport) report = report_on (dossier, 3);
  g_autoptr (GPtrArray) requests = scrutiny_report_dup_requests (report);

  (void) state;
  assert_int_equal (requests->len, 1);
  assert_string_equal (scrutiny_request_get_of_whom (requests->pdata[0]), "Director");
  assert_string_equal (scrutiny_request_get_id (requests->pdata[0]),
                       "the-last-two-years-by-7caf98");
}

static ScrutinyFinding *
wanting (const char *id, const char *request)
{
  g_autoptr (ScrutinyFinding) bare = scrutiny_finding_new (id, "It is so.", "Is it?", NULL, NULL);
  g_autoptr (ScrutinyFinding) asking = scrutiny_finding_copy_with_request (bare, request, NULL);

  return scrutiny_finding_copy_with_subject (asking, "a");
}

/* The question on reasons stands before that on a status; what the reasons lack goes with it, and
 * names itself; nothing twice.
 */
static void
asks_for_what_reasons_lack_with_their_question (void **state)
{
  static const char *const wants[] = { "What bears on it", "A figure that shows “help”, by month",
                                       "“Calls” beside “a”, by month", "The rule: a",
                                       "Longer series" };
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  GPtrArray *sections = g_ptr_array_new_with_free_func ((GDestroyNotify) report_section_free);
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (ScrutinyDossier) dossier = NULL;
  ReportSection *section;

  (void) state;
  scrutiny_dossier_builder_add_indicator (builder, "a", "a");
  scrutiny_dossier_builder_add_indicator (builder, "b", "b");
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  section = report_section_new (scrutiny_dossier_get_indicator (dossier, 0));
  g_ptr_array_add (section->findings, wanting ("colour.flip", "The rule"));
  g_ptr_array_add (section->findings, wanting ("because.contradicted", "What bears on it"));
  g_ptr_array_add (section->findings, wanting ("linkage.cannot-tell", "Longer series"));
  g_ptr_array_add (section->findings,
                   wanting ("linkage.not-measured", "A figure that shows “help”, by month"));
  g_ptr_array_add (section->findings,
                   wanting ("linkage.companion-asked", "“Calls” beside “a”, by month"));
  g_ptr_array_add (sections, section);
  g_ptr_array_add (questions, g_object_ref (section->findings->pdata[1]));
  g_ptr_array_add (questions, g_object_ref (section->findings->pdata[0]));
  g_autoptr (ScrutinyReport) report =
      scrutiny_report_new_take (dossier, sections, questions, g_ptr_array_new ());
  g_autoptr (GPtrArray) requests = scrutiny_report_dup_requests (report);

  assert_int_equal (requests->len, G_N_ELEMENTS (wants));
  for (guint i = 0; i < requests->len; i++)
    assert_string_equal (scrutiny_request_get_what (requests->pdata[i]), wants[i]);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + G_N_ELEMENTS (meetings) + 3];
  size_t n = add_rows (tests, asks_for_each_thing_once, rows, G_N_ELEMENTS (rows), sizeof *rows);

  n += add_rows (tests + n, carries_what_was_asked, meetings, G_N_ELEMENTS (meetings),
                 sizeof *meetings);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (names_what_is_asked_for_good);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (knows_its_own_words);

  tests[n++] =
      (struct CMUnitTest) cmocka_unit_test (asks_for_what_reasons_lack_with_their_question);

  return cmocka_run_group_tests_name ("report/requests", tests, NULL, NULL);
}
