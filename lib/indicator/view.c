/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/view.h>

#include "indicator/text-record.h"

enum {
  PARTY,
  WAY,
  WORDS,
  ON,
  SOURCE,
  N_TEXTS,
};

/**
 * ScrutinyView:
 *
 * How one party values what a statement says, in its own words.
 *
 * Two parties may value the same thing in opposite ways. Both are recorded, and neither is
 * coloured: no result of an analysis reads a view, and what is said of it quotes it.
 *
 * Since: 0.1
 */
struct _ScrutinyView {
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (ScrutinyView, scrutiny_view, G_TYPE_OBJECT)

static const char *const ways[] = { "for", "against", "higher", "lower", "undecided", NULL };

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyView:party: (getter get_party)
   *
   * Who: a group of people, a service, a body.
   *
   * Since: 0.1
   */
  [PARTY] = { "party", "", NULL },
  /**
   * ScrutinyView:way: (getter get_way)
   *
   * Which way it values what is said: `for`, `against`, `higher`, `lower` (of a figure), or
   * `undecided`.
   *
   * Since: 0.1
   */
  [WAY] = { "way", "undecided", ways },
  /**
   * ScrutinyView:words: (getter get_words)
   *
   * Why, in its own words.
   *
   * Since: 0.1
   */
  [WORDS] = { "words", NULL, NULL },
  /**
   * ScrutinyView:on: (getter get_on)
   *
   * When it was said, as written.
   *
   * Since: 0.1
   */
  [ON] = { "on", NULL, NULL },
  /**
   * ScrutinyView:source: (getter get_source)
   *
   * Where it can be looked up.
   *
   * Since: 0.1
   */
  [SOURCE] = { "source", NULL, NULL },
};

static const TextRecord record = {
  "View",
  G_STRUCT_OFFSET (ScrutinyView, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_view_class_init (ScrutinyViewClass *klass)
{
  text_record_install (&record, G_OBJECT_CLASS (klass));
}

static void
scrutiny_view_init (ScrutinyView *self)
{
  text_record_init (self);
}

/**
 * scrutiny_view_new:
 * @party: who it is
 * @way: (nullable): `for`, `against`, `higher`, `lower`, or `NULL` for undecided
 * @words: (nullable): why, in its own words
 * @error: return location for an error
 *
 * Creates a view. [method@View.copy_with] says when it was given and where it can be looked up.
 *
 * Fails with [error@Scrutiny.Error.UNREADABLE] if @way is none of them.
 *
 * Returns: (transfer full): the view
 *
 * Since: 0.1
 */
ScrutinyView *
scrutiny_view_new (const char *party, const char *way, const char *words, GError **error)
{
  g_autoptr (ScrutinyView) undecided = NULL;

  g_return_val_if_fail (party != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  undecided = text_record_new (SCRUTINY_TYPE_VIEW,
                               (const char *[N_TEXTS]){ [PARTY] = party, [WORDS] = words });

  return text_record_copy_with (undecided, fields[WAY].name, way, error);
}

/**
 * scrutiny_view_copy_with:
 * @self: a view
 * @property: what to change: `party`, `way`, `words`, `on` or `source`
 * @value: (nullable): what it shall be, `NULL` for nothing
 * @error: return location for an error
 *
 * Creates a copy with one thing changed.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if there is no such property, and with
 * [error@Scrutiny.Error.UNREADABLE] if it cannot hold @value.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyView *
scrutiny_view_copy_with (ScrutinyView *self,
                         const char *property,
                         const char *value,
                         GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_VIEW (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return text_record_copy_with (self, property, value, error);
}

/**
 * scrutiny_view_get_party: (get-property party)
 * @self: a view
 *
 * Gets who it is.
 *
 * Returns: (transfer none): who it is, as they were named
 *
 * Since: 0.1
 */
const char *
scrutiny_view_get_party (ScrutinyView *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VIEW (self), NULL);

  return self->texts[PARTY];
}

/**
 * scrutiny_view_get_way: (get-property way)
 * @self: a view
 *
 * Gets which way it values what is said.
 *
 * Returns: (transfer none): `for`, `against`, `higher`, `lower` or `undecided`
 *
 * Since: 0.1
 */
const char *
scrutiny_view_get_way (ScrutinyView *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VIEW (self), NULL);

  return self->texts[WAY];
}

/**
 * scrutiny_view_get_words: (get-property words)
 * @self: a view
 *
 * Gets why, in its own words.
 *
 * Returns: (transfer none) (nullable): the words
 *
 * Since: 0.1
 */
const char *
scrutiny_view_get_words (ScrutinyView *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VIEW (self), NULL);

  return self->texts[WORDS];
}

/**
 * scrutiny_view_get_on: (get-property on)
 * @self: a view
 *
 * Gets when it was said.
 *
 * Returns: (transfer none) (nullable): when, as written
 *
 * Since: 0.1
 */
const char *
scrutiny_view_get_on (ScrutinyView *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VIEW (self), NULL);

  return self->texts[ON];
}

/**
 * scrutiny_view_get_source: (get-property source)
 * @self: a view
 *
 * Gets where it can be looked up.
 *
 * Returns: (transfer none) (nullable): the source
 *
 * Since: 0.1
 */
const char *
scrutiny_view_get_source (ScrutinyView *self)
{
  g_return_val_if_fail (SCRUTINY_IS_VIEW (self), NULL);

  return self->texts[SOURCE];
}
