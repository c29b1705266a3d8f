/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>
#include <math.h>

#include "kernel/random.h"

#define MADE_LENGTHS_LONGEST 400

/* How the lengths of a made-up service come about. */
typedef struct {
  const char *label, *unit;
  guint period;
  const double *ends, *starts; /* weights of the days of the week; no starts: of lengths */
  double (*draw) (guint64 *seed);
} MadeLengths;

static inline double
made_uniform (guint64 *seed)
{
  return ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;
}

/* Gamma of shape 3 and scale 10. */
static inline double
draw_gamma (guint64 *seed)
{
  return -10 * log (made_uniform (seed) * made_uniform (seed) * made_uniform (seed));
}

/* Of median 25, where two in three lie within a factor of two. */
static inline double
draw_lognormal (guint64 *seed)
{
  double z;

  kernel_random_normal (seed, 1, &z);

  return 25 * exp (log (2) * z);
}

static const double week[] = { 1, 0.9, 0.8, 0.7, 0.8, 0.3, 0.2 };
static const double week_starts[] = { 1.2, 1.1, 1, 0.9, 0.8, 0.2, 0.1 };
static const double week_ends[] = { 0.8, 0.9, 1, 1.1, 1.2, 0.15, 0.05 };
static const double working_starts[] = { 1.3, 1.1, 1, 0.9, 0.7 };
static const double working_ends[] = { 0.7, 0.9, 1, 1.1, 1.3 };

static const MadeLengths made_lengths[] = {
  { "days, a weight by weekday", "days", 7, week, NULL, draw_gamma },
  { "days, begun and ended by weekday", "days", 7, week_ends, week_starts, draw_gamma },
  { "days, every day alike", "days", 1, (const double[]){ 1 }, NULL, draw_gamma },
  { "days, lognormal, by weekday", "days", 7, week_ends, week_starts, draw_lognormal },
  { "working days, a weight by weekday", "working-days", 5, working_ends, NULL, draw_gamma },
  { "working days, begun and ended", "working-days", 5, working_ends, working_starts, draw_gamma },
};

static inline guint
draw_weekday (guint64 *seed, const double *weights, guint n)
{
  double total = 0, at;
  guint i = 0;

  for (guint k = 0; k < n; k++)
    total += weights[k];
  at = made_uniform (seed) * total;
  while (i + 1 < n && at >= weights[i])
    at -= weights[i++];

  return i;
}

static inline double
heaviest (const double *weights, guint n)
{
  double most = 0;

  for (guint i = 0; i < n; i++)
    most = MAX (most, weights[i]);

  return most;
}

/* A length that ends on a day on which work ends. */
static inline guint
made_length_draw (guint64 *seed, const MadeLengths *service)
{
  const double most = heaviest (service->ends, service->period);

  for (;;) {
    const double drawn = floor (service->draw (seed));
    const guint start = service->starts ? draw_weekday (seed, service->starts, service->period) : 0;

    if (drawn >= MADE_LENGTHS_LONGEST)
      continue;
    if (made_uniform (seed) * most <= service->ends[(start + (guint) drawn) % service->period])
      return (guint) drawn;
  }
}
