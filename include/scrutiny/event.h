/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_EVENT (scrutiny_event_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyEvent, scrutiny_event, SCRUTINY, EVENT, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyEvent *
scrutiny_event_new (const char *from, const char *until, const char *text, const char *source)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_event_get_from (ScrutinyEvent *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_event_get_until (ScrutinyEvent *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_event_get_text (ScrutinyEvent *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_event_get_source (ScrutinyEvent *self);

G_END_DECLS
