/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-few.h"

ReasonFew
reason_few_begin (void)
{
  return (ReasonFew){ g_string_new (NULL), 0 };
}

gboolean
reason_few_has_room (const ReasonFew *self)
{
  return self->n < REASON_MOST_NAMED;
}

void
reason_few_add (ReasonFew *self, const char *name)
{
  if (reason_few_has_room (self))
    g_string_append_printf (self->names, "%s%s", self->n > 0 ? "; " : "", name);
  self->n++;
}

char *
reason_few_end (ReasonFew *self)
{
  if (self->n > REASON_MOST_NAMED)
    g_string_append_printf (self->names, "; and %u more", self->n - REASON_MOST_NAMED);

  return g_string_free (g_steal_pointer (&self->names), FALSE);
}
