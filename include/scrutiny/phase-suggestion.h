/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-options.h>
#include <scrutiny/series.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_PHASE_SUGGESTION (scrutiny_phase_suggestion_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyPhaseSuggestion,
                      scrutiny_phase_suggestion,
                      SCRUTINY,
                      PHASE_SUGGESTION,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyPhaseSuggestion *scrutiny_phase_suggestion_new (ScrutinySeries *series,
                                                        const char *by,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_phase_suggestion_get_by (ScrutinyPhaseSuggestion *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_phase_suggestion_get_phases (ScrutinyPhaseSuggestion *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_phase_suggestion_get_log (ScrutinyPhaseSuggestion *self);

G_END_DECLS
