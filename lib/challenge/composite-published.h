/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/composite-reading.h"

G_BEGIN_DECLS

/* One unit's published score beside the one worked out; NaN where it has none, or it cannot be
 * told.
 */
typedef struct {
  double published;
  double difference; /* published less worked out, on the published scale */
  double rounding;   /* the most that components as printed can make of it, beside its own digits */
} CompositeBeside;

/* Whether a published score is what its weights and components give. */
typedef enum {
  COMPOSITE_UNTOLD, /* there is none, or how it is scaled is not known */
  COMPOSITE_AGREES,
  COMPOSITE_COARSE, /* components as printed are too coarse to tell */
  COMPOSITE_DIFFERS,
} CompositeVerdict;

/* What was published of units that are scored. */
typedef struct {
  GArray *besides;   /* of CompositeBeside, each unit */
  guint n;           /* units with a published score */
  guint n_elsewhere; /* of them at another place by that than among them by ours */
  guint elsewhere;   /* the one that is furthest off */
  guint32 its_place, our_place;
  guint decimals; /* that published scores have */
  double times;   /* the published scale, as a multiple of ours; NaN where it cannot be told */
  guint n_differ, n_coarse;
} CompositePublished;

/* @scores: shape (n_units) of @reading. */
void composite_published_init (CompositePublished *self,
                               const CompositeReading *reading,
                               const double *scores);
void composite_published_clear (CompositePublished *self);

const CompositeBeside *composite_published_get (const CompositePublished *self, guint unit);
CompositeVerdict composite_published_judge (const CompositePublished *self, guint unit);

G_END_DECLS
