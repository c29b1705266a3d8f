/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* The name of an area as it may be printed. */
char *comparison_name_dup (const ComparisonFigures *figures, guint index);

/* “a, b and 3 more”. */
char *comparison_names_dup_list (const GPtrArray *names);

/* All of them, as a fact. */
void comparison_names_insert (GVariantDict *facts, const char *key, const GPtrArray *names);

G_END_DECLS
