/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/definition-private.h"

#include "indicator/text-record.h"

enum {
  TEXT,
  NUMERATOR,
  DENOMINATOR,
  EXCLUSIONS,
  VERSION,
  FROM,
  UNTIL,
  N_TEXTS,
};

/**
 * ScrutinyDefinition:
 *
 * What an indicator measures, in the words of whoever defined it, and since when.
 *
 * A definition that was changed remembers the one it came from.
 *
 * Since: 0.1
 */
struct _ScrutinyDefinition {
  GObject parent_instance;

  char *texts[N_TEXTS];
  ScrutinyDefinition *came_from;
};

G_DEFINE_FINAL_TYPE (ScrutinyDefinition, scrutiny_definition, G_TYPE_OBJECT)

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyDefinition:text: (getter get_text)
   *
   * What is measured.
   *
   * Since: 0.1
   */
  [TEXT] = { "text", "", NULL },
  /**
   * ScrutinyDefinition:numerator: (getter get_numerator)
   *
   * Who or what is counted.
   *
   * Since: 0.1
   */
  [NUMERATOR] = { "numerator", NULL, NULL },
  /**
   * ScrutinyDefinition:denominator: (getter get_denominator)
   *
   * Out of whom or what.
   *
   * Since: 0.1
   */
  [DENOMINATOR] = { "denominator", NULL, NULL },
  /**
   * ScrutinyDefinition:exclusions: (getter get_exclusions)
   *
   * Who or what is left out, and when a clock stops.
   *
   * Since: 0.1
   */
  [EXCLUSIONS] = { "exclusions", NULL, NULL },
  /**
   * ScrutinyDefinition:version: (getter get_version)
   *
   * What the version is called.
   *
   * Since: 0.1
   */
  [VERSION] = { "version", NULL, NULL },
  /**
   * ScrutinyDefinition:from: (getter get_from)
   *
   * The first period it applies to.
   *
   * Since: 0.1
   */
  [FROM] = { "from", NULL, NULL },
  /**
   * ScrutinyDefinition:until: (getter get_until)
   *
   * The last period it applies to.
   *
   * Since: 0.1
   */
  [UNTIL] = { "until", NULL, NULL },
};

static const TextRecord record = {
  "Definition",
  G_STRUCT_OFFSET (ScrutinyDefinition, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_definition_finalize (GObject *object)
{
  g_clear_object (&SCRUTINY_DEFINITION (object)->came_from);

  text_record_finalize (object);
}

static void
scrutiny_definition_class_init (ScrutinyDefinitionClass *klass)
{
  text_record_install (&record, G_OBJECT_CLASS (klass));
  G_OBJECT_CLASS (klass)->finalize = scrutiny_definition_finalize;
}

static void
scrutiny_definition_init (ScrutinyDefinition *self)
{
  text_record_init (self);
}

/**
 * scrutiny_definition_new:
 * @text: what is measured
 *
 * Creates a definition.
 *
 * Returns: (transfer full): the definition
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return text_record_new (SCRUTINY_TYPE_DEFINITION, (const char *[N_TEXTS]){ text });
}

/* A definition as it was written down, which came from no other. */
ScrutinyDefinition *
scrutiny_definition_new_from_texts (const DefinitionTexts *texts)
{
  return text_record_new (SCRUTINY_TYPE_DEFINITION, (const char *[N_TEXTS]){
                                                        [TEXT] = texts->text,
                                                        [NUMERATOR] = texts->numerator,
                                                        [DENOMINATOR] = texts->denominator,
                                                        [EXCLUSIONS] = texts->exclusions,
                                                        [VERSION] = texts->version,
                                                        [FROM] = texts->from,
                                                        [UNTIL] = texts->until,
                                                    });
}

/**
 * scrutiny_definition_copy_with:
 * @self: a definition
 * @property: what to change: `text`, `numerator`, `denominator`, `exclusions`, `version`, `from`
 * or `until`
 * @value: (nullable): what it shall be, `NULL` for nothing
 * @error: return location for an error
 *
 * Creates a copy with one thing changed.
 *
 * The copy remembers @self: see [method@Definition.get_came_from].
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if there is no such property, and with
 * [error@Scrutiny.Error.UNREADABLE] if it cannot hold @value.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_copy_with (ScrutinyDefinition *self,
                               const char *property,
                               const char *value,
                               GError **error)
{
  ScrutinyDefinition *copy;

  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  copy = text_record_copy_with (self, property, value, error);
  if (copy)
    copy->came_from = g_object_ref (self);

  return copy;
}

/**
 * scrutiny_definition_get_text: (get-property text)
 * @self: a definition
 *
 * Gets what is measured.
 *
 * Returns: (transfer none): the definition
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_text (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[TEXT];
}

/**
 * scrutiny_definition_get_numerator: (get-property numerator)
 * @self: a definition
 *
 * Gets who or what is counted.
 *
 * Returns: (transfer none) (nullable): the numerator
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_numerator (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[NUMERATOR];
}

/**
 * scrutiny_definition_get_denominator: (get-property denominator)
 * @self: a definition
 *
 * Gets out of whom or what.
 *
 * Returns: (transfer none) (nullable): the denominator
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_denominator (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DENOMINATOR];
}

/**
 * scrutiny_definition_get_exclusions: (get-property exclusions)
 * @self: a definition
 *
 * Gets who or what is left out, and when a clock stops.
 *
 * Returns: (transfer none) (nullable): the exclusions
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_exclusions (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[EXCLUSIONS];
}

/**
 * scrutiny_definition_get_version: (get-property version)
 * @self: a definition
 *
 * Gets what the version is called.
 *
 * Returns: (transfer none) (nullable): the version
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_version (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[VERSION];
}

/**
 * scrutiny_definition_get_from: (get-property from)
 * @self: a definition
 *
 * Gets the first period it applies to.
 *
 * Returns: (transfer none) (nullable): the period
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_from (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[FROM];
}

/**
 * scrutiny_definition_get_until: (get-property until)
 * @self: a definition
 *
 * Gets the last period it applies to.
 *
 * Returns: (transfer none) (nullable): the period
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_until (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[UNTIL];
}

/**
 * scrutiny_definition_get_came_from:
 * @self: a definition
 *
 * Gets the definition this one was made from by changing one thing.
 *
 * Returns: (transfer none) (nullable): the earlier definition, `NULL` if there is none
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_get_came_from (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->came_from;
}
