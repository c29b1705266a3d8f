/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-private.h"

/* Reads one kind of rows. */
typedef gboolean (*ReadFunc) (PileupReading *reading,
                              ScrutinyTable *table,
                              const PileupColumns *columns,
                              GError **error);

static gboolean
read_lengths (PileupReading *self,
              ScrutinyTable *table,
              const PileupColumns *columns,
              GError **error)
{
  return pileup_lengths_read (&self->lengths, &self->asked, table, columns->column, error);
}

static gboolean
read_counts (PileupReading *self,
             ScrutinyTable *table,
             const PileupColumns *columns,
             GError **error)
{
  return pileup_lengths_read_counts (&self->lengths, &self->asked, table, columns->column,
                                     columns->counts, error);
}

static gboolean
read_dates (PileupReading *self, ScrutinyTable *table, const PileupColumns *columns, GError **error)
{
  return pileup_lengths_read_between (&self->lengths, &self->asked, table, columns->start,
                                      columns->end, error);
}

static ScrutinyPileup *
make (ReadFunc read,
      ScrutinyTable *table,
      const PileupColumns *columns,
      double threshold,
      ScrutinyPileupOptions *options,
      GError **error)
{
  g_autoptr (ScrutinyPileup) self = g_object_new (SCRUTINY_TYPE_PILEUP, NULL);
  PileupReading *reading = pileup_begin (self);

  if (!pileup_asked_init (&reading->asked, threshold, options, error) ||
      !read (reading, table, columns, error))
    return NULL;
  pileup_finish (self, columns);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_pileup_new:
 * @table: a row a case
 * @column: numbers: how long each took, in the unit; what is no whole number counts in the
 *   one in which it ends
 * @threshold: the limit, the last length that meets it
 * @options: (nullable): unit, window and what may be shown, or `NULL` for whole days
 * @error: return location for an error
 *
 * Looks for a pile-up at a limit.
 *
 * Cases without a length, and those of less than nothing, are left out and counted. Too few
 * cases are no error: the result says what cannot be told, see
 * [method@Result.get_cannot_tell].
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for a column or a unit that is none;
 * [error@Scrutiny.Error.MISMATCH] for a column of the wrong kind, or half of a comparison;
 * [error@Scrutiny.Error.OUT_OF_RANGE] for a limit that is no whole number, a width that makes
 * no sense or an infinite length; and [error@Scrutiny.Error.UNREADABLE] for a date or a window
 * that is none.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyPileup *
scrutiny_pileup_new (ScrutinyTable *table,
                     const char *column,
                     double threshold,
                     ScrutinyPileupOptions *options,
                     GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table) && column != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_PILEUP_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return make (read_lengths, table, &(PileupColumns){ .column = column }, threshold, options,
               error);
}

/**
 * scrutiny_pileup_new_counted:
 * @table: a row a length
 * @column: numbers: the length
 * @counts: numbers: how many cases took so long; none missing
 * @threshold: the limit, the last length that meets it
 * @options: (nullable): unit, window and what may be shown, or `NULL` for whole days
 * @error: return location for an error
 *
 * Looks for a pile-up at a limit in cases that have been counted.
 *
 * Fails as [ctor@Pileup.new] does, and with [error@Scrutiny.Error.OUT_OF_RANGE] for a count
 * that is missing or below 0.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyPileup *
scrutiny_pileup_new_counted (ScrutinyTable *table,
                             const char *column,
                             const char *counts,
                             double threshold,
                             ScrutinyPileupOptions *options,
                             GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table) && column != NULL && counts != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_PILEUP_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return make (read_counts, table, &(PileupColumns){ .column = column, .counts = counts },
               threshold, options, error);
}

/**
 * scrutiny_pileup_new_between:
 * @table: a row a case
 * @start: texts: the date from which the length counts, with or without a time
 * @end: texts: the date to which it counts
 * @threshold: the limit, the last length that meets it; 0 where @start is the date by which a
 *   case was to end
 * @options: (nullable): unit, window and what may be shown, or `NULL` for whole days
 * @error: return location for an error
 *
 * Looks for a pile-up at a limit in what lies between two dates. Days with a time count 24
 * hours each; a case counts in the one in which it ends.
 *
 * Fails as [ctor@Pileup.new] does, with [error@Scrutiny.Error.UNREADABLE] for what is no date
 * or is written otherwise than the dates above it, and with
 * [error@Scrutiny.Error.UNSUITABLE] for a unit that needs more than two dates, such as working
 * days.
 *
 * Returns: (transfer full): a new result, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyPileup *
scrutiny_pileup_new_between (ScrutinyTable *table,
                             const char *start,
                             const char *end,
                             double threshold,
                             ScrutinyPileupOptions *options,
                             GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table) && start != NULL && end != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_PILEUP_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return make (read_dates, table, &(PileupColumns){ .start = start, .end = end }, threshold,
               options, error);
}
