/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/any-break.h"

#include "kernel/random.h"

#include <math.h>

/* A variance of a stretch whose values are all alike: what other programs put there. */
#define LEAST_VARIANCE 1e-11

/* Sums of the rows before a place and of all, and the profile of the gain. */
typedef struct {
  const KernelRows *rows;
  double *before, *all, *after;
  double *gains; /* of a break before each row */
} Search;

static double
times_log (double x, double of)
{
  return x > 0 ? x * log (x / of) : 0;
}

static double
deviance (double rss, double m)
{
  return m * log (rss > LEAST_VARIANCE * m ? rss / m : LEAST_VARIANCE);
}

/* Of a stretch of @m rows that add up to @sums, without what cancels when it is cut. */
static double
cost_of (const KernelRows *rows, const double *sums, double m)
{
  double total = 0;

  switch (rows->stretch) {
  case KERNEL_STRETCH_MEAN:
    return sums[1] - sums[0] * sums[0] / m;
  case KERNEL_STRETCH_MEAN_VARIANCE:
    return deviance (sums[1] - sums[0] * sums[0] / m, m);
  case KERNEL_STRETCH_RATE:
    return -2 * times_log (sums[0], sums[1]);
  case KERNEL_STRETCH_SHARE:
    return -2 * (times_log (sums[0], sums[0] + sums[1]) + times_log (sums[1], sums[0] + sums[1]));
  case KERNEL_STRETCH_DISTRIBUTION:
  default:
    for (size_t k = 0; k < rows->width; k++)
      total -= times_log (sums[k], m) + times_log (m - sums[k], m);
    return 2 * total / (double) rows->width;
  }
}

static const double *
row_of (const KernelRows *rows, const size_t *order, size_t i)
{
  return rows->rows + (order ? order[i] : i) * rows->width;
}

/* Sets the gain of each place, in the order given, and finds the greatest. */
static double
find_gains (Search *s, const size_t *order, size_t *at)
{
  const KernelRows *rows = s->rows;
  double most = -INFINITY;

  for (size_t k = 0; k < rows->width; k++)
    s->before[k] = s->all[k] = 0;
  for (size_t i = 0; i < rows->n; i++)
    for (size_t k = 0; k < rows->width; k++)
      s->all[k] += row_of (rows, order, i)[k];
  const double whole = cost_of (rows, s->all, (double) rows->n);
  for (size_t i = 1; i + rows->least <= rows->n; i++) {
    for (size_t k = 0; k < rows->width; k++) {
      s->before[k] += row_of (rows, order, i - 1)[k];
      s->after[k] = s->all[k] - s->before[k];
    }
    if (i < rows->least)
      continue;
    s->gains[i] = whole - cost_of (rows, s->before, (double) i) -
                  cost_of (rows, s->after, (double) (rows->n - i));
    if (s->gains[i] > most) {
      most = s->gains[i];
      *at = i;
    }
  }

  return most;
}

static KernelStatus
look_at (const KernelRows *rows)
{
  if (rows->least < 1 || rows->width < 1)
    return KERNEL_ERR_PARAMETER;
  if (rows->n < 2 * rows->least)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < rows->n * rows->width; i++) {
    if (!isfinite (rows->rows[i]))
      return KERNEL_ERR_DOMAIN;
  }

  return KERNEL_OK;
}

static Search
search_of (const KernelRows *rows, double *work)
{
  return (Search){ rows, work, work + rows->width, work + 2 * rows->width, work + 3 * rows->width };
}

/**
 * kernel_any_break_n_work:
 * @n: number of values
 * @width: numbers a row
 * @n_draws: how many series are made; 0 but for an interval
 *
 * Returns: how many doubles the functions here need to work in
 */
size_t
kernel_any_break_n_work (size_t n, size_t width, size_t n_draws)
{
  return 3 * width + n + 1 + n_draws;
}

/**
 * kernel_any_break:
 * @rows: a series
 * @work: shape (kernel_any_break_n_work (n, width, 0)), overwritten
 * @at: (out): the first value after the break
 * @gain: (out): how much two stretches cost less than one: twice the logarithm of the
 *   likelihood ratio
 *
 * Finds the place that divides a series most clearly, whether or not there is anything to
 * divide.  O(n width) time.  Ties go to the earlier place.
 *
 * Source: definition.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for stretches of no value; %KERNEL_ERR_TOO_SHORT
 * without room for two; %KERNEL_ERR_DOMAIN for a number missing or infinite
 */
KernelStatus
kernel_any_break (const KernelRows *rows, double *work, size_t *at, double *gain)
{
  const KernelStatus status = look_at (rows);
  Search s = search_of (rows, work);

  if (status == KERNEL_OK)
    *gain = find_gains (&s, NULL, at);

  return status;
}

