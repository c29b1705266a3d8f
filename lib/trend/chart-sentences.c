/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-sentences.h"

#include "base/finding-private.h"
#include "trend/chart-story.h"
#include "trend/sentence.h"
#include "trend/step-words.h"

#include <math.h>
#include <string.h>

#define MOST_FINDINGS 3

/* What every sentence needs. */
typedef struct {
  const DrawnChart *chart;
  StepWords words;
  guint end;         /* the last point that counts */
  SentenceForm form; /* the values may be published with fewer decimals than lines have */
  GPtrArray *findings;
  ScrutinyMethod *method;
} Telling;

static double
value_at (const Telling *self, guint i)
{
  return chart_lines_show (self->chart->lines, self->chart->lines->values[i]);
}

static GArray *
facts_new (void)
{
  return g_array_sized_new (FALSE, FALSE, sizeof (Fact), 24);
}

/* Names of facts live as long as the program; each is given once. */
static void
add_fact (GArray *facts, const char *name, GVariant *value)
{
  const Fact fact = { .key = name, .n_key = strlen (name), .value = g_variant_ref_sink (value) };

  g_array_append_val (facts, fact);
}

static void
add_text (GArray *facts, const char *name, const char *text)
{
  add_fact (facts, name, g_variant_new_string (text));
}

static void
add_number (GArray *facts, const char *name, double number)
{
  if (isfinite (number))
    add_fact (facts, name, g_variant_new_double (number));
}

static void
add_count (GArray *facts, const char *name, guint64 count)
{
  add_fact (facts, name, g_variant_new_int64 ((gint64) count));
}

static void
add_period (Telling *self, GArray *facts, const char *name, guint i)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->chart->series);
  g_autofree char *text = scrutiny_timeline_dup_text (timeline, i);

  add_text (facts, name, text);
}

/* The lines at a point, and the highest and lowest of the values told of. */
static void
add_lines (Telling *self, GArray *facts, guint at)
{
  const ChartLines *lines = self->chart->lines;

  add_number (facts, "centre", chart_lines_show (lines, lines->centre[at]));
  add_number (facts, "lower", chart_lines_show (lines, lines->lower[at]));
  add_number (facts, "upper", chart_lines_show (lines, lines->upper[at]));
  add_text (facts, "kind", scrutiny_chart_kind_get_name (self->chart->drawing->kind));
  add_text (facts, "step", self->words.one);
  add_text (facts, "steps", self->words.many);
  add_text (facts, "middle",
            self->chart->drawing->kind == SCRUTINY_CHART_KIND_RUN ? "middle value" : "average");
  add_count (facts, "n", self->chart->n_usable);
}

/* The lowest and the highest of the values that count. */
static void
find_range (const Telling *self, guint first, guint last, double *lowest, double *highest)
{
  *lowest = INFINITY;
  *highest = -INFINITY;
  for (guint i = first; i <= last; i++) {
    const double value = value_at (self, i);

    if (self->chart->layout->excluded[i] || isnan (value))
      continue;
    *lowest = MIN (*lowest, value);
    *highest = MAX (*highest, value);
  }
}

static void
add_range (Telling *self, GArray *facts, guint first, guint last)
{
  double lowest, highest;

  find_range (self, first, last, &lowest, &highest);
  add_number (facts, "min", lowest);
  add_number (facts, "max", highest);
}

static FactList *
facts_take (GArray *facts)
{
  FactList *list = fact_list_new_take ((const Fact *) (void *) facts->data, facts->len);

  g_array_set_size (facts, 0);

  return list;
}

static void
take_finding (Telling *self,
              const char *rule,
              const char *statement,
              const char *question,
              GArray *facts)
{
  g_autofree char *id = g_strconcat ("trend.", rule, NULL);
  g_autofree char *said = sentence_dup (&self->form, statement);
  g_autofree char *asked = sentence_dup (&self->form, question);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyFinding) finding =
      scrutiny_finding_new_reached (id, said, asked, facts_take (facts), self->method, &error);

  if (!finding) {
    g_critical ("%s", error->message);
    return;
  }
  g_ptr_array_add (self->findings, g_steal_pointer (&finding));
}

