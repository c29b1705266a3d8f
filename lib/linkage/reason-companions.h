/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "linkage/reason-test.h"

G_BEGIN_DECLS

/* Something that somebody recorded is to be looked at beside a figure.
 *
 * @measure, @why, @said_by: as recorded, to be shown; the last two may be NULL
 * @line: the statement it is recorded with, the figure, and the companion as a figure or NULL
 * @test: what the companion did when the figure had moved, where that can be asked
 * @is_among_reasons: the reasons lead from the one to the other, which is told of by itself
 */
typedef struct {
  char *measure, *why, *said_by;
  ReasonLine line;
  ReasonTest test;
  gboolean is_among_reasons;
} ReasonCompanion;

typedef struct {
  GPtrArray *list; /* of ReasonCompanion */
  guint n_more;    /* that are not looked at one by one */
} ReasonCompanions;

/* Those of the statements that the claim leads to.  One that is named twice is one, and one that
 * is the figure itself is none.
 */
void reason_companions_init (ReasonCompanions *self,
                             const ReasonGraph *graph,
                             ScrutinyDossier *dossier,
                             ScrutinyIndicator *indicator,
                             const ReasonLines *lines);
void reason_companions_clear (ReasonCompanions *self);

/* "up", "down", "unchanged"; "cannot-tell" where too little is there; "not-asked" where the
 * companion is no figure here or is among the reasons, or the figure did not move.
 */
const char *reason_companion_get_moved (const ReasonCompanion *self);

/* The id of the statement it is recorded with. */
const char *reason_companion_get_statement (const ReasonCompanion *self);

/* The id of the figure that it is, or NULL. */
const char *reason_companion_get_figure (const ReasonCompanion *self);

void reason_companion_write_json (const ReasonCompanion *self, JsonWriter *writer);

/* Asks for each that is no figure here, by @step, and says of each other what it did. */
void reason_companions_add_findings (const ReasonCompanions *self,
                                     const char *step,
                                     ScrutinyMethod *method,
                                     GPtrArray *findings);

G_END_DECLS
