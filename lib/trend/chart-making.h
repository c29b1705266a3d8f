/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/drawn-chart.h"

G_BEGIN_DECLS

/* A chart as it is made of a series: all that a ScrutinyChart is but for being an object. */
typedef struct {
  ScrutinySeries *series;
  ScrutinySubgroups *subgroups;  /* NULL but for charts of them */
  ScrutinyChartOptions *options; /* nobody else's to change */
  ChartDrawing drawing;
  ChartLayout layout;
  ChartLines lines;
  const RuleSet **sets;
  guint n_sets;
  GPtrArray *own_sets; /* of those, the rules written out; NULL if none are */
  GPtrArray *signals;  /* of ScrutinySignal */
  guint n_usable;
  gboolean is_short;
  char *cannot_tell;
} ChartMaking;

/* Of no series. */
void chart_making_init_bare (ChartMaking *self);

/* References @series, @subgroups (nullable) and @options; FALSE with @error set, and still to
 * be cleared, if it cannot be drawn.
 */
gboolean chart_making_init (ChartMaking *self,
                            ScrutinySeries *series,
                            ScrutinySubgroups *subgroups,
                            ScrutinyChartOptions *options,
                            GError **error);
void chart_making_clear (ChartMaking *self);

/* Why that kind was drawn. */
char *chart_making_dup_reason (const ChartMaking *self);

/* For as long as @self and @reason (nullable) live. */
DrawnChart chart_making_lend (const ChartMaking *self, const char *reason);

G_END_DECLS
