/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-store.h"

G_BEGIN_DECLS

/* A table or view of a server that the caller names; every transaction only reads.  Gives its
 * columns and how many rows it has.
 */
RecordStore *postgresql_store_new (const char *connection,
                                   const char *table,
                                   RecordSchema **schema,
                                   guint64 *n_rows,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
