/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/chain-labels.h"

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/chain-private.h"
#include "indicator/object-list.h"

static GPtrArray *
dup_known (const GPtrArray *declared)
{
  GPtrArray *known = scrutiny_vocabulary_dup_standard ();

  for (guint i = 0; declared && i < declared->len; i++)
    g_ptr_array_add (known, g_object_ref (declared->pdata[i]));

  return known;
}

/* The vocabulary that @label names before its first dot. */
static ScrutinyVocabulary *
find_vocabulary (const GPtrArray *known, const char *label)
{
  const gsize n = strcspn (label, ".");

  for (guint i = 0; i < known->len; i++) {
    const char *id = scrutiny_vocabulary_get_id (known->pdata[i]);

    if (strlen (id) == n && strncmp (id, label, n) == 0)
      return known->pdata[i];
  }

  return NULL;
}

const char *
chain_label_find (const GPtrArray *declared, const char *label)
{
  g_autoptr (GPtrArray) known = dup_known (declared);
  ScrutinyVocabulary *vocabulary = find_vocabulary (known, label);
  const char *dot = strchr (label, '.');

  return vocabulary && dot ? scrutiny_vocabulary_get_text (vocabulary, dot + 1) : NULL;
}

gboolean
chain_vocabulary_add (GPtrArray **declared, ScrutinyVocabulary *vocabulary, GError **error)
{
  const char *id = scrutiny_vocabulary_get_id (vocabulary);
  g_autofree char *shown = printable_dup (id, 40);

  for (guint i = 0; *declared && i < (*declared)->len; i++) {
    ScrutinyVocabulary *other = (*declared)->pdata[i];

    if (other == vocabulary)
      return TRUE;
    if (!g_str_equal (scrutiny_vocabulary_get_id (other), id))
      continue;
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, id,
                           "Vocabulary “%s”: another one has the same id; give each its own",
                           shown);
    return FALSE;
  }
  object_list_add (declared, vocabulary);

  return TRUE;
}

/* “ons”, “wales”, “ecm” */
static char *
dup_quoted (char *const *names)
{
  g_autofree char *joined = g_strjoinv ("”, “", (char **) names);
  g_autofree char *quoted = g_strdup_printf ("“%s”", joined);

  return printable_dup (quoted, 0);
}

static char *
dup_vocabularies (const GPtrArray *known)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < known->len; i++)
    g_strv_builder_add (ids, scrutiny_vocabulary_get_id (known->pdata[i]));
  all = g_strv_builder_end (ids);

  return dup_quoted (all);
}

char *
chain_label_dup_why (const GPtrArray *declared, const char *label)
{
  g_autoptr (GPtrArray) known = dup_known (declared);
  ScrutinyVocabulary *vocabulary = find_vocabulary (known, label);
  g_autofree char *shown = printable_dup (label, 60);
  g_autofree char *there = NULL;
  g_auto (GStrv) labels = NULL;

  if (!vocabulary) {
    there = dup_vocabularies (known);
    return g_strdup_printf ("the label “%s” is of no vocabulary; there are %s, and one is written "
                            "as in “ecm.stay-safe”",
                            shown, there);
  }

  labels = scrutiny_vocabulary_dup_labels (vocabulary);
  there = dup_quoted (labels);
  return g_strdup_printf ("the label “%s” is not in its vocabulary; there are %s", shown, there);
}

/**
 * scrutiny_chain_dup_labels:
 * @self: a chain
 * @id: a statement's id
 *
 * Gets where people would look for a statement: labels as “vocabulary.label”.
 *
 * Returns: (transfer full) (array zero-terminated=1): the labels, in the order they were given
 *
 * Since: 0.1
 */
char **
scrutiny_chain_dup_labels (ScrutinyChain *self, const char *id)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  ChainStatement *statement;

  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  statement = scrutiny_chain_find_statement (self, id);
  for (guint i = 0; statement && statement->labels && i < statement->labels->len; i++)
    g_strv_builder_add (labels, statement->labels->pdata[i]);

  return g_strv_builder_end (labels);
}

/**
 * scrutiny_chain_get_label_text:
 * @self: a chain
 * @label: a label, as “vocabulary.label”
 *
 * Gets what a label says in the vocabularies of the library and of the chain.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if there is no such label
 *
 * Since: 0.1
 */
const char *
scrutiny_chain_get_label_text (ScrutinyChain *self, const char *label)
{
  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  return chain_label_find (self->vocabularies, label);
}

/**
 * scrutiny_chain_dup_vocabularies:
 * @self: a chain
 *
 * Gets the vocabularies that its labels may come from besides those of the library.
 *
 * Returns: (transfer container) (element-type ScrutinyVocabulary): the vocabularies
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_chain_dup_vocabularies (ScrutinyChain *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CHAIN (self), NULL);

  return object_list_dup (self->vocabularies);
}
