/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/capability-reading.h"

#include <scrutiny/shifts.h>

#include "base/civil.h"
#include "kernel/individuals.h"

#include <math.h>

/* Lengths of more skewness are held against limits on another scale. */
#define MOST_SKEWNESS 1

#define WEEK 7

/* Limits lie so many spreads from the centre. */
#define WIDTH 3

static const SingleTime *
time_at (const CapabilityReading *self, gsize i)
{
  return &g_array_index (self->times.times, SingleTime, i);
}

const CapabilityBlock *
capability_reading_get_block (const CapabilityReading *self, guint i)
{
  return &g_array_index (self->blocks, CapabilityBlock, i);
}

const CapabilityStretch *
capability_reading_get_last (const CapabilityReading *self)
{
  const guint n = self->stretches ? self->stretches->len : 0;

  return n > 0 ? &g_array_index (self->stretches, CapabilityStretch, n - 1) : NULL;
}

const char *
capability_reading_get_scale (const CapabilityReading *self)
{
  static const char *const names[] = { "plain", "root", "log" };

  return names[self->scale];
}

char *
capability_dup_day (double day)
{
  const CivilDate date = civil_from_days ((gint64) day);

  return g_strdup_printf ("%04d-%02d-%02d", date.year, date.month, date.day);
}

static void
put_on_scale (CapabilityReading *self)
{
  const gsize n = self->times.times->len;
  g_autofree double *lengths = g_new (double, n + 1);

  self->scaled = g_new (double, n + 1);
  self->is_whole = TRUE;
  for (gsize i = 0; i < n; i++) {
    lengths[i] = time_at (self, i)->length;
    self->is_whole &= lengths[i] == floor (lengths[i]);
  }
  self->scale = kernel_length_scale_choose (n, lengths, MOST_SKEWNESS, self->scaled);
  for (gsize i = 0; i < n; i++)
    self->scaled[i] = kernel_length_to_scale (self->scale, lengths[i]);
}

/* Of those that are as likely to be in the record on its first day as on its last: longer ones are
 * missing at first, which would look like a move.
 */
static void
add_block (CapabilityReading *self, CapabilityBlock block)
{
  double sum = 0, n = 0;

  for (gsize i = block.first; i < block.end; i++) {
    sum += time_at (self, i)->is_settled ? self->scaled[i] : 0;
    n += time_at (self, i)->is_settled;
  }
  block.mean = sum / n;
  g_array_prepend_val (self->blocks, block);
}

/* Weeks are put together from the last backwards, so that no part of one is left at the end. */
static void
cut_blocks (CapabilityReading *self)
{
  const double least = fmax (CAPABILITY_FEWEST, self->fewest);
  double after = self->times.to + 1, n_settled = 0;
  gsize end = self->times.times->len, first = end;

  for (double day = after - WEEK; day >= self->times.from; day -= WEEK) {
    while (first > 0 && time_at (self, first - 1)->end >= day)
      n_settled += time_at (self, --first)->is_settled;
    if (n_settled < least)
      continue;
    add_block (self, (CapabilityBlock){ first, end, day, after - 1, NAN });
    end = first;
    after = day;
    n_settled = 0;
  }
}

static gsize
count_cases (const CapabilityReading *self)
{
  const guint n = self->blocks->len;

  return n > 0 ? capability_reading_get_block (self, n - 1)->end -
                     capability_reading_get_block (self, 0)->first
               : 0;
}

/* So few that ended and are in no block would be told by taking off. */
static void
leave_out_enough (CapabilityReading *self)
{
  double left_out = (double) (self->times.n_ended - count_cases (self));

  while (self->blocks->len > 0 && left_out > 0 && left_out < self->fewest) {
    g_array_remove_index (self->blocks, 0);
    left_out = (double) (self->times.n_ended - count_cases (self));
  }
  self->n = count_cases (self);
}

/* The means of the blocks, by the day each begins. */
static ScrutinySeries *
series_new (const CapabilityReading *self)
{
  const guint n = self->blocks->len;
  g_auto (GStrv) days = g_new0 (char *, n + 1);
  g_autofree double *means = g_new (double, n + 1);
  g_autoptr (ScrutinyTimeline) timeline = NULL;

  for (guint i = 0; i < n; i++) {
    days[i] = capability_dup_day (capability_reading_get_block (self, i)->first_day);
    means[i] = capability_reading_get_block (self, i)->mean;
  }
  timeline = scrutiny_timeline_new_from_texts ((const char *const *) days, NULL);

  return timeline ? scrutiny_series_new (timeline, means, n, NULL) : NULL;
}

