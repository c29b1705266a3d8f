/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/json-writer.h"
#include "compare/comparison-figures.h"

G_BEGIN_DECLS

/* A row an area, those that cannot be compared too. */
ScrutinyTable *comparison_tables_new_areas (const ComparisonFigures *self);

/* The limits along the sizes of areas, for a drawing. */
ScrutinyTable *comparison_tables_new_funnel (const ComparisonFigures *self);

/* The member "areas". */
void comparison_tables_write_areas (const ComparisonFigures *self, JsonWriter *writer);

G_END_DECLS
