/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/drain.h"

#define PIECE (1 << 20)

static void
let_go (Drain *self)
{
  if (!self->stream || self->error)
    return;

  g_output_stream_write_all (self->stream, self->out->str, self->out->len, NULL, self->cancellable,
                             &self->error);
  g_string_truncate (self->out, 0);
}

void
drain_off (Drain *self)
{
  if (self->out->len >= PIECE)
    let_go (self);
}

gboolean
drain_end (Drain *self, GError **error)
{
  let_go (self);
  if (!self->error)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&self->error));

  return FALSE;
}
