/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/calendar.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_READ_OPTIONS (scrutiny_read_options_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyReadOptions, scrutiny_read_options, SCRUTINY, READ_OPTIONS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyReadOptions *scrutiny_read_options_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_read_options_get_column (ScrutinyReadOptions *self, const char *role);
SCRUTINY_AVAILABLE_IN_ALL
void
scrutiny_read_options_set_column (ScrutinyReadOptions *self, const char *role, const char *name);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_read_options_get_sheet (ScrutinyReadOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_read_options_set_sheet (ScrutinyReadOptions *self, const char *sheet);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_read_options_get_encoding (ScrutinyReadOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_read_options_set_encoding (ScrutinyReadOptions *self, const char *encoding);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_read_options_get_layout (ScrutinyReadOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_read_options_set_layout (ScrutinyReadOptions *self, const char *layout);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_read_options_get_council (ScrutinyReadOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_read_options_set_council (ScrutinyReadOptions *self, const char *council);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyCalendar scrutiny_read_options_get_calendar (ScrutinyReadOptions *self);
SCRUTINY_AVAILABLE_IN_ALL
void scrutiny_read_options_set_calendar (ScrutinyReadOptions *self, ScrutinyCalendar calendar);

G_END_DECLS
