/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/notice-figures.h"

#include <scrutiny/shifts.h>

#include "base/timeline-private.h"
#include "kernel/noticeable-change.h"
#include "kernel/run-length.h"
#include "trend/shift-private.h"

#include <math.h>

#define NO_VALUES "There are no values: ask for the figures by period."
#define MOVED_LATELY \
  "The figure has shifted within the last 8 periods: what it could notice can be told from how " \
  "it " \
  "moves after that."
#define NEVER_MOVES "The figure never moves, so how far it ordinarily moves cannot be told."

/* Moves that times are worked out for: of shares in hundredths of all, of counts of the count,
 * of other figures in deviations.
 */
static const double share_moves[] = { 0.02, 0.05, 0.1, 0.2, 0.3 };
static const double count_moves[] = { 0.1, 0.2, 0.3, 0.5, 1 };
static const double value_moves[] = { 0.5, 1, 1.5, 2, 3 };

void
notice_figures_init (NoticeFigures *self)
{
  *self = (NoticeFigures){ .scale = NAN,
                           .cases = NAN,
                           .usual = NAN,
                           .deviation = NAN,
                           .dispersion = NAN,
                           .smallest = NAN,
                           .smallest_year = NAN,
                           .power_up = NAN,
                           .power_down = NAN,
                           .room_up = NAN,
                           .room_down = NAN };
}

void
notice_figures_clear (NoticeFigures *self)
{
  steady_figure_clear (&self->figure);
}

gboolean
notice_figures_is_share (const NoticeFigures *self)
{
  return !isnan (self->scale);
}

static gboolean
is_share (ScrutinySeries *series)
{
  gsize n, n_denominators;
  const double *numerators = scrutiny_series_get_numerators (series, &n);
  const double *denominators = scrutiny_series_get_denominators (series, &n_denominators);

  for (gsize i = 0; i < n; i++)
    if (numerators[i] < 0 || numerators[i] > denominators[i])
      return FALSE;

  return n > 0;
}

static Period *
dup_periods (ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const gsize n = scrutiny_series_get_n_values (series);
  Period *periods = g_new0 (Period, n + 1);

  for (gsize i = 0; i < n; i++)
    periods[i] = scrutiny_timeline_get_period (timeline, i);

  return periods;
}

/* Level and cases of the last year: a period as it is now. */
static void
find_usual (NoticeFigures *self, const SteadyInput *input)
{
  double top = 0, bottom = 0;
  guint n = 0;

  for (gsize i = input->n_rows; i-- > 0 && n < self->before;) {
    if (!self->figure.used[i])
      continue;
    top += input->numerators ? input->numerators[i] : input->values[i];
    bottom += input->numerators ? input->denominators[i] : 1;
    n++;
  }
  self->usual = input->numerators ? input->scale * top / bottom : top / bottom;
  if (input->numerators)
    self->cases = bottom / n;
}

static void
find_deviation (NoticeFigures *self, const SteadyInput *input)
{
  const SteadyFigure *figure = &self->figure;
  const double spread = figure->depends ? figure->overall : figure->deviation;
  double p = self->usual / input->scale;

  self->deviation = spread;
  self->resemblance = figure->depends ? figure->resemblance : 0;
  if (figure->law == STEADY_POISSON) {
    self->deviation = sqrt (self->usual);
    self->dispersion = 1;
  } else if (input->numerators) {
    self->scale = input->scale;
    self->room_up = input->scale - self->usual;
    self->room_down = self->usual;
    self->dispersion = spread * spread;
    if (p <= 0 || p >= 1) /* a spread of nothing is not known from so many cases */
      p = (p * self->cases * self->before + 0.5) / (self->cases * self->before + 1);
    self->deviation = fmax (1, spread) * input->scale * sqrt (p * (1 - p) / self->cases);
  }
}

static double
noticeable (const NoticeFigures *self, double before, double after, double level, double power)
{
  const KernelStretches stretches = { before, after, self->resemblance, level, power };
  double change;

  return kernel_noticeable_change (self->deviation, &stretches, &change) == KERNEL_OK ? change
                                                                                      : NAN;
}

/* Shares that vary no more than chance among their cases has it. */
static gboolean
is_binomial (const NoticeFigures *self)
{
  return notice_figures_is_share (self) && self->resemblance == 0 &&
         (self->figure.law == STEADY_BINOMIAL || self->dispersion <= 1);
}

