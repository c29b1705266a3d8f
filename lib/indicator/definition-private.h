/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/definition.h>

G_BEGIN_DECLS

/* All of a definition, for a reader that finds it written down; any may be NULL. */
typedef struct {
  const char *text;
  const char *numerator;
  const char *denominator;
  const char *exclusions;
  const char *version;
  const char *from;
  const char *until;
} DefinitionTexts;

ScrutinyDefinition *scrutiny_definition_new_from_texts (const DefinitionTexts *texts);

G_END_DECLS
