/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

G_BEGIN_DECLS

/* What was published of one figure in one period, as it stood and as it was read.  Texts
 * are borrowed, numbers NaN where there is none.
 */
typedef struct {
  const char *period; /* as the library writes it: 2023-04 */
  const char *label;  /* to be read: April 2023 */
  const char *value_text, *target_text, *status;
  double value, target, numerator, denominator;
} PublishedRow;

/* The columns there are: what was not published has none. */
typedef enum {
  PUBLISHED_PERIODS = 1 << 0,
  PUBLISHED_COUNTS = 1 << 1,
  PUBLISHED_TARGETS = 1 << 2,
  PUBLISHED_STATUSES = 1 << 3,
} PublishedColumns;

/* The table the checks of colours and the question sheet look into. */
ScrutinyTable *published_rows_new_table (const PublishedRow *rows,
                                         gsize n_rows,
                                         PublishedColumns columns,
                                         GError **error);

G_END_DECLS
