/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <math.h>
#include <stddef.h>

/* Loess as its definition says, by normal equations around the point of the fit: slow and
 * plain, a second route to the kernel's answers.  A weight of 0 leaves a value out.
 */
static inline double
loess_by_hand_at (size_t n,
                  size_t stride,
                  const double *values,
                  const double *weights,
                  size_t window,
                  int degree,
                  double at,
                  size_t first,
                  size_t last)
{
  double reach = fmax (at - (double) first, (double) last - at);
  long double s0 = 0, s1 = 0, s2 = 0, t0 = 0, t1 = 0;

  if (window > n)
    reach += (double) ((window - n) / 2);
  for (size_t j = first; j <= last; j++) {
    const long double u = (long double) j - at, share = fabsl (u) / reach;
    const long double rest = 1 - share * share * share;
    const double weight = weights[j * stride];
    long double w = share <= .001L ? 1 : share <= .999L ? rest * rest * rest : 0;

    if (weight == 0)
      continue;
    w *= weight;
    s0 += w;
    s1 += w * u;
    s2 += w * u * u;
    t0 += w * values[j * stride];
    t1 += w * u * values[j * stride];
  }
  if (!(s0 > 0))
    return NAN;

  const long double spread = s2 / s0 - (s1 / s0) * (s1 / s0);
  if (degree == 0 || sqrtl (spread) <= .001L * (long double) (n - 1))
    return (double) (t0 / s0);

  return (double) ((t0 * s2 - t1 * s1) / (s0 * s2 - s1 * s1));
}

/* @n values, @stride apart. */
static inline void
loess_by_hand (size_t n,
               size_t stride,
               const double *values,
               const double *weights,
               size_t window,
               int degree,
               size_t jump,
               double *smooth)
{
  const size_t width = window < n ? window : n, half = window / 2;
  const size_t step = jump < n - 1 ? jump : n - 1;
  size_t first = 0, before = 0;

  for (size_t i = 0; i < n; i += i + step < n || i == n - 1 ? step : n - 1 - i) {
    if (i % step == 0)
      first = i < half || width == n ? 0 : i - half + width > n ? n - width : i - half;
    smooth[i * stride] = loess_by_hand_at (n, stride, values, weights, window, degree, (double) i,
                                           first, first + width - 1);
    for (size_t j = before + 1; j < i; j++)
      smooth[j * stride] =
          smooth[before * stride] + (smooth[i * stride] - smooth[before * stride]) *
                                        (double) (j - before) / (double) (i - before);
    before = i;
  }
}
