/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-test-findings.h"

#include <scrutiny/event.h>

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/finding-list.h"
#include "base/period-days.h"
#include "base/printable.h"
#include "linkage/reason-test-facts.h"

#define MOST_OF_A_TITLE 120
#define MOST_OF_A_TEXT 160

/* Of statements that nothing measures; more are counted. */
#define MOST_NAMED 12

/* Which way the outcome would stand by the reasons, now that the figure has moved as it has. */
static const char *
get_stated (const ReasonTest *self)
{
  const gboolean rose = outcome_move_get_figure_direction (&self->move) == SCRUTINY_DIRECTION_UP;

  return rose == (self->expected == SCRUTINY_DIRECTION_UP) ? "higher" : "lower";
}

/* --- Whether the outcome moved as stated ------------------------------------------------- */

static const struct wording {
  const char *moved, *id, *statement, *question, *request;
} wordings[] = {
  { "other-way", "linkage.contradicted",
    N_ ("{lead} {figure_moved} in {at:period}, from around {figure_before:.S}{figure_unit} to "
        "around "
        "{figure_after:.S}{figure_unit}. As the reasons go, “{outcome}” is then {stated}. It went "
        "from {before:.D}{unit} in the {n_before} {steps} before {since:period} to "
        "{after:.D}{unit} in the {n_after} from then on: {n_same} of {n_after} lie {side} the "
        "earlier average, {n_beyond} beyond the limits for ordinary movement."),
    N_ ("Which cases make up the change in “{outcome}”, and does the reason still stand?"),
    N_ ("The cases behind “{outcome}” from {since:period} on, and what they have in common") },
  { "as-stated", "linkage.shifted-as-stated",
    N_ ("{lead} {figure_moved} in {at:period}, from around {figure_before:.S}{figure_unit} to "
        "around "
        "{figure_after:.S}{figure_unit}. As the reasons go, “{outcome}” is then {stated}, and so "
        "it is. It went "
        "from {before:.D}{unit} in the {n_before} {steps} before {since:period} to "
        "{after:.D}{unit} in the {n_after} from then on: {n_same} of {n_after} lie {side} the "
        "earlier average, {n_beyond} beyond the limits for ordinary movement."),
    N_ ("What else changed around {at:period} that may have moved both?"), NULL },
  { "unchanged", "linkage.not-shifted",
    N_ ("{lead} {figure_moved} in {at:period}, from around {figure_before:.S}{figure_unit} to "
        "around "
        "{figure_after:.S}{figure_unit}. As the reasons go, “{outcome}” is then {stated}. It was "
        "{before:.D}{unit} in the {n_before} {steps} before {since:period} and {after:.D}{unit} in "
        "the {n_after} from then on, which is within what chance does. A change by less than "
        "{smallest:.D} would often have been missed."),
    N_ ("By when was “{outcome}” to move, and by how much?"), NULL },
  { "cannot-tell", "linkage.not-compared",
    N_ ("{lead} {figure_moved} in {at:period}, from around {figure_before:.S}{figure_unit} to "
        "around "
        "{figure_after:.S}{figure_unit}. As the reasons go, “{outcome}” is then {stated}; whether "
        "it "
        "is cannot be told. {reason}"),
    NULL, N_ ("“{outcome}” by {step}, for longer before and after {at:period}") },
};

static void
say_move (const ReasonTest *self, ScrutinyMethod *method, GPtrArray *findings)
{
  const char *moved = reason_test_get_moved (self);

  for (gsize i = 0; i < G_N_ELEMENTS (wordings); i++) {
    const struct wording *wording = &wordings[i];
    g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);
    g_autofree char *statement = NULL;

    if (!g_str_equal (wording->moved, moved))
      continue;
    reason_test_insert_pair (&facts, self);
    reason_test_insert_figure (&facts, self);
    g_variant_dict_insert (&facts, "stated", "s", get_stated (self));
    if (self->move.reason)
      g_variant_dict_insert (&facts, "reason", "s", self->move.reason);
    else
      reason_test_insert_outcome (&facts, self);
    statement = reason_test_dup_message (self, wording->statement);
    finding_list_add (findings, method, wording->id, statement, wording->question, wording->request,
                      &facts);
  }
}

