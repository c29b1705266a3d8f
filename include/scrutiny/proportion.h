/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_PROPORTION (scrutiny_proportion_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyProportion, scrutiny_proportion, SCRUTINY, PROPORTION, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyProportion *
scrutiny_proportion_new (double numerator, double denominator, double level, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_proportion_get_value (ScrutinyProportion *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_proportion_get_low (ScrutinyProportion *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_proportion_get_high (ScrutinyProportion *self);

G_END_DECLS
