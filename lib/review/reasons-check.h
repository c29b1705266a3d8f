/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>

#include "review/gathering.h"

G_BEGIN_DECLS

/* An indicator by itself has no figures of others to set beside its reasons: nothing is found. */
void reasons_check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data);

/* What the figures of a dossier say of the reasons for the one that @section is about. */
void reasons_check_review (ScrutinyDossier *dossier, ReportSection *section, Gathering *gathering);

G_END_DECLS
