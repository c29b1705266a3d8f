/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/suppression.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/printed.h"
#include "base/result-private.h"
#include "challenge/count-grid.h"

#include <math.h>

/**
 * ScrutinySuppression:
 *
 * A table of counts as it may leave: small counts hidden, and as much more as it takes that
 * nobody can work them out.
 *
 * Totals of rows, of columns and of all are taken to be published, here or elsewhere. A count
 * below the threshold is hidden, 0 among them, and shown as “<5”. Other cells are withheld until
 * each small one could still be any count below the threshold, given everything that is
 * shown. Where telling small cells from withheld ones would tell too much, one mark stands for
 * both.
 *
 * It holds against whoever adds and subtracts what is shown. It does not hold against somebody
 * who knows some of the people counted, nor against a second table of the same people with other
 * keys: hide both together, as one table of pairs of keys.
 *
 * Since: 0.1
 */
struct _ScrutinySuppression {
  GObject parent_instance;

  ScrutinyTable *table;
  ScrutinyMethod *method;
  char *cannot_tell;
  guint n_small, n_withheld;
  gboolean says_which;
};

static void scrutiny_suppression_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinySuppression,
                               scrutiny_suppression,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_suppression_result_init))

static void
scrutiny_suppression_finalize (GObject *object)
{
  ScrutinySuppression *self = SCRUTINY_SUPPRESSION (object);

  g_clear_object (&self->table);
  g_clear_object (&self->method);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_suppression_parent_class)->finalize (object);
}

static void
scrutiny_suppression_class_init (ScrutinySuppressionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_suppression_finalize;
}

static ScrutinyMethod *
method_new (guint threshold, guint round_to, const char *input_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "threshold", "x", (gint64) threshold);
  g_variant_dict_insert (&parameters, "round_to", "x", (gint64) round_to);

  return scrutiny_method_new ("suppression", "1", g_variant_dict_end (&parameters),
                              "Cox 1980; Kelly, Golden and Assad 1992", input_hash);
}

static void
scrutiny_suppression_init (ScrutinySuppression *self)
{
  self->table = scrutiny_table_new ();
  self->method = method_new (0, 0, NULL);
  self->cannot_tell = g_strdup ("No table was given: ask for counts by one key or two.");
}

static ScrutinyMethod *
scrutiny_suppression_get_method (ScrutinyResult *result)
{
  return SCRUTINY_SUPPRESSION (result)->method;
}

static const char *
scrutiny_suppression_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_SUPPRESSION (result)->cannot_tell;
}

static GPtrArray *
scrutiny_suppression_dup_findings (ScrutinyResult *result)
{
  return finding_list_new ();
}

static void
scrutiny_suppression_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinySuppression *self = SCRUTINY_SUPPRESSION (result);

  json_writer_key (writer, "schema");
  json_writer_string (writer, "scrutiny.suppression/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_key (writer, "cannot_tell");
  json_writer_string (writer, self->cannot_tell);
  json_writer_key (writer, "n_small");
  json_writer_int (writer, self->n_small);
  json_writer_key (writer, "n_withheld");
  json_writer_int (writer, self->n_withheld);
  json_writer_key (writer, "says_which");
  json_writer_boolean (writer, self->says_which);
  json_writer_key (writer, "cells");
  columns_write_rows (self->table, writer);
}

static void
scrutiny_suppression_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_suppression_get_method;
  iface->get_cannot_tell = scrutiny_suppression_get_cannot_tell;
  iface->dup_findings = scrutiny_suppression_dup_findings;
  iface->write_json = scrutiny_suppression_write_json;
}

static const char *
kind_of (gboolean is_row_total, gboolean is_column_total)
{
  static const char *const kinds[2][2] = { { "cell", "column-total" }, { "row-total", "total" } };

  return kinds[is_row_total != FALSE][is_column_total != FALSE];
}

static const char *
name_of (GPtrArray *names, gsize index)
{
  return index < names->len ? names->pdata[index] : "";
}

/* A count that is shown rounded is known only to its rounding. */
static void
add_numbers (ColumnsBuilder *builder, const CountGrid *grid, gsize cell, guint round_to)
{
  const gboolean is_shown = grid->table.states[cell] == KERNEL_CELL_SHOWN;
  const double count = grid->table.cells[cell];
  const double printed = printed_round_count (count, round_to);

  columns_builder_add_number (builder, "count", is_shown ? printed : NAN);
  columns_builder_add_number (builder, "low",
                              is_shown ? MAX (0, printed - round_to / 2) : grid->low[cell]);
  columns_builder_add_number (
      builder, "high", is_shown ? printed + (round_to - (round_to > 0)) / 2 : grid->high[cell]);
}

