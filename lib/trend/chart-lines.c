/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-lines.h"

#include "base/timeline-private.h"
#include "kernel/chart-limits.h"
#include "kernel/cusum.h"
#include "kernel/ewma.h"
#include "kernel/rare-event.h"
#include "kernel/subgroup.h"
#include "trend/chart-estimate.h"

#include <math.h>
#include <string.h>

/* What lines are worked out from, whole, and room to work in. */
typedef struct {
  const double *numerators; /* NULL for a chart that does not use counts */
  const double *denominators;
  const double *deviations;
  gboolean are_shares;
  const gint64 *ordinals;
  double *work;     /* 2 n */
  double *places;   /* n */
  double *gathered; /* 6 n when gaps are passed over; else NULL */
  guint8 *marks;    /* 2 n: screened, and used when gathered */
  guint *back;      /* when gathered: which point each was */
} Material;

static void
allocate (ChartLines *self, guint n, gboolean has_sizes, gboolean has_down)
{
  double *doubles = g_new (double, (gsize) n *(5 + has_sizes + has_down));
  guint8 *marks = g_new0 (guint8, (gsize) n * 5);

  self->n = n;
  self->values = doubles;
  self->centre = doubles + n;
  self->lower = doubles + 2 * (gsize) n;
  self->upper = doubles + 3 * (gsize) n;
  self->spreads = doubles + 4 * (gsize) n;
  self->sizes = has_sizes ? doubles + 5 * (gsize) n : NULL;
  self->down = has_down ? doubles + (5 + (gsize) has_sizes) * n : NULL;
  self->used = marks;
  self->follows = marks + n;
  self->joined = marks + 2 * (gsize) n;
  self->counted = marks + 3 * (gsize) n;
  self->screened = marks + 4 * (gsize) n;
}

static Material
material_init (ScrutinySeries *series,
               ScrutinySubgroups *subgroups,
               const ChartDrawing *drawing,
               guint n)
{
  Material self = { .are_shares = FALSE };

  if (chart_kind_has_denominators (drawing->kind)) {
    self.numerators = scrutiny_series_get_numerators (series, NULL);
    self.denominators = scrutiny_series_get_denominators (series, NULL);
    self.are_shares = !chart_kind_is_rate (drawing->kind);
    for (guint i = 0; i < n; i++) {
      if (self.numerators[i] < 0 || self.numerators[i] > self.denominators[i] ||
          isinf (self.denominators[i]))
        self.are_shares = FALSE;
    }
  }
  if (subgroups)
    self.deviations = scrutiny_subgroups_get_deviations (subgroups, NULL);
  self.ordinals = scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), NULL);
  self.work = g_new (double, (gsize) n *(drawing->bridges ? 9 : 3));
  self.places = self.work + 2 * (gsize) n;
  self.gathered = drawing->bridges ? self.work + 3 * (gsize) n : NULL;
  self.marks = g_new (guint8, (gsize) n * 2);
  self.back = drawing->bridges ? g_new (guint, n) : NULL;

  return self;
}

static void
material_clear (Material *self)
{
  g_free (self->work);
  g_free (self->marks);
  g_free (self->back);
}

static void
take_values (ChartLines *self,
             ScrutinySeries *series,
             ScrutinySubgroups *subgroups,
             const Material *material)
{
  if (!material->numerators) {
    if (self->n > 0)
      memcpy (self->values, scrutiny_series_get_values (series, NULL), self->n * sizeof (double));
    for (guint i = 0; i < self->n && self->is_time; i++)
      self->values[i] = kernel_time_between_to_scale (self->values[i]);
    if (subgroups && self->n > 0)
      memcpy (self->sizes, scrutiny_subgroups_get_sizes (subgroups, NULL),
              self->n * sizeof (double));
    return;
  }

  for (guint i = 0; i < self->n; i++) {
    const double size = material->denominators[i];

    self->sizes[i] = size > 0 && !isnan (material->numerators[i]) ? size : NAN;
    self->values[i] = material->numerators[i] / self->sizes[i];
  }
}

