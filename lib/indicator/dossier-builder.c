/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/dossier-content.h"
#include "indicator/dossier-requests.h"

#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/period.h"
#include "base/printable.h"
#include "indicator/chain-labels.h"
#include "indicator/indicator-private.h"
#include "indicator/object-list.h"
#include "indicator/text-record.h"

#include <string.h>

/**
 * ScrutinyDossierBuilder:
 *
 * Collects what is known about a set of indicators, and makes a [class@Dossier] of it.
 *
 * An indicator is added before anything is said about it. What cannot be done is remembered,
 * and [method@DossierBuilder.end] reports the first of it.
 *
 * Since: 0.1
 */
struct _ScrutinyDossierBuilder {
  GObject parent_instance;

  DossierContent *content;
  GError *error; /* the first thing that could not be done */
};

G_DEFINE_FINAL_TYPE (ScrutinyDossierBuilder, scrutiny_dossier_builder, G_TYPE_OBJECT)

static void
scrutiny_dossier_builder_finalize (GObject *object)
{
  ScrutinyDossierBuilder *self = SCRUTINY_DOSSIER_BUILDER (object);

  dossier_content_free (self->content);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (scrutiny_dossier_builder_parent_class)->finalize (object);
}

static void
scrutiny_dossier_builder_class_init (ScrutinyDossierBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_dossier_builder_finalize;
}

static void
scrutiny_dossier_builder_init (ScrutinyDossierBuilder *self)
{
  self->content = dossier_content_new ();
}

/* Where an error goes: only the first is kept. */
static GError **
error_of (ScrutinyDossierBuilder *self)
{
  return self->error ? NULL : &self->error;
}

static ScrutinyIndicator *
find (ScrutinyDossierBuilder *self, const char *id)
{
  return dossier_content_find (self->content, id, error_of (self));
}

static void
set_valid (char **place, const char *text)
{
  g_free (*place);
  *place = text && *text ? g_utf8_make_valid (text, -1) : NULL;
}

static gboolean
is_period_or_none (const char *text)
{
  Period period;

  return !text || !*text || period_parse (text, strlen (text), SCRUTINY_CALENDAR_UNKNOWN, &period);
}

/* What has dates that cannot be read would be left out of every chart without a word. */
static gboolean
has_periods (ScrutinyDossierBuilder *self,
             const char *what,
             const char *text,
             const char *from,
             const char *until)
{
  const char *wrong = !is_period_or_none (from) ? from : !is_period_or_none (until) ? until : NULL;
  g_autofree char *shown_text = printable_dup (text, 40);
  g_autofree char *shown = printable_dup (wrong ? wrong : "", 40);

  if (wrong)
    scrutiny_set_error_at (error_of (self), SCRUTINY_ERROR_UNREADABLE, 0, NULL, wrong,
                           "%s “%s”: “%s” is not a period; write one such as 2024-04 or 2024/25",
                           what, shown_text, shown);

  return !wrong;
}

/**
 * scrutiny_dossier_builder_new:
 *
 * Creates a builder with nothing in it.
 *
 * Returns: (transfer full): the builder
 *
 * Since: 0.1
 */
ScrutinyDossierBuilder *
scrutiny_dossier_builder_new (void)
{
  return g_object_new (SCRUTINY_TYPE_DOSSIER_BUILDER, NULL);
}