static gboolean
is_counted (const Telling *self, guint i)
{
  return !self->chart->layout->excluded[i] && !isnan (self->chart->lines->values[i]);
}

/* The limits passed by the points told of differ with the size of each period. */
static gboolean
add_limit (Telling *self, GArray *facts, const ChartStory *story)
{
  const ChartLines *lines = self->chart->lines;
  const gboolean up = story->direction == SCRUTINY_DIRECTION_UP;
  const double *limits = up ? lines->upper : lines->lower;
  double lowest = INFINITY, highest = -INFINITY;

  for (guint i = story->first; i <= story->last; i++) {
    if (isnan (limits[i]))
      continue;
    lowest = MIN (lowest, chart_lines_show (lines, limits[i]));
    highest = MAX (highest, chart_lines_show (lines, limits[i]));
  }
  if (lowest > highest)
    return FALSE;
  add_number (facts, "limit", up ? highest : lowest);
  add_number (facts, "limit_low", lowest);
  add_number (facts, "limit_high", highest);

  return highest - lowest > pow (10, -(double) self->form.decimals) / 2;
}

/* “, the highest that ordinary month-to-month movement would give around 68.4” */
static char *
dup_beyond_tail (const ChartStory *story, gboolean varies, gboolean new_centre)
{
  const char *where = story->direction == SCRUTINY_DIRECTION_UP ? "above" : "below";
  const char *most = story->direction == SCRUTINY_DIRECTION_UP ? "highest" : "lowest";
  const char *around = new_centre ? " around {centre:.D}" : "";

  if (varies)
    return g_strdup_printf ("%s the %s that ordinary {step}-to-{step} movement would give%s "
                            "({limit_low:.D} to {limit_high:.D})",
                            where, most, around);

  return g_strdup_printf (
      "%s {limit:.D}, the %s that ordinary {step}-to-{step} movement would give%s", where, most,
      around);
}

static void
tell_beyond (Telling *self, const ChartStory *story, GArray *facts)
{
  const gboolean varies = add_limit (self, facts, story);
  const ChartLines *lines = self->chart->lines;
  const gboolean one_centre = lines->centre[story->first] == lines->centre[story->last];
  g_autofree char *tail = dup_beyond_tail (story, varies, one_centre);
  g_autofree char *said = NULL;
  const char *asked;

  if (story->points->len == 1) {
    said = g_strdup_printf ("{since:period}, at {value:.S}, lies %s.", tail);
    asked = "What was different in {since:period}?";
  } else if (story->unbroken && story->to_end && !story->scattered) {
    said =
        g_strdup_printf ("Every {step} since {since:period} ({n_points} {steps}) lies %s.", tail);
    asked = "What changed in the work around {since:period}?";
  } else if (story->unbroken) {
    said = g_strdup_printf ("All {n_points} {steps} from {first:period} to {last:period} lie %s.",
                            tail);
    asked = "What was different from {first:period} to {last:period}?";
  } else {
    said = g_strdup_printf ("{n_points} of {n} {steps}, the first {first:period} and the last "
                            "{last:period}, lie %s.",
                            tail);
    asked = varies ? "What do these {n_points} {steps} have in common?"
            : story->direction == SCRUTINY_DIRECTION_UP
                ? "What do the {steps} above {limit:.D} have in common?"
                : "What do the {steps} below {limit:.D} have in common?";
  }
  take_finding (self, story->rule, said, asked, facts);
}

/* Ranges have no sides that matter; only a step too large is told. */
static void
tell_large_step (Telling *self, const ChartStory *story, GArray *facts)
{
  const char *said =
      story->points->len == 1
          ? "Between {since:period} and the {step} before, the figure moved by {value:.S}; "
            "ordinary "
            "{step}-to-{step} movement would reach {upper:.D}."
          : "{n_points} times, first in {first:period} and last in {last:period}, the figure moved "
            "from one {step} to the next by more than {upper:.D}, the most that ordinary movement "
            "would give.";

  take_finding (self, story->rule, said, "What was different around {first:period}?", facts);
}

