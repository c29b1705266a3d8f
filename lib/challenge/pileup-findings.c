/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-findings.h"

#include "base/finding-list.h"
#include "kernel/mann-kendall.h"

#include <glib/gi18n.h>
#include <math.h>

typedef struct {
  const PileupReading *reading;
  ScrutinyMethod *method;
  GPtrArray *findings;
} Saying;

double
pileup_reading_get_window (const PileupReading *self)
{
  return self->told.window
             ? pileup_lengths_sum (&self->lengths, PILEUP_ALL, pileup_asked_first (&self->asked),
                                   pileup_asked_last (&self->asked))
             : NAN;
}

double
pileup_reading_get_beyond (const PileupReading *self)
{
  const gint64 first = pileup_asked_last (&self->asked) + 1;

  return self->told.beyond ? pileup_lengths_sum (&self->lengths, PILEUP_ALL, first,
                                                 first + (gint64) self->asked.shape.beyond - 1)
                           : NAN;
}

void
pileup_reading_get_pair (const PileupReading *self, gboolean is_after, double pair[2])
{
  const gint64 n = pileup_asked_n_window (&self->asked);
  const gint64 first = pileup_asked_first (&self->asked) + (is_after ? n : 0);
  const gboolean is_told = is_after ? self->told.parts_after : self->told.parts_window;

  for (guint i = 0; i < 2; i++)
    pair[i] = is_told ? pileup_lengths_sum (&self->lengths, PILEUP_BEFORE + i, first, first + n - 1)
                      : NAN;
}

/* A count that is there; without it the fact is not there either. */
static void
insert_count (GVariantDict *facts, const char *key, double count)
{
  if (!isnan (count))
    g_variant_dict_insert (facts, key, "x", (gint64) round (count));
}

static void
insert_place (const PileupReading *self, GVariantDict *facts)
{
  const PileupAsked *asked = &self->asked;

  g_variant_dict_insert (facts, "limit", "x", asked->limit);
  g_variant_dict_insert (facts, "from", "x", pileup_asked_first (asked));
  g_variant_dict_insert (facts, "to", "x", pileup_asked_last (asked));
  g_variant_dict_insert (facts, "unit", "s", asked->unit->many);
  g_variant_dict_insert (facts, "n", "x", (gint64) self->lengths.n_cases[PILEUP_ALL]);
  if (asked->disclosure > 0)
    g_variant_dict_insert (facts, "disclosure", "x", (gint64) asked->disclosure);
}

static void
insert_look (const PileupReading *self, GVariantDict *facts)
{
  const PileupLook *look = &self->looks[PILEUP_ALL];

  insert_count (facts, "observed", pileup_reading_get_window (self));
  g_variant_dict_insert (facts, "expected", "d", look->at.expected);
  if (self->told.window)
    g_variant_dict_insert (facts, "p", "d", look->p);
  g_variant_dict_insert (facts, "dispersion", "d", look->at.dispersion);
  if (!look->has_beyond)
    return;
  insert_count (facts, "beyond", (double) self->asked.shape.beyond);
  insert_count (facts, "beyond_observed", pileup_reading_get_beyond (self));
  g_variant_dict_insert (facts, "beyond_expected", "d", look->beyond.expected);
}

#define EXCESS \
  "{observed:n} cases are recorded at {from} to {to} {unit}, where the counts around suggest " \
  "about {expected:n}"

/* Where how many there are may not be told. */
#define MORE_THAN \
  "More cases are recorded at {from} to {to} {unit} than the counts around suggest, about " \
  "{expected:n}"
#define NO_MORE ": no pile-up that ordinary ups and downs would not give."

static gboolean
is_few (const PileupReading *self, gint64 first, gint64 last)
{
  return pileup_lengths_sum (&self->lengths, PILEUP_ALL, first, last) < self->asked.disclosure;
}

static gboolean
has_few_beyond (const PileupReading *self)
{
  const gint64 first = pileup_asked_last (&self->asked) + 1;

  return is_few (self, first, first + (gint64) self->asked.shape.beyond - 1);
}

/* The excess, and whether fewer follow. */
static const char *
excess_of (const PileupReading *self)
{
  const PileupLook *look = &self->looks[PILEUP_ALL];

  if (!self->told.window)
    return N_ (MORE_THAN ".");
  if (!look->has_beyond || (!self->told.beyond && !has_few_beyond (self)))
    return N_ (EXCESS ".");
  if (!self->told.beyond)
    return N_ (EXCESS "; the next {beyond} hold fewer than {disclosure}, where they suggest about "
                      "{beyond_expected:n}.");
  if (look->beyond.observed >= look->beyond.expected)
    return N_ (EXCESS ".");

  return N_ (EXCESS "; the next {beyond} hold {beyond_observed:n}, where they suggest about "
                    "{beyond_expected:n}.");
}

