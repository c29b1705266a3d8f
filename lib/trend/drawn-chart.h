/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-signal.h>

#include "trend/chart-patterns.h"

G_BEGIN_DECLS

/* All there is to know of a chart, lent to whoever tells, tabulates or writes it. */
typedef struct {
  ScrutinySeries *series;
  ScrutinySubgroups *subgroups; /* NULL but for charts of them */
  const ChartDrawing *drawing;
  const ChartLayout *layout;
  const ChartLines *lines;
  const RuleSet *const *sets;
  guint n_sets;
  GPtrArray *signals; /* of ScrutinySignal */
  guint n_usable;     /* values that are there and not excluded */
  gboolean is_short;  /* enough to be described, too few for rules */
  const char *reason;
  const char *cannot_tell;
} DrawnChart;

G_END_DECLS
