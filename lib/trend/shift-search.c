/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-search.h"

#include "base/timeline-private.h"
#include "kernel/hampel.h"
#include "kernel/median.h"
#include "kernel/noticeable-step.h"
#include "kernel/one-break.h"
#include "kernel/stl.h"
#include "kernel/strength.h"
#include "kernel/student.h"
#include "trend/one-step.h"
#include "trend/shift-joined.h"
#include "trend/shift-model.h"
#include "trend/shift-place.h"

#include <math.h>
#include <string.h>

#define HALF_WINDOW 3
#define CLIP_WIDTH 3
#define FAR_SPREADS 4.5
#define SEASONS_NEEDED 3

/* Of what is left beside the level, a season has to be this share: STL finds some of
 * it in noise, and taking that off leaves noise that looks more like change.
 */
#define SEASON_SHARE 0.5
#define POWER 0.8
#define N_ORDERS 999
#define LEAST_OF_ONE_BREAK 3

/* Neighbours are a little alike in most series, which makes breaks look clear. */
#define MOST_CHANCE 0.01

/* Neighbours that are more alike than this many standard errors widen every interval. */
#define LIKENESS_ERRORS 2
#define MOST_LIKENESS 0.9

/* How many standard errors make a jump or a turn. */
#define JUMP_ERRORS 2
#define TURN_ERRORS 2

static void
collect (ShiftSearch *self, ScrutinySeries *series)
{
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), NULL);
  const double *values = scrutiny_series_get_values (series, NULL);
  const double *numerators = scrutiny_series_get_numerators (series, NULL);
  const double *denominators = scrutiny_series_get_denominators (series, NULL);

  self->n = (guint) scrutiny_series_get_n_values (series);
  self->has_counts = scrutiny_series_has_counts (series);
  self->index = g_new (guint, self->n + 1);
  self->values = g_new (double, self->n + 1);
  self->times = g_new (double, self->n + 1);
  self->numerators = g_new (double, self->n + 1);
  self->denominators = g_new (double, self->n + 1);
  self->clipped = g_new0 (guint8, self->n + 1);
  for (guint i = 0; i < self->n; i++) {
    if (isnan (values[i]))
      continue;
    self->index[self->n_used] = i;
    self->values[self->n_used] = values[i];
    self->times[self->n_used] = (double) (ordinals[i] - ordinals[0]);
    self->numerators[self->n_used] = self->has_counts ? numerators[i] : NAN;
    self->denominators[self->n_used++] = self->has_counts ? denominators[i] : NAN;
  }
  if (self->n_used > 0 &&
      self->times[self->n_used - 1] - self->times[0] == (double) (self->n_used - 1))
    g_clear_pointer (&self->times, g_free);
}

double
shift_search_time (const ShiftSearch *self, guint i)
{
  return self->times ? self->times[i] : i;
}

/* The parts of what lies on the whole calendar, one after another: the season, the trend, the rest.
 */
static gboolean
take_apart (guint n, gsize period, const double *grid, double *parts)
{
  KernelStl how = kernel_stl_defaults (n, period, SHIFT_SEASON_WINDOW, true);
  g_autofree double *work = g_new (double, kernel_stl_work_size (n, period));

  how.n_inner = 2;
  how.season.degree = 1;
  how.season.jump = how.trend.jump = how.low_pass.jump = 1;

  return kernel_stl (n, grid, &how, work, parts, parts + n, parts + 2 * n) == KERNEL_OK;
}

/* Of a few years a large step shapes what looks like a season: it is taken off first. */
static void
take_apart_without_step (guint n, gsize period, const double *grid, double *parts)
{
  g_autofree double *without = g_new (double, n);
  g_autofree double *other = g_new (double, 3 * (gsize) n);
  OneStep step;

  if (!one_step_find (n, grid, &step))
    return;
  one_step_take_off (&step, n, grid, without);
  if (take_apart (n, period, without, other) &&
      one_step_is_there (n, parts + 2 * (gsize) n, other + 2 * (gsize) n))
    memcpy (parts, other, 3 * (gsize) n * sizeof *parts);
}