/**
 * scrutiny_dossier_builder_set_title:
 * @self: a builder
 * @title: what it is called
 *
 * Names the dossier.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_title (ScrutinyDossierBuilder *self, const char *title)
{
  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (title != NULL);

  g_free (self->content->title);
  self->content->title = g_utf8_make_valid (title, -1);
}

/**
 * scrutiny_dossier_builder_set_council:
 * @self: a builder
 * @council: (nullable): whose figures they are
 *
 * Says whose figures they are.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_council (ScrutinyDossierBuilder *self, const char *council)
{
  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));

  set_valid (&self->content->council, council);
}

/**
 * scrutiny_dossier_builder_set_meeting:
 * @self: a builder
 * @meeting: (nullable): the date of the meeting, such as `2025-06-11`
 *
 * Says which meeting the dossier is for.
 *
 * Whether what was asked for should have come by then is told from it.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_meeting (ScrutinyDossierBuilder *self, const char *meeting)
{
  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));

  set_valid (&self->content->meeting, meeting);
}

/**
 * scrutiny_dossier_builder_set_disclosure_threshold:
 * @self: a builder
 * @threshold: a number of people, 0 to withhold nothing
 *
 * Says below which number a count of people is withheld in whatever leaves the library.
 *
 * It is 5 unless something else is said.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_disclosure_threshold (ScrutinyDossierBuilder *self, guint threshold)
{
  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));

  self->content->disclosure_threshold = threshold;
}

guint
scrutiny_dossier_builder_get_disclosure_threshold (ScrutinyDossierBuilder *self)
{
  return self->content->disclosure_threshold;
}

/**
 * scrutiny_dossier_builder_set_disclosure_rounding:
 * @self: a builder
 * @rounding: what counts are multiples of, 0 or 1 to show them as they are
 *
 * Says to which multiples counts of people are rounded in whatever leaves the library.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_disclosure_rounding (ScrutinyDossierBuilder *self, guint rounding)
{
  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));

  self->content->disclosure_rounding = rounding;
}

guint
scrutiny_dossier_builder_get_disclosure_rounding (ScrutinyDossierBuilder *self)
{
  return self->content->disclosure_rounding;
}

static gboolean
can_be_added (ScrutinyDossierBuilder *self, const char *id, const char *title)
{
  const guint n = self->content->indicators->len + 1;
  ScrutinyIndicator *other = g_hash_table_lookup (self->content->by_id, id);
  g_autofree char *shown_title = printable_dup (title, 60);
  g_autofree char *shown_other = NULL;
  g_autofree char *shown = NULL;

  if (!*id) {
    scrutiny_set_error_at (error_of (self), SCRUTINY_ERROR_UNREADABLE, 0, "id", NULL,
                           "Indicator %u, “%s”: its id is empty; give it a short name", n,
                           shown_title);
    return FALSE;
  }
  if (!other)
    return TRUE;

  shown = printable_dup (id, 40);
  shown_other = printable_dup (scrutiny_indicator_get_title (other), 60);
  scrutiny_set_error_at (error_of (self), SCRUTINY_ERROR_MISMATCH, 0, "id", id,
                         "Indicator %u, “%s”: “%s” has the same id, “%s”; give each its own", n,
                         shown_title, shown_other, shown);
  return FALSE;
}

/**
 * scrutiny_dossier_builder_add_indicator:
 * @self: a builder
 * @id: a short name that no other indicator of the dossier has
 * @title: what the publisher calls it
 *
 * Adds an indicator.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_add_indicator (ScrutinyDossierBuilder *self,
                                        const char *id,
                                        const char *title)
{
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL && title != NULL);

  if (!can_be_added (self, id, title))
    return;

  indicator = scrutiny_indicator_new (id, title);
  g_ptr_array_add (self->content->indicators, indicator);
  g_hash_table_insert (self->content->by_id, indicator->texts[INDICATOR_ID], indicator);
}

static gboolean
find_text (ScrutinyDossierBuilder *self, const char *id, const char *property, guint *which)
{
  static const char *const names[] = { "area", "unit", "purpose", "owner", "source", "level" };
  g_autofree char *shown_id = printable_dup (id, 40);
  g_autofree char *shown = printable_dup (property, 40);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    *which = INDICATOR_AREA + i;
    if (g_str_equal (names[i], property))
      return TRUE;
  }

  scrutiny_set_error_at (error_of (self), SCRUTINY_ERROR_NOT_FOUND, 0, NULL, property,
                         "Indicator “%s”: “%s” is not one of its texts; there are area, unit, "
                         "purpose, owner, source, level",
                         shown_id, shown);
  return FALSE;
}

/**
 * scrutiny_dossier_builder_set_text:
 * @self: a builder
 * @id: an indicator's id
 * @property: `area`, `unit`, `purpose`, `owner`, `source` or `level`
 * @text: (nullable): what it is, `NULL` for not stated
 *
 * Says something about an indicator.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_text (ScrutinyDossierBuilder *self,
                                   const char *id,
                                   const char *property,
                                   const char *text)
{
  ScrutinyIndicator *indicator;
  guint which;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL && property != NULL);

  indicator = find (self, id);
  if (indicator && find_text (self, id, property, &which))
    text_record_set (indicator, which, text);
}

/**
 * scrutiny_dossier_builder_set_series:
 * @self: a builder
 * @id: an indicator's id
 * @series: (nullable): the figures
 *
 * Gives an indicator its figures over time.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_series (ScrutinyDossierBuilder *self,
                                     const char *id,
                                     ScrutinySeries *series)
{
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (series == NULL || SCRUTINY_IS_SERIES (series));

  indicator = find (self, id);
  if (!indicator)
    return;
  g_set_object (&indicator->series, series);
  indicator->is_recomputed = FALSE;
}

void
scrutiny_dossier_builder_set_recomputed (ScrutinyDossierBuilder *self,
                                         const char *id,
                                         ScrutinySeries *series)
{
  ScrutinyIndicator *indicator = find (self, id);

  if (!indicator)
    return;
  g_set_object (&indicator->series, series);
  indicator->is_recomputed = TRUE;
}

const DossierContent *
scrutiny_dossier_builder_get_content (ScrutinyDossierBuilder *self)
{
  return self->content;
}

/**
 * scrutiny_dossier_builder_set_published:
 * @self: a builder
 * @id: an indicator's id
 * @published: (nullable): the rows
 *
 * Gives an indicator what was published of it, as [method@Indicator.get_published] says.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_published (ScrutinyDossierBuilder *self,
                                        const char *id,
                                        ScrutinyTable *published)
{
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (published == NULL || SCRUTINY_IS_TABLE (published));

  indicator = find (self, id);
  if (indicator)
    g_set_object (&indicator->published, published);
}

/**
 * scrutiny_dossier_builder_set_records:
 * @self: a builder
 * @id: an indicator's id
 * @records: (nullable): the rows
 *
 * Gives an indicator the rows its figures come of. Several indicators may share them.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_records (ScrutinyDossierBuilder *self,
                                      const char *id,
                                      GObject *records)
{
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (records == NULL || G_IS_OBJECT (records));

  indicator = find (self, id);
  if (indicator)
    g_set_object (&indicator->records, records);
}

/**
 * scrutiny_dossier_builder_set_colour_rule:
 * @self: a builder
 * @id: an indicator's id
 * @rule: (nullable): the rule
 *
 * Gives an indicator the rule for its status.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_colour_rule (ScrutinyDossierBuilder *self,
                                          const char *id,
                                          ScrutinyColourRule *rule)
{
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (rule == NULL || SCRUTINY_IS_COLOUR_RULE (rule));

  indicator = find (self, id);
  if (indicator)
    g_set_object (&indicator->colour_rule, rule);
}

/**
 * scrutiny_dossier_builder_set_chain:
 * @self: a builder
 * @id: an indicator's id
 * @chain: (nullable): the reasons
 *
 * Gives an indicator the reasons stated for it.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_chain (ScrutinyDossierBuilder *self,
                                    const char *id,
                                    ScrutinyChain *chain)
{
  g_autoptr (GPtrArray) vocabularies = chain ? scrutiny_chain_dup_vocabularies (chain) : NULL;
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (chain == NULL || SCRUTINY_IS_CHAIN (chain));

  indicator = find (self, id);
  if (!indicator)
    return;
  g_set_object (&indicator->chain, chain);
  for (guint i = 0; vocabularies && i < vocabularies->len; i++)
    scrutiny_dossier_builder_add_vocabulary (self, vocabularies->pdata[i]);
}

/**
 * scrutiny_dossier_builder_set_recipe:
 * @self: a builder
 * @id: an indicator's id
 * @recipe: (nullable): what the score is made of
 *
 * Says of what components an indicator that is a score is made.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_recipe (ScrutinyDossierBuilder *self,
                                     const char *id,
                                     ScrutinyRecipe *recipe)
{
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (recipe == NULL || SCRUTINY_IS_RECIPE (recipe));

  indicator = find (self, id);
  if (indicator)
    g_set_object (&indicator->recipe, recipe);
}

/**
 * scrutiny_dossier_builder_add_definition:
 * @self: a builder
 * @id: an indicator's id
 * @definition: the definition
 *
 * Gives an indicator a definition. The one added last is the one it has now.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_add_definition (ScrutinyDossierBuilder *self,
                                         const char *id,
                                         ScrutinyDefinition *definition)
{
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (SCRUTINY_IS_DEFINITION (definition));

  indicator = find (self, id);
  if (indicator && has_periods (self, "Definition", scrutiny_definition_get_text (definition),
                                scrutiny_definition_get_from (definition),
                                scrutiny_definition_get_until (definition)))
    object_list_add (&indicator->definitions, definition);
}

/**
 * scrutiny_dossier_builder_add_claim:
 * @self: a builder
 * @id: an indicator's id
 * @claim: the claim
 *
 * Records what somebody said about an indicator.
 *
 * A claim about `target` is a target, one about `choice` says who chose the indicator, and one
 * about `direction` which way is wanted.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_add_claim (ScrutinyDossierBuilder *self,
                                    const char *id,
                                    ScrutinyClaim *claim)
{
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (id != NULL);
  g_return_if_fail (SCRUTINY_IS_CLAIM (claim));

  indicator = find (self, id);
  if (indicator && has_periods (self, "Claim about", scrutiny_claim_get_about (claim),
                                scrutiny_claim_get_from (claim), scrutiny_claim_get_until (claim)))
    object_list_add (&indicator->claims, claim);
}

/**
 * scrutiny_dossier_builder_add_event:
 * @self: a builder
 * @id: (nullable): an indicator's id, `NULL` for all of them
 * @event: the event
 *
 * Records an event.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_add_event (ScrutinyDossierBuilder *self,
                                    const char *id,
                                    ScrutinyEvent *event)
{
  ScrutinyIndicator *indicator;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (SCRUTINY_IS_EVENT (event));

  if (!has_periods (self, "Event", scrutiny_event_get_text (event), scrutiny_event_get_from (event),
                    scrutiny_event_get_until (event)))
    return;

  indicator = id ? find (self, id) : NULL;
  if (indicator)
    object_list_add (&indicator->events, event);
  else if (!id)
    object_list_add (&self->content->events, event);
}

/**
 * scrutiny_dossier_builder_add_request:
 * @self: a builder
 * @request: the request
 *
 * Records what is asked for.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_add_request (ScrutinyDossierBuilder *self, ScrutinyRequest *request)
{
  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (SCRUTINY_IS_REQUEST (request));

  object_list_add (&self->content->requests, request);
}

/**
 * scrutiny_dossier_builder_add_response:
 * @self: a builder
 * @response: the response
 *
 * Records what was answered.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_add_response (ScrutinyDossierBuilder *self, ScrutinyResponse *response)
{
  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (SCRUTINY_IS_RESPONSE (response));

  object_list_add (&self->content->responses, response);
}

/**
 * scrutiny_dossier_builder_add_vocabulary:
 * @self: a builder
 * @vocabulary: labels of the council's own
 *
 * Records where labels of statements may come from. Those that a chain uses need not be added.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_add_vocabulary (ScrutinyDossierBuilder *self,
                                         ScrutinyVocabulary *vocabulary)
{
  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (SCRUTINY_IS_VOCABULARY (vocabulary));

  chain_vocabulary_add (&self->content->vocabularies, vocabulary, error_of (self));
}

/**
 * scrutiny_dossier_builder_add_note:
 * @self: a builder
 * @id: (nullable): an indicator's id, `NULL` for the dossier
 * @note: a sentence
 *
 * Notes something that whoever reads the report should know.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_add_note (ScrutinyDossierBuilder *self, const char *id, const char *note)
{
  ScrutinyIndicator *indicator;
  GPtrArray **notes;

  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (note != NULL);

  notes = &self->content->notes;
  if (id) {
    indicator = find (self, id);
    if (!indicator)
      return;
    notes = &indicator->notes;
  }
  if (!*notes)
    *notes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (*notes, g_utf8_make_valid (note, -1));
}

/**
 * scrutiny_dossier_builder_set_scorecard:
 * @self: a builder
 * @scorecard: (nullable): the scorecard, a row for each indicator
 *
 * Keeps the scorecard the indicators were read from.
 *
 * Since: 0.1
 */
