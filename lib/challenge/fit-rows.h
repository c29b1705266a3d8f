/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "challenge/status-order.h"
#include "challenge/tolerance.h"

G_BEGIN_DECLS

/* A row of a scorecard that can be read: a value, a target and a status of the order. */
typedef struct {
  gsize row;
  double value, target;
  double previous; /* NaN where it is not known */
  int level;
  int side; /* 1, -1: the wanted side that its status needs, above or below the target; 0: either */
} FitRow;

typedef enum {
  FIT_RELATIVE, /* the tolerance is a share of the target */
  FIT_ABSOLUTE, /* it is in the figure's own units */
  FIT_N_FAMILIES,
} FitFamily;

typedef struct {
  const StatusOrder *order; /* borrowed */
  GArray *rows;             /* of FitRow */
  double *gaps[FIT_N_FAMILIES];
  GArray *spans[FIT_N_FAMILIES]; /* of ToleranceSpan: the best of the family */
  FitFamily best;
  gsize n_with_status; /* rows with any status at all */
  gsize n_unread;      /* of those, with one that is not of the order */
  gsize n_testing;     /* of the rows that can be read, those that some tolerance would not give */
  char *first_unread;
} FitRows;

FitRows *fit_rows_new (ScrutinyTable *scorecard, const StatusOrder *order, GError **error);
void fit_rows_free (FitRows *self);

const char *fit_family_get_name (FitFamily family);

/* Whether any of the best tolerances gives row @index. */
gboolean fit_rows_is_explained (const FitRows *self, gsize index);

/* Whether its status says that one side is wanted, while its target lies on the other
 * side of its previous figure, and rows in the same unit want either.
 */
gboolean fit_rows_is_odd (const FitRows *self, ScrutinyTable *scorecard, gsize index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FitRows, fit_rows_free)

G_END_DECLS
