/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

#include "linkage/reason-graph.h"

G_BEGIN_DECLS

/* A line of reasons from one statement with figures to the next, and whose figures they are. */
typedef struct {
  GPtrArray *ids; /* of char *: statements in order; two that say the same may follow one another */
  ScrutinyIndicator *figure, *outcome;
} ReasonLine;

/* What the reasons for a figure lead to, and what of it has figures. */
typedef struct {
  GPtrArray *lines;      /* of ReasonLine, nearest to the claim first */
  GPtrArray *unmeasured; /* of char *: statements that nothing with figures would show */
} ReasonLines;

/* The claim has @indicator's figures, unless it names others. */
void reason_lines_init (ReasonLines *self,
                        const ReasonGraph *graph,
                        ScrutinyDossier *dossier,
                        ScrutinyIndicator *indicator);
void reason_lines_clear (ReasonLines *self);

/* What shows each group of statements, NULL where nothing does; transfer container. */
ScrutinyIndicator **reason_lines_find_measures (const ReasonGraph *graph,
                                                ScrutinyDossier *dossier,
                                                ScrutinyIndicator *indicator);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReasonLines, reason_lines_clear)

G_END_DECLS
