/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/mix-parts.h"

#include "compare/mix-spread.h"
#include "kernel/das-gupta.h"
#include "kernel/kitagawa.h"
#include "kernel/quantile.h"
#include "kernel/random-count.h"
#include "kernel/random-mean.h"

#include <math.h>
#include <string.h>

/* The counts of two times, seen or redrawn, and room for the factors of each. */
typedef struct {
  const MixCells *cells;
  double *counts[2], *totals[2];
  double *deviations[2], *freedoms[2]; /* of means whose spread is known */
  double *factors[2];                  /* (n_ways + 1, n): ratios, then what each way divides off */
  double *sums;                        /* (2^n_ways, n): totals by group */
  double *parts;                       /* (n_ways + 1, n) */
} Counting;

static double *
copy_of (const double *values, gsize n)
{
  double *copy = g_new0 (double, n + 1);

  if (values)
    memcpy (copy, values, n * sizeof *copy);

  return copy;
}

static void
counting_init (Counting *self, const MixCells *cells)
{
  const gsize n_factors = cells->n_ways + 1;

  self->cells = cells;
  for (gsize t = 0; t < 2; t++) {
    self->counts[t] = copy_of (cells->counts[t], cells->n);
    self->totals[t] = copy_of (cells->totals[t], cells->n);
    self->deviations[t] = copy_of (NULL, cells->n);
    self->freedoms[t] = copy_of (NULL, cells->n);
    self->factors[t] = copy_of (NULL, n_factors * cells->n);
  }
  self->sums = copy_of (NULL, cells->n << cells->n_ways);
  self->parts = copy_of (NULL, n_factors * cells->n);
}

static void
counting_clear (Counting *self)
{
  for (gsize t = 0; t < 2; t++) {
    g_free (self->counts[t]);
    g_free (self->totals[t]);
    g_free (self->deviations[t]);
    g_free (self->freedoms[t]);
    g_free (self->factors[t]);
  }
  g_free (self->sums);
  g_free (self->parts);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counting, counting_clear)

/* The ratio of a cell; of one that is not there, what it is when it is. */
static double
ratio_in (const Counting *self, gsize time, gsize i)
{
  const gsize t = self->totals[time][i] > 0 ? time : 1 - time;

  return self->totals[t][i] > 0 ? self->counts[t][i] / self->totals[t][i] : 0;
}

static gboolean
fill_factors (Counting *self, gsize time)
{
  const MixCells *cells = self->cells;
  const gsize n = cells->n, n_sets = (gsize) 1 << cells->n_ways;
  double totals[1 << MIX_MOST_WAYS], shares[MIX_MOST_WAYS];

  memset (self->sums, 0, n_sets * n * sizeof *self->sums);
  for (gsize set = 0; set < n_sets; set++)
    for (gsize i = 0; i < n; i++)
      self->sums[set * n + cells->groups[set][i]] += self->totals[time][i];
  for (gsize i = 0; i < n; i++) {
    for (gsize set = 0; set < n_sets; set++)
      totals[set] = self->sums[set * n + cells->groups[set][i]];
    if (kernel_composition (cells->n_ways, totals, shares) != KERNEL_OK)
      return FALSE;
    self->factors[time][i] = ratio_in (self, time, i);
    for (gsize k = 0; k < cells->n_ways; k++)
      self->factors[time][(k + 1) * n + i] = shares[k];
  }

  return TRUE;
}

/* The sums over cells by Kitagawa; with several ways what each of them gives by Das Gupta. */
static gboolean
split (Counting *self, KernelKitagawa *sums, double *ways)
{
  const gsize n = self->cells->n, n_ways = self->cells->n_ways;
  double effects[MIX_MOST_WAYS + 1];
  const KernelStatus status = (self->cells->is_of_means ? kernel_kitagawa_means : kernel_kitagawa) (
      n, self->counts[0], self->totals[0], self->counts[1], self->totals[1], TRUE, self->parts,
      self->parts + n, sums);

  if (status != KERNEL_OK)
    return FALSE;
  ways[0] = sums->mix;
  if (n_ways == 1)
    return TRUE;

  if (!fill_factors (self, 0) || !fill_factors (self, 1) ||
      kernel_das_gupta (n_ways + 1, n, self->factors[0], self->factors[1], self->parts, effects) !=
          KERNEL_OK)
    return FALSE;
  sums->rate = effects[0];
  sums->mix = 0;
  for (gsize k = 0; k < n_ways; k++)
    sums->mix += ways[k] = effects[k + 1];

  return TRUE;
}

static int
sign_of (double value)
{
  return (value > 0) - (value < 0);
}

/* What a cell gives besides its ratio, with the middle of both wholes taken off. */
static void
fill_cells (MixParts *self, const Counting *counting)
{
  const MixCells *cells = counting->cells;
  const double middle = (self->before + self->after) / 2;
  double wholes[2] = { 0 };

  for (gsize i = 0; i < cells->n; i++) {
    wholes[0] += cells->totals[0][i];
    wholes[1] += cells->totals[1][i];
  }
  for (gsize i = 0; i < cells->n; i++) {
    const double change =
        cells->counts[1][i] / wholes[1] - cells->counts[0][i] / wholes[0] - counting->parts[i];
    const double moved = cells->totals[1][i] / wholes[1] - cells->totals[0][i] / wholes[0];

    self->cell_rates[i] = counting->parts[i];
    self->cell_mixes[i] = change - middle * moved;
  }
}

