/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/quality-table.h"

#include "base/columns.h"
#include "base/error-private.h"
#include "base/number.h"
#include "base/period-parse.h"
#include "base/printable.h"

#include <math.h>
#include <string.h>

#define MOST_OF_A_NAME 90

static const char *const number_roles[QUALITY_N_NUMBERS] = {
  [QUALITY_VALUE] = "value",
  [QUALITY_NUMERATOR] = "numerator",
  [QUALITY_DENOMINATOR] = "denominator",
  [QUALITY_LOW] = "low",
  [QUALITY_HIGH] = "high",
  [QUALITY_TOTAL] = "total",
  [QUALITY_OPENING] = "opening",
  [QUALITY_INTO] = "into",
  [QUALITY_OUT] = "out",
  [QUALITY_CLOSING] = "closing",
  [QUALITY_FIRST] = "first",
  [QUALITY_OTHER] = "other",
};

const char *
quality_number_get_role (QualityNumber role)
{
  return number_roles[role];
}

/* What a column of that name always means; others mean it only when they are named. */
static gboolean
goes_by_its_name (QualityNumber role)
{
  return role == QUALITY_VALUE || role == QUALITY_NUMERATOR || role == QUALITY_DENOMINATOR;
}

static const char *const day_roles[QUALITY_N_DAYS] = { "published", "meeting", "opened", "closed" };

static const char *
named (ScrutinyQualityOptions *options, const char *role)
{
  return options ? scrutiny_quality_options_get_column (options, role) : NULL;
}

static gboolean
read_numbers (QualityTable *self, ScrutinyQualityOptions *options, GError **error)
{
  for (guint role = 0; role < QUALITY_N_NUMBERS; role++) {
    const char *name = named (options, number_roles[role]);

    if (name)
      self->numbers[role] = columns_need_numbers (self->table, name, error);
    else if (goes_by_its_name ((QualityNumber) role))
      self->numbers[role] = columns_find_numbers (self->table, number_roles[role]);
    if (name && !self->numbers[role])
      return FALSE;
    self->number_names[role] = name ? name : number_roles[role];
  }
  if (!named (options, "value"))
    self->value_texts = columns_find_texts (self->table, "value_text");

  return TRUE;
}

static gboolean
need_column (QualityTable *self, const char *name, GError **error)
{
  g_autofree char *names = NULL;

  if (scrutiny_table_has_column (self->table, name))
    return TRUE;

  names = columns_dup_quoted_names (self->table);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, name, NULL,
                         "No column “%s”; there are %s", name, names);
  return FALSE;
}

static gboolean
need_columns (QualityTable *self, char **names, GError **error)
{
  for (gsize i = 0; names[i]; i++)
    if (!need_column (self, names[i], error))
      return FALSE;

  return TRUE;
}

static void
codes_free (gpointer data)
{
  QualityCodes *self = data;

  g_free (self->column);
  g_strfreev (self->codes);
  g_free (self);
}

static gboolean
read_codes (QualityTable *self, ScrutinyQualityOptions *options, GError **error)
{
  g_auto (GStrv) columns = options ? scrutiny_quality_options_dup_coded (options) : NULL;

  for (gsize i = 0; columns && columns[i]; i++) {
    QualityCodes *list = g_new0 (QualityCodes, 1);

    g_ptr_array_add (self->codes, list);
    list->column = g_strdup (columns[i]);
    list->codes = scrutiny_quality_options_dup_codes (options, columns[i]);
    if (!need_column (self, list->column, error))
      return FALSE;
  }

  return TRUE;
}

static gboolean
read_others (QualityTable *self, ScrutinyQualityOptions *options, GError **error)
{
  for (guint role = 0; role < QUALITY_N_DAYS; role++) {
    self->days[role] = named (options, day_roles[role]);
    if (self->days[role] && !columns_need_texts (self->table, self->days[role], error))
      return FALSE;
  }
  self->segment = named (options, "segment");
  self->key = options ? scrutiny_quality_options_dup_key (options) : g_new0 (char *, 1);
  self->parts = options ? scrutiny_quality_options_dup_parts (options) : g_new0 (char *, 1);
  self->n_checked = options ? scrutiny_quality_options_get_n_checked (options) : 0;
  self->n_wrong = options ? scrutiny_quality_options_get_n_wrong (options) : 0;
  for (gsize i = 0; self->parts[i]; i++)
    if (!columns_need_numbers (self->table, self->parts[i], error))
      return FALSE;
  if (self->segment && !need_column (self, self->segment, error))
    return FALSE;
  if (self->n_wrong > self->n_checked) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                           "Audit: %u of %u rows did not agree; no more can than were checked",
                           self->n_wrong, self->n_checked);
    return FALSE;
  }

  return need_columns (self, self->key, error);
}

static char *
dup_cell (const QualityTable *self, const char *column, gsize row)
{
  const char *const *texts = columns_find_texts (self->table, column);
  const double *numbers = texts ? NULL : columns_find_numbers (self->table, column);
  char text[NUMBER_TEXT_SIZE];

  if (texts)
    return printable_dup (texts[row] ? texts[row] : "", 0);

  return g_strdup (numbers && !isnan (numbers[row]) ? number_show (numbers[row], text) : "");
}

static char *
dup_group_name (const QualityTable *self, gsize row)
{
  GString *name = g_string_new (NULL);

  for (gsize i = 0; self->key[i]; i++) {
    g_autofree char *cell = dup_cell (self, self->key[i], row);

    g_string_append_printf (name, "%s%s", i > 0 && *cell && name->len > 0 ? ", " : "", cell);
  }

  return g_string_free (name, FALSE);
}

