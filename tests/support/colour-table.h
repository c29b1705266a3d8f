/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/columns-builder.h"
#include "support/near.h"

#include <scrutiny/colour-audit.h>

static inline double
number_of (const char *text)
{
  return g_str_equal (text, "-") ? NAN : g_ascii_strtod (text, NULL);
}

/* A heading and rows of cells: "period value status; 2024-01 90 G; …".  "-" is missing, "_" a
 * blank; the columns period, indicator, unit and status hold texts.
 */
static inline ScrutinyTable *
draw (const char *text)
{
  static const char *const of_texts[] = {
    "period", "indicator", "unit", "status", "direction", NULL
  };
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_auto (GStrv) rows = g_strsplit (text, "; ", -1);
  g_auto (GStrv) names = g_strsplit (rows[0], " ", -1);

  for (gsize i = 1; rows[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (rows[i], " ", -1);

    for (gsize k = 0; names[k]; k++) {
      g_strdelimit (cells[k], "_", ' ');
      if (g_strv_contains (of_texts, names[k]))
        columns_builder_add_text (builder, names[k], g_str_equal (cells[k], "-") ? "" : cells[k]);
      else
        columns_builder_add_number (builder, names[k], number_of (cells[k]));
    }
  }

  return columns_builder_end (builder);
}

static inline ScrutinyColourAudit *
audit_of (const char *text, const char *rule_text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table = draw (text);
  g_autoptr (ScrutinyColourRule) rule = scrutiny_colour_rule_parse (rule_text, NULL, &error);
  ScrutinyColourAudit *audit;

  if (!rule)
    fail_msg ("%s", error->message);
  audit = scrutiny_colour_audit_new (
      table, rule, scrutiny_table_has_column (table, "status") ? "status" : NULL, &error);
  if (!audit)
    fail_msg ("%s", error->message);

  return audit;
}
