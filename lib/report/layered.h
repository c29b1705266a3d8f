/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A graph in layers, one below the other: what is drawn from the top to the bottom.
 * Units are those of the drawing.
 */
typedef struct {
  double x, y;
} LayeredPoint;

typedef struct {
  double width, height; /* given */
  double x, y;          /* found: the middle of its upper side */
  guint layer;          /* found */
} LayeredNode;

typedef struct {
  guint from, to;       /* given; they differ */
  double width, height; /* given: of its label */
  double x, y;          /* found: the middle of the label's upper side */
  gboolean is_back;     /* found: it leads upwards, to where it came from */
  GArray *points;       /* found, of LayeredPoint: to the label and on from it */
  guint n_before;       /* found: how many of them come before the label */
} LayeredEdge;

typedef struct {
  LayeredNode *nodes;
  guint n_nodes;
  LayeredEdge *edges;
  guint n_edges;
  double width, height; /* found */
  double *gaps;         /* found: where, between two layers of nodes, a page may end */
  guint n_gaps;
} Layered;

Layered *layered_new (guint n_nodes, guint n_edges);
void layered_free (Layered *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Layered, layered_free)

/* Finds the layer of each node: below all that lead to it, loops apart.  Node 0 is at the top. */
void layered_rank (Layered *self);

/* How many layers there are, and the most that stand side by side in one. */
guint layered_n_layers (const Layered *self);
guint layered_n_across (const Layered *self);

/* The ends of an edge as it lies, whichever way it leads. */
guint layered_edge_upper (const LayeredEdge *edge);
guint layered_edge_lower (const LayeredEdge *edge);

/* Finds all the rest.  Sources: layers by longest path and their order by barycentres, Sugiyama,
 * K., Tagawa, S. and Toda, M. (1981). Methods for visual understanding of hierarchical system
 * structures. IEEE Transactions on Systems, Man, and Cybernetics 11(2), 109-125; places within a
 * layer by pooling adjacent violators, Ayer, M. et al. (1955). An empirical distribution function
 * for sampling with incomplete information. Annals of Mathematical Statistics 26(4), 641-647.
 */
void layered_place (Layered *self);

G_END_DECLS
