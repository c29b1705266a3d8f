/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-counts.h"

#include "kernel/fisher-exact.h"
#include "kernel/holm.h"
#include "kernel/two-counts.h"

#include <math.h>

/* Whether counts are parts of what they are divided by, wherever they are known. */
static gboolean
are_shares (const AuditRows *rows)
{
  for (gsize i = 0; i < rows->n_rows; i++)
    if (audit_rows_has_counts (rows, i) &&
        (rows->numerators[i] < 0 || rows->numerators[i] > rows->denominators[i]))
      return FALSE;

  return TRUE;
}

/* The row with a status before @row, which a step is from. */
static gsize
row_before (const AuditRows *rows, gsize row)
{
  while (row > 0 && !audit_rows_get_status (rows, row - 1))
    row--;

  return row > 0 ? row - 1 : AUDIT_NO_ROW;
}

/* What is counted otherwise is not set beside the row. */
static gboolean
is_across_a_break (const AuditRows *rows, gsize before, gsize row)
{
  for (gsize i = before + 1; i <= row; i++)
    if (audit_rows_has_break (rows, i, AUDIT_BREAK_DECLARED))
      return TRUE;

  return FALSE;
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

/* All steps are allowed for: a status changes where the difference is large, so the changes alone
 * are no sample of them.
 */
static void
test_steps (AuditCounts *self, const AuditRows *rows, const AuditSteps *steps, gboolean is_share)
{
  g_autofree double *single = g_new (double, rows->n_rows);
  g_autofree size_t *work = g_new (size_t, rows->n_rows);

  for (gsize i = 0; i < rows->n_rows; i++) {
    const gsize before = audit_rows_get_status (rows, i) ? row_before (rows, i) : AUDIT_NO_ROW;

    single[i] = NAN;
    if (before == AUDIT_NO_ROW || is_across_a_break (rows, before, i))
      continue;
    single[i] = find_chance (rows, before, i, is_share);
    self->n_untold += steps->changed[i] && isnan (single[i]);
  }
  kernel_holm (rows->n_rows, single, work, self->chances);
  for (gsize i = 0; i < rows->n_rows; i++) {
    const gboolean is_beyond = self->chances[i] <= AUDIT_COUNTS_LEVEL;

    self->n_steps += isfinite (self->chances[i]) != 0;
    self->n_tested += steps->changed[i] && isfinite (self->chances[i]);
    self->n_beyond += steps->changed[i] && is_beyond;
    self->n_missed += !steps->changed[i] && is_beyond;
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
  const gboolean is_share = are_shares (rows);

  *self = (AuditCounts){ .chances = g_new (double, rows->n_rows) };
  for (gsize i = 0; i < rows->n_rows; i++)
    self->chances[i] = NAN;
  if (!rows->numerators || !rows->periods || rows->shared)
    return;

  self->test = is_share ? "fisher" : "two-counts";
  test_steps (self, rows, steps, is_share);
  self->speaks = self->n_steps > 0 && self->n_untold == 0 &&
                 (steps->no_steps != NULL || vary_by_chance (levels));
}

void
audit_counts_clear (AuditCounts *self)
{
  g_clear_pointer (&self->chances, g_free);
}
