/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/steady-figure.h"

#include "kernel/chi-square.h"
#include "kernel/dispersion.h"
#include "kernel/moving-range.h"
#include "kernel/portmanteau.h"

#include <math.h>

#define SHARED_DATA \
  "Year-to-date and rolling figures share data from one period to the next: ask for each period " \
  "by itself."
#define TOO_FEW "Fewer than 8 periods have a value: ask for earlier ones."

/* How much beyond chance the periods may vary, either way, before another law is taken. */
#define TAIL 0.025

/* Neighbours that resemble each other more than this have no level that can be told. */
#define MOST_RESEMBLANCE 0.95

/* Least part of the spread that is left when the level is taken from the same values. */
#define LEAST_LEFT 0.2

/* Of what has nothing to do with each other, the share that is taken to depend. */
#define DEPENDS 0.05

/* More figures than a distribution of squares is worked out for. */
#define MOST_FREEDOM 100000

static double
value_of (const SteadyInput *input, gsize row)
{
  return input->numerators ? input->scale * input->numerators[row] / input->denominators[row]
                           : input->values[row];
}

static void
find_level (SteadyFigure *self, const SteadyInput *input)
{
  double top = 0, bottom = 0;

  for (gsize i = 0; i < self->n_rows; i++) {
    if (!self->used[i])
      continue;
    top += input->numerators ? input->scale * input->numerators[i] : input->values[i];
    bottom += input->numerators ? input->denominators[i] : 1;
  }
  self->level = top / bottom;
}

static void
find_widths (SteadyFigure *self, const SteadyInput *input)
{
  const double p = self->level / input->scale;

  for (gsize i = 0; i < self->n_rows; i++) {
    const double width = input->numerators && self->used[i]
                             ? input->scale * sqrt (p * (1 - p) / input->denominators[i])
                             : 1;

    self->widths[i] = width > 0 ? width : 1;
  }
}

/* How far each value lies from the level, in widths; NaN where it is not used. */
static double *
dup_deviates (const SteadyFigure *self, const SteadyInput *input)
{
  double *deviates = g_new (double, self->n_rows);

  for (gsize i = 0; i < self->n_rows; i++)
    deviates[i] = self->used[i] ? (value_of (input, i) - self->level) / self->widths[i] : NAN;

  return deviates;
}

static guint8 *
dup_joined (const SteadyInput *input)
{
  guint8 *joined = g_new0 (guint8, input->n_rows);

  for (gsize i = 1; i < input->n_rows; i++)
    joined[i] = input->periods[i].ordinal == input->periods[i - 1].ordinal + 1;

  return joined;
}

/* Mean move of neighbours, and how much they have in common.  The correlation of a short
 * series comes out too low, by (1 + 4 r) / n; the spread around its own mean too narrow.
 */
static gboolean
find_spread (SteadyFigure *self, const SteadyInput *input, const double *deviates)
{
  g_autofree guint8 *joined = dup_joined (input);
  g_autofree double *ranges = g_new (double, self->n_rows);
  const double n = (double) self->n_used;
  KernelMeanRange mean;
  double squares = 0, products = 0, r;

  if (kernel_moving_ranges (self->n_rows, deviates, joined, ranges) != KERNEL_OK ||
      kernel_mean_range (self->n_rows, ranges, 0, &mean) != KERNEL_OK || mean.n_ranges == 0)
    return FALSE;
  for (gsize i = 0; i < self->n_rows; i++) {
    squares += self->used[i] ? deviates[i] * deviates[i] : 0;
    if (!isnan (ranges[i]))
      products += deviates[i] * deviates[i - 1];
  }

  self->deviation = kernel_constants_exact.sigma * mean.mean;
  r = squares > 0 ? (n * products / squares + 1) / (n - 4) : 0;
  self->resemblance = CLAMP (r, 0, MOST_RESEMBLANCE);
  r = self->resemblance;
  self->overall = sqrt (squares / (n - 1) / fmax (LEAST_LEFT, 1 - (1 + r) / (1 - r) / n));

  return TRUE;
}

/* Whether squares of so many deviates, each 1 on average, are what chance alone gives. */
static gboolean
is_ordinary (double squares, gsize n_used)
{
  const double tail =
      n_used <= MOST_FREEDOM ? kernel_chi_square_tail (squares, (unsigned) n_used - 1) : 0;

  return tail >= TAIL && tail <= 1 - TAIL;
}

/* Ljung and Box's test of neighbours. */
static void
find_dependence (SteadyFigure *self, const double *deviates)
{
  KernelPortmanteau test;

  self->depends = self->resemblance > 0 &&
                  kernel_portmanteau (self->n_rows, deviates, 1, 0, &test) == KERNEL_OK &&
                  test.ljung_box_chance < DEPENDS;
}

