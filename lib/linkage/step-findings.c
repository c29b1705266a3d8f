/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/step-findings.h"

#include "base/finding-list.h"
#include "base/number.h"
#include "trend/sentence.h"
#include "trend/step-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* Of the rule, where nothing happens on the date, and where the date was picked for the clearest
 * step: the largest of docs/methods/step.md, two years of levels beside a line aside.
 */
static const double FALSE_ALARM = 0.058;
static const double FALSE_ALARM_OF_PICKED = 0.72;

/* A chance from which on a step is called an ordinary one. */
static const double COMMON = 0.25;

static gboolean
is_told (const KernelKnownStep *found)
{
  return found->chance <= found->rare && !found->is_season;
}

const char *
step_verdict_name (const KernelKnownStep *found, ScrutinyDirection expected)
{
  const gboolean is_up = found->level > 0;

  if (!is_told (found))
    return "cannot-tell";
  if (expected == SCRUTINY_DIRECTION_NONE)
    return is_up ? "rose" : "fell";

  return is_up == (expected == SCRUTINY_DIRECTION_UP) ? "moved-as-stated" : "moved-other-way";
}

static guint
decimals_of (const StepReading *self)
{
  return sentence_choose_decimals (self->found.error);
}

static gboolean
is_stated_before (const StepReading *self)
{
  return g_str_equal (self->timing, "before");
}

static void
insert_facts (const StepReading *self, GVariantDict *facts)
{
  const StepWords words = step_words_get (self->at.calendar);
  g_autofree char *at = period_dup_text (&self->at);
  g_autofree char *before = step_words_dup_count (words, self->n_before);

  g_variant_dict_insert (facts, "figure", "s", self->figure ? self->figure : "");
  g_variant_dict_insert (facts, "at", "s", at);
  g_variant_dict_insert (facts, "stated", "s", self->stated ? self->stated : "");
  g_variant_dict_insert (facts, "timing", "s", self->timing);
  g_variant_dict_insert (facts, "n_before", "x", (gint64) self->n_before);
  g_variant_dict_insert (facts, "n_after", "x", (gint64) self->n_after);
  g_variant_dict_insert (facts, "before", "s", before);
  g_variant_dict_insert (facts, "steps", "s", words.many);
  g_variant_dict_insert (facts, "change", "d", self->found.level);
  g_variant_dict_insert (facts, "by", "d", fabs (self->found.level));
  g_variant_dict_insert (facts, "way", "s", self->found.level > 0 ? "higher" : "lower");
  g_variant_dict_insert (facts, "p", "d", self->found.chance);
  g_variant_dict_insert (facts, "one_in", "x", (gint64) round (1 / self->found.chance));
  g_variant_dict_insert (facts, "smallest", "d", self->found.smallest);
  g_variant_dict_insert (facts, "false_alarm", "d",
                         is_stated_before (self) ? FALSE_ALARM : FALSE_ALARM_OF_PICKED);
}

static const char *
choose_statement (const char *verdict)
{
  if (g_str_equal (verdict, "moved-as-stated"))
    return N_ ("It was said that it would move this way, and it did: from {at:period} on {whose} "
               "is {by:.D} {way} than the line of the {before} before leads one to expect. Series "
               "in which nothing happens on a date have a step as clear there in about 1 of "
               "{one_in:n}. Other things may have changed then.");
  if (g_str_equal (verdict, "moved-other-way"))
    return N_ ("It was said that it would move the other way: from {at:period} on {whose} is "
               "{by:.D} {way} than the line of the {before} before leads one to expect. Series in "
               "which nothing happens on a date have a step as clear there in about 1 of "
               "{one_in:n}. Other things may have changed then.");

  return N_ ("From {at:period} on {whose} is {by:.D} {way} than the line of the {before} before "
             "leads one to expect. Series in which nothing happens on a date have a step as clear "
             "there in about 1 of {one_in:n}. Other things may have changed then.");
}

/* A figure without a name is one all the same. */
static char *
dup_statement (const StepReading *self, const char *verdict)
{
  const SentenceForm form = { .decimals = decimals_of (self),
                              .in_weeks = self->at.calendar == SCRUTINY_CALENDAR_WEEK };
  g_autofree char *sentence = sentence_dup (&form, choose_statement (verdict));
  g_auto (GStrv) halves = g_strsplit (sentence, "{whose}", 2);

  return g_strjoin (self->figure ? "{figure:q}" : "the figure", halves[0], halves[1], NULL);
}

