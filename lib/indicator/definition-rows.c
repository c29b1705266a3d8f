/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/definition-private.h"

#include "base/error-private.h"
#include "base/number.h"

/**
 * scrutiny_definition_new_share:
 * @of: (nullable): which rows are looked at, `NULL` for all
 * @counted: which of them are counted
 * @dated: when a row belongs to
 *
 * Creates a definition of how many of the rows looked at are counted, in per cent.
 *
 * The value is 100 times the number of rows that are looked at and counted, over the number that
 * are looked at: `scrutiny_definition_copy_with (…, "scale", "1", …)` makes it a share of one.
 *
 * Each is an expression over the columns of the rows, and is read when the definition is used.
 *
 * Returns: (transfer full): the definition
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_new_share (const char *of, const char *counted, const char *dated)
{
  g_return_val_if_fail (counted != NULL, NULL);
  g_return_val_if_fail (dated != NULL, NULL);

  return scrutiny_definition_new_from_texts ((const char *[DEFINITION_N_TEXTS]){
      [DEFINITION_KIND] = "share",
      [DEFINITION_OF] = of,
      [DEFINITION_COUNTED] = counted,
      [DEFINITION_DATED] = dated,
  });
}

/**
 * scrutiny_definition_new_count:
 * @of: (nullable): which rows are counted, `NULL` for all
 * @dated: when a row belongs to
 *
 * Creates a definition of how many rows there are.
 *
 * Each is an expression over the columns of the rows, and is read when the definition is used.
 *
 * Returns: (transfer full): the definition
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_new_count (const char *of, const char *dated)
{
  g_return_val_if_fail (dated != NULL, NULL);

  return scrutiny_definition_new_from_texts ((const char *[DEFINITION_N_TEXTS]){
      [DEFINITION_KIND] = "count",
      [DEFINITION_OF] = of,
      [DEFINITION_DATED] = dated,
  });
}

/**
 * scrutiny_definition_new_rate:
 * @of: (nullable): which rows are looked at, `NULL` for all
 * @counted: which of them are counted
 * @measure: what their number is set against, summed over the rows looked at
 * @dated: when a row belongs to
 *
 * Creates a definition of how many rows are counted for each one of what is measured.
 *
 * Its `scale` is 1; `scrutiny_definition_copy_with (…, "scale", "1000", …)` makes it a rate per
 * thousand.
 *
 * Each is an expression over the columns of the rows, and is read when the definition is used.
 *
 * Returns: (transfer full): the definition
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_new_rate (const char *of,
                              const char *counted,
                              const char *measure,
                              const char *dated)
{
  g_return_val_if_fail (counted != NULL, NULL);
  g_return_val_if_fail (measure != NULL, NULL);
  g_return_val_if_fail (dated != NULL, NULL);

  return scrutiny_definition_new_from_texts ((const char *[DEFINITION_N_TEXTS]){
      [DEFINITION_KIND] = "rate",
      [DEFINITION_OF] = of,
      [DEFINITION_COUNTED] = counted,
      [DEFINITION_MEASURE] = measure,
      [DEFINITION_DATED] = dated,
  });
}

/**
 * scrutiny_definition_new_mean:
 * @of: (nullable): which rows are looked at, `NULL` for all
 * @measure: what is measured of each
 * @dated: when a row belongs to
 *
 * Creates a definition of the mean of what is measured.
 *
 * Rows where what is measured is missing are left out.
 *
 * Each is an expression over the columns of the rows, and is read when the definition is used.
 *
 * Returns: (transfer full): the definition
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_new_mean (const char *of, const char *measure, const char *dated)
{
  g_return_val_if_fail (measure != NULL, NULL);
  g_return_val_if_fail (dated != NULL, NULL);

  return scrutiny_definition_new_from_texts ((const char *[DEFINITION_N_TEXTS]){
      [DEFINITION_KIND] = "mean",
      [DEFINITION_OF] = of,
      [DEFINITION_MEASURE] = measure,
      [DEFINITION_DATED] = dated,
  });
}

/**
 * scrutiny_definition_new_median:
 * @of: (nullable): which rows are looked at, `NULL` for all
 * @measure: what is measured of each
 * @dated: when a row belongs to
 *
 * Creates a definition of the median of what is measured.
 *
 * Rows where what is measured is missing are left out. To have another percentile, see
 * [ctor@Definition.new_percentile]; for the time from one date to another,
 * [ctor@Definition.new_time].
 *
 * Each is an expression over the columns of the rows, and is read when the definition is used.
 *
 * Returns: (transfer full): the definition
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_new_median (const char *of, const char *measure, const char *dated)
{
  g_return_val_if_fail (measure != NULL, NULL);
  g_return_val_if_fail (dated != NULL, NULL);

  return scrutiny_definition_new_from_texts ((const char *[DEFINITION_N_TEXTS]){
      [DEFINITION_KIND] = "median",
      [DEFINITION_OF] = of,
      [DEFINITION_MEASURE] = measure,
      [DEFINITION_DATED] = dated,
  });
}

/**
 * scrutiny_definition_new_percentile:
 * @of: (nullable): which rows are looked at, `NULL` for all
 * @measure: what is measured of each
 * @level: which percentile, between 0 and 100
 * @dated: when a row belongs to
 *
 * Creates a definition of a percentile of what is measured: the value that @level per cent of the
 * rows do not exceed.
 *
 * Rows where what is measured is missing are left out. Each is an expression over the columns of
 * the rows, and is read when the definition is used; so is @level.
 *
 * Returns: (transfer full): the definition
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_new_percentile (const char *of,
                                    const char *measure,
                                    double level,
                                    const char *dated)
{
  char shown[NUMBER_TEXT_SIZE];

  g_return_val_if_fail (measure != NULL, NULL);
  g_return_val_if_fail (dated != NULL, NULL);

  return scrutiny_definition_new_from_texts ((const char *[DEFINITION_N_TEXTS]){
      [DEFINITION_KIND] = "percentile",
      [DEFINITION_OF] = of,
      [DEFINITION_MEASURE] = measure,
      [DEFINITION_LEVEL] = number_show (level, shown),
      [DEFINITION_DATED] = dated,
  });
}

/**
 * scrutiny_definition_new_time:
 * @of: (nullable): which rows are looked at, `NULL` for all
 * @begun: when it began: an expression that comes to a date
 * @ended: when it ended: likewise
 * @working_days: whether only working days count
 * @dated: when a row belongs to
 *
 * Creates a definition of the time from one date to another: the median of the days between them.
 *
 * What is measured is then `days_between(begun, ended)` or `working_days_between(begun, ended)`,
 * and `scrutiny_definition_copy_with (…, "kind", "mean", …)` makes another figure of it. Rows
 * where one of the dates is missing are left out. Bank holidays are those of England and Wales,
 * unless `holidays` says otherwise.
 *
 * Returns: (transfer full): the definition
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_new_time (const char *of,
                              const char *begun,
                              const char *ended,
                              gboolean working_days,
                              const char *dated)
{
  g_autofree char *measure = NULL;

  g_return_val_if_fail (begun != NULL, NULL);
  g_return_val_if_fail (ended != NULL, NULL);
  g_return_val_if_fail (dated != NULL, NULL);

  measure =
      g_strdup_printf ("%sdays_between(%s, %s)", working_days ? "working_" : "", begun, ended);

  return scrutiny_definition_new_median (of, measure, dated);
}

static gboolean
find_text (const char *name, DefinitionText *text)
{
  for (*text = 0; *text < DEFINITION_N_TEXTS; (*text)++) {
    if (g_str_equal (definition_text_get_name (*text), name))
      return TRUE;
  }

  return FALSE;
}

/**
 * scrutiny_definition_new_from_values:
 * @names: (array zero-terminated=1): names of properties
 * @values: (array zero-terminated=1): what each of them is
 * @error: return location for an error
 *
 * Creates a definition of any of its properties. It came from no other.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if there is no such property, with
 * [error@Scrutiny.Error.UNREADABLE] if it cannot hold its value, and with
 * [error@Scrutiny.Error.MISMATCH] if there are not as many values as names.
 *
 * Returns: (transfer full): the definition
 *
 * Since: 0.1
 */