/* Where gaps are passed over, everything but the start of a stretch goes on. */
static void
mark_neighbours (ChartLines *self,
                 const ChartDrawing *drawing,
                 const ChartLayout *layout,
                 ScrutinyTimeline *timeline)
{
  chart_layout_mark_follows (layout, timeline, self->values, self->follows);
  if (drawing->bridges) {
    memset (self->follows, 1, self->n);
    for (guint k = 0; k < layout->stretches->len; k++)
      self->follows[g_array_index (layout->stretches, ChartStretch, k).first] = 0;
  }
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

/* The range to the last value that is there and not excluded, across what lies between. */
static void
bridge_ranges (const ChartLines *self, const ChartLayout *layout, double *ranges)
{
  double before = NAN;

  for (guint i = 0; i < self->n; i++) {
    before = self->follows[i] ? before : NAN;
    ranges[i] = NAN;
    if (isnan (self->values[i]) || layout->excluded[i])
      continue;
    ranges[i] = fabs (self->values[i] - before);
    before = self->values[i];
  }
}

/* From here on the points are the ranges; where there is none, one is missing. */
static void
turn_into_ranges (ChartLines *self,
                  const ChartDrawing *drawing,
                  const ChartLayout *layout,
                  ScrutinyTimeline *timeline)
{
  g_autofree double *ranges = g_new (double, self->n);

  if (drawing->bridges) {
    bridge_ranges (self, layout, ranges);
  } else {
    KernelStatus status = kernel_moving_ranges (self->n, self->values, self->joined, ranges);
    g_assert (status == KERNEL_OK);
  }
  memcpy (self->values, ranges, self->n * sizeof (double));
  if (drawing->bridges)
    return;
  chart_layout_mark_follows (layout, timeline, self->values, self->follows);
  memcpy (self->joined, self->follows, self->n);
}

static const double *
gather (Material *self, guint slot, const double *from, guint n, gsize whole)
{
  double *to = self->gathered + slot * whole;

  if (!from)
    return NULL;
  for (guint i = 0; i < n; i++)
    to[i] = from[self->back[i]];

  return to;
}

/* What is used of [from, to), side by side, so that gaps are not seen. */
static ChartSample
gather_sample (const ChartLines *self, Material *material, guint from, guint to)
{
  ChartSample sample = { .are_shares = material->are_shares };
  guint8 *used = material->marks + self->n;

  for (guint i = from; i < to; i++) {
    if (self->used[i])
      material->back[sample.n++] = i;
  }
  memset (used, 1, sample.n);
  sample.used = used;
  sample.values = gather (material, 0, self->values, sample.n, self->n);
  sample.numerators = gather (material, 1, material->numerators, sample.n, self->n);
  sample.denominators = gather (material, 2, material->denominators, sample.n, self->n);
  sample.deviations = gather (material, 3, material->deviations, sample.n, self->n);
  sample.sizes = gather (material, 4, self->sizes, sample.n, self->n);
  sample.places = gather (material, 5, material->places, sample.n, self->n);

  return sample;
}

static ChartSample
take_sample (const ChartLines *self, Material *material, const ChartStretch *stretch)
{
  const guint from = stretch->from;

  for (guint i = from; i < stretch->to; i++)
    material->places[i] = (double) (material->ordinals[i] - material->ordinals[stretch->first]);
  if (material->gathered)
    return gather_sample (self, material, from, stretch->to);

  return (ChartSample){
    .n = stretch->to - from,
    .values = self->values + from,
    .numerators = material->numerators ? material->numerators + from : NULL,
    .denominators = material->denominators ? material->denominators + from : NULL,
    .deviations = material->deviations ? material->deviations + from : NULL,
    .sizes = self->sizes ? self->sizes + from : NULL,
    .places = material->places + from,
    .used = self->used + from,
    .joined = self->joined + from,
    .are_shares = material->are_shares,
  };
}

static KernelStatus
estimate_stretch (ChartEstimate *estimate,
                  ChartLines *self,
                  const ChartDrawing *drawing,
                  const ChartStretch *stretch,
                  Material *material)
{
  const ChartSample sample = take_sample (self, material, stretch);

  memset (material->marks, 0, sample.n);
  KernelStatus status =
      chart_estimate_make (estimate, drawing, &sample, material->work, material->marks);
  for (guint i = 0; i < sample.n; i++)
    self->screened[material->gathered ? material->back[i] : stretch->from + i] = material->marks[i];
  for (guint i = stretch->from; i < stretch->to; i++)
    estimate->n_used += self->used[i];
  for (guint i = stretch->first; i < stretch->end; i++)
    estimate->n_points += !isnan (self->values[i]);

  return status;
}

/* Averages or sums in place of the values, and the spread of each. */
static KernelStatus
sum_stretch (ChartLines *self,
             const ChartDrawing *drawing,
             const ChartStretch *stretch,
             const ChartEstimate *estimate,
             double *work)
{
  const guint first = stretch->first, n = stretch->end - first;
  double *values = self->values + first, *spreads = self->spreads + first;
  KernelStatus status;

  if (drawing->kind == SCRUTINY_CHART_KIND_EWMA) {
    status = kernel_ewma (n, values, self->joined + first, drawing->weight, estimate->centre, work,
                          spreads);
    for (guint i = 0; i < n; i++)
      spreads[i] *= estimate->sigma;
  } else {
    status = kernel_cusum (n, values, self->joined + first, estimate->centre,
                           isnan (estimate->sigma) ? 0 : drawing->allowance * estimate->sigma, work,
                           self->down + first);
    for (guint i = 0; i < n; i++)
      spreads[i] = drawing->decision * estimate->sigma / drawing->width;
  }
  memcpy (values, work, n * sizeof *values);

  return status;
}

static void
spread_stretch (ChartLines *self,
                const ChartDrawing *drawing,
                const ChartStretch *stretch,
                const ChartEstimate *estimate)
{
  for (guint i = stretch->first; i < stretch->end; i++) {
    switch (drawing->kind) {
    case SCRUTINY_CHART_KIND_XBAR:
      self->spreads[i] = kernel_subgroup_mean_spread (estimate->sigma, self->sizes[i]);
      break;
    case SCRUTINY_CHART_KIND_S:
      self->spreads[i] = kernel_subgroup_deviation_spread (estimate->sigma, self->sizes[i]);
      break;
    case SCRUTINY_CHART_KIND_G:
      self->spreads[i] = (estimate->reach - estimate->centre) / drawing->width;
      break;
    default:
      self->spreads[i] = estimate->sigma;
    }
  }
}

static void
centre_stretch (ChartLines *self,
                const ChartDrawing *drawing,
                const ChartStretch *stretch,
                const ChartEstimate *estimate,
                const gint64 *ordinals)
{
  for (guint i = stretch->first; i < stretch->end; i++) {
    const double place = (double) (ordinals[i] - ordinals[stretch->first]);

    self->centre[i] = drawing->kind == SCRUTINY_CHART_KIND_CUSUM ? 0
                      : estimate->slope == 0                     ? estimate->centre
                                             : estimate->level + estimate->slope * place;
  }
}

static KernelStatus
draw_stretch (ChartLines *self,
              const ChartDrawing *drawing,
              const ChartStretch *stretch,
              const ChartEstimate *estimate,
              const Material *material)
{
  const guint first = stretch->first, n = stretch->end - first;
  const gboolean from_zero = material->are_shares || drawing->kind == SCRUTINY_CHART_KIND_MR ||
                             chart_kind_never_negative (drawing->kind) ||
                             (drawing->kind == SCRUTINY_CHART_KIND_S && !drawing->goes_below_0);
  const double least = from_zero ? 0 : -INFINITY, most = material->are_shares ? 1 : INFINITY;

  centre_stretch (self, drawing, stretch, estimate, material->ordinals);
  if (self->sizes && !chart_kind_is_of_subgroups (drawing->kind))
    return kernel_chart_limits (n, self->sizes + first, estimate->centre, estimate->sigma,
                                drawing->width, least, most, self->spreads + first,
                                self->lower + first, self->upper + first);
  if (!chart_kind_is_summing (drawing->kind))
    spread_stretch (self, drawing, stretch, estimate);

  return kernel_limits_around (n, self->centre + first, self->spreads + first, drawing->width,
                               least, most, self->lower + first, self->upper + first);
}

void
chart_lines_draw_point (const ChartDrawing *drawing,
                        const ChartEstimate *estimate,
                        gboolean are_shares,
                        double place,
                        double size,
                        ChartPoint *point)
{
  const gboolean has_size =
      chart_kind_has_denominators (drawing->kind) || chart_kind_is_of_subgroups (drawing->kind);
  const ChartStretch stretch = { 0, 1, 0, 1 };
  const gint64 ordinal = 0;
  const Material material = { .are_shares = are_shares, .ordinals = &ordinal };
  ChartEstimate here = *estimate;
  ChartLines lines = { .n = 1,
                       .sizes = has_size ? &size : NULL,
                       .centre = &point->centre,
                       .lower = &point->lower,
                       .upper = &point->upper,
                       .spreads = &point->spread };

  here.level += here.slope * place;
  KernelStatus status = draw_stretch (&lines, drawing, &stretch, &here, &material);
  g_assert (status == KERNEL_OK); /* the estimate was drawn with before */
}

static KernelStatus
add_estimate (ChartLines *self,
              const ChartDrawing *drawing,
              const ChartStretch *stretch,
              Material *material)
{
  ChartEstimate estimate = {
    .centre = NAN, .sigma = NAN, .dispersion = NAN, .reach = NAN, .ranges = { NAN, 0, 0 }
  };
  const guint first = stretch->first, n = stretch->end - first;
  KernelStatus status = estimate_stretch (&estimate, self, drawing, stretch, material);

  if (status == KERNEL_OK && chart_kind_is_summing (drawing->kind))
    status = sum_stretch (self, drawing, stretch, &estimate, material->work);
  if (status == KERNEL_OK)
    status = draw_stretch (self, drawing, stretch, &estimate, material);
  /* Neighbouring averages and sums share values: their runs say nothing. */
  if (status == KERNEL_OK && !chart_kind_is_summing (drawing->kind))
    status = kernel_runs (n, self->values + first, self->centre + first, self->counted + first,
                          self->follows + first, &estimate.runs);
  g_array_append_val (self->estimates, estimate);

  return status;
}

void
chart_lines_init (ChartLines *self,
                  const ChartDrawing *drawing,
                  const ChartLayout *layout,
                  ScrutinySeries *series,
                  ScrutinySubgroups *subgroups)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const gboolean is_ratio = chart_kind_has_denominators (drawing->kind);
  const gboolean of_ranges = drawing->kind == SCRUTINY_CHART_KIND_MR;
  Material material = material_init (series, subgroups, drawing, layout->n);
  KernelStatus status = KERNEL_OK;

  *self = (ChartLines){ .unit = is_ratio ? scrutiny_series_get_scale (series) : 1,
                        .is_time = drawing->kind == SCRUTINY_CHART_KIND_T,
                        .is_own = of_ranges || chart_kind_is_summing (drawing->kind) };
  allocate (self, layout->n, is_ratio || subgroups, drawing->kind == SCRUTINY_CHART_KIND_CUSUM);
  self->estimates =
      g_array_sized_new (FALSE, FALSE, sizeof (ChartEstimate), layout->stretches->len);
  self->are_shares = material.are_shares;
  take_values (self, series, subgroups, &material);
  mark_neighbours (self, drawing, layout, timeline);
  if (of_ranges)
    turn_into_ranges (self, drawing, layout, timeline);
  mark_used (self, layout, of_ranges);
  for (guint i = 0; i < self->n; i++)
    self->counted[i] = !layout->excluded[i];

  for (guint k = 0; k < layout->stretches->len && status == KERNEL_OK; k++)
    status = add_estimate (self, drawing, &g_array_index (layout->stretches, ChartStretch, k),
                           &material);
  material_clear (&material);
  g_assert (status == KERNEL_OK); /* every argument was checked before */
}

void
chart_lines_clear (ChartLines *self)
{
  g_clear_pointer (&self->values, g_free); /* one block with the other doubles */
  g_clear_pointer (&self->used, g_free);   /* one block with the other marks */
  g_clear_pointer (&self->estimates, g_array_unref);
}

double
chart_lines_show (const ChartLines *self, double number)
{
  return self->is_time ? kernel_time_between_from_scale (number) : number * self->unit;
}