void
scrutiny_dossier_builder_set_scorecard (ScrutinyDossierBuilder *self, ScrutinyTable *scorecard)
{
  g_return_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self));
  g_return_if_fail (scorecard == NULL || SCRUTINY_IS_TABLE (scorecard));

  g_set_object (&self->content->scorecard, scorecard);
}

void
scrutiny_dossier_builder_set_origin (ScrutinyDossierBuilder *self,
                                     const char *name,
                                     const char *hash)
{
  set_valid (&self->content->source, name);
  set_valid (&self->content->hash, hash);
}

/* The hash table's keys are the list's, which also keeps their order. */
static void
keep (GPtrArray *keys, GHashTable *table, const char *key, gpointer value)
{
  gpointer kept;

  if (!g_hash_table_lookup_extended (table, key, &kept, NULL)) {
    kept = g_strdup (key);
    g_ptr_array_add (keys, kept);
  }
  g_hash_table_insert (table, kept, value);
}

void
scrutiny_dossier_builder_set_unknown (ScrutinyDossierBuilder *self,
                                      const char *pointer,
                                      const char *json)
{
  keep (self->content->unknown_pointers, self->content->unknown, pointer, g_strdup (json));
}

void
scrutiny_dossier_builder_set_resource (ScrutinyDossierBuilder *self,
                                       const char *path,
                                       GBytes *bytes)
{
  keep (self->content->resource_paths, self->content->resources, path, g_bytes_ref (bytes));
}

/**
 * scrutiny_dossier_builder_end:
 * @self: a builder
 * @error: return location for an error
 *
 * Makes a dossier of what was collected. The builder is empty afterwards.
 *
 * Fails with the first thing that could not be done: [error@Scrutiny.Error.NOT_FOUND] for
 * something said about an indicator that was not added, or as a text it does not have,
 * for a response to a request there is not, [error@Scrutiny.Error.MISMATCH] for two indicators,
 * vocabularies or requests of one id, and
 * [error@Scrutiny.Error.UNREADABLE] for an empty id and for a date of a definition, a claim
 * or an event that is not a period.
 *
 * Returns: (transfer full): the dossier
 *
 * Since: 0.1
 */
ScrutinyDossier *
scrutiny_dossier_builder_end (ScrutinyDossierBuilder *self, GError **error)
{
  DossierContent *content;

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER_BUILDER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (self->error) {
    g_propagate_error (error, g_error_copy (self->error));
    return NULL;
  }
  if (!dossier_requests_are_tied (self->content, error))
    return NULL;

  content = self->content;
  self->content = dossier_content_new ();

  return scrutiny_dossier_new_take (content);
}
