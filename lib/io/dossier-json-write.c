/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/number.h"
#include "indicator/definition-private.h"
#include "io/chain-json.h"
#include "io/dossier-json.h"
#include "io/recipe-json.h"
#include "io/requests-json.h"
#include "io/table-json.h"
#include "io/vocabulary-json.h"

#include <string.h>

/* Deeper than anyone changes a definition; a file nested without end cannot be read back. */
#define MOST_CAME_FROM 40

typedef JsonValue *(*NewFunc) (gpointer item);

/* A list under @key, unless it would be empty. */
static void
set_list (JsonValue *object, const char *key, GPtrArray *items, NewFunc new_item)
{
  JsonValue *list;

  if (items->len == 0)
    return;

  list = json_value_new (JSON_ARRAY);
  for (guint i = 0; i < items->len; i++)
    json_value_add (list, new_item (items->pdata[i]));
  json_value_set (object, key, list);
}

static void
set_claim_texts (JsonValue *object, ScrutinyClaim *claim)
{
  json_value_set_text (object, "said_by", scrutiny_claim_get_said_by (claim));
  json_value_set_text (object, "on", scrutiny_claim_get_on (claim));
  json_value_set_text (object, "source", scrutiny_claim_get_source (claim));
  json_value_set_text (object, "from", scrutiny_claim_get_from (claim));
  json_value_set_text (object, "until", scrutiny_claim_get_until (claim));
}

static JsonValue *
claim_new (gpointer claim)
{
  JsonValue *self = json_value_new (JSON_OBJECT);

  json_value_set (self, "text", json_value_new_string (scrutiny_claim_get_text (claim)));
  set_claim_texts (self, claim);
  return self;
}

static JsonValue *
other_claim_new (gpointer claim)
{
  JsonValue *self = json_value_new (JSON_OBJECT);

  json_value_set_text (self, "about", scrutiny_claim_get_about (claim));
  json_value_set (self, "text", json_value_new_string (scrutiny_claim_get_text (claim)));
  set_claim_texts (self, claim);
  return self;
}

static gboolean
is_number (DefinitionText text)
{
  return text == DEFINITION_SCALE || text == DEFINITION_LEVEL || text == DEFINITION_LIMIT ||
         text == DEFINITION_LOOKS_BACK;
}

static void
set_definition_text (JsonValue *object, ScrutinyDefinition *definition, DefinitionText text)
{
  const char *said = scrutiny_definition_get_nth (definition, text);
  g_autofree char *key = g_strdelimit (g_strdup (definition_text_get_name (text)), "-", '_');
  double number;

  if (said && is_number (text) && number_parse (said, strlen (said), &number))
    json_value_set (object, key, json_value_new_number (number));
  else
    json_value_set_text (object, key, said);
}

static JsonValue *
definition_new (ScrutinyDefinition *definition, guint depth)
{
  ScrutinyDefinition *came_from = scrutiny_definition_get_came_from (definition);
  JsonValue *self = json_value_new (JSON_OBJECT);

  for (DefinitionText i = 0; i < DEFINITION_N_TEXTS; i++)
    set_definition_text (self, definition, i);
  if (came_from && depth < MOST_CAME_FROM)
    json_value_set (self, "came_from", definition_new (came_from, depth + 1));
  return self;
}

static JsonValue *
whole_definition_new (gpointer definition)
{
  return definition_new (definition, 0);
}

static JsonValue *
event_new (gpointer event)
{
  JsonValue *self = json_value_new (JSON_OBJECT);

  json_value_set_text (self, "from", scrutiny_event_get_from (event));
  json_value_set_text (self, "until", scrutiny_event_get_until (event));
  json_value_set_text (self, "text", scrutiny_event_get_text (event));
  json_value_set_text (self, "source", scrutiny_event_get_source (event));
  return self;
}

