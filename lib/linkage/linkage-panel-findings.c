/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/linkage-panel-findings.h"

#include "base/finding-list.h"
#include "base/number.h"
#include "trend/sentence.h"
#include "trend/step-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* The chance from which on a link is told of, and how often that happens where nothing is there:
 * the largest of docs/methods/linkage-panel.md.
 */
static const double RARE = 0.05;
static const double FALSE_ALARM = 0.07;

/* A chance from which on a link is called an ordinary one. */
static const double COMMON = 0.25;

const char *
panel_verdict_name (const KernelPanel *found, ScrutinyDirection expected)
{
  const gboolean is_up = found->slope > 0;

  if (!(found->chance <= RARE))
    return "cannot-tell";
  if (expected == SCRUTINY_DIRECTION_NONE)
    return "moves-with";

  return is_up == (expected == SCRUTINY_DIRECTION_UP) ? "moved-as-stated" : "moved-other-way";
}

static void
insert_facts (const PanelSaying *self, GVariantDict *facts)
{
  const StepWords words = step_words_get (self->places->calendar);
  g_autofree char *later = step_words_dup_count (words, self->lag);
  g_autofree char *when = g_strdup_printf (", %s after", later);

  g_variant_dict_insert (facts, "indicator", "s", self->indicator);
  g_variant_dict_insert (facts, "outcome", "s", self->outcome);
  g_variant_dict_insert (facts, "n_places", "x", (gint64) self->places->n_places);
  g_variant_dict_insert (facts, "n_periods", "x", (gint64) self->places->n_periods);
  g_variant_dict_insert (facts, "steps", "s", words.many);
  g_variant_dict_insert (facts, "step", "s", words.one);
  g_variant_dict_insert (facts, "lag", "x", (gint64) self->lag);
  g_variant_dict_insert (facts, "when", "s", self->lag > 0 ? when : "");
  g_variant_dict_insert (facts, "way", "s", self->found.slope > 0 ? "higher" : "lower");
  g_variant_dict_insert (facts, "r", "d", self->found.r);
  g_variant_dict_insert (facts, "slope", "d", self->found.slope);
  g_variant_dict_insert (facts, "p", "d", self->found.chance);
  g_variant_dict_insert (facts, "one_in", "x", (gint64) round (1 / self->found.chance));
  g_variant_dict_insert (facts, "smallest", "d", self->found.smallest);
  g_variant_dict_insert (facts, "false_alarm", "d", FALSE_ALARM);
}

static const char *
choose_statement (const char *verdict)
{
  if (g_str_equal (verdict, "moves-with"))
    return N_ ("Of {n_places} places over {n_periods} {steps}: where “{indicator}” was higher than "
               "is usual for the place and for the {step}, “{outcome}” was {way} than is "
               "usual{when}. As strong a link comes about in about 1 of {one_in:n} ways to give "
               "these series to other places. Something else that changed in the same places may "
               "have moved both.");
  if (g_str_equal (verdict, "moved-as-stated"))
    return N_ ("The reason says that “{outcome}” moves this way when “{indicator}” rises, and of "
               "{n_places} places over {n_periods} {steps} it did: where “{indicator}” was higher "
               "than is usual for the place and for the {step}, it was {way} than is usual{when}. "
               "As strong a link comes about in about 1 of {one_in:n} ways to give these series to "
               "other places. Something else that changed in the same places may have moved both.");

  return N_ ("The reason says that “{outcome}” moves the other way when “{indicator}” rises: of "
             "{n_places} places over {n_periods} {steps}, where “{indicator}” was higher than is "
             "usual for the place and for the {step}, it was {way} than is usual{when}. As strong "
             "a link comes about in about 1 of {one_in:n} ways to give these series to other "
             "places. Something else that changed in the same places may have moved both.");
}

static void
tell_link (const PanelSaying *self,
           const char *verdict,
           ScrutinyMethod *method,
           GPtrArray *findings)
{
  g_autofree char *id = g_strconcat ("linkage-panel.", verdict, NULL);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_facts (self, &facts);
  finding_list_add (findings, method, id, choose_statement (verdict),
                    g_str_equal (verdict, "moved-other-way")
                        ? N_ ("What else changed in those places, and does the reason still stand?")
                        : N_ ("What else changed in those places, and who has seen the steps "
                              "between?"),
                    NULL, &facts);
}

/* Only of risks that a panel shows, where the link is told of. */
static void
tell_unmeasured (const PanelSaying *self, ScrutinyMethod *method, GPtrArray *findings)
{
  const SentenceForm form = { .decimals = sentence_choose_decimals (fabs (self->risk.contrast)) };
  g_autofree char *statement = NULL;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  if (isnan (self->risk.e_value))
    return;
  statement = sentence_dup (
      &form,
      N_ ("Where “{indicator}” was {contrast:.D} higher, “{outcome}” was {ratio:.2} times as "
          "common. An unmeasured cause would need to be {e_value:.2} times as common there, and "
          "to make “{outcome}” {e_value:.2} times as {common}, to explain that by itself; several "
          "together would each need less. That is how much it would take, and not that nothing "
          "does."));
  insert_facts (self, &facts);
  g_variant_dict_insert (&facts, "contrast", "d", self->risk.contrast);
  g_variant_dict_insert (&facts, "ratio", "d", self->risk.ratio);
  g_variant_dict_insert (&facts, "e_value", "d", self->risk.e_value);
  g_variant_dict_insert (&facts, "common", "s", self->risk.ratio > 1 ? "common" : "rare");
  finding_list_add (findings, method, "linkage-panel.unmeasured", statement,
                    N_ ("What else differs between these places, and goes as closely with both?"),
                    NULL, &facts);
}

GPtrArray *
panel_findings_new (const PanelSaying *saying, ScrutinyMethod *method)
{
  GPtrArray *findings = finding_list_new ();
  const char *verdict = panel_verdict_name (&saying->found, saying->expected);

  if (g_str_equal (verdict, "cannot-tell"))
    return findings;
  tell_link (saying, verdict, method, findings);
  tell_unmeasured (saying, method, findings);

  return findings;
}

static char *
dup_commonness (double chance)
{
  if (chance > COMMON)
    return g_strdup ("the link there is an ordinary one");

  return g_strdup_printf ("as strong a link comes about in about 1 of %.0f ways to give these "
                          "series to other places, and it is told of from 1 of %.0f on",
                          1 / chance, 1 / RARE);
}

/* A correlation above 1 is none. */
static char *
dup_missed (double smallest)
{
  char text[NUMBER_TEXT_SIZE];

  if (smallest >= 1)
    return g_strdup ("any link could have been missed");
  g_ascii_formatd (text, sizeof text, "%.2f", smallest);

  return g_strdup_printf ("a link weaker than a correlation of %s would have been missed", text);
}

char *
panel_dup_cannot_tell (const PanelSaying *self)
{
  const StepWords words = step_words_get (self->places->calendar);
  g_autofree char *count = step_words_dup_count (words, (guint) self->places->n_periods);
  g_autofree char *commonness = dup_commonness (self->found.chance);
  g_autofree char *missed = dup_missed (self->found.smallest);

  if (self->found.chance <= RARE)
    return NULL;

  return g_strdup_printf ("%u places in %s: %s; %s. Ask for more places, or for more %s.",
                          self->places->n_places, count, commonness, missed, words.many);
}