/* How many points of a run lie beyond the limit on its side, if any do. */
static char *
dup_run_tail (const ChartStory *story, gboolean varies)
{
  const gboolean up = story->direction == SCRUTINY_DIRECTION_UP;
  const char *where = up ? "above" : "below";

  if (story->n_beyond == 0)
    return g_strdup ("; chance alone seldom gives a run that long.");
  if (varies)
    return g_strdup_printf ("; {n_beyond} of them {n_beyond|lies|lie} %s the %s that ordinary "
                            "{step}-to-{step} movement would give.",
                            where, up ? "highest" : "lowest");

  return g_strdup_printf ("; {n_beyond} of them {n_beyond|lies|lie} %s {limit:.D}, the %s that "
                          "ordinary {step}-to-{step} movement would give.",
                          where, up ? "highest" : "lowest");
}

static void
tell_run (Telling *self, const ChartStory *story, GArray *facts)
{
  const char *where = story->direction == SCRUTINY_DIRECTION_UP ? "above" : "below";
  const char *aside = story->unbroken ? "" : " (those on it not counted)";
  const gboolean varies = add_limit (self, facts, story);
  g_autofree char *tail = dup_run_tail (story, varies);
  g_autofree char *said = NULL;

  add_count (facts, "n_beyond", story->n_beyond);
  if (story->to_end)
    said = g_strdup_printf ("The last {n_points} {steps}, from {since:period} on, all lie %s the "
                            "{middle} of {centre:.D}%s%s",
                            where, aside, tail);
  else
    said = g_strdup_printf ("{n_points} {steps} in a row, {first:period} to {last:period}, lie %s "
                            "the {middle} of {centre:.D}%s%s",
                            where, aside, tail);
  take_finding (self, story->rule, said,
                story->to_end ? "What changed in the work around {since:period}?"
                              : "What was different from {first:period} to {last:period}?",
                facts);
}

/* An average that forgets, which holds something of all that came before. */
static void
tell_average (Telling *self, const ChartStory *story, GArray *facts)
{
  const gboolean up = story->direction == SCRUTINY_DIRECTION_UP;
  const char *when = story->points->len == 1 ? "In {since:period}"
                     : story->to_end && story->unbroken
                         ? "In every {step} since {since:period}"
                         : "In {n_points} {steps} from {first:period} to {last:period}";
  g_autofree char *said = g_strdup_printf (
      "%s the average that gives the latest values most weight lay %s the %s that ordinary "
      "{step}-to-{step} movement would give around {centre:.D}; it was {value:.D} at first.",
      when, up ? "above" : "below", up ? "highest" : "lowest");

  take_finding (self, story->rule, said, "What changed in the work before {since:period}?", facts);
}

/* The sums say how far values add up, not how far any of them lies. */
static void
tell_sum (Telling *self, const ChartStory *story, GArray *facts)
{
  const ChartLines *lines = self->chart->lines;
  const gboolean up = story->direction == SCRUTINY_DIRECTION_UP;
  const GArray *estimates = lines->estimates;
  guint k = 0;

  while (story->first >= g_array_index (self->chart->layout->stretches, ChartStretch, k).end)
    k++;
  add_number (facts, "around", g_array_index (estimates, ChartEstimate, k).centre);
  add_number (facts, "sum", fabs ((up ? lines->values : lines->down)[story->first]));
  add_number (facts, "most", lines->upper[story->first]);
  take_finding (self, story->rule,
                up ? "By {since:period} what lay above {around:.D} had added up to {sum:.D}, more "
                     "than the {most:.D} that ordinary {step}-to-{step} movement would give."
                   : "By {since:period} what lay below {around:.D} had added up to {sum:.D}, more "
                     "than the {most:.D} that ordinary {step}-to-{step} movement would give.",
                "What changed in the work before {since:period}?", facts);
}

