/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/direction.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_WATCH (scrutiny_watch_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyWatch, scrutiny_watch, SCRUTINY, WATCH, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyWatch *scrutiny_watch_new (const char *kind, double spread, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyWatch *scrutiny_watch_new_from_state (GBytes *state, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_watch_feed (ScrutinyWatch *self, double value, double size, GError **error);

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_watch_get_kind (ScrutinyWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
guint64 scrutiny_watch_get_n_points (ScrutinyWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_watch_get_ratio (ScrutinyWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
gint64 scrutiny_watch_get_at (ScrutinyWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyDirection scrutiny_watch_get_direction (ScrutinyWatch *self);
SCRUTINY_AVAILABLE_IN_ALL
GBytes *scrutiny_watch_dup_state (ScrutinyWatch *self);

G_END_DECLS
