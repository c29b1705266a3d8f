/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shift-sentences.h"

#include "trend/sentence.h"
#include "trend/shift-event.h"
#include "trend/shift-private.h"
#include "trend/step-words.h"

#include <math.h>
#include <string.h>

#define MOST_NAMED 5

/* What every sentence needs. */
typedef struct {
  const ShiftSearch *search;
  ScrutinyTimeline *timeline;
  StepWords words;
  const char *in;    /* In March, on 4 March */
  SentenceForm form; /* with the decimals of levels, and of movements a step */
  GPtrArray *findings;
  ScrutinyMethod *method;
  char *events; /* what is said of them after each sentence */
} Telling;

static void
take_finding (Telling *self,
              const char *id,
              const char *statement,
              const char *question,
              GVariantDict *facts)
{
  g_autofree char *whole = g_strconcat (statement, self->events, NULL);
  g_autofree char *said = sentence_dup (&self->form, whole);
  g_autofree char *asked = sentence_dup (&self->form, question);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyFinding) finding =
      scrutiny_finding_new (id, said, asked, g_variant_dict_end (facts), &error);

  if (!finding) {
    g_critical ("%s", error->message);
    return;
  }
  g_ptr_array_add (self->findings, scrutiny_finding_copy_with_method (finding, self->method));
}

static void
add_period (const Telling *self, GVariantDict *facts, const char *name, guint index)
{
  g_autofree char *text = scrutiny_timeline_dup_text (self->timeline, index);

  g_variant_dict_insert (facts, name, "s", text);
}

static void
add_number (GVariantDict *facts, const char *name, double number)
{
  if (isfinite (number))
    g_variant_dict_insert (facts, name, "d", number);
}

static void
add_common (const Telling *self, GVariantDict *facts)
{
  const ShiftSearch *search = self->search;

  g_variant_dict_init (facts, NULL);
  add_period (self, facts, "first", search->index[0]);
  add_period (self, facts, "last", search->index[search->n_used - 1]);
  g_variant_dict_insert (facts, "n", "x", (gint64) search->n_used);
  g_variant_dict_insert (facts, "step", "s", self->words.one);
  g_variant_dict_insert (facts, "steps", "s", self->words.many);
}

/* “rises by about 0.5 a month”, or that it is level. */
static char *
dup_movement (double slope,
              const char *rises,
              const char *falls,
              const char *level,
              const char *key)
{
  if (slope == 0)
    return g_strdup (level);

  return g_strdup_printf ("%s by about {%s:.S} a {step}", slope > 0 ? rises : falls, key);
}

/* “; the change dates from between A and B” */
static const char *
dating (const FoundShift *shift)
{
  if (shift->earliest == shift->latest)
    return "Nothing suggests another date.";

  return "The change dates from between {earliest:period} and {latest:period}.";
}

/* How sure the size is; nothing where even the direction is not. */
static const char *
size_of (const FoundShift *shift)
{
  if (shift->change_low * shift->change_high > 0)
    return ", by {by_low:.D} to {by_high:.D}";

  return "";
}

static void
add_shift (const Telling *self, GVariantDict *facts, const FoundShift *shift)
{
  const double low = fabs (shift->change_low), high = fabs (shift->change_high);

  add_period (self, facts, "at", shift->at);
  add_period (self, facts, "earliest", shift->earliest);
  add_period (self, facts, "latest", shift->latest);
  g_variant_dict_insert (facts, "kind", "s", shift_kind_get_name (shift->kind));
  add_number (facts, "before", shift->before);
  add_number (facts, "after", shift->after);
  add_number (facts, "change", shift->change);
  add_number (facts, "change_low", shift->change_low);
  add_number (facts, "change_high", shift->change_high);
  add_number (facts, "by_low", MIN (low, high));
  add_number (facts, "by_high", MAX (low, high));
  add_number (facts, "slope_before", shift->slope_before);
  add_number (facts, "slope_after", shift->slope_after);
  add_number (facts, "by_before", fabs (shift->slope_before));
  add_number (facts, "by_after", fabs (shift->slope_after));
}

static void
tell_level (Telling *self, const FoundShift *shift, GVariantDict *facts)
{
  g_autofree char *said = g_strdup_printf (
      "%s {at:period} the figure %s from around {before:.D} to around {after:.D}%s. %s", self->in,
      shift->change > 0 ? "rose" : "fell", size_of (shift), dating (shift));

  take_finding (self, "trend.shift", said, "What changed in the work around {at:period}?", facts);
}

