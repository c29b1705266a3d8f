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
  SIDE_DOWN = 8, /* for shapes without a direction: HIT_UP is within or outside */
  N_FLAGS = 4,   /* bits */
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
  const bool is_below = side < 0 || (side == 0 && rule->tie == KERNEL_TIE_BELOW);
  const size_t sides = side > 0 ? SIDE_UP : is_below ? SIDE_DOWN : 0;
  const double away = rule->distance * spread;

  if (rule->shape == KERNEL_RULE_BEYOND && rule->distance == 0)
    return sides | (side > 0 ? HIT_UP : is_below ? HIT_DOWN : 0);
  if (isnan (centre + spread))
    return sides;

  const size_t hits = hit_flags (value, centre + away, centre - away, rule->inclusive);
  if (rule->shape == KERNEL_RULE_WITHIN)
    return sides | (kernel_side (value, centre + away) < 0 && kernel_side (value, centre - away) > 0
                        ? HIT_UP
                        : 0);
  if (rule->shape == KERNEL_RULE_OUTSIDE)
    return sides | (hits ? HIT_UP : 0);
  if (rule->reach > 0 && (kernel_side (value, centre + rule->reach * spread) > 0 ||
                          kernel_side (value, centre - rule->reach * spread) < 0))
    return sides;

  return sides | hits;
}

