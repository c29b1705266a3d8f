/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/linkage-findings.h"

#include "base/finding-list.h"
#include "base/number.h"
#include "trend/step-words.h"

#include <glib/gi18n.h>

const char *
linkage_verdict_name (const KernelLinkage *found, ScrutinyDirection expected)
{
  const gboolean is_up = found->level.r > 0;

  if (found->verdict == KERNEL_LINKAGE_CANNOT_TELL)
    return "cannot-tell";
  if (found->verdict == KERNEL_LINKAGE_NONE_STRONG)
    return "none-as-strong";
  if (expected == SCRUTINY_DIRECTION_NONE)
    return "moves-with";

  return is_up == (expected == SCRUTINY_DIRECTION_UP) ? "moved-as-stated" : "moved-other-way";
}

static StepWords
words_of (const LinkageSaying *self)
{
  return step_words_get (self->pair->from.calendar);
}

/* “May 2020, June 2020 and July 2020” */
static char *
dup_shocks (const LinkageSaying *self)
{
  const KernelLinkage *found = self->found;
  GString *out = g_string_new (NULL);

  for (gsize k = 0; k < found->n_shocks; k++) {
    g_autofree char *label = linked_pair_dup_label (self->pair, found->shocks[k]);

    g_string_append_printf (out, "%s%s",
                            k == 0                     ? ""
                            : k + 1 == found->n_shocks ? " and "
                                                       : ", ",
                            label);
  }

  return g_string_free (out, FALSE);
}

static gboolean
is_by_days (const LinkageSaying *self)
{
  return self->pair->from.calendar == SCRUTINY_CALENDAR_DAY;
}

/* What was taken off before two were held against each other. */
static const char *
name_past (const LinkageSaying *self)
{
  if (self->pair->season <= 1)
    return "its own past";

  return self->pair->from.calendar == SCRUTINY_CALENDAR_DAY ? "its own past and the day of the week"
                                                            : "its own past and its season";
}

static void
insert_facts (const LinkageSaying *self, GVariantDict *facts)
{
  const KernelLinkage *found = self->found;
  const StepWords words = words_of (self);
  g_autofree char *lag = step_words_dup_count (words, (guint) found->level.lag);

  g_variant_dict_insert (facts, "indicator", "s", self->indicator);
  g_variant_dict_insert (facts, "outcome", "s", self->outcome);
  g_variant_dict_insert (facts, "n", "x", (gint64) found->n_used);
  g_variant_dict_insert (facts, "steps", "s", words.many);
  g_variant_dict_insert (facts, "step", "s", words.one);
  g_variant_dict_insert (facts, "lag", "x", (gint64) found->level.lag);
  g_variant_dict_insert (facts, "later", "s", lag);
  g_variant_dict_insert (facts, "past", "s", name_past (self));
  g_variant_dict_insert (facts, "way", "s", found->level.r > 0 ? "higher" : "lower");
  g_variant_dict_insert (facts, "r", "d", found->level.r);
  g_variant_dict_insert (facts, "low", "d", found->low);
  g_variant_dict_insert (facts, "high", "d", found->high);
  g_variant_dict_insert (facts, "smallest", "d", found->smallest);
  g_variant_dict_insert (facts, "false_alarm", "d", LINKAGE_FALSE_ALARM);
}

/* Which came first is not established where both moved at once. */
static const char *
choose_moves (const KernelLinkage *found)
{
  return found->level.lag > 0
             ? N_ ("In {n} {steps}, “{outcome}” was {way} than {past} led one to expect, {later} "
                   "after “{indicator}” was higher than that. One may bring about the other, or a "
                   "third thing both.")
             : N_ ("In {n} {steps}, “{outcome}” was {way} than {past} led one to expect in the "
                   "same {steps} in which “{indicator}” was higher than that; which came first "
                   "cannot be told. One may bring about the other, or a third thing both.");
}