static void
tell_trend (Telling *self, const ChartStory *story, GArray *facts)
{
  const char *said =
      story->direction == SCRUTINY_DIRECTION_UP
          ? "The figure rose {n_steps} times in a row, from {value:.S} in {first:period} to "
            "{last_value:.S} in {last:period}."
          : "The figure fell {n_steps} times in a row, from {value:.S} in {first:period} to "
            "{last_value:.S} in {last:period}.";

  add_count (facts, "n_steps", story->points->len - 1);
  add_number (facts, "last_value", value_at (self, story->last));
  take_finding (self, story->rule, said, "What was changing from {first:period} to {last:period}?",
                facts);
}

static void
tell_towards_limit (Telling *self, const ChartStory *story, GArray *facts)
{
  const gboolean up = story->direction == SCRUTINY_DIRECTION_UP;
  g_autofree char *said = g_strdup_printf (
      "From {first:period} to {last:period} the figure lay mostly nearer to {%s:.D}, the %s that "
      "ordinary {step}-to-{step} movement would give, than to its average of {centre:.D}.",
      up ? "upper" : "lower", up ? "highest" : "lowest");

  take_finding (self, story->rule, said, "What was different from {first:period} to {last:period}?",
                facts);
}

/* More often far on one side than chance commonly gives. */
static void
tell_some_beyond (Telling *self, const ChartStory *story, GArray *facts)
{
  const char *said =
      story->direction == SCRUTINY_DIRECTION_UP
          ? "From {first:period} to {last:period} the figure lay well above its average of "
            "{centre:.D} more often than chance commonly gives."
          : "From {first:period} to {last:period} the figure lay well below its average of "
            "{centre:.D} more often than chance commonly gives.";

  take_finding (self, story->rule, said, "What was different from {first:period} to {last:period}?",
                facts);
}

/* Shapes that have no direction. */
static void
tell_shape (Telling *self, const ChartStory *story, GArray *facts)
{
  const char *said, *asked;

  if (g_str_equal (story->rule, "alternating")) {
    said = "Up to {last:period} the figure rose and fell in turn, {step} by {step}, for longer "
           "than chance commonly gives.";
    asked = "Are two things counted in turn, or is a {step}'s count cut off by the next?";
  } else if (g_str_equal (story->rule, "outside")) {
    said = "Up to {last:period} the figure lay away from its average of {centre:.D} on both sides "
           "and hardly ever near it, for longer than chance commonly gives.";
    asked = "Are two different things counted together?";
  } else {
    said = "Up to {last:period} the figure stayed nearer to its average of {centre:.D} than its "
           "movement before would give, for longer than chance commonly gives.";
    asked = "Did the way this is counted change, or are different things averaged?";
  }
  take_finding (self, story->rule, said, asked, facts);
}

static void
tell_few_crossings (Telling *self, const ChartStory *story, GArray *facts)
{
  const ChartLayout *layout = self->chart->layout;
  guint k = 0;

  while (story->first >= g_array_index (layout->stretches, ChartStretch, k).end)
    k++;

  const KernelRuns *runs = &g_array_index (self->chart->lines->estimates, ChartEstimate, k).runs;
  add_count (facts, "crossings", runs->crossings);
  add_count (facts, "crossings_min", kernel_crossings_limit (runs->chances));
  take_finding (self, story->rule,
                "From {first:period} to {last:period} the figure changed sides of its {middle}, "
                "{centre:.D}, {crossings} {crossings|time|times}; chance alone commonly gives at "
                "least {crossings_min}.",
                "Did the figure move from one level to another between {first:period} and "
                "{last:period}, and if so, when and why?",
                facts);
}

