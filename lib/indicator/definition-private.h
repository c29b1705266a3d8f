/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/definition.h>

G_BEGIN_DECLS

typedef enum {
  DEFINITION_TEXT,
  DEFINITION_NUMERATOR,
  DEFINITION_DENOMINATOR,
  DEFINITION_EXCLUSIONS,
  DEFINITION_VERSION,
  DEFINITION_FROM,
  DEFINITION_UNTIL,
  /* How the figure comes of the rows behind it. */
  DEFINITION_KIND,
  DEFINITION_RECORDS,
  DEFINITION_OF,
  DEFINITION_COUNTED,
  DEFINITION_MEASURE,
  DEFINITION_DATED,
  DEFINITION_SEGMENTS,
  DEFINITION_SCALE,
  DEFINITION_LEVEL,
  DEFINITION_CALENDAR,
  DEFINITION_HOLIDAYS,
  DEFINITION_LIMIT,
  DEFINITION_UNIT,
  DEFINITION_KEY,
  DEFINITION_DEMAND,
  DEFINITION_CAUSE,
  /* What happens for the person when its clock runs. */
  DEFINITION_CLOCK_START,
  DEFINITION_CLOCK_STOP,
  DEFINITION_CLOCK_PAUSES,
  DEFINITION_LOOKS_BACK,
  DEFINITION_N_TEXTS,
} DefinitionText;

struct _ScrutinyDefinition {
  GObject parent_instance;

  char *texts[DEFINITION_N_TEXTS];
  ScrutinyDefinition *came_from;
};

/* For a reader that finds it written down: one text for each DefinitionText, any may be NULL. */
ScrutinyDefinition *scrutiny_definition_new_from_texts (const char *const *texts);

const char *scrutiny_definition_get_nth (ScrutinyDefinition *self, DefinitionText text);
/* The property it is. */
const char *definition_text_get_name (DefinitionText text);

G_END_DECLS
