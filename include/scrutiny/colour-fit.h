/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_COLOUR_FIT (scrutiny_colour_fit_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyColourFit, scrutiny_colour_fit, SCRUTINY, COLOUR_FIT, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourFit *scrutiny_colour_fit_new (ScrutinyTable *scorecard, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyColourFit *scrutiny_colour_fit_new_with_order (ScrutinyTable *scorecard,
                                                       const char *const *order,
                                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_colour_fit_dup_order (ScrutinyColourFit *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_colour_fit_get_rules (ScrutinyColourFit *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_colour_fit_get_unexplained (ScrutinyColourFit *self);

G_END_DECLS
