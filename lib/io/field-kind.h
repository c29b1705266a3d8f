/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-values.h"

G_BEGIN_DECLS

/* What a Table Schema's type and format, either of which may be NULL, say of a column's cells;
 * a type the library has no kind for is left to be found by looking.
 */
void field_kind_read (const char *kind, const char *format, RecordAsked *asked);

G_END_DECLS