/* One text, or a list with a text for each line, so that a person can read it. */
static JsonValue *
rule_new (ScrutinyColourRule *rule)
{
  JsonValue *self = json_value_new (JSON_OBJECT);
  const char *text = scrutiny_colour_rule_get_text (rule);
  ScrutinyClaim *claim = scrutiny_colour_rule_get_claim (rule);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  if (g_strv_length (lines) > 1) {
    JsonValue *list = json_value_new (JSON_ARRAY);

    for (char **line = lines; *line; line++)
      json_value_add (list, json_value_new_string (*line));
    json_value_set (self, "text", list);
  } else {
    json_value_set (self, "text", json_value_new_string (text));
  }

  if (claim) {
    JsonValue *said = json_value_new (JSON_OBJECT);

    if (strcmp (scrutiny_claim_get_text (claim), text) != 0)
      json_value_set_text (said, "text", scrutiny_claim_get_text (claim));
    set_claim_texts (said, claim);
    json_value_set (self, "claim", said);
  }
  return self;
}

static void
set_notes (JsonValue *object, GPtrArray *notes)
{
  JsonValue *list;

  if (notes->len == 0)
    return;

  list = json_value_new (JSON_ARRAY);
  for (guint i = 0; i < notes->len; i++)
    json_value_add (list, json_value_new_string (notes->pdata[i]));
  json_value_set (object, "notes", list);
}

/* Claims about the same thing, in their order. */
static GPtrArray *
pick_claims (GPtrArray *claims, const char *about)
{
  GPtrArray *picked = g_ptr_array_new ();

  for (guint i = 0; i < claims->len; i++) {
    if (strcmp (scrutiny_claim_get_about (claims->pdata[i]), about) == 0)
      g_ptr_array_add (picked, claims->pdata[i]);
  }
  return picked;
}

/* The first under its own key; there is seldom another. */
static void
set_first_claim (JsonValue *object, const char *key, GPtrArray *claims, const char *about)
{
  g_autoptr (GPtrArray) picked = pick_claims (claims, about);

  if (picked->len > 0)
    json_value_set (object, key, claim_new (picked->pdata[0]));
}

/* Whether the claim at @at is written under a key of its own. */
static gboolean
has_own_key (GPtrArray *claims, guint at)
{
  static const char *const firsts[] = { "choice", "use", "direction", NULL };
  const char *about = scrutiny_claim_get_about (claims->pdata[at]);

  if (strcmp (about, "target") == 0)
    return TRUE;
  if (!g_strv_contains (firsts, about))
    return FALSE;
  for (guint i = 0; i < at; i++)
    if (strcmp (scrutiny_claim_get_about (claims->pdata[i]), about) == 0)
      return FALSE;

  return TRUE;
}

static void
set_other_claims (JsonValue *object, GPtrArray *claims)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new ();

  for (guint i = 0; i < claims->len; i++)
    if (!has_own_key (claims, i))
      g_ptr_array_add (others, claims->pdata[i]);
  set_list (object, "claims", others, other_claim_new);
}

static void
set_recorded (JsonValue *object, ScrutinyIndicator *indicator)
{
  g_autoptr (GPtrArray) claims = scrutiny_indicator_dup_claims (indicator);
  g_autoptr (GPtrArray) targets = pick_claims (claims, "target");
  g_autoptr (GPtrArray) definitions = scrutiny_indicator_dup_definitions (indicator);
  g_autoptr (GPtrArray) events = scrutiny_indicator_dup_events (indicator);
  ScrutinyColourRule *rule = scrutiny_indicator_get_colour_rule (indicator);

  set_first_claim (object, "chosen", claims, "choice");
  set_first_claim (object, "used", claims, "use");
  set_list (object, "definitions", definitions, whole_definition_new);
  set_list (object, "targets", targets, claim_new);
  if (rule)
    json_value_set (object, "colour_rule", rule_new (rule));
  set_first_claim (object, "polarity", claims, "direction");
  set_other_claims (object, claims);
  set_list (object, "events", events, event_new);
}

