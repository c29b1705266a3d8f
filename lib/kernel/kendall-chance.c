/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/kendall-chance.h"

#include <string.h>

static size_t
pairs_of (size_t n)
{
  return n ? n * (n - 1) / 2 : 0;
}

/* The widest table of two groups with @n values between them: a row for each number of
 * the smaller group, as wide as the pairs there can be.
 */
static size_t
table_size (size_t n)
{
  const size_t half = n / 2;

  return (half + 1) * (half * (n - half) + 1);
}

/**
 * kernel_kendall_chance_work:
 * @n: number of values
 *
 * Returns: how many doubles kernel_kendall_chance() needs to work with
 */
size_t
kernel_kendall_chance_work (size_t n)
{
  return table_size (n) + 2 * (pairs_of (n) + 1);
}

/* The chance of u pairs out of order between @few equal values and @many others, when all
 * orders are equally likely: the last value is one of the few with chance few / all, and
 * then is out of order with none of the many before it; or it is one of the many and every
 * one of the few stands before it.
 *
 * Row i holds i of the few; the rows are for a growing number of the many.
 */
static const double *
chances_of_two (size_t few, size_t many, double *table)
{
  const size_t width = few * many + 1;

  memset (table, 0, (few + 1) * width * sizeof *table);
  for (size_t i = 0; i <= few; i++)
    table[i * width] = 1;
  for (size_t m = 1; m <= many; m++) {
    for (size_t i = 1; i <= few; i++) {
      double *row = table + i * width;
      const double *above = row - width;
      const double of_few = (double) i / (double) (i + m), of_many = (double) m / (double) (i + m);

      for (size_t u = i * m + 1; u-- > 0;) {
        const double last_of_many = u >= i ? row[u - i] : 0;
        const double last_of_few = u <= (i - 1) * m ? above[u] : 0;
        row[u] = of_many * last_of_many + of_few * last_of_few;
      }
    }
  }

  return table + few * width;
}

/* @sums becomes the chances of the sums of two independent counts. */
static void
add_counts (size_t n, double *sums, size_t n_more, const double *more, double *work)
{
  memset (work, 0, (n + n_more - 1) * sizeof *work);
  for (size_t i = 0; i < n; i++) {
    for (size_t j = 0; j < n_more; j++)
      work[i + j] += sums[i] * more[j];
  }
  memcpy (sums, work, (n + n_more - 1) * sizeof *work);
}

/* Twice the chance of at most @lower pairs out of order: both ends are alike. */
static double
both_ends (const double *chances, size_t lower)
{
  double sum = 0;

  for (size_t u = 0; u <= lower; u++)
    sum += chances[u];

  return 2 * sum < 1 ? 2 * sum : 1;
}

/**
 * kernel_kendall_chance:
 * @n_groups: number of different values
 * @sizes: shape (@n_groups), how often each occurs, in any order; at least 1
 * @s: score of kernel_mann_kendall()
 * @work: overwritten; kernel_kendall_chance_work() says how long it is
 * @chance: (out): chance of a score at least as far from 0 on either side
 *
 * The chance of the score if all orders of the values were equally likely, exact, with
 * ties. The pairs out of order are the sum of independent counts, one for each value
 * beside those before it, and each count has the distribution of Mann and Whitney. Only
 * positive numbers are added, so that small chances are as exact as large ones.
 * O(n^4) time at worst, for at most %KERNEL_KENDALL_CHANCE_MOST values.
 *
 * Source: H. B. Mann, D. R. Whitney (1947), Ann. Math. Statist. 18, 50-60, recurrence 5;
 * P. D. Valz, A. I. McLeod, M. E. Thompson (1995), J. Comput. Graph. Statist. 4, 48-67
 * (ties in one ranking).
 *
 * Returns: %KERNEL_OK, or %KERNEL_ERR_PARAMETER for no value, too many, or a score that
 * there is no order for
 */
KernelStatus
kernel_kendall_chance (size_t n_groups,
                       const size_t *sizes,
                       int64_t s,
                       double *work,
                       double *chance)
{
  size_t n = 0, untied = 0;

  for (size_t k = 0; k < n_groups; k++) {
    if (sizes[k] == 0 || sizes[k] > KERNEL_KENDALL_CHANCE_MOST)
      return KERNEL_ERR_PARAMETER;
    untied += n * sizes[k];
    n += sizes[k];
    if (n > KERNEL_KENDALL_CHANCE_MOST)
      return KERNEL_ERR_PARAMETER;
  }
  const size_t far = (size_t) (s < 0 ? -s : s);
  if (n == 0 || far > untied || (untied - far) % 2 != 0)
    return KERNEL_ERR_PARAMETER;

  double *sums = work + table_size (n), *spare = sums + pairs_of (n) + 1;
  size_t n_before = sizes[0], n_sums = 1;
  sums[0] = 1;
  for (size_t k = 1; k < n_groups; k++) {
    const size_t few = n_before < sizes[k] ? n_before : sizes[k];
    const size_t many = n_before + sizes[k] - few;

    add_counts (n_sums, sums, few * many + 1, chances_of_two (few, many, work), spare);
    n_sums += few * many;
    n_before += sizes[k];
  }
  *chance = both_ends (sums, (untied - far) / 2);

  return KERNEL_OK;
}
