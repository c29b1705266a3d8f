/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/loess.h"

#include "kernel/loess-window.h"

#include <math.h>
#include <stdint.h>

#define BLOCK 4

/* Weighted fits that are made side by side, so that none waits for another's sums. */
#define FITS 4

/* Neighbouring lanes of one length. */
typedef struct {
  size_t n; /* points of each lane */
  size_t n_lanes;
  size_t stride;
  const double *values;
  const double *weights; /* NULL if all are 1 */
  double *smooth;        /* point 0 of the first lane */
} Lanes;

typedef struct {
  const KernelLoess *how;
  double *shape;     /* tricube weights of a window */
  double *load;      /* what its values are multiplied by; of FITS windows */
  bool is_symmetric; /* shape holds that of a window away from the ends */
} Desk;

static size_t
smaller (size_t a, size_t b)
{
  return a < b ? a : b;
}

static void
set_shape (Desk *desk, double at, KernelLoessWindow seen, double reach)
{
  for (size_t j = seen.first; j <= seen.last; j++)
    desk->shape[j - seen.first] = kernel_loess_tricube (fabs ((double) j - at), reach);
}

/* Turns weights into what values are multiplied by, so that the sum of the products is
 * the fit; 0 if no point weighs anything.
 */
static bool
make_load (double *load, KernelLoessWindow seen, size_t n, int degree, double at, double reach)
{
  const size_t m = seen.last - seen.first + 1;
  double total = 0;

  for (size_t j = 0; j < m; j++)
    total += load[j];
  if (!(total > 0))
    return false;
  for (size_t j = 0; j < m; j++)
    load[j] /= total;
  if (degree == 0 || !(reach > 0))
    return true;

  /* Positions count from 1 and products associate as in the original. */
  const double origin = (double) seen.first + 1;
  double centre = 0, spread = 0;
  for (size_t j = 0; j < m; j++)
    centre += load[j] * (origin + (double) j);
  for (size_t j = 0; j < m; j++) {
    const double away = origin + (double) j - centre;
    spread += load[j] * (away * away);
  }
  if (sqrt (spread) > KERNEL_LOESS_SPREAD * (double) (n - 1)) {
    const double tilt = (at + 1 - centre) / spread;
    for (size_t j = 0; j < m; j++)
      load[j] *= tilt * (origin + (double) j - centre) + 1;
  }

  return true;
}

/* The fit of one lane whose points have weights of their own; a missing value weighs 0. */
static bool
fit_weighted (Desk *desk,
              const Lanes *lanes,
              size_t lane,
              double at,
              KernelLoessWindow seen,
              double reach,
              double *fit)
{
  const double *values = lanes->values + lane, *weights = lanes->weights + lane;
  const size_t m = seen.last - seen.first + 1;
  double sum = 0;

  for (size_t j = 0; j < m; j++)
    desk->load[j] = desk->shape[j] * weights[(seen.first + j) * lanes->stride];
  if (!make_load (desk->load, seen, lanes->n, desk->how->degree, at, reach))
    return false;
  for (size_t j = 0; j < m; j++) {
    if (desk->load[j] != 0)
      sum += desk->load[j] * values[(seen.first + j) * lanes->stride];
  }
  *fit = sum;

  return true;
}

/* Fits that share a shape: of lanes side by side, or of rows of one lane. */
typedef struct {
  const double *values;  /* first in the window of the first fit */
  const double *weights; /* likewise */
  size_t apart;          /* of their first values */
  double at;             /* of the first fit */
  double origin;         /* its first point, counted from 1 */
  double step;           /* how much later each is than the one before */
} Abreast;

