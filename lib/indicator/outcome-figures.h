/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

G_BEGIN_DECLS

/* The ids of indicators that are recorded to measure what changes for people: as a claim about
 * people needs no reason, neither do they.  (element-type utf8), the dossier's
 */
GHashTable *outcome_figures_new (ScrutinyDossier *dossier);

G_END_DECLS