/* Whether each cell's ratio moved to @side; one that is there only once did not move. */
static gboolean
all_moved (const Counting *self, int side)
{
  for (gsize i = 0; i < self->cells->n; i++)
    if (sign_of (ratio_in (self, 1, i) - ratio_in (self, 0, i)) != side)
      return FALSE;

  return side != 0;
}

static void
redraw (Counting *self, MixCounts counts, guint64 *state)
{
  const MixCells *cells = self->cells;

  for (gsize t = 0; t < 2; t++) {
    if (counts == MIX_CASES)
      kernel_redraw_cases (state, cells->n, cells->counts[t], cells->totals[t], self->counts[t],
                           self->totals[t]);
    else if (counts == MIX_MEANS)
      kernel_redraw_means (state, cells->n, cells->counts[t], cells->totals[t], self->deviations[t],
                           self->freedoms[t], self->counts[t], self->totals[t]);
    else
      kernel_redraw_events (state, cells->n, cells->counts[t], self->counts[t]);
  }
}

/* Events come only where there is somebody they could come to. */
static void
empty_what_is_empty (Counting *self)
{
  for (gsize t = 0; t < 2; t++)
    for (gsize i = 0; i < self->cells->n; i++)
      if (!(self->totals[t][i] > 0))
        self->counts[t][i] = 0;
}

static MixInterval
interval_of (double *values, gsize n, double level)
{
  if (n == 0)
    return (MixInterval){ NAN, NAN };

  return (MixInterval){ kernel_quantile (n, values, (1 - level) / 2),
                        kernel_quantile (n, values, (1 + level) / 2) };
}

static void
draw_all (MixParts *self, Counting *counting, ScrutinyMixOptions *options)
{
  const gsize most = scrutiny_mix_options_get_draws (options);
  const double level = scrutiny_mix_options_get_level (options);
  const int whole = sign_of (self->after - self->before), parts = sign_of (self->rate);
  g_autofree double *values = g_new (double, 3 * most + 1);
  guint64 state = scrutiny_mix_options_get_seed (options);
  gsize n_agree = 0, n_all = 0, n_support = 0;
  double ways[MIX_MOST_WAYS];
  KernelKitagawa sums;

  for (gsize draw = 0; draw < most; draw++) {
    redraw (counting, self->counts, &state);
    empty_what_is_empty (counting);
    if (!split (counting, &sums, ways))
      continue;
    const gboolean moved = sign_of (sums.after - sums.before) == whole;
    values[self->n_draws] = sums.after - sums.before;
    values[most + self->n_draws] = sums.rate;
    values[2 * most + self->n_draws++] = sums.mix;
    n_support += sign_of (sums.rate) == parts;
    n_agree += moved && sign_of (sums.rate) == parts;
    n_all += moved && all_moved (counting, -whole);
  }
  if (self->n_draws == 0)
    return;
  self->total_interval = interval_of (values, self->n_draws, level);
  self->rate_interval = interval_of (values + most, self->n_draws, level);
  self->mix_interval = interval_of (values + 2 * most, self->n_draws, level);
  self->agreement = (double) n_agree / (double) self->n_draws;
  self->all_agreement = (double) n_all / (double) self->n_draws;
  self->rate_support = (double) n_support / (double) self->n_draws;
}

/* Whether something is known of what chance does. */
static gboolean
has_chance (Counting *self, MixCounts counts)
{
  const MixCells *cells = self->cells;

  if (counts != MIX_MEANS)
    return counts != MIX_SUMS;

  return cells->has_spread && mix_spread_fill (cells, 0, self->deviations[0], self->freedoms[0]) &&
         mix_spread_fill (cells, 1, self->deviations[1], self->freedoms[1]);
}

static MixParts *
parts_empty (const MixCells *cells, MixCounts counts)
{
  const MixInterval none = { NAN, NAN };
  MixParts *self = g_new0 (MixParts, 1);

  self->counts = counts;
  self->total_interval = self->rate_interval = self->mix_interval = none;
  self->agreement = self->all_agreement = self->rate_support = NAN;
  self->cell_rates = copy_of (NULL, cells->n);
  self->cell_mixes = copy_of (NULL, cells->n);

  return self;
}

MixParts *
mix_parts_new (const MixCells *cells, MixCounts counts, ScrutinyMixOptions *options)
{
  g_autoptr (MixParts) self = parts_empty (cells, counts);
  g_auto (Counting) counting = { 0 };
  KernelKitagawa sums;

  counting_init (&counting, cells);
  if (!split (&counting, &sums, self->ways))
    return NULL;
  self->before = sums.before;
  self->after = sums.after;
  self->rate = sums.rate;
  self->mix = sums.mix;
  fill_cells (self, &counting);
  self->all_apart = all_moved (&counting, -sign_of (self->after - self->before));
  if (has_chance (&counting, counts))
    draw_all (self, &counting, options);

  return g_steal_pointer (&self);
}

void
mix_parts_free (MixParts *self)
{
  g_free (self->cell_rates);
  g_free (self->cell_mixes);
  g_free (self);
}

gboolean
mix_parts_moved_apart (const MixParts *self)
{
  return sign_of (self->rate) * sign_of (self->after - self->before) < 0;
}
