/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/vocabulary-json.h"

#include "indicator/chain-labels.h"

static const char *const vocabulary_keys[] = { "id", "title", "source", "labels", NULL };
static const char *const label_keys[] = { "id", "text", NULL };

typedef struct {
  GPtrArray *ids, *texts; /* of const char *, the file's */
} Labels;

static gboolean
read_label (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  Labels *labels = user_data;
  const char *id = NULL, *text = NULL;

  if (!json_place_need_text (place, value, "id", &id, error) ||
      !json_place_need_text (place, value, "text", &text, error))
    return FALSE;
  g_ptr_array_add (labels->ids, (char *) id);
  g_ptr_array_add (labels->texts, (char *) text);
  json_place_keep_unknown (place, value, label_keys);
  return TRUE;
}

static gboolean
read_labels (JsonPlace *place, const JsonValue *value, Labels *labels, GError **error)
{
  if (!json_place_each (place, value, "labels", read_label, labels, error))
    return FALSE;

  g_ptr_array_add (labels->ids, NULL);
  g_ptr_array_add (labels->texts, NULL);
  return TRUE;
}

static gboolean
read_vocabulary (JsonPlace *place, const JsonValue *value, gpointer user_data, GError **error)
{
  GPtrArray **vocabularies = user_data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (ScrutinyVocabulary) vocabulary = NULL;
  Labels labels = { ids, texts };
  const char *id = NULL, *title = NULL, *source = NULL;

  if (!json_place_need_text (place, value, "id", &id, error) ||
      !json_place_get_text (place, value, "title", &title, error) ||
      !json_place_get_text (place, value, "source", &source, error) ||
      !read_labels (place, value, &labels, error))
    return FALSE;

  vocabulary =
      scrutiny_vocabulary_new (id, title ? title : "", source, (const char *const *) ids->pdata,
                               (const char *const *) texts->pdata, error);
  if (!vocabulary || !chain_vocabulary_add (vocabularies, vocabulary, error))
    return json_place_prefix (place, value, error);

  json_place_keep_unknown (place, value, vocabulary_keys);
  return TRUE;
}

gboolean
vocabulary_json_read (JsonPlace *place,
                      const JsonValue *root,
                      GPtrArray **vocabularies,
                      GError **error)
{
  return json_place_each (place, root, "vocabularies", read_vocabulary, vocabularies, error);
}

static JsonValue *
vocabulary_new (ScrutinyVocabulary *vocabulary)
{
  g_auto (GStrv) ids = scrutiny_vocabulary_dup_labels (vocabulary);
  JsonValue *self = json_value_new (JSON_OBJECT);
  JsonValue *labels = json_value_new (JSON_ARRAY);

  json_value_set_text (self, "id", scrutiny_vocabulary_get_id (vocabulary));
  json_value_set_text (self, "title", scrutiny_vocabulary_get_title (vocabulary));
  json_value_set_text (self, "source", scrutiny_vocabulary_get_source (vocabulary));
  json_value_set (self, "labels", labels);
  for (char **id = ids; *id; id++) {
    JsonValue *label = json_value_new (JSON_OBJECT);

    json_value_set_text (label, "id", *id);
    json_value_set_text (label, "text", scrutiny_vocabulary_get_text (vocabulary, *id));
    json_value_add (labels, label);
  }
  return self;
}

void
vocabulary_json_set (JsonValue *root, const GPtrArray *vocabularies)
{
  JsonValue *list = vocabularies && vocabularies->len > 0 ? json_value_new (JSON_ARRAY) : NULL;

  for (guint i = 0; list && i < vocabularies->len; i++)
    json_value_add (list, vocabulary_new (vocabularies->pdata[i]));
  if (list)
    json_value_set (root, "vocabularies", list);
}
