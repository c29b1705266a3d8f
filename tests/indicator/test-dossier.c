/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/dossier-private.h"
#include "support/near.h"

#include <scrutiny/error.h>

static ScrutinyDossier *
ashcombe (void)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyRequest) request = scrutiny_request_new ("days to first help", NULL, NULL);
  g_autoptr (ScrutinyResponse) response =
      scrutiny_response_new ("trend.shift", "assessed", "A second team.", NULL, NULL);
  g_autoptr (ScrutinyEvent) all = scrutiny_event_new ("2024-04", NULL, "A new form", NULL);
  g_autoptr (ScrutinyEvent) one = scrutiny_event_new ("2024-05", NULL, "A new team", NULL);
  g_autoptr (ScrutinyTable) scorecard = scrutiny_table_new ();

  scrutiny_dossier_builder_set_title (builder, "Scorecard, quarter 4");
  scrutiny_dossier_builder_set_council (builder, "Ashcombe");
  scrutiny_dossier_builder_set_origin (builder, "scorecard-q4.csv", "0f");
  scrutiny_dossier_builder_set_disclosure_threshold (builder, 10);
  scrutiny_dossier_builder_set_scorecard (builder, scorecard);
  scrutiny_dossier_builder_add_indicator (builder, "assessed", "Assessed within 45 days");
  scrutiny_dossier_builder_add_indicator (builder, "back", "Back within 12 months");
  scrutiny_dossier_builder_set_text (builder, "back", "unit", "%");
  scrutiny_dossier_builder_set_text (builder, "back", "area", "Ashcombe");
  scrutiny_dossier_builder_set_text (builder, "back", "purpose", "to be safe");
  scrutiny_dossier_builder_set_text (builder, "back", "owner", "Director");
  scrutiny_dossier_builder_set_text (builder, "back", "source", "Case system");
  scrutiny_dossier_builder_add_request (builder, request);
  scrutiny_dossier_builder_add_response (builder, response);
  scrutiny_dossier_builder_add_event (builder, NULL, all);
  scrutiny_dossier_builder_add_event (builder, "back", one);
  scrutiny_dossier_builder_add_note (builder, NULL, "read as a scorecard");
  scrutiny_dossier_builder_add_note (builder, NULL, "no history");
  scrutiny_dossier_builder_add_note (builder, "back", "row 3 holds no number");

  return scrutiny_dossier_builder_end (builder, NULL);
}

static void
holds_what_it_is (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = ashcombe ();
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);
  g_autofree char *title = NULL;
  guint n_indicators;

  assert_string_equal (scrutiny_dossier_get_title (dossier), "Scorecard, quarter 4");
  assert_string_equal (scrutiny_dossier_get_council (dossier), "Ashcombe");
  assert_string_equal (scrutiny_dossier_get_source (dossier), "scorecard-q4.csv");
  assert_string_equal (scrutiny_dossier_get_hash (dossier), "0f");
  assert_int_equal (scrutiny_dossier_get_disclosure_threshold (dossier), 10);
  assert_non_null (scrutiny_dossier_get_scorecard (dossier));
  assert_string_equal (notes[0], "read as a scorecard");
  assert_string_equal (notes[1], "no history");
  assert_null (notes[2]);
  g_object_get (dossier, "title", &title, "n-indicators", &n_indicators, NULL);
  assert_string_equal (title, "Scorecard, quarter 4");
  assert_int_equal (n_indicators, 2);
}

static void
holds_its_indicators_in_order (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = ashcombe ();
  ScrutinyIndicator *back = scrutiny_dossier_get_indicator (dossier, 1);
  g_autoptr (GPtrArray) events = scrutiny_indicator_dup_events (back);
  g_autoptr (GPtrArray) notes = scrutiny_indicator_dup_notes (back);

  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), 2);
  assert_string_equal (scrutiny_indicator_get_id (scrutiny_dossier_get_indicator (dossier, 0)),
                       "assessed");
  assert_null (scrutiny_dossier_get_indicator (dossier, 2));
  assert_string_equal (scrutiny_indicator_get_unit (back), "%");
  assert_string_equal (scrutiny_indicator_get_area (back), "Ashcombe");
  assert_string_equal (scrutiny_indicator_get_purpose (back), "to be safe");
  assert_string_equal (scrutiny_indicator_get_owner (back), "Director");
  assert_string_equal (scrutiny_indicator_get_source (back), "Case system");
  assert_int_equal (events->len, 1);
  assert_string_equal (scrutiny_event_get_text (events->pdata[0]), "A new team");
  assert_int_equal (notes->len, 1);
  assert_string_equal (notes->pdata[0], "row 3 holds no number");
}

