/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/rare-event.h"

#include <math.h>

#define NELSON_POWER 3.6

/**
 * kernel_time_between_to_scale:
 * @time: time from one event to the next, not negative
 *
 * Puts times between rare events on a scale on which they spread evenly: time^(1/3.6).
 * A time that follows an exponential distribution is then close to normal.
 *
 * Source: L. S. Nelson (1994), J. Qual. Technol. 26, 239-240, as in Montgomery,
 * Introduction to Statistical Quality Control, 6th ed., example 7.6.
 *
 * Returns: the scaled time; NaN if @time is negative or NaN
 */
double
kernel_time_between_to_scale (double time)
{
  return time >= 0 ? pow (time, 1 / NELSON_POWER) : NAN;
}

/**
 * kernel_time_between_from_scale:
 * @scaled: a point of the scale
 *
 * The time that lies there; nothing lies before 0.
 *
 * Source: the inverse of [func@kernel_time_between_to_scale].
 *
 * Returns: the time
 */
double
kernel_time_between_from_scale (double scaled)
{
  return isnan (scaled) ? NAN : scaled > 0 ? pow (scaled, NELSON_POWER) : 0;
}

/**
 * kernel_count_between_sigma:
 * @mean: mean number of cases
 * @includes_event: whether the case with the event is counted, so that the least is 1
 *
 * Standard deviation of the number of cases between rare events, a geometric
 * distribution: sqrt (m (m + 1)) where the count starts at 0, sqrt (m (m - 1))
 * where it starts at 1.
 *
 * Source: J. C. Benneyan (2001), Health Care Manag. Sci. 4, 305-318.
 *
 * Returns: the standard deviation
 */
double
kernel_count_between_sigma (double mean, int includes_event)
{
  const double least = includes_event ? 1 : 0;

  if (!(mean >= least))
    return NAN;

  return sqrt (mean * (includes_event ? mean - 1 : mean + 1));
}
