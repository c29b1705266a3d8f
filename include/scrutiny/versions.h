/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_VERSIONS (scrutiny_versions_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyVersions, scrutiny_versions, SCRUTINY, VERSIONS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyVersions *
scrutiny_versions_new (ScrutinyTable *table, const char *earlier, const char *later, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_versions_get_n_pairs (ScrutinyVersions *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_versions_get_mean (ScrutinyVersions *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_versions_get_mean_size (ScrutinyVersions *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_versions_get_largest (ScrutinyVersions *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_versions_get_ratio (ScrutinyVersions *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_versions_get_ratio_low (ScrutinyVersions *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_versions_get_ratio_high (ScrutinyVersions *self);

G_END_DECLS