static void
tell_run_count (Telling *self, const ChartStory *story, GArray *facts)
{
  const ChartLines *lines = self->chart->lines;
  const guint first = story->first;
  KernelRunCount count;
  size_t least = 0, most = 0;
  KernelStatus status = kernel_run_count (story->last + 1 - first, lines->values + first,
                                          lines->centre + first, lines->counted + first, &count);

  g_assert (status == KERNEL_OK);
  chart_patterns_is_odd (&count, &least, &most);
  add_count (facts, "runs", count.runs);
  add_count (facts, "runs_least", least);
  add_count (facts, "runs_most", most);
  take_finding (self, story->rule,
                "From {first:period} to {last:period} there are {runs} {runs|run|runs} on one side "
                "of the {middle}, {centre:.D}; chance alone commonly gives {runs_least} to "
                "{runs_most}.",
                count.runs < least
                    ? "Did the figure move from one level to another between {first:period} and "
                      "{last:period}, and if so, when and why?"
                    : "Are two things counted in turn, or is a {step}'s count cut off by the next?",
                facts);
}

static void
tell_story (Telling *self, const ChartStory *story)
{
  g_autoptr (GArray) facts = facts_new ();

  add_period (self, facts, "since", story->first);
  add_period (self, facts, "first", story->first);
  add_period (self, facts, "last", story->last);
  add_count (facts, "n_points", story->points->len);
  add_number (facts, "value", value_at (self, story->first));
  add_text (facts, "direction", scrutiny_direction_get_name (story->direction));
  add_lines (self, facts, story->first);
  add_range (self, facts, story->first, story->last);

  if (self->chart->drawing->kind == SCRUTINY_CHART_KIND_MR)
    tell_large_step (self, story, facts);
  else if (self->chart->drawing->kind == SCRUTINY_CHART_KIND_EWMA)
    tell_average (self, story, facts);
  else if (self->chart->drawing->kind == SCRUTINY_CHART_KIND_CUSUM)
    tell_sum (self, story, facts);
  else if (g_str_equal (story->rule, "beyond-limits"))
    tell_beyond (self, story, facts);
  else if (g_str_equal (story->rule, "one-side") || g_str_equal (story->rule, "long-run"))
    tell_run (self, story, facts);
  else if (g_str_equal (story->rule, "trend"))
    tell_trend (self, story, facts);
  else if (g_str_equal (story->rule, "few-crossings"))
    tell_few_crossings (self, story, facts);
  else if (g_str_equal (story->rule, "run-count"))
    tell_run_count (self, story, facts);
  else if (story->direction == SCRUTINY_DIRECTION_NONE)
    tell_shape (self, story, facts);
  else if (g_str_equal (story->rule, "four-of-five") || g_str_equal (story->rule, "some-beyond"))
    tell_some_beyond (self, story, facts);
  else
    tell_towards_limit (self, story, facts);
}

/* Nothing stands out, or there is too little to tell. */
/* What would take the figure beyond its limits.  Those of a percentage may lie where no
 * percentage can.
 */
static const char *
ask_of_limits (const Telling *self, guint first)
{
  const ChartLines *lines = self->chart->lines;
  const gboolean is_percentage = g_str_equal (scrutiny_series_get_unit (self->chart->series), "%");
  double lowest, highest;

  find_range (self, first, self->end, &lowest, &highest);
  const gboolean is_below_none =
      is_percentage && lowest >= 0 && chart_lines_show (lines, lines->lower[self->end]) < 0;
  const gboolean is_above_all =
      is_percentage && highest <= 100 && chart_lines_show (lines, lines->upper[self->end]) > 100;

  if (is_below_none && is_above_all)
    return "What would have to change in the work for this figure to move?";
  if (is_above_all)
    return "What would have to change for this figure to fall below {lower:.D}?";
  if (is_below_none)
    return "What would have to change for this figure to rise above {upper:.D}?";

  return "What would have to change for this figure to move outside {lower:.D} to {upper:.D}?";
}

