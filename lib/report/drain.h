/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A text under way that may go to a stream as it is made, so that it is never all in memory. */
typedef struct {
  GString *out;
  GOutputStream *stream; /* NULL: all of it stays in @out */
  GCancellable *cancellable;
  GError *error; /* the first one; nothing is written after it */
} Drain;

/* Lets go of what there is, once it is worth it; to be called between parts. */
void drain_off (Drain *self);

/* Lets go of the rest; FALSE with @error set if any of it could not be written. */
gboolean drain_end (Drain *self, GError **error);

G_END_DECLS
