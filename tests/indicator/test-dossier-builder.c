/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include <scrutiny/dossier-builder.h>
#include <scrutiny/error.h>

typedef void (*Say) (ScrutinyDossierBuilder *builder);

static void
same_id_twice (ScrutinyDossierBuilder *builder)
{
  scrutiny_dossier_builder_add_indicator (builder, "b", "B");
  scrutiny_dossier_builder_add_indicator (builder, "a", "Another");
}

static void
empty_id (ScrutinyDossierBuilder *builder)
{
  scrutiny_dossier_builder_add_indicator (builder, "", "Nameless");
}

static void
text_of_another (ScrutinyDossierBuilder *builder)
{
  scrutiny_dossier_builder_set_text (builder, "b", "unit", "%");
}

static void
text_there_is_not (ScrutinyDossierBuilder *builder)
{
  scrutiny_dossier_builder_set_text (builder, "a", "title", "Other");
}

static void
series_of_another (ScrutinyDossierBuilder *builder)
{
  g_autoptr (ScrutinySeries) series = g_object_new (SCRUTINY_TYPE_SERIES, NULL);

  scrutiny_dossier_builder_set_series (builder, "b", series);
}

static void
published_of_another (ScrutinyDossierBuilder *builder)
{
  scrutiny_dossier_builder_set_published (builder, "b", NULL);
}

static void
records_of_another (ScrutinyDossierBuilder *builder)
{
  scrutiny_dossier_builder_set_records (builder, "b", NULL);
}

static void
rule_of_another (ScrutinyDossierBuilder *builder)
{
  scrutiny_dossier_builder_set_colour_rule (builder, "b", NULL);
}

static void
chain_of_another (ScrutinyDossierBuilder *builder)
{
  scrutiny_dossier_builder_set_chain (builder, "b", NULL);
}

static void
note_of_another (ScrutinyDossierBuilder *builder)
{
  scrutiny_dossier_builder_add_note (builder, "b", "x");
}

static void
event_of_another (ScrutinyDossierBuilder *builder)
{
  g_autoptr (ScrutinyEvent) event = scrutiny_event_new ("2024-04", NULL, "A new form", NULL);

  scrutiny_dossier_builder_add_event (builder, "b", event);
}

static void
event_some_time (ScrutinyDossierBuilder *builder)
{
  g_autoptr (ScrutinyEvent) event = scrutiny_event_new ("some time", NULL, "A new form", NULL);

  scrutiny_dossier_builder_add_event (builder, NULL, event);
}

static void
event_until_some_time (ScrutinyDossierBuilder *builder)
{
  g_autoptr (ScrutinyEvent) event = scrutiny_event_new ("2024-04", "later", "A new form", NULL);

  scrutiny_dossier_builder_add_event (builder, "a", event);
}

static void
claim_some_time (ScrutinyDossierBuilder *builder)
{
  g_autoptr (ScrutinyClaim) claim = scrutiny_claim_new ("target", "90", NULL, NULL, NULL);
  g_autoptr (ScrutinyClaim) dated = scrutiny_claim_copy_with (claim, "from", "soon", NULL);

  scrutiny_dossier_builder_add_claim (builder, "a", dated);
}

static void
definition_some_time (ScrutinyDossierBuilder *builder)
{
  g_autoptr (ScrutinyDefinition) definition = scrutiny_definition_new ("Share seen");
  g_autoptr (ScrutinyDefinition) dated =
      scrutiny_definition_copy_with (definition, "until", "\033[2J", NULL);

  scrutiny_dossier_builder_add_definition (builder, "a", dated);
}

static void
two_things (ScrutinyDossierBuilder *builder)
{
  empty_id (builder);
  text_of_another (builder);
}

static const struct refused {
  const char *label;
  Say say;
  ScrutinyError code;
  const char *message;
} refused[] = {
  { "one id twice", same_id_twice, SCRUTINY_ERROR_MISMATCH,
    "Indicator 3, “Another”: “A” has the same id, “a”; give each its own" },
  { "empty id", empty_id, SCRUTINY_ERROR_UNREADABLE,
    "Indicator 2, “Nameless”: its id is empty; give it a short name" },
  { "text of another", text_of_another, SCRUTINY_ERROR_NOT_FOUND,
    "Dossier: no indicator “b”; there are “a”" },
  { "text there is not", text_there_is_not, SCRUTINY_ERROR_NOT_FOUND,
    "Indicator “a”: “title” is not one of its texts; there are area, unit, purpose, owner, "
    "source, level" },
  { "series of another", series_of_another, SCRUTINY_ERROR_NOT_FOUND,
    "Dossier: no indicator “b”; there are “a”" },
  { "published rows of another", published_of_another, SCRUTINY_ERROR_NOT_FOUND,
    "Dossier: no indicator “b”; there are “a”" },
  { "records rows of another", records_of_another, SCRUTINY_ERROR_NOT_FOUND,
    "Dossier: no indicator “b”; there are “a”" },
  { "rule of another", rule_of_another, SCRUTINY_ERROR_NOT_FOUND,
    "Dossier: no indicator “b”; there are “a”" },
  { "chain of another", chain_of_another, SCRUTINY_ERROR_NOT_FOUND,
    "Dossier: no indicator “b”; there are “a”" },
  { "note of another", note_of_another, SCRUTINY_ERROR_NOT_FOUND,
    "Dossier: no indicator “b”; there are “a”" },
  { "event of another", event_of_another, SCRUTINY_ERROR_NOT_FOUND,
    "Dossier: no indicator “b”; there are “a”" },
  { "event some time", event_some_time, SCRUTINY_ERROR_UNREADABLE,
    "Event “A new form”: “some time” is not a period; write one such as 2024-04 or 2024/25" },
  { "event until some time", event_until_some_time, SCRUTINY_ERROR_UNREADABLE,
    "Event “A new form”: “later” is not a period; write one such as 2024-04 or 2024/25" },
  { "claim some time", claim_some_time, SCRUTINY_ERROR_UNREADABLE,
    "Claim about “target”: “soon” is not a period; write one such as 2024-04 or 2024/25" },
  { "definition some time", definition_some_time, SCRUTINY_ERROR_UNREADABLE,
    "Definition “Share seen”: “\xef\xbf\xbd[2J” is not a period; write one such as 2024-04 or "
    "2024/25" },
  { "two things: the first", two_things, SCRUTINY_ERROR_UNREADABLE,
    "Indicator 2, “Nameless”: its id is empty; give it a short name" },
};

