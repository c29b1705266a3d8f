/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/break-bootstrap.h"

#include "kernel/random.h"

#include <math.h>

/* Running sums of the points before each index. */
typedef struct {
  double *t, *tt, *x, *xx, *xt;
} Sums;

typedef struct {
  double level, slope, centre, rss;
} Line;

static void
sum_times (Sums *s, size_t n, const double *times)
{
  const double middle = times ? times[0] / 2 + times[n - 1] / 2 : ((double) n - 1) / 2;

  s->t[0] = s->tt[0] = 0;
  for (size_t i = 0; i < n; i++) {
    const double t = (times ? times[i] : (double) i) - middle;
    s->t[i + 1] = s->t[i] + t;
    s->tt[i + 1] = s->tt[i] + t * t;
  }
}

static void
sum_values (Sums *s, size_t n, const double *values)
{
  s->x[0] = s->xx[0] = s->xt[0] = 0;
  for (size_t i = 0; i < n; i++) {
    const double t = s->t[i + 1] - s->t[i];
    s->x[i + 1] = s->x[i] + values[i];
    s->xx[i + 1] = s->xx[i] + values[i] * values[i];
    s->xt[i + 1] = s->xt[i] + values[i] * t;
  }
}

static Line
fit (const Sums *s, size_t first, size_t end, bool is_line)
{
  const double m = (double) (end - first);
  const double x = s->x[end] - s->x[first], t = s->t[end] - s->t[first];
  const double spread = s->tt[end] - s->tt[first] - t * t / m;
  const double along = s->xt[end] - s->xt[first] - t * x / m;
  Line line = { .level = x / m, .centre = t / m };

  line.slope = is_line && spread > 0 ? along / spread : 0;
  line.rss = s->xx[end] - s->xx[first] - x * x / m - line.slope * along;

  return line;
}

static double
rss_of (const Sums *s, size_t n, const KernelBreak *brk, size_t at)
{
  const double rss =
      fit (s, 0, at, brk->is_line_before).rss + fit (s, at, n, brk->is_line_after).rss;

  return rss > 0 ? rss : 0;
}

static double
least_rss (const Sums *s, size_t n, const KernelBreak *brk)
{
  double least = INFINITY;

  for (size_t at = brk->least; at + brk->least <= n; at++) {
    const double rss = rss_of (s, n, brk, at);
    least = rss < least ? rss : least;
  }

  return least;
}

/* Widened by what the fit took out of the spread. */
static void
set_residuals (const Sums *s,
               size_t first,
               size_t end,
               bool is_line,
               const double *values,
               double *fitted,
               double *residuals)
{
  const Line line = fit (s, first, end, is_line);
  const double m = (double) (end - first), parameters = is_line ? 2 : 1;
  const double widen = m > parameters ? sqrt (m / (m - parameters)) : 1;

  for (size_t i = first; i < end; i++) {
    fitted[i] = line.level + line.slope * (s->t[i + 1] - s->t[i] - line.centre);
    residuals[i] = (values[i] - fitted[i]) * widen;
  }
}

/**
 * kernel_break_bootstrap_n_work:
 * @n: number of values
 * @n_draws: how many series are made
 *
 * Returns: how many doubles [func@kernel_break_bootstrap] needs to work in
 */
size_t
kernel_break_bootstrap_n_work (size_t n, size_t n_draws)
{
  return 5 * (n + 1) + 3 * n + n_draws;
}

/* How much less closely the series fits with the break where it was put. */
static double
draw_excess (Sums *s,
             size_t n,
             const KernelBreak *brk,
             const double *fitted,
             const double *residuals,
             double *drawn,
             uint64_t *seed)
{
  for (size_t i = 0; i < n; i++) {
    const size_t from = i < brk->at ? 0 : brk->at, m = i < brk->at ? brk->at : n - brk->at;
    drawn[i] = fitted[i] + residuals[from + kernel_random_below (seed, m)];
  }
  sum_values (s, n, drawn);

  const double least = least_rss (s, n, brk);

  return least > 0 ? rss_of (s, n, brk, brk->at) / least - 1 : 0;
}

static void
insert_excess (double *sorted, size_t n, double excess)
{
  for (; n > 0 && sorted[n - 1] > excess; n--)
    sorted[n] = sorted[n - 1];
  sorted[n] = excess;
}

/**
 * kernel_break_bootstrap:
 * @n: number of values, of both stretches together
 * @values: shape (@n), none missing
 * @times: (nullable): shape (@n), increasing; `NULL` is 0, 1, 2 …
 * @brk: the break
 * @level: how sure to be, such as 0.95
 * @n_draws: how many series are made, such as 199
 * @seed: of the random numbers; the same seed gives the same interval
 * @work: shape (kernel_break_bootstrap_n_work (@n, @n_draws)), overwritten
 * @earliest: (out): the earliest point that may be the first after the break
 * @latest: (out): the latest
 *
 * Where a level or a slope changed: the places where it fits no less closely than the
 * true place would in most of the series that are made by drawing what is left over from
 * each stretch again.  O(n n_draws) time.
 *
 * Source: B. E. Hansen (2000), Econometrica 68, 575-603 (places not ruled out by the ratio
 * of sums of squares); B. Efron, R. J. Tibshirani (1993), An Introduction to the Bootstrap,
 * chapter 9 (drawing what is left over).
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a level outside (0, 1), no draws, or a
 * break where none can be
 */
KernelStatus
kernel_break_bootstrap (size_t n,
                        const double *values,
                        const double *times,
                        const KernelBreak *brk,
                        double level,
                        size_t n_draws,
                        uint64_t seed,
                        double *work,
                        size_t *earliest,
                        size_t *latest)
{
  if (!(level > 0 && level < 1) || n_draws < 1 || brk->least < 1 || brk->at < brk->least ||
      brk->at + brk->least > n)
    return KERNEL_ERR_PARAMETER;

  Sums s = { work, work + (n + 1), work + 2 * (n + 1), work + 3 * (n + 1), work + 4 * (n + 1) };
  double *fitted = work + 5 * (n + 1), *residuals = fitted + n, *drawn = residuals + n;
  double *excesses = drawn + n;

  sum_times (&s, n, times);
  sum_values (&s, n, values);
  set_residuals (&s, 0, brk->at, brk->is_line_before, values, fitted, residuals);
  set_residuals (&s, brk->at, n, brk->is_line_after, values, fitted, residuals);
  for (size_t k = 0; k < n_draws; k++)
    insert_excess (excesses, k, draw_excess (&s, n, brk, fitted, residuals, drawn, &seed));

  const size_t rank = (size_t) ceil (level * (double) n_draws);
  sum_values (&s, n, values);
  const double most = least_rss (&s, n, brk) * (1 + excesses[rank > 0 ? rank - 1 : 0]);
  *earliest = *latest = brk->at;
  for (size_t at = brk->least; at + brk->least <= n; at++) {
    if (rss_of (&s, n, brk, at) > most)
      continue;
    *earliest = at < *earliest ? at : *earliest;
    *latest = at > *latest ? at : *latest;
  }

  return KERNEL_OK;
}
