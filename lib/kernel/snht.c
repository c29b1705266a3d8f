/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/snht.h"

#include "kernel/deviation.h"
#include "kernel/random.h"

#include <math.h>

/**
 * kernel_snht:
 * @n: number of values
 * @values: shape (@n), in order of time, in any unit; NaN where missing
 * @result: (out): the shift
 *
 * With z the values less their mean over their standard deviation (divisor n − 1) and z₁, z₂
 * the means of the first d and of the rest, the largest T = d z₁² + (n − d) z₂².  It rises
 * towards the ends of a series whatever happens there.  A constant has the statistic 0 and
 * its shift at the second value.  O(n) time.
 *
 * Source: H. Alexandersson (1986), Journal of Climatology 6, 661-675, formula 7.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for fewer than 3 values; %KERNEL_ERR_DOMAIN for
 * an infinite one
 */
KernelStatus
kernel_snht (size_t n, const double *values, KernelSnht *result)
{
  KernelSnht found = { .statistic = -1 };
  double mean, deviation, sum = 0, seen = 0;

  for (size_t i = 0; i < n; i++) {
    if (isinf (values[i]))
      return KERNEL_ERR_DOMAIN;
    found.n += isnan (values[i]) ? 0 : 1;
  }
  if (found.n < 3 || kernel_deviation (n, values, &mean, &deviation) != KERNEL_OK)
    return KERNEL_ERR_TOO_SHORT;

  const double count = (double) found.n;
  for (size_t i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    const double before = sum / seen, after = -sum / (count - seen);
    const double here = seen * before * before + (count - seen) * after * after;
    if (seen > 0 && here > found.statistic) {
      found.at = i;
      found.statistic = here;
      found.before = before;
      found.after = after;
    }
    sum += deviation > 0 ? (values[i] - mean) / deviation : 0;
    seen++;
  }
  *result = found;

  return KERNEL_OK;
}

/**
 * kernel_snht_chance:
 * @n: number of values that are there
 * @statistic: as [func@kernel_snht] gives it
 * @n_draws: how many series are made up, such as 9999
 * @seed: of the random numbers; the same seed gives the same chance
 * @work: shape (@n), overwritten
 * @chance: (out): the share of series, the one given included, with as large a statistic
 *
 * The chance of as large a statistic in independent normal values without a shift.
 * O(n n_draws) time.
 *
 * Source: M. N. Khaliq, T. B. M. J. Ouarda (2007), International Journal of Climatology 27,
 * 681-687, who simulate the critical values.
 *
 * Returns: as [func@kernel_snht]; %KERNEL_ERR_PARAMETER for no draws, or NaN
 */
KernelStatus
kernel_snht_chance (size_t n,
                    double statistic,
                    size_t n_draws,
                    uint64_t seed,
                    double *work,
                    double *chance)
{
  size_t n_as_large = 1;

  if (n_draws < 1 || isnan (statistic))
    return KERNEL_ERR_PARAMETER;
  for (size_t k = 0; k < n_draws; k++) {
    KernelSnht drawn;

    kernel_random_normal (&seed, n, work);
    const KernelStatus status = kernel_snht (n, work, &drawn);
    if (status != KERNEL_OK)
      return status;
    n_as_large += drawn.statistic >= statistic;
  }
  *chance = (double) n_as_large / (double) (n_draws + 1);

  return KERNEL_OK;
}
