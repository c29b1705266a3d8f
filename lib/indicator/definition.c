/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/definition-private.h"

#include "indicator/text-record.h"

/**
 * ScrutinyDefinition:
 *
 * What an indicator measures, in the words of whoever defined it, and since when; and, where the
 * rows behind the figure are at hand, how it comes of them.
 *
 * The second half is values, not code: each is an expression over the columns of the rows, in a
 * part of SQL that the methods page on definitions describes. What is not
 * such an expression is refused when the definition is used or read from a file, and never
 * reaches a database.
 *
 * A definition that was changed remembers the one it came from.
 *
 * Since: 0.1
 */
G_DEFINE_FINAL_TYPE (ScrutinyDefinition, scrutiny_definition, G_TYPE_OBJECT)

static const char *const kinds[] = {
  "share", "count", "rate", "mean", "median", "percentile", NULL
};

static const TextField fields[DEFINITION_N_TEXTS] = {
  /**
   * ScrutinyDefinition:text: (getter get_text)
   *
   * What is measured.
   *
   * Since: 0.1
   */
  [DEFINITION_TEXT] = { "text", "", NULL },
  /**
   * ScrutinyDefinition:numerator: (getter get_numerator)
   *
   * Who or what is counted.
   *
   * Since: 0.1
   */
  [DEFINITION_NUMERATOR] = { "numerator", NULL, NULL },
  /**
   * ScrutinyDefinition:denominator: (getter get_denominator)
   *
   * Out of whom or what.
   *
   * Since: 0.1
   */
  [DEFINITION_DENOMINATOR] = { "denominator", NULL, NULL },
  /**
   * ScrutinyDefinition:exclusions: (getter get_exclusions)
   *
   * Who or what is left out, and when a clock stops.
   *
   * Since: 0.1
   */
  [DEFINITION_EXCLUSIONS] = { "exclusions", NULL, NULL },
  /**
   * ScrutinyDefinition:version: (getter get_version)
   *
   * What the version is called.
   *
   * Since: 0.1
   */
  [DEFINITION_VERSION] = { "version", NULL, NULL },
  /**
   * ScrutinyDefinition:from: (getter get_from)
   *
   * The first period it applies to.
   *
   * Since: 0.1
   */
  [DEFINITION_FROM] = { "from", NULL, NULL },
  /**
   * ScrutinyDefinition:until: (getter get_until)
   *
   * The last period it applies to.
   *
   * Since: 0.1
   */
  [DEFINITION_UNTIL] = { "until", NULL, NULL },
  /**
   * ScrutinyDefinition:kind: (getter get_kind)
   *
   * How a figure comes of the rows: `share`, `count`, `rate`, `mean`, `median` or `percentile`.
   *
   * Since: 0.1
   */
  [DEFINITION_KIND] = { "kind", NULL, kinds },
  /**
   * ScrutinyDefinition:records: (getter get_records)
   *
   * What the rows are called, among the resources of a dossier.
   *
   * Since: 0.1
   */
  [DEFINITION_RECORDS] = { "records", NULL, NULL },
  /**
   * ScrutinyDefinition:of: (getter get_of)
   *
   * Which rows are looked at: an expression; all where there is none.
   *
   * Since: 0.1
   */
  [DEFINITION_OF] = { "of", NULL, NULL },
  /**
   * ScrutinyDefinition:counted: (getter get_counted)
   *
   * Which of them are counted: an expression.
   *
   * Since: 0.1
   */
  [DEFINITION_COUNTED] = { "counted", NULL, NULL },
  /**
   * ScrutinyDefinition:measure: (getter get_measure)
   *
   * What is measured of each row: an expression.
   *
   * Since: 0.1
   */
  [DEFINITION_MEASURE] = { "measure", NULL, NULL },
  /**
   * ScrutinyDefinition:dated: (getter get_dated)
   *
   * When a row belongs to: an expression that comes to a date.
   *
   * Since: 0.1
   */
  [DEFINITION_DATED] = { "dated", NULL, NULL },
  /**
   * ScrutinyDefinition:segments: (getter get_segments)
   *
   * The columns that part the rows, with commas between.
   *
   * Since: 0.1
   */
  [DEFINITION_SEGMENTS] = { "segments", NULL, NULL },
  /**
   * ScrutinyDefinition:scale: (getter get_scale)
   *
   * What a share or a rate is multiplied by, as a number: 100 for a percentage.
   *
   * Since: 0.1
   */
  [DEFINITION_SCALE] = { "scale", NULL, NULL },
  /**
   * ScrutinyDefinition:level: (getter get_level)
   *
   * Which percentile it is, as a number between 0 and 100.
   *
   * Since: 0.1
   */
  [DEFINITION_LEVEL] = { "level", NULL, NULL },
  /**
   * ScrutinyDefinition:calendar: (getter get_calendar)
   *
   * Into which periods the rows fall: `month`, `financial-quarter` …
   *
   * Since: 0.1
   */
  [DEFINITION_CALENDAR] = { "calendar", NULL, NULL },
  /**
   * ScrutinyDefinition:holidays: (getter get_holidays)
   *
   * Which bank holidays are no working days: `england-and-wales`, `northern-ireland`, `scotland`,
   * `none` or dates with blanks between.
   *
   * Since: 0.1
   */
  [DEFINITION_HOLIDAYS] = { "holidays", NULL, NULL },
  /**
   * ScrutinyDefinition:limit: (getter get_limit)
   *
   * The limit that is set for what is measured, as a number: 45 days.
   *
   * Since: 0.1
   */
  [DEFINITION_LIMIT] = { "limit", NULL, NULL },
  /**
   * ScrutinyDefinition:unit: (getter get_unit)
   *
   * What is measured is counted in these: `days`, `working-days`, `hours`, `minutes` or
   * `points`.
   *
   * Since: 0.1
   */
  [DEFINITION_UNIT] = { "unit", NULL, NULL },
  /**
   * ScrutinyDefinition:key: (getter get_key)
   *
   * What rows of one case, or one person, have in common: an expression.
   *
   * Since: 0.1
   */
  [DEFINITION_KEY] = { "key", NULL, NULL },
  /**
   * ScrutinyDefinition:demand: (getter get_demand)
   *
   * What kind of demand a row is, such as failure or value, in the words of whoever coded it: a
   * column.
   *
   * Since: 0.1
   */
  [DEFINITION_DEMAND] = { "demand", NULL, NULL },
  /**
   * ScrutinyDefinition:cause: (getter get_cause)
   *
   * What whoever coded a row was told brought it about: a column.
   *
   * Since: 0.1
   */
  [DEFINITION_CAUSE] = { "cause", NULL, NULL },
  /**
   * ScrutinyDefinition:clock-start: (getter get_clock_start)
   *
   * What happens when the clock of a time starts: `she first rings us`.
   *
   * Since: 0.1
   */
  [DEFINITION_CLOCK_START] = { "clock-start", NULL, NULL },
  /**
   * ScrutinyDefinition:clock-stop: (getter get_clock_stop)
   *
   * What happens when the clock of a time stops: `the heating is back on`.
   *
   * Since: 0.1
   */
  [DEFINITION_CLOCK_STOP] = { "clock-stop", NULL, NULL },
  /**
   * ScrutinyDefinition:clock-pauses: (getter get_clock_pauses)
   *
   * What the clock of a time does not run during: `none`, `while we wait for papers`.
   *
   * Since: 0.1
   */
  [DEFINITION_CLOCK_PAUSES] = { "clock-pauses", NULL, NULL },
  /**
   * ScrutinyDefinition:looks-back: (getter get_looks_back)
   *
   * How many days before its own date what makes a row count may lie, as a number: 365 of a child
   * that was referred before within a year.
   *
   * Since: 0.1
   */
  [DEFINITION_LOOKS_BACK] = { "looks-back", NULL, NULL },
};

