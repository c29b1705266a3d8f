/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/series.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_DRIFT (scrutiny_drift_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyDrift, scrutiny_drift, SCRUTINY, DRIFT, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDrift *
scrutiny_drift_new (ScrutinySeries *series, const char *before, const char *after, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_drift_get_before (ScrutinyDrift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_drift_get_after (ScrutinyDrift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_drift_get_numerator_part (ScrutinyDrift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_drift_get_denominator_part (ScrutinyDrift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_drift_get_numerator_log (ScrutinyDrift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_drift_get_denominator_log (ScrutinyDrift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_drift_get_dispersion (ScrutinyDrift *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_drift_get_chance (ScrutinyDrift *self);

G_END_DECLS
