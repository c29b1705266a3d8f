/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

#include "report/page.h"

G_BEGIN_DECLS

/* One row an indicator: the latest published figure as published. */
PageBlock *sheet_add_figures (Page *page, ScrutinyDossier *dossier);

G_END_DECLS
