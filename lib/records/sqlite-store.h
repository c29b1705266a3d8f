/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <sqlite3.h>

#include "records/record-store.h"

G_BEGIN_DECLS

/* Puts @content into the table it makes in @db. */
gboolean
sqlite_fill (sqlite3 *db, const RecordContent *content, GCancellable *cancellable, GError **error);

/* From here on @db answers SELECTs over RECORD_TABLE and does nothing else: no other table,
 * no other function than those of the language, no writing, attaching or extension.
 */
gboolean sqlite_lock_down (sqlite3 *db, const char *origin, GError **error);

/* What SQLite says went wrong, with the code that goes with it: a full store is LIMIT. */
void sqlite_refuse (sqlite3 *db, int result, const char *origin, GError **error);

/* Exposed so that a test can ask the handle for what it must refuse. */
sqlite3 *sqlite_store_get_handle (RecordStore *self);

G_END_DECLS