static JsonValue *
indicator_new (ScrutinyIndicator *indicator)
{
  JsonValue *self = json_value_new (JSON_OBJECT);
  ScrutinyTable *published = scrutiny_indicator_get_published (indicator);
  ScrutinyRecipe *recipe = scrutiny_indicator_get_recipe (indicator);
  ScrutinyChain *chain = scrutiny_indicator_get_chain (indicator);
  g_autoptr (GPtrArray) notes = scrutiny_indicator_dup_notes (indicator);

  json_value_set_text (self, "id", scrutiny_indicator_get_id (indicator));
  json_value_set_text (self, "title", scrutiny_indicator_get_title (indicator));
  json_value_set_text (self, "area", scrutiny_indicator_get_area (indicator));
  json_value_set_text (self, "level", scrutiny_indicator_get_level (indicator));
  json_value_set_text (self, "unit", scrutiny_indicator_get_unit (indicator));
  json_value_set_text (self, "purpose", scrutiny_indicator_get_purpose (indicator));
  json_value_set_text (self, "owner", scrutiny_indicator_get_owner (indicator));
  json_value_set_text (self, "source", scrutiny_indicator_get_source (indicator));
  set_recorded (self, indicator);
  if (published && scrutiny_table_get_n_rows (published) > 0)
    json_value_set (self, "published", table_json_new (published));
  if (recipe)
    json_value_set (self, "recipe", recipe_json_new (recipe));
  if (chain && scrutiny_chain_get_n_statements (chain) > 0)
    json_value_set (self, "chain", chain_json_new (chain));
  set_notes (self, notes);
  return self;
}

static void
set_head (JsonValue *self, ScrutinyDossier *dossier)
{
  JsonValue *disclosure = json_value_new (JSON_OBJECT);

  json_value_set_text (self, "schema", DOSSIER_JSON_SCHEMA);
  json_value_set_text (self, "title", scrutiny_dossier_get_title (dossier));
  json_value_set_text (self, "council", scrutiny_dossier_get_council (dossier));
  json_value_set (disclosure, "threshold",
                  json_value_new_number (scrutiny_dossier_get_disclosure_threshold (dossier)));
  if (scrutiny_dossier_get_disclosure_rounding (dossier) > 0)
    json_value_set (disclosure, "rounding",
                    json_value_new_number (scrutiny_dossier_get_disclosure_rounding (dossier)));
  json_value_set (self, "disclosure", disclosure);
  json_value_set_text (self, "meeting", scrutiny_dossier_get_meeting (dossier));
}

JsonValue *
dossier_json_new (ScrutinyDossier *dossier)
{
  g_autoptr (GPtrArray) vocabularies = scrutiny_dossier_dup_vocabularies (dossier);
  g_autoptr (GPtrArray) events = scrutiny_dossier_dup_events (dossier);
  g_autoptr (GPtrArray) requests = scrutiny_dossier_dup_requests (dossier);
  g_autoptr (GPtrArray) responses = scrutiny_dossier_dup_responses (dossier);
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);
  g_autoptr (GPtrArray) said = g_ptr_array_new ();
  ScrutinyTable *scorecard = scrutiny_dossier_get_scorecard (dossier);
  JsonValue *self = json_value_new (JSON_OBJECT);
  JsonValue *indicators = json_value_new (JSON_ARRAY);

  set_head (self, dossier);
  vocabulary_json_set (self, vocabularies);
  json_value_set (self, "indicators", indicators);
  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++)
    json_value_add (indicators, indicator_new (scrutiny_dossier_get_indicator (dossier, i)));

  set_list (self, "events", events, event_new);
  set_list (self, "requests", requests, requests_json_new_request);
  set_list (self, "responses", responses, requests_json_new_response);
  if (scorecard && scrutiny_table_get_n_rows (scorecard) > 0)
    json_value_set (self, "scorecard", table_json_new (scorecard));
  for (char **note = notes; *note; note++)
    g_ptr_array_add (said, *note);
  set_notes (self, said);
  return self;
}
