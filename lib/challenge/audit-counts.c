/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-counts.h"

#include "kernel/fisher-exact.h"
#include "kernel/holm.h"
#include "kernel/two-counts.h"

#include <math.h>

/* The row with a status before @row, which a change is from. */
static gsize
row_before (const AuditRows *rows, gsize row)
{
  while (row > 0 && !audit_rows_get_status (rows, row - 1))
    row--;

  return row > 0 ? row - 1 : AUDIT_NO_ROW;
}

/* How often chance alone would set the two periods as far apart; NaN where it cannot be told. */
static double
find_chance (const AuditRows *rows, gsize before, gsize row, gboolean is_share)
{
  const double *top = rows->numerators, *bottom = rows->denominators;
  double chance = NAN;
  KernelStatus status;

  if (!audit_rows_has_counts (rows, before) || !audit_rows_has_counts (rows, row))
    return NAN;

  if (is_share)
    status = kernel_fisher_exact (top[before], bottom[before] - top[before], top[row],
                                  bottom[row] - top[row], &chance);
  else
    status = kernel_two_counts (top[before], bottom[before], top[row], bottom[row], &chance);

  return status == KERNEL_OK ? chance : NAN;
}

static void
test_changes (AuditCounts *self, const AuditRows *rows, const AuditSteps *steps, gboolean is_share)
{
  g_autofree double *single = g_new (double, rows->n_rows);
  g_autofree size_t *work = g_new (size_t, rows->n_rows);

  for (gsize i = 0; i < rows->n_rows; i++) {
    const gsize before = steps->changed[i] ? row_before (rows, i) : AUDIT_NO_ROW;

    single[i] = before == AUDIT_NO_ROW ? NAN : find_chance (rows, before, i, is_share);
  }
  kernel_holm (rows->n_rows, single, work, self->chances);
  for (gsize i = 0; i < rows->n_rows; i++) {
    self->n_tested += isfinite (self->chances[i]) != 0;
    self->n_beyond += self->chances[i] <= AUDIT_COUNTS_LEVEL;
  }
}

/* Whether the periods of each stretch vary as chance between cases makes them. */
static gboolean
vary_by_chance (const AuditLevels *levels)
{
  for (guint k = 0; k < levels->n; k++)
    if (levels->all[k].unknown || levels->all[k].figure.law != STEADY_BINOMIAL)
      return FALSE;

  return levels->n > 0;
}

void
audit_counts_fill (AuditCounts *self,
                   const AuditRows *rows,
                   const AuditSteps *steps,
                   const AuditLevels *levels)
{
  const gboolean is_share = audit_rows_is_share (rows);

  *self = (AuditCounts){ .chances = g_new (double, rows->n_rows) };
  for (gsize i = 0; i < rows->n_rows; i++)
    self->chances[i] = NAN;
  if (!rows->numerators || steps->n_changes == 0 || rows->shared)
    return;

  self->test = is_share ? "fisher" : "two-counts";
  test_changes (self, rows, steps, is_share);
  self->speaks =
      self->n_tested == steps->n_changes && (steps->no_steps != NULL || vary_by_chance (levels));
}

void
audit_counts_clear (AuditCounts *self)
{
  g_clear_pointer (&self->chances, g_free);
}