static void
divide (QualityTable *self)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);

  self->group = g_new0 (guint, self->n_rows);
  self->group_names = g_ptr_array_new_with_free_func (g_free);
  for (gsize row = 0; row < self->n_rows; row++) {
    char *name = dup_group_name (self, row);
    gpointer place;

    if (g_hash_table_lookup_extended (places, name, NULL, &place)) {
      self->group[row] = GPOINTER_TO_UINT (place);
      g_free (name);
    } else {
      self->group[row] = self->group_names->len;
      g_hash_table_insert (places, name, GUINT_TO_POINTER (self->group_names->len));
      g_ptr_array_add (self->group_names, name);
    }
  }
  self->n_groups = self->group_names->len;
}

/* The texts of a column of periods; years are often numbers. */
static char **
dup_period_texts (const QualityTable *self)
{
  char **texts = g_new0 (char *, self->n_rows + 1);

  for (gsize row = 0; row < self->n_rows; row++)
    texts[row] = dup_cell (self, self->period_name, row);

  return texts;
}

/* A column called “period” that holds something else is left alone; one that was named is not. */
static gboolean
read_periods (QualityTable *self, ScrutinyQualityOptions *options, GError **error)
{
  const char *name = named (options, "period");
  g_auto (GStrv) texts = NULL;
  gsize bad_row = 0;
  guint64 row;

  if (name && !need_column (self, name, error))
    return FALSE;
  if (!name && !scrutiny_table_has_column (self->table, "period"))
    return TRUE;

  self->period_name = g_strdup (name ? name : "period");
  texts = dup_period_texts (self);
  self->periods = g_new0 (Period, self->n_rows);
  if (period_parse_column ((const char *const *) texts, self->n_rows, SCRUTINY_CALENDAR_UNKNOWN,
                           self->periods, &bad_row))
    return TRUE;

  g_clear_pointer (&self->periods, g_free);
  if (!name)
    return TRUE;
  row = scrutiny_table_get_first_row (self->table) + bad_row;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, row, name, texts[bad_row],
                         "Row %" G_GUINT64_FORMAT
                         ", column “%s”: not a period like the others; mend "
                         "it, or leave the period out",
                         row, name);
  return FALSE;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const QualityTable *self = user_data;
  const gsize i = *(const gsize *) a, j = *(const gsize *) b;

  if (self->group[i] != self->group[j])
    return self->group[i] < self->group[j] ? -1 : 1;
  if (self->periods && self->periods[i].ordinal != self->periods[j].ordinal)
    return self->periods[i].ordinal < self->periods[j].ordinal ? -1 : 1;

  return i < j ? -1 : i > j;
}

static void
sort (QualityTable *self)
{
  self->order = g_new (gsize, self->n_rows);
  for (gsize row = 0; row < self->n_rows; row++)
    self->order[row] = row;
  g_qsort_with_data (self->order, (gint) self->n_rows, sizeof *self->order, compare_rows, self);
}

QualityTable *
quality_table_new (ScrutinyTable *table, ScrutinyQualityOptions *options, GError **error)
{
  g_autoptr (QualityTable) self = g_new0 (QualityTable, 1);

  self->table = g_object_ref (table);
  self->n_rows = scrutiny_table_get_n_rows (table);
  self->names = scrutiny_table_dup_names (table);
  self->codes = g_ptr_array_new_with_free_func (codes_free);
  if (!read_numbers (self, options, error) || !read_others (self, options, error) ||
      !read_codes (self, options, error) || !read_periods (self, options, error))
    return NULL;

  divide (self);
  sort (self);

  return g_steal_pointer (&self);
}

void
quality_table_free (QualityTable *self)
{
  g_clear_object (&self->table);
  g_strfreev (self->names);
  g_strfreev (self->key);
  g_strfreev (self->parts);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  g_free (self->group);
  g_clear_pointer (&self->group_names, g_ptr_array_unref);
  g_free (self->period_name);
  g_free (self->periods);
  g_free (self->order);
  g_free (self);
}

gboolean
quality_table_is_blank (const QualityTable *self, const char *column, gsize row)
{
  const char *const *texts = columns_find_texts (self->table, column);

  if (!texts)
    return isnan (columns_find_numbers (self->table, column)[row]);

  return !texts[row] || texts[row][strspn (texts[row], " \t\r\n")] == '\0';
}

gboolean
quality_table_next_group (const QualityTable *self, gsize *first, gsize *end)
{
  *first = *end;
  if (*first >= self->n_rows)
    return FALSE;
  while (*end < self->n_rows && self->group[self->order[*end]] == self->group[self->order[*first]])
    (*end)++;

  return TRUE;
}

/* Of records only the number: a key of theirs may be somebody. */
char *
quality_table_dup_row (const QualityTable *self, gsize row)
{
  const char *name = self->group_names->pdata[self->group[row]];
  g_autofree char *shown = printable_dup (name, MOST_OF_A_NAME);
  g_autofree char *period = self->periods ? period_dup_label (&self->periods[row]) : NULL;

  if (!period)
    return g_strdup_printf ("row %" G_GUINT64_FORMAT,
                            scrutiny_table_get_first_row (self->table) + row);

  return *shown ? g_strdup_printf ("%s, %s", shown, period) : g_steal_pointer (&period);
}
