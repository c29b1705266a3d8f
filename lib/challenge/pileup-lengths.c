/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-lengths.h"

#include "base/columns.h"
#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "challenge/moment-columns.h"

#include <math.h>
#include <string.h>

/* 45.00000000001 is 45 that was divided and multiplied. */
#define ROUNDING 1e-9

#define SECONDS_IN_DAY 86400
#define LONGEST_SHOWN 40

void
pileup_lengths_init (PileupLengths *self, const PileupAsked *asked)
{
  const gint64 half = (gint64) asked->shape.half, low = asked->limit - 2 * half;
  const gint64 first = asked->is_signed ? low : MAX (low, 0);
  const gsize n = (gsize) (asked->limit + 2 * half + half / 3 - first + 1);

  *self = (PileupLengths){ 0 };
  for (guint part = 0; part < PILEUP_N_PARTS; part++) {
    self->counts[part] = g_new0 (double, n);
    self->lengths[part] = (KernelLengths){ .first = first, .n = n, .counts = self->counts[part] };
  }
}

void
pileup_lengths_clear (PileupLengths *self)
{
  for (guint part = 0; part < PILEUP_N_PARTS; part++) {
    g_clear_pointer (&self->counts[part], g_free);
    g_clear_pointer (&self->rows[part], g_free);
  }
}

static void
refuse_number (gsize row, const char *column, double value, const char *why, GError **error)
{
  g_autofree char *name = printable_dup (column, LONGEST_SHOWN);
  char text[NUMBER_TEXT_SIZE];

  number_show (value, text);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, row + 1, column, text,
                         "Row %" G_GSIZE_FORMAT " below the header, column “%s”: %s %s", row + 1,
                         name, text, why);
}

/* Which part a row is in; PILEUP_ALL for neither. */
static guint
part_of (const PileupAsked *asked, const double *moments, gsize row)
{
  if (!moments || isnan (moments[row]))
    return PILEUP_ALL;

  return moments[row] < (double) asked->since_day * SECONDS_IN_DAY ? PILEUP_BEFORE : PILEUP_SINCE;
}

static void
add (PileupLengths *self, const PileupAsked *asked, double length, double count, guint part)
{
  const double whole = ceil (length - ROUNDING * MAX (1, fabs (length)));
  const double i = whole - (double) self->lengths[PILEUP_ALL].first;

  if (isnan (length)) {
    self->n_missing += count;
  } else if (whole < 0 && !asked->is_signed) {
    self->n_below += count;
  } else {
    const gboolean is_near = i >= 0 && i < (double) self->lengths[PILEUP_ALL].n;

    self->n_cases[PILEUP_ALL] += count;
    if (is_near)
      self->counts[PILEUP_ALL][(gsize) i] += count;
    if (part == PILEUP_ALL) {
      self->n_undated += count;
      return;
    }
    self->n_cases[part] += count;
    if (is_near)
      self->counts[part][(gsize) i] += count;
  }
}

/* NULL where no part is asked for; FALSE with @error where it cannot be told. */
static gboolean
read_moments (const PileupAsked *asked, ScrutinyTable *table, double **moments, GError **error)
{
  const char *const names[] = { asked->dated };

  return !asked->dated || moment_columns_read (table, names, 1, moments, error);
}

gboolean
pileup_lengths_read (PileupLengths *self,
                     const PileupAsked *asked,
                     ScrutinyTable *table,
                     const char *column,
                     GError **error)
{
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const double *values = columns_need_numbers (table, column, error);
  g_autofree double *moments = NULL;

  pileup_lengths_init (self, asked);
  if (!values || !read_moments (asked, table, &moments, error))
    return FALSE;

  for (gsize row = 0; row < n_rows; row++) {
    if (isinf (values[row])) {
      refuse_number (row, column, values[row], "is no length", error);
      return FALSE;
    }
    add (self, asked, values[row], 1, part_of (asked, moments, row));
  }

  return TRUE;
}

gboolean
pileup_lengths_read_counts (PileupLengths *self,
                            const PileupAsked *asked,
                            ScrutinyTable *table,
                            const char *column,
                            const char *counts,
                            GError **error)
{
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const double *values = columns_need_numbers (table, column, error);
  const double *times = values ? columns_need_numbers (table, counts, error) : NULL;
  g_autofree double *moments = NULL;

  pileup_lengths_init (self, asked);
  if (!times || !read_moments (asked, table, &moments, error))
    return FALSE;

  for (gsize row = 0; row < n_rows; row++) {
    if (isinf (values[row])) {
      refuse_number (row, column, values[row], "is no length", error);
      return FALSE;
    }
    if (!(times[row] >= 0) || isinf (times[row])) {
      refuse_number (row, counts, times[row], "is no count of cases", error);
      return FALSE;
    }
    add (self, asked, values[row], times[row], part_of (asked, moments, row));
  }

  return TRUE;
}

gboolean
pileup_lengths_read_between (PileupLengths *self,
                             const PileupAsked *asked,
                             ScrutinyTable *table,
                             const char *start,
                             const char *end,
                             GError **error)
{
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const double seconds = (double) asked->unit->seconds;
  const char *const names[] = { start, end, asked->dated };
  double *moments[G_N_ELEMENTS (names)] = { NULL };
  gboolean is_read;

  pileup_lengths_init (self, asked);
  if (asked->unit->seconds == 0) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, asked->unit->name,
                           "Unit: %s are not what lies between two dates; give a column that "
                           "holds them, or take days, hours or minutes",
                           asked->unit->many);
    return FALSE;
  }

  is_read = moment_columns_read (table, names, asked->dated ? 3 : 2, moments, error);
  for (gsize row = 0; is_read && row < n_rows; row++)
    add (self, asked, (moments[1][row] - moments[0][row]) / seconds, 1,
         part_of (asked, moments[2], row));
  for (gsize i = 0; i < G_N_ELEMENTS (moments); i++)
    g_free (moments[i]);

  return is_read;
}

double
pileup_lengths_sum (const PileupLengths *self, guint part, gint64 low, gint64 high)
{
  const KernelLengths *lengths = &self->lengths[part];
  double sum = 0;

  for (gint64 i = low - lengths->first; i <= high - lengths->first; i++)
    if (i >= 0 && (guint64) i < lengths->n)
      sum += lengths->counts[i];

  return sum;
}

static void
hash_number (GChecksum *hash, double value)
{
  char text[NUMBER_TEXT_SIZE];

  number_format (value, text);
  g_checksum_update (hash, (const guchar *) text, (gssize) strlen (text) + 1);
}

char *
pileup_lengths_dup_hash (const PileupLengths *self)
{
  g_autoptr (GChecksum) hash = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint part = 0; part < PILEUP_N_PARTS; part++) {
    hash_number (hash, self->n_cases[part]);
    for (gsize i = 0; i < self->lengths[part].n; i++)
      hash_number (hash, self->counts[part][i]);
  }
  hash_number (hash, self->n_missing);
  hash_number (hash, self->n_below);

  return g_strdup (g_checksum_get_string (hash));
}
