/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/rule.h"

#include "kernel/side.h"

#include <string.h>

/* The arguments that every step needs. */
typedef struct {
  const double *values;
  const double *centre;
  const double *spreads;
  const KernelRule *rule;
  const size_t *order; /* the points that count, in time */
  size_t n_order;
  int direction;
  uint8_t *marks;
} Scan;

static bool
is_hit (const Scan *scan, size_t i)
{
  const double distance = scan->rule->distance;
  const double away = distance > 0 ? scan->direction * distance * scan->spreads[i] : 0;
  const double line = scan->centre[i] + away;
  const int side = kernel_side (scan->values[i], line);

  if (side == 0 && scan->rule->inclusive && distance > 0)
    return scan->values[i] == scan->values[i] && line == line;

  return side == scan->direction;
}

static bool
is_step (const Scan *scan, size_t j)
{
  const double step = scan->values[scan->order[j]] - scan->values[scan->order[j - 1]];

  return step * scan->direction > 0;
}

/* Drops from @first ... @end the points that the rule skips. */
static size_t
keep_order (const Scan *scan, size_t first, size_t end, size_t *order)
{
  const bool skips = scan->rule->tie == KERNEL_TIE_SKIPS;
  size_t n = 0;

  for (size_t i = first; i < end; i++) {
    bool is_tie = false;

    if (skips && scan->rule->shape == KERNEL_RULE_TREND)
      is_tie = n > 0 && scan->values[i] == scan->values[order[n - 1]];
    else if (skips)
      is_tie = kernel_side (scan->values[i], scan->centre[i]) == 0;
    if (!is_tie)
      order[n++] = i;
  }

  return n;
}

static void
mark_point (const Scan *scan, size_t i, KernelSignal *signal)
{
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
    mark_point (scan, scan->order[j], signal);
    return;
  }
  for (size_t k = j + 1 - rule->window; k <= j; k++) {
    const size_t i = scan->order[k];

    if (rule->mark == KERNEL_MARK_WHOLE || rule->shape == KERNEL_RULE_TREND || is_hit (scan, i))
      mark_point (scan, i, signal);
  }
}

/* What the last @window points in order add up to, kept up as the window moves. */
typedef struct {
  size_t hits;
  size_t same_side;
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

  const size_t in = scan->order[j];
  window->hits += is_hit (scan, in);
  window->same_side += kernel_side (scan->values[in], scan->centre[in]) == scan->direction;
  if (j >= rule->window) {
    const size_t out = scan->order[j - rule->window];

    window->hits -= is_hit (scan, out);
    window->same_side -= kernel_side (scan->values[out], scan->centre[out]) == scan->direction;
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

  return window->hits >= rule->hits && (!rule->same_side || window->same_side == rule->window);
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
      signals[n++] = (KernelSignal){ scan->direction, SIZE_MAX, 0, scan->order[j] };
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

    Scan scan = { values, centre, spreads, rule, work, 0, 1, marks };
    scan.n_order = keep_order (&scan, first, end, work);
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
