/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>
#include <scrutiny/result.h>
#include <scrutiny/series.h>

G_BEGIN_DECLS

/* What happened in a series: as much of the reading as its values allow, else their chart. */
ScrutinyResult *histories_read (ScrutinySeries *series, GError **error);

/* The histories of all figures of a dossier, read ahead on other threads while the one that
 * asks goes through the figures.
 */
typedef struct _Histories Histories;

Histories *histories_new (ScrutinyDossier *dossier);
void histories_free (Histories *self);

/* The history of a figure and what it says, each taken once; waits for it where another
 * thread is at it.  NULL where there is none or it cannot be read.
 */
ScrutinyResult *histories_take (Histories *self, guint indicator, GPtrArray **findings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Histories, histories_free)

G_END_DECLS
