/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/e-value.h"

#include <math.h>

/**
 * kernel_e_value:
 * @ratio: of risks, above 0
 *
 * How strongly something that was not measured would have to go with both the one figure and the
 * other, as a ratio of risks, to explain a ratio as far from 1 as this.
 *
 * Source: T. J. VanderWeele, P. Ding (2017), Ann. Intern. Med. 167, 268-274.
 *
 * Returns: at least 1; NaN for a ratio that is not above 0
 */
double
kernel_e_value (double ratio)
{
  const double above = ratio < 1 ? 1 / ratio : ratio;

  return ratio > 0 ? above + sqrt (above * (above - 1)) : NAN;
}
