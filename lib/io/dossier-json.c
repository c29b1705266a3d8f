/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/dossier-json.h"

#include <string.h>

#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/period.h"
#include "base/printable.h"
#include "indicator/definition-private.h"
#include "indicator/dossier-content.h"
#include "indicator/dossier-private.h"
#include "io/chain-json.h"
#include "io/file-bytes.h"
#include "io/recipe-json.h"
#include "io/requests-json.h"
#include "io/table-json.h"
#include "io/vocabulary-json.h"
#include "records/definition-plan.h"

#define MOST_THRESHOLD 1000
#define MOST_ROUNDING 1000

static const char *const root_keys[] = { "schema",     "title",     "council",    "meeting",
                                         "disclosure", "events",    "notes",      "requests",
                                         "responses",  "scorecard", "indicators", "vocabularies",
                                         NULL };
static const char *const disclosure_keys[] = { "threshold", "rounding", NULL };
static const char *const indicator_keys[] = {
  "id",     "title",     "area",        "unit",    "purpose",     "owner",    "source", "level",
  "chosen", "used",      "definitions", "targets", "colour_rule", "polarity", "claims", "events",
  "series", "published", "recipe",      "chain",   "notes",       NULL,
};
static const char *const claim_keys[] = { "about",  "text", "said_by", "on",
                                          "source", "from", "until",   NULL };
/* One for each DefinitionText, in that order, and then what it came from. */
static const char *const definition_keys[] = {
  "text",       "numerator",    "denominator", "exclusions", "version",  "from",
  "until",      "kind",         "records",     "of",         "counted",  "measure",
  "dated",      "segments",     "scale",       "level",      "calendar", "holidays",
  "limit",      "unit",         "key",         "demand",     "cause",    "clock_start",
  "clock_stop", "clock_pauses", "looks_back",  "came_from",  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (definition_keys) == DEFINITION_N_TEXTS + 2);
static const char *const event_keys[] = { "from", "until", "text", "source", NULL };
static const char *const rule_keys[] = { "text", "claim", NULL };

/* Set as texts of an indicator, under the same name. */
static const char *const indicator_texts[] = {
  "area", "unit", "purpose", "owner", "source", "level"
};

typedef struct {
  ScrutinyDossierBuilder *builder;
  const JsonValue *indicator; /* the one being read; NULL outside one */
  const char *id;             /* its id */
  DossierJsonTable read_table;
  gpointer user_data;
} Reading;

/* One member that may be absent, straight into a variable. */
typedef struct {
  const char *key;
  const char **text;
} Member;

/* Dates that cannot be read are refused here, where the place is known. */
static gboolean
check_period (JsonPlace *place,
              const JsonValue *value,
              const char *key,
              const char *text,
              GError **error)
{
  g_autofree char *shown = NULL;
  Period period;

  if (!text || period_parse (text, strlen (text), SCRUTINY_CALENDAR_UNKNOWN, &period))
    return TRUE;

  shown = printable_dup (text, 40);
  return json_place_refuse (place, value, SCRUTINY_ERROR_UNREADABLE, error,
                            "“%s”: “%s” is not a period; write one such as 2024-04 or 2024/25", key,
                            shown);
}

static gboolean
check_span (JsonPlace *place,
            const JsonValue *value,
            const char *from,
            const char *until,
            GError **error)
{
  return check_period (place, value, "from", from, error) &&
         check_period (place, value, "until", until, error);
}

