/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/mix-cells.h"

#include "base/error-private.h"
#include "base/marker.h"
#include "base/number.h"
#include "base/printable.h"
#include "base/table-columns.h"
#include "compare/mix-spread.h"

#include <math.h>
#include <string.h>

#define MOST_SHOWN 40
#define MOST_TIMES 12
#define BETWEEN_WAYS " · "

enum {
  COUNT,
  TOTAL,
  SPREAD,
  N_NUMBERS
};

/* The columns that are read, row by row. */
typedef struct {
  ScrutinyTable *table;
  char ***ways;
  char **times;
  const char *names[N_NUMBERS]; /* of the columns of numerators, denominators and deviations */
  double *values[N_NUMBERS];
  const char *const *texts[N_NUMBERS]; /* of those that hold texts */
  gsize n_rows;
  gboolean is_of_means, is_standard_error;
} Columns;

static void
columns_clear (Columns *self)
{
  for (gsize k = 0; self->ways && self->ways[k]; k++)
    g_strfreev (self->ways[k]);
  g_free (self->ways);
  g_strfreev (self->times);
  for (gsize which = 0; which < N_NUMBERS; which++)
    g_free (self->values[which]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

/* A number that somebody withheld or does not have is missing, not an error. */
static gboolean
read_number (const char *text, double *value)
{
  const gsize n = strlen (text);

  if (number_parse (text, n, value))
    return TRUE;
  *value = NAN;

  return n == 0 || *text == '<' || marker_find (text, n) != NULL;
}

static gboolean
read_texts (Columns *self, gsize which, GError **error)
{
  const char *const *texts = self->texts[which];

  for (gsize row = 0; row < self->n_rows; row++) {
    if (read_number (texts[row], &self->values[which][row]))
      continue;
    g_autofree char *said = printable_dup (texts[row], MOST_SHOWN);
    g_autofree char *column = printable_dup (self->names[which], MOST_SHOWN);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, row + 1, self->names[which], texts[row],
                           "Row %" G_GSIZE_FORMAT
                           " below the header, column “%s”: “%s” is no number; correct it, or "
                           "leave it empty if there is none",
                           row + 1, column, said);
    return FALSE;
  }

  return TRUE;
}

static gboolean
read_numbers (Columns *self, gsize which, const char *role, GError **error)
{
  const char *name = self->names[which];

  if (!table_columns_check (self->table, "Mix", role, name, error))
    return FALSE;
  self->values[which] = g_new (double, self->n_rows + 1);
  if (scrutiny_table_is_text (self->table, name)) {
    self->texts[which] = scrutiny_table_get_texts (self->table, name);
    return read_texts (self, which, error);
  }
  if (self->n_rows > 0)
    memcpy (self->values[which], scrutiny_table_get_doubles (self->table, name, NULL),
            self->n_rows * sizeof (double));

  return TRUE;
}

static gboolean
read_columns (Columns *self, const char *const *ways, const char *period, GError **error)
{
  const gsize n_ways = g_strv_length ((char **) ways);

  self->ways = g_new0 (char **, n_ways + 1);
  for (gsize k = 0; k < n_ways; k++) {
    if (!table_columns_check (self->table, "Mix", "segments", ways[k], error))
      return FALSE;
    self->ways[k] = table_columns_dup_texts (self->table, ways[k]);
  }
  if (!read_numbers (self, COUNT, "numerator", error) ||
      !read_numbers (self, TOTAL, "denominator", error) ||
      (self->names[SPREAD] &&
       !read_numbers (self, SPREAD, self->is_standard_error ? "standard error" : "deviation",
                      error)) ||
      !table_columns_check (self->table, "Mix", "period", period, error))
    return FALSE;
  self->times = table_columns_dup_texts (self->table, period);

  return TRUE;
}

/* Each once, in the order in which they come. */
static GPtrArray *
distinct_texts (char **texts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *distinct = g_ptr_array_new ();

  for (gsize row = 0; texts[row]; row++)
    if (*texts[row] && g_hash_table_add (seen, texts[row]))
      g_ptr_array_add (distinct, texts[row]);

  return distinct;
}

static char *
list_texts (GPtrArray *texts)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < MIN (texts->len, MOST_TIMES); i++) {
    g_autofree char *said = printable_dup (texts->pdata[i], MOST_SHOWN);

    g_string_append_printf (list, "%s“%s”", i ? ", " : "", said);
  }
  if (texts->len > MOST_TIMES)
    g_string_append_printf (list, " and %u more", texts->len - MOST_TIMES);

  return g_string_free (list, FALSE);
}

