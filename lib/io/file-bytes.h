/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* All of a file, unless it is larger than @most: then LIMIT, having read no more than
 * that.  A size the file system states is not needed, nor believed.
 */
GBytes *file_bytes_read (GFile *file, gsize most, GCancellable *cancellable, GError **error);

/* What is left of a stream; @name begins the message. */
GBytes *file_bytes_read_stream (GInputStream *stream,
                                const char *name,
                                gsize most,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
