/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/layered.h"

G_BEGIN_DECLS

/* What stands in each row: nodes in even ones, labels in odd ones, and edges that pass. */
typedef struct {
  double width, height;
  double x;              /* of its middle */
  double wanted;         /* where it would stand if nothing else did */
  guint row, place;      /* place: in its row */
  LayeredNode *node;     /* one of these two, or it only passes */
  LayeredEdge *label;    /* the edge whose label it is */
  GArray *above, *below; /* of guint: the items it is tied to */
} LayeredItem;

typedef struct {
  Layered *graph;
  GArray *items;   /* of LayeredItem; those of nodes come first, in the nodes’ order */
  GPtrArray *rows; /* of GArray of guint: items */
  double *tops;    /* of each row; one more, where the last one ends */
  GPtrArray *ways; /* of GArray of guint: the items of each edge, downwards, its ends included */
} LayeredRows;

/* @graph has its layers. */
void layered_rows_init (LayeredRows *self, Layered *graph);
void layered_rows_clear (LayeredRows *self);

/* Puts the items of each row in an order with few crossings. */
void layered_rows_order (LayeredRows *self);

LayeredItem *layered_rows_item (const LayeredRows *self, guint index);
GArray *layered_rows_row (const LayeredRows *self, guint row);

G_END_DECLS
