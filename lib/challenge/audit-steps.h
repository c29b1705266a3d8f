/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart.h>

#include "challenge/audit-rows.h"

G_BEGIN_DECLS

/* Limit of a step, as a multiple of the mean step: the upper natural limit of moving ranges. */
#define AUDIT_STEP_LIMIT 3.267

/* How often a step of unrelated normal periods is above it: 2 - 2 Φ (3.267 × 1.128379 / √2). */
#define AUDIT_STEP_FALSE_ALARM 0.0091

/* Values that a limit must rest on. */
#define AUDIT_STEP_VALUES 8

/* A run of points that patterns in one direction cover. */
typedef struct {
  gsize first, last;
  gboolean changed; /* whether the status changed on the way into it or in it */
} AuditPattern;

/* Changes of status from period to period, set against what the figure did.  A step is the
 * move from one row to the next; it is outside ordinary variation when its size is above
 * AUDIT_STEP_LIMIT times the mean size of all steps.  Steps across a gap, a missing value or
 * a declared break are left out of both.
 */
typedef struct {
  gsize n_rows;
  gboolean *changed; /* shape (n_rows): whether the status is another than in the row before */
  gboolean *outside; /* whether the step to the row is outside ordinary variation */
  gboolean *covered; /* whether a pattern of the chart covers the row */
  double limit;      /* NaN where it is not known */
  guint n_with_status;
  guint n_changes;
  guint n_outside;
  guint n_changes_outside;
  GArray *patterns; /* of AuditPattern */
  char *no_steps;   /* why steps are not judged, or NULL */
  char *no_chart;   /* why there are no patterns, or NULL */
} AuditSteps;

/* @chart is drawn with the library's own choices where it is NULL. */
AuditSteps *audit_steps_new (const AuditRows *rows, ScrutinyChart *chart);
void audit_steps_free (AuditSteps *self);

/* The rows that a chart must have been drawn of. */
ScrutinySeries *audit_steps_dup_series (const AuditRows *rows, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AuditSteps, audit_steps_free)

G_END_DECLS
