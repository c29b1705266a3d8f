/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-follower.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "base/timeline-private.h"
#include "kernel/rare-event.h"
#include "kernel/side.h"
#include "trend/chart-patterns.h"
#include "trend/rule-text.h"

#include <math.h>
#include <string.h>

#define MOST_OF_A_NAME 40

static void
followed_rule_clear (gpointer rule)
{
  rule_watch_clear (&((FollowedRule *) rule)->watch);
}

static void
add_rule (ChartFollower *self, const char *set, const Rule *rule, int only)
{
  FollowedRule followed = { .is_of_runs = rule->how == RULE_LONG_RUN ||
                                          rule->how == RULE_FEW_CROSSINGS ||
                                          rule->how == RULE_RUN_COUNT };

  rule_watch_init (&followed.watch, set, rule, &self->drawing, only);
  g_array_append_val (self->rules, followed);
}

/* A CUSUM chart has two sums, each of which can be too far on its own side only. */
static void
add_set (ChartFollower *self, const RuleSet *set)
{
  const gboolean has_two = self->drawing.kind == SCRUTINY_CHART_KIND_CUSUM;

  for (guint k = 0; k < set->n_rules; k++) {
    if (!chart_patterns_has (&set->rules[k], self->drawing.kind))
      continue;
    add_rule (self, set->name, &set->rules[k], has_two ? 1 : 0);
    if (has_two)
      add_rule (self, set->name, &set->rules[k], -1);
  }
}

gboolean
chart_follower_set_rules (ChartFollower *self, const char *const *names, GError **error)
{
  self->names = g_strdupv ((char **) names);
  self->own_sets = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_text_free);
  self->rules = g_array_new (FALSE, FALSE, sizeof (FollowedRule));
  g_array_set_clear_func (self->rules, followed_rule_clear);
  for (guint k = 0; names[k]; k++) {
    const RuleSet *set = rule_set_find (names[k]);

    if (!set) {
      RuleSet *own = rule_text_parse (names[k], error);
      if (!own)
        return FALSE;
      g_ptr_array_add (self->own_sets, own);
      set = own;
    }
    add_set (self, set);
  }

  return TRUE;
}

void
chart_follower_clear (ChartFollower *self)
{
  g_clear_pointer (&self->rules, g_array_unref);
  g_clear_pointer (&self->own_sets, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_strfreev);
}

/* What was fed as the chart's rules see it, before it is a range, an average or a sum. */
static double
value_of (const ChartFollower *self, double value, double *size)
{
  const ScrutinyChartKind kind = self->drawing.kind;

  if (chart_kind_has_denominators (kind)) {
    *size = *size > 0 && !isnan (value) ? *size : NAN;
    return value / *size;
  }

  return kind == SCRUTINY_CHART_KIND_T ? kernel_time_between_to_scale (value) : value;
}

static double
range_of (const ChartFollower *self, double value, gboolean joined, gboolean is_excluded)
{
  if (self->drawing.bridges)
    return is_excluded ? NAN : fabs (value - self->last_there);

  return joined ? fabs (value - self->last_value) : NAN;
}

static void
take_average (ChartFollower *self, double value, gboolean joined, ChartPoint *point)
{
  if (isnan (value) || !joined)
    self->ewma = (KernelEwma){ self->estimate.centre, 1 };
  point->value = point->spread = NAN;
  if (isnan (value))
    return;
  point->spread =
      kernel_ewma_step (self->drawing.weight, value, &self->ewma) * self->estimate.sigma;
  point->value = self->ewma.average;
}

static void
take_sums (ChartFollower *self, double value, gboolean joined, ChartPoint *point)
{
  const double sigma = self->estimate.sigma;

  if (isnan (value) || !joined)
    self->cusum = (KernelCusum){ 0, 0 };
  if (!isnan (value))
    kernel_cusum_step (value, self->estimate.centre,
                       isnan (sigma) ? 0 : self->drawing.allowance * sigma, &self->cusum);
  point->value = isnan (value) ? NAN : self->cusum.above;
  point->down = isnan (value) ? NAN : self->cusum.below;
  point->spread = self->drawing.decision * sigma / self->drawing.width;
}

