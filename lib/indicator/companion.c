/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/companion.h>

#include "indicator/text-record.h"

enum {
  MEASURE,
  WHY,
  SAID_BY,
  N_TEXTS,
};

/**
 * ScrutinyCompanion:
 *
 * A measure to look at beside what a statement says, and why.
 *
 * Since: 0.1
 */
struct _ScrutinyCompanion {
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (ScrutinyCompanion, scrutiny_companion, G_TYPE_OBJECT)

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyCompanion:measure: (getter get_measure)
   *
   * The id of an indicator, or what is counted, in words.
   *
   * Since: 0.1
   */
  [MEASURE] = { "measure", "", NULL },
  /**
   * ScrutinyCompanion:why: (getter get_why)
   *
   * What it would show that the figure beside it does not.
   *
   * Since: 0.1
   */
  [WHY] = { "why", NULL, NULL },
  /**
   * ScrutinyCompanion:said-by: (getter get_said_by)
   *
   * Who asks for it.
   *
   * Since: 0.1
   */
  [SAID_BY] = { "said-by", NULL, NULL },
};

static const TextRecord record = {
  "Companion measure",
  G_STRUCT_OFFSET (ScrutinyCompanion, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_companion_class_init (ScrutinyCompanionClass *klass)
{
  text_record_install (&record, G_OBJECT_CLASS (klass));
}

static void
scrutiny_companion_init (ScrutinyCompanion *self)
{
  text_record_init (self);
}

/**
 * scrutiny_companion_new:
 * @measure: the id of an indicator, or what is counted, in words
 * @why: (nullable): what it would show that the figure beside it does not
 *
 * Creates a companion measure. [method@Companion.copy_with] says who asks for it.
 *
 * Returns: (transfer full): the companion measure
 *
 * Since: 0.1
 */
ScrutinyCompanion *
scrutiny_companion_new (const char *measure, const char *why)
{
  g_return_val_if_fail (measure != NULL, NULL);

  return text_record_new (SCRUTINY_TYPE_COMPANION,
                          (const char *[N_TEXTS]){ [MEASURE] = measure, [WHY] = why });
}

/**
 * scrutiny_companion_copy_with:
 * @self: a companion measure
 * @property: what to change: `measure`, `why` or `said-by`
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
ScrutinyCompanion *
scrutiny_companion_copy_with (ScrutinyCompanion *self,
                              const char *property,
                              const char *value,
                              GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPANION (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return text_record_copy_with (self, property, value, error);
}

/**
 * scrutiny_companion_get_measure: (get-property measure)
 * @self: a companion measure
 *
 * Gets what to look at.
 *
 * Returns: (transfer none): the id of an indicator, or words
 *
 * Since: 0.1
 */
const char *
scrutiny_companion_get_measure (ScrutinyCompanion *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPANION (self), NULL);

  return self->texts[MEASURE];
}

/**
 * scrutiny_companion_get_why: (get-property why)
 * @self: a companion measure
 *
 * Gets what it would show that the figure beside it does not.
 *
 * Returns: (transfer none) (nullable): why
 *
 * Since: 0.1
 */
const char *
scrutiny_companion_get_why (ScrutinyCompanion *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPANION (self), NULL);

  return self->texts[WHY];
}

/**
 * scrutiny_companion_get_said_by: (get-property said-by)
 * @self: a companion measure
 *
 * Gets who asks for it.
 *
 * Returns: (transfer none) (nullable): who
 *
 * Since: 0.1
 */
const char *
scrutiny_companion_get_said_by (ScrutinyCompanion *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPANION (self), NULL);

  return self->texts[SAID_BY];
}
