/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/log-linear.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* The weights are set anew until no coefficient moves by more. */
#define CLOSE 1e-9
#define MOST_STEPS 50

/* What is expected stays a number. */
#define MOST_LOGARITHM 30.0

/* Squared, it is added to the diagonal: a column that nothing tells apart from others is then
 * as uncertain as it can be, in place of an error.
 */
#define RIDGE 1e-4

typedef struct {
  size_t n, n_columns;
  const double *columns, *counts;
  double *expected;
  double *coefficients, *before, *row, *work;
} Fitting;

/**
 * kernel_log_linear_n_work:
 * @n_columns: number of coefficients
 *
 * Returns: how many doubles a fit needs
 */
size_t
kernel_log_linear_n_work (size_t n_columns)
{
  return 3 * n_columns + kernel_least_squares_n_work (n_columns);
}

static double
sum_of (const Fitting *self, size_t i)
{
  double sum = 0;

  for (size_t k = 0; k < self->n_columns; k++)
    sum += self->columns[i * self->n_columns + k] * self->coefficients[k];

  return sum;
}

static void
expect (const Fitting *self)
{
  for (size_t i = 0; i < self->n; i++)
    self->expected[i] = exp (fmax (-MOST_LOGARITHM, fmin (MOST_LOGARITHM, sum_of (self, i))));
}

static void
start (const Fitting *self, double mean)
{
  memset (self->coefficients, 0, self->n_columns * sizeof *self->coefficients);
  for (size_t i = 0; i < self->n; i++)
    self->expected[i] = mean + 0.1;
}

/* A regression on what the logarithms would be, each weighed by what is expected. */
static void
weigh (const Fitting *self, KernelLeastSquares *fit)
{
  const size_t m = self->n_columns;

  kernel_least_squares_begin (fit, m, self->work);
  memset (self->row, 0, m * sizeof *self->row);
  for (size_t k = 0; k < m; k++) {
    self->row[k] = RIDGE;
    kernel_least_squares_add (fit, self->row, 0);
    self->row[k] = 0;
  }
  for (size_t i = 0; i < self->n; i++) {
    if (isnan (self->counts[i]))
      continue;
    const double mu = self->expected[i], root = sqrt (mu);
    for (size_t k = 0; k < m; k++)
      self->row[k] = root * self->columns[i * m + k];
    kernel_least_squares_add (fit, self->row, root * (log (mu) + (self->counts[i] - mu) / mu));
  }
}

/* Whether any coefficient still moves. */
static bool
moves (const Fitting *self)
{
  for (size_t k = 0; k < self->n_columns; k++)
    if (!(fabs (self->coefficients[k] - self->before[k]) < CLOSE))
      return true;

  return false;
}

static KernelStatus
look_at_counts (const Fitting *self, size_t *n_used, double *mean)
{
  double sum = 0;

  *n_used = 0;
  for (size_t i = 0; i < self->n; i++) {
    if (isnan (self->counts[i]))
      continue;
    if (self->counts[i] < 0 || isinf (self->counts[i]))
      return KERNEL_ERR_DOMAIN;
    (*n_used)++;
    sum += self->counts[i];
  }
  *mean = sum / (double) *n_used;

  return *n_used < self->n_columns ? KERNEL_ERR_TOO_SHORT : KERNEL_OK;
}

static double
pearson_of (const Fitting *self)
{
  double sum = 0;

  for (size_t i = 0; i < self->n; i++) {
    const double rest = self->counts[i] - self->expected[i];

    if (!isnan (rest))
      sum += rest * rest / self->expected[i];
  }

  return sum;
}

/**
 * kernel_log_linear:
 * @n: number of counts
 * @n_columns: number of coefficients
 * @columns: shape (@n × @n_columns), row by row; none missing; the more zeros the first ones of a
 *   row have, the faster
 * @counts: shape (@n), at least 0; NaN where one is left out of the fit
 * @expected: (out): shape (@n), what is expected, also where a count is left out
 * @work: shape (kernel_log_linear_n_work (@n_columns)); its first @n_columns entries are the
 *   coefficients afterwards, and the fit of @result lives in it
 * @result: (out): what was fitted
 *
 * The coefficients under which independent counts of Poisson's distribution are likeliest, by
 * weighted regressions that follow each other, each with a ridge of 1e-8 and by rotations in
 * place of the normal equations.  Coefficients that have no largest likelihood, such as that
 * of a column on whose rows all counts are 0, stop where the ridge holds them or after 50
 * steps; what is expected is then as good as 0.  O(steps × @n × @n_columns²) time.
 *
 * Source: P. McCullagh, J. A. Nelder (1989), Generalized Linear Models, 2nd ed., section 2.5.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer counts than coefficients;
 * %KERNEL_ERR_DOMAIN for a count below 0 or infinite
 */
KernelStatus
kernel_log_linear (size_t n,
                   size_t n_columns,
                   const double *columns,
                   const double *counts,
                   double *expected,
                   double *work,
                   KernelLogLinear *result)
{
  Fitting self = { .n = n, .n_columns = n_columns, .columns = columns, .counts = counts };
  KernelLogLinear fitted = { 0 };
  double mean;
  KernelStatus status;

  self.expected = expected;
  self.coefficients = work;
  self.before = work + n_columns;
  self.row = work + 2 * n_columns;
  self.work = work + 3 * n_columns;
  status = look_at_counts (&self, &fitted.n_used, &mean);
  if (status != KERNEL_OK)
    return status;

  start (&self, mean);
  do {
    memcpy (self.before, self.coefficients, n_columns * sizeof *work);
    weigh (&self, &fitted.fit);
    status = kernel_least_squares_solve (&fitted.fit, self.coefficients);
    if (status != KERNEL_OK)
      return status;
    expect (&self);
  } while (++fitted.n_steps < MOST_STEPS && moves (&self));

  weigh (&self, &fitted.fit);
  fitted.pearson = pearson_of (&self);
  *result = fitted;

  return KERNEL_OK;
}
