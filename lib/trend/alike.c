/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/alike.h"

#include <math.h>

typedef struct {
  guint first, last, n;
  gboolean is_above;
} Run;

/* The latest of the longest runs on one side of @centre; values on it neither count nor end one. */
static Run
find_longest (const double *values, gsize n, double centre)
{
  Run longest = { 0 }, run = { 0 };

  for (guint i = 0; i < n; i++) {
    const gboolean is_above = values[i] > centre;

    if (isnan (values[i]) || values[i] == centre)
      continue;
    if (run.n == 0 || run.is_above != is_above)
      run = (Run){ .first = i, .is_above = is_above };
    run.last = i;
    run.n++;
    if (run.n >= longest.n)
      longest = run;
  }

  return longest;
}

/* The chance of a run of @length among @n values of correlation @r to the next: neighbours
 * lie on one side with the chance 1/2 + asin (r) / π (Sheppard 1899), and each change of
 * side begins a run.
 */
static double
chance_of_run (guint length, guint n, double r)
{
  const double same = 0.5 + asin (CLAMP (r, -1, 1)) / G_PI;

  return 1 - exp (-(double) n * (1 - same) * pow (same, (double) length - 1));
}

void
alike_tell_run (Teller *teller, const TrendReading *reading)
{
  gsize n, n_points;
  const double *values = scrutiny_series_get_values (reading->adjusted, &n);
  ScrutinyTable *points = scrutiny_chart_get_points (reading->chart);
  const double *centre = scrutiny_table_get_doubles (points, "centre", &n_points);
  const Run run = n_points > 0 ? find_longest (values, n, centre[0]) : (Run){ 0 };
  const double chance = chance_of_run (run.n, reading->n_usable, reading->lag_one.r);

  if (run.n < 2 || !(chance <= 1 - reading->level))
    return;

  GArray *facts = teller_begin (teller);
  teller_add_count (facts, "n_points", run.n);
  teller_add_period (teller, facts, "since", run.first);
  teller_add_period (teller, facts, "until", run.last);
  teller_add_number (facts, "centre", centre[0]);
  teller_add_number (facts, "chance", chance);
  teller_say (teller, "trend.one-side",
              run.is_above
                  ? "{n_points} {steps} in a row, {since:period} to {until:period}, lie above the "
                    "average of {centre:.D}, more than neighbours as alike as these often give."
                  : "{n_points} {steps} in a row, {since:period} to {until:period}, lie below the "
                    "average of {centre:.D}, more than neighbours as alike as these often give.",
              "What was different from {since:period} to {until:period}?", facts);
}
