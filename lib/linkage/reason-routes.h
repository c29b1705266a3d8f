/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "linkage/reason-graph.h"

G_BEGIN_DECLS

/* An item of evidence, and the steps that it is recorded for. */
typedef struct {
  ScrutinyEvidence *evidence;
  GArray *steps; /* of gsize: nodes */
} ReasonItem;

/* The ways from the claim to people.  Each group of statements is a node, then each step from one
 * group to another, however often it is recorded, and last the people, to whom every outcome
 * leads.
 */
typedef struct {
  const ReasonGraph *record;
  KernelGraph graph;
  gsize *step_links;  /* the first link of each step, from node n_groups on */
  gsize people;       /* a node */
  gboolean are_there; /* whether any way leads to people over a step */

  GArray *shortest;    /* nodes, from the claim to the people */
  GArray *passed;      /* nodes that every way passes, in its order */
  gboolean *is_passed; /* of each node */
  gsize n_routes;      /* ways that share no statement but the claim and outcomes */

  GPtrArray *items; /* of ReasonItem: evidence that does not contradict, by its first step */
  gsize *n_items;   /* of each node: items of a step, 0 of others */
} ReasonRoutes;

ReasonRoutes *reason_routes_new (const ReasonGraph *record);
void reason_routes_free (ReasonRoutes *self);

/* Whether one way leads to people and no other. */
gboolean reason_routes_is_one_line (const ReasonRoutes *self);

gboolean reason_routes_is_step (const ReasonRoutes *self, gsize node);

/* The link of a step that is recorded first. */
const ReasonLink *reason_routes_get_link (const ReasonRoutes *self, gsize step);

/* Whether people are reached without the steps of @item. */
gboolean reason_routes_lead_without (const ReasonRoutes *self, const ReasonItem *item);

/* The fewest items of evidence without which no way has some at each of its steps, and the steps
 * they are recorded for.  (element-type gsize)
 */
gsize reason_routes_find_thinnest (const ReasonRoutes *self, GArray *steps);

/* A way whose step with the fewest items has most, and how many these are. */
gsize reason_routes_find_fullest (const ReasonRoutes *self, GArray *nodes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReasonRoutes, reason_routes_free)

G_END_DECLS
