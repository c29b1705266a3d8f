/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/teller.h"

#include <math.h>
#include <string.h>

#define MOST_DECIMALS 6

/* Enough places that the spread shows two digits. */
static guint
decimals_for (double spread)
{
  if (!(spread > 0) || !isfinite (spread))
    return 1;

  return (guint) CLAMP (1 - floor (log10 (spread)), 0, MOST_DECIMALS);
}

Teller
teller_make (ScrutinySeries *series, double spread, ScrutinyMethod *method)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const ScrutinyCalendar calendar = scrutiny_timeline_get_calendar (timeline);

  return (Teller){
    .timeline = timeline,
    .words = step_words_get (calendar),
    .decimals = decimals_for (spread),
    .in_weeks = calendar == SCRUTINY_CALENDAR_WEEK,
    .method = method,
    .findings = g_ptr_array_new_with_free_func (g_object_unref),
  };
}

/* {key:.D} becomes {key:.2}, or {key:n} without decimals; periods of weeks get “the”. */
static char *
dup_message (const Teller *self, const char *message)
{
  g_autoptr (GString) copy = g_string_new (NULL);
  char form[] = ":.0}";

  form[2] = (char) ('0' + self->decimals);
  for (const char *at = message; *at; at++) {
    const gsize key = *at == '{' ? strcspn (at, ":}") : 0;

    if (g_str_has_prefix (at, ":.D}")) {
      g_string_append (copy, self->decimals > 0 ? form : ":n}");
      at += strlen (":.D}") - 1;
      continue;
    }
    if (self->in_weeks && key > 0 && g_str_has_prefix (at + key, ":period}"))
      g_string_append (copy, at == message ? "The " : "the ");
    g_string_append_c (copy, *at);
  }

  return g_string_free (g_steal_pointer (&copy), FALSE);
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
  g_autofree char *said = dup_message (self, statement);
  g_autofree char *asked = question ? dup_message (self, question) : NULL;
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
