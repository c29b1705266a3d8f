/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-traps.h"

#include "base/civil.h"
#include "base/columns.h"
#include "base/period-days.h"
#include "base/printed.h"

#include <math.h>
#include <string.h>

/* The status of row @row with all of its decimals. */
static const char *
judge_exactly (const AuditRows *rows, const StatusBands *bands, gsize row, double exact)
{
  StatusBands written = *bands;

  if (!strstr (scrutiny_colour_rule_get_text (rows->rule), "round"))
    return audit_rows_judge (rows, row, exact, NULL);
  for (guint k = 0; k < written.n_edges; k++)
    written.edges[k] = status_bands_get_threshold (bands, rows, k);

  return status_bands_judge (&written, exact);
}

static void
find_rounded (AuditTraps *self, const AuditRows *rows, const AuditChance *chance)
{
  for (gsize i = 0; i < rows->n_rows; i++) {
    const char *status;
    double exact;

    if (!chance->has_bands[i] || !audit_rows_has_counts (rows, i))
      continue;
    exact = rows->scale * rows->numerators[i] / rows->denominators[i];
    status = judge_exactly (rows, &chance->bands[i], i, exact);
    if (g_strcmp0 (status, rows->recomputed[i]) == 0)
      continue;
    self->n_rounded++;
    self->rounded = i;
    self->exact = exact;
    self->unrounded = status;
  }
}

/* The narrowest band between two edges of the latest row. */
static void
find_narrow (AuditTraps *self, const AuditRows *rows, const AuditChance *chance)
{
  const gsize row = audit_rows_get_latest (rows);
  const StatusBands *bands;
  double one_case, narrowest = INFINITY;

  if (row == AUDIT_NO_ROW || !chance->has_bands[row] || !audit_rows_has_counts (rows, row))
    return;
  bands = &chance->bands[row];
  one_case = rows->scale / rows->denominators[row];
  for (guint k = 1; k < bands->n_edges; k++) {
    const double width = printed_difference (bands->edges[k], bands->edges[k - 1]);

    if (width >= narrowest)
      continue;
    narrowest = width;
    self->narrow = bands->statuses[k];
  }
  if (one_case > narrowest / 2) {
    self->one_case = one_case;
    self->width = narrowest;
  }
}

/* Years begin in January, in April and, for learning, in September. */
static gboolean
is_amid_year (const Period *period)
{
  PeriodDays days;
  int month;

  if (!period_get_days (period, &days))
    return FALSE;
  month = civil_from_days (days.first).month;

  return month != 1 && month != 4 && month != 9;
}

static void
find_moves (AuditTraps *self, const AuditRows *rows, const AuditChance *chance)
{
  const StatusBands *first = NULL, *last = NULL;

  for (gsize i = 0; i < rows->n_rows; i++) {
    if (!chance->has_bands[i])
      continue;
    if (last && !status_bands_equal (last, &chance->bands[i])) {
      first = first ? first : last;
      if (self->n_moves++ == 0) {
        self->moved = i;
        self->is_mid_year = is_amid_year (&rows->periods[i]);
      }
    }
    last = &chance->bands[i];
    if (!first)
      continue;
    self->n_after++;
    self->n_other +=
        g_strcmp0 (status_bands_judge (first, rows->values[i]), rows->recomputed[i]) != 0;
  }
}

static gboolean
is_turn (double before, double here, double after)
{
  return (here > before && here > after) || (here < before && here < after);
}

static void
count_turns (AuditTraps *self, const AuditRows *rows)
{
  guint n_values = 0, n_turns = 0;

  for (gsize i = 0; i < rows->n_rows; i++) {
    const gboolean follows =
        i > 0 && rows->periods[i].ordinal == rows->periods[i - 1].ordinal + 1 && n_values > 0;

    if (!isfinite (rows->values[i])) {
      n_values = n_turns = 0;
      continue;
    }
    n_values = follows ? n_values + 1 : 1;
    n_turns = follows ? n_turns : 0;
    if (n_values > 2)
      n_turns += is_turn (rows->values[i - 2], rows->values[i - 1], rows->values[i]) != FALSE;
    if (n_values > self->n_values) {
      self->n_values = n_values;
      self->n_turns = n_turns;
    }
  }
}

void
audit_traps_init (AuditTraps *self)
{
  *self = (AuditTraps){
    .rounded = AUDIT_NO_ROW, .exact = NAN, .one_case = NAN, .width = NAN, .moved = AUDIT_NO_ROW
  };
}

void
audit_traps_find (AuditTraps *self, const AuditRows *rows, const AuditChance *chance)
{
  if (rows->periods && rows->values && !rows->shared)
    count_turns (self, rows);
  self->has_arrows = self->n_values > 2 && columns_find_texts (rows->table, "direction");
  if (!chance->bands)
    return;

  find_rounded (self, rows, chance);
  find_narrow (self, rows, chance);
  find_moves (self, rows, chance);
}

double
audit_traps_expect_turns (guint n_values)
{
  return n_values > 2 ? 2 * (n_values - 2.0) / 3 : 0;
}
