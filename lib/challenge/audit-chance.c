/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-chance.h"

#include "challenge/expected-changes.h"
#include "challenge/status-draw.h"
#include "challenge/status-order.h"

#include "kernel/gauss-hermite.h"
#include "kernel/normal.h"
#include "kernel/status-bits.h"
#include "kernel/status-chances.h"
#include "kernel/status-changes.h"

#include <math.h>

#define NO_VALUE "The rule does not look at the figure itself."
#define TOO_MANY_BANDS "The rule has more bands than are worked out."
#define NO_EDGE "The rule gives the same status to any value near the level."
#define NO_YEARS \
  "Fewer than three whole years have values: how much the level moves cannot be told."

#define N_NODES 64

/* How many deviations either side of the level bands are looked for. */
#define REACH 8

/* Of a figure whose level is not known: part of its largest value. */
#define SHARE_OF_VALUE 0.25

/* Of a figure that never moves: part of its level. */
#define LEAST_REACH 1e-3

static void
reach_around (const SteadyFigure *figure, double *low, double *high)
{
  double widest = 0, reach;

  for (gsize i = 0; i < figure->n_rows; i++)
    if (figure->used[i])
      widest = fmax (widest, figure->widths[i]);
  reach = fmax (REACH * fmax (figure->deviation, figure->overall) * widest,
                LEAST_REACH * fmax (fabs (figure->level), 1));
  *low = fmin (*low, figure->level - reach);
  *high = fmax (*high, figure->level + reach);
}

/* Where no level is known, around what there was. */
static void
reach_around_values (const AuditRows *rows, double *low, double *high)
{
  double span;

  for (gsize i = 0; i < rows->n_rows; i++)
    if (isfinite (rows->values[i])) {
      *low = fmin (*low, rows->values[i]);
      *high = fmax (*high, rows->values[i]);
    }
  span = fmax (fmax (*high - *low, SHARE_OF_VALUE * fmax (fabs (*low), fabs (*high))), 1);
  *low -= span;
  *high += span;
}

/* The values that any row may have, give or take. */
static void
find_reach (const AuditChance *self, const AuditRows *rows, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint k = 0; k < self->levels.n; k++)
    if (!self->levels.all[k].unknown)
      reach_around (&self->levels.all[k].figure, low, high);
  if (self->levels.n_known == 0)
    reach_around_values (rows, low, high);
  if (rows->numerators)
    *low = fmax (*low, 0);
}

static gboolean
needs_bands (const AuditChance *self, const AuditRows *rows, gsize row)
{
  if (self->levels.n_known > 0)
    return audit_levels_find_figure (&self->levels, row) != NULL;

  return isfinite (rows->values[row]) && rows->recomputed[row];
}

static const char *
find_bands (AuditChance *self, const AuditRows *rows)
{
  const StatusBands *last = NULL;
  double low, high;

  self->bands = g_new0 (StatusBands, rows->n_rows);
  self->has_bands = g_new0 (gboolean, rows->n_rows);
  find_reach (self, rows, &low, &high);
  for (gsize i = 0; i < rows->n_rows; i++) {
    if (!needs_bands (self, rows, i))
      continue;
    if (last && status_bands_fit (last, rows, i, low, high))
      self->bands[i] = *last;
    else if (!status_bands_find (&self->bands[i], rows, i, low, high))
      return TOO_MANY_BANDS;
    self->has_bands[i] = TRUE;
    last = &self->bands[i];
  }

  return NULL;
}

void
audit_chance_fill_bands (const AuditChance *self, const AuditRows *rows, gsize row, double *chances)
{
  const StatusBands *bands = &self->bands[row];
  const SteadyFigure *figure = audit_levels_find_figure (&self->levels, row);
  double shares[STATUS_BANDS_EDGES];
  KernelStatus status = KERNEL_ERR_PARAMETER;

  for (guint k = 0; k < bands->n_edges; k++)
    shares[k] = bands->edges[k] / rows->scale;
  if (figure->law == STEADY_BINOMIAL)
    status = kernel_binomial_chances (bands->n_edges, shares, bands->below, rows->denominators[row],
                                      figure->level / rows->scale, chances);
  else if (figure->law == STEADY_POISSON)
    status =
        kernel_poisson_chances (bands->n_edges, bands->edges, bands->below, figure->level, chances);
  if (status != KERNEL_OK)
    status = kernel_normal_chances (bands->n_edges, bands->edges, figure->level,
                                    steady_figure_get_deviation (figure, row), chances);
  g_warn_if_fail (status == KERNEL_OK);
}

static void
find_beyond (AuditChance *self, const AuditRows *rows, gsize row)
{
  double chances[STATUS_BANDS_EDGES + 1];
  const SteadyFigure *figure = audit_chance_get_latest (self);
  const int nearest = status_bands_nearest (&self->bands[row], figure->level);
  double below = 0;

  if (nearest < 0)
    return;
  audit_chance_fill_bands (self, rows, row, chances);
  for (int k = 0; k <= nearest; k++)
    below += chances[k];
  self->boundary = status_bands_get_threshold (&self->bands[row], rows, (guint) nearest);
  self->beyond = fmin (below, 1 - below);
}

typedef struct {
  double nodes[N_NODES], weights[N_NODES];
} Quadrature;

/* Worked out once. */
static const Quadrature *
get_quadrature (void)
{
  static Quadrature quadrature;
  static gsize is_done;

  if (g_once_init_enter (&is_done)) {
    const KernelStatus status =
        kernel_gauss_hermite (N_NODES, quadrature.nodes, quadrature.weights);

    g_assert (status == KERNEL_OK);
    g_once_init_leave (&is_done, 1);
  }

  return &quadrature;
}

