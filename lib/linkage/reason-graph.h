/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chain.h>

#include "indicator/chain-private.h"
#include "kernel/graph.h"

G_BEGIN_DECLS

/* One "because" of the record, between statements. */
typedef struct {
  gsize from, to; /* statements */
  gsize from_group, to_group;
  const ChainReason *reason; /* the chain's */
} ReasonLink;

/* A chain of reasons with the statements that are the same merged into groups.
 * Statement 0 is the claim, and so is group 0.
 */
typedef struct {
  ScrutinyChain *chain;
  const ChainStatement **statements; /* the chain's */
  const char **ids;
  const char **words; /* of each statement, as they can be shown */
  GVariant **said;    /* the same, for the facts of findings */
  gsize n_statements;

  gsize n_groups;
  gsize *group;                 /* of each statement */
  ScrutinyStatementKind *kinds; /* of each group: the furthest of its statements */

  ReasonLink *links; /* by from_group, in the order of the record */
  gsize n_links;
  KernelGraph graph; /* over groups; edge e is links[e] */

  gsize *parent, *order; /* breadth first from the claim */
  gsize *depth;          /* of each group, steps from the claim */
  gsize n_reached;
  gsize
      *arrived; /* for each group, the statement by which the search came; the claim for its own */
} ReasonGraph;

ReasonGraph *reason_graph_new (ScrutinyChain *chain);
void reason_graph_free (ReasonGraph *self);

gboolean reason_graph_is_reached (const ReasonGraph *self, gsize group);
gboolean reason_graph_is_end (const ReasonGraph *self, gsize group);
gboolean reason_graph_reaches_outcome (const ReasonGraph *self, gsize group);

/* Statements from the claim to @group by a shortest way; g_array of gsize. */
GArray *reason_graph_path_to (const ReasonGraph *self, gsize group);

/* Statements from the claim to @link's reason, by a shortest way to its statement. */
GArray *reason_graph_path_of (const ReasonGraph *self, const ReasonLink *link);

/* Loops without an outcome in them, one for each knot of reasons, nearest to the claim
 * first: from the claim to the loop and once round it.  Once they have @most statements together
 * the others are counted in @n_more.  (element-type GArray of gsize)
 */
GPtrArray *reason_graph_dup_loops (const ReasonGraph *self, gsize most, gsize *n_more);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReasonGraph, reason_graph_free)

G_END_DECLS
