/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random-mean.h"

#include "kernel/random-count.h"
#include "kernel/random.h"

#include <math.h>

/* In (-1, 1). */
static double
two_sided (uint64_t *state)
{
  return ((double) (kernel_random_next (state) >> 12) + 0.5) * 0x1p-51 - 1;
}

/**
 * kernel_random_student:
 * @state: (inout): the seed, then whatever it has become
 * @freedom: degrees of freedom, above 0
 *
 * A deviate of Student's t. Expected time does not depend on @freedom.
 *
 * Source: R. W. Bailey (1994), Math. Comp. 62, 779-781, the polar method.
 *
 * Returns: the deviate
 */
double
kernel_random_student (uint64_t *state, double freedom)
{
  double u, square;

  do {
    const double v = two_sided (state);

    u = two_sided (state);
    square = u * u + v * v;
  } while (square > 1);

  return u * sqrt (freedom * expm1 (-2 / freedom * log (square)) / square);
}

/**
 * kernel_redraw_means:
 * @state: (inout): the seed, then whatever it has become
 * @n: number of parts
 * @sums: shape (@n), the sum of what is measured of each part's cases, in any unit
 * @cases: shape (@n), how many cases, at least 0
 * @deviations: shape (@n), the standard deviation of one case in each part, in the same unit;
 *   not read where there are no cases
 * @freedoms: shape (@n), the degrees of freedom each of these is known with, above 0 likewise
 * @drawn_sums: (out): shape (@n)
 * @drawn_cases: (out): shape (@n)
 *
 * As many cases again, to the nearest whole one, each of a part with the chances seen; the mean
 * of those drawn is the part's, moved by its deviation over the root of how many they are, times
 * a deviate of Student's t: how uncertain the deviation is is a part of how far chance goes.
 * O(@n) time.
 *
 * Source: definition (a parametric bootstrap; B. Efron, R. J. Tibshirani, 1993, section 6.5; the
 * t because the deviation is itself an estimate, "Student", 1908, Biometrika 6, 1-25).
 */
void
kernel_redraw_means (uint64_t *state,
                     size_t n,
                     const double *sums,
                     const double *cases,
                     const double *deviations,
                     const double *freedoms,
                     double *drawn_sums,
                     double *drawn_cases)
{
  double rest = 0, left;

  for (size_t i = 0; i < n; i++)
    rest += cases[i];
  left = round (rest);

  for (size_t i = 0; i < n; i++) {
    const double drawn = kernel_random_binomial (state, left, rest > 0 ? cases[i] / rest : 0);

    drawn_cases[i] = drawn;
    drawn_sums[i] = 0;
    if (drawn > 0)
      drawn_sums[i] = drawn * sums[i] / cases[i] +
                      sqrt (drawn) * deviations[i] * kernel_random_student (state, freedoms[i]);
    left -= drawn;
    rest -= cases[i];
  }
}
