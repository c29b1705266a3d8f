/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/period-column.h"

#include "base/error-private.h"
#include "base/period-parse.h"
#include "base/period-quarters.h"
#include "base/printable.h"

#include <string.h>

/* DfE's time identifiers and what a year then is. */
static const struct {
  const char *kind;
  ScrutinyCalendar calendar;
} kinds[] = {
  { "calendar year", SCRUTINY_CALENDAR_YEAR },
  { "reporting year", SCRUTINY_CALENDAR_YEAR },
  { "financial year", SCRUTINY_CALENDAR_FINANCIAL_YEAR },
  { "academic year", SCRUTINY_CALENDAR_ACADEMIC_YEAR },
};

static ScrutinyCalendar
find_hint (const RowStore *store, guint kind)
{
  const char *text;

  if (kind == SHEET_NO_COLUMN || store->texts[kind].texts->len != 2)
    return SCRUTINY_CALENDAR_UNKNOWN;
  text = store->texts[kind].texts->pdata[1];
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (text, kinds[i].kind) == 0)
      return kinds[i].calendar;

  return SCRUTINY_CALENDAR_UNKNOWN;
}

/* 201516 of a financial or academic year is 2015/16, not a month. */
static char *
dup_spelling (const char *text, ScrutinyCalendar hint)
{
  gboolean is_year =
      hint == SCRUTINY_CALENDAR_FINANCIAL_YEAR || hint == SCRUTINY_CALENDAR_ACADEMIC_YEAR;

  if (is_year && strlen (text) == 6 && strspn (text, "0123456789") == 6)
    return g_strdup_printf ("%.4s/%s", text, text + 4);

  return g_strdup (text);
}

static gsize
find_first_row (const RowStore *store, guint text, guint32 id)
{
  for (gsize row = 0; row < store->rows->len; row++)
    if (row_store_get_id (store, text, row) == id)
      return row_store_get_row (store, row);

  return 0;
}

static gboolean
refuse (const RowStore *store, guint text, guint32 id, GError **error)
{
  const Sheet *sheet = store->sheet;
  gsize row = find_first_row (store, text, id);
  g_autofree char *file = printable_dup (sheet->grid->origin ? sheet->grid->origin : "", 60);
  g_autofree char *column = printable_dup (sheet->columns[store->texts[text].column].name, 60);
  g_autofree char *value = printable_dup (store->texts[text].texts->pdata[id], 60);

  scrutiny_set_error_at (
      error, SCRUTINY_ERROR_UNREADABLE, row, column, value,
      "%s, row %" G_GSIZE_FORMAT ", column “%s”: “%s” is not a period like those "
      "above it; there should be dates, months, quarters or years, all of one kind",
      file, row, column, value);

  return FALSE;
}

/* Reads the texts that are left; each that does not go with the others is taken out. */
static gboolean
read_distinct (PeriodColumn *self,
               const RowStore *store,
               guint text,
               ScrutinyCalendar hint,
               GError **error)
{
  GPtrArray *texts = store->texts[text].texts;
  g_autoptr (GPtrArray) spelled = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize most_bad = MAX (texts->len / 5, MIN (3, (texts->len - 1) / 2)), n_bad = 0, bad = 0;
  g_autofree Period *periods = g_new0 (Period, texts->len);

  for (guint32 id = 1; id < texts->len; id++) {
    g_ptr_array_add (spelled, dup_spelling (texts->pdata[id], hint));
    g_array_append_val (ids, id);
  }
  while (!period_parse_column ((const char *const *) spelled->pdata, spelled->len, hint, periods,
                               &bad)) {
    if (n_bad++ >= most_bad || spelled->len <= 1)
      return refuse (store, text, g_array_index (ids, guint32, bad), error);
    g_ptr_array_remove_index (spelled, (guint) bad);
    g_array_remove_index (ids, (guint) bad);
  }

  self->as_quarters = hint != SCRUTINY_CALENDAR_MONTH && period_make_quarters (periods, ids->len);
  for (guint i = 0; i < ids->len; i++) {
    guint32 id = g_array_index (ids, guint32, i);

    self->periods[id] = periods[i];
    self->is_read[id] = TRUE;
  }
  if (ids->len > 0)
    self->like = periods[0];
  self->n_periods = ids->len;

  return TRUE;
}

static void
note_unread (const PeriodColumn *self, const RowStore *store, guint text, RowNotes *notes)
{
  for (gsize row = 0; row < store->rows->len; row++) {
    guint32 id = row_store_get_id (store, text, row);
    g_autofree char *example = NULL;

    if (self->is_read[id])
      continue;
    example = id == ROW_STORE_NO_TEXT
                  ? NULL
                  : g_strdup_printf ("“%s”", (char *) store->texts[text].texts->pdata[id]);
    row_notes_add (notes, "no period is named, so the row was left out",
                   row_store_get_row (store, row), example);
  }
}

gboolean
period_column_read (PeriodColumn *self,
                    const RowStore *store,
                    guint text,
                    guint kind,
                    ScrutinyCalendar hint,
                    RowNotes *notes,
                    GError **error)
{
  guint n_texts = store->texts[text].texts->len;

  self->periods = g_new0 (Period, n_texts);
  self->is_read = g_new0 (gboolean, n_texts);
  if (hint == SCRUTINY_CALENDAR_UNKNOWN)
    hint = find_hint (store, kind);
  if (n_texts > 1 && !read_distinct (self, store, text, hint, error))
    return FALSE;
  note_unread (self, store, text, notes);

  return TRUE;
}

void
period_column_clear (PeriodColumn *self)
{
  g_clear_pointer (&self->periods, g_free);
  g_clear_pointer (&self->is_read, g_free);
}

char *
period_column_dup_span (const PeriodColumn *self)
{
  const char *plural = period_get_plural (self->like.calendar);

  if (self->like.window == PERIOD_ROLLING)
    return g_strdup_printf ("%" G_GSIZE_FORMAT " overlapping windows of %u %s", self->n_periods,
                            self->like.length, plural);
  if (self->like.window == PERIOD_TO_DATE)
    return g_strdup_printf ("%" G_GSIZE_FORMAT " %s, each from the start of the year",
                            self->n_periods, plural);
  if (self->as_quarters)
    return g_strdup_printf ("%" G_GSIZE_FORMAT " %s, each named by a month", self->n_periods,
                            plural);
  if (self->n_periods == 1)
    return g_strdup ("one period, so no history");

  return g_strdup_printf ("%" G_GSIZE_FORMAT " %s", self->n_periods, plural);
}
