/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/linkage-panel-options.h>
#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_LINKAGE_PANEL (scrutiny_linkage_panel_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyLinkagePanel,
                      scrutiny_linkage_panel,
                      SCRUTINY,
                      LINKAGE_PANEL,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyLinkagePanel *scrutiny_linkage_panel_new (ScrutinyTable *table,
                                                  const char *key,
                                                  const char *period,
                                                  const char *indicator,
                                                  const char *outcome,
                                                  ScrutinyLinkagePanelOptions *options,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_linkage_panel_get_verdict (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_linkage_panel_get_r (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_linkage_panel_get_slope (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_linkage_panel_get_p (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_linkage_panel_get_smallest_detectable (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_linkage_panel_get_contrast (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_linkage_panel_get_ratio (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_linkage_panel_get_e_value (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_linkage_panel_get_n_places (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_linkage_panel_get_n_periods (ScrutinyLinkagePanel *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_linkage_panel_dup_left_out (ScrutinyLinkagePanel *self);

G_END_DECLS