static void
finds_an_indicator_or_says_which_there_are (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = ashcombe ();
  g_autoptr (GError) error = NULL;

  assert_ptr_equal (scrutiny_dossier_find_indicator (dossier, "back", &error),
                    scrutiny_dossier_get_indicator (dossier, 1));
  assert_null (error);
  assert_null (scrutiny_dossier_find_indicator (dossier, "front", &error));
  assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND));
  assert_string_equal (error->message,
                       "Dossier: no indicator “front”; there are “assessed”, “back”");
}

static void
holds_what_concerns_all (void **state)
{
  g_autoptr (ScrutinyDossier) dossier = ashcombe ();
  g_autoptr (GPtrArray) requests = scrutiny_dossier_dup_requests (dossier);
  g_autoptr (GPtrArray) responses = scrutiny_dossier_dup_responses (dossier);
  g_autoptr (GPtrArray) events = scrutiny_dossier_dup_events (dossier);

  assert_int_equal (requests->len, 1);
  assert_string_equal (scrutiny_request_get_what (requests->pdata[0]), "days to first help");
  assert_int_equal (responses->len, 1);
  assert_string_equal (scrutiny_response_get_text (responses->pdata[0]), "A second team.");
  assert_int_equal (events->len, 1);
  assert_string_equal (scrutiny_event_get_text (events->pdata[0]), "A new form");
}

static void
keeps_what_it_does_not_understand (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (GBytes) one = g_bytes_new_static ("one", 3);
  g_autoptr (GBytes) two = g_bytes_new_static ("two", 3);
  g_autoptr (ScrutinyDossier) dossier = NULL;

  scrutiny_dossier_builder_set_unknown (builder, "/z", "1");
  scrutiny_dossier_builder_set_unknown (builder, "/a", "{}");
  scrutiny_dossier_builder_set_unknown (builder, "/z", "2");
  scrutiny_dossier_builder_set_resource (builder, "map.png", one);
  scrutiny_dossier_builder_set_resource (builder, "map.png", two);
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  assert_int_equal (scrutiny_dossier_get_unknown_pointers (dossier)->len, 2);
  assert_string_equal (scrutiny_dossier_get_unknown_pointers (dossier)->pdata[0], "/z");
  assert_string_equal (scrutiny_dossier_get_unknown_pointers (dossier)->pdata[1], "/a");
  assert_string_equal (scrutiny_dossier_get_unknown (dossier, "/z"), "2");
  assert_null (scrutiny_dossier_get_unknown (dossier, "/y"));
  assert_int_equal (scrutiny_dossier_get_resource_paths (dossier)->len, 1);
  assert_ptr_equal (scrutiny_dossier_get_resource (dossier, "map.png"), two);
  assert_null (scrutiny_dossier_get_resource (dossier, "map"));
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyDossier) bare = g_object_new (SCRUTINY_TYPE_DOSSIER, NULL);
  g_autoptr (GPtrArray) requests = scrutiny_dossier_dup_requests (bare);
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (bare);
  g_autoptr (GError) error = NULL;

  assert_string_equal (scrutiny_dossier_get_title (bare), "");
  assert_null (scrutiny_dossier_get_council (bare));
  assert_null (scrutiny_dossier_get_source (bare));
  assert_null (scrutiny_dossier_get_hash (bare));
  assert_null (scrutiny_dossier_get_scorecard (bare));
  assert_int_equal (scrutiny_dossier_get_disclosure_threshold (bare), 5);
  assert_int_equal (scrutiny_dossier_get_n_indicators (bare), 0);
  assert_null (scrutiny_dossier_get_indicator (bare, 0));
  assert_int_equal (requests->len, 0);
  assert_null (notes[0]);
  assert_null (scrutiny_dossier_find_indicator (bare, "a", &error));
  assert_string_equal (error->message, "Dossier: no indicator “a”; there are none");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (holds_what_it_is),
    cmocka_unit_test (holds_its_indicators_in_order),
    cmocka_unit_test (finds_an_indicator_or_says_which_there_are),
    cmocka_unit_test (holds_what_concerns_all),
    cmocka_unit_test (keeps_what_it_does_not_understand),
    cmocka_unit_test (is_valid_when_bare),
  };

  return cmocka_run_group_tests_name ("dossier", tests, NULL, NULL);
}
