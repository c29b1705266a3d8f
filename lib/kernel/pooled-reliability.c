/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/pooled-reliability.h"

#include <math.h>

/**
 * kernel_pooled_reliability:
 * @reliability: of one period: what differs between units by what differs and is chance, 0 to 1
 * @times: how many periods are taken together
 *
 * The reliability of so many periods taken together, where each unit stays at its level.
 *
 * Source: C. Spearman (1910), British Journal of Psychology 3, 271-295; W. Brown (1910), ibid.,
 * 296-322: k r / (1 + (k - 1) r).
 *
 * Returns: a share, 0 to 1; NaN where it makes no sense
 */
double
kernel_pooled_reliability (double reliability, double times)
{
  if (!(reliability >= 0 && reliability <= 1) || !(times > 0))
    return NAN;

  return times * reliability / (1 + (times - 1) * reliability);
}

/**
 * kernel_times_to_reliability:
 * @reliability: of one period, 0 to 1
 * @wanted: of those taken together, above 0 and below 1
 *
 * How many periods have to be taken together for a reliability.
 *
 * Source: the inverse of [func@kernel_pooled_reliability].
 *
 * Returns: periods, not a whole number, infinite where no number does; NaN where it makes no
 *   sense
 */
double
kernel_times_to_reliability (double reliability, double wanted)
{
  if (!(reliability >= 0 && reliability <= 1) || !(wanted > 0 && wanted < 1))
    return NAN;
  if (reliability == 1)
    return 0;

  return wanted * (1 - reliability) / (reliability * (1 - wanted));
}
