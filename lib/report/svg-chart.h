/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart.h>
#include <scrutiny/event.h>
#include <scrutiny/trend.h>

G_BEGIN_DECLS

/* What a chart needs besides its numbers.  Only @id and @title must be there. */
typedef struct {
  const char *id;          /* unique on the page; letters, digits and hyphens */
  const char *title;       /* what is drawn */
  const char *description; /* what it shows, for those who do not see it */
  GPtrArray *events;       /* of ScrutinyEvent, or NULL */
  GPtrArray *beside;       /* of ScrutinyResult, what else was found of the same; or NULL */
  gboolean standalone;     /* carries its own style and XML declaration */
} SvgChartLabels;

/* The style rules every chart on a page shares: black, greys and shapes, no meaning by colour. */
extern const char svg_chart_style[];

/* Appends @chart as one <svg> element that needs no script and no file. */
void svg_chart_append (GString *out, ScrutinyChart *chart, const SvgChartLabels *labels);

/* The same of a reading: its limits follow its season, its levels and its lines. */
void svg_chart_append_trend (GString *out, ScrutinyTrend *trend, const SvgChartLabels *labels);

G_END_DECLS
