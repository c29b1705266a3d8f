/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/finding.h>

#include "compare/mix-parts.h"
#include "kernel/drift.h"

G_BEGIN_DECLS

/* All that is known of a change, for whoever says it. */
typedef struct {
  MixCells *cells;
  MixParts *parts; /* NULL where it cannot be told */
  char *numerator, *denominator;
  double sums[2][2]; /* by time: what is counted, and out of how much */
  KernelDrift drift; /* not scaled */
  double scale;
} MixReading;

GPtrArray *mix_findings_new (const MixReading *reading, ScrutinyMethod *method);

G_END_DECLS
