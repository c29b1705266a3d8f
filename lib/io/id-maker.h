/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Short names for indicators, each given once. */
typedef struct {
  GHashTable *taken;
  char *prefix; /* NULL */
} IdMaker;

void id_maker_init (IdMaker *self, const char *prefix);
void id_maker_clear (IdMaker *self);
/* From what is said of it: “Calls answered”, “Ashcombe” is calls-answered-ashcombe. */
char *id_maker_next (IdMaker *self, const char *title, const char *area);

G_END_DECLS
