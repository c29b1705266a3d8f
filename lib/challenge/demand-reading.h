/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/demand-options.h>
#include <scrutiny/table.h>

#include "kernel/coders.h"

G_BEGIN_DECLS

/* So many of one kind, or of one cause within it. */
typedef struct {
  const char *kind, *cause; /* of the table; @cause is NULL of a kind */
  double count, share, low, high;
  gboolean is_merged; /* of several that are too small to be told of */
} DemandGroup;

typedef struct {
  ScrutinyTable *table; /* what the names belong to */
  double level, z, margin;
  GPtrArray *names;    /* what else they belong to: of what was taken together */
  GHashTable *told;    /* of a kind that was taken together with others, their name */
  guint fewest;        /* contacts that may be told of; none may be too */
  gboolean is_few;     /* all together are fewer */
  gsize n;             /* contacts with a kind */
  gsize n_uncoded;     /* contacts without */
  GArray *kinds;       /* of DemandGroup, most frequent first, what was taken together last */
  GArray *causes;      /* likewise, within their kind */
  KernelCoders coders; /* of those coded twice; @n is 0 if there are none */
  double needed;       /* contacts, for the share of the most frequent kind to be near enough */
} DemandReading;

gboolean demand_reading_init (DemandReading *self,
                              ScrutinyTable *table,
                              const char *kind,
                              const char *cause,
                              ScrutinyDemandOptions *options,
                              GError **error);
void demand_reading_clear (DemandReading *self);

/* A count as it may be told of; NaN if it is small. */
double demand_reading_shown (const DemandReading *self, gsize count);

G_END_DECLS