/* Takes the season off what is there, if it is one; gaps in the calendar are missing values. */
static void
take_season_off (ShiftSearch *self, gsize period)
{
  const double start = shift_search_time (self, 0);
  const double span = shift_search_time (self, self->n_used - 1) - start + 1;

  if (period < 4 || span < (double) (SEASONS_NEEDED * period) || span > 4.0 * self->n_used)
    return;
  const guint n = (guint) span;
  g_autofree double *grid = g_new (double, n);
  g_autofree double *parts = g_new (double, 3 * (gsize) n);

  for (guint i = 0; i < n; i++)
    grid[i] = NAN;
  for (guint i = 0; i < self->n_used; i++)
    grid[(guint) (shift_search_time (self, i) - start)] = self->values[i];
  if (!take_apart (n, period, grid, parts))
    return;
  take_apart_without_step (n, period, grid, parts);
  if (kernel_strength (n, parts, parts + 2 * (gsize) n) < SEASON_SHARE)
    return;

  for (guint i = 0; i < self->n_used; i++)
    self->values[i] -= parts[(guint) (shift_search_time (self, i) - start)];
  self->has_season = TRUE;
}

/* Standardises by the spread of the series as published, as the criterion is defined. */
static gboolean
standardise (ShiftSearch *self, ScrutinySeries *series, double *scaled)
{
  const double *published = scrutiny_series_get_values (series, NULL);
  const double n = self->n_used;
  double mean = 0, variance = 0;

  for (guint i = 0; i < self->n_used; i++)
    mean += published[self->index[i]] / n;
  for (guint i = 0; i < self->n_used; i++) {
    const double rest = published[self->index[i]] - mean;
    variance += rest * rest / n;
  }

  const double spread = sqrt (variance);
  if (!(spread > 1e-14 * fabs (mean)) || !isfinite (spread))
    return FALSE;
  for (guint i = 0; i < self->n_used; i++)
    scaled[i] = (self->values[i] - mean) / spread;
  self->unit = spread;

  return TRUE;
}

double
shift_piece_at (const ShiftPiece *piece, double time)
{
  return piece->mean + piece->slope * (time - piece->centre);
}

static ShiftPiece
fit_piece (const ShiftSearch *self, guint first, guint end, gboolean is_line)
{
  const double m = end - first;
  ShiftPiece piece = { .first = first, .end = end, .is_line = is_line };
  double cross = 0;

  for (guint i = first; i < end; i++) {
    piece.mean += self->values[i] / m;
    piece.centre += shift_search_time (self, i) / m;
  }
  for (guint i = first; i < end; i++) {
    const double t = shift_search_time (self, i) - piece.centre;
    piece.along += t * t;
    cross += t * (self->values[i] - piece.mean);
  }
  piece.slope = is_line && piece.along > 0 ? cross / piece.along : 0;
  for (guint i = first; i < end; i++) {
    const double rest = self->values[i] - shift_piece_at (&piece, shift_search_time (self, i));
    piece.rss += rest * rest;
  }

  return piece;
}

/* A penalty of the library's own stays the multiple of log n that it is. */
static KernelLevelLineSettings
settings_at (const ShiftSearch *self, double penalty)
{
  const ShiftAsked *asked = self->asked;
  KernelLevelLineSettings settings = asked->cut;

  if (!isnan (asked->penalty) || penalty != self->penalty)
    settings.cost = penalty / log (self->n_used);
  if (!self->is_exact)
    settings.most_starts = SHIFT_STARTS;

  return settings;
}

gboolean
shift_search_cut (const ShiftSearch *self,
                  const double *values,
                  double penalty,
                  KernelSegment *segments,
                  KernelLevelLineFit *fit)
{
  const gsize n = self->n_used;
  const KernelLevelLineSettings settings = settings_at (self, penalty);
  g_autofree double *work = g_new (double, kernel_level_line_n_work (n));
  g_autofree size_t *order = g_new (size_t, kernel_level_line_n_order (n));

  return kernel_level_line (n, values, self->times, &settings, work, order, segments, fit) ==
         KERNEL_OK;
}

