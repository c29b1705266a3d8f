/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-patterns.h"

#include "kernel/side.h"
#include "trend/chart-signal-private.h"

#include <math.h>
#include <string.h>

/* What looking for a rule needs, kept from one rule to the next. */
typedef struct {
  ScrutinyTimeline *timeline;
  const ChartDrawing *drawing;
  const ChartLayout *layout;
  const ChartLines *lines;
  const char *rule_set;
  double *values; /* a copy, for rules that drop points */
  guint *back;    /* which point each is, when gaps are passed over; else NULL */
  double *packed; /* values, centre and spreads of those, n each */
  uint8_t *packed_joined;
  size_t *work;
  KernelSignal *signals;
  uint8_t *marks;
  GPtrArray *found; /* of ScrutinySignal */
} Search;

static const ChartEstimate *
estimate_at (const Search *self, guint point)
{
  guint k = 0;

  while (point >= g_array_index (self->layout->stretches, ChartStretch, k).end)
    k++;

  return &g_array_index (self->lines->estimates, ChartEstimate, k);
}

/* The point of the series that place @i of what was looked at is. */
static guint
point_at (const Search *self, guint offset, size_t i)
{
  return self->back ? self->back[offset + i] : offset + (guint) i;
}

static ScrutinyDirection
direction_of (const KernelSignal *signal)
{
  if (signal->direction == 0)
    return SCRUTINY_DIRECTION_NONE;

  return signal->direction > 0 ? SCRUTINY_DIRECTION_UP : SCRUTINY_DIRECTION_DOWN;
}

static void
add_signal (Search *self, const Rule *rule, const KernelSignal *signal, guint offset)
{
  const uint8_t bit = signal->direction > 0 ? 1 : signal->direction < 0 ? 2 : 4;
  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint));

  for (size_t i = signal->first; i <= signal->last; i++) {
    const guint point = point_at (self, offset, i);

    if (self->marks[i] & bit)
      g_array_append_val (points, point);
  }
  g_ptr_array_add (self->found, scrutiny_signal_new_take (
                                    self->timeline, rule->id, self->rule_set, direction_of (signal),
                                    point_at (self, offset, signal->completed), points));
}

/* What a rule looks at: [first, first + n) of the chart's points, or of those that are
 * there, side by side, when gaps are passed over.
 */
typedef struct {
  gsize n;
  guint offset; /* of add_signal() */
  const double *values, *centre, *spreads;
  const uint8_t *joined;
} View;

/* Puts the points that are there side by side; @joined as the rule needs it. */
static View
pack_points (Search *self, const double *values, const uint8_t *joined, guint first, guint end)
{
  const ChartLines *lines = self->lines;
  double *to = self->packed;
  View view = { 0,
                first,
                to + first,
                to + lines->n + first,
                to + 2 * (gsize) lines->n + first,
                self->packed_joined + first };
  gboolean starts = TRUE;

  for (guint i = first; i < end; i++) {
    starts = starts || !joined[i];
    if (isnan (values[i]))
      continue;
    const gsize k = first + view.n++;
    self->back[k] = i;
    to[k] = values[i];
    to[lines->n + k] = lines->centre[i];
    to[2 * (gsize) lines->n + k] = lines->spreads[i];
    self->packed_joined[k] = !starts;
    starts = FALSE;
  }

  return view;
}

static View
look_at (Search *self, const double *values, const uint8_t *joined, guint first, guint end)
{
  const ChartLines *lines = self->lines;

  if (self->back)
    return pack_points (self, values, joined, first, end);

  return (
      View){ end - first,   first, values + first, lines->centre + first, lines->spreads + first,
             joined + first };
}

KernelRule
chart_patterns_scale (const Rule *rule, const ChartDrawing *drawing)
{
  KernelRule pattern = rule->pattern;

  pattern.distance =
      rule->how == RULE_BEYOND_LIMITS ? drawing->width : pattern.distance * (drawing->width / 3);
  pattern.reach *= drawing->width / 3;

  return pattern;
}

/* Neighbouring ranges, averages and sums share values: only their limit holds. */
gboolean
chart_patterns_has (const Rule *rule, ScrutinyChartKind kind)
{
  if (kind == SCRUTINY_CHART_KIND_RUN)
    return !rule_needs_limits (rule);

  return (kind != SCRUTINY_CHART_KIND_MR && !chart_kind_is_summing (kind)) ||
         rule->how == RULE_BEYOND_LIMITS;
}

