/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>
#include <scrutiny/indicator.h>
#include <scrutiny/linkage-options.h>
#include <scrutiny/panel.h>
#include <scrutiny/result.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_LINKAGE (scrutiny_linkage_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyLinkage, scrutiny_linkage, SCRUTINY, LINKAGE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyLinkage *scrutiny_linkage_new (ScrutinyIndicator *indicator,
                                       ScrutinyIndicator *outcome,
                                       ScrutinyLinkageOptions *options,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyLinkage *scrutiny_linkage_new_of_series (ScrutinySeries *series,
                                                 ScrutinySeries *outcome,
                                                 ScrutinyLinkageOptions *options,
                                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyLinkage *scrutiny_linkage_new_for_reason (ScrutinyDossier *dossier,
                                                  const char *id,
                                                  const char *reason_id,
                                                  ScrutinyLinkageOptions *options,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_linkage_tabulate (ScrutinyPanel *indicators,
                                          ScrutinyPanel *outcomes,
                                          ScrutinyLinkageOptions *options,
                                          ScrutinyProgress *progress,
                                          GCancellable *cancellable,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_linkage_tabulate_dossier (ScrutinyDossier *dossier,
                                                  const char *const *indicators,
                                                  const char *const *outcomes,
                                                  ScrutinyLinkageOptions *options,
                                                  ScrutinyProgress *progress,
                                                  GCancellable *cancellable,
                                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_linkage_get_verdict (ScrutinyLinkage *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_linkage_get_routes (ScrutinyLinkage *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_linkage_get_smallest_detectable (ScrutinyLinkage *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_linkage_get_n_periods (ScrutinyLinkage *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_linkage_get_direction (ScrutinyLinkage *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_linkage_get_ways (ScrutinyLinkage *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_linkage_dup_guarded (ScrutinyLinkage *self);

G_END_DECLS