static void
tilt_loads (double *load, size_t m, size_t n, const Abreast *fits)
{
  double centre[FITS] = { 0 }, spread[FITS] = { 0 }, tilt[FITS];

  for (size_t j = 0; j < m; j++)
    for (int q = 0; q < FITS; q++)
      centre[q] += load[j * FITS + q] * (fits->origin + q * fits->step + (double) j);
  for (size_t j = 0; j < m; j++)
    for (int q = 0; q < FITS; q++) {
      const double away = fits->origin + q * fits->step + (double) j - centre[q];
      spread[q] += load[j * FITS + q] * (away * away);
    }
  for (int q = 0; q < FITS; q++)
    tilt[q] = sqrt (spread[q]) > KERNEL_LOESS_SPREAD * (double) (n - 1)
                  ? (fits->at + q * fits->step + 1 - centre[q]) / spread[q]
                  : 0;
  for (size_t j = 0; j < m; j++)
    for (int q = 0; q < FITS; q++) {
      const double away = fits->origin + q * fits->step + (double) j - centre[q];
      load[j * FITS + q] *= tilt[q] * away + 1;
    }
}

/* The same arithmetic as of one fit, in the same order.  @is_fit: whether anything in the
 * window weighs something.
 */
static void
fit_abreast (Desk *desk,
             const Lanes *lanes,
             const Abreast *fits,
             size_t m,
             double reach,
             double *fit,
             bool *is_fit)
{
  const size_t stride = lanes->stride;
  double total[FITS] = { 0 }, sum[FITS] = { 0 };
  double *load = desk->load;

  for (size_t j = 0; j < m; j++)
    for (int q = 0; q < FITS; q++) {
      const double weight = desk->shape[j] * fits->weights[j * stride + (size_t) q * fits->apart];
      load[j * FITS + q] = weight;
      total[q] += weight;
    }
  for (size_t j = 0; j < m; j++)
    for (int q = 0; q < FITS; q++)
      load[j * FITS + q] /= total[q];
  if (desk->how->degree > 0 && reach > 0)
    tilt_loads (load, m, lanes->n, fits);
  for (size_t j = 0; j < m; j++)
    for (int q = 0; q < FITS; q++) {
      const double share = load[j * FITS + q];
      sum[q] += share != 0 ? share * fits->values[j * stride + (size_t) q * fits->apart] : 0;
    }
  for (int q = 0; q < FITS; q++) {
    is_fit[q] = total[q] > 0;
    fit[q] = sum[q];
  }
}

/* No point in the window weighs anything: the value itself, or of a missing one the fit
 * of a window twice as wide, and so on.
 */
static double
fit_wider (Desk *desk, const Lanes *lanes, size_t lane, size_t i)
{
  double fit = lanes->values[lane + i * lanes->stride];

  for (size_t reach = desk->how->window; isnan (fit); reach *= 2) {
    const KernelLoessWindow seen = { i > reach ? i - reach : 0, smaller (i + reach, lanes->n - 1) };

    set_shape (desk, (double) i, seen, (double) reach + 1);
    if (fit_weighted (desk, lanes, lane, (double) i, seen, (double) reach + 1, &fit) ||
        reach >= lanes->n)
      break;
  }

  return fit;
}

static void
apply_load (const Desk *desk, const Lanes *lanes, KernelLoessWindow seen, double *row)
{
  const double *values = lanes->values + seen.first * lanes->stride;
  const size_t m = seen.last - seen.first + 1;

  for (size_t k = 0; k < lanes->n_lanes; k++) {
    double sum = 0;
    for (size_t j = 0; j < m; j++)
      sum += desk->load[j] * values[j * lanes->stride + k];
    row[k] = sum;
  }
}

/* One row of lanes whose points have weights of their own. */
static void
fit_lanes (Desk *desk, const Lanes *lanes, size_t i, KernelLoessWindow seen, double reach)
{
  const size_t m = seen.last - seen.first + 1, start = seen.first * lanes->stride;
  double *row = lanes->smooth + i * lanes->stride;
  const double at = (double) i;

  for (size_t k = 0; k < lanes->n_lanes; k += FITS) {
    const size_t n_fits = smaller (FITS, lanes->n_lanes - k);
    bool is_fit[FITS];

    if (n_fits == FITS) {
      const Abreast fits = {
        lanes->values + start + k, lanes->weights + start + k, 1, at, (double) seen.first + 1, 0
      };
      fit_abreast (desk, lanes, &fits, m, reach, row + k, is_fit);
    }
    for (size_t q = 0; q < n_fits; q++) {
      if (n_fits < FITS)
        is_fit[q] = fit_weighted (desk, lanes, k + q, at, seen, reach, &row[k + q]);
      if (is_fit[q])
        continue;
      row[k + q] = fit_wider (desk, lanes, k + q, i);
      set_shape (desk, at, seen, reach);
    }
  }
}

