/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/dossier.h>
#include <scrutiny/quality-options.h>
#include <scrutiny/result.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_QUALITY (scrutiny_quality_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyQuality, scrutiny_quality, SCRUTINY, QUALITY, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyQuality *scrutiny_quality_new (ScrutinyTable *table,
                                       ScrutinyQualityOptions *options,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyQuality *scrutiny_quality_new_of_indicator (ScrutinyIndicator *indicator, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyQuality *scrutiny_quality_new_of_dossier (ScrutinyDossier *dossier, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_quality_get_facts (ScrutinyQuality *self);

G_END_DECLS
