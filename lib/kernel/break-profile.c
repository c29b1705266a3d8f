/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/break-profile.h"

#include <math.h>

static double
times_log (double x, double of)
{
  return x > 0 ? x * log (x / of) : 0;
}

/* The greatest logarithm of the likelihood of one rate, or one share, in a stretch. */
static double
support (double count, double size, bool is_share)
{
  if (!(size > 0))
    return 0;

  return times_log (count, size) + (is_share ? times_log (size - count, size) : 0);
}

static bool
makes_sense (size_t n, const double *counts, const double *sizes, bool is_share)
{
  for (size_t i = 0; i < n; i++) {
    if (!(counts[i] >= 0 && isfinite (counts[i]) && sizes[i] >= 0 && isfinite (sizes[i])) ||
        (is_share && counts[i] > sizes[i]))
      return false;
  }

  return true;
}

/**
 * kernel_break_profile:
 * @n: number of points
 * @counts: shape (@n), what was counted
 * @sizes: shape (@n), out of how many cases or over how long
 * @is_share: counts are a part of their sizes (binomial), or may go beyond (Poisson)
 * @dispersion: how many times wider than counting alone the counts vary, at least 1
 * @level: how sure to be, such as 0.95
 * @least: fewest points before and after the break
 * @best: (out): first point after the break that is most likely
 * @earliest: (out): the earliest that is not ruled out
 * @latest: (out): the latest that is not
 *
 * Where a rate or a share changed, by the profile of the likelihood: places are not
 * ruled out whose likelihood ratio to the best stays below the quantile of the
 * greatest value that two-sided Brownian motion with drift reaches, -2 log (1 -
 * sqrt(level)).  O(n) time.
 *
 * Source: B. E. Hansen (2000), Econometrica 68, 575-603, theorem 2 (the quantile); D. V.
 * Hinkley, E. A. Hinkley (1970), Biometrika 57, 477-488 (the likelihood of a share).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a level outside (0, 1) or a dispersion
 * below 1; %KERNEL_ERR_TOO_SHORT if there is no room for a break; %KERNEL_ERR_DOMAIN for
 * a count that is missing, negative or, of a share, above its size
 */
KernelStatus
kernel_break_profile (size_t n,
                      const double *counts,
                      const double *sizes,
                      bool is_share,
                      double dispersion,
                      double level,
                      size_t least,
                      size_t *best,
                      size_t *earliest,
                      size_t *latest)
{
  double all_counts = 0, all_sizes = 0, highest = -INFINITY;

  if (!(level > 0 && level < 1) || !(dispersion >= 1) || least < 1)
    return KERNEL_ERR_PARAMETER;
  if (n < 2 * least)
    return KERNEL_ERR_TOO_SHORT;
  if (!makes_sense (n, counts, sizes, is_share))
    return KERNEL_ERR_DOMAIN;
  for (size_t i = 0; i < n; i++) {
    all_counts += counts[i];
    all_sizes += sizes[i];
  }

  const double ruled_out = -log1p (-sqrt (level)) * dispersion;
  for (int pass = 0; pass < 2; pass++) {
    double count = 0, size = 0;

    for (size_t at = 1; at + least <= n; at++) {
      count += counts[at - 1];
      size += sizes[at - 1];
      if (at < least)
        continue;
      const double here = support (count, size, is_share) +
                          support (all_counts - count, all_sizes - size, is_share);
      if (pass == 0 && here > highest) {
        highest = here;
        *best = *earliest = *latest = at;
      } else if (pass == 1 && highest - here <= ruled_out) {
        *earliest = at < *earliest ? at : *earliest;
        *latest = at;
      }
    }
  }

  return KERNEL_OK;
}
