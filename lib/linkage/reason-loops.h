/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "linkage/reason-graph.h"

G_BEGIN_DECLS

/* Loops among the steps of a record, feedback included. */
typedef struct {
  GPtrArray *loops; /* of GStrv: ids of statements, the first one again at the end */
  gsize n_counted;
  gboolean is_more; /* there are more than were counted */
} ReasonLoops;

/* Lists 32 loops at most and counts 1,000 at most.  A bare one has no loop. */
void reason_loops_init (ReasonLoops *self);
void reason_loops_find (ReasonLoops *self, const ReasonGraph *record);
void reason_loops_clear (ReasonLoops *self);

G_END_DECLS
