/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_VIEW (scrutiny_view_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyView, scrutiny_view, SCRUTINY, VIEW, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyView *
scrutiny_view_new (const char *party, const char *way, const char *words, GError **error)
    G_GNUC_WARN_UNUSED_RESULT;
SCRUTINY_AVAILABLE_IN_ALL
ScrutinyView *scrutiny_view_copy_with (ScrutinyView *self,
                                       const char *property,
                                       const char *value,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_view_get_party (ScrutinyView *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_view_get_way (ScrutinyView *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_view_get_words (ScrutinyView *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_view_get_on (ScrutinyView *self);
SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_view_get_source (ScrutinyView *self);

G_END_DECLS