/* Rows @i, @i + @step … of one lane with weights, all away from the ends; FALSE if they are not. */
static bool
fit_rows (Desk *desk, const Lanes *lanes, size_t i, size_t step)
{
  const size_t half = desk->how->window / 2, last = i + (FITS - 1) * step;
  double fit[FITS];
  bool is_fit[FITS];

  if (!lanes->weights || lanes->n_lanes != 1 || desk->how->window >= lanes->n || i < half ||
      last + half >= lanes->n)
    return false;

  const KernelLoessWindow seen = { i - half, i + half };
  const size_t start = seen.first * lanes->stride;
  const Abreast fits = { .values = lanes->values + start,
                         .weights = lanes->weights + start,
                         .apart = step * lanes->stride,
                         .at = (double) i,
                         .origin = (double) seen.first + 1,
                         .step = (double) step };
  if (!desk->is_symmetric)
    set_shape (desk, (double) i, seen, (double) half);
  desk->is_symmetric = true;
  fit_abreast (desk, lanes, &fits, 2 * half + 1, (double) half, fit, is_fit);
  for (size_t q = 0; q < FITS; q++) {
    const size_t row = i + q * step;

    lanes->smooth[row * lanes->stride] = is_fit[q] ? fit[q] : fit_wider (desk, lanes, 0, row);
    desk->is_symmetric &= is_fit[q];
  }

  return true;
}

static void
fit_row (Desk *desk, const Lanes *lanes, size_t i, KernelLoessWindow seen)
{
  const double at = (double) i;
  const double reach = kernel_loess_reach (lanes->n, desk->how->window, at, seen);
  const bool is_symmetric = i - seen.first == seen.last - i && desk->how->window < lanes->n;
  double *row = lanes->smooth + i * lanes->stride;

  if (!is_symmetric || !desk->is_symmetric)
    set_shape (desk, at, seen, reach);
  desk->is_symmetric = is_symmetric;
  if (!lanes->weights) {
    for (size_t j = 0; j <= seen.last - seen.first; j++)
      desk->load[j] = desk->shape[j];
    make_load (desk->load, seen, lanes->n, desk->how->degree, at, reach);
    apply_load (desk, lanes, seen, row);
    return;
  }
  fit_lanes (desk, lanes, i, seen, reach);
}

/* One step before the first point or after the last; the fit there, where there is none. */
static void
fit_beyond (Desk *desk, const Lanes *lanes, bool is_before)
{
  const size_t n = lanes->n, width = smaller (desk->how->window, n);
  const KernelLoessWindow seen =
      is_before ? (KernelLoessWindow){ 0, width - 1 } : (KernelLoessWindow){ n - width, n - 1 };
  const double at = is_before ? -1 : (double) n;
  const double reach = kernel_loess_reach (n, desk->how->window, at, seen);
  const double *end = is_before ? lanes->smooth : lanes->smooth + (n - 1) * lanes->stride;
  double *row = is_before ? lanes->smooth - lanes->stride : lanes->smooth + n * lanes->stride;

  desk->is_symmetric = false;
  set_shape (desk, at, seen, reach);
  if (!lanes->weights) {
    for (size_t j = 0; j < width; j++)
      desk->load[j] = desk->shape[j];
    if (make_load (desk->load, seen, n, desk->how->degree, at, reach))
      apply_load (desk, lanes, seen, row);
    else
      for (size_t k = 0; k < lanes->n_lanes; k++)
        row[k] = end[k];
    return;
  }
  for (size_t k = 0; k < lanes->n_lanes; k++) {
    if (!fit_weighted (desk, lanes, k, at, seen, reach, &row[k]))
      row[k] = end[k];
  }
}

/* The rows between row @i and the one @step later. */
static void
interpolate (const Lanes *lanes, size_t i, size_t step)
{
  kernel_loess_interpolate (lanes->smooth, lanes->stride, lanes->n_lanes, i, step);
}

