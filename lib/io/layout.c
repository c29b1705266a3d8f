/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/layout.h"

#include "base/error-private.h"
#include "base/printable.h"
#include "io/layout-long.h"
#include "io/layout-scorecard.h"
#include "io/layout-wide.h"
#include "io/sheet.h"

#include <string.h>

#define MOST_CASES 20  /* rows below which names that never repeat mean nothing */
#define MOST_EVENTS 50 /* the same where no column is named for cases */

typedef gboolean (*LayoutRead) (Sheet *sheet, ScrutinyDossierBuilder *builder, GError **error);

static const struct {
  const char *name;
  LayoutRead read;
} layouts[] = {
  { "long", layout_long_read },
  { "wide", layout_wide_read },
  { "scorecard", layout_scorecard_read },
};

static gboolean
refuse (const Sheet *sheet, ScrutinyError code, const char *what, GError **error)
{
  g_autofree char *place = grid_dup_place (sheet->grid, sheet->header_row);
  g_autofree char *names = sheet_dup_names (sheet);

  scrutiny_set_error_at (error, code, sheet->header_row + 1, NULL, NULL,
                         "%s: %s; the columns are %s", place, what, names);

  return FALSE;
}

static gboolean
has (const Sheet *sheet, Role role)
{
  return sheet_find (sheet, role) != SHEET_NO_COLUMN;
}

/* A column whose name does not say so may still hold periods. */
static void
find_unnamed_period (Sheet *sheet)
{
  guint found = SHEET_NO_COLUMN;

  if (has (sheet, ROLE_PERIOD))
    return;
  for (guint i = 0; i < sheet->n_columns; i++) {
    const SheetColumn *column = &sheet->columns[i];

    if (column->kind != SHEET_PERIODS || column->role != ROLE_NONE)
      continue;
    if (found != SHEET_NO_COLUMN)
      return; /* several dates in a row: not periods of a figure */
    found = i;
  }
  if (found != SHEET_NO_COLUMN)
    sheet->columns[found].role = ROLE_PERIOD;
}

static guint
count_figures (const Sheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->n_columns; i++)
    n += sheet->columns[i].kind == SHEET_NUMBERS &&
         (sheet->columns[i].role == ROLE_NONE || sheet->columns[i].role == ROLE_VALUE ||
          sheet->columns[i].role == ROLE_NUMERATOR || sheet->columns[i].role == ROLE_DENOMINATOR);

  return n;
}

static gboolean
has_case_names (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->n_columns; i++) {
    const SheetColumn *column = &sheet->columns[i];

    if (column->role == ROLE_CASE && column->n_filled >= MOST_CASES &&
        10 * column->n_distinct >= 7 * MIN (column->n_filled, sheet->n_sample))
      return TRUE;
  }

  return FALSE;
}

/* Texts that nearly never repeat beside dates: every row is something that happened. */
static gboolean
has_dates_of_cases (const Sheet *sheet)
{
  guint n_dates = 0, n_names = 0;

  for (guint i = 0; i < sheet->n_columns; i++) {
    const SheetColumn *column = &sheet->columns[i];

    n_dates += column->kind == SHEET_PERIODS;
    n_names += column->kind == SHEET_TEXTS && column->n_filled >= MOST_EVENTS &&
               10 * column->n_distinct >= 9 * column->n_filled;
  }

  return n_dates > 0 && n_names > 0;
}

static gboolean
looks_like_records (const Sheet *sheet)
{
  if (has (sheet, ROLE_VALUE) && (has (sheet, ROLE_PERIOD) || has (sheet, ROLE_TARGET)))
    return FALSE;
  if (has_case_names (sheet))
    return TRUE;

  return (!has (sheet, ROLE_PERIOD) || count_figures (sheet) == 0) && has_dates_of_cases (sheet);
}

static LayoutRead
choose (Sheet *sheet, GError **error)
{
  guint n_periods = layout_wide_count_periods (sheet);

  if (n_periods >= 2 && !(has (sheet, ROLE_PERIOD) && has (sheet, ROLE_VALUE)))
    return layout_wide_read;

  find_unnamed_period (sheet);
  if (looks_like_records (sheet)) {
    refuse (
        sheet, SCRUTINY_ERROR_UNSUITABLE,
        "this looks like one row a case, not figures by period; say how the figure is counted from "
        "the rows (a definition), or hand in the figures by period",
        error);
    return NULL;
  }
  if (has (sheet, ROLE_PERIOD) && count_figures (sheet) > 0 &&
      sheet->columns[sheet_find (sheet, ROLE_PERIOD)].n_distinct > 0)
    return layout_long_read;
  if (has (sheet, ROLE_VALUE) &&
      (has (sheet, ROLE_TARGET) || has (sheet, ROLE_STATUS) || has (sheet, ROLE_INDICATOR)))
    return layout_scorecard_read;

  refuse (
      sheet, SCRUTINY_ERROR_NOT_FOUND,
      has (sheet, ROLE_PERIOD)
          ? "periods, but no column of figures"
          : "no column of periods, and no value beside a target, a status or an indicator's name",
      error);

  return NULL;
}

static LayoutRead
choose_told (Sheet *sheet, const char *name, GError **error)
{
  g_autofree char *what = NULL;
  g_autofree char *shown = printable_dup (name, 40);

  for (guint i = 0; i < G_N_ELEMENTS (layouts); i++) {
    if (!g_str_equal (name, layouts[i].name))
      continue;
    if (layouts[i].read == layout_long_read) {
      find_unnamed_period (sheet);
      if (!has (sheet, ROLE_PERIOD)) {
        refuse (sheet, SCRUTINY_ERROR_NOT_FOUND, "no column of periods", error);
        return NULL;
      }
    }
    if (layouts[i].read == layout_wide_read && layout_wide_count_periods (sheet) == 0) {
      refuse (sheet, SCRUTINY_ERROR_NOT_FOUND, "no column is named by a period", error);
      return NULL;
    }
    if (layouts[i].read == layout_scorecard_read && !has (sheet, ROLE_VALUE)) {
      refuse (sheet, SCRUTINY_ERROR_NOT_FOUND, "no column of values", error);
      return NULL;
    }
    return layouts[i].read;
  }

  what = g_strdup_printf ("no layout “%s”; there are long, wide, scorecard, and "
                          "chain for reasons written as text",
                          shown);
  refuse (sheet, SCRUTINY_ERROR_NOT_FOUND, what, error);

  return NULL;
}

gboolean
layout_read (Grid *grid,
             ScrutinyReadOptions *options,
             ScrutinyDossierBuilder *builder,
             GError **error)
{
  g_autoptr (Sheet) sheet = sheet_new (grid, options, error);
  const char *told = options ? scrutiny_read_options_get_layout (options) : NULL;
  LayoutRead read;

  if (!sheet)
    return FALSE;
  read = told && *told ? choose_told (sheet, told, error) : choose (sheet, error);
  if (!read)
    return FALSE;
  if (sheet->title && !grid->one_of_many)
    scrutiny_dossier_builder_set_title (builder, sheet->title);

  return read (sheet, builder, error);
}
