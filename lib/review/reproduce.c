/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/reproduce.h"

#include <scrutiny/finding.h>

#include "base/columns.h"
#include "challenge/reproduction.h"

/* Sets each published figure beside its own counts, FALSE where there are none: what was itself
 * worked out of counts, and was not printed, says nothing of them.
 */
static gboolean
compare_rows (ScrutinyTable *published, Reproduction *found)
{
  const ReproductionColumns columns = {
    .values = columns_find_numbers (published, "value"),
    .texts = columns_find_texts (published, "value_text"),
    .numerators = columns_find_numbers (published, "numerator"),
    .denominators = columns_find_numbers (published, "denominator"),
  };
  const gsize n = scrutiny_table_get_n_rows (published);
  g_autofree gsize *rows = g_new (gsize, n + 1);
  gsize n_printed = 0;

  if (!columns.values || !columns.texts || !columns.numerators || !columns.denominators)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    if (*columns.texts[i])
      rows[n_printed++] = i;
  reproduction_add (found, &columns, rows, n_printed);

  return TRUE;
}

static GVariant *
facts_of (ScrutinyTable *published, const Reproduction *found)
{
  GVariantDict facts;
  const char *const *periods = scrutiny_table_get_texts (published, "period");
  const ReproductionRow *last = &g_array_index (found->off, ReproductionRow, found->off->len - 1);

  g_variant_dict_init (&facts, NULL);
  g_variant_dict_insert (&facts, "n", "x", (gint64) found->n);
  g_variant_dict_insert (&facts, "n_off", "x", (gint64) found->off->len);
  g_variant_dict_insert (&facts, "period", "s", periods ? periods[last->row] : "");
  g_variant_dict_insert (&facts, "published", "s",
                         scrutiny_table_get_texts (published, "value_text")[last->row]);
  g_variant_dict_insert (&facts, "recomputed", "d", last->recomputed);
  g_variant_dict_insert (&facts, "numerator", "d",
                         scrutiny_table_get_doubles (published, "numerator", NULL)[last->row]);
  g_variant_dict_insert (&facts, "denominator", "d",
                         scrutiny_table_get_doubles (published, "denominator", NULL)[last->row]);

  return g_variant_dict_end (&facts);
}

void
reproduce_append_findings (ScrutinyIndicator *indicator, GListStore *findings)
{
  ScrutinyTable *published = scrutiny_indicator_get_published (indicator);
  g_auto (Reproduction) found = { 0 };
  g_autoptr (ScrutinyFinding) finding = NULL;

  reproduction_init (&found);
  if (!published || !compare_rows (published, &found))
    return;

  if (found.off->len > 0)
    finding = scrutiny_finding_new (
        "figure.not-reproduced",
        found.n == 1
            ? "The published figure is not what its own counts give: {numerator} of {denominator} "
              "is "
              "{recomputed:.1}, not {published}."
            : "{n_off} of the {n} published figures {n_off|is|are} not what {n_off|its|their} own "
              "counts give; the latest is {period:period}: {numerator} of {denominator} is "
              "{recomputed:.1}, not {published}.",
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