static gboolean
refuse_times (GPtrArray *there, const char *period, const char *wanted, GError **error)
{
  g_autofree char *list = list_texts (there);
  g_autofree char *column = printable_dup (period, MOST_SHOWN);
  g_autofree char *said = wanted ? printable_dup (wanted, MOST_SHOWN) : NULL;

  if (said)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, period, wanted,
                           "Column “%s”: no row has “%s”; there are %s", column, said, list);
  else if (there->len < 2)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, period, NULL,
                           "Column “%s”: two times or groups are compared and there is %s", column,
                           there->len ? list : "none");
  else
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, period, NULL,
                           "Column “%s”: there are %s; name the two to compare with before and "
                           "after",
                           column, list);

  return FALSE;
}

static gboolean
holds (GPtrArray *texts, const char *text)
{
  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

static gboolean
choose_times (MixCells *self, const Columns *columns, ScrutinyMixOptions *options, GError **error)
{
  const char *period = scrutiny_mix_options_get_period (options);
  const char *before = scrutiny_mix_options_get_before (options);
  const char *after = scrutiny_mix_options_get_after (options);
  g_autoptr (GPtrArray) there = distinct_texts (columns->times);

  if (before && !holds (there, before))
    return refuse_times (there, period, before, error);
  if (after && !holds (there, after))
    return refuse_times (there, period, after, error);
  if ((!before || !after) && there->len != 2)
    return refuse_times (there, period, NULL, error);
  if (!before)
    before = after && g_str_equal (there->pdata[0], after) ? there->pdata[1] : there->pdata[0];
  if (!after)
    after = there->pdata[g_str_equal (there->pdata[0], before)];
  if (g_str_equal (before, after))
    return refuse_times (there, period, NULL, error);

  self->times[0] = g_strdup (before);
  self->times[1] = g_strdup (after);

  return TRUE;
}

static char *
dup_cell_name (const Columns *columns, gsize row)
{
  GString *name = g_string_new (NULL);

  for (gsize k = 0; columns->ways[k]; k++)
    g_string_append_printf (name, "%s%s", k ? BETWEEN_WAYS : "", columns->ways[k][row]);

  return g_string_free (name, FALSE);
}

static gboolean
refuse_counts (const Columns *columns, gsize row, GError **error)
{
  const double count = columns->values[COUNT][row], total = columns->values[TOTAL][row];
  const gboolean of_count = !(count >= 0) || isinf (count) || total == 0;
  char first[NUMBER_TEXT_SIZE], second[NUMBER_TEXT_SIZE];
  g_autofree char *column = printable_dup (columns->names[of_count ? COUNT : TOTAL], MOST_SHOWN);

  number_show (count, first);
  number_show (total, second);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, row + 1,
                         columns->names[of_count ? COUNT : TOTAL], of_count ? first : second,
                         "Row %" G_GSIZE_FORMAT
                         " below the header, column “%s”: %s out of %s cannot be; ask what each "
                         "of the two counts",
                         row + 1, column, first, second);

  return FALSE;
}

static gboolean
can_be (double count, double total)
{
  return !(count < 0) && !(total < 0) && !isinf (count) && !isinf (total) &&
         !(total == 0 && count > 0);
}

static gboolean
check_counts (const Columns *columns, gsize row, GError **error)
{
  return can_be (columns->values[COUNT][row], columns->values[TOTAL][row]) ||
         refuse_counts (columns, row, error);
}

/* A mean may be anything, but not of fewer cases than none, nor spread by less than nothing. */
static gboolean
check_mean (const Columns *columns, gsize row, GError **error)
{
  static const char *const said[N_NUMBERS] = { "a mean", "a number of cases", "a spread" };
  char text[NUMBER_TEXT_SIZE];

  for (gsize which = COUNT; which < N_NUMBERS; which++) {
    const double value = columns->values[which] ? columns->values[which][row] : 0;
    g_autofree char *column = NULL;

    if (!isinf (value) && (which == COUNT || !(value < 0)))
      continue;
    column = printable_dup (columns->names[which], MOST_SHOWN);
    number_show (value, text);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, row + 1, columns->names[which], text,
                           "Row %" G_GSIZE_FORMAT
                           " below the header, column “%s”: %s cannot be %s; ask what it is",
                           row + 1, column, text, said[which]);
    return FALSE;
  }

  return TRUE;
}

