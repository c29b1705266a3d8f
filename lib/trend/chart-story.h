/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/drawn-chart.h"

G_BEGIN_DECLS

/* Signals of one rule and direction that are told in one sentence. */
typedef struct {
  const char *rule;
  ScrutinyDirection direction;
  GArray *points; /* of guint, in time, each once */
  guint first;
  guint last;
  guint n_beyond;     /* points that lie beyond the limit on that side */
  gboolean to_end;    /* reaches the last value there is */
  gboolean unbroken;  /* its points are neighbours */
  gboolean scattered; /* made of several signals */
} ChartStory;

/* What there is to tell, most telling first, at most @most; nothing twice.  @end is the
 * last point with a value that is not excluded.  (element-type ChartStory)
 */
GPtrArray *chart_stories_collect (const DrawnChart *chart, guint end, guint most);

G_END_DECLS
