/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/teller.h"

#include "base/fact-array.h"
#include "base/finding-private.h"

#include <math.h>

Teller
teller_make (ScrutinySeries *series, double spread, ScrutinyMethod *method)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const ScrutinyCalendar calendar = scrutiny_timeline_get_calendar (timeline);

  return (Teller){
    .timeline = timeline,
    .words = step_words_get (calendar),
    .form.decimals = sentence_choose_decimals (spread),
    .form.in_weeks = calendar == SCRUTINY_CALENDAR_WEEK,
    .method = method,
    .findings = g_ptr_array_new_with_free_func (g_object_unref),
  };
}

GArray *
teller_begin (const Teller *self)
{
  GArray *facts = fact_array_new ();

  teller_add_text (facts, "step", self->words.one);
  teller_add_text (facts, "steps", self->words.many);

  return facts;
}

void
teller_add_count (GArray *facts, const char *key, guint64 count)
{
  fact_array_add_count (facts, key, count);
}

void
teller_add_number (GArray *facts, const char *key, double number)
{
  if (isfinite (number))
    fact_array_add (facts, key, g_variant_new_double (number));
}

void
teller_add_text (GArray *facts, const char *key, const char *text)
{
  fact_array_add_text (facts, key, text);
}

void
teller_add_texts (GArray *facts, const char *key, const char *const *texts)
{
  fact_array_add_texts (facts, key, texts);
}

void
teller_add_period (const Teller *self, GArray *facts, const char *key, guint i)
{
  g_autofree char *text = scrutiny_timeline_dup_text (self->timeline, i);

  teller_add_text (facts, key, text);
}

void
teller_say (Teller *self,
            const char *id,
            const char *statement,
            const char *question,
            GArray *facts)
{
  g_autofree char *said = sentence_dup (&self->form, statement);
  g_autofree char *asked = question ? sentence_dup (&self->form, question) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyFinding) finding =
      scrutiny_finding_new_reached (id, said, asked, fact_array_end (facts), self->method, &error);

  if (!finding) {
    g_critical ("%s", error->message);
    return;
  }
  g_ptr_array_add (self->findings, g_steal_pointer (&finding));
}
