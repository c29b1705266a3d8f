/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/colour-rule.h>
#include <scrutiny/panel.h>
#include <scrutiny/result.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COLOUR_PANEL (scrutiny_colour_panel_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyColourPanel, scrutiny_colour_panel, SCRUTINY, COLOUR_PANEL, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourPanel *scrutiny_colour_panel_new (ScrutinyPanel *panel,
                                                ScrutinyColourRule *rule,
                                                guint least,
                                                ScrutinyProgress *progress,
                                                GCancellable *cancellable,
                                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_colour_panel_get_n_series (ScrutinyColourPanel *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_colour_panel_get_changes (ScrutinyColourPanel *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_colour_panel_get_expected (ScrutinyColourPanel *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_colour_panel_get_changes_with_signal (ScrutinyColourPanel *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_colour_panel_get_signals_without_change (ScrutinyColourPanel *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_colour_panel_get_table (ScrutinyColourPanel *self);

G_END_DECLS