static void
add_cell (ColumnsBuilder *builder,
          const CountGrid *grid,
          const char *const *keys,
          gsize row,
          gsize column,
          guint round_to)
{
  const gsize cell = count_grid_cell (grid, row, column);
  const gboolean is_below = row == grid->table.n_rows;
  const gboolean is_beside = keys[1] ? column == grid->table.n_columns : is_below;
  g_autofree char *shown = count_grid_dup_shown (grid, cell, round_to);

  columns_builder_add_text (builder, "kind", kind_of (is_beside, is_below));
  columns_builder_add_text (builder, keys[0], name_of (grid->rows, row));
  if (keys[1])
    columns_builder_add_text (builder, keys[1], name_of (grid->columns, column));
  columns_builder_add_text (builder, "shown", shown);
  add_numbers (builder, grid, cell, round_to);
}

/* With one key the totals of rows are the rows. */
static ScrutinyTable *
table_of (const CountGrid *grid, const char *const *keys, guint round_to)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize row = 0; row <= grid->table.n_rows; row++)
    for (gsize column = 0; column <= grid->table.n_columns; column++)
      if (keys[1] || column == 0)
        add_cell (builder, grid, keys, row, column, round_to);

  return columns_builder_end (builder);
}

/* Takes the table as it may leave, and knows it by its hash: that of the counts would tell them, to
 * whoever tries one after the other.
 */
static ScrutinySuppression *
suppression_new_take (ScrutinyTable *shown, const CountGrid *grid, guint round_to)
{
  ScrutinySuppression *self = g_object_new (SCRUTINY_TYPE_SUPPRESSION, NULL);
  g_autofree char *hash = columns_dup_hash (shown);

  g_object_unref (self->method);
  self->method = method_new ((guint) grid->table.threshold, round_to, hash);
  g_clear_pointer (&self->cannot_tell, g_free);
  g_object_unref (self->table);
  self->table = shown;
  self->says_which = grid->table.says_which;

  return self;
}

static void
count_hidden (ScrutinySuppression *self, const CountGrid *grid, gboolean has_columns)
{
  for (gsize row = 0; row <= grid->table.n_rows; row++)
    for (gsize column = 0; column <= grid->table.n_columns; column++) {
      const guint8 state = grid->table.states[count_grid_cell (grid, row, column)];

      if (!has_columns && column > 0)
        continue;
      self->n_small += state == KERNEL_CELL_SMALL;
      self->n_withheld += state == KERNEL_CELL_WITHHELD;
    }
}

/**
 * scrutiny_suppression_new:
 * @table: counts, a row for each key or pair of keys
 * @keys: (array zero-terminated=1): one or two columns that say what is counted, such as
 *   `ward` and `outcome`; a pair that has no row counts 0
 * @count: column of counts, whole numbers
 * @threshold: counts below it are small, such as 5
 * @round_to: shown counts are rounded to multiples of it, such as 5; 0 or 1 leaves them as
 *   they are
 * @error: return location for an error
 *
 * Hides the small counts of a table.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] or [error@Scrutiny.Error.MISMATCH] if a column is
 * not there or of the wrong kind, or two rows have the same keys, and with
 * [error@Scrutiny.Error.OUT_OF_RANGE] for what is no count, a threshold of 0, no key or more
 * than two, and more than a million cells. No message repeats a count.
 *
 * Returns: (transfer full): the table as it may leave
 *
 * Since: 0.1
 */
ScrutinySuppression *
scrutiny_suppression_new (ScrutinyTable *table,
                          const char *const *keys,
                          const char *count,
                          guint threshold,
                          guint round_to,
                          GError **error)
{
  g_autoptr (CountGrid) grid = NULL;
  ScrutinySuppression *self;
  guint n_keys;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (keys != NULL && count != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  n_keys = g_strv_length ((char **) keys);
  if (n_keys < 1 || n_keys > 2) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                           "Keys: there are %u; a table of counts has one or two", n_keys);
    return NULL;
  }
  grid = count_grid_new (table, keys, count, threshold, error);
  if (!grid)
    return NULL;

  count_grid_hide (grid);
  self = suppression_new_take (table_of (grid, keys, round_to), grid, round_to);
  count_hidden (self, grid, keys[1] != NULL);

  return self;
}

/* The share tells the count to whoever has the denominator, and so does the rest. */
static ScrutinyTable *
shares_of (const CountGrid *grid, const char *key)
{
  static const char *const columns[] = { "numerator", "rest", "denominator" };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize row = 0; row <= grid->table.n_rows; row++) {
    const gsize cell = count_grid_cell (grid, row, 0);
    const double share = 100 * grid->table.cells[cell] / grid->table.cells[cell + 2];
    const gboolean is_below = row == grid->table.n_rows;
    const gboolean is_shown = grid->table.states[cell] == KERNEL_CELL_SHOWN &&
                              grid->table.states[cell + 2] == KERNEL_CELL_SHOWN;

    columns_builder_add_text (builder, "kind", kind_of (is_below, is_below));
    columns_builder_add_text (builder, key, name_of (grid->rows, row));
    for (gsize k = 0; k < G_N_ELEMENTS (columns); k++) {
      g_autofree char *shown = count_grid_dup_shown (grid, cell + k, 0);

      columns_builder_add_text (builder, columns[k], shown);
    }
    columns_builder_add_number (builder, "share", is_shown ? share : NAN);
  }

  return columns_builder_end (builder);
}