static void
cut (ShiftSearch *self, const double *values)
{
  const gsize n = self->n_used;
  g_autofree KernelSegment *segments = g_new (KernelSegment, n);
  KernelLevelLineFit fit;

  if (!shift_search_cut (self, values, self->penalty, segments, &fit))
    return;
  for (gsize k = 0; k < fit.n_segments; k++) {
    const gsize end = k + 1 < fit.n_segments ? segments[k + 1].first : n;
    const ShiftPiece piece =
        fit_piece (self, (guint) segments[k].first, (guint) end, segments[k].is_line);
    g_array_append_val (self->pieces, piece);
  }
}

/* What is left over around the pieces: how much, and how alike neighbours are in it. */
void
shift_search_judge_rest (ShiftSearch *self)
{
  double total = 0, products = 0, last = 0;
  guint parameters = 0;

  for (guint k = 0; k < self->pieces->len; k++) {
    const ShiftPiece *piece = &g_array_index (self->pieces, ShiftPiece, k);
    parameters += piece->is_line ? 2 : 1;
    for (guint i = piece->first; i < piece->end; i++) {
      const double rest = self->values[i] - shift_piece_at (piece, shift_search_time (self, i));
      total += rest * rest;
      products += i > 0 ? rest * last : 0;
      last = rest;
    }
  }

  const double n = self->n_used;
  self->spread = n > parameters ? sqrt (total / (n - parameters)) : 0;
  self->likeness = total > 0 ? products / total : 0;
  self->widening = 1;
  if (self->likeness > LIKENESS_ERRORS / sqrt (n)) {
    const double alike = MIN (self->likeness, MOST_LIKENESS);
    self->widening = (1 + alike) / (1 - alike);
  }
}

/* Of ordinary noise one value in twenty is set aside; those worth a word lie further from
 * their level or line than it ever gets.
 */
static void
mark_far (ShiftSearch *self)
{
  const gsize n = self->n_used;
  g_autofree double *rests = g_new (double, 2 * n);
  double middle;

  for (guint k = 0; k < self->pieces->len; k++) {
    const ShiftPiece *piece = &g_array_index (self->pieces, ShiftPiece, k);
    for (guint i = piece->first; i < piece->end; i++)
      rests[i] = fabs (self->values[i] - shift_piece_at (piece, shift_search_time (self, i)));
  }
  if (kernel_median (n, rests, NULL, rests + n, &middle, NULL) != KERNEL_OK)
    return;
  for (gsize i = 0; i < n; i++) {
    if (self->clipped[i] && rests[i] > FAR_SPREADS * 1.4826 * middle) {
      self->clipped[i] = SHIFT_FAR;
      self->n_far++;
    }
  }
}

/* Standard error of a piece's level or line at a time, and of its slope. */
static double
error_at (const ShiftSearch *self, const ShiftPiece *piece, double time)
{
  const double away = time - piece->centre, m = piece->end - piece->first;
  const double share =
      1 / m + (piece->is_line && piece->along > 0 ? away * away / piece->along : 0);

  return self->spread * sqrt (share * self->widening);
}

static double
error_of_slope (const ShiftSearch *self, const ShiftPiece *piece)
{
  return piece->is_line && piece->along > 0 ? self->spread * sqrt (self->widening / piece->along)
                                            : 0;
}

/* Two pieces that could as well meet differ in slope only; the cut puts them where they
 * fit most closely apart, which is seldom where they meet.
 */