static void
tell_step (const StepReading *self,
           const char *verdict,
           ScrutinyMethod *method,
           GPtrArray *findings)
{
  g_autofree char *id = g_strconcat ("step.", verdict, NULL);
  g_autofree char *statement = dup_statement (self, verdict);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_facts (self, &facts);
  finding_list_add (findings, method, id, statement,
                    N_ ("What else changed in {at:period}, and who has seen the steps between?"),
                    NULL, &facts);
}

/* When the date was named, beside what it is a date of. */
static const char *
choose_looks_back (const StepReading *self)
{
  if (self->last)
    return N_ ("That the change is of {at:period} was stated on {stated}, after the last of these "
               "figures ({last:period}), when all of them could be seen. Where a date is picked "
               "for how figures move, as clear a step is found in up to seven of ten "
               "series in which nothing happens.");
  if (g_str_equal (self->timing, "after"))
    return N_ ("That the change is of {at:period} was stated on {stated}, when {at:period} had "
               "begun. Where a date is picked for how figures move, as clear a step is found in "
               "up to seven of ten series in which nothing happens.");

  return N_ ("It is not recorded when {at:period} was first named. Where a date is picked for "
             "how figures move, as clear a step is found in up to seven of ten series "
             "in which nothing happens.");
}

/* A date that was stated once figures of it were known may have been picked for how they move. */
static void
tell_looks_back (const StepReading *self, ScrutinyMethod *method, GPtrArray *findings)
{
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (is_stated_before (self))
    return;
  insert_facts (self, &facts);
  if (self->last)
    g_variant_dict_insert (&facts, "last", "s", self->last);
  finding_list_add (findings, method, "step.looks-back", choose_looks_back (self),
                    N_ ("Who named {at:period}, when, and from what?"),
                    N_ ("The minute or plan that names {at:period}, with its own date."), &facts);
}

GPtrArray *
step_findings_new (const StepReading *reading, ScrutinyMethod *method)
{
  GPtrArray *findings = finding_list_new ();
  const char *verdict = step_verdict_name (&reading->found, reading->expected);

  if (g_str_equal (verdict, "cannot-tell"))
    return findings;
  tell_step (reading, verdict, method, findings);
  tell_looks_back (reading, method, findings);

  return findings;
}

char *
step_dup_lack (const StepReading *self)
{
  const StepWords words = step_words_get (self->at.calendar);
  g_autofree char *before = step_words_dup_count (words, self->n_before);
  g_autofree char *after = step_words_dup_count (words, self->n_after);

  if (self->n_before >= KERNEL_STEP_FEWEST && self->n_after >= KERNEL_STEP_FEWEST)
    return NULL;

  return g_strdup_printf ("%s before the date and %s from it on have a figure; %d are the fewest "
                          "on either side of which anything can be told: ask for more.",
                          before, after, KERNEL_STEP_FEWEST);
}

/* How common such a step is, where it is not found in most series. */
static char *
dup_commonness (const StepReading *self)
{
  if (self->found.chance > COMMON)
    return g_strdup ("is an ordinary one");

  return g_strdup_printf (
      "is one that about 1 of %.0f series in which nothing happens have, and it "
      "is told of from 1 of %.0f on",
      1 / self->found.chance, 1 / self->found.rare);
}

/* “18 months before the date and 18 from it on: the step there, 0.1 lower” */
static char *
dup_what_there_is (const StepReading *self)
{
  const StepWords words = step_words_get (self->at.calendar);
  g_autofree char *before = step_words_dup_count (words, self->n_before);
  char by[NUMBER_TEXT_SIZE * 12];

  number_format_fixed (fabs (self->found.level), decimals_of (self), by);

  return g_strdup_printf ("%s before the date and %u from it on: the step there, %s %s", before,
                          self->n_after, by, self->found.level > 0 ? "higher" : "lower");
}

static char *
dup_season (const StepReading *self)
{
  g_autofree char *there_is = dup_what_there_is (self);

  return g_strdup_printf ("%s, does not show where each month is set beside the same month of "
                          "another year: a season could look like it. Ask for a longer series, or "
                          "for the same figures of places where nothing changed then.",
                          there_is);
}

char *
step_dup_cannot_tell (const StepReading *self)
{
  g_autofree char *there_is = NULL, *commonness = NULL;
  char smallest[NUMBER_TEXT_SIZE * 12];

  if (is_told (&self->found))
    return NULL;
  if (self->found.is_season)
    return dup_season (self);
  there_is = dup_what_there_is (self);
  commonness = dup_commonness (self);
  number_format_fixed (self->found.smallest, decimals_of (self), smallest);

  return g_strdup_printf ("%s, %s. One smaller than %s would have been missed. Ask for a longer "
                          "series, or for the same figures of places where nothing changed then.",
                          there_is, commonness, smallest);
}
