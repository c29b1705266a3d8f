/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/because.h>
#include <scrutiny/dossier.h>

#include "report/page.h"

G_BEGIN_DECLS

/* The recorded reasons as a list within lists: under each statement what is given as its reasons,
 * with what is recorded of them, and what figures say, where that is among the results @beside.
 * Figures of @dossier are named by their titles; both may be NULL.  What was listed before is named
 * and not listed again.
 */
void sheet_reasons_add_list (Page *page,
                             ScrutinyBecause *because,
                             ScrutinyDossier *dossier,
                             GPtrArray *beside);

G_END_DECLS
