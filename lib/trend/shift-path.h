/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "trend/shift-search.h"

G_BEGIN_DECLS

/* A cut that is least for a range of penalties. */
typedef struct {
  double from, to, cost; /* cost is without the penalties */
  gsize n_units;         /* changes, or units of levels and lines */
  GArray *changes;       /* of gsize: the first value of each stretch but the first */
} ShiftRange;

/* All cuts that come out for penalties from @low to @high: (element-type ShiftRange), from the
 * lowest penalty on; NULL where there would be more than there is room for.  @values are
 * those that the search is of, standardised.
 */
GArray *shift_path_find (const ShiftSearch *search,
                         ScrutinySeries *series,
                         const double *values,
                         double low,
                         double high);

/* One row a range. */
ScrutinyTable *
shift_path_tabulate (const ShiftSearch *search, ScrutinySeries *series, const GArray *ranges);

G_END_DECLS
