/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_VOCABULARY (scrutiny_vocabulary_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyVocabulary, scrutiny_vocabulary, SCRUTINY, VOCABULARY, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyVocabulary *scrutiny_vocabulary_new (const char *id,
                                             const char *title,
                                             const char *source,
                                             const char *const *labels,
                                             const char *const *texts,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_vocabulary_dup_standard (void);

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_vocabulary_get_id (ScrutinyVocabulary *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_vocabulary_get_title (ScrutinyVocabulary *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_vocabulary_get_source (ScrutinyVocabulary *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_vocabulary_dup_labels (ScrutinyVocabulary *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_vocabulary_get_text (ScrutinyVocabulary *self, const char *label);

G_END_DECLS
