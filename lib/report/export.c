/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/export.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "report/comparison-page.h"
#include "report/escape.h"
#include "report/panel-page.h"

#include <math.h>

#define TEXT_WIDTH 120
#define LONGEST_FORM 40

static void
append_cell (GString *out, ScrutinyTable *table, const char *name, gsize row)
{
  char text[NUMBER_TEXT_SIZE];
  double value;

  if (scrutiny_table_is_text (table, name)) {
    escape_csv (out, scrutiny_table_get_texts (table, name)[row]);
    return;
  }

  value = scrutiny_table_get_doubles (table, name, NULL)[row];
  if (isfinite (value))
    g_string_append (out, number_format (value, text));
}

static void
append_header (GString *out, char **names)
{
  for (gsize i = 0; names[i]; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    escape_csv (out, names[i]);
  }
  g_string_append (out, "\r\n");
}

/**
 * scrutiny_export_csv:
 * @table: a table
 *
 * Writes a table as CSV for a spreadsheet.
 *
 * RFC 4180 with a header row; missing numbers are empty cells. A text that a spreadsheet
 * would run as a formula is written with an apostrophe in front.
 *
 * Returns: (transfer full): the CSV text, UTF-8
 *
 * Since: 0.1
 */
char *
scrutiny_export_csv (ScrutinyTable *table)
{
  g_auto (GStrv) names = NULL;
  GString *out;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);

  out = g_string_new (NULL);
  names = scrutiny_table_dup_names (table);
  append_header (out, names);
  for (gsize row = 0; row < scrutiny_table_get_n_rows (table); row++) {
    for (gsize i = 0; names[i]; i++) {
      if (i > 0)
        g_string_append_c (out, ',');
      append_cell (out, table, names[i], row);
    }
    g_string_append (out, "\r\n");
  }

  return g_string_free (out, FALSE);
}

static char *
page_in_form (Page *page, const char *form, GError **error)
{
  if (g_str_equal (form, "text"))
    return page_dup_text (page, TEXT_WIDTH);
  if (g_str_equal (form, "md"))
    return page_dup_markdown (page);
  if (g_str_equal (form, "html"))
    return page_dup_html (page, "en");

  g_autofree char *said = printable_dup (form, LONGEST_FORM);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "form", form,
                         "Form: no “%s”; there are text, md and html", said);

  return NULL;
}

/**
 * scrutiny_export_panel:
 * @table: a row a series, such as [func@Trend.tabulate] gives
 * @title: what it is headed
 * @form: `text`, `md` or `html`
 * @error: return location for an error
 *
 * Writes what there is to say of a panel for a person: in how many series something stands
 * out, how many chance alone would give, the rows of the first 50 of those, and what cannot
 * be told and why.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for a form that is not there.
 *
 * Returns: (transfer full): the text, UTF-8, or `NULL` with @error set
 *
 * Since: 0.1
 */
char *
scrutiny_export_panel (ScrutinyTable *table, const char *title, const char *form, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (title != NULL && form != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (Page) page = panel_page_new (table, title);

  return page_in_form (page, form, error);
}

/**
 * scrutiny_export_comparison:
 * @comparison: a comparison
 * @title: what it is headed
 * @form: `text`, `md` or `html`
 * @error: return location for an error
 *
 * Writes a comparison for a person: what there is to say and to ask, the funnel where the form has
 * pictures, and a row an area; of more than 40 areas those outside their limits.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] for a form that is not there.
 *
 * Returns: (transfer full): the text, UTF-8, or `NULL` with @error set
 *
 * Since: 0.1
 */
char *
scrutiny_export_comparison (ScrutinyComparison *comparison,
                            const char *title,
                            const char *form,
                            GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPARISON (comparison), NULL);
  g_return_val_if_fail (title != NULL && form != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (Page) page = comparison_page_new (comparison, title);

  return page_in_form (page, form, error);
}