/* All rows of a group but those from @done.first to @done.last, which are fitted. */
static void
smooth_group (Desk *desk, const Lanes *lanes, const KernelLoessWindow *done)
{
  const size_t n = lanes->n, step = smaller (desk->how->jump, n - 1);
  const size_t last = n < 2 ? 0 : (n - 1) / step * step;

  if (n < 2) {
    for (size_t k = 0; k < lanes->n_lanes; k++)
      lanes->smooth[k] = lanes->values[k];
    return;
  }
  for (size_t i = 0; i < n; i += step) {
    if (done && i >= done->first && i <= done->last)
      continue;
    if (fit_rows (desk, lanes, i, step))
      i += (FITS - 1) * step;
    else
      fit_row (desk, lanes, i, kernel_loess_window_at (n, desk->how->window, i));
  }
  for (size_t i = 0; step > 1 && i < last; i += step) {
    if (!done || i < done->first || i >= done->last)
      interpolate (lanes, i, step);
  }
  if (last != n - 1) {
    /* As the original does: the window of the row before stays. */
    fit_row (desk, lanes, n - 1, kernel_loess_window_at (n, desk->how->window, last));
    interpolate (lanes, last, n - 1 - last);
  }
}

/* Away from the ends a symmetric window makes one fixed kernel, and a line adds nothing
 * to a level.
 */
static void
set_half_kernel (double *half, size_t n_half)
{
  double total = 0;

  for (size_t d = 0; d < n_half; d++) {
    half[d] = kernel_loess_tricube ((double) d, (double) n_half);
    total += d ? 2 * half[d] : half[d];
  }
  for (size_t d = 0; d < n_half; d++)
    half[d] /= total;
}

static double
fold_one (const double *value, size_t stride, const double *half, size_t n_half)
{
  const double *left = value, *right = value;
  double sum = half[0] * *value;

  for (size_t d = 1; d < n_half; d++) {
    left -= stride;
    right += stride;
    sum += half[d] * (*left + *right);
  }

  return sum;
}

/* @n_out neighbouring fits, each from values @stride apart. */
static void
fold (const double *restrict values,
      size_t n_out,
      size_t stride,
      const double *restrict half,
      size_t n_half,
      double *restrict out)
{
  size_t p = 0;

  for (; p + BLOCK <= n_out; p += BLOCK) {
    const double *left = values + p, *right = values + p;
    double sums[BLOCK];

    for (int q = 0; q < BLOCK; q++)
      sums[q] = half[0] * left[q];
    for (size_t d = 1; d < n_half; d++) {
      left -= stride;
      right += stride;
      for (int q = 0; q < BLOCK; q++)
        sums[q] += half[d] * (left[q] + right[q]);
    }
    for (int q = 0; q < BLOCK; q++)
      out[p + q] = sums[q];
  }
  for (; p < n_out; p++)
    out[p] = fold_one (values + p, stride, half, n_half);
}

/* Fits all rows that lie in no lane near an end; FALSE if there are none. */
static bool
fold_rows (const Lanes *all,
           size_t n_shortest,
           const KernelLoess *how,
           double *half,
           KernelLoessWindow *done)
{
  const size_t reach = how->window / 2, jump = how->jump, stride = all->stride;

  if (all->weights || how->window >= n_shortest || jump >= n_shortest)
    return false;
  done->first = (reach + jump - 1) / jump * jump;
  done->last = (n_shortest - 1 - reach) / jump * jump;
  if (done->first > done->last)
    return false;

  set_half_kernel (half, reach);
  if (jump == 1) {
    fold (all->values + done->first * stride, (done->last - done->first + 1) * stride, stride, half,
          reach, all->smooth + done->first * stride);
    return true;
  }
  for (size_t i = done->first; i <= done->last; i += jump) {
    fold (all->values + i * stride, stride, stride, half, reach, all->smooth + i * stride);
    if (i > done->first)
      interpolate (all, i - jump, jump);
  }

  return true;
}

/* Whether a window, a degree and a jump make sense. */
bool
kernel_loess_is_sound (const KernelLoess *how)
{
  return how->window >= 3 && how->window % 2 == 1 && (how->degree == 0 || how->degree == 1) &&
         how->jump >= 1;
}

