/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

G_BEGIN_DECLS

/* The dates of @n_columns columns, one array a column and one number a row, in seconds since
 * 1970 by the clock they are written in; NaN where there is none.  Each column is read in one
 * order of day and month, which it settles itself, or else another of them does; where none
 * does, the day comes first.  FALSE, with an error that names row, column and value, for what
 * is no date or is written otherwise than the rest of its column.
 */
gboolean moment_columns_read (ScrutinyTable *table,
                              const char *const *names,
                              gsize n_columns,
                              double **moments,
                              GError **error);

G_END_DECLS