static void
shuffle (uint64_t *seed, size_t n, size_t *order)
{
  for (size_t i = n; i > 1; i--) {
    const size_t j = kernel_random_below (seed, i), kept = order[i - 1];

    order[i - 1] = order[j];
    order[j] = kept;
  }
}

/**
 * kernel_any_break_chance:
 * @rows: a series
 * @n_draws: how many orders are tried, such as 999
 * @seed: of the random numbers; the same seed gives the same chance
 * @work: shape (kernel_any_break_n_work (n, width, 0)), overwritten
 * @order: shape (n), overwritten
 * @chance: (out): the share of orders, the one given included, that divide as clearly
 *
 * The chance of a break as clear as the one there is, if the order of the values meant
 * nothing.  Exact at any length, where neighbours do not resemble each other.  O(n width
 * n_draws) time.
 *
 * Source: definition; J. Antoch, M. Huskova (2001), Statistics & Probability Letters 53,
 * 37-46.
 *
 * Returns: as [func@kernel_any_break]; %KERNEL_ERR_PARAMETER also for no draws
 */
KernelStatus
kernel_any_break_chance (const KernelRows *rows,
                         size_t n_draws,
                         uint64_t seed,
                         double *work,
                         size_t *order,
                         double *chance)
{
  const KernelStatus status = look_at (rows);
  Search s = search_of (rows, work);
  size_t at, n_as_clear = 1;

  if (status != KERNEL_OK)
    return status;
  if (n_draws < 1)
    return KERNEL_ERR_PARAMETER;

  /* Orders that divide the same but for rounding count. */
  const double gain = find_gains (&s, NULL, &at), as_clear = gain - 1e-9 * (1 + fabs (gain));
  for (size_t i = 0; i < rows->n; i++)
    order[i] = i;
  for (size_t k = 0; k < n_draws; k++) {
    shuffle (&seed, rows->n, order);
    n_as_clear += find_gains (&s, order, &at) >= as_clear;
  }
  *chance = (double) n_as_clear / (double) (n_draws + 1);

  return KERNEL_OK;
}

static void
insert_sorted (double *sorted, size_t n, double value)
{
  for (; n > 0 && sorted[n - 1] > value; n--)
    sorted[n] = sorted[n - 1];
  sorted[n] = value;
}

/**
 * kernel_any_break_interval:
 * @rows: a series with one break
 * @at: the first value after it
 * @level: how sure to be, such as 0.95
 * @n_draws: how many series are made, such as 199
 * @seed: of the random numbers; the same seed gives the same interval
 * @work: shape (kernel_any_break_n_work (n, width, @n_draws)), overwritten
 * @order: shape (n), overwritten
 * @earliest: (out): the earliest value that may be the first after the break
 * @latest: (out): the latest
 *
 * Where a series changed: the places whose gain falls short of the greatest by no more than
 * that of the true place does in most of the series that are made by drawing the values of
 * each stretch again.  O(n width n_draws) time.
 *
 * Source: B. E. Hansen (2000), Econometrica 68, 575-603 (places not ruled out by the
 * likelihood ratio); B. Efron, R. J. Tibshirani (1993), An Introduction to the Bootstrap,
 * chapter 8 (drawing values of each of two stretches).
 *
 * Returns: as [func@kernel_any_break]; %KERNEL_ERR_PARAMETER also for a level outside (0, 1),
 * no draws, or a break where none can be
 */
KernelStatus
kernel_any_break_interval (const KernelRows *rows,
                           size_t at,
                           double level,
                           size_t n_draws,
                           uint64_t seed,
                           double *work,
                           size_t *order,
                           size_t *earliest,
                           size_t *latest)
{
  const KernelStatus status = look_at (rows);
  Search s = search_of (rows, work);
  double *lags = s.gains + rows->n + 1;
  size_t found;

  if (status != KERNEL_OK)
    return status;
  if (!(level > 0 && level < 1) || n_draws < 1 || at < rows->least || at + rows->least > rows->n)
    return KERNEL_ERR_PARAMETER;

  for (size_t k = 0; k < n_draws; k++) {
    for (size_t i = 0; i < rows->n; i++)
      order[i] =
          i < at ? kernel_random_below (&seed, at) : at + kernel_random_below (&seed, rows->n - at);
    const double most = find_gains (&s, order, &found);
    insert_sorted (lags, k, most - s.gains[at]);
  }

  const size_t rank = (size_t) ceil (level * (double) n_draws);
  const double lag = lags[rank > 0 ? rank - 1 : 0], most = find_gains (&s, NULL, &found);
  *earliest = *latest = at;
  for (size_t i = rows->least; i + rows->least <= rows->n; i++) {
    if (most - s.gains[i] > lag)
      continue;
    *earliest = i < *earliest ? i : *earliest;
    *latest = i > *latest ? i : *latest;
  }

  return KERNEL_OK;
}