static gboolean
get_texts (JsonPlace *place,
           const JsonValue *value,
           const Member *members,
           guint n_members,
           GError **error)
{
  for (guint i = 0; i < n_members; i++) {
    if (!json_place_get_text (place, value, members[i].key, members[i].text, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
set_claim (ScrutinyClaim **claim, const char *property, const char *text, GError **error)
{
  ScrutinyClaim *changed;

  if (!text)
    return TRUE;

  changed = scrutiny_claim_copy_with (*claim, property, text, error);
  g_object_unref (*claim);
  *claim = changed;
  return changed != NULL;
}

static ScrutinyClaim *
read_claim (JsonPlace *place,
            const JsonValue *value,
            const char *about,
            const char *otherwise,
            GError **error)
{
  g_autoptr (ScrutinyClaim) claim = NULL;
  const char *text = otherwise;
  const char *said_by, *on, *source, *from, *until;
  const Member members[] = { { "said_by", &said_by },
                             { "on", &on },
                             { "source", &source },
                             { "from", &from },
                             { "until", &until } };

  if (!otherwise && !json_place_need_text (place, value, "text", &text, error))
    return NULL;
  if (!get_texts (place, value, members, G_N_ELEMENTS (members), error) ||
      !check_span (place, value, from, until, error))
    return NULL;

  claim = scrutiny_claim_new (about, text, said_by, on, error);
  if (!claim || !set_claim (&claim, "source", source, error) ||
      !set_claim (&claim, "from", from, error) || !set_claim (&claim, "until", until, error)) {
    json_place_prefix (place, value, error);
    return NULL;
  }
  json_place_keep_unknown (place, value, claim_keys);
  return g_steal_pointer (&claim);
}

static gboolean
add_claim (JsonPlace *place,
           const JsonValue *value,
           const char *about,
           Reading *reading,
           GError **error)
{
  g_autoptr (ScrutinyClaim) claim = read_claim (place, value, about, NULL, error);

  if (!claim)
    return FALSE;
  scrutiny_dossier_builder_add_claim (reading->builder, reading->id, claim);
  return TRUE;
}

static gboolean
read_chosen (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  return add_claim (place, value, "choice", user_data, error);
}

static gboolean
read_used (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  return add_claim (place, value, "use", user_data, error);
}

static gboolean
read_polarity (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  return add_claim (place, value, "direction", user_data, error);
}

static gboolean
read_target (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  return add_claim (place, value, "target", user_data, error);
}

/* What has a key of its own goes there first, so that each claim has one place. */
static gboolean
read_other_claim (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  static const struct {
    const char *about, *key;
  } own[] = {
    { "target", "targets" }, { "choice", "chosen" }, { "use", "used" }, { "direction", "polarity" }
  };
  Reading *reading = user_data;
  const char *about = NULL;

  if (!json_place_need_text (place, value, "about", &about, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (own); i++) {
    if (strcmp (about, own[i].about) == 0 &&
        (i == 0 || !json_value_find (reading->indicator, own[i].key)))
      return json_place_refuse (place, value, SCRUTINY_ERROR_UNREADABLE, error,
                                "a claim about “%s” belongs under “%s” of the indicator", about,
                                own[i].key);
  }
  return add_claim (place, value, about, reading, error);
}

static gboolean
read_texts (JsonPlace *place,
            const JsonValue *value,
            const char *texts[DEFINITION_N_TEXTS],
            GError **error)
{
  for (guint i = 0; i < DEFINITION_N_TEXTS; i++) {
    if (!json_place_get_text (place, value, definition_keys[i], &texts[i], error))
      return FALSE;
  }
  if (!texts[DEFINITION_KIND] &&
      !json_place_need_text (place, value, "text", &texts[DEFINITION_TEXT], error))
    return FALSE;

  return check_span (place, value, texts[DEFINITION_FROM], texts[DEFINITION_UNTIL], error);
}

/* Whether how its figure comes of the rows is written as such: SQL of any other kind is refused
 * before anything is done with it.
 */
static gboolean
check_definition (JsonPlace *place,
                  const JsonValue *value,
                  ScrutinyDefinition *definition,
                  GError **error)
{
  g_autoptr (DefinitionPlan) plan = NULL;

  if (!scrutiny_definition_is_computed (definition))
    return TRUE;

  plan = definition_plan_new (definition, NULL, 0, error);

  return plan || json_place_prefix (place, value, error);
}

/* What @texts has in place of what @before has, one thing changed at a time. */
static ScrutinyDefinition *
change_definition (ScrutinyDefinition *before, const char *const *texts, GError **error)
{
  g_autoptr (ScrutinyDefinition) definition = g_object_ref (before);

  for (guint i = 0; i < DEFINITION_N_TEXTS; i++) {
    const char *was = scrutiny_definition_get_nth (before, i);
    const char *is = texts[i] && *texts[i] ? texts[i] : NULL;
    ScrutinyDefinition *changed;

    if (g_strcmp0 (was && *was ? was : NULL, is) == 0)
      continue;
    changed = scrutiny_definition_copy_with (definition, definition_keys[i], is, error);
    if (!changed)
      return NULL;
    g_object_unref (definition);
    definition = changed;
  }
  return g_steal_pointer (&definition);
}

static ScrutinyDefinition *
read_one_definition (JsonPlace *place, const JsonValue *value, GError **error)
{
  g_autoptr (ScrutinyDefinition) before = NULL;
  const JsonValue *came_from;
  const char *texts[DEFINITION_N_TEXTS] = { NULL };
  g_autoptr (ScrutinyDefinition) definition = NULL;
  gsize start;

  if (!read_texts (place, value, texts, error) ||
      !json_place_get (place, value, "came_from", JSON_OBJECT, &came_from, error))
    return NULL;
  json_place_keep_unknown (place, value, definition_keys);
  definition = scrutiny_definition_new_from_texts (texts);
  if (!check_definition (place, value, definition, error))
    return NULL;
  if (!came_from)
    return g_steal_pointer (&definition);

  start = json_place_enter (place, "came_from");
  before = read_one_definition (place, came_from, error);
  json_place_leave (place, start);
  if (!before)
    return NULL;
  g_clear_object (&definition);
  definition = change_definition (before, texts, error);
  if (!definition)
    json_place_prefix (place, value, error);
  return g_steal_pointer (&definition);
}

static gboolean
read_definition (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (ScrutinyDefinition) definition = read_one_definition (place, value, error);

  if (!definition)
    return FALSE;
  scrutiny_dossier_builder_add_definition (reading->builder, reading->id, definition);
  if (!scrutiny_definition_get_records (definition) || !reading->read_table)
    return TRUE;

  return reading->read_table (place, value, "records", reading->id, reading->user_data, error);
}

static gboolean
read_event (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (ScrutinyEvent) event = NULL;
  const char *from = NULL;
  const char *text = NULL;
  const char *until, *source;

  if (!json_place_need_text (place, value, "from", &from, error) ||
      !json_place_need_text (place, value, "text", &text, error) ||
      !json_place_get_text (place, value, "until", &until, error) ||
      !json_place_get_text (place, value, "source", &source, error) ||
      !check_span (place, value, from, until, error))
    return FALSE;

  event = scrutiny_event_new (from, until, text, source);
  scrutiny_dossier_builder_add_event (reading->builder, reading->id, event);
  json_place_keep_unknown (place, value, event_keys);
  return TRUE;
}

/* A rule is one text, or a list with a text for each line. */
static char *
dup_rule_text (JsonPlace *place, const JsonValue *value, GError **error)
{
  const JsonValue *lines = json_value_find (value, "text");
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  const char *text = NULL;

  if (!lines || lines->kind != JSON_ARRAY)
    return json_place_need_text (place, value, "text", &text, error) ? g_strdup (text) : NULL;

  for (guint i = 0; i < json_value_get_n_items (lines); i++) {
    const JsonValue *line = json_value_get_item (lines, i);

    if (!json_place_expect (place, line, JSON_STRING, error))
      return NULL;
    g_ptr_array_add (texts, line->text);
  }
  g_ptr_array_add (texts, NULL);
  return g_strjoinv ("\n", (char **) texts->pdata);
}

static gboolean
read_rule_claim (JsonPlace *place,
                 const JsonValue *value,
                 const char *text,
                 ScrutinyClaim **claim,
                 GError **error)
{
  const JsonValue *found;
  gsize before;

  if (!json_place_get (place, value, "claim", JSON_OBJECT, &found, error))
    return FALSE;
  if (!found)
    return TRUE;

  before = json_place_enter (place, "claim");
  *claim = read_claim (place, found, "status", text, error);
  json_place_leave (place, before);
  return *claim != NULL;
}

static gboolean
read_rule (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autofree char *text = dup_rule_text (place, value, error);
  g_autoptr (ScrutinyClaim) claim = NULL;
  g_autoptr (ScrutinyColourRule) rule = NULL;

  if (!text || !read_rule_claim (place, value, text, &claim, error))
    return FALSE;
  rule = scrutiny_colour_rule_parse (text, claim, error);
  if (!rule)
    return json_place_prefix (place, value, error);

  scrutiny_dossier_builder_set_colour_rule (reading->builder, reading->id, rule);
  json_place_keep_unknown (place, value, rule_keys);
  return TRUE;
}

static const GPtrArray *
vocabularies_of (const Reading *reading)
{
  return scrutiny_dossier_builder_get_content (reading->builder)->vocabularies;
}

static gboolean
read_vocabularies (JsonPlace *place, const JsonValue *root, Reading *reading, GError **error)
{
  g_autoptr (GPtrArray) vocabularies = NULL;
  const gboolean read = vocabulary_json_read (place, root, &vocabularies, error);

  for (guint i = 0; read && vocabularies && i < vocabularies->len; i++)
    scrutiny_dossier_builder_add_vocabulary (reading->builder, vocabularies->pdata[i]);

  return read;
}

static gboolean
read_chain (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (ScrutinyChain) chain =
      chain_json_read (place, value, vocabularies_of (reading), error);

  if (!chain)
    return FALSE;
  scrutiny_dossier_builder_set_chain (reading->builder, reading->id, chain);
  return TRUE;
}

static gboolean
read_notes (JsonPlace *place, const JsonValue *value, Reading *reading, GError **error)
{
  const JsonValue *notes;

  if (!json_place_get (place, value, "notes", JSON_ARRAY, &notes, error))
    return FALSE;

  for (guint i = 0; notes && i < json_value_get_n_items (notes); i++) {
    const JsonValue *note = json_value_get_item (notes, i);

    if (!json_place_expect (place, note, JSON_STRING, error))
      return FALSE;
    scrutiny_dossier_builder_add_note (reading->builder, reading->id, note->text);
  }
  return TRUE;
}

static gboolean
take_table (JsonPlace *place,
            const JsonValue *rows,
            const char *what,
            Reading *reading,
            GError **error)
{
  g_autoptr (ScrutinyTable) table = table_json_read (place, rows, error);

  if (!table)
    return FALSE;
  if (strcmp (what, "scorecard") == 0)
    scrutiny_dossier_builder_set_scorecard (reading->builder, table);
  else if (strcmp (what, "units") == 0)
    recipe_json_set_units (reading->builder, reading->id, table);
  else
    scrutiny_dossier_builder_set_published (reading->builder, reading->id, table);
  return TRUE;
}

/* A list of rows, or a reference to a table elsewhere, which is kept as it is. */
static gboolean
read_table (JsonPlace *place,
            const JsonValue *value,
            const char *what,
            Reading *reading,
            GError **error)
{
  const JsonValue *found = json_value_find (value, what);
  gboolean taken = TRUE;
  gsize before;

  if (!found || found->kind == JSON_NULL)
    return TRUE;

  before = json_place_enter (place, what);
  if (found->kind == JSON_ARRAY && strcmp (what, "series") != 0)
    taken = take_table (place, found, what, reading, error);
  else if (json_place_expect (place, found, JSON_OBJECT, error))
    taken = !reading->read_table ||
            reading->read_table (place, found, what, reading->id, reading->user_data, error);
  else
    taken = FALSE;
  json_place_leave (place, before);

  if (taken && found->kind == JSON_OBJECT)
    json_place_keep (place, value, what);
  return taken;
}

static gboolean
read_recipe (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (ScrutinyRecipe) recipe = recipe_json_read (place, value, error);

  if (!recipe)
    return FALSE;
  scrutiny_dossier_builder_set_recipe (reading->builder, reading->id, recipe);

  return read_table (place, value, "units", reading, error);
}

static gboolean
read_indicator_texts (JsonPlace *place, const JsonValue *value, Reading *reading, GError **error)
{
  const char *title = NULL;

  if (!json_place_need_text (place, value, "id", &reading->id, error) ||
      !json_place_get_text (place, value, "title", &title, error))
    return FALSE;

  scrutiny_dossier_builder_add_indicator (reading->builder, reading->id,
                                          title ? title : reading->id);
  for (guint i = 0; i < G_N_ELEMENTS (indicator_texts); i++) {
    const char *text = NULL;

    if (!json_place_get_text (place, value, indicator_texts[i], &text, error))
      return FALSE;
    if (text)
      scrutiny_dossier_builder_set_text (reading->builder, reading->id, indicator_texts[i], text);
  }
  return TRUE;
}

static gboolean
read_indicator (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  const JsonValue *notes = place->notes;
  gboolean read;

  reading->indicator = value;
  place->notes = json_value_find (value, "notes");
  read = read_indicator_texts (place, value, reading, error) &&
         json_place_one (place, value, "chosen", read_chosen, reading, error) &&
         json_place_one (place, value, "used", read_used, reading, error) &&
         json_place_each (place, value, "definitions", read_definition, reading, error) &&
         json_place_each (place, value, "targets", read_target, reading, error) &&
         json_place_one (place, value, "colour_rule", read_rule, reading, error) &&
         json_place_one (place, value, "polarity", read_polarity, reading, error) &&
         json_place_each (place, value, "claims", read_other_claim, reading, error) &&
         json_place_each (place, value, "events", read_event, reading, error) &&
         read_table (place, value, "series", reading, error) &&
         read_table (place, value, "published", reading, error) &&
         json_place_one (place, value, "recipe", read_recipe, reading, error) &&
         json_place_one (place, value, "chain", read_chain, reading, error) &&
         read_notes (place, value, reading, error);

  if (read)
    json_place_keep_unknown (place, value, indicator_keys);
  reading->indicator = NULL;
  place->notes = notes;
  reading->id = NULL;
  return read;
}

static gboolean
read_request (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (ScrutinyRequest) request = requests_json_read_request (place, value, error);

  if (request)
    scrutiny_dossier_builder_add_request (reading->builder, request);

  return request != NULL;
}

static gboolean
read_response (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  g_autoptr (ScrutinyResponse) response = requests_json_read_response (place, value, error);

  if (response)
    scrutiny_dossier_builder_add_response (reading->builder, response);

  return response != NULL;
}

static gboolean
read_disclosure (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  guint threshold = G_MAXUINT, rounding = 0;

  if (!json_place_get_uint (place, value, "threshold", MOST_THRESHOLD, &threshold, error) ||
      !json_place_get_uint (place, value, "rounding", MOST_ROUNDING, &rounding, error))
    return FALSE;
  if (threshold <= MOST_THRESHOLD)
    scrutiny_dossier_builder_set_disclosure_threshold (reading->builder, threshold);
  scrutiny_dossier_builder_set_disclosure_rounding (reading->builder, rounding);

  json_place_keep_unknown (place, value, disclosure_keys);
  return TRUE;
}

static gboolean
check_schema (JsonPlace *place, const JsonValue *root, GError **error)
{
  g_autofree char *shown = NULL;
  const char *schema = NULL;

  if (!json_place_get_text (place, root, "schema", &schema, error))
    return FALSE;
  if (!schema || strcmp (schema, DOSSIER_JSON_SCHEMA) == 0)
    return TRUE;

  shown = printable_dup (schema, 60);
  return json_place_refuse (place, root, SCRUTINY_ERROR_UNREADABLE, error,
                            "“schema” is “%s”; this version of the library reads “%s”", shown,
                            DOSSIER_JSON_SCHEMA);
}

static gboolean
read_dossier (JsonPlace *place, const JsonValue *root, Reading *reading, GError **error)
{
  const char *title, *council, *meeting;
  const Member members[] = { { "title", &title },
                             { "council", &council },
                             { "meeting", &meeting } };

  if (!check_schema (place, root, error) ||
      !get_texts (place, root, members, G_N_ELEMENTS (members), error))
    return FALSE;

  if (title)
    scrutiny_dossier_builder_set_title (reading->builder, title);
  if (council)
    scrutiny_dossier_builder_set_council (reading->builder, council);
  if (meeting)
    scrutiny_dossier_builder_set_meeting (reading->builder, meeting);
  json_place_keep_unknown (place, root, root_keys);
  place->notes = json_value_find (root, "notes");

  return json_place_one (place, root, "disclosure", read_disclosure, reading, error) &&
         read_vocabularies (place, root, reading, error) &&
         json_place_each (place, root, "indicators", read_indicator, reading, error) &&
         json_place_each (place, root, "events", read_event, reading, error) &&
         json_place_each (place, root, "requests", read_request, reading, error) &&
         json_place_each (place, root, "responses", read_response, reading, error) &&
         read_table (place, root, "scorecard", reading, error) &&
         read_notes (place, root, reading, error);
}

void
dossier_json_add_chain (ScrutinyDossierBuilder *builder, ScrutinyChain *chain)
{
  const char *claim = scrutiny_chain_get_claim (chain);

  scrutiny_dossier_builder_add_indicator (builder, claim, scrutiny_chain_get_text (chain, claim));
  scrutiny_dossier_builder_set_chain (builder, claim, chain);
}

/* A file that is one chain. */
static gboolean
read_lone_chain (JsonPlace *place, const JsonValue *root, Reading *reading, GError **error)
{
  g_autoptr (ScrutinyChain) chain = NULL;

  place->builder = NULL; /* what is kept of a dossier has another shape */
  if (!read_vocabularies (place, root, reading, error))
    return FALSE;
  chain = chain_json_read (place, root, vocabularies_of (reading), error);
  if (!chain)
    return FALSE;

  if (!scrutiny_chain_get_claim (chain))
    return json_place_refuse (place, root, SCRUTINY_ERROR_NOT_FOUND, error,
                              "no statement here; add the claim as the first");
  dossier_json_add_chain (reading->builder, chain);
  return TRUE;
}

gboolean
dossier_json_read (const char *file,
                   const char *text,
                   gsize length,
                   ScrutinyDossierBuilder *builder,
                   DossierJsonTable table_reader,
                   gpointer user_data,
                   GError **error)
{
  g_autoptr (JsonValue) root = json_value_parse (file, text, length, error);
  Reading reading = { builder, NULL, NULL, table_reader, user_data };
  JsonPlace place;
  gboolean read;

  if (!root)
    return FALSE;

  json_place_init (&place, file, DOSSIER_JSON_NAME, builder);
  read = json_place_expect (&place, root, JSON_OBJECT, error) &&
         (json_value_find (root, "statements") ? read_lone_chain (&place, root, &reading, error)
                                               : read_dossier (&place, root, &reading, error));
  json_place_clear (&place);
  return read;
}

gboolean
dossier_json_read_file (GFile *file,
                        ScrutinyDossierBuilder *builder,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = printable_dup (name, 120);
  g_autoptr (GBytes) bytes = file_bytes_read (file, JSON_MOST_BYTES, cancellable, error);
  gconstpointer text;
  gsize length;

  if (!bytes)
    return FALSE;

  text = g_bytes_get_data (bytes, &length);
  return dossier_json_read (shown, text ? text : "", length, builder, NULL, NULL, error);
}