static ShiftKind
kind_of (const ShiftSearch *self,
         const ShiftPiece *a,
         const ShiftPiece *b,
         double turn,
         double turn_error,
         const FoundShift *shift)
{
  const double apart = a->rss + b->rss, variance = self->spread * self->spread;

  if (!a->is_line && !b->is_line)
    return SHIFT_LEVEL;
  if (shift_joined_rss (self, a, b, shift->earliest, shift->latest) - apart <
      JUMP_ERRORS * JUMP_ERRORS * variance * self->widening)
    return SHIFT_SLOPE;

  return fabs (turn) > TURN_ERRORS * turn_error ? SHIFT_BOTH : SHIFT_LEVEL;
}

static void
describe_shift (const ShiftSearch *self, guint k, double level, FoundShift *shift)
{
  const ShiftPiece *a = &g_array_index (self->pieces, ShiftPiece, k - 1);
  const ShiftPiece *b = &g_array_index (self->pieces, ShiftPiece, k);
  const double at = shift_search_time (self, b->first);
  const double before = shift_piece_at (a, at), after = shift_piece_at (b, at);
  const double jump_error = hypot (error_at (self, a, at), error_at (self, b, at));
  const double turn_error = hypot (error_of_slope (self, a), error_of_slope (self, b));
  guint parameters = 0;

  shift->at = self->index[b->first];
  shift->slope_before = a->slope;
  shift->slope_after = b->slope;
  shift->kind = kind_of (self, a, b, b->slope - a->slope, turn_error, shift);
  const gboolean is_slope = shift->kind == SHIFT_SLOPE;
  shift->before = is_slope ? a->slope : before;
  shift->after = is_slope ? b->slope : after;
  shift->change = shift->after - shift->before;
  for (guint i = 0; i < self->pieces->len; i++)
    parameters += g_array_index (self->pieces, ShiftPiece, i).is_line ? 2 : 1;
  const guint freedom = self->n_used > parameters ? self->n_used - parameters : 1;
  const double reach =
      kernel_student_quantile ((1 + level) / 2, freedom) * (is_slope ? turn_error : jump_error);
  shift->before_error = is_slope ? error_of_slope (self, a) : error_at (self, a, at);
  shift->after_error = is_slope ? error_of_slope (self, b) : error_at (self, b, at);
  shift->change_error = is_slope ? turn_error : jump_error;
  shift->spread_before = shift->spread_after = NAN;
  shift->change_low = shift->change - reach;
  shift->change_high = shift->change + reach;
}

/* In a short series the cut sees only large changes: one break is looked for on its own,
 * and believed if few orders of the values have one as clear.
 */
static void
look_for_one_break (ShiftSearch *self, const double *scaled, const ShiftAsked *asked)
{
  g_autofree double *work = g_new (double, self->n_used);
  const gsize least = MAX (LEAST_OF_ONE_BREAK, asked->cut.least_level);
  const ShiftPiece *all = &g_array_index (self->pieces, ShiftPiece, 0);
  KernelOneBreak one;

  if (kernel_one_break (self->n_used, scaled, least, &one) != KERNEL_OK)
    return;
  self->chance = one.chance;
  if (self->n_used >= SHIFT_FEW ||
      kernel_one_break_chance (self->n_used, scaled, least, N_ORDERS, asked->seed, work,
                               &self->chance) != KERNEL_OK)
    return;
  if (self->pieces->len > 1 || all->is_line || !(self->chance <= MOST_CHANCE))
    return;

  const ShiftPiece pieces[] = { fit_piece (self, 0, (guint) one.at, FALSE),
                                fit_piece (self, (guint) one.at, self->n_used, FALSE) };
  g_array_set_size (self->pieces, 0);
  g_array_append_vals (self->pieces, pieces, 2);
  shift_search_judge_rest (self);
  if (self->widening > 1) { /* neighbours are alike, so their order does mean something */
    const ShiftPiece whole = fit_piece (self, 0, self->n_used, FALSE);
    g_array_set_size (self->pieces, 0);
    g_array_append_val (self->pieces, whole);
  }
}

