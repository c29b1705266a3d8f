/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/json-place.h"

G_BEGIN_DECLS

/* The vocabularies of a dossier, or of a chain that stands alone, added to a list that is made
 * when it is needed.  (element-type ScrutinyVocabulary)
 */
gboolean vocabulary_json_read (JsonPlace *place,
                               const JsonValue *root,
                               GPtrArray **vocabularies,
                               GError **error);

/* Sets them, unless there are none. */
void vocabulary_json_set (JsonValue *root, const GPtrArray *vocabularies);

G_END_DECLS