static ScrutinyShifts *
look_for_shifts (ScrutinySeries *series)
{
  g_autoptr (ScrutinyShiftsOptions) options = scrutiny_shifts_options_new ();

  scrutiny_shifts_options_set_model (options, "mean");
  scrutiny_shifts_options_set_season (options, "none");

  return scrutiny_shifts_new (series, options, NULL);
}

static double
count_beyond (const CapabilityReading *self,
              gsize first,
              gsize end,
              const CapabilityStretch *limits)
{
  double n = 0;

  for (gsize i = first; i < end; i++)
    n += time_at (self, i)->length < limits->lower || time_at (self, i)->length > limits->upper;

  return n == 0 || n >= self->fewest ? n : NAN;
}

/* Back in days, and in whole ones outwards where no others are known. */
static void
set_limits (CapabilityReading *self, CapabilityStretch *stretch, double centre, double sigma)
{
  stretch->centre = kernel_length_from_scale (self->scale, centre);
  stretch->lower = kernel_length_from_scale (self->scale, centre - WIDTH * sigma);
  stretch->upper = kernel_length_from_scale (self->scale, centre + WIDTH * sigma);
  if (self->is_whole) {
    stretch->lower = floor (stretch->lower);
    stretch->upper = ceil (stretch->upper);
  }
}

/* Centre and limits of the single cases of blocks @first to @end, without it. */
static void
add_stretch (CapabilityReading *self, CapabilityStretch stretch)
{
  const gsize from = capability_reading_get_block (self, stretch.first)->first;
  const gsize to = capability_reading_get_block (self, stretch.end - 1)->end;
  g_autofree double *work = g_new (double, to - from);
  KernelMeanRange ranges;
  double centre, sigma;

  if (kernel_individuals (to - from, self->scaled + from, NULL, NULL, kernel_constants_exact.sigma,
                          0, work, &centre, &sigma, &ranges) != KERNEL_OK)
    centre = sigma = NAN;
  set_limits (self, &stretch, centre, sigma);
  stretch.beyond = count_beyond (self, from, to, &stretch);
  g_array_append_val (self->stretches, stretch);
}

/* The block that a period of the series begins with. */
static guint
block_of (ScrutinySeries *series, const char *period)
{
  const gint64 at = scrutiny_timeline_find (scrutiny_series_get_timeline (series), period, NULL);

  return (guint) MAX (at, 0);
}

static void
cut_stretches (CapabilityReading *self)
{
  g_autoptr (ScrutinySeries) series = series_new (self);
  g_autoptr (ScrutinyShifts) shifts = NULL;
  g_autoptr (GPtrArray) all = NULL;
  CapabilityStretch next = { 0 };

  self->is_asked = series && self->blocks->len >= CAPABILITY_FEWEST_BLOCKS;
  shifts = self->is_asked ? look_for_shifts (series) : NULL;
  all = shifts ? scrutiny_shifts_dup_all (shifts) : g_ptr_array_new ();
  for (guint k = 0; k < all->len; k++) {
    ScrutinyShift *shift = all->pdata[k];

    next.end = block_of (series, scrutiny_shift_get_at (shift));
    add_stretch (self, next);
    next.first = next.end;
    next.earliest = block_of (series, scrutiny_shift_get_earliest (shift));
    next.latest = block_of (series, scrutiny_shift_get_latest (shift));
  }
  next.end = self->blocks->len;
  add_stretch (self, next);
}

gboolean
capability_reading_init (CapabilityReading *self,
                         ScrutinyTable *table,
                         const char *start,
                         const char *end,
                         ScrutinyWaitsOptions *options,
                         GError **error)
{
  self->spans = wait_spans_new (table, start, end, options, error);
  if (!self->spans)
    return FALSE;

  self->fewest = scrutiny_waits_options_get_disclosure (options);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (CapabilityBlock));
  self->stretches = g_array_new (FALSE, FALSE, sizeof (CapabilityStretch));
  capability_times_init (&self->times, self->spans, CAPABILITY_SEED);
  put_on_scale (self);
  cut_blocks (self);
  leave_out_enough (self);
  if (self->n >= 2 * CAPABILITY_FEWEST)
    cut_stretches (self);

  return TRUE;
}

void
capability_reading_clear (CapabilityReading *self)
{
  g_clear_pointer (&self->spans, wait_spans_free);
  capability_times_clear (&self->times);
  g_clear_pointer (&self->scaled, g_free);
  g_clear_pointer (&self->blocks, g_array_unref);
  g_clear_pointer (&self->stretches, g_array_unref);
}
