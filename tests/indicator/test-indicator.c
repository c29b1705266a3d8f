/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"

#include <scrutiny/dossier-builder.h>

static void
knows_its_names_and_no_more (void **state)
{
  g_autoptr (ScrutinyIndicator) plain = scrutiny_indicator_new ("ni59", "Initial assessments");
  g_autoptr (GPtrArray) claims = scrutiny_indicator_dup_claims (plain);
  g_autoptr (GPtrArray) targets = scrutiny_indicator_dup_targets (plain);
  g_autoptr (GPtrArray) definitions = scrutiny_indicator_dup_definitions (plain);
  g_autoptr (GPtrArray) events = scrutiny_indicator_dup_events (plain);
  g_autoptr (GPtrArray) notes = scrutiny_indicator_dup_notes (plain);

  assert_string_equal (scrutiny_indicator_get_id (plain), "ni59");
  assert_string_equal (scrutiny_indicator_get_title (plain), "Initial assessments");
  assert_null (scrutiny_indicator_get_area (plain));
  assert_null (scrutiny_indicator_get_unit (plain));
  assert_null (scrutiny_indicator_get_purpose (plain));
  assert_null (scrutiny_indicator_get_owner (plain));
  assert_null (scrutiny_indicator_get_source (plain));
  assert_null (scrutiny_indicator_get_definition (plain));
  assert_null (scrutiny_indicator_get_series (plain));
  assert_null (scrutiny_indicator_get_published (plain));
  assert_null (scrutiny_indicator_get_chain (plain));
  assert_null (scrutiny_indicator_get_colour_rule (plain));
  assert_null (scrutiny_indicator_get_chosen_by (plain));
  assert_null (scrutiny_indicator_get_declared_polarity (plain));
  assert_null (scrutiny_indicator_get_used_by (plain));
  assert_int_equal (claims->len + targets->len + definitions->len + events->len + notes->len, 0);
}

static void
is_valid_when_bare (void **state)
{
  static const char *const objects[] = { "definition", "series", "published", "chain",
                                         "colour-rule" };
  g_autoptr (ScrutinyIndicator) bare = g_object_new (SCRUTINY_TYPE_INDICATOR, NULL);
  g_autofree char *title = NULL;
  g_autofree char *unit = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++) {
    g_autoptr (GObject) object = NULL;
    g_object_get (bare, objects[i], &object, NULL);
    assert_null (object);
  }
  g_object_get (bare, "title", &title, "unit", &unit, NULL);
  assert_string_equal (title, "");
  assert_null (unit);
  assert_string_equal (scrutiny_indicator_get_id (bare), "");
}

static void
reads_its_texts_as_properties (void **state)
{
  static const char *const texts[] = { "area", "unit", "purpose", "owner", "source", "level" };
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;

  scrutiny_dossier_builder_add_indicator (builder, "a", "A");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    scrutiny_dossier_builder_set_text (builder, "a", texts[i], texts[i]);
  dossier = scrutiny_dossier_builder_end (builder, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *text = NULL;
    g_object_get (scrutiny_dossier_get_indicator (dossier, 0), texts[i], &text, NULL);
    assert_string_equal (text, texts[i]);
  }
}

static void
add_claim (ScrutinyDossierBuilder *builder, const char *about, const char *text)
{
  g_autoptr (ScrutinyClaim) claim = scrutiny_claim_new (about, text, NULL, NULL, NULL);

  scrutiny_dossier_builder_add_claim (builder, "a", claim);
}

