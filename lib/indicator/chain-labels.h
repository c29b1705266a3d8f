/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/vocabulary.h>

G_BEGIN_DECLS

/* What “vocabulary.label” says, looked up in @declared and in what the library knows; NULL if
 * there is none.  (element-type ScrutinyVocabulary)
 */
const char *chain_label_find (const GPtrArray *declared, const char *label);

/* Adds @vocabulary to @declared, which is made when it is needed; FALSE with @error set if another
 * one there has its id.
 */
gboolean
chain_vocabulary_add (GPtrArray **declared, ScrutinyVocabulary *vocabulary, GError **error);

/* Why there is none, naming what there is; transfer full. */
char *chain_label_dup_why (const GPtrArray *declared, const char *label);

G_END_DECLS
