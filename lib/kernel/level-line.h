/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

/* What decides how many segments there are.
 *
 * @floor: share of the overall variance below which a closer fit counts for little
 * @cost: what a unit costs, in units of log n; a level takes two units, a line three
 * @least_level, @least_line: fewest points of a segment
 * @most_starts: how many places a segment may start at are kept in mind; 0 is all of
 *   them, which is exact
 */
typedef struct {
  double floor, cost;
  size_t least_level, least_line;
  size_t most_starts;
} KernelLevelLineSettings;

extern const KernelLevelLineSettings kernel_level_line_default;

/* A stretch in which the series is level, or a straight line. */
typedef struct {
  size_t first; /* index of its first point */
  bool is_line;
} KernelSegment;

/* What was chosen. */
typedef struct {
  size_t n_segments;
  size_t n_units;
  double rss;       /* residual sum of squares of the segments */
  double criterion; /* what was minimised */
  size_t n_passes;  /* how often the series was gone through */
} KernelLevelLineFit;

size_t kernel_level_line_n_work (size_t n);
size_t kernel_level_line_n_order (size_t n);
KernelStatus kernel_level_line (size_t n,
                                const double *values,
                                const double *times,
                                const KernelLevelLineSettings *settings,
                                double *work,
                                size_t *order,
                                KernelSegment *segments,
                                KernelLevelLineFit *fit) KERNEL_MUST_CHECK;
