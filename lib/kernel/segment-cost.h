/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <math.h>

/* A variance of a segment whose values are all alike: what other programs put there. */
#define KERNEL_LEAST_VARIANCE 1e-11

/* Twice the negative logarithm of the likelihood of @m normal values whose squares, around
 * whatever their mean is taken to be, come to @rss.
 */
static inline double
kernel_deviance (double rss, double m)
{
  const double log_two_pi = 1.8378770664093453;
  const double variance = rss > KERNEL_LEAST_VARIANCE * m ? rss / m : KERNEL_LEAST_VARIANCE;

  return m * (log_two_pi + log (variance) + 1);
}
