/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/rule-grid.h"

#include "base/columns.h"
#include "base/printed.h"
#include "challenge/status-order.h"

#include <math.h>
#include <string.h>

#define NO_VALUE "The rule does not look at the figure itself."
#define NO_TARGET "The rule has no one target, above or below which the figure is wanted."
#define TOO_MANY "The rule gives more than three statuses to figures, so no grid is laid round it."
#define NO_SCALE "The rule's target is 0, so no scale for other targets is known."

#define FAR_OFF 1e12
#define BISECTIONS 200
#define SAME 1e-9 /* of a target: a rule takes numbers that agree more nearly as the same */
#define PERCENT_STEP 2
#define STEPS_IN_TARGET 45
#define STEPS_BELOW 5

static const double widths_in_steps[RULE_GRID_WIDTHS] = { 1, 2.5, 5 };

static const char *
status_at (const AuditRows *rows, gsize row, double value)
{
  return audit_rows_judge (rows, row, value, NULL);
}

/* Where the status stops being @status on the way from @inside to @outside: the last value
 * that has it.
 */
static double
find_edge (const AuditRows *rows, gsize row, const char *status, double inside, double outside)
{
  for (int i = 0; i < BISECTIONS; i++) {
    const double middle = inside + (outside - inside) / 2;

    if (g_strcmp0 (status_at (rows, row, middle), status) == 0)
      inside = middle;
    else
      outside = middle;
  }

  return inside;
}

static gboolean
is_same (double a, double b)
{
  return fabs (a - b) <= SAME * fmax (1, fabs (b));
}

/* An edge as the decimal the rule must hold.  A rule that rounds turns half a digit early:
 * 89.95 is the edge of 90 to one decimal.
 */
static double
threshold_of (const AuditRows *rows, double edge, int side)
{
  const gboolean rounds = strstr (scrutiny_colour_rule_get_text (rows->rule), "round") != NULL;

  for (guint decimals = 0; decimals <= PRINTED_MOST_DECIMALS; decimals++) {
    const double half = side * pow (10, -(double) decimals) / 2;
    const double plain = printed_round (edge, decimals);
    const double rounded = printed_round (edge + half, decimals);

    if (is_same (plain, edge))
      return plain;
    if (rounds && is_same (rounded - half, edge))
      return rounded;
  }

  return edge;
}

static gsize
place_in (char *const *order, const char *status)
{
  gsize place = 0;

  while (order[place] && g_strcmp0 (order[place], status) != 0)
    place++;

  return place;
}

/* The statuses from the target outwards, the target and the wanted side. */
static const char *
read_rule (RuleGrid *grid, const AuditRows *rows, gsize row)
{
  g_auto (GStrv) order = scrutiny_colour_rule_dup_statuses (rows->rule);
  const char *high = status_at (rows, row, FAR_OFF);
  const char *low = status_at (rows, row, -FAR_OFF);
  double inside, outside, edge, next;

  if (!high || !low || g_strcmp0 (high, low) == 0)
    return NO_TARGET;

  grid->side = place_in (order, high) < place_in (order, low) ? 1 : -1;
  inside = grid->side * FAR_OFF;
  outside = -inside;
  grid->statuses[0] = grid->side > 0 ? high : low;
  edge = find_edge (rows, row, grid->statuses[0], inside, outside);
  grid->target = threshold_of (rows, edge, grid->side);

  next = edge - grid->side * SAME * fmax (1, fabs (edge));
  grid->statuses[1] = status_at (rows, row, next);
  grid->statuses[2] = grid->side > 0 ? low : high;
  grid->n_statuses = 3;
  if (g_strcmp0 (grid->statuses[1], grid->statuses[2]) == 0) {
    grid->n_statuses = 2;
  } else {
    edge = find_edge (rows, row, grid->statuses[1], next, outside);
    next = edge - grid->side * SAME * fmax (1, fabs (edge));
    if (g_strcmp0 (status_at (rows, row, next), grid->statuses[2]) != 0)
      return TOO_MANY;
  }

  return grid->statuses[1] ? NULL : NO_TARGET;
}

static gboolean
is_percent (const AuditRows *rows, gsize row)
{
  const char *const *units = columns_find_texts (rows->table, "unit");

  if (units && status_equal (units[row], "%"))
    return TRUE;

  return rows->numerators && rows->scale == 100 && rows->numerators[row] <= rows->denominators[row];
}

/* 1, 2 or 5 times a power of ten, the nearest to @size in proportion. */
static double
round_step (double size)
{
  static const double steps[] = { 1, 2, 5, 10 };
  const double power = pow (10, floor (log10 (size)));
  double best = power;

  for (gsize i = 1; i < G_N_ELEMENTS (steps); i++)
    if (fabs (log (size / (steps[i] * power))) < fabs (log (size / best)))
      best = steps[i] * power;

  return best;
}

static void
lay_grid (RuleGrid *grid, gboolean percent)
{
  const double step = percent ? PERCENT_STEP : round_step (fabs (grid->target) / STEPS_IN_TARGET);
  double first = -STEPS_BELOW;

  if (percent)
    first = fmin (first, floor ((100 - grid->target) / step) - (RULE_GRID_TARGETS - 1));
  if (grid->target > 0)
    first = fmax (first, 1 - ceil (grid->target / step));

  for (guint i = 0; i < RULE_GRID_TARGETS; i++)
    grid->targets[i] = printed_round (grid->target + (first + i) * step, PRINTED_MOST_DECIMALS);
  grid->n_widths = grid->n_statuses == 3 ? RULE_GRID_WIDTHS : 1;
  for (guint i = 0; i < RULE_GRID_WIDTHS; i++)
    grid->widths[i] = printed_round (widths_in_steps[i] * step, PRINTED_MOST_DECIMALS);
}

/* Whether @value is at @target or beyond it. */
static gboolean
reaches (double value, double target, int side)
{
  return side * (value - target) >= 0 || is_same (value, target);
}

static void
count_statuses (RuleGrid *grid, double value)
{
  for (guint i = 0; i < RULE_GRID_TARGETS; i++) {
    for (guint k = 0; k < grid->n_widths; k++) {
      const double short_of = grid->targets[i] - grid->side * grid->widths[k];

      if (reaches (value, grid->targets[i], grid->side))
        grid->counts[0]++;
      else if (grid->n_statuses == 2 || reaches (value, short_of, grid->side))
        grid->counts[1]++;
      else
        grid->counts[2]++;
    }
  }
}

const char *
rule_grid_fill (RuleGrid *grid, const AuditRows *rows, gsize row)
{
  const char *reason;

  *grid = (RuleGrid){ 0 };
  if (!rows->names_value || !isfinite (rows->values[row]))
    return NO_VALUE;

  reason = read_rule (grid, rows, row);
  if (reason)
    return reason;
  if (grid->target == 0)
    return NO_SCALE;

  lay_grid (grid, is_percent (rows, row));
  count_statuses (grid, rows->values[row]);

  return NULL;
}
