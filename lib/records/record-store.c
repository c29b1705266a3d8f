/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-store.h"

RecordScan *
record_store_scan (RecordStore *self,
                   const RecordQuestion *question,
                   GCancellable *cancellable,
                   GError **error)
{
  return self->engine->scan (self, question, cancellable, error);
}

void
record_store_free (RecordStore *self)
{
  if (self)
    self->engine->free (self);
}

gboolean
record_scan_next (RecordScan *self, GError **error)
{
  return self->engine->next (self, error);
}

gboolean
record_scan_is_known (const RecordScan *self, guint column)
{
  return self->engine->is_known (self, column);
}

gint64
record_scan_get_integer (const RecordScan *self, guint column)
{
  return self->engine->get_integer (self, column);
}

double
record_scan_get_number (const RecordScan *self, guint column)
{
  return self->engine->get_number (self, column);
}

const char *
record_scan_get_text (const RecordScan *self, guint column)
{
  return self->engine->get_text (self, column);
}

void
record_scan_free (RecordScan *self)
{
  if (self)
    self->engine->free (self);
}

#ifndef SCRUTINY_HAVE_RECORDS

#include <scrutiny/error.h>

RecordStore *
record_store_new (const RecordContent *content, GCancellable *cancellable, GError **error)
{
  g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_BUILT,
               "%s: this library was built without records (SQLite); use one that has them",
               content->origin);

  return NULL;
}

#endif
