/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/scrutiny.h>

/* The parts of a definition that the command line has a flag for. */
typedef enum {
  PART_KIND,
  PART_OF,
  PART_COUNTED,
  PART_MEASURE,
  PART_DATED,
  PART_SCALE,
  PART_LEVEL,
  PART_CALENDAR,
  PART_HOLIDAYS,
  PART_SEGMENTS,
  N_PARTS,
} RecomputePart;

/* What a definition, and its flag, calls a part. */
const char *recompute_part_get_name (RecomputePart part);

/* The rows, how a figure comes of them, and what was published of it. */
typedef struct {
  ScrutinyDossier *dossier; /* NULL: the rows are a file of their own */
  ScrutinyRecords *records;
  ScrutinyDefinition *definition;
  ScrutinyDefinition *changed; /* by --but; NULL: nothing is */
  ScrutinyTable *published;    /* NULL: nothing was */
  ScrutinySeries *series;
  ScrutinySeries *recut;
  ScrutinyReconciliation *beside;
  GPtrArray *findings; /* about the rows */
  const char *period;  /* whose rows are asked for; NULL: none are */
  ScrutinyTable *rows; /* of that period */
  gboolean is_parted;
  ScrutinyTable *segments; /* each of them in each period; NULL: nobody asked */
  char *name;
} Recomputed;

/* All of it, for whoever reads it and for programs. */
char *recomputed_dup_text (const Recomputed *self);
char *recomputed_dup_json (const Recomputed *self);