/* What looks like a move on a date may be a part of a longer one. */
#define ON_RECORD \
  "What is said here of “{outcome}” hangs on one date, {at:period} (on record, {event_from}: " \
  "{event}). One date is one event, however many {steps} follow it: it does not show that " \
  "“{figure}” brought about what “{outcome}” did."
#define UNRECORDED \
  "What is said here of “{outcome}” hangs on one date, {at:period}. One date is one event, " \
  "however many {steps} follow it: it does not show that the one brought the other about."
#define LINE \
  " A straight line over all {steps} goes closer to “{outcome}” than a level before then and " \
  "another since: it may have gone one way all along."

/* --- On what date it hangs --------------------------------------------------------------- */

/* Whether an event lies in the period of the move or the one before. */
static gboolean
is_about (ScrutinyEvent *event, const ReasonTest *self)
{
  ScrutinyTimeline *timeline = reason_test_get_timeline (self->line->figure);
  const char *from = scrutiny_event_get_from (event);
  const gint64 i = scrutiny_timeline_find (timeline, self->move.at, NULL);
  g_autofree char *before = i > 0 ? scrutiny_timeline_dup_text (timeline, (gsize) i - 1) : NULL;
  PeriodDays first, last, days;

  return before && from && period_parse_days (before, strlen (before), &first) &&
         period_parse_days (self->move.at, strlen (self->move.at), &last) &&
         period_parse_days (from, strlen (from), &days) && days.first >= first.first &&
         days.first <= last.last;
}

static ScrutinyEvent *
find_event (const ReasonTest *self, GPtrArray *events)
{
  for (guint i = 0; i < events->len; i++)
    if (is_about (events->pdata[i], self))
      return events->pdata[i];

  return NULL;
}

static const char *
choose_date (gboolean has_event, gboolean is_line)
{
  if (has_event)
    return is_line ? N_ (ON_RECORD LINE) : N_ (ON_RECORD);

  return is_line ? N_ (UNRECORDED LINE) : N_ (UNRECORDED);
}

static void
say_date (const ReasonTest *self, GPtrArray *events, ScrutinyMethod *method, GPtrArray *findings)
{
  ScrutinyEvent *event = find_event (self, events);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  reason_test_insert_pair (&facts, self);
  g_variant_dict_insert (&facts, "at", "s", self->move.at);
  g_variant_dict_insert (&facts, "n_after", "x", (gint64) self->move.n_after);
  if (event) {
    g_autofree char *text = printable_dup (scrutiny_event_get_text (event), MOST_OF_A_TEXT);

    g_variant_dict_insert (&facts, "event", "s", text);
    g_variant_dict_insert (&facts, "event_from", "s", scrutiny_event_get_from (event));
  }
  finding_list_add (findings, method, "linkage.one-event",
                    choose_date (event != NULL, self->is_line), NULL, NULL, &facts);
}

/* --- Whether it was said beforehand ------------------------------------------------------ */

static gboolean
is_after (const char *date, const char *period)
{
  PeriodDays one, other;

  return period_parse_days (date, strlen (date), &one) &&
         period_parse_days (period, strlen (period), &other) && one.first > other.last;
}

/* What was written with the figures in sight may have been written to fit them. */
static void
say_recorded (const ReasonTest *self, ScrutinyMethod *method, GPtrArray *findings)
{
  ScrutinyTimeline *timeline = reason_test_get_timeline (self->line->outcome);
  g_autofree char *last =
      scrutiny_timeline_dup_text (timeline, scrutiny_timeline_get_n_periods (timeline) - 1);
  const gboolean after_all = self->recorded && is_after (self->recorded, last);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (!after_all && !(self->recorded && self->move.at && is_after (self->recorded, self->move.at)))
    return;
  reason_test_insert_pair (&facts, self);
  g_variant_dict_insert (&facts, "recorded", "s", self->recorded);
  g_variant_dict_insert (&facts, "last", "s", last);
  if (self->move.at)
    g_variant_dict_insert (&facts, "at", "s", self->move.at);
  finding_list_add (
      findings, method, "linkage.recorded-after",
      after_all ? N_ ("The reason is dated {recorded:period}, after the last of these figures "
                      "({last:period}): it was recorded when what it explains was known.")
                : N_ ("The reason is dated {recorded:period}, after {named} had moved "
                      "({at:period}): it was recorded when part of what it explains was known."),
      NULL, NULL, &facts);
}

