/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/composite-options.h>
#include <scrutiny/table.h>

#include "kernel/composite.h"

G_BEGIN_DECLS

typedef enum {
  COMPOSITE_MIN_MAX,
  COMPOSITE_STANDARD,
  COMPOSITE_NONE,
} CompositeScaling;

/* One component; NaN where nothing was said. */
typedef struct {
  const char *name;   /* of the reading */
  double weight;      /* as given: below 0 where lower values add to the score */
  double share;       /* of all weights, whatever their signs */
  double threshold;   /* its band lies at and beyond it */
  double spread;      /* from one period to the next, in its own unit */
  double low, high;   /* of the units that are scored */
  KernelScale scale;  /* of the units that are scored */
  guint n_moved;      /* units that change places without the two at its ends */
  guint most_moved;   /* places that one of them moves by */
  gboolean has_moves; /* whether that is known */
} CompositePart;

/* A table of units and components as it is scored: units that lack a component are left out. */
typedef struct {
  CompositeScaling scaling;
  gboolean knows_scaling; /* else it is taken to be COMPOSITE_MIN_MAX */
  double level;
  guint draws;
  guint64 seed;
  char **components;
  GArray *parts;       /* of CompositePart */
  GPtrArray *names;    /* of char *, the units that are scored */
  double *values;      /* shape (n_units, n_parts), in the components' own units */
  double *scaled;      /* shape (n_units, n_parts), such that larger adds to the score */
  gboolean *is_scored; /* of each row of the table */
  double *published;   /* shape (n_units), NaN where there is none; NULL where nothing was */
  guint focus;         /* G_MAXUINT where nobody asked about one */
  GPtrArray *left_out; /* of char * */
  char *cannot_tell;   /* why nothing can be scored, or NULL */
} CompositeReading;

gboolean composite_reading_init (CompositeReading *self,
                                 ScrutinyTable *table,
                                 const char *unit,
                                 ScrutinyCompositeOptions *options,
                                 GError **error);
void composite_reading_clear (CompositeReading *self);

const CompositePart *composite_reading_get (const CompositeReading *self, guint part);
const char *composite_scaling_get_name (CompositeScaling scaling);

/* @value on the scale of the score, such that larger adds to it. */
double composite_part_scale (const CompositePart *part,
                             CompositeScaling scaling,
                             const KernelScale *scale,
                             double value);

/* What one unit of it adds to the score, whatever its sign. */
double composite_part_worth (const CompositePart *part);

G_END_DECLS
