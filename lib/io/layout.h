/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier-builder.h>
#include <scrutiny/read-options.h>

#include "io/grid.h"

G_BEGIN_DECLS

/* Finds out what kind of table @grid is and adds its indicators, series, published
 * figures, scorecard and notes to @builder.  @options may be NULL.  Adds nothing on
 * failure.
 */
gboolean layout_read (Grid *grid,
                      ScrutinyReadOptions *options,
                      ScrutinyDossierBuilder *builder,
                      GError **error);

G_END_DECLS
