/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/rule-watch.h"

#include "kernel/side.h"
#include "trend/chart-patterns.h"

#include <math.h>

void
rule_watch_init (RuleWatch *self,
                 const char *set,
                 const Rule *rule,
                 const ChartDrawing *drawing,
                 int only)
{
  *self = (RuleWatch){ .set = set,
                       .rule = rule,
                       .pattern = chart_patterns_scale (rule, drawing),
                       .only = only,
                       .passes_gaps = rule->pattern.skips_missing || drawing->bridges,
                       .tail = g_array_new (FALSE, FALSE, sizeof (WatchedPoint)) };
}

void
rule_watch_clear (RuleWatch *self)
{
  g_clear_pointer (&self->tail, g_array_unref);
}

/* Dropped as if it were not there: on the centre line, or equal to the point before. */
static gboolean
is_skipped (const RuleWatch *self, const WatchedPoint *point)
{
  const KernelRule *pattern = &self->pattern;
  const GArray *tail = self->tail;

  if (pattern->tie != KERNEL_TIE_SKIPS)
    return FALSE;
  if (pattern->shape == KERNEL_RULE_TREND || pattern->shape == KERNEL_RULE_ALTERNATING)
    return tail->len > 0 && point->value == g_array_index (tail, WatchedPoint, tail->len - 1).value;

  return kernel_side (point->value, point->centre) == 0;
}

static void
look (RuleWatch *self, GArray *found)
{
  const guint n = self->tail->len;
  g_autofree double *numbers = g_new (double, 3 * (gsize) n);
  g_autofree size_t *work = g_new (size_t, n);
  g_autofree KernelSignal *signals = g_new (KernelSignal, n);
  g_autofree uint8_t *marks = g_new (uint8_t, n);
  size_t n_signals = 0;

  for (guint i = 0; i < n; i++) {
    const WatchedPoint *point = &g_array_index (self->tail, WatchedPoint, i);

    numbers[i] = point->value;
    numbers[n + i] = point->centre;
    numbers[2 * n + i] = point->spread;
  }
  KernelStatus status = kernel_rule (n, numbers, numbers + n, numbers + 2 * n, NULL, &self->pattern,
                                     work, signals, marks, &n_signals);
  g_assert (status == KERNEL_OK); /* rules are data of our own */

  for (size_t k = 0; k < n_signals; k++) {
    const WatchedPoint *first = &g_array_index (self->tail, WatchedPoint, signals[k].first);
    const WatchedPattern pattern = { self->set, self->rule->id, signals[k].direction,
                                     first->ordinal };

    if (signals[k].completed + 1 == n && (self->only == 0 || signals[k].direction == self->only))
      g_array_append_val (found, pattern);
  }
}

void
rule_watch_feed (RuleWatch *self, const WatchedPoint *point, gboolean joined, GArray *found)
{
  const gboolean is_missing = isnan (point->value);

  self->is_broken = self->is_broken || !joined || (is_missing && !self->passes_gaps);
  if (is_missing)
    return;
  if (self->is_broken)
    g_array_set_size (self->tail, 0);
  self->is_broken = FALSE;
  if (is_skipped (self, point))
    return;
  if (self->tail->len > self->pattern.window)
    g_array_remove_index (self->tail, 0);
  g_array_append_val (self->tail, *point);
  look (self, found);
}
