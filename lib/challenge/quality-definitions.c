/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/quality-definitions.h"

#include "base/period-days.h"

#include <glib/gi18n.h>

#include <math.h>
#include <string.h>

/* The first row, in order of time, that begins on @from or after it while an earlier one began
 * before it; @n_rows where there is none.
 */
static gsize
find_first_row (const QualityTable *table, const char *from)
{
  PeriodDays start, period;
  gboolean is_before = FALSE;

  if (!from || !table->periods || !period_parse_days (from, strlen (from), &start))
    return table->n_rows;
  for (gsize k = 0; k < table->n_rows; k++) {
    const gsize row = table->order[k];

    if (!period_get_days (&table->periods[row], &period))
      continue;
    if (period.last >= start.first)
      return is_before ? row : table->n_rows;
    is_before = TRUE;
  }

  return table->n_rows;
}

static void
say_change (QualityReading *reading, ScrutinyDefinition *definition, gsize row)
{
  g_autofree char *name = quality_table_dup_row (reading->table, row);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "from", "s", scrutiny_definition_get_from (definition));
  g_variant_dict_insert (&facts, "row", "s", name);
  quality_say (
      reading, "quality.definition",
      N_ ("The definition changed on {from}, with {row} as the first figure under it; figures "
          "before and after it do not measure the same."),
      N_ ("What would the earlier figures be under the present definition?"),
      N_ ("Some periods counted both ways"), &facts);
}

static void
look_at_changes (QualityReading *reading, GPtrArray *definitions)
{
  const QualityTable *table = reading->table;
  QualityFact *fact =
      quality_facts_add (reading, "definition", "changed", NULL, 0, definitions->len);

  for (guint i = 0; i < definitions->len; i++) {
    const gsize row = find_first_row (table, scrutiny_definition_get_from (definitions->pdata[i]));

    if (row == table->n_rows)
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
    say_change (reading, definitions->pdata[i], row);
  }
}

static void
note (QualityReading *reading, const char *id, const char *text)
{
  quality_facts_add (reading, "provenance", id, NULL, text && *text, 1);
}

void
quality_definitions_look (QualityReading *reading, ScrutinyIndicator *indicator)
{
  g_autoptr (GPtrArray) definitions = scrutiny_indicator_dup_definitions (indicator);

  look_at_changes (reading, definitions);
  note (reading, "source-recorded", scrutiny_indicator_get_source (indicator));
  note (reading, "owner-recorded", scrutiny_indicator_get_owner (indicator));
  quality_facts_add (reading, "provenance", "definition-recorded", NULL, definitions->len > 0, 1);
}
