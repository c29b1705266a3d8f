/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/direction.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_LINKAGE_PANEL_OPTIONS (scrutiny_linkage_panel_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyLinkagePanelOptions,
                      scrutiny_linkage_panel_options,
                      SCRUTINY,
                      LINKAGE_PANEL_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyLinkagePanelOptions *scrutiny_linkage_panel_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_linkage_panel_options_get_region (ScrutinyLinkagePanelOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_panel_options_set_region (ScrutinyLinkagePanelOptions *self,
                                                const char *region);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_linkage_panel_options_get_indicator_of (ScrutinyLinkagePanelOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_panel_options_set_indicator_of (ScrutinyLinkagePanelOptions *self,
                                                      const char *indicator_of);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_linkage_panel_options_get_outcome_of (ScrutinyLinkagePanelOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_panel_options_set_outcome_of (ScrutinyLinkagePanelOptions *self,
                                                    const char *outcome_of);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_linkage_panel_options_get_lag (ScrutinyLinkagePanelOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_panel_options_set_lag (ScrutinyLinkagePanelOptions *self, guint lag);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDirection scrutiny_linkage_panel_options_get_expected (ScrutinyLinkagePanelOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_panel_options_set_expected (ScrutinyLinkagePanelOptions *self,
                                                  ScrutinyDirection expected);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_linkage_panel_options_get_contrast (ScrutinyLinkagePanelOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_panel_options_set_contrast (ScrutinyLinkagePanelOptions *self,
                                                  double contrast);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_linkage_panel_options_get_draws (ScrutinyLinkagePanelOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_panel_options_set_draws (ScrutinyLinkagePanelOptions *self, guint draws);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_linkage_panel_options_get_seed (ScrutinyLinkagePanelOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_linkage_panel_options_set_seed (ScrutinyLinkagePanelOptions *self, guint64 seed);

G_END_DECLS
