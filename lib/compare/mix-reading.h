/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/mix-parts.h"
#include "kernel/drift.h"

G_BEGIN_DECLS

/* All that is known of a change, for whoever says it. */
typedef struct {
  MixCells *cells;
  MixParts *parts; /* NULL where it cannot be told */
  char *numerator, *denominator;
  char *unit;        /* that was said; or NULL */
  double sums[2][2]; /* by time: what is counted, and out of how much */
  KernelDrift drift; /* not scaled; NaN of means */
  double scale;
  MixCounts counts;
  guint round_to; /* counts are multiples of it; 0: as they are */
} MixReading;

const char *mix_counts_get_name (MixCounts counts);

/* Reads what is compared; its parts are filled in unless @why_not, which is to be freed, gets a
 * reason.  FALSE with @error set.
 */
gboolean mix_reading_init (MixReading *self,
                           ScrutinyTable *table,
                           const char *const *segments,
                           const char *numerator,
                           const char *denominator,
                           ScrutinyMixOptions *options,
                           char **why_not,
                           GError **error);
void mix_reading_clear (MixReading *self);

G_END_DECLS