ScrutinyDefinition *
scrutiny_definition_new_from_values (const char *const *names,
                                     const char *const *values,
                                     GError **error)
{
  g_autoptr (ScrutinyDefinition) self = scrutiny_definition_new ("");
  const char *texts[DEFINITION_N_TEXTS] = { NULL };
  DefinitionText text;

  g_return_val_if_fail (names != NULL && values != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (guint i = 0; names[i] && values[i]; i++) {
    g_autoptr (ScrutinyDefinition) fits =
        scrutiny_definition_copy_with (self, names[i], values[i], error);

    if (!fits)
      return NULL;
    if (find_text (names[i], &text))
      texts[text] = values[i];
  }
  if (g_strv_length ((char **) names) != g_strv_length ((char **) values)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, NULL,
                           "Definition: %u names for %u values; give one value for each name",
                           g_strv_length ((char **) names), g_strv_length ((char **) values));
    return NULL;
  }

  return scrutiny_definition_new_from_texts (texts);
}

static ScrutinyDefinition *
find_first (ScrutinyDefinition *definition)
{
  while (definition->came_from)
    definition = definition->came_from;

  return definition;
}

/**
 * scrutiny_definition_dup_changes:
 * @self: a definition
 *
 * Gets which of its properties differ from the definition that it first came from.
 *
 * “As published, with `counted` changed” is this list in words. A property that was changed and
 * changed back is not in it.
 *
 * Returns: (transfer full) (array zero-terminated=1): the properties' names, none if it came from
 * no other
 *
 * Since: 0.1
 */