static void
tell_slope (Telling *self, const FoundShift *shift, GVariantDict *facts)
{
  g_autofree char *now =
      dup_movement (shift->slope_after, "rose", "fell", "stayed level", "by_after");
  g_autofree char *was =
      dup_movement (shift->slope_before, "it rose", "it fell", "it was level", "by_before");
  g_autofree char *said = g_strdup_printf ("From {at:period} on the figure %s; before, %s. %s", now,
                                           was, dating (shift));

  take_finding (self, "trend.shift", said, "What began to work differently around {at:period}?",
                facts);
}

static void
tell_both (Telling *self, const FoundShift *shift, GVariantDict *facts)
{
  g_autofree char *now =
      dup_movement (shift->slope_after, "rose", "fell", "stayed level", "by_after");
  g_autofree char *was =
      dup_movement (shift->slope_before, "it rose", "it fell", "it was level", "by_before");
  g_autofree char *said = g_strdup_printf ("%s {at:period} the figure %s from around {before:.D} "
                                           "to around {after:.D}%s; from then on it "
                                           "%s, and before, %s. %s",
                                           self->in, shift->change > 0 ? "rose" : "fell",
                                           size_of (shift), now, was, dating (shift));

  take_finding (self, "trend.shift", said, "What changed in the work around {at:period}?", facts);
}

/* The values lie more or less far apart; their level may have moved or not. */
static void
tell_spread (Telling *self, const FoundShift *shift, GVariantDict *facts)
{
  g_autofree char *level =
      shift->kind == SHIFT_SPREAD
          ? g_strdup ("")
          : g_strdup_printf (", and the figure %s from around {before:.D} to around {after:.D}%s",
                             shift->change > 0 ? "rose" : "fell", size_of (shift));
  g_autofree char *said = g_strdup_printf (
      "From {at:period} on the values lay %s: ordinarily within about {spread_after:.D} of their "
      "level, before within about {spread_before:.D}%s. %s",
      shift->spread_after > shift->spread_before ? "further apart" : "closer together", level,
      dating (shift));

  add_number (facts, "spread_before", shift->spread_before);
  add_number (facts, "spread_after", shift->spread_after);
  take_finding (self, "trend.shift", said, "What changed in the work around {at:period}?", facts);
}

static void
tell_distribution (Telling *self, const FoundShift *shift, GVariantDict *facts)
{
  g_autofree char *said = g_strdup_printf (
      "From {at:period} on the values are spread differently: half lay below {before:.D} before "
      "and "
      "half below {after:.D} since, and the middle half within {spread_before:.D} and "
      "{spread_after:.D} of that. %s",
      dating (shift));

  add_number (facts, "spread_before", shift->spread_before * 0.6744897501960817);
  add_number (facts, "spread_after", shift->spread_after * 0.6744897501960817);
  take_finding (self, "trend.shift", said, "What changed in the work around {at:period}?", facts);
}

/* “ “New team” is dated 2024-04, within that time.”: that, and nothing more. */
static char *
dup_events (const Telling *self, guint k, GVariantDict *facts)
{
  const GArray *found = self->search->found;
  GPtrArray *events = self->search->asked->events;
  GString *said = g_string_new (NULL);

  for (guint j = 0; events && j < events->len; j++) {
    const ShiftEvent *event = events->pdata[j];
    g_autofree char *name = g_strdup_printf ("event_%u", j + 1);
    g_autofree char *when = g_strdup_printf ("event_%u_when", j + 1);
    gboolean is_told = FALSE;

    if (!shift_event_is_at (event, self->timeline, &g_array_index (found, FoundShift, k)))
      continue;
    for (guint i = 0; i < k; i++)
      is_told |= shift_event_is_at (event, self->timeline, &g_array_index (found, FoundShift, i));
    g_variant_dict_insert (facts, name, "s", event->text);
    g_variant_dict_insert (facts, when, "s", event->when);
    g_string_append_printf (said, " “{%s}” is dated {%s}, within that time%s.", name, when,
                            is_told ? " too" : "");
  }

  return g_string_free (said, FALSE);
}

