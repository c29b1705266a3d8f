/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_JUST_MADE (scrutiny_just_made_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyJustMade, scrutiny_just_made, SCRUTINY, JUST_MADE, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyJustMade *scrutiny_just_made_new (ScrutinyTable *table,
                                          const char *numerator,
                                          const char *denominator,
                                          double threshold,
                                          double width,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_just_made_get_verdict (ScrutinyJustMade *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_just_made_get_n_units (ScrutinyJustMade *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_just_made_get_observed (ScrutinyJustMade *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_just_made_get_expected (ScrutinyJustMade *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_just_made_get_p (ScrutinyJustMade *self);

G_END_DECLS
