/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

G_BEGIN_DECLS

/* The figures of all indicators of a dossier below each other; those of the calendar that most
 * have.
 */
ScrutinyTable *figures_of_dossier (ScrutinyDossier *dossier);

G_END_DECLS
