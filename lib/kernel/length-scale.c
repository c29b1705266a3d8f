/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/length-scale.h"

#include "kernel/rare-event.h"

#include <math.h>

/**
 * kernel_skewness:
 * @n: number of values
 * @values: shape (@n), none missing
 *
 * How much further values reach above their mean than below it: m3/m2^1.5, of the moments
 * around the mean with divisor @n.  0 where both sides are alike, 2 for an exponential
 * distribution.  O(n) time, two passes.
 *
 * Source: M. G. Kendall, A. Stuart, The Advanced Theory of Statistics, volume 1, section 3.31.
 *
 * Returns: the skewness; NaN where no two values differ
 */
double
kernel_skewness (size_t n, const double *values)
{
  double mean = 0, squares = 0, cubes = 0;

  for (size_t i = 0; i < n; i++)
    mean += values[i];
  mean /= (double) n;
  for (size_t i = 0; i < n; i++) {
    const double d = values[i] - mean;

    squares += d * d;
    cubes += d * d * d;
  }

  return squares > 0 ? sqrt ((double) n) * cubes / pow (squares, 1.5) : NAN;
}

static double
skewness_on (KernelLengthScale scale, size_t n, const double *lengths, double *work)
{
  for (size_t i = 0; i < n; i++)
    work[i] = kernel_length_to_scale (scale, lengths[i]);

  return kernel_skewness (n, work);
}

static double
least_of (size_t n, const double *lengths)
{
  double least = INFINITY;

  for (size_t i = 0; i < n; i++)
    least = fmin (least, lengths[i]);

  return least;
}

/**
 * kernel_length_scale_choose:
 * @n: number of lengths
 * @lengths: shape (@n), in any unit, not negative, none missing
 * @most: the skewness that is left as it is, 1 usually
 * @work: shape (@n), overwritten
 *
 * Chooses the scale that single lengths are held against limits on: as they are where their
 * skewness is no more than @most; else their 3.6th root or, where none is 0, their
 * logarithm, whichever leaves less skewness.  O(n) time.
 *
 * Source: the rule is ours; the root is L. S. Nelson's (1994), J. Qual. Technol. 26, 239-240,
 * which makes an exponential distribution nearly normal, as the logarithm does a lognormal one.
 *
 * Returns: the scale; plain where no two lengths differ
 */
KernelLengthScale
kernel_length_scale_choose (size_t n, const double *lengths, double most, double *work)
{
  if (!(kernel_skewness (n, lengths) > most))
    return KERNEL_LENGTH_PLAIN;
  if (!(least_of (n, lengths) > 0))
    return KERNEL_LENGTH_ROOT;

  return fabs (skewness_on (KERNEL_LENGTH_LOG, n, lengths, work)) <
                 fabs (skewness_on (KERNEL_LENGTH_ROOT, n, lengths, work))
             ? KERNEL_LENGTH_LOG
             : KERNEL_LENGTH_ROOT;
}

/**
 * kernel_length_to_scale:
 * @scale: the scale
 * @length: a length, not negative; above 0 for the logarithm
 *
 * Puts a length on a scale.
 *
 * Source: by definition; [func@kernel_time_between_to_scale] for the root.
 *
 * Returns: the scaled length
 */
double
kernel_length_to_scale (KernelLengthScale scale, double length)
{
  if (scale == KERNEL_LENGTH_LOG)
    return log (length);

  return scale == KERNEL_LENGTH_ROOT ? kernel_time_between_to_scale (length) : length;
}

/**
 * kernel_length_from_scale:
 * @scale: the scale
 * @scaled: a point of it
 *
 * The length that lies there; none is shorter than 0.
 *
 * Source: the inverse of [func@kernel_length_to_scale].
 *
 * Returns: the length; NaN for NaN
 */
double
kernel_length_from_scale (KernelLengthScale scale, double scaled)
{
  if (scale == KERNEL_LENGTH_LOG)
    return exp (scaled);
  if (scale == KERNEL_LENGTH_ROOT)
    return kernel_time_between_from_scale (scaled);

  return scaled < 0 ? 0 : scaled;
}
