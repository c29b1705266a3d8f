/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/chart-lines.h"

G_BEGIN_DECLS

/* What a stretch's estimates come from: neighbours in the arrays are neighbours in time
 * where @joined says so, or all of them when gaps are passed over.
 */
typedef struct {
  guint n;
  const double *values;
  const double *numerators;   /* NULL on a chart without counts */
  const double *denominators; /* NULL likewise */
  const double *deviations;   /* NULL but for subgroups */
  const double *sizes;        /* of subgroups */
  const double *places;       /* in steps of the calendar from the start of the stretch */
  const guint8 *used;
  const guint8 *joined; /* NULL: all are */
  gboolean are_shares;  /* no numerator below 0 or above its denominator */
} ChartSample;

/* Fills in centre, spread, dispersion and ranges.  @screened, one mark a point of the
 * sample, says which ranges were left out; @work holds 2 n doubles.
 */
KernelStatus chart_estimate_make (ChartEstimate *self,
                                  const ChartDrawing *drawing,
                                  const ChartSample *sample,
                                  double *work,
                                  guint8 *screened) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
