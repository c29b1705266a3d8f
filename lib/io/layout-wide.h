/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>

#include "io/sheet.h"

G_BEGIN_DECLS

/* How many column names are periods: two or more make a wide table. */
guint layout_wide_count_periods (const Sheet *sheet);

/* A row an indicator, a column a period. */
gboolean layout_wide_read (Sheet *sheet, ScrutinyDossierBuilder *builder, GError **error);

G_END_DECLS