/* What was recorded last is what is said now; nothing that was said is lost. */
static void
finds_what_was_claimed (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (GPtrArray) claims = NULL;
  ScrutinyIndicator *indicator;

  scrutiny_dossier_builder_add_indicator (builder, "a", "A");
  add_claim (builder, "target", "80");
  add_claim (builder, "direction", "up");
  add_claim (builder, "choice", "the director");
  add_claim (builder, "target", "90");
  add_claim (builder, "direction", "down");
  add_claim (builder, "choice", "the committee");
  add_claim (builder, "use", "no");
  add_claim (builder, "use", "every day");
  add_claim (builder, "timeliness", "monthly");
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  indicator = scrutiny_dossier_get_indicator (dossier, 0);
  targets = scrutiny_indicator_dup_targets (indicator);
  claims = scrutiny_indicator_dup_claims (indicator);

  assert_int_equal (claims->len, 9);
  assert_int_equal (targets->len, 2);
  assert_string_equal (scrutiny_claim_get_text (targets->pdata[0]), "80");
  assert_string_equal (scrutiny_claim_get_text (targets->pdata[1]), "90");
  assert_string_equal (
      scrutiny_claim_get_text (scrutiny_indicator_get_declared_polarity (indicator)), "down");
  assert_string_equal (scrutiny_claim_get_text (scrutiny_indicator_get_chosen_by (indicator)),
                       "the committee");
  assert_string_equal (scrutiny_claim_get_text (scrutiny_indicator_get_used_by (indicator)),
                       "every day");
}

static void
reads_its_objects_as_properties (void **state)
{
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (ScrutinySeries) series = g_object_new (SCRUTINY_TYPE_SERIES, NULL);
  g_autoptr (ScrutinyTable) published = scrutiny_table_new ();
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse ("otherwise \"x\"", NULL, NULL);
  g_autoptr (ScrutinyChain) chain = g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autoptr (ScrutinyDefinition) one = scrutiny_definition_new ("one");
  g_autoptr (ScrutinyDefinition) two = scrutiny_definition_new ("two");
  g_autoptr (GObject) records = g_object_new (SCRUTINY_TYPE_TABLE, NULL); /* any object */
  struct {
    const char *name;
    gpointer object;
  } objects[] = {
    { "series", series }, { "published", published }, { "colour-rule", rule },
    { "chain", chain },   { "definition", two },      { "records", records },
  };
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GPtrArray) definitions = NULL;
  ScrutinyIndicator *indicator;

  scrutiny_dossier_builder_add_indicator (builder, "a", "A");
  scrutiny_dossier_builder_set_series (builder, "a", series);
  scrutiny_dossier_builder_set_published (builder, "a", published);
  scrutiny_dossier_builder_set_records (builder, "a", records);
  scrutiny_dossier_builder_set_colour_rule (builder, "a", rule);
  scrutiny_dossier_builder_set_chain (builder, "a", chain);
  scrutiny_dossier_builder_add_definition (builder, "a", one);
  scrutiny_dossier_builder_add_definition (builder, "a", two);
  dossier = scrutiny_dossier_builder_end (builder, NULL);
  indicator = scrutiny_dossier_get_indicator (dossier, 0);

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++) {
    g_autoptr (GObject) object = NULL;
    g_object_get (indicator, objects[i].name, &object, NULL);
    assert_ptr_equal (object, objects[i].object);
  }
  assert_ptr_equal (scrutiny_indicator_get_series (indicator), series);
  assert_ptr_equal (scrutiny_indicator_get_published (indicator), published);
  assert_ptr_equal (scrutiny_indicator_get_records (indicator), records);
  assert_ptr_equal (scrutiny_indicator_get_colour_rule (indicator), rule);
  assert_ptr_equal (scrutiny_indicator_get_chain (indicator), chain);
  assert_ptr_equal (scrutiny_indicator_get_definition (indicator), two);
  definitions = scrutiny_indicator_dup_definitions (indicator);
  assert_ptr_equal (definitions->pdata[0], one);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (knows_its_names_and_no_more),     cmocka_unit_test (is_valid_when_bare),
    cmocka_unit_test (reads_its_texts_as_properties),   cmocka_unit_test (finds_what_was_claimed),
    cmocka_unit_test (reads_its_objects_as_properties),
  };

  return cmocka_run_group_tests_name ("indicator", tests, NULL, NULL);
}
