/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>

#include "report/drain.h"

G_BEGIN_DECLS

/* A report before it has a form: blocks in reading order.  What is said is decided once,
 * here; text, Markdown and HTML only say how each kind of block looks.
 */
typedef enum {
  PAGE_TITLE,         /* text */
  PAGE_LEAD,          /* text: a line under the title */
  PAGE_PART,          /* text: a part's heading */
  PAGE_PART_NEW_PAGE, /* the same, on a new sheet of paper */
  PAGE_HEADING,       /* text: a smaller heading */
  PAGE_PARAGRAPH,     /* text */
  PAGE_SMALL,         /* text: small print */
  PAGE_PUBLISHED,     /* text: what the publisher said, set apart */
  PAGE_QUESTION,      /* text: the question; more: why it is asked; number counts from 1 */
  PAGE_ASK,           /* text: a question among the records, not numbered */
  PAGE_ITEM,          /* text: one of a list; number: how deep, 0 for the outermost; before, more */
  PAGE_TABLE,         /* cells, row by row, the header first; text: caption */
  PAGE_CHART,         /* drawn and events; text: title; more: description */
  PAGE_FOLD,          /* text: what is folded away until asked for */
  PAGE_UNFOLD,
} PageBlockKind;

typedef struct {
  PageBlockKind kind;
  guint number;
  char *text;
  char *before; /* of an item: stands before its text, which may be written the other way */
  char *more;
  GString *texts; /* of a table's cells, row by row, a NUL after each */
  GArray *cells;  /* where each of them begins, a gsize */
  guint n_columns;
  ScrutinyResult *drawn; /* there is a picture of it */
  GPtrArray *events;     /* of ScrutinyEvent */
  GPtrArray *beside;     /* of ScrutinyResult */
} PageBlock;

typedef struct {
  GPtrArray *blocks; /* of PageBlock */
} Page;

Page *page_new (void);
void page_free (Page *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

PageBlock *page_add (Page *self, PageBlockKind kind, const char *text);
PageBlock *page_add_take (Page *self, PageBlockKind kind, char *text);

/* A table is begun with its header; each row must then have as many cells. */
PageBlock *page_add_table (Page *self, const char *caption, const char *const *header);
void page_table_add (PageBlock *table, const char *cell);
void page_table_add_take (PageBlock *table, char *cell);
void page_table_drop_empty (PageBlock *table);    /* columns that say nothing in any row */
guint page_table_n_rows (const PageBlock *table); /* the header not counted */
/* Row 0 is the header.  Lent until a cell is added. */
const char *page_table_cell (const PageBlock *table, guint row, guint column);

/* Each gives the whole page in one form. */
char *page_dup_text (const Page *self, guint width);
char *page_dup_markdown (const Page *self);
char *page_dup_html (const Page *self, const char *language);
void page_write_html (const Page *self, const char *language, Drain *drain);

G_END_DECLS
