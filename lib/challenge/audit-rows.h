/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "indicator/colour-rule-private.h"

G_BEGIN_DECLS

#define AUDIT_NO_ROW G_MAXSIZE

/* Why another level may begin with a row. */
typedef enum {
  AUDIT_BREAK_NONE,
  AUDIT_BREAK_FOUND,    /* the figure shifted there */
  AUDIT_BREAK_DECLARED, /* it is counted in another way from there on */
} AuditBreak;

/* The rows of a published table as a colour rule sees them. */
typedef struct {
  ScrutinyTable *table;
  ScrutinyColourRule *rule;
  gsize n_rows;
  Period *periods;    /* NULL where rows are not periods */
  guint8 *breaks;     /* shape (n_rows): an AuditBreak each; NULL where rows are not periods */
  const char *shared; /* why periods cannot be set beside each other, in a sentence, or NULL */
  double *values;     /* what the rule calls "value" */
  double scale;       /* value = scale * numerator / denominator */
  guint decimals; /* of a printed column of values; more than PRINTED_MOST_DECIMALS: not printed */
  const double *numerators;     /* NULL without counts; borrowed */
  const double *denominators;   /* likewise */
  const char *const *published; /* NULL without published statuses; borrowed */
  gboolean names_value;         /* whether the rule looks at "value" at all */
  gboolean speaks_of_missing;   /* whether it says what it makes of a number that is missing */
  const char **recomputed;      /* the rule's words; NULL where it gives none */
  guint *clauses;
} AuditRows;

AuditRows *audit_rows_new (ScrutinyTable *table,
                           ScrutinyColourRule *rule,
                           const char *status_column,
                           GError **error);
void audit_rows_free (AuditRows *self);

/* The status of row @row if its value were @value; NULL where the rule gives none, or where
 * it hangs on a number that the row lacks.
 */
const char *audit_rows_judge (const AuditRows *self, gsize row, double value, guint *clause);

/* The value that @numerator cases of row @row make, as it would be printed. */
double audit_rows_value_of (const AuditRows *self, gsize row, double numerator);

/* Whether the counts of a row are known and make the value that the rule was given. */
gboolean audit_rows_has_counts (const AuditRows *self, gsize row);

/* Whether every value is a share of cases that makes it. */
gboolean audit_rows_is_share (const AuditRows *self);

/* The last row that the rule gives a status, where rows are periods or there is only one. */
gsize audit_rows_get_latest (const AuditRows *self);

/* Whether another level may begin with the row. */
gboolean audit_rows_has_break (const AuditRows *self, gsize row, AuditBreak least);

/* The published status, or where there is none the rule's; NULL where there is neither. */
const char *audit_rows_get_status (const AuditRows *self, gsize row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AuditRows, audit_rows_free)

G_END_DECLS
