/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As many are named of what is told together. */
#define REASON_MOST_NAMED 3

/* Many things as a sentence has room for them: “a”; “b”; “c”; and 2 more. */
typedef struct {
  GString *names;
  guint n;
} ReasonFew;

ReasonFew reason_few_begin (void);
gboolean reason_few_has_room (const ReasonFew *self);

/* Where there is no room for another, @name is only counted, and may be NULL. */
void reason_few_add (ReasonFew *self, const char *name);

/* (transfer full) */
char *reason_few_end (ReasonFew *self);

G_END_DECLS
