/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <float.h>
#include <math.h>

/* Which side of a line a value lies on: 1 above, -1 below, 0 on it or missing.
 *
 * A line computed from the values is off by a few roundings; a value that close is
 * on it.  Sixteen units in the last place is far below any printed digit.
 */
static inline int
kernel_side (double value, double line)
{
  const double slack = 16 * DBL_EPSILON * fabs (line);

  return (value > line + slack) - (value < line - slack);
}