/* The chance that a move of @change is noticed, without the normal approximation. */
static double
exact_power (const NoticeFigures *self, double change, double level)
{
  const double p = self->usual / self->scale, cases = round (self->cases);
  double power;

  if (!is_binomial (self) ||
      kernel_two_shares_power (cases * self->before, p, cases, p + change / self->scale, level,
                               &power) != KERNEL_OK)
    return NAN;

  return power;
}

static double
time_of (const NoticeFigures *self, double change)
{
  const double after = self->usual + change;

  if (notice_figures_is_share (self) && (after < 0 || after > self->scale))
    return NAN;
  if (is_binomial (self))
    return kernel_share_run_length (fmax (1, round (self->cases)), self->usual / self->scale,
                                    after / self->scale, NOTICE_LIMIT_WIDTH);
  if (self->figure.law == STEADY_POISSON)
    return kernel_count_run_length (self->usual, after, NOTICE_LIMIT_WIDTH);

  return kernel_run_length (change / self->deviation, NOTICE_LIMIT_WIDTH);
}

static void
find_times (NoticeFigures *self)
{
  const double *moves = value_moves;
  double unit = self->deviation;

  if (notice_figures_is_share (self)) {
    moves = share_moves;
    unit = self->scale;
  } else if (self->figure.law == STEADY_POISSON) {
    moves = count_moves;
    unit = self->usual;
  }
  self->n_times = NOTICE_MOVES;
  for (guint k = 0; k < NOTICE_MOVES; k++) {
    const double change = moves[k] * unit;

    self->times[k] = (NoticeTime){ change, time_of (self, change), time_of (self, -change) };
  }
}

static void
count_ends (NoticeFigures *self, const SteadyInput *input)
{
  for (gsize i = 0; input->numerators && i < input->n_rows; i++)
    self->n_ends += self->figure.used[i] &&
                    (input->numerators[i] == 0 || input->numerators[i] == input->denominators[i]);
}

static void
find_all (NoticeFigures *self, const SteadyInput *input, double level, double power)
{
  self->n_year = period_steps_per_year (input->periods[0].calendar);
  self->before = MAX (self->n_year, NOTICE_LEAST_BEFORE);
  find_usual (self, input);
  find_deviation (self, input);
  count_ends (self, input);
  self->smallest = noticeable (self, self->before, 1, level, power);
  if (self->n_year > 1)
    self->smallest_year = noticeable (self, self->n_year, self->n_year, level, power);
  if (self->smallest <= self->room_up)
    self->power_up = exact_power (self, self->smallest, level);
  if (self->smallest <= self->room_down)
    self->power_down = exact_power (self, -self->smallest, level);
  if (self->deviation > 0)
    find_times (self);
}

/* A shift is no part of how a figure ordinarily moves. */
static gsize
find_first (ScrutinySeries *series)
{
  g_autoptr (ScrutinyShifts) shifts = scrutiny_shifts_new (series, NULL, NULL);
  const ShiftSearch *search = shifts && !scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (shifts))
                                  ? shifts_get_search (shifts)
                                  : NULL;

  return search && search->found->len > 0
             ? g_array_index (search->found, FoundShift, search->found->len - 1).at
             : 0;
}

static SteadyInput
input_from (ScrutinySeries *series, const Period *periods, gsize first)
{
  const gboolean share = is_share (series);

  return (SteadyInput){
    .n_rows = scrutiny_series_get_n_values (series) - first,
    .values = scrutiny_series_get_values (series, NULL) + first,
    .numerators = share ? scrutiny_series_get_numerators (series, NULL) + first : NULL,
    .denominators = share ? scrutiny_series_get_denominators (series, NULL) + first : NULL,
    .scale = scrutiny_series_get_scale (series),
    .periods = periods + first,
  };
}

const char *
notice_figures_fill (NoticeFigures *self, ScrutinySeries *series, double level, double power)
{
  g_autofree Period *periods = dup_periods (series);
  SteadyInput input;
  const char *reason;

  if (scrutiny_series_get_n_values (series) == 0)
    return NO_VALUES;
  self->first = find_first (series);
  input = input_from (series, periods, self->first);
  reason = steady_figure_fill (&self->figure, &input);
  if (reason)
    return self->first > 0 ? MOVED_LATELY : reason;
  find_all (self, &input, level, power);

  return self->deviation > 0 ? NULL : NEVER_MOVES;
}
