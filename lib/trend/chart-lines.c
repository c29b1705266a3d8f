/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-lines.h"

#include "kernel/chart-limits.h"
#include "kernel/i-prime.h"
#include "kernel/individuals.h"
#include "kernel/mean.h"
#include "kernel/median.h"
#include "kernel/proportion-chart.h"

#include <math.h>
#include <string.h>

/* The counts of a series, NULL for a chart that does not use them. */
typedef struct {
  const double *numerators;
  const double *denominators;
  gboolean are_shares; /* no numerator below 0 or above its denominator */
} Counts;

static gboolean
is_ratio_chart (ScrutinyChartKind kind)
{
  return kind == SCRUTINY_CHART_KIND_I_PRIME || kind == SCRUTINY_CHART_KIND_P ||
         kind == SCRUTINY_CHART_KIND_P_PRIME;
}

static Counts
get_counts (ScrutinySeries *series, guint n)
{
  Counts counts = { NULL, NULL, TRUE };

  counts.numerators = scrutiny_series_get_numerators (series, NULL);
  counts.denominators = scrutiny_series_get_denominators (series, NULL);
  for (guint i = 0; i < n; i++) {
    if (counts.numerators[i] < 0 || counts.numerators[i] > counts.denominators[i] ||
        isinf (counts.denominators[i]))
      counts.are_shares = FALSE;
  }

  return counts;
}

static void
allocate (ChartLines *self, guint n, gboolean has_sizes)
{
  double *doubles = g_new (double, (gsize) n *(has_sizes ? 6 : 5));
  guint8 *marks = g_new0 (guint8, (gsize) n * 4);

  self->n = n;
  self->values = doubles;
  self->centre = doubles + n;
  self->lower = doubles + 2 * (gsize) n;
  self->upper = doubles + 3 * (gsize) n;
  self->spreads = doubles + 4 * (gsize) n;
  self->sizes = has_sizes ? doubles + 5 * (gsize) n : NULL;
  self->used = marks;
  self->follows = marks + n;
  self->joined = marks + 2 * (gsize) n;
  self->counted = marks + 3 * (gsize) n;
}

static void
take_values (ChartLines *self, ScrutinySeries *series, const Counts *counts)
{
  if (!counts) {
    if (self->n > 0)
      memcpy (self->values, scrutiny_series_get_values (series, NULL), self->n * sizeof (double));
    return;
  }

  for (guint i = 0; i < self->n; i++) {
    const double size = counts->denominators[i];

    self->sizes[i] = size > 0 && !isnan (counts->numerators[i]) ? size : NAN;
    self->values[i] = counts->numerators[i] / self->sizes[i];
  }
}

static void
mark_joined (ChartLines *self, const ChartLayout *layout)
{
  for (guint i = 1; i < self->n; i++)
    self->joined[i] = self->follows[i] && !layout->excluded[i] && !layout->excluded[i - 1];
}

static void
mark_used (ChartLines *self, const ChartLayout *layout, gboolean of_ranges)
{
  for (guint k = 0; k < layout->stretches->len; k++) {
    const ChartStretch *stretch = &g_array_index (layout->stretches, ChartStretch, k);

    /* The range at the first point of a baseline reaches back before it. */
    for (guint i = stretch->from + (of_ranges ? 1 : 0); i < stretch->to; i++)
      self->used[i] = !isnan (self->values[i]) && !layout->excluded[i];
  }
}

/* From here on the points are the ranges; where there is none, one is missing. */
static void
turn_into_ranges (ChartLines *self, const ChartLayout *layout, ScrutinyTimeline *timeline)
{
  g_autofree double *ranges = g_new (double, self->n);
  KernelStatus status = kernel_moving_ranges (self->n, self->values, self->joined, ranges);

  g_assert (status == KERNEL_OK);
  memcpy (self->values, ranges, self->n * sizeof (double));
  chart_layout_mark_follows (layout, timeline, self->values, self->follows);
  memcpy (self->joined, self->follows, self->n);
}

/* Centre and spread of the ranges themselves: D4 = 1 + 3 d3/d2. */
static KernelStatus
estimate_ranges (ChartEstimate *estimate,
                 const ChartDrawing *drawing,
                 guint n,
                 const double *values,
                 const guint8 *used,
                 double *work)
{
  for (guint i = 0; i < n; i++)
    work[i] = used[i] ? values[i] : NAN;

  KernelStatus status = kernel_mean_range (n, work, drawing->screen, &estimate->ranges);
  estimate->centre = estimate->ranges.mean;
  estimate->sigma = estimate->centre * (drawing->constants->range_limit - 1) / 3;

  return status;
}

static KernelStatus
estimate_shares (ChartEstimate *estimate,
                 const ChartDrawing *drawing,
                 guint n,
                 const Counts *counts,
                 guint from,
                 const guint8 *used,
                 const guint8 *joined,
                 double *work)
{
  const double sigma_per_range = drawing->constants->sigma;
  const double *numerators = counts->numerators + from;
  const double *denominators = counts->denominators + from;
  double binomial = NAN;
  KernelMeanRange ranges = { NAN, 0, 0 };
  KernelStatus status = KERNEL_OK;

  if (counts->are_shares)
    status = kernel_proportion_chart (n, numerators, denominators, used, joined, sigma_per_range,
                                      drawing->screen, work, &estimate->centre, &binomial,
                                      &estimate->dispersion, &ranges, NULL);
  if (status != KERNEL_OK)
    return status;

  if (drawing->kind == SCRUTINY_CHART_KIND_I_PRIME)
    return kernel_i_prime (n, numerators, denominators, used, joined, sigma_per_range,
                           drawing->screen, work, &estimate->centre, &estimate->sigma,
                           &estimate->ranges);

  estimate->ranges = ranges;
  estimate->sigma = binomial;
  /* With none or all counted there is no spread to widen. */
  if (drawing->kind == SCRUTINY_CHART_KIND_P_PRIME && binomial > 0)
    estimate->sigma *= estimate->dispersion;

  return KERNEL_OK;
}

