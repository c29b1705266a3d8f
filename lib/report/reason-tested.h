/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "report/reason-map.h"

G_BEGIN_DECLS

/* Notes on each reason what figures say of it, as far as that is among @results, which may be NULL:
 * “data: cannot tell”.  What figures say of several steps together is noted on the last of them.
 */
void reason_tested_note (ReasonMap *map, GPtrArray *results);

G_END_DECLS
