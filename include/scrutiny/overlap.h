/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/panel.h>
#include <scrutiny/result.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_OVERLAP (scrutiny_overlap_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyOverlap, scrutiny_overlap, SCRUTINY, OVERLAP, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyOverlap *scrutiny_overlap_new (ScrutinyPanel *panel, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_overlap_get_n_figures (ScrutinyOverlap *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_overlap_get_n_periods (ScrutinyOverlap *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_overlap_get_effective_number (ScrutinyOverlap *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_overlap_get_pairs (ScrutinyOverlap *self);

G_END_DECLS