static void
take_runs (ChartFollower *self,
           gint64 ordinal,
           const ChartPoint *point,
           gboolean counts,
           gboolean follows)
{
  const size_t longest = self->runs.runs.longest;
  const int side = counts ? kernel_side (point->value, point->centre) : 0;

  kernel_runs_step (side, follows, &self->runs);
  if (side == 0)
    return;
  self->count.above += side > 0;
  self->count.below += side < 0;
  self->count.runs += side != self->count_side;
  self->count_side = side;
  if (self->runs.length == 1)
    self->run_start = ordinal;
  if (self->runs.runs.useful == 1)
    self->first_useful = ordinal;
  if (self->runs.runs.longest > longest) {
    self->longest_start = self->run_start;
    self->longest_side = side;
  }
}

static gboolean
says_so (const ChartFollower *self, const Rule *rule)
{
  size_t least, most;

  if (rule->how == RULE_RUN_COUNT)
    return chart_patterns_is_odd (&self->count, &least, &most);

  return rule->how == RULE_LONG_RUN ? chart_patterns_is_long (rule, &self->runs.runs)
                                    : chart_patterns_is_few (rule, &self->runs.runs);
}

static void
look_at_runs (ChartFollower *self, FollowedRule *followed, GArray *found)
{
  const Rule *rule = followed->watch.rule;
  const gboolean is_long = rule->how == RULE_LONG_RUN;
  const gboolean is_now = says_so (self, rule);
  const WatchedPattern pattern = { followed->watch.set, rule->id, is_long ? self->longest_side : 0,
                                   is_long ? self->longest_start : self->first_useful };

  if (is_now && !followed->was)
    g_array_append_val (found, pattern);
  followed->was = is_now;
}

static void
hold_against_rules (ChartFollower *self,
                    gint64 ordinal,
                    const ChartPoint *point,
                    gboolean joined,
                    GArray *found)
{
  for (guint k = 0; k < self->rules->len; k++) {
    FollowedRule *followed = &g_array_index (self->rules, FollowedRule, k);
    const WatchedPoint here = { ordinal, followed->watch.only < 0 ? point->down : point->value,
                                point->centre, point->spread };

    if (followed->is_of_runs)
      look_at_runs (self, followed, found);
    else
      rule_watch_feed (&followed->watch, &here, joined, found);
  }
}

static gboolean
follows_last (const ChartFollower *self, gint64 ordinal, double value)
{
  if (self->n == 0)
    return FALSE;

  return self->drawing.bridges ||
         (ordinal == self->last + 1 && !isnan (value) && !isnan (self->last_value));
}

void
chart_follower_take (ChartFollower *self,
                     gint64 ordinal,
                     double value,
                     double size,
                     gboolean is_excluded,
                     ChartPoint *point,
                     GArray *found)
{
  const ScrutinyChartKind kind = self->drawing.kind;
  const double here = value_of (self, value, &size);
  const gboolean follows = follows_last (self, ordinal, here);
  gboolean joined = follows && !is_excluded && !self->is_last_excluded;

  *point = (ChartPoint){ here, NAN, NAN, NAN, NAN, NAN };
  if (kind == SCRUTINY_CHART_KIND_MR)
    point->value = range_of (self, here, joined, is_excluded);
  else if (kind == SCRUTINY_CHART_KIND_EWMA)
    take_average (self, here, joined, point);
  else if (kind == SCRUTINY_CHART_KIND_CUSUM)
    take_sums (self, here, joined, point);
  if (kind == SCRUTINY_CHART_KIND_MR && !self->drawing.bridges)
    joined = self->n > 0 && ordinal == self->last + 1 && !isnan (point->value) &&
             !isnan (self->last_range);

  chart_lines_draw_point (&self->drawing, &self->estimate, self->are_shares,
                          (double) (ordinal - self->start), size, point);
  take_runs (self, ordinal, point, !is_excluded, follows);
  hold_against_rules (self, ordinal, point, joined, found);
  self->n++;
  self->last = ordinal;
  self->last_value = here;
  self->last_range = point->value;
  self->is_last_excluded = is_excluded;
  if (!isnan (here) && !is_excluded)
    self->last_there = here;
}

