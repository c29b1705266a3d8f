/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/status-changes.h"

#include <math.h>

/* What rounding may leave of a sum of chances that should reach a level. */
#define NEARLY 1e-12

/* The chance that @n_periods periods from the one at @chances on have the same status. */
static double
same_chance (size_t n_periods, size_t n_statuses, const double *chances)
{
  double sum = 0;

  for (size_t k = 0; k < n_statuses; k++) {
    double product = 1;
    for (size_t t = 0; t < n_periods; t++)
      product *= chances[t * n_statuses + k];
    sum += product;
  }

  return sum;
}

/**
 * kernel_expected_changes:
 * @n: number of periods
 * @n_statuses: number of statuses
 * @chances: shape (@n, @n_statuses), row after row: of each status in each period
 * @mean: (out): how many changes from one period to the next to expect
 * @variance: (out): of their number
 *
 * Mean and variance of the number of changes of a status whose periods have nothing to do with
 * each other.  Changes next to each other share a period, and so do hang together.
 * O(n n_statuses) time.
 *
 * Source: definition: with f_t = 1 - Σ π_kt π_k,t+1 the mean is Σ f_t and the variance
 * Σ f_t (1 - f_t) + 2 Σ (e_t - f_t f_t+1), where e_t is the chance of two changes running.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for no period; %KERNEL_ERR_PARAMETER for no status
 */
KernelStatus
kernel_expected_changes (size_t n,
                         size_t n_statuses,
                         const double *chances,
                         double *mean,
                         double *variance)
{
  double sum = 0, spread = 0, last = 0;

  if (n < 1)
    return KERNEL_ERR_TOO_SHORT;
  if (n_statuses < 1)
    return KERNEL_ERR_PARAMETER;

  for (size_t t = 0; t + 1 < n; t++) {
    const double *here = chances + t * n_statuses;
    const double change = 1 - same_chance (2, n_statuses, here);
    sum += change;
    spread += change * (1 - change);
    if (t > 0) {
      const double both = last + change - 1 + same_chance (3, n_statuses, here - n_statuses);
      spread += 2 * (both - last * change);
    }
    last = change;
  }
  *mean = sum;
  *variance = spread;

  return KERNEL_OK;
}

/* The chances of each status and number of changes, one period on.  @n: periods so far. */
static void
step_on (size_t n, size_t n_statuses, size_t width, const double *after, double *now, double *next)
{
  for (size_t l = 0; l < n_statuses; l++)
    for (size_t j = 0; j <= n; j++) {
      double sum = 0;
      for (size_t k = 0; k < n_statuses; k++) {
        if (k == l)
          sum += j < n ? now[k * width + j] * after[k * n_statuses + l] : 0;
        else if (j > 0)
          sum += now[k * width + j - 1] * after[k * n_statuses + l];
      }
      next[l * width + j] = sum;
    }
  for (size_t i = 0; i < n_statuses * width; i++)
    now[i] = next[i];
}

/**
 * kernel_change_counts:
 * @n: number of periods
 * @n_statuses: number of statuses
 * @first: shape (@n_statuses): the chance of each in the first period
 * @after: shape (@n - 1, @n_statuses, @n_statuses), row after row: the chance of each status
 *   (last axis) after each status of the period before
 * @work: shape (2, @n_statuses, @n), overwritten
 * @counts: (out): shape (@n): the chance of 0, 1, …, @n - 1 changes
 *
 * The exact distribution of the number of changes of a status that hangs on the period before
 * and on none earlier; with the same row for each status before, on none at all.
 * O(n² n_statuses²) time, no allocation.
 *
 * Source: definition (a forward recursion over status and number of changes).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for no period; %KERNEL_ERR_PARAMETER for no status
 */
KernelStatus
kernel_change_counts (size_t n,
                      size_t n_statuses,
                      const double *first,
                      const double *after,
                      double *work,
                      double *counts)
{
  if (n < 1)
    return KERNEL_ERR_TOO_SHORT;
  if (n_statuses < 1)
    return KERNEL_ERR_PARAMETER;

  for (size_t i = 0; i < 2 * n_statuses * n; i++)
    work[i] = 0;
  for (size_t k = 0; k < n_statuses; k++)
    work[k * n] = first[k];
  for (size_t t = 1; t < n; t++)
    step_on (t, n_statuses, n, after + (t - 1) * n_statuses * n_statuses, work,
             work + n_statuses * n);

  for (size_t j = 0; j < n; j++) {
    counts[j] = 0;
    for (size_t k = 0; k < n_statuses; k++)
      counts[j] += work[k * n + j];
  }

  return KERNEL_OK;
}

/**
 * kernel_count_interval:
 * @n: number of counts
 * @counts: shape (@n): the chance of 0, 1, …, @n - 1
 * @level: of the interval, such as 0.95
 * @low: (out): the first count that leaves no more than half of the rest below it
 * @high: (out): the first that leaves no more than half of the rest above it
 *
 * The interval that a count lies in with at least the chance @level.  O(n) time.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_TOO_SHORT for no count; %KERNEL_ERR_PARAMETER for a level
 *   outside (0, 1)
 */
KernelStatus
kernel_count_interval (size_t n, const double *counts, double level, size_t *low, size_t *high)
{
  const double rest = (1 - level) / 2;
  double sum = 0;

  if (n < 1)
    return KERNEL_ERR_TOO_SHORT;
  if (!(level > 0 && level < 1))
    return KERNEL_ERR_PARAMETER;

  *low = *high = n - 1;
  for (size_t i = n - 1; i > 0; i--) {
    sum += counts[i];
    if (sum > rest + NEARLY)
      break;
    *high = i - 1;
  }
  sum = 0;
  for (size_t i = 0; i < n; i++) {
    sum += counts[i];
    if (sum >= rest - NEARLY) {
      *low = i;
      break;
    }
  }

  return KERNEL_OK;
}

/**
 * kernel_unchanged_chance:
 * @n_statuses: number of statuses
 * @before: shape (@n_statuses): the chance of each before the level moved
 * @after: shape (@n_statuses): and after
 * @n_each: number of periods on either side
 *
 * The chance that all periods before and after a move of the level have one and the same
 * status.  O(n_statuses) time.
 *
 * Source: definition, Σ before_k^n after_k^n.
 *
 * Returns: a chance in [0, 1]
 */
double
kernel_unchanged_chance (size_t n_statuses,
                         const double *before,
                         const double *after,
                         double n_each)
{
  double sum = 0;

  for (size_t k = 0; k < n_statuses; k++)
    sum += pow (before[k] * after[k], n_each);

  return sum;
}
