/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

#include "report/reason-map.h"

G_BEGIN_DECLS

/* “something people do”. */
const char *reason_words_of_kind (ScrutinyStatementKind kind);

/* The kind, and the people it is about where they are named; where only some kinds of @map are
 * confirmed, whether this one is not.
 */
char *reason_words_dup_kind (const ReasonMap *map, const ChainStatement *statement);

/* “2 items of evidence, 1 contradicts”: of all that was offered for @reasons. */
char *reason_words_dup_evidence (const GPtrArray *reasons);

/* The same with each item: what it is, of when, and whether it contradicts. */
char *reason_words_dup_evidence_in_full (const GPtrArray *reasons);

/* More statements that say the same than this are counted, not quoted. */
#define REASON_WORDS_MOST_SAME 12

/* “marked as the same: a member, 12 June”, or that nobody has confirmed it. */
char *reason_words_dup_same (const ChainStatement *statement, const GPtrArray *others);

/* What people say of a statement beside it: how it is valued, whichever way, who may lose by it,
 * and what to look at too; NULL if nothing is recorded.  What is a figure of @dossier, which may be
 * NULL, is named by its title.
 */
char *reason_words_dup_remarks (const ChainStatement *statement, ScrutinyDossier *dossier);

G_END_DECLS
