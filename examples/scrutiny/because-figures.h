/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "command.h"

/* What the figures of a dossier say of the reasons for one of them. */
typedef struct {
  ScrutinyReasonTests *tests; /* NULL where they could not be set beside the reasons */
  char *refusal;              /* why not */
} ReasonFigures;

ReasonFigures reason_figures_look (ScrutinyDossier *dossier, ScrutinyIndicator *indicator);
void reason_figures_clear (ReasonFigures *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReasonFigures, reason_figures_clear)

/* Each line of reasons with what is said of it, then what is said of none. */
void reason_figures_append_text (const ReasonFigures *self, GString *out, ScrutinyChain *chain);

/* One object. */
void reason_figures_append_json (const ReasonFigures *self, GString *out);
