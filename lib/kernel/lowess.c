/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/lowess.h"

#include "kernel/select.h"

#include <math.h>
#include <stdbool.h>

/* Cleveland's limits, as shares of the reach, of the spread and of the places. */
#define NEAR .001
#define FAR .999
#define SPREAD .001

/* Residuals of less than this share of their mean are roundings. */
#define NOTHING 1e-7

typedef struct {
  size_t n, n_near;
  const double *x, *y;
  double *load;    /* what values are multiplied by */
  double *weights; /* robust ones */
  double *smooth;
  bool is_weighted;
} Desk;

/* Weights around @at of the points from @first on, so that they come to 1; their number, or 0
 * if none weighs anything.
 */
static size_t
weigh (const Desk *desk, double at, size_t first, size_t last, double *reach)
{
  const double h = fmax (at - desk->x[first], desk->x[last] - at);
  double total = 0;
  size_t j = first;

  *reach = h;
  /* Beyond the last one there may be more at the same distance. */
  for (; j < desk->n; j++) {
    const double away = fabs (desk->x[j] - at), share = away / h;
    const double rest = 1 - share * share * share;
    double *load = &desk->load[j - first];

    *load = 0;
    if (away <= FAR * h) {
      *load = away > NEAR * h ? rest * rest * rest : 1;
      *load *= desk->is_weighted ? desk->weights[j] : 1;
      total += *load;
    } else if (desk->x[j] > at)
      break;
  }
  for (size_t k = 0; k < j - first && total > 0; k++)
    desk->load[k] /= total;

  return total > 0 ? j - first : 0;
}

/* The line through the points of a window, at one place; the value there if none counts. */
static double
fit_at (const Desk *desk, size_t i, size_t first, size_t last)
{
  const double at = desk->x[i], *x = desk->x + first, *y = desk->y + first;
  double reach, centre = 0, spread = 0, tilt = 0, fit = 0;
  const size_t m = weigh (desk, at, first, last, &reach);

  if (m == 0)
    return desk->y[i];
  for (size_t k = 0; k < m; k++)
    centre += desk->load[k] * x[k];
  for (size_t k = 0; k < m; k++)
    spread += desk->load[k] * (x[k] - centre) * (x[k] - centre);
  if (reach > 0 && sqrt (spread) > SPREAD * (desk->x[desk->n - 1] - desk->x[0]))
    tilt = (at - centre) / spread;
  for (size_t k = 0; k < m; k++)
    fit += desk->load[k] * (tilt * (x[k] - centre) + 1) * y[k];

  return fit;
}

static void
interpolate (const Desk *desk, size_t from, size_t to)
{
  const double whole = desk->x[to] - desk->x[from];

  for (size_t j = from + 1; j < to; j++) {
    const double share = (desk->x[j] - desk->x[from]) / whole;
    desk->smooth[j] = share * desk->smooth[to] + (1 - share) * desk->smooth[from];
  }
}

static void
smooth_once (const Desk *desk, double apart)
{
  const size_t n = desk->n;
  const double *x = desk->x;
  size_t first = 0, last = desk->n_near - 1, i = 0, done = n;

  for (;;) {
    while (last + 1 < n && x[i] - x[first] > x[last + 1] - x[i]) {
      first++;
      last++;
    }
    desk->smooth[i] = fit_at (desk, i, first, last);
    if (done < n)
      interpolate (desk, done, i);
    done = i;

    /* The next is the last one that is near enough; places alike have one fit. */
    for (i = done + 1; i < n && x[i] <= x[done] + apart; i++) {
      if (x[i] == x[done]) {
        desk->smooth[i] = desk->smooth[done];
        done = i;
      }
    }
    if (done + 1 >= n)
      return;
    i = i - 1 > done ? i - 1 : done + 1;
  }
}

/* Weights by what is left; false if nothing is. */
static bool
weigh_down (Desk *desk)
{
  const size_t n = desk->n, middle = n / 2;
  double *rest = desk->weights, *sorted = desk->load, total = 0, below = 0;

  for (size_t i = 0; i < n; i++) {
    rest[i] = sorted[i] = fabs (desk->y[i] - desk->smooth[i]);
    total += rest[i];
  }
  const double above = kernel_select (n, sorted, middle);
  for (size_t i = 0; n % 2 == 0 && i < middle; i++)
    below = fmax (below, sorted[i]);
  const double six = n % 2 ? 6 * above : 3 * (above + below);
  desk->is_weighted = true;
  if (!(six >= NOTHING * total / (double) n) || six == 0)
    return false;
  for (size_t i = 0; i < n; i++) {
    const double share = rest[i] / six, left = 1 - share * share;

    rest[i] = rest[i] <= NEAR * six ? 1 : rest[i] <= FAR * six ? left * left : 0;
  }

  return true;
}

static KernelStatus
look_at (size_t n, const double *places, const double *values, const KernelLowess *how)
{
  if (!(how->share > 0 && how->share <= 1) || !(how->apart >= 0))
    return KERNEL_ERR_PARAMETER;
  if (n < 2)
    return KERNEL_ERR_TOO_SHORT;
  for (size_t i = 0; i < n; i++) {
    if (!isfinite (places[i]) || !isfinite (values[i]) || (i > 0 && places[i] < places[i - 1]))
      return KERNEL_ERR_DOMAIN;
  }

  return KERNEL_OK;
}

/**
 * kernel_lowess_n_work:
 * @n: number of points
 *
 * Returns: how many doubles [func@kernel_lowess] needs to work in
 */
size_t
kernel_lowess_n_work (size_t n)
{
  return 2 * n;
}

/**
 * kernel_lowess:
 * @n: number of points, at least 2
 * @places: shape (@n), in any unit, not falling; none may be missing
 * @values: shape (@n), in any unit; none may be missing
 * @how: how to smooth
 * @work: shape (kernel_lowess_n_work (@n)), overwritten
 * @smooth: (out): shape (@n), the curve at each place
 *
 * A line through the neighbours of each point, the nearer ones counting more, and the ones far
 * from the curve less each time.  [func@kernel_loess] is the one for values at even steps.
 * O(n² share) time, each time.
 *
 * Source: W. S. Cleveland (1979), JASA 74, 829-836; W. S. Cleveland (1981), The American
 * Statistician 35, 54, with the interpolation of its program.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for a share outside (0, 1] or a distance below
 * 0; %KERNEL_ERR_TOO_SHORT for fewer than 2 points; %KERNEL_ERR_DOMAIN for places that fall,
 * or a number that is missing or infinite
 */
KernelStatus
kernel_lowess (size_t n,
               const double *places,
               const double *values,
               const KernelLowess *how,
               double *work,
               double *smooth)
{
  const KernelStatus status = look_at (n, places, values, how);

  if (status != KERNEL_OK)
    return status;

  /* A whole number of points in spite of a share that is rounded. */
  const size_t share = (size_t) (how->share * (double) n + 1e-7);
  Desk desk = { .n = n,
                .n_near = share > 2 ? share : 2,
                .x = places,
                .y = values,
                .load = work,
                .weights = work + n,
                .smooth = smooth };
  smooth_once (&desk, how->apart);
  for (size_t k = 0; k < how->n_robust && weigh_down (&desk); k++)
    smooth_once (&desk, how->apart);

  return KERNEL_OK;
}