static void
find_pattern_in (Search *self, const Rule *rule, const double *values, int only)
{
  const ChartLines *lines = self->lines;
  const View view = look_at (self, values, lines->joined, 0, lines->n);
  const KernelRule pattern = chart_patterns_scale (rule, self->drawing);
  size_t n_signals = 0;
  KernelStatus status = kernel_rule (view.n, view.values, view.centre, view.spreads, view.joined,
                                     &pattern, self->work, self->signals, self->marks, &n_signals);
  g_assert (status == KERNEL_OK); /* rules are data of our own */

  for (size_t i = 0; i < n_signals; i++) {
    const KernelSignal *signal = &self->signals[i];
    const ChartEstimate *estimate = estimate_at (self, point_at (self, 0, signal->first));

    if ((estimate->n_used >= CHART_FEWEST_POINTS || estimate->is_known) &&
        (only == 0 || signal->direction == only))
      add_signal (self, rule, signal, 0);
  }
}

/* A CUSUM chart has two sums, each of which can be too far on its own side only. */
static void
find_pattern (Search *self, const Rule *rule)
{
  const ChartLines *lines = self->lines;

  find_pattern_in (self, rule, lines->values, lines->down ? 1 : 0);
  if (lines->down)
    find_pattern_in (self, rule, lines->down, -1);
}

/* In the cut corner the longest run allowed is one too long. */
static size_t
longest_allowed (const Rule *rule, const KernelRuns *runs)
{
  const KernelRunBox box = kernel_run_box (rule->box, runs->useful, runs->chances);
  const gboolean is_cut = runs->longest == box.longest_max && runs->crossings < box.crossings_there;

  return is_cut ? box.longest_max - 1 : box.longest_max;
}

gboolean
chart_patterns_is_long (const Rule *rule, const KernelRuns *runs)
{
  return runs->useful >= CHART_FEWEST_USEFUL && runs->longest > longest_allowed (rule, runs);
}

gboolean
chart_patterns_is_few (const Rule *rule, const KernelRuns *runs)
{
  const KernelRunBox box = kernel_run_box (rule->box, runs->useful, runs->chances);

  return runs->useful >= CHART_FEWEST_USEFUL &&
         (runs->crossings < box.crossings_min ||
          (runs->crossings == box.crossings_min && runs->longest > box.longest_there));
}

static void
find_long_runs (Search *self,
                const Rule *rule,
                const ChartStretch *stretch,
                const ChartEstimate *estimate)
{
  const ChartLines *lines = self->lines;
  const guint first = stretch->first;
  const size_t longest_max = longest_allowed (rule, &estimate->runs);
  KernelRule pattern = rule->pattern;
  size_t n_signals = 0;

  if (!chart_patterns_is_long (rule, &estimate->runs))
    return;

  /* What was left out is dropped as if it lay on the centre. */
  for (guint i = first; i < stretch->end; i++)
    self->values[i] = lines->counted[i] ? lines->values[i] : lines->centre[i];
  pattern.hits = pattern.window = longest_max + 1;
  const View view = look_at (self, self->values, lines->follows, first, stretch->end);
  KernelStatus status = kernel_rule (view.n, view.values, view.centre, NULL, view.joined, &pattern,
                                     self->work, self->signals, self->marks, &n_signals);
  g_assert (status == KERNEL_OK);

  for (size_t i = 0; i < n_signals; i++)
    add_signal (self, rule, &self->signals[i], first);
}

/* A pattern of every point of the stretch that is not on the centre line. */
static void
add_all_useful (Search *self, const Rule *rule, const ChartStretch *stretch)
{
  const ChartLines *lines = self->lines;
  GArray *points = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = stretch->first; i < stretch->end; i++) {
    if (lines->counted[i] && kernel_side (lines->values[i], lines->centre[i]) != 0)
      g_array_append_val (points, i);
  }
  const guint last = g_array_index (points, guint, points->len - 1);
  g_ptr_array_add (self->found, scrutiny_signal_new_take (self->timeline, rule->id, self->rule_set,
                                                          SCRUTINY_DIRECTION_NONE, last, points));
}

