/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/teller.h"

#include <math.h>
#include <string.h>

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

GVariantDict *
teller_begin (const Teller *self)
{
  GVariantDict *facts = g_variant_dict_new (NULL);

  g_variant_dict_insert (facts, "step", "s", self->words.one);
  g_variant_dict_insert (facts, "steps", "s", self->words.many);

  return facts;
}

void
teller_add_number (GVariantDict *facts, const char *key, double number)
{
  if (isfinite (number))
    g_variant_dict_insert (facts, key, "d", number);
}

void
teller_add_period (const Teller *self, GVariantDict *facts, const char *key, guint i)
{
  g_autofree char *text = scrutiny_timeline_dup_text (self->timeline, i);

  g_variant_dict_insert (facts, key, "s", text);
}

void
teller_say (Teller *self,
            const char *id,
            const char *statement,
            const char *question,
            GVariantDict *facts)
{
  g_autofree char *said = sentence_dup (&self->form, statement);
  g_autofree char *asked = question ? sentence_dup (&self->form, question) : NULL;
  g_autoptr (GVariantDict) taken = facts;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyFinding) finding =
      scrutiny_finding_new (id, said, asked, g_variant_dict_end (taken), &error);

  if (!finding) {
    g_critical ("%s", error->message);
    return;
  }
  g_ptr_array_add (self->findings, scrutiny_finding_copy_with_method (finding, self->method));
}
