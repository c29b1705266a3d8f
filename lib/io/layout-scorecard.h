/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>

#include "io/sheet.h"

G_BEGIN_DECLS

/* A row an indicator with its value, target and status: no history. */
gboolean layout_scorecard_read (Sheet *sheet, ScrutinyDossierBuilder *builder, GError **error);

G_END_DECLS
