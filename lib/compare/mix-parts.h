/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/mix-cells.h"

G_BEGIN_DECLS

typedef enum {
  MIX_CASES,  /* each counts or does not */
  MIX_EVENTS, /* among a known population */
  MIX_SUMS,   /* nothing is known of their chance */
  MIX_MEANS,  /* of what is measured of each case */
} MixCounts;

/* How many redraws must agree before anything is said of both, the parts and the whole, and
 * before the parts are said to have moved at all: one in a hundred does where they did not.
 */
#define MIX_AGREEMENT 0.9
#define MIX_FIRM 0.99

typedef struct {
  double low, high;
} MixInterval;

/* What a change is made of.  Nothing here is scaled. */
typedef struct {
  MixCounts counts;
  double before, after, rate, mix;
  gboolean all_apart;                                      /* each part moved against the whole */
  MixInterval total_interval, rate_interval, mix_interval; /* NaN without redraws */
  double agreement;     /* of redraws: whole and parts moved so */
  double all_agreement; /* of redraws: each part moved against the whole */
  double rate_support;  /* of redraws: the parts moved the way they did */
  double *cell_rates, *cell_mixes;
  double ways[MIX_MOST_WAYS]; /* what each way of dividing gives of @mix */
  gsize n_draws;
} MixParts;

/* NULL if all that is counted in one time is out of nothing. */
MixParts *mix_parts_new (const MixCells *cells, MixCounts counts, ScrutinyMixOptions *options);
void mix_parts_free (MixParts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MixParts, mix_parts_free)

/* Whether the parts together moved against the whole. */
gboolean mix_parts_moved_apart (const MixParts *self);

G_END_DECLS
