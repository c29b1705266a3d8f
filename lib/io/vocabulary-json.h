/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/json-place.h"

G_BEGIN_DECLS

/* The vocabularies of a dossier, or of a file that is one chain, added to the builder. */
gboolean vocabulary_json_read (JsonPlace *place,
                               const JsonValue *root,
                               ScrutinyDossierBuilder *builder,
                               GError **error);
JsonValue *vocabulary_json_new (ScrutinyVocabulary *vocabulary);

G_END_DECLS
