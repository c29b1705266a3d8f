/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-estimate.h"

#include "kernel/centre-line.h"
#include "kernel/i-prime.h"
#include "kernel/individuals.h"
#include "kernel/mean.h"
#include "kernel/median.h"
#include "kernel/proportion-chart.h"
#include "kernel/rare-event.h"
#include "kernel/rate-chart.h"
#include "kernel/subgroup.h"

#include <math.h>
#include <string.h>

/* The median range in place of the mean one.  More than half of the ranges may be 0 in
 * a series that moves; the mean is then kept, so that limits have a width.
 */
static KernelStatus
use_median_range (ChartEstimate *self, const ChartDrawing *drawing, guint n, double *work)
{
  const KernelRangeConstants *constants = drawing->constants;
  const double per_mean = self->ranges.mean * constants->sigma;
  KernelMeanRange median;
  KernelStatus status = kernel_median_range (n, work, work + n, &median);

  if (status != KERNEL_OK || !(self->ranges.mean > 0))
    return status;
  if (!(median.mean > 0)) {
    self->kept_ranges = TRUE;
    return KERNEL_OK;
  }

  const double factor = median.mean * constants->median_sigma / per_mean;
  if (chart_kind_is_share (drawing->kind) || chart_kind_is_rate (drawing->kind) ||
      chart_kind_is_count (drawing->kind))
    self->dispersion *= factor;
  else
    self->sigma *= factor;
  self->ranges = median;

  return KERNEL_OK;
}

/* Which ranges screening took out, and whether it was left undone. */
static void
look_at_screening (ChartEstimate *self,
                   const ChartDrawing *drawing,
                   guint n,
                   const double *ranges,
                   guint8 *screened)
{
  const size_t n_over = kernel_mark_screened (n, ranges, drawing->screen, screened);

  if (self->ranges.n_dropped == n_over)
    return;
  self->kept_ranges = TRUE;
  memset (screened, 0, n);
}

/* Centre and spread of the ranges themselves: D4 = 1 + 3 d3/d2. */
static KernelStatus
estimate_ranges (ChartEstimate *self,
                 const ChartDrawing *drawing,
                 const ChartSample *sample,
                 double *work)
{
  const guint n = sample->n;
  double limit = drawing->constants->range_limit;

  for (guint i = 0; i < n; i++)
    work[i] = sample->used[i] ? sample->values[i] : NAN;

  KernelStatus status = kernel_mean_range (n, work, drawing->screen, &self->ranges);
  if (status == KERNEL_OK && drawing->uses_median_range) {
    status = use_median_range (self, drawing, n, work);
    limit = self->kept_ranges ? limit : drawing->constants->median_range_limit;
  }
  self->centre = self->ranges.mean;
  self->sigma = self->centre * (limit - 1) / 3;

  return status;
}

static KernelStatus
estimate_shares (ChartEstimate *self,
                 const ChartDrawing *drawing,
                 const ChartSample *sample,
                 double *work)
{
  const guint n = sample->n;
  const double per_range = drawing->constants->sigma;
  double counted = NAN;
  KernelMeanRange ranges = { NAN, 0, 0 };
  KernelStatus status = KERNEL_OK;

  if (chart_kind_is_rate (drawing->kind))
    status = kernel_rate_chart (n, sample->numerators, sample->denominators, sample->used,
                                sample->joined, per_range, drawing->screen, work, &self->centre,
                                &counted, &self->dispersion, &ranges, NULL);
  else if (sample->are_shares)
    status = kernel_proportion_chart (n, sample->numerators, sample->denominators, sample->used,
                                      sample->joined, per_range, drawing->screen, work,
                                      &self->centre, &counted, &self->dispersion, &ranges, NULL);
  if (status != KERNEL_OK)
    return status;

  if (drawing->kind == SCRUTINY_CHART_KIND_I_PRIME)
    return kernel_i_prime (n, sample->numerators, sample->denominators, sample->used,
                           sample->joined, per_range, drawing->screen, work, &self->centre,
                           &self->sigma, &self->ranges);

  self->ranges = ranges;
  self->sigma = counted;

  return KERNEL_OK;
}

static KernelStatus
estimate_counts (ChartEstimate *self,
                 const ChartDrawing *drawing,
                 const ChartSample *sample,
                 double *work)
{
  return kernel_rate_chart (sample->n, sample->values, NULL, sample->used, sample->joined,
                            drawing->constants->sigma, drawing->screen, work, &self->centre,
                            &self->sigma, &self->dispersion, &self->ranges, NULL);
}

static KernelStatus
estimate_values (ChartEstimate *self,
                 const ChartDrawing *drawing,
                 const ChartSample *sample,
                 double *work)
{
  return kernel_individuals (sample->n, sample->values, sample->used, sample->joined,
                             drawing->constants->sigma, drawing->screen, work, &self->centre,
                             &self->sigma, &self->ranges);
}

static KernelStatus
estimate_between (ChartEstimate *self, const ChartDrawing *drawing, const ChartSample *sample)
{
  KernelStatus status = kernel_mean (sample->n, sample->values, sample->used, &self->centre, NULL);

  self->sigma = kernel_count_between_sigma (self->centre, drawing->counts_event);
  self->reach = self->centre + drawing->width * self->sigma;

  return status;
}

