/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/vocabulary.h>

#include <gio/gio.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/object-list.h"

#include "vocabularies-resource.h"

#define STANDARD_PATH "/scrutiny/indicator/vocabularies.ini"

/**
 * ScrutinyVocabulary:
 *
 * A list of labels for what matters to people: the domains of a national measure, the goals of an
 * Act, a council's own outcomes.
 *
 * A label says where people would look for a statement. It is no evidence, it names nobody, and no
 * check is passed by it.
 *
 * Since: 0.1
 */
struct _ScrutinyVocabulary {
  GObject parent_instance;

  char *id, *title, *source;
  GPtrArray *labels; /* of char *, the keys of @texts */
  GHashTable *texts; /* char * to char * */
};

G_DEFINE_FINAL_TYPE (ScrutinyVocabulary, scrutiny_vocabulary, G_TYPE_OBJECT)

static void
scrutiny_vocabulary_finalize (GObject *object)
{
  ScrutinyVocabulary *self = SCRUTINY_VOCABULARY (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->source);
  g_ptr_array_unref (self->labels);
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (scrutiny_vocabulary_parent_class)->finalize (object);
}

static void
scrutiny_vocabulary_class_init (ScrutinyVocabularyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_vocabulary_finalize;
}

static void
scrutiny_vocabulary_init (ScrutinyVocabulary *self)
{
  self->id = g_strdup ("");
  self->title = g_strdup ("");
  self->labels = g_ptr_array_new ();
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
set_names (ScrutinyVocabulary *self, const char *id, const char *title, const char *source)
{
  g_free (self->id);
  g_free (self->title);
  self->id = g_utf8_make_valid (id, -1);
  self->title = g_utf8_make_valid (title, -1);
  self->source = source && *source ? g_utf8_make_valid (source, -1) : NULL;
}

static gboolean
add_label (ScrutinyVocabulary *self, const char *label, const char *text)
{
  char *kept = g_utf8_make_valid (label, -1);

  if (!*kept || g_hash_table_contains (self->texts, kept)) {
    g_free (kept);
    return FALSE;
  }
  g_ptr_array_add (self->labels, kept);
  g_hash_table_insert (self->texts, kept, g_utf8_make_valid (text, -1));

  return TRUE;
}

static ScrutinyVocabulary *
read_standard (GKeyFile *file, const char *group)
{
  ScrutinyVocabulary *self = g_object_new (SCRUTINY_TYPE_VOCABULARY, NULL);
  g_autofree char *title = g_key_file_get_string (file, group, "title", NULL);
  g_autofree char *source = g_key_file_get_string (file, group, "source", NULL);
  g_auto (GStrv) keys = g_key_file_get_keys (file, group, NULL, NULL);

  set_names (self, group, title, source);
  for (gsize i = 0; keys[i]; i++) {
    g_autofree char *text = g_key_file_get_string (file, group, keys[i], NULL);

    if (!g_str_equal (keys[i], "title") && !g_str_equal (keys[i], "source"))
      add_label (self, keys[i], text);
  }

  return self;
}

static GPtrArray *
read_all_standard (void)
{
  g_autoptr (GBytes) bytes = g_resource_lookup_data (vocabularies_get_resource (), STANDARD_PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_auto (GStrv) groups = NULL;
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL);
  groups = g_key_file_get_groups (file, NULL);
  for (gsize i = 0; groups[i]; i++)
    g_ptr_array_add (all, read_standard (file, groups[i]));

  return all;
}

/* Read once, and kept: objects that never change. */
static const GPtrArray *
get_standard (void)
{
  static gsize all;

  if (g_once_init_enter (&all))
    g_once_init_leave (&all, (gsize) read_all_standard ());

  return (const GPtrArray *) all;
}

/**
 * scrutiny_vocabulary_dup_standard:
 *
 * Gets the vocabularies that the library knows: `ons`, the domains of the UK Measures of National
 * Well-being, `wales`, the well-being goals for Wales, and `ecm`, the outcomes of Every Child
 * Matters.
 *
 * Returns: (transfer container) (element-type ScrutinyVocabulary): the vocabularies
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_vocabulary_dup_standard (void)
{
  return object_list_dup (get_standard ());
}

static gboolean
is_standard (const char *id)
{
  const GPtrArray *all = get_standard ();

  for (guint i = 0; i < all->len; i++)
    if (g_str_equal (((ScrutinyVocabulary *) all->pdata[i])->id, id))
      return TRUE;

  return FALSE;
}

static gboolean
refuse (const char *id, ScrutinyError code, const char *why, GError **error)
{
  g_autofree char *shown = printable_dup (id, 40);

  scrutiny_set_error_at (error, code, 0, NULL, id, "Vocabulary “%s”: %s", shown, why);

  return FALSE;
}

/* A label is found by the vocabulary before its first dot. */
static gboolean
check_id (const char *id, GError **error)
{
  if (!*id || strchr (id, '.'))
    return refuse (id, SCRUTINY_ERROR_UNREADABLE, "its id is a short name without a dot", error);
  if (is_standard (id))
    return refuse (id, SCRUTINY_ERROR_MISMATCH, "the library has one of this id; give it another",
                   error);

  return TRUE;
}

static gboolean
add_labels (ScrutinyVocabulary *self,
            const char *const *labels,
            const char *const *texts,
            GError **error)
{
  gsize n = 0;

  for (; labels[n] && texts[n]; n++)
    if (!add_label (self, labels[n], texts[n])) {
      g_autofree char *shown = printable_dup (labels[n], 40);
      g_autofree char *why = g_strdup_printf (
          "label %" G_GSIZE_FORMAT ", “%s”, is empty or there twice; give each its own", n, shown);

      return refuse (self->id, SCRUTINY_ERROR_MISMATCH, why, error);
    }

  return labels[n] || texts[n] ? refuse (self->id, SCRUTINY_ERROR_MISMATCH,
                                         "there is not one text for each label", error)
                               : TRUE;
}

/**
 * scrutiny_vocabulary_new:
 * @id: a short name, without a dot
 * @title: what it is called
 * @source: (nullable): whose it is, and where it can be looked up
 * @labels: (array zero-terminated=1): short names of its labels
 * @texts: (array zero-terminated=1): what each of them says, as many as @labels
 * @error: return location for an error
 *
 * Creates a vocabulary, such as a council's own outcomes.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] for an id that is empty or has a dot, and with
 * [error@Scrutiny.Error.MISMATCH] for the id of one that the library knows, for a label that is
 * empty or there twice, and where there is not one text for each label.
 *
 * Returns: (transfer full): the vocabulary
 *
 * Since: 0.1
 */
ScrutinyVocabulary *
scrutiny_vocabulary_new (const char *id,
                         const char *title,
                         const char *source,
                         const char *const *labels,
                         const char *const *texts,
                         GError **error)
{
  g_autoptr (ScrutinyVocabulary) self = NULL;

  g_return_val_if_fail (id != NULL && title != NULL, NULL);
  g_return_val_if_fail (labels != NULL && texts != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_id (id, error))
    return NULL;
  self = g_object_new (SCRUTINY_TYPE_VOCABULARY, NULL);
  set_names (self, id, title, source);

  return add_labels (self, labels, texts, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * scrutiny_vocabulary_get_id:
 * @self: a vocabulary
 *
 * Gets its short name.
 *
 * Returns: (transfer none): the id
 *
 * Since: 0.1
 */
const char *
scrutiny_vocabulary_get_id (ScrutinyVocabulary *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VOCABULARY (self), NULL);

  return self->id;
}

/**
 * scrutiny_vocabulary_get_title:
 * @self: a vocabulary
 *
 * Gets what it is called.
 *
 * Returns: (transfer none): the title
 *
 * Since: 0.1
 */
const char *
scrutiny_vocabulary_get_title (ScrutinyVocabulary *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VOCABULARY (self), NULL);

  return self->title;
}

/**
 * scrutiny_vocabulary_get_source:
 * @self: a vocabulary
 *
 * Gets whose it is.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
const char *
scrutiny_vocabulary_get_source (ScrutinyVocabulary *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VOCABULARY (self), NULL);

  return self->source;
}

/**
 * scrutiny_vocabulary_dup_labels:
 * @self: a vocabulary
 *
 * Gets the short names of its labels.
 *
 * Returns: (transfer full) (array zero-terminated=1): the labels, in the vocabulary's order
 *
 * Since: 0.1
 */
char **
scrutiny_vocabulary_dup_labels (ScrutinyVocabulary *self)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();

  g_return_val_if_fail (SCRUTINY_IS_VOCABULARY (self), NULL);

  for (guint i = 0; i < self->labels->len; i++)
    g_strv_builder_add (labels, self->labels->pdata[i]);

  return g_strv_builder_end (labels);
}

/**
 * scrutiny_vocabulary_get_text:
 * @self: a vocabulary
 * @label: the short name of a label
 *
 * Gets what a label says.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if there is no such label
 *
 * Since: 0.1
 */
const char *
scrutiny_vocabulary_get_text (ScrutinyVocabulary *self, const char *label)
{
  g_return_val_if_fail (SCRUTINY_IS_VOCABULARY (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  return g_hash_table_lookup (self->texts, label);
}
