/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/audit-rows.h"

G_BEGIN_DECLS

#define RULE_GRID_TARGETS 10
#define RULE_GRID_WIDTHS 3
#define RULE_GRID_STATUSES 3

/* What a family of plausible rules makes of one figure.
 *
 * The published rule gives its first status from a target on, a second one short of it, and
 * perhaps a third further off.  The grid has ten targets, the published one among them, and
 * the same side wanted; and three widths of the second band, where there is a third.
 *
 * Targets are a step apart: 2 for percentages, else the figure 1, 2 or 5 times a power of
 * ten that is nearest to 1/45 of the target in proportion.  They run from five steps below the
 * published target to four above, moved so that a percentage stays at or below 100 and a target
 * above nothing.  Widths are 1, 2.5 and 5 steps.  For a target of 90% that is 80, 82 … 98 with 2,
 * 5 or 10 points.
 */
typedef struct {
  double target; /* the published one */
  double targets[RULE_GRID_TARGETS];
  double widths[RULE_GRID_WIDTHS];
  guint n_widths; /* 1 where there are two statuses */
  int side;       /* 1: the first status is for values at or above the target; -1: below */
  guint n_statuses;
  const char *statuses[RULE_GRID_STATUSES]; /* the rule's words, in its order */
  guint counts[RULE_GRID_STATUSES];         /* how many rules give each */
} RuleGrid;

/* Why there is no grid, in a sentence, or NULL and @grid. */
const char *rule_grid_fill (RuleGrid *grid, const AuditRows *rows, gsize row);

G_END_DECLS
