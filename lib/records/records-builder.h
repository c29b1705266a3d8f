/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/records.h>

#include "records/record-values.h"

G_BEGIN_DECLS

/* Takes rows cell by cell and makes records of them. */
typedef struct _RecordsBuilder RecordsBuilder;

/* @origin is the file's name, for messages.  Fails where two columns have one name, or
 * @options name a column that is not there.
 */
RecordsBuilder *records_builder_new (const char *origin,
                                     const char *const *names,
                                     guint n_names,
                                     ScrutinyRecordsOptions *options,
                                     GError **error);
void records_builder_free (RecordsBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordsBuilder, records_builder_free)

/* What a schema beside the file says of a column; what the options say goes before it. */
void records_builder_declare (RecordsBuilder *self,
                              guint column,
                              const RecordAsked *asked,
                              const char *const *missing);
/* Of the input, as hexadecimal digits; without it the hash is of the cells. */
void records_builder_set_hash (RecordsBuilder *self, const char *hash);
/* Something to say aloud. */
void records_builder_add_note (RecordsBuilder *self, const char *note);

/* Each column once a row, in any order; blanks around a cell are the caller's to take off. */
void records_builder_add (RecordsBuilder *self, guint column, const char *text, gsize length);
/* @file_row counts from 1, as a reader of the file would. */
gboolean records_builder_end_row (RecordsBuilder *self, guint64 file_row, GError **error);

/* Decides the kinds and fills the store.  Only once. */
ScrutinyRecords *
records_builder_end (RecordsBuilder *self, GCancellable *cancellable, GError **error);

G_END_DECLS