/* --- Whether the two move together ------------------------------------------------------- */

static void
say_cannot_tell (const ReasonTest *self, ScrutinyMethod *method, GPtrArray *findings)
{
  const double smallest = scrutiny_linkage_get_smallest_detectable (self->linkage);
  const char *reason = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (self->linkage));
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  reason_test_insert_pair (&facts, self);
  g_variant_dict_insert (&facts, "reason", "s", reason);
  g_variant_dict_insert (&facts, "n", "x", (gint64) scrutiny_linkage_get_n_periods (self->linkage));
  if (!isnan (smallest))
    g_variant_dict_insert (&facts, "smallest", "d", smallest);
  finding_list_add (findings, method, "linkage.cannot-tell",
                    N_ ("Whether “{outcome}” moves with {named} from {step} to {step}: cannot "
                        "tell. {reason}"),
                    N_ ("What else shows that the one leads to the other, and who has seen it "
                        "happen?"),
                    isnan (smallest) ? NULL
                                     : N_ ("“{figure}” and “{outcome}” by {step}, of more years or "
                                           "of other places"),
                    &facts);
}

static void
say_linkage (const ReasonTest *self, ScrutinyMethod *method, GPtrArray *findings)
{
  g_autoptr (GPtrArray) said = scrutiny_result_dup_findings (SCRUTINY_RESULT (self->linkage));

  if (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (self->linkage)))
    say_cannot_tell (self, method, findings);
  for (guint i = 0; i < said->len; i++)
    g_ptr_array_add (findings, g_object_ref (said->pdata[i]));
}

void
reason_test_add_findings (const ReasonTest *self,
                          GPtrArray *events,
                          ScrutinyMethod *method,
                          GPtrArray *findings)
{
  const char *moved = reason_test_get_moved (self);

  say_move (self, method, findings);
  if (g_str_equal (moved, "other-way") || g_str_equal (moved, "as-stated"))
    say_date (self, events, method, findings);
  say_recorded (self, method, findings);
  say_linkage (self, method, findings);
}

/* --- What nothing measures --------------------------------------------------------------- */

/* “first”; “second”; and 3 more */
static char *
dup_names (ScrutinyChain *chain, const GPtrArray *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < MIN (ids->len, MOST_NAMED); i++) {
    g_autofree char *said =
        printable_dup (scrutiny_chain_get_text (chain, ids->pdata[i]), MOST_OF_A_TITLE);

    g_string_append_printf (names, "%s“%s”", i > 0 ? "; " : "", said);
  }
  if (ids->len > MOST_NAMED)
    g_string_append_printf (names, "; and %u more", ids->len - MOST_NAMED);

  return g_string_free (names, FALSE);
}

void
reason_test_add_unmeasured (ScrutinyChain *chain,
                            const GPtrArray *ids,
                            const char *step,
                            ScrutinyMethod *method,
                            GPtrArray *findings)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *names = dup_names (chain, ids);

  if (ids->len == 0)
    return;
  g_variant_dict_insert_value (
      &facts, "path", g_variant_new_strv ((const char *const *) ids->pdata, (gssize) ids->len));
  g_variant_dict_insert (&facts, "names", "s", names);
  g_variant_dict_insert (&facts, "n", "x", (gint64) ids->len);
  g_variant_dict_insert (&facts, "step", "s", step);
  finding_list_add (findings, method, "linkage.not-measured",
                    N_ ("No figure here shows what the reasons lead to: {names}."),
                    N_ ("What would show it, and who could count it?"),
                    ids->len == 1 ? N_ ("A figure that shows {names}, by {step}")
                                  : N_ ("A figure that shows each of these, by {step}: {names}"),
                    &facts);
}