static void
note_unknown (MixCells *self, const Columns *columns, gsize row, gsize time, gsize which)
{
  const char *text = columns->texts[which] ? columns->texts[which][row] : "";
  g_autofree char *name = dup_cell_name (columns, row);
  g_autofree char *shown = printable_dup (name, MOST_SHOWN);
  g_autofree char *when = printable_dup (self->times[time], MOST_SHOWN);
  g_autofree char *column = printable_dup (columns->names[which], MOST_SHOWN);
  g_autofree char *said = printable_dup (text, MOST_SHOWN);

  if (self->unknown)
    return;
  self->unknown = g_strdup_printf (
      "%s, %s: “%s” is %s%s%s, and %s", shown, when, column, *said ? "“" : "not given", said,
      *said ? "”" : "",
      which == SPREAD ? "how far chance goes is known only with all of them; ask for it, or leave "
                        "the column out and be told without"
                      : "the parts add up only with all of them; ask for it, or for parts that can "
                        "be shown together");
}

static gsize
time_of (const MixCells *self, const char *text)
{
  return g_str_equal (text, self->times[0]) ? 0 : g_str_equal (text, self->times[1]) ? 1 : 2;
}

/* Numbers the cells; @which gets the one of each row that is compared. */
static void
number_cells (MixCells *self, const Columns *columns, gsize *which)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize row = 0; row < columns->n_rows; row++) {
    g_autofree char *name = NULL;
    gpointer number;

    if (time_of (self, columns->times[row]) > 1)
      continue;
    name = dup_cell_name (columns, row);
    if (!g_hash_table_lookup_extended (seen, name, NULL, &number)) {
      number = GSIZE_TO_POINTER ((gsize) self->names->len);
      g_ptr_array_add (self->names, g_strdup (name));
      g_hash_table_insert (seen, self->names->pdata[self->names->len - 1], number);
    }
    which[row] = GPOINTER_TO_SIZE (number);
  }
  self->n = self->names->len;
}

/* The first number of a row that is needed and not known. */
static gsize
find_unknown (const Columns *columns, gsize row)
{
  const double count = columns->values[COUNT][row], total = columns->values[TOTAL][row];

  if (isnan (count) && !(columns->is_of_means && total == 0))
    return COUNT;
  if (isnan (total))
    return TOTAL;

  return columns->names[SPREAD] && total > 1 && isnan (columns->values[SPREAD][row]) ? SPREAD
                                                                                     : N_NUMBERS;
}

/* What a row adds to its cell. */
static MixCases
cases_of (const Columns *columns, gsize row)
{
  const double count = columns->values[COUNT][row], n = columns->values[TOTAL][row];
  const double spread = columns->names[SPREAD] ? columns->values[SPREAD][row] : 0;
  const double square = columns->is_standard_error ? n * spread * spread : spread * spread;

  if (!columns->is_of_means)
    return (MixCases){ count, n, 0 };
  if (n == 0)
    return (MixCases){ 0, 0, 0 };

  return (MixCases){ n * count, n, n > 1 ? (n - 1) * square : 0 };
}

static void
add_cases (MixCells *self, gsize time, gsize cell, MixCases cases)
{
  double *sum = &self->counts[time][cell], *n = &self->totals[time][cell];

  if (self->is_of_means) {
    const MixCases seen = { *sum, *n, self->squares[time][cell] };
    const MixCases all = mix_cases_together (seen, cases);

    *sum = all.sum;
    *n = all.n;
    self->squares[time][cell] = all.squares;
  } else {
    *sum += cases.sum;
    *n += cases.n;
  }
}

static gboolean
add_counts (MixCells *self, const Columns *columns, const gsize *which, GError **error)
{
  for (gsize t = 0; t < 2; t++) {
    self->counts[t] = g_new0 (double, self->n + 1);
    self->totals[t] = g_new0 (double, self->n + 1);
    self->squares[t] = g_new0 (double, self->n + 1);
  }
  for (gsize row = 0; row < columns->n_rows; row++) {
    const gsize time = time_of (self, columns->times[row]);

    if (time > 1)
      continue;
    if (!(columns->is_of_means ? check_mean : check_counts) (columns, row, error))
      return FALSE;
    if (find_unknown (columns, row) < N_NUMBERS)
      note_unknown (self, columns, row, time, find_unknown (columns, row));
    add_cases (self, time, which[row], cases_of (columns, row));
  }

  return TRUE;
}

