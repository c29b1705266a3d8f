/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "compare/comparison-settings.h"

G_BEGIN_DECLS

/* An area as the table has it. */
typedef struct {
  char *name;
  gsize row;                                            /* from 0, the first of its rows */
  double numerator, denominator;                        /* of a standardised rate: of all bands */
  double published, published_rank, published_quartile; /* NaN where none is */
  double people;                                        /* of a standardised rate, in all bands */
  double rate, variance, low, high;                     /* of a standardised rate */
  gboolean is_sum;                                      /* of all others */
  gboolean is_joined; /* its rate is of bands taken together, for some have few events */
  const char *state;  /* why it cannot be compared; NULL if it can */
} AreaRow;

/* The areas in the order in which they come, an array of AreaRow; NULL with @error set, which
 * names row and column.
 */
GArray *
comparison_rows_read (ScrutinyTable *table, const ComparisonSettings *settings, GError **error);

G_END_DECLS
