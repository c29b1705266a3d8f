/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/composite-published.h"

#include "base/printed.h"
#include "kernel/median.h"
#include "kernel/ranks.h"

#include <float.h>
#include <math.h>

/* Roundings in a sum of weighted components, beside what was printed. */
#define ROUNDINGS 64

/* --- Order --------------------------------------------------------------------------------- */

/* Among the units that have both; scales do not matter for that, nor do digits but for ties. */
static void
compare_places (CompositePublished *self, const double *scores)
{
  const guint n_units = self->besides->len;
  g_autofree double *theirs = g_new (double, 2 * (gsize) n_units + 1);
  g_autofree guint32 *places = g_new (guint32, 2 * (gsize) n_units + 1);
  g_autofree gint64 *keys = g_new (gint64, 2 * (gsize) n_units + 1);
  g_autofree guint *which = g_new (guint, n_units + 1);
  double *ours = theirs + n_units;
  guint32 most = 0;

  for (guint i = 0; i < n_units; i++) {
    if (!isfinite (composite_published_get (self, i)->published))
      continue;
    which[self->n] = i;
    theirs[self->n] = composite_published_get (self, i)->published;
    ours[self->n++] = scores[i];
  }
  kernel_places (self->n, theirs, keys, places);
  kernel_places (self->n, ours, keys, places + n_units);
  for (guint i = 0; i < self->n; i++) {
    const guint32 its_place = places[i], our_place = places[n_units + i];
    const guint32 off = MAX (its_place, our_place) - MIN (its_place, our_place);

    self->n_elsewhere += off > 0;
    if (off > most) {
      most = off;
      self->elsewhere = which[i];
      self->its_place = its_place;
      self->our_place = our_place;
    }
  }
}

/* --- Values -------------------------------------------------------------------------------- */

static double
middle_distance (const CompositePublished *self, const double *scores, double times)
{
  const guint n_units = self->besides->len;
  g_autofree double *distances = g_new (double, 2 * (gsize) n_units + 1);
  double middle = INFINITY;
  guint n = 0;

  for (guint i = 0; i < n_units; i++) {
    const double published = composite_published_get (self, i)->published;

    if (isfinite (published))
      distances[n++] = fabs (published - times * scores[i]);
  }
  if (kernel_median (n, distances, NULL, distances + n_units, &middle, NULL) != KERNEL_OK)
    return INFINITY;

  return middle;
}

/* Weights that add up to what they are, or to 1, and a score out of 1, 10, 100 or 1,000. */
static double
find_times (const CompositePublished *self, const CompositeReading *reading, const double *scores)
{
  double sum = 0, found = 1, least = INFINITY;

  for (guint k = 0; k < reading->parts->len; k++)
    sum += fabs (composite_reading_get (reading, k)->weight);
  for (guint k = 0; k < 8; k++) {
    const double times = (k < 4 ? 1 : sum) * pow (10, k % 4);
    const double distance = middle_distance (self, scores, times);

    if (distance < least) {
      least = distance;
      found = times;
    }
  }

  return found;
}

/* Half of the last digit that any unit's value of a component has. */
static double
half_digit_of (const CompositeReading *reading, guint part)
{
  const guint n_units = reading->names->len, n_parts = reading->parts->len;
  g_autofree double *column = g_new (double, n_units);
  double largest = 0;

  for (guint i = 0; i < n_units; i++) {
    column[i] = reading->values[(gsize) i * n_parts + part];
    largest = fmax (largest, fabs (column[i]));
  }

  return printed_half_digit (largest, printed_decimals_of (column, n_units));
}

static double
rounding_of (const CompositeReading *reading, guint part, guint unit, double half)
{
  const CompositePart *of = composite_reading_get (reading, part);
  const double scaled = reading->scaled[(gsize) unit * reading->parts->len + part];

  switch (reading->scaling) {
  case COMPOSITE_MIN_MAX:
    return kernel_range_rounding (of->scale.span, half);
  case COMPOSITE_STANDARD:
    return kernel_spread_rounding (reading->names->len, of->scale.span, scaled, half);
  case COMPOSITE_NONE:
  default:
    return half;
  }
}

/* What the digits of one component may make of each score. */
static void
add_rounding (CompositePublished *self, const CompositeReading *reading, guint part)
{
  const double worth = self->times * composite_reading_get (reading, part)->share;
  const double half = half_digit_of (reading, part);

  for (guint i = 0; i < self->besides->len; i++)
    g_array_index (self->besides, CompositeBeside, i).rounding +=
        worth * rounding_of (reading, part, i, half);
}

static void
count_verdict (CompositePublished *self, guint unit)
{
  const CompositeVerdict verdict = composite_published_judge (self, unit);

  self->n_differ += verdict == COMPOSITE_DIFFERS;
  self->n_coarse += verdict == COMPOSITE_COARSE;
}

static void
compare_values (CompositePublished *self, const CompositeReading *reading, const double *scores)
{
  self->decimals = printed_decimals_of (reading->published, self->besides->len);
  self->times = find_times (self, reading, scores);
  for (guint i = 0; i < self->besides->len; i++) {
    CompositeBeside *beside = &g_array_index (self->besides, CompositeBeside, i);

    beside->difference = beside->published - self->times * scores[i];
    beside->rounding = ROUNDINGS * DBL_EPSILON * self->times;
  }
  for (guint k = 0; k < reading->parts->len; k++)
    add_rounding (self, reading, k);
  for (guint i = 0; i < self->besides->len; i++)
    count_verdict (self, i);
}

void
composite_published_init (CompositePublished *self,
                          const CompositeReading *reading,
                          const double *scores)
{
  *self = (CompositePublished){ .times = NAN };
  self->besides = g_array_new (FALSE, FALSE, sizeof (CompositeBeside));
  for (guint i = 0; i < reading->names->len; i++) {
    const CompositeBeside beside = { reading->published ? reading->published[i] : NAN, NAN, NAN };
    g_array_append_val (self->besides, beside);
  }
  if (!reading->published || !reading->knows_scaling)
    return;
  compare_places (self, scores);
  if (self->n > 0)
    compare_values (self, reading, scores);
}

void
composite_published_clear (CompositePublished *self)
{
  g_clear_pointer (&self->besides, g_array_unref);
}

const CompositeBeside *
composite_published_get (const CompositePublished *self, guint unit)
{
  return &g_array_index (self->besides, CompositeBeside, unit);
}

CompositeVerdict
composite_published_judge (const CompositePublished *self, guint unit)
{
  const CompositeBeside *beside = composite_published_get (self, unit);
  const double beyond =
      fabs (beside->difference) - printed_half_digit (beside->published, self->decimals);

  if (isnan (beyond))
    return COMPOSITE_UNTOLD;
  if (beyond <= ROUNDINGS * DBL_EPSILON * fabs (beside->published))
    return COMPOSITE_AGREES;

  return beyond <= beside->rounding ? COMPOSITE_COARSE : COMPOSITE_DIFFERS;
}
