/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/audit-tables.h"

#include "base/columns-builder.h"
#include "base/columns.h"

#include <math.h>

/* Of a row among others that are not periods; of periods only the latest is looked at. */
static Flip
flip_of (const AuditResult *audit, gsize row)
{
  const Flip none = { .n_cases = -1, .distance = NAN, .value = NAN };

  if (row == audit->latest)
    return audit->flip;

  return audit->rows->periods ? none : flip_find (audit->rows, row);
}

static void
add_row (ColumnsBuilder *builder, const AuditResult *audit, gsize row)
{
  const AuditRows *rows = audit->rows;
  const Flip flip = flip_of (audit, row);
  g_autofree char *name = columns_dup_row_name (rows->table, row);

  columns_builder_add_text (builder, "period", name);
  columns_builder_add_number (builder, "value", rows->values ? rows->values[row] : NAN);
  columns_builder_add_text (builder, "published", rows->published ? rows->published[row] : NULL);
  columns_builder_add_text (builder, "recomputed", rows->recomputed[row]);
  columns_builder_add_number (builder, "clause", rows->recomputed[row] ? rows->clauses[row] : NAN);
  columns_builder_add_number (builder, "apart", audit->apart ? audit->apart->values[row] : NAN);
  columns_builder_add_text (builder, "apart_status",
                            audit->apart ? audit->apart->recomputed[row] : NULL);
  columns_builder_add_number (builder, "changed", audit->steps->changed[row]);
  columns_builder_add_number (builder, "count_chance", audit->counts.chances[row]);
  columns_builder_add_number (builder, "outside", audit->steps->outside[row]);
  columns_builder_add_number (builder, "pattern", audit->steps->covered[row]);
  columns_builder_add_number (builder, "flip_cases",
                              flip.n_cases >= 0 ? (double) flip.n_cases : NAN);
  columns_builder_add_number (builder, "flip_distance", flip.distance);
  columns_builder_add_text (builder, "flip_status", flip.status);
}

ScrutinyTable *
audit_tables_new_rows (const AuditResult *audit)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize i = 0; i < audit->rows->n_rows; i++)
    add_row (builder, audit, i);

  return columns_builder_end (builder);
}

ScrutinyTable *
audit_tables_new_mismatches (const AuditResult *audit)
{
  const AuditRows *rows = audit->rows;
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (gsize i = 0; i < rows->n_rows; i++) {
    g_autofree char *name = NULL;

    if (!audit_result_is_mismatch (audit, i))
      continue;
    name = columns_dup_row_name (rows->table, i);
    columns_builder_add_text (builder, "period", name);
    columns_builder_add_text (builder, "published", rows->published[i]);
    columns_builder_add_text (builder, "recomputed", rows->recomputed[i]);
    columns_builder_add_number (builder, "clause", rows->clauses[i]);
  }

  return columns_builder_end (builder);
}

ScrutinyTable *
audit_tables_new_grid (const AuditResult *audit)
{
  const RuleGrid *grid = &audit->grid;
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint k = 0; audit->latest != AUDIT_NO_ROW && !audit->no_grid && k < grid->n_statuses; k++) {
    columns_builder_add_text (builder, "status", grid->statuses[k]);
    columns_builder_add_number (builder, "n_rules", grid->counts[k]);
  }

  return columns_builder_end (builder);
}
