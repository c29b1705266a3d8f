/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>
#include <scrutiny/timeline.h>

G_BEGIN_DECLS

/* What the rows of a table say of periods, which repeat and come in any order. */
typedef struct {
  ScrutinyTimeline *timeline; /* each of them once, in time */
  guint *places;              /* which one a row has */
  gsize n_rows;
} SubgroupRows;

gboolean
subgroup_rows_init (SubgroupRows *self, ScrutinyTable *table, const char *period, GError **error);
void subgroup_rows_clear (SubgroupRows *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SubgroupRows, subgroup_rows_clear)

typedef struct {
  const char *name;
  GBytes *numbers; /* doubles, one a row */
} SubgroupColumn;

/* Means, standard deviations and sizes; FALSE naming the row and column that cannot be. */
gboolean
subgroup_rows_check (const SubgroupRows *self, const SubgroupColumn columns[3], GError **error);

/* The row of each period; NULL naming two rows of the same one, @name is their column. */
gsize *subgroup_rows_order (const SubgroupRows *self, const char *name, GError **error);

G_END_DECLS