static const char *
choose_as_stated (const KernelLinkage *found, gboolean is_as_stated)
{
  if (found->level.lag > 0)
    return is_as_stated
               ? N_ ("The reason says that “{outcome}” moves this way when “{indicator}” rises, "
                     "and it did: in {n} {steps} it was {way} than {past} led one to expect, "
                     "{later} after. A third thing may have moved both.")
               : N_ ("The reason says that “{outcome}” moves the other way when “{indicator}” "
                     "rises: in {n} {steps} it was {way} than {past} led one to expect, {later} "
                     "after. A third thing may have moved both.");

  return is_as_stated
             ? N_ ("The reason says that “{outcome}” moves this way when “{indicator}” rises, "
                   "and it did: in {n} {steps} it was {way} than {past} led one to expect, in the "
                   "same {steps}. Which came first cannot be told; a third thing may have moved "
                   "both.")
             : N_ ("The reason says that “{outcome}” moves the other way when “{indicator}” "
                   "rises: in {n} {steps} it was {way} than {past} led one to expect, in the same "
                   "{steps}. Which came first cannot be told; a third thing may have moved both.");
}

static const char *
choose_statement (const LinkageSaying *self, const char *verdict)
{
  if (g_str_equal (verdict, "none-as-strong"))
    return N_ ("In {n} {steps}, no link between “{indicator}” and “{outcome}” as strong as a "
               "correlation of 0.5 was seen; a weaker one could have been missed.");
  if (g_str_equal (verdict, "moves-with"))
    return choose_moves (self->found);

  return choose_as_stated (self->found, g_str_equal (verdict, "moved-as-stated"));
}

static const char *
choose_question (const char *verdict)
{
  if (g_str_equal (verdict, "none-as-strong"))
    return N_ ("What else shows that the one leads to the other, and who has seen it happen?");
  if (g_str_equal (verdict, "moved-other-way"))
    return N_ ("What else changed at that time, and does the reason still stand?");

  return N_ ("What else changed at that time, and who has seen the steps between?");
}

GPtrArray *
linkage_findings_new (const LinkageSaying *saying, ScrutinyMethod *method)
{
  GPtrArray *findings = finding_list_new ();
  const char *verdict = linkage_verdict_name (saying->found, saying->expected);
  g_autofree char *id = g_strconcat ("linkage.", verdict, NULL);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (g_str_equal (verdict, "cannot-tell"))
    return findings;
  insert_facts (saying, &facts);
  finding_list_add (findings, method, id, choose_statement (saying, verdict),
                    choose_question (verdict), NULL, &facts);

  return findings;
}

/* “The two moved together in May 2020 only” */
static char *
dup_one_event (const LinkageSaying *self)
{
  g_autofree char *shocks = dup_shocks (self);

  return g_strdup_printf ("The two moved together in %s only; outside it nothing can be told. Ask "
                          "what happened then.",
                          shocks);
}

static char *
dup_in_season (const LinkageSaying *self)
{
  return g_strdup_printf (
      "Both follow the %s, and that alone can make them move together: from one "
      "%s to the next nothing can be told of a link. Ask for a longer series, "
      "or for the same figures of other places.",
      is_by_days (self) ? "day of the week" : "time of the year",
      is_by_days (self) ? "week" : "year");
}

static char *
dup_under_two_seasons (const LinkageSaying *self)
{
  const char *season = is_by_days (self) ? "week" : "year";

  return g_strdup_printf ("%u %s are fewer than two %ss: what both do at the same time of each %s "
                          "cannot be told from a link. Ask for a longer series, or for the same "
                          "figures of other places.",
                          (guint) self->found->n_used, words_of (self).many, season, season);
}

static char *
dup_too_weak (const LinkageSaying *self)
{
  g_autofree char *count = step_words_dup_count (words_of (self), (guint) self->found->n_used);
  char smallest[NUMBER_TEXT_SIZE];

  g_ascii_formatd (smallest, sizeof smallest, "%.2f", self->found->smallest);

  return g_strdup_printf ("%s: a link weaker than a correlation of %s would have been missed. Ask "
                          "for a longer series, or for the same figures of other places.",
                          count, smallest);
}

char *
linkage_dup_cannot_tell (const LinkageSaying *saying)
{
  const KernelLinkage *found = saying->found;

  if (found->verdict != KERNEL_LINKAGE_CANNOT_TELL)
    return NULL;
  if (found->n_shocks > 0)
    return dup_one_event (saying);
  if (found->season == KERNEL_LINKAGE_IN_SEASON)
    return dup_in_season (saying);

  return found->season == KERNEL_LINKAGE_UNDER_TWO_SEASONS ? dup_under_two_seasons (saying)
                                                           : dup_too_weak (saying);
}
