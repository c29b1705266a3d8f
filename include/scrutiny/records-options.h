/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/definition.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_RECORDS_OPTIONS (scrutiny_records_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyRecordsOptions,
                      scrutiny_records_options,
                      SCRUTINY,
                      RECORDS_OPTIONS,
                      GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyRecordsOptions *scrutiny_records_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_records_options_get_kind (ScrutinyRecordsOptions *self, const char *column);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_kind (ScrutinyRecordsOptions *self,
                                        const char *column,
                                        const char *kind);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_records_options_get_date_order (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_date_order (ScrutinyRecordsOptions *self, const char *date_order);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_records_options_get_encoding (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_encoding (ScrutinyRecordsOptions *self, const char *encoding);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_records_options_get_sheet (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_sheet (ScrutinyRecordsOptions *self, const char *sheet);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_records_options_get_resource (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_resource (ScrutinyRecordsOptions *self, const char *resource);
SCRUTINY_AVAILABLE_IN_ALL
GFile *scrutiny_records_options_get_keep_in (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_keep_in (ScrutinyRecordsOptions *self, GFile *keep_in);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_records_options_get_most_rows (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_most_rows (ScrutinyRecordsOptions *self, guint64 most_rows);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_records_options_get_most_bytes (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_most_bytes (ScrutinyRecordsOptions *self, guint64 most_bytes);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_records_options_get_seconds (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_seconds (ScrutinyRecordsOptions *self, double seconds);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_records_options_get_suppress_below (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_suppress_below (ScrutinyRecordsOptions *self,
                                                  guint suppress_below);
SCRUTINY_AVAILABLE_IN_ALL
guint scrutiny_records_options_get_round_to (ScrutinyRecordsOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_set_round_to (ScrutinyRecordsOptions *self, guint round_to);

SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_records_options_add_release (ScrutinyRecordsOptions *self,
                                           ScrutinyDefinition *definition);
SCRUTINY_AVAILABLE_IN_ALL
GPtrArray *scrutiny_records_options_dup_releases (ScrutinyRecordsOptions *self)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
