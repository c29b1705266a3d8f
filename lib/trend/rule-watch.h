/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/chart-lines.h"
#include "trend/rule-set.h"

G_BEGIN_DECLS

/* One rule that is held against points as they come in.  The last points that count for
 * it are kept, one more than its window: whether the pattern is complete now, and was
 * before, depends on no others.
 */
typedef struct {
  const char *set; /* its name */
  const Rule *rule;
  KernelRule pattern;   /* distances follow the limits */
  int only;             /* 1 or -1: only patterns of that direction count */
  gboolean passes_gaps; /* a missing value ends nothing */
  gboolean is_broken;   /* what was passed over ended a stretch */
  GArray *tail;         /* of WatchedPoint */
} RuleWatch;

typedef struct {
  gint64 ordinal;
  double value;
  double centre;
  double spread;
} WatchedPoint;

/* A pattern that a point completes. */
typedef struct {
  const char *set;
  const char *rule;
  int direction;
  gint64 first; /* the ordinal of its first point */
} WatchedPattern;

void rule_watch_init (RuleWatch *self,
                      const char *set,
                      const Rule *rule,
                      const ChartDrawing *drawing,
                      int only);
void rule_watch_clear (RuleWatch *self);

/* @joined: the point is a neighbour of the one before.  What it completes that was not
 * complete at the point before is appended to @found, of WatchedPattern.
 */
void rule_watch_feed (RuleWatch *self, const WatchedPoint *point, gboolean joined, GArray *found);

G_END_DECLS