/* What a status tells of a level that moves as this one did from year to year. */
static void
find_bits (AuditChance *self, gsize row, const Quadrature *quadrature)
{
  const SteadyFigure *figure = audit_chance_get_latest (self);
  const KernelBands bands = { self->bands[row].n_edges, self->bands[row].edges, figure->level,
                              steady_figure_get_deviation (figure, row) };
  const double moves = self->levels.moves;
  double work[2 * (STATUS_BANDS_EDGES + 1)], shown, carried;

  if (kernel_status_bits (&bands, isnan (moves) ? 0 : moves, N_NODES, quadrature->nodes,
                          quadrature->weights, work, &shown, &carried) != KERNEL_OK)
    return;
  self->bits_shown = shown;
  if (isnan (moves))
    self->no_bits = NO_YEARS;
  else
    self->bits_carried = carried;
}

static double
chance_unseen (const AuditChance *self, gsize row, double shift)
{
  const StatusBands *bands = &self->bands[row];
  const SteadyFigure *figure = audit_chance_get_latest (self);
  const double deviation = steady_figure_get_deviation (figure, row);
  double before[STATUS_BANDS_EDGES + 1], after[STATUS_BANDS_EDGES + 1];

  if (kernel_normal_chances (bands->n_edges, bands->edges, figure->level, deviation, before) !=
          KERNEL_OK ||
      kernel_normal_chances (bands->n_edges, bands->edges, figure->level + shift * deviation,
                             deviation, after) != KERNEL_OK)
    return NAN;

  return kernel_unchanged_chance (bands->n_edges + 1, before, after, CHANCE_LASTS);
}

static void
find_errors (AuditChance *self, gsize row, const Quadrature *quadrature)
{
  const SteadyFigure *figure = audit_chance_get_latest (self);
  const double deviation = steady_figure_get_deviation (figure, row);
  const KernelBands bands = { self->bands[row].n_edges, self->bands[row].edges, figure->level,
                              deviation };
  double work[2 * (STATUS_BANDS_EDGES + 1)];

  if (kernel_no_shift_chance (&bands, 1.0 / CHANCE_PERIODS_TO_SHIFT, CHANCE_SHIFT_WIDTH * deviation,
                              N_NODES, quadrature->nodes, quadrature->weights, work,
                              &self->no_shift) != KERNEL_OK)
    self->no_shift = NAN;
  self->unseen_up = chance_unseen (self, row, CHANCE_SHIFT_WIDTH);
  self->unseen_down = chance_unseen (self, row, -CHANCE_SHIFT_WIDTH);
}

static void
look_at_latest (AuditChance *self, const AuditRows *rows)
{
  gsize row = rows->n_rows - 1;

  while (!audit_levels_find_figure (&self->levels, row))
    row--;
  self->row = row;
  if (self->bands[row].n_edges == 0) {
    self->no_bits = NO_EDGE;
    return;
  }
  find_beyond (self, rows, row);
  if (!(audit_chance_get_latest (self)->deviation > 0))
    return;
  find_bits (self, row, get_quadrature ());
  find_errors (self, row, get_quadrature ());
}

void
audit_chance_init (AuditChance *self)
{
  *self = (AuditChance){ .levels = { .moves = NAN },
                         .row = AUDIT_NO_ROW,
                         .expected = NAN,
                         .deviation = NAN,
                         .boundary = NAN,
                         .beyond = NAN,
                         .bits_shown = NAN,
                         .bits_carried = NAN,
                         .no_shift = NAN,
                         .unseen_up = NAN,
                         .unseen_down = NAN };
}

static void
count_changes (AuditChance *self, const AuditRows *rows)
{
  const char *before = NULL;

  for (gsize i = 0; i < rows->n_rows; i++) {
    const char *status = audit_rows_get_status (rows, i);

    if (!audit_levels_find_figure (&self->levels, i))
      continue;
    self->n_changes += before && !status_equal (before, status);
    before = status;
  }
}

/* A level that may have moved without having been found to: the interval takes in both readings. */
static void
widen_for_other_levels (AuditChance *self, const AuditRows *rows)
{
  AuditChance apart = *self;

  if (audit_levels_fill_apart (&apart.levels, &self->levels, rows)) {
    expected_changes_fill (&apart, rows);
    self->low = MIN (self->low, apart.low);
    self->high = MAX (self->high, apart.high);
  }
  audit_levels_clear (&apart.levels);
}

void
audit_chance_fill (AuditChance *self, const AuditRows *rows)
{
  self->no_expected = audit_levels_fill (&self->levels, rows);
  count_changes (self, rows);
  if (!self->no_expected && !rows->names_value)
    self->no_expected = NO_VALUE;
  if (status_draw_is_needed (rows)) {
    self->no_bits = self->no_expected ? self->no_expected : STATUS_DRAW_LOOKS_BACK;
    self->simulated = self->no_expected == NULL;
    if (self->simulated)
      status_draw_changes (self, rows);
    return;
  }
  if (rows->periods && rows->values && rows->names_value && !rows->shared) {
    const char *reason = find_bands (self, rows);

    self->no_expected = self->no_expected ? self->no_expected : reason;
  }
  self->no_bits = self->no_expected;
  if (self->no_expected)
    return;

  expected_changes_fill (self, rows);
  widen_for_other_levels (self, rows);
  look_at_latest (self, rows);
}

void
audit_chance_clear (AuditChance *self)
{
  audit_levels_clear (&self->levels);
  g_clear_pointer (&self->bands, g_free);
  g_clear_pointer (&self->has_bands, g_free);
}

const SteadyFigure *
audit_chance_get_latest (const AuditChance *self)
{
  return self->row == AUDIT_NO_ROW ? NULL : audit_levels_find_figure (&self->levels, self->row);
}
