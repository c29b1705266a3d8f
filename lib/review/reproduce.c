/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/reproduce.h"

#include <scrutiny/finding.h>

#include "base/printed-figure.h"

#include <math.h>

/* A share may be published as 0.92 or as 92: whichever lies nearer is meant. */
static double
recompute (double numerator, double denominator, double published)
{
  const double share = numerator / denominator;

  return fabs (published - share) <= fabs (published - 100 * share) ? share : 100 * share;
}

typedef struct {
  guint n, n_off;
  gsize row; /* the last one that is off */
  double recomputed;
} Reproduction;

static void
compare_rows (ScrutinyTable *published, Reproduction *found)
{
  const char *const *texts = scrutiny_table_get_texts (published, "value_text");
  const double *numerators = scrutiny_table_get_doubles (published, "numerator", NULL);
  const double *denominators = scrutiny_table_get_doubles (published, "denominator", NULL);
  gsize n;
  const double *values = scrutiny_table_get_doubles (published, "value", &n);

  for (gsize i = 0; texts && numerators && denominators && i < n; i++) {
    double recomputed;

    if (isnan (values[i]) || isnan (numerators[i]) || !(denominators[i] > 0))
      continue;
    recomputed = recompute (numerators[i], denominators[i], values[i]);
    found->n++;
    if (printed_figure_agrees (texts[i], values[i], recomputed))
      continue;
    found->n_off++;
    found->row = i;
    found->recomputed = recomputed;
  }
}

static GVariant *
facts_of (ScrutinyTable *published, const Reproduction *found)
{
  GVariantDict facts;
  const char *const *periods = scrutiny_table_get_texts (published, "period");

  g_variant_dict_init (&facts, NULL);
  g_variant_dict_insert (&facts, "n", "x", (gint64) found->n);
  g_variant_dict_insert (&facts, "n_off", "x", (gint64) found->n_off);
  g_variant_dict_insert (&facts, "period", "s", periods ? periods[found->row] : "");
  g_variant_dict_insert (&facts, "published", "s",
                         scrutiny_table_get_texts (published, "value_text")[found->row]);
  g_variant_dict_insert (&facts, "recomputed", "d", found->recomputed);
  g_variant_dict_insert (&facts, "numerator", "d",
                         scrutiny_table_get_doubles (published, "numerator", NULL)[found->row]);
  g_variant_dict_insert (&facts, "denominator", "d",
                         scrutiny_table_get_doubles (published, "denominator", NULL)[found->row]);

  return g_variant_dict_end (&facts);
}

void
reproduce_append_findings (ScrutinyIndicator *indicator, GListStore *findings)
{
  ScrutinyTable *published = scrutiny_indicator_get_published (indicator);
  Reproduction found = { 0 };
  g_autoptr (ScrutinyFinding) finding = NULL;

  if (!published)
    return;

  compare_rows (published, &found);
  if (found.n_off > 0)
    finding = scrutiny_finding_new (
        "figure.not-reproduced",
        "{n_off} of the {n} published figures {n_off|is|are} not what {n_off|its|their} own counts "
        "give; the "
        "latest is {period:period}: {numerator} of {denominator} is {recomputed:.1}, not "
        "{published}.",
        "How was {published} worked out, and which of the two figures is right?",
        facts_of (published, &found), NULL);
  else if (found.n > 0)
    finding =
        scrutiny_finding_new ("figure.reproduced",
                              found.n == 1 ? "The published figure agrees with its numerator and "
                                             "denominator."
                                           : "The {n} published figures with counts agree with "
                                             "their numerators and denominators.",
                              NULL, g_variant_new_parsed ("{'n': <%x>}", (gint64) found.n), NULL);
  if (finding)
    g_list_store_append (findings, finding);
}
