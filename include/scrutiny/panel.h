/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/chart-options.h>
#include <scrutiny/progress.h>
#include <scrutiny/series.h>
#include <scrutiny/shifts-options.h>
#include <scrutiny/table.h>
#include <scrutiny/trend-options.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_PANEL (scrutiny_panel_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyPanel, scrutiny_panel, SCRUTINY, PANEL, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyPanel *scrutiny_panel_new (ScrutinyTable *table,
                                   const char *const *keys,
                                   const char *period,
                                   const char *value,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyPanel *scrutiny_panel_new_ratio (ScrutinyTable *table,
                                         const char *const *keys,
                                         const char *period,
                                         const char *numerator,
                                         const char *denominator,
                                         double scale,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyPanel *scrutiny_panel_copy_with_threads (ScrutinyPanel *self, guint threads)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_panel_get_table (ScrutinyPanel *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_panel_get_n_series (ScrutinyPanel *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyCalendar scrutiny_panel_get_calendar (ScrutinyPanel *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *const *scrutiny_panel_get_names (ScrutinyPanel *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_panel_dup_key (ScrutinyPanel *self, guint index);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySeries *scrutiny_panel_dup_series (ScrutinyPanel *self, guint index, GError **error);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_panel_get_threads (ScrutinyPanel *self);

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_trend_tabulate (ScrutinyPanel *panel,
                                        ScrutinyTrendOptions *options,
                                        ScrutinyProgress *progress,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_chart_tabulate (ScrutinyPanel *panel,
                                        ScrutinyChartOptions *options,
                                        ScrutinyProgress *progress,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_shifts_tabulate (ScrutinyPanel *panel,
                                         ScrutinyShiftsOptions *options,
                                         ScrutinyProgress *progress,
                                         GCancellable *cancellable,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_slope_tabulate (ScrutinyPanel *panel,
                                        ScrutinyTrendOptions *options,
                                        ScrutinyProgress *progress,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
