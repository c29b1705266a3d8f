/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>
#include <scrutiny/series.h>

#include "kernel/drift.h"

G_BEGIN_DECLS

/* Some periods together: what they have on average. */
typedef struct {
  guint first, end; /* of the timeline */
  guint n_counted;  /* periods whose counts are known */
  double numerator, denominator, value;
} DriftSpan;

typedef struct {
  DriftSpan before, after;
  double scale;
  KernelDrift split; /* as counted, not scaled; NaN where it cannot be told */
  double dispersion; /* of what it is out of; NaN where it cannot be told, as the next */
  double chance;     /* that such scatter alone moves what it is out of as far */
} DriftFigures;

/* What is said of the split; a list that owns its finding. */
GPtrArray *
drift_findings_new (ScrutinySeries *series, const DriftFigures *figures, ScrutinyMethod *method);

G_END_DECLS
