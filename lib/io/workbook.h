/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <libxml/xmlreader.h>
#include <zip.h>

#include "io/grid.h"

G_BEGIN_DECLS

/* Limits of what is unpacked.  No size a workbook states about itself is believed. */
#define WORKBOOK_MOST_PARTS 10000
#define WORKBOOK_MOST_SHEETS 1000
#define WORKBOOK_MOST_UNPACKED (512u * 1024 * 1024)
#define WORKBOOK_MOST_RATIO 200                 /* unpacked to packed, of a part ... */
#define WORKBOOK_RATIO_FROM (16u * 1024 * 1024) /* ... larger than this */
#define WORKBOOK_MOST_CELLS (8u * 1000 * 1000)
#define WORKBOOK_MOST_STRINGS (4u * 1000 * 1000)
#define WORKBOOK_MOST_NESTING 64

typedef struct {
  char *name;
  char *part; /* its name in the archive */
  gboolean hidden;
} WorkbookSheet;

/* An open workbook: the names of its sheets, the texts and formats they share. */
typedef struct {
  char *origin;
  GBytes *bytes;
  zip_t *zip;
  guint64 n_unpacked;

  GPtrArray *sheets; /* WorkbookSheet */
  gboolean from_1904;
  GString *strings;
  GArray *string_ends; /* guint32: where each shared text ends in strings */
  GByteArray *formats; /* NumberFormat of each cell style */
} Workbook;

Workbook *workbook_open (GBytes *bytes, const char *origin, GError **error);
void workbook_free (Workbook *self);
const WorkbookSheet *workbook_get_sheet (const Workbook *self, guint index);
GridText workbook_get_string (const Workbook *self, guint index);

/* Every cell of a sheet; @notes gathers what is worth saying aloud. */
Grid *worksheet_read (Workbook *self, guint index, GPtrArray *notes, GError **error);

/* A part of the archive, read as XML piece by piece.  A document type declaration, and
 * with it every entity of a file's own, is refused; nothing else is ever opened.
 */
typedef struct {
  Workbook *book;
  char *name;
  zip_file_t *file;
  guint64 n_packed;
  guint64 n_unpacked;
  char tail[8];
  gsize n_tail;
  xmlTextReaderPtr xml;
  GError *refused;
} WorkbookPart;

/* NULL without an error when the archive has no such part. */
WorkbookPart *workbook_part_open (Workbook *book, const char *name, GError **error);
void workbook_part_free (WorkbookPart *self);
/* 1 and the reader stands on the next node, 0 at the end, -1 with @error set. */
int workbook_part_next (WorkbookPart *self, GError **error);
gboolean workbook_part_is_start (WorkbookPart *self, const char *name);
gboolean workbook_part_is_end (WorkbookPart *self, const char *name);
/* NULL when the element has none; @name without its prefix. */
char *workbook_part_dup_attribute (WorkbookPart *self, const char *name);
/* Appends the node's text, if it is one. */
void workbook_part_append_text (WorkbookPart *self, GString *text);
/* Spreadsheets write control characters as _x000D_; they become spaces. */
void workbook_unescape (GString *text, gsize from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Workbook, workbook_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WorkbookPart, workbook_part_free)

G_END_DECLS
