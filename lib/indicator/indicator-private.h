/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/event.h>
#include <scrutiny/indicator.h>

G_BEGIN_DECLS

typedef enum {
  INDICATOR_ID,
  INDICATOR_TITLE,
  INDICATOR_AREA,
  INDICATOR_UNIT,
  INDICATOR_PURPOSE,
  INDICATOR_OWNER,
  INDICATOR_SOURCE,
  INDICATOR_LEVEL,
  INDICATOR_N_TEXTS,
} IndicatorText;

/* Only the builder fills it; once the dossier is handed over nothing changes any more.
 * What there is none of is NULL, lists included.
 */
struct _ScrutinyIndicator {
  GObject parent_instance;

  char *texts[INDICATOR_N_TEXTS];
  ScrutinySeries *series;
  ScrutinyTable *published;
  GObject *records;       /* a ScrutinyRecords, of a room above */
  gboolean is_recomputed; /* the series is what the records give, and is not saved */
  ScrutinyColourRule *colour_rule;
  ScrutinyChain *chain;
  ScrutinyRecipe *recipe;
  GPtrArray *definitions; /* of ScrutinyDefinition */
  GPtrArray *claims;      /* of ScrutinyClaim */
  GPtrArray *events;      /* of ScrutinyEvent */
  GPtrArray *notes;       /* of char * */
};

G_END_DECLS