/* Cells that hold the same in each way of a set get one number. */
static void
group_cells (MixCells *self, const Columns *columns, const gsize *which)
{
  g_autofree gsize *rows = g_new0 (gsize, self->n + 1);

  for (gsize row = 0; row < columns->n_rows; row++)
    if (time_of (self, columns->times[row]) < 2)
      rows[which[row]] = row;
  for (gsize set = 0; set < (gsize) 1 << self->n_ways; set++) {
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

    self->groups[set] = g_new (gsize, self->n + 1);
    for (gsize i = 0; i < self->n; i++) {
      g_autoptr (GString) key = g_string_new (NULL);

      for (gsize k = 0; k < self->n_ways; k++)
        g_string_append_printf (key, "%s" BETWEEN_WAYS,
                                set >> k & 1 ? columns->ways[k][rows[i]] : "");
      if (!g_hash_table_contains (seen, key->str))
        g_hash_table_insert (seen, g_strdup (key->str), GSIZE_TO_POINTER (i));
      self->groups[set][i] = GPOINTER_TO_SIZE (g_hash_table_lookup (seen, key->str));
    }
  }
}

static gboolean
check_ways (const char *const *ways, GError **error)
{
  const guint n = g_strv_length ((char **) ways);

  if (n >= 1 && n <= MIX_MOST_WAYS)
    return TRUE;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                         "Segments: there are %u columns; from 1 to %d can be told apart", n,
                         MIX_MOST_WAYS);

  return FALSE;
}

static gboolean
refuse_spread (const char *name, const char *why, GError **error)
{
  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, name, NULL, "Mix, %s: %s", name, why);

  return FALSE;
}

/* Whether the figure is a mean, and by which column its chance is known. */
static gboolean
choose_spread (Columns *columns, ScrutinyMixOptions *options, GError **error)
{
  const char *counts = scrutiny_mix_options_get_counts (options);
  const char *deviation = scrutiny_mix_options_get_deviation (options);
  const char *standard_error = scrutiny_mix_options_get_standard_error (options);
  const char *given = deviation ? "deviation" : standard_error ? "standard-error" : NULL;

  columns->is_of_means =
      counts && !g_str_equal (counts, "auto") ? g_str_equal (counts, "means") : given != NULL;
  columns->is_standard_error = standard_error != NULL;
  columns->names[SPREAD] = deviation ? deviation : standard_error;
  if (given && !columns->is_of_means)
    return refuse_spread (given, "only means have one; set counts to means", error);
  if (deviation && standard_error)
    return refuse_spread (given, "there is a standard error too; name one of the two", error);

  return TRUE;
}

MixCells *
mix_cells_new (ScrutinyTable *table,
               const char *const *ways,
               const char *numerator,
               const char *denominator,
               ScrutinyMixOptions *options,
               GError **error)
{
  g_autoptr (MixCells) self = g_new0 (MixCells, 1);
  g_auto (Columns) columns = { .table = table, .names = { numerator, denominator } };
  g_autofree gsize *which = NULL;

  self->names = g_ptr_array_new_with_free_func (g_free);
  columns.n_rows = scrutiny_table_get_n_rows (table);
  if (!check_ways (ways, error) || !choose_spread (&columns, options, error) ||
      !read_columns (&columns, ways, scrutiny_mix_options_get_period (options), error) ||
      !choose_times (self, &columns, options, error))
    return NULL;

  self->ways = g_strdupv ((char **) ways);
  self->n_ways = g_strv_length (self->ways);
  self->is_of_means = columns.is_of_means;
  self->has_spread = columns.names[SPREAD] != NULL;
  which = g_new0 (gsize, columns.n_rows + 1);
  number_cells (self, &columns, which);
  if (!add_counts (self, &columns, which, error))
    return NULL;
  group_cells (self, &columns, which);

  return g_steal_pointer (&self);
}

void
mix_cells_free (MixCells *self)
{
  g_strfreev (self->ways);
  g_ptr_array_unref (self->names);
  for (gsize t = 0; t < 2; t++) {
    g_free (self->counts[t]);
    g_free (self->totals[t]);
    g_free (self->squares[t]);
    g_free (self->times[t]);
  }
  for (gsize set = 0; set < G_N_ELEMENTS (self->groups); set++)
    g_free (self->groups[set]);
  g_free (self->unknown);
  g_free (self);
}
