/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/records.h>

G_BEGIN_DECLS

/* What an expression over the columns of @records was refused for, with the file before it and,
 * where it speaks of a column that is text although most of it is not, the row that made it so.
 */
void record_refusal_explain (ScrutinyRecords *records, GError *error);

G_END_DECLS
