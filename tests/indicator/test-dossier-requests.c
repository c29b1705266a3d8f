/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>

#include "indicator/dossier-private.h"
#include "support/near.h"

static void
ask (ScrutinyDossierBuilder *builder, const char *what, const char *id)
{
  g_autoptr (ScrutinyRequest) bare = scrutiny_request_new (what, NULL, NULL);
  g_autoptr (ScrutinyRequest) request = scrutiny_request_copy_with (bare, "id", id, NULL);

  scrutiny_dossier_builder_add_request (builder, request);
}

/* All sorts of things, so that it is seen whether one gets lost. */
static ScrutinyDossier *
make (void)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyEvent) event = scrutiny_event_new ("2024-04", NULL, "A new team", NULL);
  g_autoptr (ScrutinyResponse) response =
      scrutiny_response_new ("trend.shift", "a", "A team.", NULL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (ScrutinyTable) scorecard = scrutiny_table_new ();

  scrutiny_dossier_builder_set_title (builder, "T");
  scrutiny_dossier_builder_set_council (builder, "C");
  scrutiny_dossier_builder_set_meeting (builder, "2025-06-11");
  scrutiny_dossier_builder_set_disclosure_threshold (builder, 7);
  scrutiny_dossier_builder_set_disclosure_rounding (builder, 3);
  scrutiny_dossier_builder_add_indicator (builder, "a", "A");
  scrutiny_dossier_builder_add_event (builder, NULL, event);
  scrutiny_dossier_builder_add_note (builder, NULL, "N");
  ask (builder, "rows", "r");
  ask (builder, "Days to first help", NULL);
  ask (builder, "more", "m");
  scrutiny_dossier_builder_add_response (builder, response);
  scrutiny_dossier_builder_set_scorecard (builder, scorecard);
  scrutiny_dossier_builder_set_origin (builder, "f", "h");
  scrutiny_dossier_builder_set_unknown (builder, "scrutiny.json#/x", "1");
  scrutiny_dossier_builder_set_resource (builder, "t.csv", bytes);

  return scrutiny_dossier_builder_end (builder, NULL);
}

static void
assert_all_there (ScrutinyDossier *dossier)
{
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);
  g_autoptr (GPtrArray) events = scrutiny_dossier_dup_events (dossier);

  assert_string_equal (scrutiny_dossier_get_title (dossier), "T");
  assert_string_equal (scrutiny_dossier_get_council (dossier), "C");
  assert_int_equal (scrutiny_dossier_get_disclosure_threshold (dossier), 7);
  assert_int_equal (scrutiny_dossier_get_disclosure_rounding (dossier), 3);
  assert_non_null (scrutiny_dossier_find_indicator (dossier, "a", NULL));
  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), 1);
  assert_string_equal (notes[0], "N");
  assert_int_equal (events->len, 1);
  assert_non_null (scrutiny_dossier_get_scorecard (dossier));
  assert_string_equal (scrutiny_dossier_get_source (dossier), "f");
  assert_string_equal (scrutiny_dossier_get_hash (dossier), "h");
  assert_string_equal (scrutiny_dossier_get_unknown (dossier, "scrutiny.json#/x"), "1");
  assert_int_equal (scrutiny_dossier_get_unknown_pointers (dossier)->len, 1);
  assert_int_equal (g_bytes_get_size (scrutiny_dossier_get_resource (dossier, "t.csv")), 1);
  assert_int_equal (scrutiny_dossier_get_resource_paths (dossier)->len, 1);
}

/* What is kept of a request by its place in the file stays where it belongs. */
static void
changes_a_request_in_its_place (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = make ();
  ScrutinyRequest *asked = scrutiny_dossier_find_request (dossier, "r", NULL);
  g_autoptr (ScrutinyRequest) came = scrutiny_request_copy_with_state (asked, "received", NULL);
  g_autoptr (ScrutinyDossier) after = scrutiny_dossier_copy_with_request (dossier, came);
  g_autoptr (GPtrArray) requests = scrutiny_dossier_dup_requests (after);

  (void) state;
  assert_all_there (after);
  assert_int_equal (requests->len, 3);
  assert_string_equal (scrutiny_request_get_what (requests->pdata[0]), "rows");
  assert_string_equal (scrutiny_request_get_state (requests->pdata[0]), "received");
  assert_string_equal (scrutiny_request_get_state (asked), "open");
}

static void
adds_a_request_at_the_end (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = make ();
  g_autoptr (ScrutinyRequest) another = scrutiny_request_new ("Another", NULL, NULL);
  g_autoptr (ScrutinyDossier) after = scrutiny_dossier_copy_with_request (dossier, another);
  g_autoptr (GPtrArray) requests = scrutiny_dossier_dup_requests (after);

  (void) state;
  assert_all_there (after);
  assert_int_equal (requests->len, 4);
  assert_string_equal (scrutiny_request_get_what (requests->pdata[3]), "Another");
  assert_non_null (scrutiny_request_get_id (requests->pdata[3]));
}

/* One that was recorded by hand has no id; an answer gives it one. */
static void
answers_what_has_no_id (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = make ();
  const char *id = "days-to-first-help-9b9b43";
  g_autoptr (ScrutinyResponse) response =
      scrutiny_response_new_to_request (id, "Here.", "Director", NULL);
  g_autoptr (ScrutinyDossier) after = scrutiny_dossier_copy_with_response (dossier, response, NULL);
  g_autoptr (GPtrArray) requests = scrutiny_dossier_dup_requests (after);
  g_autoptr (GPtrArray) responses = scrutiny_dossier_dup_responses (after);

  (void) state;
  assert_all_there (after);
  assert_string_equal (scrutiny_request_get_id (requests->pdata[1]), id);
  assert_int_equal (requests->len, 3);
  assert_int_equal (responses->len, 2);
}

static void
refuses_to_answer_nothing (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = make ();
  g_autoptr (ScrutinyResponse) response =
      scrutiny_response_new_to_request ("x\n\033[1m", "Here.", NULL, NULL);
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (scrutiny_dossier_copy_with_response (dossier, response, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_string_equal (error->message, "Dossier: no request “x �[1m”; there are “r”, "
                                       "“days-to-first-help-9b9b43”, “m”");
}

static void
knows_its_meeting (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = make ();
  g_autoptr (ScrutinyDossier) next = scrutiny_dossier_copy_with_meeting (dossier, "2025-09-10");
  g_autoptr (ScrutinyDossier) none = scrutiny_dossier_copy_with_meeting (next, NULL);

  (void) state;
  assert_all_there (next);
  assert_string_equal (scrutiny_dossier_get_meeting (dossier), "2025-06-11");
  assert_string_equal (scrutiny_dossier_get_meeting (next), "2025-09-10");
  assert_null (scrutiny_dossier_get_meeting (none));
}

static void
refuses_two_of_one_id (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (GError) error = NULL;

  (void) state;
  ask (builder, "rows", "r");
  ask (builder, "more", "r");
  assert_null (scrutiny_dossier_builder_end (builder, &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_MISMATCH));
  assert_string_equal (error->message,
                       "Dossier: two requests have the id “r”; give one of them another");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (changes_a_request_in_its_place),
    cmocka_unit_test (adds_a_request_at_the_end),
    cmocka_unit_test (answers_what_has_no_id),
    cmocka_unit_test (refuses_to_answer_nothing),
    cmocka_unit_test (knows_its_meeting),
    cmocka_unit_test (refuses_two_of_one_id),
  };

  return cmocka_run_group_tests_name ("indicator/dossier-requests", tests, NULL, NULL);
}
