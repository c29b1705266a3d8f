/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/quality-codes.h"

#include "base/number.h"
#include "base/table-columns.h"

#include <glib/gi18n.h>
#include <math.h>

/* The codes as the cells of their column are written: numbers as the library writes them. */
static GHashTable *
set_of (ScrutinyTable *table, const QualityCodes *list)
{
  const gboolean is_numeric = !scrutiny_table_is_text (table, list->column);
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; list->codes[i]; i++) {
    char shown[NUMBER_TEXT_SIZE], *end;
    const double number = g_ascii_strtod (list->codes[i], &end);

    if (is_numeric && end != list->codes[i] && *end == 0 && isfinite (number))
      g_hash_table_add (set, g_strdup (number_format (number, shown)));
    else
      g_hash_table_add (set, g_strdup (list->codes[i]));
  }

  return set;
}

static void
say (QualityReading *reading, const QualityFact *fact, gsize n_codes)
{
  g_autofree char *rows = quality_fact_dup_rows (fact, reading->table);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (fact->value == 0)
    return;
  g_variant_dict_insert (&facts, "column", "s", fact->column);
  g_variant_dict_insert (&facts, "n_off", "x", (gint64) fact->value);
  g_variant_dict_insert (&facts, "n", "x", (gint64) fact->of);
  g_variant_dict_insert (&facts, "n_codes", "x", (gint64) n_codes);
  g_variant_dict_insert (&facts, "rows", "s", rows);
  g_variant_dict_insert (&facts, "false_alarm", "d", 0.0);
  quality_say (reading, "quality.not-listed",
               N_ ("{n_off:n} of {n:n} entries of {column:q} {n_off|is|are} none of the {n_codes} "
                   "that are listed for it: {rows}."),
               N_ ("Is the list out of date, or is something written that it has no place for, and "
                   "where are such cases counted?"),
               NULL, &facts);
}

static void
look_at (QualityReading *reading, const QualityCodes *list)
{
  const QualityTable *table = reading->table;
  g_auto (GStrv) texts = table_columns_dup_texts (table->table, list->column);
  g_autoptr (GHashTable) set = set_of (table->table, list);
  QualityFact *fact = quality_facts_add (reading, "validity", "not-listed", list->column, 0, 0);

  for (gsize row = 0; row < table->n_rows; row++) {
    if (quality_table_is_blank (table, list->column, row))
      continue;
    fact->of++;
    if (g_hash_table_contains (set, texts[row]))
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say (reading, fact, g_strv_length (list->codes));
}

void
quality_codes_look (QualityReading *reading)
{
  const GPtrArray *codes = reading->table->codes;

  for (guint i = 0; i < codes->len; i++)
    look_at (reading, codes->pdata[i]);
}