static KernelStatus
estimate_stretch (ChartEstimate *estimate,
                  const ChartLines *self,
                  const ChartDrawing *drawing,
                  const ChartStretch *stretch,
                  const Counts *counts,
                  double *work)
{
  const guint from = stretch->from, n = stretch->to - from;
  const double *values = self->values + from;
  const guint8 *used = self->used + from, *joined = self->joined + from;
  size_t n_used;

  switch (drawing->kind) {
  case SCRUTINY_CHART_KIND_XMR:
    return kernel_individuals (n, values, used, joined, drawing->constants->sigma, drawing->screen,
                               work, &estimate->centre, &estimate->sigma, &estimate->ranges);
  case SCRUTINY_CHART_KIND_MR:
    return estimate_ranges (estimate, drawing, n, values, used, work);
  case SCRUTINY_CHART_KIND_I_PRIME:
  case SCRUTINY_CHART_KIND_P:
  case SCRUTINY_CHART_KIND_P_PRIME:
    return estimate_shares (estimate, drawing, n, counts, from, used, joined, work);
  case SCRUTINY_CHART_KIND_AUTO:
  case SCRUTINY_CHART_KIND_RUN:
  default:
    return kernel_median (n, values, used, work, &estimate->centre, &n_used);
  }
}

static KernelStatus
draw_stretch (ChartLines *self,
              const ChartDrawing *drawing,
              const ChartStretch *stretch,
              const ChartEstimate *estimate,
              gboolean are_shares)
{
  const guint first = stretch->first, n = stretch->end - first;
  const gboolean from_zero = are_shares || drawing->kind == SCRUTINY_CHART_KIND_MR;

  for (guint i = first; i < stretch->end; i++)
    self->centre[i] = estimate->centre;

  return kernel_chart_limits (n, self->sizes ? self->sizes + first : NULL, estimate->centre,
                              estimate->sigma, drawing->width, from_zero ? 0 : -INFINITY,
                              are_shares ? 1 : INFINITY, self->spreads + first, self->lower + first,
                              self->upper + first);
}

static KernelStatus
add_estimate (ChartLines *self,
              const ChartDrawing *drawing,
              const ChartStretch *stretch,
              const Counts *counts,
              double *work)
{
  ChartEstimate estimate = { 0, NAN, NAN, NAN, { NAN, 0, 0 }, { 0, 0, 0, 0 } };
  KernelStatus status = estimate_stretch (&estimate, self, drawing, stretch, counts, work);

  if (status == KERNEL_OK)
    status = draw_stretch (self, drawing, stretch, &estimate, counts && counts->are_shares);
  for (guint i = stretch->from; i < stretch->to; i++)
    estimate.n_used += self->used[i];
  if (status == KERNEL_OK) {
    const guint first = stretch->first;

    status = kernel_runs (stretch->end - first, self->values + first, self->centre + first,
                          self->counted + first, self->follows + first, &estimate.runs);
  }
  g_array_append_val (self->estimates, estimate);

  return status;
}

void
chart_lines_init (ChartLines *self,
                  const ChartDrawing *drawing,
                  const ChartLayout *layout,
                  ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const gboolean is_ratio = is_ratio_chart (drawing->kind);
  const gboolean of_ranges = drawing->kind == SCRUTINY_CHART_KIND_MR;
  Counts counts = is_ratio ? get_counts (series, layout->n) : (Counts){ NULL, NULL, FALSE };
  g_autofree double *work = g_new (double, layout->n);
  KernelStatus status = KERNEL_OK;

  *self = (ChartLines){ .unit = is_ratio ? scrutiny_series_get_scale (series) : 1 };
  allocate (self, layout->n, is_ratio);
  self->estimates =
      g_array_sized_new (FALSE, FALSE, sizeof (ChartEstimate), layout->stretches->len);
  take_values (self, series, is_ratio ? &counts : NULL);
  chart_layout_mark_follows (layout, timeline, self->values, self->follows);
  mark_joined (self, layout);
  if (of_ranges)
    turn_into_ranges (self, layout, timeline);
  mark_used (self, layout, of_ranges);
  for (guint i = 0; i < self->n; i++)
    self->counted[i] = !layout->excluded[i];

  for (guint k = 0; k < layout->stretches->len && status == KERNEL_OK; k++)
    status = add_estimate (self, drawing, &g_array_index (layout->stretches, ChartStretch, k),
                           is_ratio ? &counts : NULL, work);
  g_assert (status == KERNEL_OK); /* every argument was checked before */
}

void
chart_lines_clear (ChartLines *self)
{
  g_clear_pointer (&self->values, g_free); /* one block with the other doubles */
  g_clear_pointer (&self->used, g_free);   /* one block with the other marks */
  g_clear_pointer (&self->estimates, g_array_unref);
}
