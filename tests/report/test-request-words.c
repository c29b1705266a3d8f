/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/request-words.h"

#include <scrutiny/dossier-builder.h>

#include "report/sheet.h"
#include "support/rows.h"

#include <string.h>

static ScrutinyRequest *
request_of (const char *state, const char *asked_on, const char *by)
{
  g_autoptr (ScrutinyRequest) bare = scrutiny_request_new ("Days to first help", "Director", by);
  g_autoptr (ScrutinyRequest) named = scrutiny_request_copy_with (bare, "id", "days", NULL);
  g_autoptr (ScrutinyRequest) dated =
      scrutiny_request_copy_with (named, "asked-on", asked_on, NULL);

  return scrutiny_request_copy_with_state (dated, state, NULL);
}

static ScrutinyDossier *
dossier_of (ScrutinyRequest *request, const char *meeting, const char *answer)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyResponse) said =
      scrutiny_response_new_to_request ("days", answer ? answer : "", "Director", "2025-06-03");
  g_autoptr (ScrutinyResponse) response =
      scrutiny_response_copy_with (said, "reference", "Annex B", NULL);

  scrutiny_dossier_builder_set_meeting (builder, meeting);
  scrutiny_dossier_builder_add_request (builder, request);
  if (answer)
    scrutiny_dossier_builder_add_response (builder, response);

  return scrutiny_dossier_builder_end (builder, NULL);
}

static const struct row {
  const char *label, *state, *asked_on, *by, *meeting;
  const char *said;
  gboolean is_past;
} rows[] = {
  { "nothing but asked for", "open", NULL, NULL, NULL, "Outstanding", FALSE },
  { "since a day", "open", "2025-03-12", "2025-06-11", NULL, "Outstanding since 12 March 2025",
    FALSE },
  { "since a month", "open", "2025-03", NULL, "2025-06-11", "Outstanding since March 2025", FALSE },
  { "the day itself is not past", "open", "2025-03-12", "2025-06-11", "2025-06-11",
    "Outstanding since 12 March 2025", FALSE },
  { "the day after is", "open", "2025-03-12", "2025-06-11", "2025-06-12",
    "Outstanding since 12 March 2025; the date has passed", TRUE },
  { "a month ends on its last day", "open", NULL, "2025-06", "2025-06-30", "Outstanding", FALSE },
  { "a month is past after its last day", "open", NULL, "2025-06", "2025-07-01",
    "Outstanding; the date has passed", TRUE },
  { "a part came", "partly-received", "2025-03-12", "2025-06-11", "2025-09-10",
    "Part of it came; the rest outstanding since 12 March 2025; the date has passed", TRUE },
  { "no date is never past", "open", "2025-03-12", "the next meeting", "2025-09-10",
    "Outstanding since 12 March 2025", FALSE },
  { "what came is never past", "received", "2025-03-12", "2025-06-11", "2025-09-10", NULL, FALSE },
};

static void
says_how_it_stands (void **state)
{
  const struct row *row = *state;
  g_autoptr (ScrutinyRequest) request = request_of (row->state, row->asked_on, row->by);
  g_autoptr (ScrutinyDossier) dossier = dossier_of (request, row->meeting, NULL);
  const ReportRequest asked = { .request = request, .is_recorded = TRUE };
  g_autofree char *said = request_words_dup_state (dossier, &asked);

  if (row->said)
    assert_string_equal (said, row->said);
  assert_int_equal (request_words_is_past (dossier, request), row->is_past);
}

static void
says_what_is_new (void **state)
{
  g_autoptr (ScrutinyRequest) request = request_of ("open", NULL, "the next meeting");
  g_autoptr (ScrutinyDossier) dossier = dossier_of (request, "2025-09-10", NULL);
  const ReportRequest asked = { .request = request, .is_wanted = TRUE };
  g_autofree char *said = request_words_dup_state (dossier, &asked);

  (void) state;
  assert_string_equal (said, "New");
}

/* What came and is asked for nevertheless: the figures that were handed in do not show it. */
static void
says_what_came_and_is_lacked (void **state)
{
  g_autoptr (ScrutinyRequest) request = request_of ("received", NULL, NULL);
  const ReportRequest asked = { .request = request, .is_recorded = TRUE, .is_wanted = TRUE };
  g_autofree char *said = request_words_dup_outcome (&asked);

  (void) state;
  assert_string_equal (said, "Days to first help; asked of Director: received; what was handed in "
                             "still lacks it.");
}

/* --- On the sheet -------------------------------------------------------------------- */

static char *
dup_sheet (const char *state, const char *answer)
{
  g_autoptr (ScrutinyRequest) request = request_of (state, "2025-03-12", "2025-06-11");
  g_autoptr (ScrutinyDossier) dossier = dossier_of (request, "2025-09-10", answer);
  GPtrArray *omissions = g_ptr_array_new_with_free_func ((GDestroyNotify) report_omission_free);
  g_autoptr (ScrutinyReport) report =
      scrutiny_report_new_take (dossier, g_ptr_array_new (), g_ptr_array_new (), omissions);
  g_autoptr (Page) page =
      sheet_dup_page (scrutiny_report_get_content (report), SHEET_WITHOUT_CHARTS, "en");

  return page_dup_text (page, 120);
}

static const char asked_for[] = "Days to first help  Director  11 June 2025  Outstanding since 12 "
                                "March 2025; the date has passed";
static const char answered[] = "  | Response, Director, 3 June 2025: “See <b>.” (Annex B)\n";

static const struct sheet {
  const char *label, *state, *answer;
  gboolean is_asked, is_told;
  const char *told;
} sheets[] = {
  { "an open one is asked for", "open", NULL, TRUE, FALSE, NULL },
  { "an answer to an open one is told too", "open", "See <b>.", TRUE, TRUE,
    "Days to first help; asked of Director, 12 March 2025: outstanding.\n" },
  { "one that came is told", "received", "See <b>.", FALSE, TRUE,
    "Days to first help; asked of Director, 12 March 2025: received.\n" },
  { "one that will not come is told", "refused", NULL, FALSE, FALSE,
    "Days to first help; asked of Director, 12 March 2025: not provided.\n" },
  { "one that was withdrawn is told", "withdrawn", NULL, FALSE, FALSE,
    "Days to first help; asked of Director, 12 March 2025: withdrawn.\n" },
};

static void
shows_what_is_outstanding_and_what_came (void **state)
{
  const struct sheet *row = *state;
  g_autofree char *sheet = dup_sheet (row->state, row->answer);

  assert_non_null (strstr (sheet, "For the meeting of 10 September 2025.\n"));
  assert_int_equal (strstr (sheet, asked_for) != NULL, row->is_asked);
  assert_int_equal (strstr (sheet, answered) != NULL, row->is_told);
  assert_int_equal (strstr (sheet, "What came of earlier requests") != NULL, row->told != NULL);
  if (row->told)
    assert_non_null (strstr (sheet, row->told));
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (rows) + G_N_ELEMENTS (sheets) + 2];
  size_t n = add_rows (tests, says_how_it_stands, rows, G_N_ELEMENTS (rows), sizeof *rows);

  n += add_rows (tests + n, shows_what_is_outstanding_and_what_came, sheets, G_N_ELEMENTS (sheets),
                 sizeof *sheets);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_what_is_new);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (says_what_came_and_is_lacked);

  return cmocka_run_group_tests_name ("report/request-words", tests, NULL, NULL);
}
