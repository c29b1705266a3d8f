/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-making.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "trend/chart-choice.h"
#include "trend/rule-text.h"
#include "trend/season.h"
#include "trend/step-words.h"

#include <math.h>
#include <string.h>

#define MOST_OF_A_NAME 40

static gboolean
set_rules (ChartMaking *self, GError **error)
{
  const char *const *names = chart_drawing_get_rules (&self->drawing, self->options);

  self->sets = g_new0 (const RuleSet *, g_strv_length ((char **) names) + 1);
  for (guint k = 0; names[k]; k++) {
    self->sets[k] = rule_set_find (names[k]);
    if (!self->sets[k] && strchr (names[k], ' ')) {
      RuleSet *own = rule_text_parse (names[k], error);
      if (!own)
        return FALSE;
      if (!self->own_sets)
        self->own_sets = g_ptr_array_new_with_free_func ((GDestroyNotify) rule_text_free);
      g_ptr_array_add (self->own_sets, own);
      self->sets[k] = own;
    }
    if (!self->sets[k]) {
      g_autofree char *said = printable_dup (names[k], MOST_OF_A_NAME);
      g_autofree char *known = rule_set_dup_names ();
      scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "rules", names[k],
                             "Rules: there is no set called “%s”; there are %s", said, known);
      return FALSE;
    }
    self->n_sets = k + 1;
  }

  return TRUE;
}

static guint
count_usable (ChartMaking *self)
{
  const double *values = scrutiny_series_get_values (self->series, NULL);
  guint n = 0;

  for (guint i = 0; i < self->layout.n; i++)
    n += !isnan (values[i]) && !self->layout.excluded[i];

  return n;
}

static gboolean
set_drawing (ChartMaking *self, GError **error)
{
  const ScrutinyChartKind asked = scrutiny_chart_options_get_kind (self->options);

  self->n_usable = count_usable (self);
  const ScrutinyChartKind kind = self->subgroups && asked == SCRUTINY_CHART_KIND_AUTO
                                     ? SCRUTINY_CHART_KIND_XBAR
                                     : chart_choice_make (self->series, asked, self->n_usable);
  self->is_short = asked == SCRUTINY_CHART_KIND_AUTO && self->n_usable < CHART_FEWEST_FOR_LIMITS;

  return chart_choice_check (self->series, self->subgroups != NULL, kind, error) &&
         chart_drawing_init (&self->drawing, kind, self->options, error) && set_rules (self, error);
}

static guint
most_used (const ChartLines *lines)
{
  guint most = 0;

  for (guint k = 0; k < lines->estimates->len; k++)
    most = MAX (most, g_array_index (lines->estimates, ChartEstimate, k).n_used);

  return most;
}

/* Too few values anywhere to hold others against: said, not refused. */
static char *
dup_cannot_tell (const ChartMaking *self, StepWords words)
{
  g_autofree char *count = step_words_dup_count (words, self->n_usable);
  const guint most = most_used (&self->lines) + (self->drawing.kind == SCRUTINY_CHART_KIND_MR);

  if (self->n_usable < CHART_FEWEST_POINTS) {
    const guint missing = CHART_FEWEST_POINTS - self->n_usable;
    g_autofree char *more = step_words_dup_count (words, missing);

    if (self->n_usable == 0)
      return g_strdup_printf ("No %s has a value, and a reading needs %u; ask for at least %s.",
                              words.one, CHART_FEWEST_POINTS, more);
    return g_strdup_printf ("%s %s for a reading, which needs %u; ask for at least %s more.", count,
                            self->n_usable == 1 ? "is too little" : "are too few",
                            CHART_FEWEST_POINTS, more);
  }
  if (most < CHART_FEWEST_POINTS) {
    g_autofree char *used = step_words_dup_count (words, most);

    return g_strdup_printf ("No phase rests on more than %s, and a reading needs %u; choose a "
                            "longer baseline or fewer phases.",
                            used, CHART_FEWEST_POINTS);
  }

  return NULL;
}

static void
draw (ChartMaking *self)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);

  chart_lines_init (&self->lines, &self->drawing, &self->layout, self->series, self->subgroups);
  self->cannot_tell =
      dup_cannot_tell (self, step_words_get (scrutiny_timeline_get_calendar (timeline)));
  if (!self->cannot_tell && !self->is_short)
    self->signals = chart_patterns_find (timeline, &self->drawing, &self->layout, &self->lines,
                                         self->sets, self->n_sets);
  else
    self->signals = g_ptr_array_new ();
}

void
chart_making_init_bare (ChartMaking *self)
{
  *self = (ChartMaking){
    .series = g_object_new (SCRUTINY_TYPE_SERIES, NULL),
    .options = scrutiny_chart_options_new (),
    .drawing = chart_drawing_none (),
    .layout.stretches = g_array_new (FALSE, FALSE, sizeof (ChartStretch)),
    .lines.unit = 1,
    .lines.estimates = g_array_new (FALSE, FALSE, sizeof (ChartEstimate)),
    .signals = g_ptr_array_new (),
  };
}

gboolean
chart_making_init (ChartMaking *self,
                   ScrutinySeries *series,
                   ScrutinySubgroups *subgroups,
                   ScrutinyChartOptions *options,
                   GError **error)
{
  *self = (ChartMaking){
    .series = g_object_ref (series),
    .subgroups = subgroups ? g_object_ref (subgroups) : NULL,
    .options = g_object_ref (options),
  };
  if (!chart_layout_init (&self->layout, scrutiny_series_get_timeline (series), options, error) ||
      !set_drawing (self, error))
    return FALSE;
  draw (self);

  return TRUE;
}

void
chart_making_clear (ChartMaking *self)
{
  g_clear_object (&self->series);
  g_clear_object (&self->subgroups);
  g_clear_object (&self->options);
  chart_layout_clear (&self->layout);
  chart_lines_clear (&self->lines);
  g_clear_pointer (&self->sets, g_free);
  g_clear_pointer (&self->own_sets, g_ptr_array_unref);
  g_clear_pointer (&self->signals, g_ptr_array_unref);
  g_clear_pointer (&self->cannot_tell, g_free);
}

char *
chart_making_dup_reason (const ChartMaking *self)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);
  const ScrutinyCalendar calendar = scrutiny_timeline_get_calendar (timeline);
  const guint season = (guint) season_of_calendar (calendar);

  return chart_choice_dup_reason (scrutiny_chart_options_get_kind (self->options),
                                  self->drawing.kind, self->n_usable, &self->lines, season,
                                  step_words_get (calendar));
}

DrawnChart
chart_making_lend (const ChartMaking *self, const char *reason)
{
  return (DrawnChart){
    .series = self->series,
    .subgroups = self->subgroups,
    .drawing = &self->drawing,
    .layout = &self->layout,
    .lines = &self->lines,
    .sets = self->sets,
    .n_sets = self->n_sets,
    .signals = self->signals,
    .n_usable = self->n_usable,
    .is_short = self->is_short,
    .reason = reason,
    .cannot_tell = self->cannot_tell,
  };
}