static KernelStatus
estimate_subgroups (ChartEstimate *self, const ChartDrawing *drawing, const ChartSample *sample)
{
  const gboolean of_means = drawing->kind == SCRUTINY_CHART_KIND_XBAR;
  KernelStatus status = kernel_subgroups (
      sample->n, of_means ? sample->values : NULL, sample->deviations, sample->sizes, sample->used,
      drawing->pools ? KERNEL_SUBGROUP_POOLED : KERNEL_SUBGROUP_BY_SIZE, &self->centre,
      &self->sigma);

  if (!of_means)
    self->centre = self->sigma;

  return status;
}

/* Fills in what the kind's own formula gives; the first n of @work hold its ranges. */
static KernelStatus
estimate_by_kind (ChartEstimate *self,
                  const ChartDrawing *drawing,
                  const ChartSample *sample,
                  double *work)
{
  switch (drawing->kind) {
  case SCRUTINY_CHART_KIND_XMR:
  case SCRUTINY_CHART_KIND_T:
  case SCRUTINY_CHART_KIND_EWMA:
  case SCRUTINY_CHART_KIND_CUSUM:
    return estimate_values (self, drawing, sample, work);
  case SCRUTINY_CHART_KIND_I_PRIME:
  case SCRUTINY_CHART_KIND_P:
  case SCRUTINY_CHART_KIND_P_PRIME:
  case SCRUTINY_CHART_KIND_U:
  case SCRUTINY_CHART_KIND_U_PRIME:
    return estimate_shares (self, drawing, sample, work);
  case SCRUTINY_CHART_KIND_C:
  case SCRUTINY_CHART_KIND_C_PRIME:
    return estimate_counts (self, drawing, sample, work);
  case SCRUTINY_CHART_KIND_G:
    return estimate_between (self, drawing, sample);
  case SCRUTINY_CHART_KIND_XBAR:
  case SCRUTINY_CHART_KIND_S:
    return estimate_subgroups (self, drawing, sample);
  case SCRUTINY_CHART_KIND_MR:
    return estimate_ranges (self, drawing, sample, work);
  case SCRUTINY_CHART_KIND_AUTO:
  case SCRUTINY_CHART_KIND_RUN:
  default:
    return kernel_mean (sample->n, sample->values, sample->used, &self->centre, NULL);
  }
}

/* Where the middle of a sloping line lies: at the mean place of what was used. */
static double
middle_place (const ChartSample *sample)
{
  double sum = 0;
  guint count = 0;

  for (guint i = 0; i < sample->n; i++) {
    sum += sample->used[i] ? sample->places[i] : 0;
    count += sample->used[i];
  }

  return sum / count;
}

static KernelStatus
move_centre (ChartEstimate *self,
             const ChartDrawing *drawing,
             const ChartSample *sample,
             double *work)
{
  KernelLine line = { NAN, NAN };
  KernelStatus status = KERNEL_OK;

  if (drawing->centre == CHART_CENTRE_MEAN)
    return status;
  if (drawing->centre == CHART_CENTRE_MEDIAN)
    return kernel_median (sample->n, sample->values, sample->used, work, &self->centre, NULL);

  status = drawing->centre == CHART_CENTRE_SLOPE
               ? kernel_line_least_squares (sample->n, sample->places, sample->values, sample->used,
                                            &line)
               : kernel_line_half_averages (sample->n, sample->places, sample->values, sample->used,
                                            &line);
  if (status != KERNEL_OK) /* one value: a level line through it */
    return KERNEL_OK;
  self->slope = line.slope;
  self->level = line.level;
  self->centre = line.level + line.slope * middle_place (sample);

  return KERNEL_OK;
}

static gboolean
has_ranges (ScrutinyChartKind kind)
{
  return kind != SCRUTINY_CHART_KIND_RUN && kind != SCRUTINY_CHART_KIND_G &&
         !chart_kind_is_of_subgroups (kind);
}

static void
use_what_is_known (ChartEstimate *self, const ChartDrawing *drawing)
{
  if (!isnan (drawing->known_centre)) {
    self->centre = drawing->known_centre;
    self->slope = 0;
  }
  if (!isnan (drawing->known_spread) && drawing->kind != SCRUTINY_CHART_KIND_RUN)
    self->sigma = drawing->known_spread;
  self->is_known = !isnan (drawing->known_centre) &&
                   (!isnan (drawing->known_spread) || drawing->kind == SCRUTINY_CHART_KIND_RUN);
}

KernelStatus
chart_estimate_make (ChartEstimate *self,
                     const ChartDrawing *drawing,
                     const ChartSample *sample,
                     double *work,
                     guint8 *screened)
{
  KernelStatus status = estimate_by_kind (self, drawing, sample, work);

  if (status == KERNEL_OK && has_ranges (drawing->kind)) {
    look_at_screening (self, drawing, sample->n, work, screened);
    if (drawing->uses_median_range && drawing->kind != SCRUTINY_CHART_KIND_MR)
      status = use_median_range (self, drawing, sample->n, work);
  }
  /* With none or all counted there is no spread to widen. */
  if (chart_kind_is_widened (drawing->kind) && self->sigma > 0)
    self->sigma *= self->dispersion;
  if (status == KERNEL_OK)
    status = move_centre (self, drawing, sample, work);
  use_what_is_known (self, drawing);

  return status;
}
