/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/teller.h"

#include "base/finding-private.h"

#include <math.h>
#include <string.h>

#define MOST_FACTS 24 /* usually */

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

static void
release (gpointer fact)
{
  g_variant_unref (((Fact *) fact)->value);
}

static void
add (GArray *facts, const char *key, GVariant *value)
{
  const Fact fact = { .key = key, .n_key = strlen (key), .value = g_variant_ref_sink (value) };

  g_array_append_val (facts, fact);
}

GArray *
teller_begin (const Teller *self)
{
  GArray *facts = g_array_sized_new (FALSE, FALSE, sizeof (Fact), MOST_FACTS);

  g_array_set_clear_func (facts, release);
  teller_add_text (facts, "step", self->words.one);
  teller_add_text (facts, "steps", self->words.many);

  return facts;
}

void
teller_add_count (GArray *facts, const char *key, guint64 count)
{
  add (facts, key, g_variant_new_int64 ((gint64) count));
}

void
teller_add_number (GArray *facts, const char *key, double number)
{
  if (isfinite (number))
    add (facts, key, g_variant_new_double (number));
}

void
teller_add_text (GArray *facts, const char *key, const char *text)
{
  add (facts, key, g_variant_new_string (text));
}

void
teller_add_texts (GArray *facts, const char *key, const char *const *texts)
{
  add (facts, key, g_variant_new_strv (texts, -1));
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
  gsize n_facts;
  g_autofree Fact *taken = (Fact *) (void *) g_array_steal (facts, &n_facts);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyFinding) finding = scrutiny_finding_new_reached (
      id, said, asked, fact_list_new_take (taken, n_facts), self->method, &error);

  g_array_unref (facts);
  if (!finding) {
    g_critical ("%s", error->message);
    return;
  }
  g_ptr_array_add (self->findings, g_steal_pointer (&finding));
}
