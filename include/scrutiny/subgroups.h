/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>
#include <scrutiny/timeline.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_SUBGROUPS (scrutiny_subgroups_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinySubgroups, scrutiny_subgroups, SCRUTINY, SUBGROUPS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySubgroups *scrutiny_subgroups_new (ScrutinyTimeline *timeline,
                                           const guint *periods,
                                           gsize n_periods,
                                           const double *observations,
                                           gsize n_observations,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySubgroups *scrutiny_subgroups_new_from_summary (ScrutinyTimeline *timeline,
                                                        const double *means,
                                                        gsize n_means,
                                                        const double *deviations,
                                                        gsize n_deviations,
                                                        const double *sizes,
                                                        gsize n_sizes,
                                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySubgroups *scrutiny_subgroups_new_from_table (ScrutinyTable *table,
                                                      const char *period,
                                                      const char *value,
                                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySubgroups *scrutiny_subgroups_new_from_summary_table (ScrutinyTable *table,
                                                              const char *period,
                                                              const char *mean,
                                                              const char *deviation,
                                                              const char *size,
                                                              GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTimeline *scrutiny_subgroups_get_timeline (ScrutinySubgroups *self);
SCRUTINY_AVAILABLE_IN_ALL
const double *scrutiny_subgroups_get_means (ScrutinySubgroups *self, gsize *n_values);
SCRUTINY_AVAILABLE_IN_ALL
const double *scrutiny_subgroups_get_deviations (ScrutinySubgroups *self, gsize *n_values);
SCRUTINY_AVAILABLE_IN_ALL
const double *scrutiny_subgroups_get_sizes (ScrutinySubgroups *self, gsize *n_values);

G_END_DECLS