/* What a change costs: the model's own, unless one was asked for. */
static void
set_penalty (ShiftSearch *self)
{
  const ShiftAsked *asked = self->asked;
  const double logs = log (MAX (self->n_used, 2));
  const double usual = !asked->model               ? asked->cut.cost * logs
                       : asked->model->penalty > 0 ? asked->model->penalty
                                                   : asked->model->price * logs;

  self->penalty = isnan (asked->penalty) ? usual : asked->penalty;
}

/* Collects and standardises; @filtered are those that levels and lines are cut by. */
static gboolean
prepare (ShiftSearch *self,
         ScrutinySeries *series,
         const ShiftAsked *asked,
         double **scaled,
         double **filtered)
{
  memset (self, 0, sizeof *self);
  self->pieces = g_array_new (FALSE, FALSE, sizeof (ShiftPiece));
  self->found = g_array_new (FALSE, FALSE, sizeof (FoundShift));
  self->asked = asked;
  self->spread = self->smallest = self->chance = NAN;
  self->widening = self->price_widening = 1;
  collect (self, series);
  self->is_exact = asked->model || self->n_used <= SHIFT_MOST_EXACT;
  set_penalty (self);
  self->is_roomy = self->n_used >= 2 * asked->cut.least_level;
  if (self->n_used < SHIFT_FEWEST || !self->is_roomy)
    return FALSE;

  take_season_off (self, asked->season);
  *scaled = g_new (double, self->n_used);
  self->is_constant = !standardise (self, series, *scaled);
  if (self->is_constant || asked->model)
    return !self->is_constant;
  *filtered = g_new (double, self->n_used);

  return kernel_hampel (self->n_used, *scaled, HALF_WINDOW, CLIP_WIDTH, *filtered, self->clipped,
                        &self->n_clipped) == KERNEL_OK;
}

double *
shift_search_prepare (ShiftSearch *self, ScrutinySeries *series, const ShiftAsked *asked)
{
  g_autofree double *scaled = NULL;
  g_autofree double *filtered = NULL;

  if (!prepare (self, series, asked, &scaled, &filtered))
    return NULL;

  return asked->model ? g_steal_pointer (&scaled) : g_steal_pointer (&filtered);
}

void
shift_search_init (ShiftSearch *self, ScrutinySeries *series, const ShiftAsked *asked)
{
  g_autofree double *scaled = NULL;
  g_autofree double *filtered = NULL;

  if (!prepare (self, series, asked, &scaled, &filtered))
    return;
  if (asked->model) {
    shift_model_look (self, series, scaled);
    return;
  }
  cut (self, filtered);
  if (self->pieces->len == 0)
    return;
  shift_search_judge_rest (self);
  look_for_one_break (self, scaled, asked);
  shift_search_judge_rest (self);
  mark_far (self);
  const KernelLevelLineSettings settings = settings_at (self, self->penalty);
  self->smallest = kernel_noticeable_step (self->n_used, &settings, POWER) * self->spread;
  for (guint k = 1; k < self->pieces->len; k++) {
    FoundShift shift = { 0 };
    shift_place (self, k, asked, &shift);
    describe_shift (self, k, asked->level, &shift);
    g_array_append_val (self->found, shift);
  }
}

void
shift_search_set_rest (const ShiftSearch *self, double *rest)
{
  for (guint i = 0; i < self->n; i++)
    rest[i] = NAN;
  for (guint k = 0; k < self->pieces->len; k++) {
    const ShiftPiece *piece = &g_array_index (self->pieces, ShiftPiece, k);

    for (guint i = piece->first; i < piece->end; i++)
      rest[self->index[i]] = self->values[i] - shift_piece_at (piece, shift_search_time (self, i));
  }
}

void
shift_search_clear (ShiftSearch *self)
{
  g_clear_pointer (&self->index, g_free);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->times, g_free);
  g_clear_pointer (&self->numerators, g_free);
  g_clear_pointer (&self->denominators, g_free);
  g_clear_pointer (&self->clipped, g_free);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->found, g_array_unref);
}
