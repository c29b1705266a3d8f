/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/quality-options.h>
#include <scrutiny/table.h>

#include "base/period.h"

G_BEGIN_DECLS

typedef enum {
  QUALITY_VALUE,
  QUALITY_NUMERATOR,
  QUALITY_DENOMINATOR,
  QUALITY_LOW,
  QUALITY_HIGH,
  QUALITY_TOTAL,
  QUALITY_OPENING,
  QUALITY_INTO,
  QUALITY_OUT,
  QUALITY_CLOSING,
  QUALITY_FIRST,
  QUALITY_OTHER,
  QUALITY_N_NUMBERS,
} QualityNumber;

typedef enum {
  QUALITY_PUBLISHED,
  QUALITY_MEETING,
  QUALITY_OPENED,
  QUALITY_CLOSED,
  QUALITY_N_DAYS,
} QualityDay;

/* What the cells of a column may hold. */
typedef struct {
  char *column;
  char **codes;
} QualityCodes;

/* A table whose quality is looked at: which columns hold what, whose each row is, and its rows in
 * order of time.
 */
typedef struct {
  ScrutinyTable *table;
  gsize n_rows;
  char **names; /* of columns */

  const double *numbers[QUALITY_N_NUMBERS]; /* NULL: no such column */
  const char *number_names[QUALITY_N_NUMBERS];
  const char *const *value_texts; /* as printed; or NULL */
  const char *days[QUALITY_N_DAYS];
  const char *segment;

  char **key;
  char **parts;     /* columns that add up to the total */
  GPtrArray *codes; /* of QualityCodes */
  guint *group;     /* whose each row is, from 0 */
  guint n_groups;
  GPtrArray *group_names; /* of char *, as a reader would say it; of key columns joined */

  char *period_name;
  Period *periods; /* of each row; NULL: no column of periods that can be read */
  gsize *order;    /* rows by group, then time; their own order without periods */

  guint n_checked, n_wrong;
} QualityTable;

/* “value”, “numerator” … */
const char *quality_number_get_role (QualityNumber role);

/* A role that is not there is an error only where @options names its column. */
QualityTable *
quality_table_new (ScrutinyTable *table, ScrutinyQualityOptions *options, GError **error);
void quality_table_free (QualityTable *self);

/* Whether the cell says nothing: blank, or NaN. */
gboolean quality_table_is_blank (const QualityTable *self, const char *column, gsize row);

/* The rows of one series, in order of time: @self->order[*first … *end - 1]; false after the
 * last.  *@end is 0 at the beginning.
 */
gboolean quality_table_next_group (const QualityTable *self, gsize *first, gsize *end);

/* What a row is called in a sentence: its key and period, or “row 14”. */
char *quality_table_dup_row (const QualityTable *self, gsize row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (QualityTable, quality_table_free)

G_END_DECLS
