/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is unpacked, beyond the first part of it, to what was packed. */
#define PACKED_MOST_RATIO 200
#define PACKED_RATIO_FROM (64u * 1024 * 1024)

/* The bytes of a file piece by piece, unpacked if gzip packed it, and the hash of those that
 * lie there.
 */
typedef struct _PackedStream PackedStream;

/* @name begins messages. */
PackedStream *packed_stream_new (GInputStream *stream,
                                 const char *name,
                                 GCancellable *cancellable,
                                 GError **error);
void packed_stream_free (PackedStream *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PackedStream, packed_stream_free)

/* Whether the file does, before anything is read of it; at most 8 bytes. */
gboolean packed_stream_begins_with (const PackedStream *self, const char *magic, gsize length);
/* At most @size; 0 at the end, -1 with @error set; as CsvRead wants it. */
gssize packed_stream_read (gpointer self, char *buffer, gsize size, GError **error);
/* All that is left, unless it is more than @most. */
GBytes *packed_stream_read_all (PackedStream *self, gsize most, GError **error);
/* SHA-256 of the file as far as it was read, in hexadecimal digits. */
char *packed_stream_dup_hash (PackedStream *self);

G_END_DECLS
