/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/heaping.h"

#include "kernel/chi-square.h"
#include "kernel/log-linear.h"

#include <math.h>
#include <string.h>

/* The smooth part is a polynomial of this degree. */
#define DEGREE 6

#define N_DIGITS KERNEL_HEAPING_N_DIGITS

static size_t
count_columns (unsigned period)
{
  return 1 + DEGREE + (period > 1 ? period - 1 : 0);
}

/**
 * kernel_heaping_n_work:
 * @n: number of lengths
 * @period: as for [func@kernel_heaping]
 *
 * Returns: how many doubles a look needs
 */
size_t
kernel_heaping_n_work (size_t n, unsigned period)
{
  const size_t m = count_columns (period);

  return n * (m + 1) + kernel_log_linear_n_work (m);
}

/* Legendre's polynomials at @u in [-1, 1], then the remainders but the first. */
static void
write_row (double u, uint64_t length, unsigned period, double *row)
{
  row[0] = 1;
  row[1] = u;
  for (int k = 1; k < DEGREE; k++)
    row[k + 1] = ((2 * k + 1) * u * row[k] - k * row[k - 1]) / (k + 1);
  for (unsigned r = 1; r < period; r++)
    row[DEGREE + r] = length % period == r;
}

/* What there is by digit, and what would be, of as many cases in all. */
static void
add_up (KernelHeaping *self, int64_t first, size_t n, const double *counts, const double *expected)
{
  double sum = 0;

  for (size_t i = 0; i < n; i++) {
    const size_t digit = ((uint64_t) first + i) % N_DIGITS;

    if (isnan (counts[i]))
      continue;
    self->n_cases += counts[i];
    self->observed[digit] += counts[i];
    self->expected[digit] += expected[i];
    sum += expected[i];
  }
  for (size_t digit = 0; digit < N_DIGITS; digit++)
    self->expected[digit] *= self->n_cases / sum;
}

static void
compare (KernelHeaping *self)
{
  for (size_t digit = 0; digit < N_DIGITS; digit++) {
    const double rest = self->observed[digit] - self->expected[digit];

    self->chi_square += rest * rest / self->expected[digit];
  }
  self->p = kernel_chi_square_tail (self->chi_square, N_DIGITS - 1);
  self->multiples_observed = self->observed[0] + self->observed[5];
  self->multiples_expected = self->expected[0] + self->expected[5];
}

/**
 * kernel_heaping:
 * @first: the shortest length that counts, at least 0
 * @n: how many lengths count
 * @counts: shape (@n), cases by length; NaN for a length that is left out
 * @period: lengths after which ordinary work comes round again, such as 7 days; 0 or 1: none
 * @curve: (out) (nullable): shape (@n), what is expected of each length
 * @work: shape (kernel_heaping_n_work (@n, @period))
 * @result: (out): last digits beside what is expected of them
 *
 * Whether last digits are as a smooth spread gives them: a log-linear fit of the counts, of
 * Legendre's polynomials to the sixth and the remainders of the period, added up by digit.
 * Equal shares of the ten digits are no measure of waits, whose short ones are more.
 * O(steps × @n × columns²) time.
 *
 * Source: K. Pearson (1900), Philosophical Magazine 50, 157-175 (chi square); the smooth
 * spread by McCullagh and Nelder (1989), section 6.2.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a length below 0; %KERNEL_ERR_TOO_SHORT for
 * fewer lengths than coefficients, fewer than 10, or no cases; %KERNEL_ERR_DOMAIN for a count
 * below 0
 */
KernelStatus
kernel_heaping (int64_t first,
                size_t n,
                const double *counts,
                unsigned period,
                double *curve,
                double *work,
                KernelHeaping *result)
{
  const size_t m = count_columns (period);
  double *expected = work + n * m;
  KernelHeaping found = { 0 };
  KernelLogLinear fitted;

  if (first < 0)
    return KERNEL_ERR_PARAMETER;
  if (n < N_DIGITS)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++)
    write_row (2 * (double) i / (double) (n - 1) - 1, (uint64_t) first + i, period, work + i * m);
  const KernelStatus status =
      kernel_log_linear (n, m, work, counts, expected, expected + n, &fitted);
  if (status != KERNEL_OK)
    return status;

  add_up (&found, first, n, counts, expected);
  if (!(found.n_cases > 0))
    return KERNEL_ERR_TOO_SHORT;
  compare (&found);
  if (curve)
    memcpy (curve, expected, n * sizeof *curve);
  *result = found;

  return KERNEL_OK;
}