/**
 * scrutiny_suppression_new_share:
 * @table: counts of cases and of those that count, a row for each key
 * @key: column that says what is counted, such as `ward`
 * @numerator: column of those that count
 * @denominator: column of all cases
 * @threshold: counts below it are small, such as 5
 * @error: return location for an error
 *
 * Hides small numerators, small rests (all but a few are counted), and the shares that would
 * tell them to whoever has the denominator.
 *
 * Fails as [ctor@Suppression.new] does, and with [error@Scrutiny.Error.OUT_OF_RANGE] for a
 * numerator larger than its denominator.
 *
 * Returns: (transfer full): the table as it may leave, with columns `kind`, the key,
 *   `numerator`, `rest`, `denominator` as shown, and `share` in per cent
 *
 * Since: 0.1
 */
ScrutinySuppression *
scrutiny_suppression_new_share (ScrutinyTable *table,
                                const char *key,
                                const char *numerator,
                                const char *denominator,
                                guint threshold,
                                GError **error)
{
  g_autoptr (CountGrid) grid = NULL;
  ScrutinySuppression *self;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (key != NULL && numerator != NULL && denominator != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  grid = count_grid_new_share (table, key, numerator, denominator, threshold, error);
  if (!grid)
    return NULL;

  count_grid_hide (grid);
  self = suppression_new_take (shares_of (grid, key), grid, 0);
  count_hidden (self, grid, TRUE);

  return self;
}

static ScrutinyTable *
cuts_of (const CountGrid *grid, const char *key)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize row = 0; row < grid->table.n_rows; row++) {
    const gsize cell = count_grid_cell (grid, row, 0);
    const gboolean is_shown = grid->table.states[cell] == KERNEL_CELL_SHOWN;
    g_autofree char *shown = count_grid_dup_shown (grid, cell, 0);

    columns_builder_add_text (builder, key, name_of (grid->rows, row));
    columns_builder_add_text (builder, "shown", shown);
    columns_builder_add_number (builder, "count", is_shown ? grid->table.cells[cell] : NAN);
  }

  return columns_builder_end (builder);
}

/**
 * scrutiny_suppression_new_cuts:
 * @table: totals that lie within each other, such as cases within 44 days, within 45, all; or one
 *   figure by two definitions, of which one takes in the other
 * @key: column that says what each is
 * @count: column of counts
 * @threshold: fewer cases than this are few, such as 5
 * @error: return location for an error
 *
 * Hides totals that would tell of a few cases by their difference: of those that are shown, the
 * smallest holds at least @threshold cases and each other at least as many more than the one below.
 *
 * Fails as [ctor@Suppression.new] does.
 *
 * Returns: (transfer full): the totals as they may leave, with columns of the name of the key,
 *   `shown` and `count`
 *
 * Since: 0.1
 */
ScrutinySuppression *
scrutiny_suppression_new_cuts (ScrutinyTable *table,
                               const char *key,
                               const char *count,
                               guint threshold,
                               GError **error)
{
  const char *const keys[] = { key, NULL };
  g_autoptr (CountGrid) grid = NULL;
  ScrutinySuppression *self;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (key != NULL && count != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  grid = count_grid_new (table, keys, count, threshold, error);
  if (!grid)
    return NULL;

  count_grid_hide_cuts (grid);
  self = suppression_new_take (cuts_of (grid, key), grid, 0);
  count_hidden (self, grid, FALSE);

  return self;
}

/**
 * scrutiny_suppression_get_table:
 * @self: a suppression
 *
 * Gets the table as it may leave.
 *
 * Columns of [ctor@Suppression.new]: `kind`, one of `cell`, `row-total`, `column-total` and
 * `total`; the keys, empty for totals; `shown`, the count, “<5” or “withheld”; `count`, `NaN` where
 * it is not shown; `low` and `high`, between which whoever reads all of it knows it to lie, the
 * latter infinite where nothing limits it.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_suppression_get_table (ScrutinySuppression *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SUPPRESSION (self), NULL);

  return self->table;
}

/**
 * scrutiny_suppression_get_n_small:
 * @self: a suppression
 *
 * Gets how many cells and totals are hidden because they are small.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_suppression_get_n_small (ScrutinySuppression *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SUPPRESSION (self), 0);

  return self->n_small;
}

/**
 * scrutiny_suppression_get_n_withheld:
 * @self: a suppression
 *
 * Gets how many more are withheld so that those cannot be worked out.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_suppression_get_n_withheld (ScrutinySuppression *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SUPPRESSION (self), 0);

  return self->n_withheld;
}

/**
 * scrutiny_suppression_get_says_which:
 * @self: a suppression
 *
 * Gets whether small cells are told from withheld ones, “<5” and “withheld”.
 *
 * Returns: `FALSE` where that would tell too much, and all are “withheld”
 *
 * Since: 0.1
 */
gboolean
scrutiny_suppression_get_says_which (ScrutinySuppression *self)
{
  g_return_val_if_fail (SCRUTINY_IS_SUPPRESSION (self), FALSE);

  return self->says_which;
}
