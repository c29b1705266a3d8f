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

/* FALSE where what is counted of all the rows, or in two stretches of them, would tell a small
 * count by another figure of the dossier: then @findings has why @what is not looked at.
 */
gboolean figure_rows_may_be_told (const FigureRows *self,
                                  gboolean in_stretches,
                                  GListStore *findings,
                                  const char *check,
                                  const char *what);

G_END_DECLS