static const TextRecord record = {
  "Definition",
  G_STRUCT_OFFSET (ScrutinyDefinition, texts),
  fields,
  DEFINITION_N_TEXTS,
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

  return text_record_new (SCRUTINY_TYPE_DEFINITION, (const char *[DEFINITION_N_TEXTS]){ text });
}

/* A definition as it was written down, which came from no other. */
ScrutinyDefinition *
scrutiny_definition_new_from_texts (const char *const *texts)
{
  return text_record_new (SCRUTINY_TYPE_DEFINITION, texts);
}

const char *
scrutiny_definition_get_nth (ScrutinyDefinition *self, DefinitionText text)
{
  return self->texts[text];
}

const char *
definition_text_get_name (DefinitionText text)
{
  return fields[text].name;
}

/**
 * scrutiny_definition_copy_with:
 * @self: a definition
 * @property: what to change: the name of any of its properties
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

  return self->texts[DEFINITION_TEXT];
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

  return self->texts[DEFINITION_NUMERATOR];
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

  return self->texts[DEFINITION_DENOMINATOR];
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

  return self->texts[DEFINITION_EXCLUSIONS];
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

  return self->texts[DEFINITION_VERSION];
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

  return self->texts[DEFINITION_FROM];
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

  return self->texts[DEFINITION_UNTIL];
}

/**
 * scrutiny_definition_get_clock_start: (get-property clock-start)
 * @self: a definition
 *
 * Gets what happens when the clock of a time starts.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_clock_start (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_CLOCK_START];
}

/**
 * scrutiny_definition_get_clock_stop: (get-property clock-stop)
 * @self: a definition
 *
 * Gets what happens when the clock of a time stops.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_clock_stop (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_CLOCK_STOP];
}

/**
 * scrutiny_definition_get_clock_pauses: (get-property clock-pauses)
 * @self: a definition
 *
 * Gets what the clock of a time does not run during.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_clock_pauses (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_CLOCK_PAUSES];
}

/**
 * scrutiny_definition_get_looks_back: (get-property looks-back)
 * @self: a definition
 *
 * Gets how many days back what makes a row count may lie.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_looks_back (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_LOOKS_BACK];
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