static void
tell_ordinary (Telling *self, guint first)
{
  const ScrutinyChartKind kind = self->chart->drawing->kind;
  const ChartLines *lines = self->chart->lines;
  const char *said, *asked = "What would have to change in the work for this figure to move?";
  const char *id = "ordinary";
  gboolean is_constant = TRUE;
  g_autoptr (GArray) facts = facts_new ();

  for (guint i = first; i <= self->end; i++)
    is_constant &= !is_counted (self, i) || lines->values[i] == lines->values[first];

  if (is_constant)
    said = "From {first:period} to {last:period}, the figure was {value} in every {step}.";
  else if (kind == SCRUTINY_CHART_KIND_MR)
    said = "From {first:period} to {last:period}, no two neighbouring {steps} differ by more than "
           "ordinary movement would give.";
  else if (kind == SCRUTINY_CHART_KIND_EWMA)
    said = "From {first:period} to {last:period}, the average that gives the latest values most "
           "weight stayed within what ordinary {step}-to-{step} movement around {centre:.D} gives.";
  else if (kind == SCRUTINY_CHART_KIND_CUSUM)
    said = "From {first:period} to {last:period}, neither what lay above nor what lay below the "
           "average added up to more than ordinary {step}-to-{step} movement would give.";
  else if (self->chart->is_short)
    said = "From {first:period} to {last:period}, the figure moved between {min:.S} and {max:.S} "
           "around {centre:.D}; {n} {steps} are too few to say more.";
  else
    said = "From {first:period} to {last:period}, the figure moved between {min:.S} and {max:.S} "
           "around {centre:.D}; nothing stands out from its ordinary {step}-to-{step} movement.";

  if (self->chart->is_short) {
    id = "few-points";
    asked = "How did this figure move before {first:period}?";
  } else if (!is_constant && !lines->is_own && isfinite (lines->upper[self->end])) {
    asked = ask_of_limits (self, first);
  }

  add_period (self, facts, "first", first);
  add_period (self, facts, "last", self->end);
  add_count (facts, "n_points", self->chart->n_usable);
  add_number (facts, "value", value_at (self, first));
  add_lines (self, facts, self->end);
  add_range (self, facts, first, self->end);
  take_finding (self, id, said, asked, facts);
}

static double
typical_spread (const Telling *self)
{
  const ChartLines *lines = self->chart->lines;
  double lowest = INFINITY, highest = -INFINITY;

  if (lines->spreads[self->end] > 0)
    return lines->is_time ? chart_lines_show (lines, lines->centre[self->end])
                          : lines->spreads[self->end] * lines->unit;

  for (guint i = 0; i < lines->n; i++) {
    lowest = isnan (lines->values[i]) ? lowest : MIN (lowest, value_at (self, i));
    highest = isnan (lines->values[i]) ? highest : MAX (highest, value_at (self, i));
  }

  return (highest - lowest) / 6;
}

/* As many places as the values have, up to those of the lines. */
static guint
count_value_decimals (const Telling *self)
{
  guint decimals = 0;

  for (guint i = 0; i < self->chart->lines->n && decimals < self->form.decimals; i++) {
    double scaled = value_at (self, i) * pow (10, decimals);

    while (decimals < self->form.decimals && fabs (scaled - round (scaled)) > 1e-6) {
      scaled *= 10;
      decimals++;
    }
  }

  return decimals;
}

GPtrArray *
chart_sentences_dup_findings (const DrawnChart *chart, ScrutinyMethod *method)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (chart->series);
  const ScrutinyCalendar calendar = scrutiny_timeline_get_calendar (timeline);
  const guint n = chart->lines->n;
  Telling self = {
    .chart = chart,
    .words = step_words_get (calendar),
    .form.in_weeks = calendar == SCRUTINY_CALENDAR_WEEK,
    .findings = g_ptr_array_new_with_free_func (g_object_unref),
    .method = method,
  };
  guint first = 0;

  while (first < n && !is_counted (&self, first))
    first++;
  if (first == n)
    return self.findings;
  for (self.end = n - 1; !is_counted (&self, self.end);)
    self.end--;

  self.form.decimals = sentence_choose_decimals (typical_spread (&self));
  self.form.more_decimals = count_value_decimals (&self);
  g_autoptr (GPtrArray) stories = chart_stories_collect (chart, self.end, MOST_FINDINGS);
  for (guint k = 0; k < stories->len; k++)
    tell_story (&self, stories->pdata[k]);
  if (stories->len == 0)
    tell_ordinary (&self, first);

  return self.findings;
}
