/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/dossier-content.h"

#include "indicator/object-list.h"

/**
 * ScrutinyDossier:
 *
 * All that is on record about a set of indicators: the pack of one meeting, a scorecard, a
 * folder somebody keeps.
 *
 * Made by reading a file or by a [class@DossierBuilder]. It never changes.
 *
 * Since: 0.1
 */
struct _ScrutinyDossier {
  GObject parent_instance;

  DossierContent *content;
};

G_DEFINE_FINAL_TYPE (ScrutinyDossier, scrutiny_dossier, G_TYPE_OBJECT)

enum {
  PROP_TITLE = 1,
  PROP_N_INDICATORS,
};

static void
scrutiny_dossier_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinyDossier *self = SCRUTINY_DOSSIER (object);

  switch (prop_id) {
  case PROP_TITLE:
    g_value_set_string (value, self->content->title);
    break;
  case PROP_N_INDICATORS:
    g_value_set_uint (value, self->content->indicators->len);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
scrutiny_dossier_finalize (GObject *object)
{
  dossier_content_free (SCRUTINY_DOSSIER (object)->content);

  G_OBJECT_CLASS (scrutiny_dossier_parent_class)->finalize (object);
}

static void
scrutiny_dossier_class_init (ScrutinyDossierClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_dossier_finalize;
  object_class->get_property = scrutiny_dossier_get_property;

  /**
   * ScrutinyDossier:title: (getter get_title)
   *
   * What it is called.
   *
   * Since: 0.1
   */
  g_object_class_install_property (
      object_class, PROP_TITLE,
      g_param_spec_string ("title", NULL, NULL, "", G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  /**
   * ScrutinyDossier:n-indicators: (getter get_n_indicators)
   *
   * The number of indicators.
   *
   * Since: 0.1
   */
  g_object_class_install_property (object_class, PROP_N_INDICATORS,
                                   g_param_spec_uint ("n-indicators", NULL, NULL, 0, G_MAXUINT, 0,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
scrutiny_dossier_init (ScrutinyDossier *self)
{
  self->content = dossier_content_new ();
}

ScrutinyDossier *
scrutiny_dossier_new_take (DossierContent *content)
{
  ScrutinyDossier *self = g_object_new (SCRUTINY_TYPE_DOSSIER, NULL);

  dossier_content_free (self->content);
  self->content = content;

  return self;
}

const DossierContent *
scrutiny_dossier_get_content (ScrutinyDossier *self)
{
  return self->content;
}

/**
 * scrutiny_dossier_get_title: (get-property title)
 * @self: a dossier
 *
 * Gets what the dossier is called.
 *
 * Returns: (transfer none): the title, `""` if it has none
 *
 * Since: 0.1
 */
const char *
scrutiny_dossier_get_title (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return self->content->title;
}

/**
 * scrutiny_dossier_get_council:
 * @self: a dossier
 *
 * Gets whose figures they are.
 *
 * Returns: (transfer none) (nullable): the council
 *
 * Since: 0.1
 */
const char *
scrutiny_dossier_get_council (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return self->content->council;
}

/**
 * scrutiny_dossier_get_meeting:
 * @self: a dossier
 *
 * Gets the date of the meeting it is for.
 *
 * Returns: (transfer none) (nullable): the date, as written, `NULL` if it was not said
 *
 * Since: 0.1
 */
const char *
scrutiny_dossier_get_meeting (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return self->content->meeting;
}

/**
 * scrutiny_dossier_get_source:
 * @self: a dossier
 *
 * Gets the name of the file it was read from, never its folder.
 *
 * Returns: (transfer none) (nullable): the name, `NULL` if it was not read from one
 *
 * Since: 0.1
 */
const char *
scrutiny_dossier_get_source (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return self->content->source;
}

/**
 * scrutiny_dossier_get_hash:
 * @self: a dossier
 *
 * Gets the SHA-256 of the bytes it was read from.
 *
 * Returns: (transfer none) (nullable): 64 hexadecimal digits, `NULL` if it was not read
 *
 * Since: 0.1
 */
const char *
scrutiny_dossier_get_hash (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return self->content->hash;
}

/**
 * scrutiny_dossier_get_disclosure_threshold:
 * @self: a dossier
 *
 * Gets the number below which a count of people is withheld in whatever leaves the library.
 *
 * Returns: the threshold, 5 unless the dossier says otherwise, 0 to withhold nothing
 *
 * Since: 0.1
 */
guint
scrutiny_dossier_get_disclosure_threshold (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), DOSSIER_THRESHOLD);

  return self->content->disclosure_threshold;
}

/**
 * scrutiny_dossier_get_disclosure_rounding:
 * @self: a dossier
 *
 * Gets to which multiples counts of people are rounded in whatever leaves the library.
 *
 * Returns: what they are multiples of, 0 or 1 where they are shown as they are
 *
 * Since: 0.1
 */
guint
scrutiny_dossier_get_disclosure_rounding (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), 0);

  return self->content->disclosure_rounding;
}

/**
 * scrutiny_dossier_get_n_indicators: (get-property n-indicators)
 * @self: a dossier
 *
 * Gets the number of indicators.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_dossier_get_n_indicators (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), 0);

  return self->content->indicators->len;
}

/**
 * scrutiny_dossier_get_indicator:
 * @self: a dossier
 * @index: a position below [property@Dossier:n-indicators]
 *
 * Gets an indicator by its position. They are in the order they were published.
 *
 * Returns: (transfer none) (nullable): the indicator, `NULL` if there are not so many
 *
 * Since: 0.1
 */
ScrutinyIndicator *
scrutiny_dossier_get_indicator (ScrutinyDossier *self, guint index)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return index < self->content->indicators->len ? self->content->indicators->pdata[index] : NULL;
}

/**
 * scrutiny_dossier_find_indicator:
 * @self: a dossier
 * @id: an id
 * @error: return location for an error
 *
 * Finds an indicator by its id.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND], and says which there are, if there is none.
 *
 * Returns: (transfer none): the indicator
 *
 * Since: 0.1
 */
ScrutinyIndicator *
scrutiny_dossier_find_indicator (ScrutinyDossier *self, const char *id, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return dossier_content_find (self->content, id, error);
}

/**
 * scrutiny_dossier_get_scorecard:
 * @self: a dossier
 *
 * Gets the scorecard it was read from, a row for each indicator.
 *
 * Returns: (transfer none) (nullable): the table, `NULL` if it was not a scorecard
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_dossier_get_scorecard (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return self->content->scorecard;
}

/**
 * scrutiny_dossier_dup_requests:
 * @self: a dossier
 *
 * Gets what was asked for.
 *
 * Returns: (transfer container) (element-type ScrutinyRequest): the requests, in the order they
 * were made
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_dossier_dup_requests (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return object_list_dup (self->content->requests);
}

/**
 * scrutiny_dossier_dup_responses:
 * @self: a dossier
 *
 * Gets what was answered.
 *
 * Returns: (transfer container) (element-type ScrutinyResponse): the responses, in the order they
 * were given
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_dossier_dup_responses (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return object_list_dup (self->content->responses);
}

/**
 * scrutiny_dossier_dup_vocabularies:
 * @self: a dossier
 *
 * Gets the vocabularies that labels of its chains may come from besides those of the library.
 *
 * Returns: (transfer container) (element-type ScrutinyVocabulary): the vocabularies, in the order
 * they were recorded
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_dossier_dup_vocabularies (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return object_list_dup (self->content->vocabularies);
}

/**
 * scrutiny_dossier_dup_events:
 * @self: a dossier
 *
 * Gets the events that concern all indicators.
 *
 * Returns: (transfer container) (element-type ScrutinyEvent): the events, in the order they were
 * recorded
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_dossier_dup_events (ScrutinyDossier *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  return object_list_dup (self->content->events);
}

/**
 * scrutiny_dossier_dup_notes:
 * @self: a dossier
 *
 * Gets what was noted when it was read, such as what the file was taken for.
 *
 * Returns: (transfer full) (array zero-terminated=1): the notes, in the order they were made
 *
 * Since: 0.1
 */
char **
scrutiny_dossier_dup_notes (ScrutinyDossier *self)
{
  g_autoptr (GStrvBuilder) notes = g_strv_builder_new ();

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (self), NULL);

  for (guint i = 0; i < self->content->notes->len; i++)
    g_strv_builder_add (notes, self->content->notes->pdata[i]);

  return g_strv_builder_end (notes);
}

GPtrArray *
scrutiny_dossier_get_unknown_pointers (ScrutinyDossier *self)
{
  return self->content->unknown_pointers;
}

const char *
scrutiny_dossier_get_unknown (ScrutinyDossier *self, const char *pointer)
{
  return g_hash_table_lookup (self->content->unknown, pointer);
}

GPtrArray *
scrutiny_dossier_get_resource_paths (ScrutinyDossier *self)
{
  return self->content->resource_paths;
}

GBytes *
scrutiny_dossier_get_resource (ScrutinyDossier *self, const char *path)
{
  return g_hash_table_lookup (self->content->resources, path);
}
