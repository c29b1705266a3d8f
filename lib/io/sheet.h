/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>
#include <scrutiny/read-options.h>

#include "io/grid.h"
#include "io/role.h"

G_BEGIN_DECLS

#define SHEET_NO_COLUMN G_MAXUINT

typedef enum {
  SHEET_EMPTY,   /* no cell of the sample says anything */
  SHEET_NUMBERS, /* numbers, and marks that there is none */
  SHEET_PERIODS, /* dates, months, years */
  SHEET_TEXTS,
} SheetKind;

typedef struct {
  char *name;   /* as published */
  char *normal; /* as role_dup_normal() makes it */
  Role role;
  SheetKind kind;
  gsize n_filled;   /* of the rows that were looked at */
  gsize n_distinct; /* of those */
  double mean_length;
} SheetColumn;

/* A grid whose header has been found: what its columns are called, and are for. */
typedef struct {
  Grid *grid;
  ScrutinyReadOptions *options;
  SheetColumn *columns;
  guint n_columns;
  gsize header_row; /* the last row of the header */
  gsize first_row;  /* of the figures */
  char *title;      /* the text above the header; NULL */
  gsize n_sample;   /* rows that were looked at */
} Sheet;

/* Fails where there is no table, or no column the options name. */
Sheet *sheet_new (Grid *grid, ScrutinyReadOptions *options, GError **error);
void sheet_free (Sheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

/* The first column with that role, or SHEET_NO_COLUMN. */
guint sheet_find (const Sheet *self, Role role);
guint sheet_count (const Sheet *self, SheetKind kind);
/* For messages: “Ward”, “Month”, “Number”. */
char *sheet_dup_names (const Sheet *self);
/* Only the first cell says something: a footnote, or the name of a section. */
gboolean sheet_is_footnote (const Sheet *self, gsize row);
gboolean sheet_is_header_again (const Sheet *self, gsize row);

G_END_DECLS
