/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/row-notes.h"

#include "base/printable.h"

#define MOST_ROWS 5 /* named in a note */

typedef struct {
  char *what;
  char *example; /* of the first row; NULL */
  gsize rows[MOST_ROWS];
  gsize n_rows;
  gsize last_row; /* several figures of one row are one remark */
} Remark;

struct _RowNotes {
  GPtrArray *remarks; /* of Remark */
};

static void
remark_free (gpointer data)
{
  Remark *self = data;

  g_free (self->what);
  g_free (self->example);
  g_free (self);
}

RowNotes *
row_notes_new (void)
{
  RowNotes *self = g_new0 (RowNotes, 1);

  self->remarks = g_ptr_array_new_with_free_func (remark_free);

  return self;
}

void
row_notes_free (RowNotes *self)
{
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

static Remark *
find_remark (const RowNotes *self, const char *what)
{
  for (guint i = 0; i < self->remarks->len; i++) {
    Remark *remark = self->remarks->pdata[i];

    if (g_str_equal (remark->what, what))
      return remark;
  }

  return NULL;
}

void
row_notes_add (RowNotes *self, const char *what, gsize row, const char *example)
{
  Remark *remark = find_remark (self, what);

  if (!remark) {
    remark = g_new0 (Remark, 1);
    remark->what = g_strdup (what);
    remark->example = example ? printable_dup (example, 120) : NULL;
    g_ptr_array_add (self->remarks, remark);
  }
  if (remark->last_row == row)
    return;
  remark->last_row = row;
  if (remark->n_rows < MOST_ROWS)
    remark->rows[remark->n_rows] = row;
  remark->n_rows++;
}

gsize
row_notes_count (const RowNotes *self, const char *what)
{
  const Remark *remark = find_remark (self, what);

  return remark ? remark->n_rows : 0;
}

static char *
remark_dup_text (const Remark *self)
{
  GString *text = g_string_new (self->n_rows == 1 ? "Row " : "Rows ");
  gsize n_named = MIN (self->n_rows, MOST_ROWS);

  for (gsize i = 0; i < n_named; i++)
    g_string_append_printf (text, "%s%" G_GSIZE_FORMAT,
                            i == 0                  ? ""
                            : i + 1 == self->n_rows ? " and "
                                                    : ", ",
                            self->rows[i]);
  if (self->n_rows > n_named)
    g_string_append_printf (text, " and %" G_GSIZE_FORMAT " more", self->n_rows - n_named);
  g_string_append_printf (text, ": %s", self->what);
  if (self->example)
    g_string_append_printf (text, " (%s%s)", self->n_rows > 1 ? "the first: " : "", self->example);
  g_string_append_c (text, '.');

  return g_string_free (text, FALSE);
}

void
row_notes_end (RowNotes *self, ScrutinyDossierBuilder *builder)
{
  for (guint i = 0; i < self->remarks->len; i++) {
    g_autofree char *text = remark_dup_text (self->remarks->pdata[i]);

    scrutiny_dossier_builder_add_note (builder, NULL, text);
  }
}