static bool
compares_neighbours (const KernelRule *rule)
{
  return rule->shape == KERNEL_RULE_TREND || rule->shape == KERNEL_RULE_ALTERNATING;
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
    if (isnan (values[i]))
      continue;
    if (compares_neighbours (rule)) {
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
  return scan->order[j] & (scan->direction >= 0 ? HIT_UP : HIT_DOWN);
}

/* On the side that is looked for, or with @sign -1 on the other. */
static bool
is_on_side (const Scan *scan, size_t j, int sign)
{
  return scan->order[j] & ((scan->direction >= 0) == (sign > 0) ? SIDE_UP : SIDE_DOWN);
}

/* 1 up, -1 down, 0 neither, from the point before. */
static int
step_at (const Scan *scan, size_t j)
{
  const double here = scan->values[scan->order[j] >> N_FLAGS];
  const double before = scan->values[scan->order[j - 1] >> N_FLAGS];

  return (here > before) - (here < before);
}

static void
mark_point (const Scan *scan, size_t j, KernelSignal *signal)
{
  const size_t i = scan->order[j] >> N_FLAGS;

  scan->marks[i] |= scan->direction > 0 ? 1 : scan->direction < 0 ? 2 : 4;
  signal->first = i < signal->first ? i : signal->first;
  signal->last = i > signal->last ? i : signal->last;
}

/* Marks all that is there from the @k-th to the @j-th point in order. */
static void
mark_span (const Scan *scan, size_t k, size_t j, KernelSignal *signal)
{
  const size_t last = scan->order[j] >> N_FLAGS;

  mark_point (scan, k, signal);
  mark_point (scan, j, signal);
  for (size_t i = scan->order[k] >> N_FLAGS; i <= last; i++) {
    if (!isnan (scan->values[i]))
      scan->marks[i] |= scan->direction > 0 ? 1 : scan->direction < 0 ? 2 : 4;
  }
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
  if (rule->mark == KERNEL_MARK_SPAN) {
    mark_span (scan, j + 1 - rule->window, j, signal);
    return;
  }
  for (size_t k = j + 1 - rule->window; k <= j; k++) {
    if (rule->mark == KERNEL_MARK_WHOLE || compares_neighbours (rule) || is_hit (scan, k))
      mark_point (scan, k, signal);
  }
}

/* What the last @window points in order add up to, kept up as the window moves. */
typedef struct {
  size_t hits;
  size_t on_side;
  size_t on_other; /* side */
  size_t steps;    /* in a row */
} Window;

/* Steps in a row that go the way that is looked for, or that each turn round. */
static size_t
count_steps (const Scan *scan, size_t j, size_t before)
{
  const int step = j > 0 ? step_at (scan, j) : 0;

  if (scan->rule->shape == KERNEL_RULE_TREND)
    return step == scan->direction ? before + 1 : 0;
  if (step == 0)
    return 0;

  return j > 1 && step_at (scan, j - 1) == -step ? before + 1 : 1;
}

static void
move_window (const Scan *scan, size_t j, Window *window)
{
  const KernelRule *rule = scan->rule;
  const bool is_full = j >= rule->window;
  const size_t gone = is_full ? j - rule->window : 0;

  if (compares_neighbours (rule)) {
    window->steps = count_steps (scan, j, window->steps);
    return;
  }

  window->hits += is_hit (scan, j);
  window->on_side += is_on_side (scan, j, 1);
  window->on_other += is_on_side (scan, j, -1);
  if (is_full) {
    window->hits -= is_hit (scan, gone);
    window->on_side -= is_on_side (scan, gone, 1);
    window->on_other -= is_on_side (scan, gone, -1);
  }
}

static bool
is_complete (const Scan *scan, size_t j, const Window *window)
{
  const KernelRule *rule = scan->rule;

  if (j + 1 < rule->window)
    return false;
  if (compares_neighbours (rule))
    return window->steps + 1 >= rule->window;
  if (rule->shape == KERNEL_RULE_WITHIN)
    return window->hits == rule->window;
  if (rule->shape == KERNEL_RULE_OUTSIDE)
    return window->hits == rule->window && window->on_side > 0 && window->on_other > 0;

  return window->hits >= rule->hits && (!rule->ends_beyond || is_hit (scan, j)) &&
         (!rule->same_side || window->on_side == rule->window);
}

/* Windows that are complete at neighbouring points are one signal. */
static size_t
scan_order (const Scan *scan, KernelSignal *signals)
{
  Window window = { 0, 0, 0, 0 };
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
stretch_end (size_t n, const double *values, const uint8_t *joined, bool bridges, size_t first)
{
  size_t end = first + 1;

  if (isnan (values[first]) && !bridges)
    return end;
  while (end < n && (!joined || joined[end]) && (bridges || !isnan (values[end])))
    end++;

  return end;
}

/* A point more, 0 or 1, of those in the last @window, of which @recent has a bit each. */
static size_t
count_on (size_t count, uint64_t *recent, size_t window, uint64_t hit)
{
  const size_t moved = count + (size_t) hit - (size_t) (*recent >> (window - 1) & 1);

  *recent = *recent << 1 | hit;

  return moved;
}

/* Whether any @window points hold as many hits as a pattern needs, if all were neighbours and
 * whatever a policy may turn into a hit were one.  Most series hold none: their points need
 * not be judged one by one.
 */
static bool
may_hold_pattern (size_t n,
                  const double *values,
                  const double *centre,
                  const double *spreads,
                  const KernelRule *rule)
{
  const bool counts_ties = rule->inclusive || rule->tie != KERNEL_TIE_BREAKS;
  const double slack = (counts_ties ? -16 : 16) * DBL_EPSILON;
  uint64_t recent_up = 0, recent_down = 0;
  size_t n_up = 0, n_down = 0;

  for (size_t i = 0; i < n; i++) {
    const double away = rule->distance == 0 ? 0 : rule->distance * spreads[i];
    const double above = centre[i] + away, below = centre[i] - away;

    n_up = count_on (n_up, &recent_up, rule->window, values[i] >= above + slack * fabs (above));
    n_down =
        count_on (n_down, &recent_down, rule->window, values[i] <= below - slack * fabs (below));
    if (n_up >= rule->hits || n_down >= rule->hits)
      return true;
  }

  return false;
}

/* Points that are dropped bring others together; only where all of a window are on one side
 * does a dropped one do as a hit.
 */
static bool
can_be_ruled_out (const KernelRule *rule)
{
  return rule->shape == KERNEL_RULE_BEYOND && !rule->skips_missing && rule->window <= 64 &&
         (rule->tie != KERNEL_TIE_SKIPS || (rule->hits == rule->window && rule->distance == 0));
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
 *   downward ones, bit 2 of those without a direction; a signal's points are those so marked from
 * its first to its last
 * @n_signals: (out): how many patterns
 *
 * Looks for one rule's patterns, in both directions.
 *
 * A window is always @rule's full number of points that are neighbours; missing
 * values, unless the rule skips them, and @joined of 0 end it.  Complete windows that end at
 * neighbouring points are one signal: twelve points in a row beyond a limit are found once. O(n
 * window) time at most, no allocation.
 *
 * Source: Western Electric, Statistical Quality Control Handbook (1956), for the
 * n-of-m form; the policies are those in which published tools differ.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER if the rule's window is 0, or its hits
 *   are 0 or more than its window, or it lacks a distance that it needs
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
  const bool has_direction = is_beyond || rule->shape == KERNEL_RULE_TREND;
  size_t found = 0;

  if (rule->window == 0 || (is_beyond && (rule->hits == 0 || rule->hits > rule->window)))
    return KERNEL_ERR_PARAMETER;
  if (!compares_neighbours (rule) && !(rule->distance >= 0 && (rule->distance == 0 || spreads)))
    return KERNEL_ERR_PARAMETER;
  if (!is_beyond && !compares_neighbours (rule) && rule->distance == 0)
    return KERNEL_ERR_PARAMETER;

  memset (marks, 0, n);
  *n_signals = 0;
  if (can_be_ruled_out (rule) && !may_hold_pattern (n, values, centre, spreads, rule))
    return KERNEL_OK;

  for (size_t first = 0, end; first < n; first = end) {
    end = stretch_end (n, values, joined, rule->skips_missing, first);
    if (end - first < rule->window)
      continue;

    const size_t n_order = judge_stretch (rule, values, centre, spreads, first, end, work);
    Scan scan = { values, rule, work, n_order, has_direction ? 1 : 0, marks };
    found += scan_order (&scan, signals + found);
    scan.direction = -1;
    if (has_direction)
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