static const char *
none_of (const PileupReading *self)
{
  if (self->told.window)
    return N_ ("{observed:n} cases are recorded at {from} to {to} {unit}, where the counts around "
               "suggest about {expected:n}" NO_MORE);
  if (is_few (self, pileup_asked_first (&self->asked), pileup_asked_last (&self->asked)))
    return N_ ("Fewer than {disclosure} cases are recorded at {from} to {to} {unit}, where the "
               "counts around suggest about {expected:n}: no pile-up up to {limit}.");

  return N_ ("The counts around {from} to {to} {unit} suggest about {expected:n} cases there, and "
             "about as many are recorded" NO_MORE);
}

static void
say_excess (Saying *saying)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_place (saying->reading, &facts);
  insert_look (saying->reading, &facts);
  g_variant_dict_insert (&facts, "false_alarm", "d", PILEUP_FALSE_ALARM);
  finding_list_add (saying->findings, saying->method, "pileup.excess", excess_of (saying->reading),
                    saying->reading->asked.unit->question, saying->reading->asked.unit->request,
                    &facts);
}

static void
say_none (Saying *saying)
{
  const PileupReading *self = saying->reading;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_place (self, &facts);
  insert_look (self, &facts);
  finding_list_add (saying->findings, saying->method, "pileup.none", none_of (self), NULL, NULL,
                    &facts);
}

/* How far the share of the window has moved, in standard deviations of chance. */
static double
change_of_share (const PileupReading *self)
{
  const gint64 first = pileup_asked_first (&self->asked), last = pileup_asked_last (&self->asked);
  const double *n = self->lengths.n_cases;
  const double before = pileup_lengths_sum (&self->lengths, PILEUP_BEFORE, first, last);
  const double since = pileup_lengths_sum (&self->lengths, PILEUP_SINCE, first, last);
  const double pooled = (before + since) / (n[PILEUP_BEFORE] + n[PILEUP_SINCE]);
  const double variance = pooled * (1 - pooled) * (1 / n[PILEUP_BEFORE] + 1 / n[PILEUP_SINCE]);

  return (since / n[PILEUP_SINCE] - before / n[PILEUP_BEFORE]) / sqrt (variance);
}

static const char *
moved (const double pair[2])
{
  return pair[1] > pair[0] ? "rose" : pair[1] < pair[0] ? "fell" : "went";
}

static void
insert_pair (GVariantDict *facts, const char *before, const char *since, const double pair[2])
{
  insert_count (facts, before, pair[0]);
  insert_count (facts, since, pair[1]);
}

/* Counts of parts of about the same size may be set side by side; the sizes are said all the
 * same.
 */
static void
say_since (Saying *saying)
{
  const PileupReading *self = saying->reading;
  const PileupAsked *asked = &self->asked;
  const gint64 after = pileup_asked_last (asked) + 1;
  const gint64 last = after + pileup_asked_n_window (asked) - 1;
  const double z = change_of_share (self);
  double window[2], beyond[2];
  g_autofree char *said = NULL;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  pileup_reading_get_pair (self, FALSE, window);
  pileup_reading_get_pair (self, TRUE, beyond);
  if (isnan (window[0]) || !self->told.parts_n ||
      !(kernel_two_sided (z) < PILEUP_SINCE_FALSE_ALARM))
    return;

  insert_place (self, &facts);
  g_variant_dict_insert (&facts, "since", "s", asked->since);
  g_variant_dict_insert (&facts, "after", "x", after);
  g_variant_dict_insert (&facts, "after_to", "x", last);
  g_variant_dict_insert (&facts, "n_before", "x", (gint64) self->lengths.n_cases[PILEUP_BEFORE]);
  g_variant_dict_insert (&facts, "n_since", "x", (gint64) self->lengths.n_cases[PILEUP_SINCE]);
  g_variant_dict_insert (&facts, "false_alarm", "d", PILEUP_SINCE_FALSE_ALARM);
  insert_pair (&facts, "window_before", "window_since", window);
  insert_pair (&facts, "after_before", "after_since", beyond);
  said = g_strdup_printf (
      "Cases at {from} to {to} {unit} %s from {window_before:n} to {window_since:n}%s%s%s, "
      "comparing {n_since:n} cases since {since:period} with {n_before:n} before.",
      moved (window), isnan (beyond[0]) ? "" : ", and those at {after} to {after_to} ",
      isnan (beyond[0]) ? "" : moved (beyond),
      isnan (beyond[0]) ? "" : " from {after_before:n} to {after_since:n}");
  finding_list_add (
      saying->findings, saying->method, "pileup.since", said,
      N_ ("What changed in {since:period}: the work, when the clock stops, or how dates are "
          "recorded?"),
      NULL, &facts);
}

GPtrArray *
pileup_findings_new (const PileupReading *self, ScrutinyMethod *method)
{
  Saying saying = { self, method, finding_list_new () };
  const char *verdict = pileup_look_get_verdict (&self->looks[PILEUP_ALL]);

  if (g_str_equal (verdict, "excess"))
    say_excess (&saying);
  else if (g_str_equal (verdict, "none"))
    say_none (&saying);
  if (self->asked.since && self->lengths.n_cases[PILEUP_BEFORE] > 0 &&
      self->lengths.n_cases[PILEUP_SINCE] > 0)
    say_since (&saying);

  return saying.findings;
}
