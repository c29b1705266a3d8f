/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/fact-list.h"

G_BEGIN_DECLS

/* Facts of one finding while they are gathered, in the order that they are told in.  Names live as
 * long as the program, and each is given once.  (element-type Fact)
 */
GArray *fact_array_new (void);

/* Takes @value if it floats, and else holds it too. */
void fact_array_add (GArray *facts, const char *key, GVariant *value);

void fact_array_add_count (GArray *facts, const char *key, guint64 count);
void fact_array_add_flag (GArray *facts, const char *key, gboolean flag);
void fact_array_add_text (GArray *facts, const char *key, const char *text);
void fact_array_add_texts (GArray *facts, const char *key, const char *const *texts);

gboolean fact_array_contains (const GArray *facts, const char *key);

/* Takes @facts. */
FactList *fact_array_end (GArray *facts);

G_END_DECLS
