/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/bunching.h"

#include "kernel/least-squares.h"

#include <math.h>

/* The curve is fitted anew until the excess moves by no more than this share of a case. */
#define CLOSE 1e-9
#define MOST_STEPS 200

typedef struct {
  size_t n;
  const double *counts;
  const KernelBunchingShape *shape;
  double *expected, *coefficients, *row, *work;
} Fitting;

/**
 * kernel_bunching_n_work:
 * @n: number of bins
 * @degree: of the polynomial
 *
 * Returns: how many doubles a look needs
 */
size_t
kernel_bunching_n_work (size_t n, unsigned degree)
{
  return n + 2 * ((size_t) degree + 1) + kernel_least_squares_n_work ((size_t) degree + 1);
}

static bool
is_in_window (const KernelBunchingShape *shape, size_t i)
{
  return i + shape->before >= shape->limit && i <= shape->limit + shape->after;
}

/* Chebyshev's polynomials, under which powers do not look alike. */
static void
write_row (const Fitting *self, size_t i)
{
  const double u = self->n > 1 ? 2 * (double) i / (double) (self->n - 1) - 1 : 0;

  self->row[0] = 1;
  for (unsigned k = 1; k <= self->shape->degree; k++)
    self->row[k] = k == 1 ? u : 2 * u * self->row[k - 1] - self->row[k - 2];
}

/* The curve through the bins outside, those beyond it @lifted by that share of themselves. */
static KernelStatus
fit (const Fitting *self, double lifted)
{
  const size_t m = (size_t) self->shape->degree + 1;
  KernelLeastSquares line;

  kernel_least_squares_begin (&line, m, self->work);
  for (size_t i = 0; i < self->n; i++) {
    if (is_in_window (self->shape, i))
      continue;
    write_row (self, i);
    kernel_least_squares_add (&line, self->row,
                              self->counts[i] * (i > self->shape->limit ? 1 + lifted : 1));
  }
  const KernelStatus status = kernel_least_squares_solve (&line, self->coefficients);

  for (size_t i = 0; status == KERNEL_OK && i < self->n; i++) {
    write_row (self, i);
    self->expected[i] = 0;
    for (size_t k = 0; k < m; k++)
      self->expected[i] += self->coefficients[k] * self->row[k];
  }

  return status;
}

static void
compare (const Fitting *self, KernelBunching *look)
{
  const KernelBunchingShape *shape = self->shape;
  double height = 0;

  look->excess = look->missing = 0;
  for (size_t i = shape->limit - shape->before; i <= shape->limit + shape->after; i++) {
    if (i > shape->limit) {
      look->missing += self->expected[i] - self->counts[i];
      continue;
    }
    look->excess += self->counts[i] - self->expected[i];
    height += self->expected[i];
  }
  look->ratio = look->excess / (height / (double) (shape->before + 1));
}

static double
sum_beyond (const Fitting *self)
{
  double sum = 0;

  for (size_t i = self->shape->limit + self->shape->after + 1; i < self->n; i++)
    sum += self->counts[i];

  return sum;
}

static KernelStatus
check (size_t n, const double *counts, const KernelBunchingShape *shape)
{
  if (shape->before > shape->limit || shape->limit >= n || shape->after >= n - shape->limit)
    return KERNEL_ERR_PARAMETER;
  if (n - shape->before - shape->after - 1 <= (size_t) shape->degree + 1)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++)
    if (!(counts[i] >= 0) || isinf (counts[i]))
      return KERNEL_ERR_DOMAIN;

  return KERNEL_OK;
}

/**
 * kernel_bunching:
 * @n: number of bins
 * @counts: shape (@n), cases by bin of one width; none missing, none below 0
 * @shape: where to look
 * @work: shape (kernel_bunching_n_work (@n, @shape->degree))
 * @result: (out): what is above the curve
 *
 * The excess at a limit as economists report it, to be set beside their figures: a polynomial
 * by least squares through the counts outside a window.  Where it @adds_up, cases in the pile
 * are taken to come from beyond the window, whose counts are raised by the same share until
 * what is raised is the excess.  It has no chance, and takes a week for a wave of the
 * polynomial: [func@kernel_pile_up] is for lengths of days.  O(steps × @n × degree²) time.
 *
 * Source: R. Chetty, J. N. Friedman, T. Olsen, L. Pistaferri (2011), Quarterly Journal of
 * Economics 126, 749-804, equations 14 and 15; the window's two sides as in H. J. Kleven and
 * M. Waseem (2013), 128, 669-723.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a window that is not inside;
 * %KERNEL_ERR_TOO_SHORT where no more bins than coefficients are left, or none lie beyond
 * it that could be raised; %KERNEL_ERR_DOMAIN for a count below 0 or missing
 */
KernelStatus
kernel_bunching (size_t n,
                 const double *counts,
                 const KernelBunchingShape *shape,
                 double *work,
                 KernelBunching *result)
{
  Fitting self = { .n = n, .counts = counts, .shape = shape };
  KernelBunching look = { 0 };
  KernelStatus status = check (n, counts, shape);
  double before, lifted = 0;

  if (status != KERNEL_OK)
    return status;
  self.expected = work;
  self.coefficients = work + n;
  self.row = self.coefficients + shape->degree + 1;
  self.work = self.row + shape->degree + 1;
  const double beyond = sum_beyond (&self);
  if (shape->adds_up && !(beyond > 0))
    return KERNEL_ERR_TOO_SHORT;

  do {
    before = look.excess;
    status = fit (&self, lifted);
    if (status != KERNEL_OK)
      return status;
    compare (&self, &look);
    lifted = look.excess / beyond;
  } while (++look.n_steps < MOST_STEPS && shape->adds_up && fabs (look.excess - before) > CLOSE);
  *result = look;

  return KERNEL_OK;
}
