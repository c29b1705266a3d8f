/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-schema.h"

#include <string.h>

#include "base/printable.h"

#define MOST_NAMES 20

static const char *const kinds[] = {
  [RECORD_TEXT] = "text",        [RECORD_NUMBER] = "number", [RECORD_DATE] = "date",
  [RECORD_MOMENT] = "date-time", [RECORD_TRUTH] = "truth",
};

RecordSchema *
record_schema_new (const char *const *names, guint n_names)
{
  RecordSchema *self = g_new0 (RecordSchema, 1);

  self->columns = g_new0 (RecordColumn, n_names);
  self->n_columns = n_names;
  for (guint i = 0; i < n_names; i++)
    self->columns[i].name = g_strdup (names[i]);

  return self;
}

void
record_schema_free (RecordSchema *self)
{
  if (!self)
    return;

  for (guint i = 0; i < self->n_columns; i++) {
    g_free (self->columns[i].name);
    g_free (self->columns[i].remark);
  }
  g_free (self->columns);
  g_free (self);
}

static guint
find_in_any_case (const RecordSchema *self, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  guint found = RECORD_NO_COLUMN;

  for (guint i = 0; i < self->n_columns; i++) {
    g_autofree char *folded = g_utf8_casefold (self->columns[i].name, -1);

    if (strcmp (folded, wanted) != 0)
      continue;
    if (found != RECORD_NO_COLUMN)
      return RECORD_NO_COLUMN;
    found = i;
  }

  return found;
}

guint
record_schema_find (const RecordSchema *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (strcmp (self->columns[i].name, name) == 0)
      return i;

  return find_in_any_case (self, name);
}

char *
record_schema_dup_names (const RecordSchema *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->n_columns && i < MOST_NAMES; i++) {
    g_autofree char *name = printable_dup (self->columns[i].name, 40);

    g_string_append_printf (names, "%s“%s”", i ? ", " : "", name);
  }
  if (self->n_columns > MOST_NAMES)
    g_string_append_printf (names, " and %u more", self->n_columns - MOST_NAMES);

  return g_string_free (names, FALSE);
}

const char *
record_kind_get_name (RecordKind kind)
{
  return kinds[kind];
}

gboolean
record_kind_from_name (const char *name, RecordKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    if (strcmp (kinds[i], name) != 0)
      continue;
    *kind = (RecordKind) i;
    return TRUE;
  }

  return FALSE;
}