double
chart_follower_show (const ChartFollower *self, double number)
{
  const ChartLines lines = { .unit = self->unit,
                             .is_time = self->drawing.kind == SCRUTINY_CHART_KIND_T };

  return chart_lines_show (&lines, number);
}

static gboolean
check_chart (const DrawnChart *chart, GError **error)
{
  const ChartEstimate *estimate = chart->lines->estimates->len == 0
                                      ? NULL
                                      : &g_array_index (chart->lines->estimates, ChartEstimate,
                                                        chart->lines->estimates->len - 1);
  const guint n_used = estimate ? estimate->n_used : 0;

  if (estimate && !isnan (estimate->centre) && !chart->is_short &&
      (n_used >= CHART_FEWEST_POINTS || estimate->is_known))
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, NULL,
                         "Chart: its last lines rest on %u values, and further points are held "
                         "against lines that rest on %u or more; take a longer baseline",
                         n_used, chart->is_short ? CHART_FEWEST_FOR_LIMITS : CHART_FEWEST_POINTS);

  return FALSE;
}

/* The points of the last stretch, so that what they began goes on. */
static void
take_chart (ChartFollower *self, const DrawnChart *chart, const ChartStretch *stretch)
{
  ScrutinySeries *series = chart->series;
  const gint64 *ordinals =
      scrutiny_timeline_get_ordinals (scrutiny_series_get_timeline (series), NULL);
  const gboolean has_counts = chart_kind_has_denominators (self->drawing.kind);
  const double *values = has_counts ? scrutiny_series_get_numerators (series, NULL)
                                    : scrutiny_series_get_values (series, NULL);
  const double *sizes = has_counts         ? scrutiny_series_get_denominators (series, NULL)
                        : chart->subgroups ? scrutiny_subgroups_get_sizes (chart->subgroups, NULL)
                                           : NULL;
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (WatchedPattern));
  ChartPoint point;

  for (guint i = stretch->first; i < stretch->end; i++)
    chart_follower_take (self, ordinals[i], values[i], sizes ? sizes[i] : 1,
                         chart->layout->excluded[i], &point, found);
}

gboolean
chart_follower_init (ChartFollower *self, const DrawnChart *chart, GError **error)
{
  g_autofree const char **names = g_new0 (const char *, chart->n_sets + 1);

  *self = (ChartFollower){ .drawing = *chart->drawing };
  if (!check_chart (chart, error))
    return FALSE;

  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (chart->series);
  const guint last = chart->layout->stretches->len - 1;
  const ChartStretch *stretch = &g_array_index (chart->layout->stretches, ChartStretch, last);
  self->estimate = g_array_index (chart->lines->estimates, ChartEstimate, last);
  self->drawing.profile = NULL;
  self->drawing.constants = NULL;
  self->drawing.constants_name = NULL;
  self->like = scrutiny_timeline_get_period (timeline, stretch->first);
  self->start = self->like.ordinal;
  self->run_start = self->longest_start = self->first_useful = self->start;
  self->unit = chart->lines->unit;
  self->are_shares = chart->lines->are_shares;
  self->last_value = self->last_range = self->last_there = NAN;
  self->ewma = (KernelEwma){ self->estimate.centre, 1 };
  for (guint k = 0; k < chart->n_sets; k++)
    names[k] = chart->sets[k]->name;
  if (!chart_follower_set_rules (self, names, error))
    return FALSE;
  take_chart (self, chart, stretch);

  return TRUE;
}
