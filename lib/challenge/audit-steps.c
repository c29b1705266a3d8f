/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-steps.h"

#include "base/columns.h"
#include "challenge/status-order.h"

#include <math.h>

#define NOT_PERIODS "The rows are not periods of one figure."
#define TOO_FEW "Fewer than 8 periods have a value: ask for earlier ones."

/* The move from the row before, NaN across a gap and to what is counted otherwise. */
static double
step_to (const AuditRows *rows, gsize row)
{
  if (rows->periods[row].ordinal != rows->periods[row - 1].ordinal + 1 ||
      audit_rows_has_break (rows, row, AUDIT_BREAK_DECLARED))
    return NAN;

  return rows->values[row] - rows->values[row - 1];
}

static void
find_changes (AuditSteps *self, const AuditRows *rows)
{
  const char *before = NULL;

  for (gsize i = 0; i < self->n_rows; i++) {
    const char *status = audit_rows_get_status (rows, i);

    if (!status)
      continue;
    self->n_with_status++;
    self->changed[i] = before && !status_equal (before, status);
    self->n_changes += self->changed[i] != FALSE;
    before = status;
  }
}

static void
find_limit (AuditSteps *self, const AuditRows *rows)
{
  gsize n_values = 0, n_steps = 0;
  double sum = 0;

  for (gsize i = 0; i < self->n_rows; i++) {
    const double step = i > 0 ? step_to (rows, i) : NAN;

    n_values += isfinite (rows->values[i]) != 0;
    if (!isfinite (step))
      continue;
    sum += fabs (step);
    n_steps++;
  }

  if (n_values < AUDIT_STEP_VALUES || n_steps == 0)
    self->no_steps = g_strdup (TOO_FEW);
  else
    self->limit = AUDIT_STEP_LIMIT * sum / (double) n_steps;
}

static void
find_outside (AuditSteps *self, const AuditRows *rows)
{
  for (gsize i = 1; i < self->n_rows; i++) {
    self->outside[i] = fabs (step_to (rows, i)) > self->limit;
    self->n_outside += self->outside[i] != FALSE;
    self->n_changes_outside += self->outside[i] && self->changed[i];
  }
}

ScrutinySeries *
audit_steps_dup_series (const AuditRows *rows, GError **error)
{
  g_autoptr (ScrutinyTimeline) timeline =
      scrutiny_timeline_new_from_texts (columns_find_texts (rows->table, "period"), error);
  ScrutinySeries *series = NULL;

  if (!timeline)
    return NULL;

  if (rows->numerators)
    series = scrutiny_series_new_ratio (timeline, rows->numerators, rows->n_rows,
                                        rows->denominators, rows->n_rows, rows->scale, NULL);
  if (!series)
    series = scrutiny_series_new (timeline, rows->values, rows->n_rows, error);

  return series;
}

static void
cover (AuditSteps *self, ScrutinyChart *chart, ScrutinyDirection direction, gboolean *covered)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);

  for (guint k = 0; k < signals->len; k++) {
    gsize n_points;
    const guint *points = scrutiny_signal_get_points (signals->pdata[k], &n_points);

    if (scrutiny_signal_get_direction (signals->pdata[k]) != direction)
      continue;
    for (gsize i = n_points > 0 ? points[0] : 1; n_points > 0 && i <= points[n_points - 1]; i++)
      covered[i] = self->covered[i] = TRUE;
  }
}

static void
find_patterns (AuditSteps *self, ScrutinyChart *chart, ScrutinyDirection direction)
{
  g_autofree gboolean *covered = g_new0 (gboolean, self->n_rows + 1);

  cover (self, chart, direction, covered);
  for (gsize i = 0; i < self->n_rows; i++) {
    AuditPattern pattern = { .first = i };

    if (!covered[i])
      continue;
    for (; covered[i]; i++)
      pattern.changed |= self->changed[i];
    pattern.last = i - 1;
    g_array_append_val (self->patterns, pattern);
  }
}

/* With new lines where the figure is counted otherwise. */
static ScrutinyChart *
draw_chart (const AuditRows *rows, ScrutinySeries *series, GError **error)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) phases = NULL;

  for (gsize i = 0; i < rows->n_rows; i++)
    if (audit_rows_has_break (rows, i, AUDIT_BREAK_DECLARED)) {
      g_autofree char *period = period_dup_text (&rows->periods[i]);

      g_strv_builder_add (builder, period);
    }
  phases = g_strv_builder_end (builder);
  scrutiny_chart_options_set_phases (options, (const char *const *) phases);

  return scrutiny_chart_new (series, options, error);
}

static void
read_chart (AuditSteps *self, const AuditRows *rows, ScrutinyChart *chart)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) series = chart ? NULL : audit_steps_dup_series (rows, &error);
  g_autoptr (ScrutinyChart) drawn = series ? draw_chart (rows, series, &error) : NULL;

  chart = chart ? chart : drawn;
  if (!chart) {
    self->no_chart = g_strdup (error->message);
    return;
  }

  self->no_chart = g_strdup (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (chart)));
  find_patterns (self, chart, SCRUTINY_DIRECTION_UP);
  find_patterns (self, chart, SCRUTINY_DIRECTION_DOWN);
  find_patterns (self, chart, SCRUTINY_DIRECTION_NONE);
}

AuditSteps *
audit_steps_new (const AuditRows *rows, ScrutinyChart *chart)
{
  AuditSteps *self = g_new0 (AuditSteps, 1);

  self->n_rows = rows->n_rows;
  self->changed = g_new0 (gboolean, rows->n_rows);
  self->outside = g_new0 (gboolean, rows->n_rows);
  self->covered = g_new0 (gboolean, rows->n_rows);
  self->limit = NAN;
  self->patterns = g_array_new (FALSE, FALSE, sizeof (AuditPattern));
  if (!rows->periods || !rows->values) {
    self->no_steps = g_strdup (NOT_PERIODS);
    self->no_chart = g_strdup (NOT_PERIODS);
    return self;
  }

  find_changes (self, rows);
  if (rows->shared) {
    self->no_steps = g_strdup (rows->shared);
    self->no_chart = g_strdup (rows->shared);
    return self;
  }

  find_limit (self, rows);
  find_outside (self, rows);
  read_chart (self, rows, chart);

  return self;
}

void
audit_steps_free (AuditSteps *self)
{
  g_free (self->changed);
  g_free (self->outside);
  g_free (self->covered);
  g_array_unref (self->patterns);
  g_free (self->no_steps);
  g_free (self->no_chart);
  g_free (self);
}
