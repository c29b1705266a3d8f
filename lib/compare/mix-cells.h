/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/mix-options.h>
#include <scrutiny/table.h>

#include "kernel/shapley.h"

G_BEGIN_DECLS

/* One way is a factor, and so are the ratios. */
#define MIX_MOST_WAYS (KERNEL_SHAPLEY_MOST - 1)

/* The counts of a table in the two times that are compared, by cell: a combination of what the
 * columns of segments hold.
 */
typedef struct {
  gsize n_ways;
  char **ways; /* names of the columns of segments */
  gsize n;     /* cells */
  GPtrArray *names;
  double *counts[2], *totals[2]; /* of means: the sum of what is measured, and the cases */
  double *squares[2];            /* of means: what cases are away from theirs, squared and summed */
  char *times[2];
  gsize *groups[1 << MIX_MOST_WAYS]; /* by set of ways: cells alike in it have one number */
  gboolean is_of_means, has_spread;
  char *unknown; /* why not all counts are known; NULL if they are */
} MixCells;

MixCells *mix_cells_new (ScrutinyTable *table,
                         const char *const *ways,
                         const char *numerator,
                         const char *denominator,
                         ScrutinyMixOptions *options,
                         GError **error);
void mix_cells_free (MixCells *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MixCells, mix_cells_free)

G_END_DECLS
