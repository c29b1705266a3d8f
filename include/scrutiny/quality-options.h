/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_QUALITY_OPTIONS (scrutiny_quality_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyQualityOptions,
                      scrutiny_quality_options,
                      SCRUTINY,
                      QUALITY_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyQualityOptions *scrutiny_quality_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_quality_options_get_column (ScrutinyQualityOptions *self, const char *role);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_quality_options_set_column (ScrutinyQualityOptions *self,
                                          const char *role,
                                          const char *name);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_quality_options_dup_key (ScrutinyQualityOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_quality_options_dup_coded (ScrutinyQualityOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_quality_options_dup_codes (ScrutinyQualityOptions *self, const char *column);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_quality_options_set_codes (ScrutinyQualityOptions *self,
                                         const char *column,
                                         const char *const *codes);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_quality_options_set_key (ScrutinyQualityOptions *self, const char *const *key);
SCRUTINY_AVAILABLE_IN_ALL
char **scrutiny_quality_options_dup_parts (ScrutinyQualityOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_quality_options_set_parts (ScrutinyQualityOptions *self, const char *const *parts);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_quality_options_get_n_checked (ScrutinyQualityOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_quality_options_get_n_wrong (ScrutinyQualityOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void
scrutiny_quality_options_set_audit (ScrutinyQualityOptions *self, guint n_checked, guint n_wrong);

G_END_DECLS