/* Length of the workspace for a series, or for interleaved ones, of @n points. */
size_t
kernel_loess_work_size (size_t n)
{
  return (2 + FITS) * n;
}

/**
 * kernel_loess_lanes:
 * @n: number of values, at least @n_lanes
 * @n_lanes: number of interleaved series
 * @values: shape (@n), value i of lane k at i × @n_lanes + k; NaN where missing
 * @weights: (nullable): shape (@n), 0 where a value is missing
 * @how: window, degree and jump, sound
 * @is_extended: whether to go one step beyond both ends of each lane
 * @work: shape (kernel_loess_work_size (@n))
 * @smooth: (out): shape (@n), or if extended (@n + 2 × @n_lanes)
 *
 * Loess on equal spacing of interleaved series.  Away from the ends and without weights
 * the fit is one symmetric kernel along the lanes, which reads and writes memory in
 * order.  O(n × window / jump) time.
 *
 * Source: R. B. Cleveland, W. S. Cleveland, J. E. McRae, I. Terpenning (1990), STL, Journal of
 * Official Statistics 6, 3-73, and their program as R's stl() runs it.
 */
void
kernel_loess_lanes (size_t n,
                    size_t n_lanes,
                    const double *values,
                    const double *weights,
                    const KernelLoess *how,
                    bool is_extended,
                    double *work,
                    double *smooth)
{
  const size_t n_rows = n / n_lanes, n_longer = n % n_lanes;
  double *first = is_extended ? smooth + n_lanes : smooth;
  const Lanes all = { n_rows, n_lanes, n_lanes, values, weights, first };
  Lanes longer = all, shorter = all;
  Desk desk = { how, work, work + n, false };
  KernelLoessWindow done;
  const bool is_folded = fold_rows (&all, n_rows, how, work + (1 + FITS) * n, &done);

  longer.n = n_rows + 1;
  longer.n_lanes = n_longer;
  shorter.n_lanes = n_lanes - n_longer;
  shorter.values += n_longer;
  shorter.smooth += n_longer;
  shorter.weights = weights ? weights + n_longer : NULL;
  for (int g = n_longer > 0 ? 0 : 1; g < 2; g++) {
    const Lanes *lanes = g == 0 ? &longer : &shorter;

    desk.is_symmetric = false;
    smooth_group (&desk, lanes, is_folded ? &done : NULL);
    if (is_extended) {
      fit_beyond (&desk, lanes, true);
      fit_beyond (&desk, lanes, false);
    }
  }
}

/**
 * kernel_loess:
 * @n: number of values
 * @values: shape (@n), NaN where missing
 * @weights: (nullable): shape (@n), none below 0; 0 where a value is missing
 * @how: window, degree and jump
 * @work: shape (kernel_loess_work_size (@n)), overwritten
 * @smooth: (out): shape (@n)
 *
 * Loess (locally weighted fit, tricube weights) on equal spacing.  A missing value needs
 * a weight of 0; it gets a fit all the same, from a wider window if nothing in its own
 * was observed.  O(n × window / jump) time, no allocation.
 *
 * Source: W. S. Cleveland (1979), JASA 74, 829-836; limits as in R's stl().
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if @how is not sound; %KERNEL_ERR_TOO_SHORT
 *   if nothing weighs anything; %KERNEL_ERR_DOMAIN if a value is infinite, or missing
 *   without a weight of 0, or a weight below 0
 */
KernelStatus
kernel_loess (size_t n,
              const double *values,
              const double *weights,
              const KernelLoess *how,
              double *work,
              double *smooth)
{
  double total = 0;

  if (!kernel_loess_is_sound (how))
    return KERNEL_ERR_PARAMETER;
  for (size_t i = 0; i < n; i++) {
    const double weight = weights ? weights[i] : 1;

    if (isinf (values[i]) || !(weight >= 0) || isinf (weight) || (isnan (values[i]) && weight != 0))
      return KERNEL_ERR_DOMAIN;
    total += weight;
  }
  if (!(total > 0))
    return KERNEL_ERR_TOO_SHORT;
  kernel_loess_lanes (n, 1, values, weights, how, false, work, smooth);

  return KERNEL_OK;
}