static void
find_few_crossings (Search *self,
                    const Rule *rule,
                    const ChartStretch *stretch,
                    const ChartEstimate *estimate)
{
  if (chart_patterns_is_few (rule, &estimate->runs))
    add_all_useful (self, rule, stretch);
}

/* Too few and too many by chance alone, in this share of series each. */
#define ODD_COUNT 0.025

gboolean
chart_patterns_is_odd (const KernelRunCount *count, size_t *least, size_t *most)
{
  size_t few, many;

  if (count->above + count->below < CHART_FEWEST_USEFUL ||
      kernel_run_count_limits (count->above, count->below, ODD_COUNT, &few, &many) != KERNEL_OK)
    return FALSE;
  *least = few + 1;
  *most = many - 1;

  return count->runs <= few || count->runs >= many;
}

static void
find_run_count (Search *self, const Rule *rule, const ChartStretch *stretch)
{
  const ChartLines *lines = self->lines;
  const guint first = stretch->first;
  KernelRunCount count;
  size_t least, most;
  KernelStatus status = kernel_run_count (stretch->end - first, lines->values + first,
                                          lines->centre + first, lines->counted + first, &count);

  g_assert (status == KERNEL_OK);
  if (chart_patterns_is_odd (&count, &least, &most))
    add_all_useful (self, rule, stretch);
}

static void
find_rule (Search *self, const Rule *rule)
{
  if (!chart_patterns_has (rule, self->drawing->kind))
    return;
  if (rule->how == RULE_PATTERN || rule->how == RULE_BEYOND_LIMITS) {
    find_pattern (self, rule);
    return;
  }

  for (guint k = 0; k < self->lines->estimates->len; k++) {
    const ChartStretch *stretch = &g_array_index (self->layout->stretches, ChartStretch, k);
    const ChartEstimate *estimate = &g_array_index (self->lines->estimates, ChartEstimate, k);

    if (estimate->runs.useful < CHART_FEWEST_USEFUL)
      continue;
    if (rule->how == RULE_RUN_COUNT)
      find_run_count (self, rule, stretch);
    else if (rule->how == RULE_LONG_RUN)
      find_long_runs (self, rule, stretch, estimate);
    else
      find_few_crossings (self, rule, stretch, estimate);
  }
}

static guint
first_point (ScrutinySignal *signal)
{
  gsize n_points;

  return scrutiny_signal_get_points (signal, &n_points)[0];
}

static int
compare_signals (gconstpointer a, gconstpointer b)
{
  const guint x = first_point (*(ScrutinySignal *const *) a);
  const guint y = first_point (*(ScrutinySignal *const *) b);

  return (x > y) - (x < y);
}

GPtrArray *
chart_patterns_find (ScrutinyTimeline *timeline,
                     const ChartDrawing *drawing,
                     const ChartLayout *layout,
                     const ChartLines *lines,
                     const RuleSet *const *sets,
                     guint n_sets)
{
  const gsize n = lines->n;
  g_autofree double *values = g_new (double, n);
  g_autofree size_t *work = g_new (size_t, n);
  g_autofree KernelSignal *signals = g_new (KernelSignal, n);
  g_autofree uint8_t *marks = g_new (uint8_t, n);
  g_autofree guint *back = drawing->bridges ? g_new (guint, n) : NULL;
  g_autofree double *packed = drawing->bridges ? g_new (double, 3 * n) : NULL;
  g_autofree uint8_t *packed_joined = drawing->bridges ? g_new (uint8_t, n) : NULL;
  Search search = { .timeline = timeline,
                    .drawing = drawing,
                    .layout = layout,
                    .lines = lines,
                    .rule_set = "",
                    .values = values,
                    .back = back,
                    .packed = packed,
                    .packed_joined = packed_joined,
                    .work = work,
                    .signals = signals,
                    .marks = marks };

  search.found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint k = 0; k < n_sets && n > 0; k++) {
    search.rule_set = sets[k]->name;
    for (guint r = 0; r < sets[k]->n_rules; r++)
      find_rule (&search, &sets[k]->rules[r]);
  }
  g_ptr_array_sort (search.found, compare_signals); /* stable */

  return search.found;
}
