/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/drift-findings.h"

#include "base/finding-list.h"

#include <glib/gi18n.h>
#include <math.h>

/* Less than so many per cent is printed as nothing. */
#define SMALLEST 0.05

/* “April 2023” or “April 2023 to March 2024” */
static char *
dup_name (ScrutinySeries *series, const DriftSpan *span)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  g_autofree char *first = scrutiny_timeline_dup_label (timeline, span->first);
  g_autofree char *last = scrutiny_timeline_dup_label (timeline, span->end - 1);

  return span->end - span->first > 1 ? g_strdup_printf ("%s to %s", first, last)
                                     : g_steal_pointer (&first);
}

/* Of a change by a factor, in per cent. */
static double
percent (double log_factor)
{
  return 100 * expm1 (log_factor);
}

/* “rose by 12.0%”, or “rise” where it only would, with the number as a fact of that name. */
static char *
insert_move (GVariantDict *facts, const char *name, double log_factor, gboolean would)
{
  static const char *const verbs[2][3] = { { "fell", "rose", "stayed as it was" },
                                           { "fall", "rise", "stay as it was" } };
  const double moved = percent (log_factor);

  g_variant_dict_insert (facts, name, "d", fabs (moved));

  return fabs (moved) < SMALLEST
             ? g_strdup (verbs[would][2])
             : g_strdup_printf ("%s by {%s:.1}%%", verbs[would][moved > 0], name);
}

static void
insert_span (GVariantDict *facts, const char *name, char *label, double value)
{
  g_autofree char *key = g_strconcat (name, "_value", NULL);

  g_variant_dict_insert (facts, name, "s", label);
  g_variant_dict_insert (facts, key, "d", value);
  g_free (label);
}

static const char *
choose_question (double counted, double out_of)
{
  return fabs (out_of) >= fabs (counted)
             ? N_ ("What changed in what the figure is out of: who is in it, and who counts them?")
             : N_ ("Did as much of it happen as before, or is it counted otherwise?");
}

/* Both pull the same way, or one does not move: their shares of the move in logarithms. */
static char *
dup_shared (GVariantDict *facts, const KernelDrift *split)
{
  const double whole = split->log_numerator + split->log_denominator;

  g_variant_dict_insert (facts, "share_counted", "d", 100 * split->log_numerator / whole);
  g_variant_dict_insert (facts, "share_out_of", "d", 100 * split->log_denominator / whole);

  return g_strdup ("Of the move {share_counted:.0}% comes of the first and {share_out_of:.0}% of "
                   "the second.");
}

/* They pull opposite ways. */
static char *
dup_opposed (GVariantDict *facts, const KernelDrift *split)
{
  g_autofree char *first = insert_move (facts, "alone_counted", split->log_numerator, TRUE);
  g_autofree char *second = insert_move (facts, "alone_out_of", split->log_denominator, TRUE);

  return g_strdup_printf ("Alone, the first would have it %s, the second %s.", first, second);
}

static gboolean
is_opposed (const KernelDrift *split)
{
  return split->log_numerator * split->log_denominator < 0;
}

static void
say_split (GPtrArray *findings,
           const KernelDrift *split,
           GVariantDict *facts,
           ScrutinyMethod *method)
{
  const double whole = split->log_numerator + split->log_denominator;
  g_autofree char *moved = insert_move (facts, "moved", whole, FALSE);
  g_autofree char *counted = insert_move (facts, "counted", split->log_numerator, FALSE);
  g_autofree char *out_of = insert_move (facts, "out_of", -split->log_denominator, FALSE);
  g_autofree char *rest = is_opposed (split)                  ? dup_opposed (facts, split)
                          : fabs (percent (whole)) < SMALLEST ? g_strdup ("")
                                                              : dup_shared (facts, split);
  g_autofree char *statement = g_strdup_printf ("Compared with {before}, in {after} the figure %s: "
                                                "what is counted %s, what it is out of %s.%s%s",
                                                moved, counted, out_of, *rest ? " " : "", rest);

  finding_list_add (findings, method, "drift.split", statement,
                    choose_question (split->log_numerator, split->log_denominator), NULL, facts);
}

/* Where nothing was counted before or after there are no factors. */
static void
say_parts (GPtrArray *findings,
           const DriftFigures *figures,
           GVariantDict *facts,
           ScrutinyMethod *method)
{
  const double counted = figures->scale * figures->split.numerator;
  const double out_of = figures->scale * figures->split.denominator;

  g_variant_dict_insert (facts, "counted_part", "d", counted);
  g_variant_dict_insert (facts, "out_of_part", "d", out_of);
  finding_list_add (
      findings, method, "drift.parts",
      N_ ("Compared with {before}, in {after} the figure went from {before_value:.1} to "
          "{after_value:.1}: {counted_part:.1} of it comes of what is counted, "
          "{out_of_part:.1} of what it is out of."),
      choose_question (counted, out_of), NULL, facts);
}

GPtrArray *
drift_findings_new (ScrutinySeries *series, const DriftFigures *figures, ScrutinyMethod *method)
{
  GPtrArray *findings = finding_list_new ();
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_span (&facts, "before", dup_name (series, &figures->before), figures->before.value);
  insert_span (&facts, "after", dup_name (series, &figures->after), figures->after.value);
  g_variant_dict_insert (&facts, "dispersion", "d", figures->dispersion);
  g_variant_dict_insert (&facts, "chance", "d", figures->chance);
  if (isnan (figures->split.log_numerator))
    say_parts (findings, figures, &facts, method);
  else
    say_split (findings, &figures->split, &facts, method);

  return findings;
}