static void
refuses_and_says_why (void **state)
{
  const struct refused *row = *state;
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "a", "A");
  row->say (builder);
  assert_null (scrutiny_dossier_builder_end (builder, &error));
  assert_string_equal (error->message, row->message);
  assert_true (g_error_matches (error, SCRUTINY_ERROR, (int) row->code));
  assert_null (scrutiny_dossier_builder_end (builder, &again));
  assert_string_equal (again->message, row->message);
}

/* A dossier never changes, whatever becomes of its builder. */
static void
is_empty_after_the_end (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) one = NULL;
  g_autoptr (ScrutinyDossier) two = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "a", "A");
  one = scrutiny_dossier_builder_end (builder, NULL);
  scrutiny_dossier_builder_set_text (builder, "a", "unit", "%");
  two = scrutiny_dossier_builder_end (builder, NULL);

  assert_null (scrutiny_indicator_get_unit (scrutiny_dossier_get_indicator (one, 0)));
  assert_null (two);
}

static void
what_is_said_last_holds (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinyChain) chain = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  ScrutinyIndicator *indicator;

  scrutiny_dossier_builder_set_council (builder, "Ashcombe");
  scrutiny_dossier_builder_set_council (builder, NULL);
  scrutiny_dossier_builder_add_indicator (builder, "a", "A");
  scrutiny_dossier_builder_set_text (builder, "a", "unit", "%");
  scrutiny_dossier_builder_set_text (builder, "a", "unit", NULL);
  scrutiny_dossier_builder_set_chain (builder, "a", chain);
  scrutiny_dossier_builder_set_chain (builder, "a", NULL);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  indicator = scrutiny_dossier_get_indicator (dossier, 0);

  assert_null (scrutiny_dossier_get_council (dossier));
  assert_null (scrutiny_indicator_get_unit (indicator));
  assert_null (scrutiny_indicator_get_chain (indicator));
}

static void
makes_bytes_text (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_auto (GStrv) notes = NULL;

  scrutiny_dossier_builder_set_title (builder, "caf\xe9");
  scrutiny_dossier_builder_set_council (builder, "caf\xe9");
  scrutiny_dossier_builder_add_indicator (builder, "a", "caf\xe9");
  scrutiny_dossier_builder_add_note (builder, NULL, "caf\xe9");
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  notes = scrutiny_dossier_dup_notes (dossier);

  assert_string_equal (scrutiny_dossier_get_title (dossier), "caf\xef\xbf\xbd");
  assert_string_equal (scrutiny_dossier_get_council (dossier), "caf\xef\xbf\xbd");
  assert_string_equal (scrutiny_indicator_get_title (scrutiny_dossier_get_indicator (dossier, 0)),
                       "caf\xef\xbf\xbd");
  assert_string_equal (notes[0], "caf\xef\xbf\xbd");
}

static void
allows_periods_of_every_kind (void **state)
{
  static const char *const periods[] = { "2024-04", "2024/25", "31 January 1983", "2014-16", "" };
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++) {
    g_autoptr (ScrutinyEvent) event = scrutiny_event_new (periods[i], NULL, "x", NULL);
    scrutiny_dossier_builder_add_event (builder, NULL, event);
  }
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  assert_non_null (dossier);
}

/* Each is found by its id, not by walking those before it. */
static void
holds_many_indicators (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GError) error = NULL;
  char id[16];

  for (int i = 0; i < 20000; i++) {
    g_snprintf (id, sizeof id, "i%d", i);
    scrutiny_dossier_builder_add_indicator (builder, id, "An indicator");
    scrutiny_dossier_builder_set_text (builder, id, "unit", "%");
  }
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), 20000);
  assert_ptr_equal (scrutiny_dossier_find_indicator (dossier, "i19999", NULL),
                    scrutiny_dossier_get_indicator (dossier, 19999));
  assert_null (scrutiny_dossier_find_indicator (dossier, "i20000", &error));
  assert_true (g_str_has_suffix (error->message, "“i10”, “i11” and 19988 more"));
}

int
main (void)
{
  struct CMUnitTest tests[5 + G_N_ELEMENTS (refused)] = {
    cmocka_unit_test (is_empty_after_the_end), cmocka_unit_test (what_is_said_last_holds),
    cmocka_unit_test (makes_bytes_text),       cmocka_unit_test (allows_periods_of_every_kind),
    cmocka_unit_test (holds_many_indicators),
  };
  size_t n = 5;

  n += add_rows (tests + n, refuses_and_says_why, refused, G_N_ELEMENTS (refused), sizeof *refused);
  assert_int_equal (n, G_N_ELEMENTS (tests));

  return cmocka_run_group_tests_name ("dossier-builder", tests, NULL, NULL);
}
