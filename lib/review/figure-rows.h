/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/indicator.h>
#include <scrutiny/records.h>

#include "records/definition-plan.h"

G_BEGIN_DECLS

/* The rows behind a figure, and how it comes of them; lent. */
typedef struct {
  ScrutinyRecords *records;
  ScrutinyDefinition *definition;
} FigureRows;

/* FALSE where either is missing. */
gboolean figure_rows_find (FigureRows *self, ScrutinyIndicator *indicator);

/* The definition, read over the columns of the rows. */
DefinitionPlan *figure_rows_dup_plan (const FigureRows *self, GError **error);

G_END_DECLS
