/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/harm.h>

#include "indicator/text-record.h"

enum {
  GROUP,
  HOW,
  MEASURED_BY,
  SAID_BY,
  ON,
  N_TEXTS,
};

/**
 * ScrutinyHarm:
 *
 * A group that may lose by what a statement says, and what would show whether it does.
 *
 * Since: 0.1
 */
struct _ScrutinyHarm {
  GObject parent_instance;

  char *texts[N_TEXTS];
};

G_DEFINE_FINAL_TYPE (ScrutinyHarm, scrutiny_harm, G_TYPE_OBJECT)

static const TextField fields[N_TEXTS] = {
  /**
   * ScrutinyHarm:group: (getter get_group)
   *
   * Who may lose by it.
   *
   * Since: 0.1
   */
  [GROUP] = { "group", "", NULL },
  /**
   * ScrutinyHarm:how: (getter get_how)
   *
   * What they may lose.
   *
   * Since: 0.1
   */
  [HOW] = { "how", NULL, NULL },
  /**
   * ScrutinyHarm:measured-by: (getter get_measured_by)
   *
   * What would show whether they do: the id of an indicator, or what is counted, in words.
   *
   * Since: 0.1
   */
  [MEASURED_BY] = { "measured-by", NULL, NULL },
  /**
   * ScrutinyHarm:said-by: (getter get_said_by)
   *
   * Who says so.
   *
   * Since: 0.1
   */
  [SAID_BY] = { "said-by", NULL, NULL },
  /**
   * ScrutinyHarm:on: (getter get_on)
   *
   * When, as written.
   *
   * Since: 0.1
   */
  [ON] = { "on", NULL, NULL },
};

static const TextRecord record = {
  "Harm",
  G_STRUCT_OFFSET (ScrutinyHarm, texts),
  fields,
  N_TEXTS,
};

static void
scrutiny_harm_class_init (ScrutinyHarmClass *klass)
{
  text_record_install (&record, G_OBJECT_CLASS (klass));
}

static void
scrutiny_harm_init (ScrutinyHarm *self)
{
  text_record_init (self);
}

/**
 * scrutiny_harm_new:
 * @group: who may lose by it
 * @measured_by: (nullable): what would show whether they do: the id of an indicator, or words
 *
 * Creates a harm. [method@Harm.copy_with] says what they may lose, who says so and when.
 *
 * Returns: (transfer full): the harm
 *
 * Since: 0.1
 */
ScrutinyHarm *
scrutiny_harm_new (const char *group, const char *measured_by)
{
  g_return_val_if_fail (group != NULL, NULL);

  return text_record_new (SCRUTINY_TYPE_HARM,
                          (const char *[N_TEXTS]){ [GROUP] = group, [MEASURED_BY] = measured_by });
}

/**
 * scrutiny_harm_copy_with:
 * @self: a harm
 * @property: what to change: `group`, `how`, `measured-by`, `said-by` or `on`
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
ScrutinyHarm *
scrutiny_harm_copy_with (ScrutinyHarm *self,
                         const char *property,
                         const char *value,
                         GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_HARM (self), NULL);
  g_return_val_if_fail (property != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return text_record_copy_with (self, property, value, error);
}

/**
 * scrutiny_harm_get_group: (get-property group)
 * @self: a harm
 *
 * Gets who may lose by it.
 *
 * Returns: (transfer none): the people, as they were named
 *
 * Since: 0.1
 */
const char *
scrutiny_harm_get_group (ScrutinyHarm *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HARM (self), NULL);

  return self->texts[GROUP];
}

/**
 * scrutiny_harm_get_how: (get-property how)
 * @self: a harm
 *
 * Gets what they may lose.
 *
 * Returns: (transfer none) (nullable): what
 *
 * Since: 0.1
 */
const char *
scrutiny_harm_get_how (ScrutinyHarm *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HARM (self), NULL);

  return self->texts[HOW];
}

/**
 * scrutiny_harm_get_measured_by: (get-property measured-by)
 * @self: a harm
 *
 * Gets what would show whether they do.
 *
 * Returns: (transfer none) (nullable): the id of an indicator, or words; `NULL` if nothing is
 * recorded
 *
 * Since: 0.1
 */
const char *
scrutiny_harm_get_measured_by (ScrutinyHarm *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HARM (self), NULL);

  return self->texts[MEASURED_BY];
}

/**
 * scrutiny_harm_get_said_by: (get-property said-by)
 * @self: a harm
 *
 * Gets who says so.
 *
 * Returns: (transfer none) (nullable): who
 *
 * Since: 0.1
 */
const char *
scrutiny_harm_get_said_by (ScrutinyHarm *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HARM (self), NULL);

  return self->texts[SAID_BY];
}

/**
 * scrutiny_harm_get_on: (get-property on)
 * @self: a harm
 *
 * Gets when it was said.
 *
 * Returns: (transfer none) (nullable): when, as written
 *
 * Since: 0.1
 */
const char *
scrutiny_harm_get_on (ScrutinyHarm *self)
{
  g_return_val_if_fail (SCRUTINY_IS_HARM (self), NULL);

  return self->texts[ON];
}
