/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-notes.h"

#include <string.h>

#include "base/printable.h"

#define MOST_ROWS 3
#define MOST_OF_A_NAME 60
#define PLACE "%s"

void
record_rows_init (RecordRows *self)
{
  self->breaks = g_array_new (FALSE, FALSE, sizeof (RecordBreak));
}

void
record_rows_clear (RecordRows *self)
{
  g_clear_pointer (&self->breaks, g_array_unref);
}

void
record_rows_put (RecordRows *self, guint32 row, guint64 file_row)
{
  const RecordBreak at = { row, file_row };

  if (self->breaks->len == 0 || record_rows_get (self, row) != file_row)
    g_array_append_val (self->breaks, at);
}

guint64
record_rows_get (const RecordRows *self, guint32 row)
{
  guint low = 0, high = self->breaks->len;

  while (high - low > 1) {
    const guint middle = low + (high - low) / 2;

    if (g_array_index (self->breaks, RecordBreak, middle).row <= row)
      low = middle;
    else
      high = middle;
  }

  const RecordBreak *at = &g_array_index (self->breaks, RecordBreak, low);

  return at->file_row + (row - at->row);
}

/* "row 17", "rows 17 and 40", "rows 17, 40, 41 and 9 more" */
static char *
dup_rows (const RecordNotes *self, const RecordCells *cells, const guint8 *wanted)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  guint n = 0, n_all = 0, n_shown;

  for (guint32 row = 0; row < cells->n_rows; row++)
    n_all += wanted[cells->codes[row]];
  n_shown = MIN (n_all, MOST_ROWS);
  for (guint32 row = 0; row < cells->n_rows && n < n_shown; row++) {
    if (!wanted[cells->codes[row]])
      continue;
    g_string_append_printf (rows, "%s%" G_GUINT64_FORMAT,
                            n == 0                                 ? ""
                            : n + 1 == n_shown && n_all == n_shown ? " and "
                                                                   : ", ",
                            record_rows_get (self->rows, row));
    n++;
  }
  if (n_all > n_shown)
    g_string_append_printf (rows, " and %u more", n_all - n_shown);

  return g_strdup_printf ("%s %s", n_all == 1 ? "row" : "rows", rows->str);
}

void
record_notes_add (const RecordNotes *self, const char *sentence)
{
  g_autofree char *origin = printable_dup (self->origin, MOST_OF_A_NAME);
  g_autofree char *column = printable_dup (self->column, MOST_OF_A_NAME);

  g_ptr_array_add (self->notes, g_strdup_printf ("%s, column “%s”: %s", origin, column, sentence));
}

void
record_notes_add_rows (const RecordNotes *self,
                       const RecordCells *cells,
                       const guint8 *wanted,
                       const char *sentence)
{
  const char *place = strstr (sentence, PLACE);
  g_autofree char *rows = dup_rows (self, cells, wanted);
  g_autofree char *said = place ? g_strdup_printf ("%.*s%s%s", (int) (place - sentence), sentence,
                                                   rows, place + strlen (PLACE))
                                : g_strdup (sentence);

  record_notes_add (self, said);
}