static void
tell_shift (Telling *self, guint k)
{
  const FoundShift *shift = &g_array_index (self->search->found, FoundShift, k);
  GVariantDict facts;

  add_common (self, &facts);
  add_shift (self, &facts, shift);
  self->events = dup_events (self, k, &facts);
  if (shift->kind == SHIFT_LEVEL)
    tell_level (self, shift, &facts);
  else if (shift->kind == SHIFT_SLOPE)
    tell_slope (self, shift, &facts);
  else if (shift->kind == SHIFT_SPREAD || shift->kind == SHIFT_LEVEL_AND_SPREAD)
    tell_spread (self, shift, &facts);
  else if (shift->kind == SHIFT_DISTRIBUTION)
    tell_distribution (self, shift, &facts);
  else
    tell_both (self, shift, &facts);
  g_clear_pointer (&self->events, g_free);
}

/* “None found” is never said without what would have been. */
static void
tell_none (Telling *self)
{
  const ShiftSearch *search = self->search;
  const ShiftPiece *whole = &g_array_index (search->pieces, ShiftPiece, 0);
  const char *movement = whole->slope == 0 ? "the figure stayed around {level:.D}"
                         : whole->slope > 0
                             ? "the figure rose by about {by:.S} a {step} throughout"
                             : "the figure fell by about {by:.S} a {step} throughout";
  g_autofree char *said = g_strdup_printf (
      "From {first:period} to {last:period} %s; no change of level or slope stands out. %s",
      movement,
      isfinite (search->smallest)
          ? "A lasting change of {smallest:.D} half-way would have been found in four of five such "
            "series."
      : search->unknown ? "How small a change would have been found is not known: {unknown}."
                        : "No lasting change could have been found in {n} {steps}.");
  GVariantDict facts;

  add_common (self, &facts);
  add_number (&facts, "level", whole->mean);
  add_number (&facts, "slope", whole->slope);
  add_number (&facts, "by", fabs (whole->slope));
  add_number (&facts, "smallest", search->smallest);
  if (search->unknown)
    g_variant_dict_insert (&facts, "unknown", "s", search->unknown);
  take_finding (self, "trend.no-shift", said,
                isfinite (search->smallest)
                    ? "What would have to change in the work for this figure to move by "
                      "{smallest:.D}?"
                    : "How did this figure move before {first:period}?",
                &facts);
}

/* Values far from their neighbours say nothing of a lasting change, and something else. */
static void
tell_set_aside (Telling *self)
{
  const ShiftSearch *search = self->search;
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint n_named = 0;
  GVariantDict facts;

  for (guint i = 0; i < search->n_used && n_named < MOST_NAMED; i++) {
    if (search->clipped[i] != SHIFT_FAR)
      continue;
    g_autofree char *label = scrutiny_timeline_dup_label (self->timeline, search->index[i]);
    g_strv_builder_add (names, label);
    n_named++;
  }
  g_auto (GStrv) named = g_strv_builder_end (names);
  add_common (self, &facts);
  g_variant_dict_insert (&facts, "n_far", "x", (gint64) search->n_far);
  g_variant_dict_insert (&facts, "periods", "^as", named);
  take_finding (
      self, "trend.set-aside",
      search->n_far > MOST_NAMED
          ? "{n_far} {steps} lie far from everything around them, {periods} among them; in dating "
            "changes each counted as the middle value around it."
          : "{n_far} {n_far|value lies|values lie} far from everything around {n_far|it|them} "
            ""
            "({periods}); in dating changes {n_far|it|each} counted as the middle value around "
            "it.",
      "What was different in {periods}?", &facts);
}

static double
typical_slope (const ShiftSearch *search)
{
  double largest = 0;

  for (guint k = 0; k < search->pieces->len; k++)
    largest = MAX (largest, fabs (g_array_index (search->pieces, ShiftPiece, k).slope));

  return largest;
}

GPtrArray *
shift_sentences_dup_findings (const ShiftSearch *search,
                              ScrutinySeries *series,
                              ScrutinyMethod *method)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const ScrutinyCalendar calendar = scrutiny_timeline_get_calendar (timeline);
  Telling self = {
    .search = search,
    .timeline = timeline,
    .words = step_words_get (calendar),
    .form.decimals = sentence_choose_decimals (search->spread),
    .form.more_decimals = sentence_choose_decimals (typical_slope (search)),
    .in = calendar == SCRUTINY_CALENDAR_DAY ? "On" : "In",
    .form.in_weeks = calendar == SCRUTINY_CALENDAR_WEEK,
    .findings = g_ptr_array_new_with_free_func (g_object_unref),
    .method = method,
  };

  for (guint k = 0; k < search->found->len; k++)
    tell_shift (&self, k);
  if (search->found->len == 0)
    tell_none (&self);
  if (search->n_far > 0)
    tell_set_aside (&self);

  return self.findings;
}
