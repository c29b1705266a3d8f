/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/comparison-rows.h"

G_BEGIN_DECLS

/* A row an area and age band; borrowed. */
typedef struct {
  gsize n;
  char **areas, **bands;
  const double *counts, *people, *standard;
  const double *spreads; /* NULL where each event is a separate one */
} BandColumns;

/* The directly standardised rate of each area; an array of AreaRow. */
GArray *comparison_bands_read (const BandColumns *columns,
                               const ComparisonSettings *settings,
                               GError **error);

G_END_DECLS
