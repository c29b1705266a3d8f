/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/rule.h"

#include "kernel/side.h"

#include <string.h>

/* What a rule makes of one point, kept beside its index in the work array, so that a
 * point is judged once however many windows it is in.
 */
enum {
  HIT_UP = 1,
  HIT_DOWN = 2,
  SIDE_UP = 4,
  SIDE_DOWN = 8,
  N_FLAGS = 4, /* bits */
};

/* One stretch of neighbouring points, and which way is looked for in it. */
typedef struct {
  const double *values;
  const KernelRule *rule;
  const size_t *order; /* the points that count, in time: index << N_FLAGS | flags */
  size_t n_order;
  int direction;
  uint8_t *marks;
} Scan;

static size_t
hit_flags (double value, double line_up, double line_down, bool inclusive)
{
  const int above = kernel_side (value, line_up), below = kernel_side (value, line_down);
  size_t flags = 0;

  if (above > 0 || (inclusive && above == 0))
    flags |= HIT_UP;
  if (below < 0 || (inclusive && below == 0))
    flags |= HIT_DOWN;

  return flags;
}

static size_t
judge (const KernelRule *rule, double value, double centre, double spread)
{
  const int side = kernel_side (value, centre);
  const size_t sides = side > 0 ? SIDE_UP : side < 0 ? SIDE_DOWN : 0;

  if (rule->distance == 0)
    return sides | (side > 0 ? HIT_UP : side < 0 ? HIT_DOWN : 0);
  if (isnan (centre + spread))
    return sides;

  return sides | hit_flags (value, centre + rule->distance * spread,
                            centre - rule->distance * spread, rule->inclusive);
}

/* Judges the points of @first ... @end and drops those that the rule skips. */
static size_t
judge_stretch (const KernelRule *rule,
               const double *values,
               const double *centre,
               const double *spreads,
               size_t first,
               size_t end,
               size_t *order)
{
  const bool skips = rule->tie == KERNEL_TIE_SKIPS;
  size_t n = 0;

  for (size_t i = first; i < end; i++) {
    if (rule->shape == KERNEL_RULE_TREND) {
      if (!skips || n == 0 || values[i] != values[order[n - 1] >> N_FLAGS])
        order[n++] = i << N_FLAGS;
      continue;
    }

    const size_t flags = judge (rule, values[i], centre[i], spreads ? spreads[i] : NAN);
    if (!skips || flags & (SIDE_UP | SIDE_DOWN))
      order[n++] = i << N_FLAGS | flags;
  }

  return n;
}

static bool
is_hit (const Scan *scan, size_t j)
{
  return scan->order[j] & (scan->direction > 0 ? HIT_UP : HIT_DOWN);
}

static bool
is_on_side (const Scan *scan, size_t j)
{
  return scan->order[j] & (scan->direction > 0 ? SIDE_UP : SIDE_DOWN);
}

static bool
is_step (const Scan *scan, size_t j)
{
  const double here = scan->values[scan->order[j] >> N_FLAGS];
  const double before = scan->values[scan->order[j - 1] >> N_FLAGS];

  return scan->direction > 0 ? here > before : here < before;
}

static void
mark_point (const Scan *scan, size_t j, KernelSignal *signal)
{
  const size_t i = scan->order[j] >> N_FLAGS;

  scan->marks[i] |= scan->direction > 0 ? 1 : 2;
  signal->first = i < signal->first ? i : signal->first;
  signal->last = i > signal->last ? i : signal->last;
}

/* Marks the window that ends with the @j-th point in order. */
static void
mark_window (const Scan *scan, size_t j, KernelSignal *signal)
{
  const KernelRule *rule = scan->rule;

  if (rule->mark == KERNEL_MARK_COMPLETION) {
    mark_point (scan, j, signal);
    return;
  }
  for (size_t k = j + 1 - rule->window; k <= j; k++) {
    if (rule->mark == KERNEL_MARK_WHOLE || rule->shape == KERNEL_RULE_TREND || is_hit (scan, k))
      mark_point (scan, k, signal);
  }
}

/* What the last @window points in order add up to, kept up as the window moves. */
typedef struct {
  size_t hits;
  size_t on_side;
  size_t steps; /* in a row */
} Window;

static void
move_window (const Scan *scan, size_t j, Window *window)
{
  const KernelRule *rule = scan->rule;

  if (rule->shape == KERNEL_RULE_TREND) {
    window->steps = j > 0 && is_step (scan, j) ? window->steps + 1 : 0;
    return;
  }

  window->hits += is_hit (scan, j);
  window->on_side += is_on_side (scan, j);
  if (j >= rule->window) {
    window->hits -= is_hit (scan, j - rule->window);
    window->on_side -= is_on_side (scan, j - rule->window);
  }
}

