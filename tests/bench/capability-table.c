/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/capability.h>

#include "base/columns-builder.h"
#include "kernel/random-count.h"
#include "kernel/random.h"

#include <math.h>
#include <stdlib.h>

#define SEED 20260401
#define DAYS 730
#define MEAN 20.0

/* How often a level is said to have moved where none did, and where all cases take longer from the
 * middle of the record on; and how many of 1,000 further cases lie within the limits.
 */

typedef struct {
  const char *label;
  int stages;       /* of an exponential distribution each; 0 for a lognormal one of spread 1 */
  gboolean by_week; /* who would end on a Saturday or a Sunday does on the Monday after */
} Service;

static const Service services[] = {
  { "gamma of 3", 3, FALSE },  { "gamma of 3, weekdays", 3, TRUE },
  { "exponential", 1, FALSE }, { "exponential, weekdays", 1, TRUE },
  { "lognormal", 0, FALSE },   { "lognormal, weekdays", 0, TRUE },
};

static double
uniform (guint64 *seed)
{
  return ((double) (kernel_random_next (seed) >> 12) + 0.5) * 0x1p-52;
}

static double
draw_length (guint64 *seed, const Service *service, double mean)
{
  double length = 0;

  if (service->stages == 0) {
    kernel_random_normal (seed, 1, &length);
    return mean * exp (length - 0.5);
  }
  for (int stage = 0; stage < service->stages; stage++)
    length -= mean / service->stages * log (uniform (seed));

  return length;
}

/* On from a Saturday or a Sunday to the Monday after it. */
static double
on_a_weekday (double moment)
{
  const double day = floor (moment), weekday = day - 7 * floor (day / 7);

  return weekday < 5 ? day : day + 7 - weekday;
}

/* Two years of starts, in whole days, and until when each is known to have ended. */
static ScrutinyTable *
draw_record (guint64 *seed, const Service *service, double a_day, double grows)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (double day = 0; day < DAYS; day++) {
    const guint n = (guint) kernel_random_poisson (seed, a_day);

    for (guint i = 0; i < n; i++) {
      const double begun = day + uniform (seed);
      const double mean = begun > DAYS / 2. ? grows * MEAN : MEAN;
      double start = floor (begun), end = floor (begun + draw_length (seed, service, mean));

      if (service->by_week) {
        start = on_a_weekday (start);
        end = on_a_weekday (end);
      }
      columns_builder_add_number (builder, "start", start);
      columns_builder_add_number (builder, "end", end < DAYS ? end : NAN);
    }
  }

  return columns_builder_end (builder);
}

static double
share_within (guint64 *seed, const Service *service, ScrutinyCapability *capability)
{
  guint n = 0;

  for (guint i = 0; i < 1000; i++) {
    const double length = floor (draw_length (seed, service, MEAN));

    n += length >= scrutiny_capability_get_lower (capability) &&
         length <= scrutiny_capability_get_upper (capability);
  }

  return n / 10.;
}

static void
print_cell (guint runs, const Service *service, double a_day)
{
  guint64 seed = SEED;
  guint moved = 0, found = 0, told = 0;
  double within = 0;

  for (guint run = 0; run < runs; run++) {
    g_autoptr (ScrutinyTable) same = draw_record (&seed, service, a_day, 1);
    g_autoptr (ScrutinyTable) more = draw_record (&seed, service, a_day, 1.5);
    g_autoptr (ScrutinyCapability) still =
        scrutiny_capability_new (same, "start", "end", NULL, NULL);
    g_autoptr (ScrutinyCapability) grown =
        scrutiny_capability_new (more, "start", "end", NULL, NULL);

    moved += scrutiny_capability_get_n_shifts (still) > 0;
    found += scrutiny_capability_get_n_shifts (grown) > 0;
    if (isnan (scrutiny_capability_get_upper (still)))
      continue;
    told++;
    within += share_within (&seed, service, still);
  }
  g_print ("%-24s %6.1f %10.1f %10.1f %10.1f\n", service->label, a_day, 100. * moved / runs,
           100. * found / runs, within / told);
}

int
main (int argc, char **argv)
{
  static const double rates[] = { 0.5, 3, 20 };
  const guint runs = argc > 1 ? (guint) atoi (argv[1]) : 50;

  g_print ("%u records of %d days a cell, seed %d\n", runs, DAYS, SEED);
  g_print ("%-24s %6s %10s %10s %10s\n", "lengths", "a day", "moved", "x 1.5", "within");
  for (gsize k = 0; k < G_N_ELEMENTS (services); k++)
    for (gsize r = 0; r < G_N_ELEMENTS (rates); r++)
      print_cell (runs, &services[k], rates[r]);

  return 0;
}
