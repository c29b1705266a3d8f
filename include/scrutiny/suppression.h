/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>
#include <scrutiny/table.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_SUPPRESSION (scrutiny_suppression_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinySuppression, scrutiny_suppression, SCRUTINY, SUPPRESSION, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySuppression *scrutiny_suppression_new (ScrutinyTable *table,
                                               const char *const *keys,
                                               const char *count,
                                               guint threshold,
                                               guint round_to,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinySuppression *scrutiny_suppression_new_share (ScrutinyTable *table,
                                                     const char *key,
                                                     const char *numerator,
                                                     const char *denominator,
                                                     guint threshold,
                                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinySuppression *scrutiny_suppression_new_cuts (ScrutinyTable *table,
                                                    const char *key,
                                                    const char *count,
                                                    guint threshold,
                                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyTable *scrutiny_suppression_get_table (ScrutinySuppression *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_suppression_get_n_small (ScrutinySuppression *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_suppression_get_n_withheld (ScrutinySuppression *self);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_suppression_get_says_which (ScrutinySuppression *self);

G_END_DECLS
