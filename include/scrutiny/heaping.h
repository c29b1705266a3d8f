/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/pileup-options.h>
#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_HEAPING (scrutiny_heaping_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyHeaping, scrutiny_heaping, SCRUTINY, HEAPING, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyHeaping *
scrutiny_heaping_new (ScrutinyTable *table, const char *column, const char *unit, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyHeaping *scrutiny_heaping_new_with_options (ScrutinyTable *table,
                                                    const char *column,
                                                    ScrutinyPileupOptions *options,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyHeaping *scrutiny_heaping_new_beside_limit (ScrutinyTable *table,
                                                    const char *column,
                                                    double threshold,
                                                    ScrutinyPileupOptions *options,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_heaping_get_verdict (ScrutinyHeaping *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_heaping_get_n_cases (ScrutinyHeaping *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_heaping_get_p (ScrutinyHeaping *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_heaping_get_digits (ScrutinyHeaping *self);

G_END_DECLS
