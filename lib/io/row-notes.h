/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>

G_BEGIN_DECLS

/* What is worth saying of the rows of one table: each kind of remark is said once, with
 * the first example and how often it holds.
 */
typedef struct _RowNotes RowNotes;

RowNotes *row_notes_new (void);
void row_notes_free (RowNotes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RowNotes, row_notes_free)

/* @row counts from 1.  @what is the kind, "hold no number and were left out"; @example may
 * be NULL.
 */
void row_notes_add (RowNotes *self, const char *what, gsize row, const char *example);
gsize row_notes_count (const RowNotes *self, const char *what);
/* In the order the kinds came up. */
void row_notes_end (RowNotes *self, ScrutinyDossierBuilder *builder);

G_END_DECLS
