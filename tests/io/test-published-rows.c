/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/published-rows.h"

#include "indicator/dossier-private.h"
#include "io/csv-scan.h"
#include "io/layout.h"

#include "support/near.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* The published table of the first indicator, a row a line; numbers in brackets. */
static const struct known {
  const char *label;
  const char *layout; /* NULL: found by looking */
  const char *text, *published;
} known[] = {
  { "long: value, target and status", NULL,
    "Indicator,Month,Actual,Target,RAG\nCalls,2023-04,92%,90%,Green\nCalls,2023-05,<5,90%,\n",
    "period|label|value|value_text|target|target_text|status\n"
    "2023-04|April 2023|[92]|92%|[90]|90%|Green\n"
    "2023-05|May 2023|[]|<5|[90]|90%|\n" },
  { "long: counts", NULL,
    "Indicator,Month,Value,Numerator,Denominator,Status\nCalls,2023-04,90,9,10,Green\n",
    "period|label|value|value_text|numerator|denominator|status\n"
    "2023-04|April 2023|[90]|90|[9]|[10]|Green\n" },
  { "long: one column of figures beside a status", NULL,
    "Month,Calls answered,Target,RAG\n2023-04,92,90,Green\n2023-05,80,90,Red\n",
    "period|label|value|value_text|target|target_text|status\n"
    "2023-04|April 2023|[92]|92|[90]|90|Green\n"
    "2023-05|May 2023|[80]|80|[90]|90|Red\n" },
  { "long: counts and a status, and no figure", NULL,
    "Indicator,Month,Numerator,Denominator,Target,Status\nCalls,2023-04,9,10,90%,Green\n"
    "Calls,2023-05,,10,90%,\nCalls,2023-06,0,0,90%,\n",
    "period|label|value|value_text|numerator|denominator|target|target_text|status\n"
    "2023-04|April 2023|[90]||[9]|[10]|[90]|90%|Green\n"
    "2023-05|May 2023|[]||[]|[10]|[90]|90%|\n"
    "2023-06|June 2023|[]||[0]|[0]|[90]|90%|\n" },
  { "long: nothing but figures", NULL, "Month,Calls\n2023-04,92\n", NULL },
  { "scorecard", NULL, "Indicator,Value,Target,Status\nCalls,\"1,200\",1000,Green\n",
    "value|value_text|target|target_text|status\n"
    "[1200]|1,200|[1000]|1000|Green\n" },
  { "scorecard: with the quarter it is of", "scorecard",
    "Indicator,Quarter,Value,Status\nCalls,Q2 2023-24,12,Amber\n",
    "period|label|value|value_text|status\n"
    "2023/24-Q2|Q2 2023/24|[12]|12|Amber\n" },
};

static void
append_cell (GString *text, ScrutinyTable *table, const char *name, gsize row)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  double value;

  if (scrutiny_table_is_text (table, name)) {
    g_string_append (text, scrutiny_table_get_texts (table, name)[row]);
    return;
  }
  value = scrutiny_table_get_doubles (table, name, NULL)[row];
  if (isnan (value))
    g_string_append (text, "[]");
  else
    g_string_append_printf (text, "[%s]", g_ascii_formatd (number, sizeof number, "%g", value));
}

static char *
dup_text (ScrutinyTable *table)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  g_autofree char *head = g_strjoinv ("|", names);
  GString *text = g_string_new (head);

  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++)
    for (gsize i = 0; names[i]; i++) {
      g_string_append_c (text, i == 0 ? '\n' : '|');
      append_cell (text, table, names[i], row);
    }
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

static ScrutinyDossier *
read_text (const char *text, const char *layout)
{
  g_autoptr (ScrutinyReadOptions) options = scrutiny_read_options_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (Grid) grid = csv_scan_bytes (bytes, NULL, "table.csv", NULL, NULL);
  g_autoptr (ScrutinyDossierBuilder) builder = scrutiny_dossier_builder_new ();
  g_autoptr (GError) error = NULL;

  scrutiny_read_options_set_layout (options, layout);
  if (!layout_read (grid, options, builder, &error))
    fail_msg ("%s", error->message);

  return scrutiny_dossier_builder_end (builder, NULL);
}

static void
test_known (void **state)
{
  for (gsize i = 0; i < LENGTH (known); i++) {
    g_autoptr (ScrutinyDossier) dossier = read_text (known[i].text, known[i].layout);
    ScrutinyTable *table =
        scrutiny_indicator_get_published (scrutiny_dossier_get_indicator (dossier, 0));
    g_autofree char *got = table ? dup_text (table) : NULL;

    if (g_strcmp0 (got, known[i].published) != 0)
      fail_msg ("%s:\n%s", known[i].label, got);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_known),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