char **
scrutiny_definition_dup_changes (ScrutinyDefinition *self)
{
  ScrutinyDefinition *first;
  GPtrArray *names;

  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  first = find_first (self);
  names = g_ptr_array_new ();
  for (DefinitionText i = 0; i < DEFINITION_N_TEXTS; i++) {
    if (g_strcmp0 (self->texts[i], first->texts[i]) != 0)
      g_ptr_array_add (names, g_strdup (definition_text_get_name (i)));
  }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (names, FALSE);
}

/**
 * scrutiny_definition_is_computed:
 * @self: a definition
 *
 * Checks whether it says how its figure comes of the rows.
 *
 * Returns: whether it has a `kind`
 *
 * Since: 0.1
 */
gboolean
scrutiny_definition_is_computed (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), FALSE);

  return self->texts[DEFINITION_KIND] != NULL;
}

/**
 * scrutiny_definition_get_kind: (get-property kind)
 * @self: a definition
 *
 * Gets how the figure comes of the rows.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_kind (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_KIND];
}

/**
 * scrutiny_definition_get_records: (get-property records)
 * @self: a definition
 *
 * Gets what the rows are called.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_records (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_RECORDS];
}

/**
 * scrutiny_definition_get_of: (get-property of)
 * @self: a definition
 *
 * Gets which rows are looked at.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_of (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_OF];
}

/**
 * scrutiny_definition_get_counted: (get-property counted)
 * @self: a definition
 *
 * Gets which of them are counted.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_counted (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_COUNTED];
}

/**
 * scrutiny_definition_get_measure: (get-property measure)
 * @self: a definition
 *
 * Gets what is measured of each row.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_measure (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_MEASURE];
}

/**
 * scrutiny_definition_get_dated: (get-property dated)
 * @self: a definition
 *
 * Gets when a row belongs to.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_dated (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_DATED];
}

/**
 * scrutiny_definition_get_segments: (get-property segments)
 * @self: a definition
 *
 * Gets the columns that part the rows.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_segments (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_SEGMENTS];
}

/**
 * scrutiny_definition_get_scale: (get-property scale)
 * @self: a definition
 *
 * Gets what a share or a rate is multiplied by.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_scale (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_SCALE];
}

/**
 * scrutiny_definition_get_level: (get-property level)
 * @self: a definition
 *
 * Gets which percentile it is.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_level (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_LEVEL];
}

/**
 * scrutiny_definition_get_calendar: (get-property calendar)
 * @self: a definition
 *
 * Gets into which periods the rows fall.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_calendar (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_CALENDAR];
}

/**
 * scrutiny_definition_get_holidays: (get-property holidays)
 * @self: a definition
 *
 * Gets which bank holidays are no working days.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_holidays (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_HOLIDAYS];
}

/**
 * scrutiny_definition_get_limit: (get-property limit)
 * @self: a definition
 *
 * Gets the limit that is set for what is measured.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_limit (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_LIMIT];
}

/**
 * scrutiny_definition_get_unit: (get-property unit)
 * @self: a definition
 *
 * Gets what the measure is counted in: `days`, `working-days`, `hours`, `minutes` or `points`.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_unit (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_UNIT];
}

/**
 * scrutiny_definition_get_key: (get-property key)
 * @self: a definition
 *
 * Gets what the rows of one case or one person have in common.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_key (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_KEY];
}

/**
 * scrutiny_definition_get_demand: (get-property demand)
 * @self: a definition
 *
 * Gets what kind of demand a row is.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_demand (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_DEMAND];
}

/**
 * scrutiny_definition_get_cause: (get-property cause)
 * @self: a definition
 *
 * Gets what somebody was told brought a row about.
 *
 * Returns: (transfer none) (nullable): the text, `NULL` if it says nothing of it
 *
 * Since: 0.1
 */
const char *
scrutiny_definition_get_cause (ScrutinyDefinition *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (self), NULL);

  return self->texts[DEFINITION_CAUSE];
}