static gboolean
are_whole_numbers (const SteadyFigure *self, const SteadyInput *input)
{
  for (gsize i = 0; i < self->n_rows; i++)
    if (self->used[i] && (input->values[i] < 0 || input->values[i] != floor (input->values[i])))
      return FALSE;

  return TRUE;
}

static void
choose_law (SteadyFigure *self, const SteadyInput *input, const double *deviates)
{
  double squares = 0;

  for (gsize i = 0; i < self->n_rows; i++)
    squares += self->used[i] ? deviates[i] * deviates[i] : 0;

  if (input->numerators && is_ordinary (squares, self->n_used))
    self->law = STEADY_BINOMIAL;
  else if (!input->numerators && self->level > 0 && are_whole_numbers (self, input) &&
           is_ordinary (squares / self->level, self->n_used))
    self->law = STEADY_POISSON;
  if (self->law == STEADY_BINOMIAL)
    self->deviation = 1;
  else if (self->law == STEADY_POISSON)
    self->deviation = sqrt (self->level);
}

/* A year counts when each of its periods is there. */
static gboolean
read_year (const SteadyFigure *self,
           const SteadyInput *input,
           gsize first,
           guint n_steps,
           double *mean,
           double *error)
{
  double sum = 0, squares = 0;

  for (gsize i = first; i < first + n_steps; i++) {
    const double width = steady_figure_get_deviation (self, i);

    if (i >= self->n_rows || !self->used[i] ||
        input->periods[i].ordinal != input->periods[first].ordinal + (gint64) (i - first))
      return FALSE;
    sum += input->values[i];
    squares += width * width;
  }
  *mean = sum / n_steps;
  *error = sqrt (squares) / n_steps;

  return TRUE;
}

typedef struct {
  double mean, error;
} Year;

static GArray *
list_years (const SteadyFigure *self, const SteadyInput *input)
{
  const guint n_steps = period_steps_per_year (input->periods[0].calendar);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (Year));

  for (gsize i = 0; n_steps > 0 && i + n_steps <= self->n_rows;) {
    Year year;

    if (!read_year (self, input, i, n_steps, &year.mean, &year.error) || !(year.error > 0)) {
      i++;
      continue;
    }
    g_array_append_val (years, year);
    i += n_steps;
  }

  return years;
}

/* How much the level moved between whole years beyond what their spread explains. */
static void
find_level_deviation (SteadyFigure *self, const SteadyInput *input)
{
  g_autoptr (GArray) years = list_years (self, input);
  g_autofree double *scores = g_new (double, years->len + 1);
  g_autofree double *errors = g_new (double, years->len + 1);
  double weights = 0, level = 0, phi, tau2;

  self->n_years = years->len;
  if (years->len < STEADY_YEARS)
    return;

  for (guint k = 0; k < years->len; k++) {
    const Year *year = &g_array_index (years, Year, k);

    errors[k] = year->error;
    weights += 1 / (year->error * year->error);
    level += year->mean / (year->error * year->error);
  }
  for (guint k = 0; k < years->len; k++)
    scores[k] = (g_array_index (years, Year, k).mean - level / weights) / errors[k];
  kernel_dispersion (years->len, scores, errors, &phi, &tau2);
  self->level_deviation = sqrt (tau2);
}

static const char *
find_used (SteadyFigure *self, const SteadyInput *input)
{
  if (input->n_rows > 0 && input->periods[0].window != PERIOD_PLAIN)
    return SHARED_DATA;

  for (gsize i = 0; i < self->n_rows; i++) {
    self->used[i] = isfinite (input->values[i]) && !(input->left_out && input->left_out[i]);
    self->n_used += self->used[i] != FALSE;
  }

  return self->n_used < STEADY_VALUES ? TOO_FEW : NULL;
}

const char *
steady_figure_fill (SteadyFigure *self, const SteadyInput *input)
{
  g_autofree double *deviates = NULL;
  const char *reason;

  *self = (SteadyFigure){ .n_rows = input->n_rows, .level_deviation = NAN };
  self->used = g_new0 (gboolean, input->n_rows);
  self->widths = g_new0 (double, input->n_rows);
  reason = find_used (self, input);
  if (reason)
    return reason;

  find_level (self, input);
  find_widths (self, input);
  deviates = dup_deviates (self, input);
  if (!find_spread (self, input, deviates))
    return TOO_FEW;
  find_dependence (self, deviates);
  choose_law (self, input, deviates);
  find_level_deviation (self, input);

  return NULL;
}

void
steady_figure_clear (SteadyFigure *self)
{
  g_clear_pointer (&self->used, g_free);
  g_clear_pointer (&self->widths, g_free);
}

double
steady_figure_get_deviation (const SteadyFigure *self, gsize row)
{
  return self->deviation * self->widths[row];
}