static bool
is_complete (const Scan *scan, size_t j, const Window *window)
{
  const KernelRule *rule = scan->rule;

  if (j + 1 < rule->window)
    return false;
  if (rule->shape == KERNEL_RULE_TREND)
    return window->steps + 1 >= rule->window;

  return window->hits >= rule->hits && (!rule->same_side || window->on_side == rule->window);
}

/* Windows that are complete at neighbouring points are one signal. */
static size_t
scan_order (const Scan *scan, KernelSignal *signals)
{
  Window window = { 0, 0, 0 };
  bool was_complete = false;
  size_t n = 0;

  for (size_t j = 0; j < scan->n_order; j++) {
    move_window (scan, j, &window);

    const bool complete = is_complete (scan, j, &window);
    if (complete && !was_complete)
      signals[n++] = (KernelSignal){ scan->direction, SIZE_MAX, 0, scan->order[j] >> N_FLAGS };
    if (complete)
      mark_window (scan, j, &signals[n - 1]);
    was_complete = complete;
  }

  return n;
}

/* First index after @first that is no neighbour of the one before, or @n. */
static size_t
stretch_end (size_t n, const double *values, const uint8_t *joined, size_t first)
{
  size_t end = first + 1;

  if (isnan (values[first]))
    return end;
  while (end < n && (!joined || joined[end]) && !isnan (values[end]))
    end++;

  return end;
}

/**
 * kernel_rule:
 * @n: number of points
 * @values: shape (@n), NaN where missing
 * @centre: shape (@n), the centre line, in the unit of @values
 * @spreads: (nullable): shape (@n), what the rule's distance counts in, the unit of
 *   @values; NaN where there is none; may be `NULL` for a trend or a distance of 0
 * @joined: (nullable): shape (@n), 0 where the point is no neighbour of the one before
 * @rule: the rule
 * @work: shape (@n), overwritten
 * @signals: (out): shape (@n), the patterns found, by stretch, upward ones first
 * @marks: (out): shape (@n), the points of the signals: bit 0 of upward, bit 1 of
 *   downward ones; a signal's points are those so marked from its first to its last
 * @n_signals: (out): how many patterns
 *
 * Looks for one rule's patterns, in both directions.
 *
 * A window is always @rule's full number of points that are neighbours; missing
 * values and @joined of 0 end it.  Complete windows that end at neighbouring points
 * are one signal: twelve points in a row beyond a limit are found once.
 * O(n window) time at most, no allocation.
 *
 * Source: Western Electric, Statistical Quality Control Handbook (1956), for the
 * n-of-m form; the policies are those in which published tools differ.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if the rule's window is 0, or its hits
 *   are 0 or more than its window
 */
KernelStatus
kernel_rule (size_t n,
             const double *values,
             const double *centre,
             const double *spreads,
             const uint8_t *joined,
             const KernelRule *rule,
             size_t *work,
             KernelSignal *signals,
             uint8_t *marks,
             size_t *n_signals)
{
  const bool is_beyond = rule->shape == KERNEL_RULE_BEYOND;
  size_t found = 0;

  if (rule->window == 0 || (is_beyond && (rule->hits == 0 || rule->hits > rule->window)))
    return KERNEL_ERR_PARAMETER;
  if (is_beyond && !(rule->distance >= 0 && (rule->distance == 0 || spreads)))
    return KERNEL_ERR_PARAMETER;

  memset (marks, 0, n);
  for (size_t first = 0, end; first < n; first = end) {
    end = stretch_end (n, values, joined, first);
    if (end - first < rule->window)
      continue;

    const size_t n_order = judge_stretch (rule, values, centre, spreads, first, end, work);
    Scan scan = { values, rule, work, n_order, 1, marks };
    found += scan_order (&scan, signals + found);
    scan.direction = -1;
    found += scan_order (&scan, signals + found);
  }
  *n_signals = found;

  return KERNEL_OK;
}

/**
 * kernel_limits_false_alarm:
 * @n: number of points
 * @width: distance of the limits from the centre, in spreads
 *
 * Chance that at least one of @n independent normal values lies beyond limits that
 * are known: 1 - (1 - p)^n with p the two-sided tail.
 *
 * Source: by definition.
 *
 * Returns: the chance; NaN if @width is not positive
 */
double
kernel_limits_false_alarm (size_t n, double width)
{
  if (!(width > 0))
    return NAN;

  return -expm1 ((double) n * log1p (-erfc (width / sqrt (2))));
}
