/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

#define SCRUTINY_TYPE_PROGRESS (scrutiny_progress_get_type ())

SCRUTINY_AVAILABLE_IN_ALL
G_DECLARE_FINAL_TYPE (ScrutinyProgress, scrutiny_progress, SCRUTINY, PROGRESS, GObject)

SCRUTINY_AVAILABLE_IN_ALL
ScrutinyProgress *scrutiny_progress_new (void) G_GNUC_WARN_UNUSED_RESULT;

SCRUTINY_AVAILABLE_IN_ALL
double scrutiny_progress_get_fraction (ScrutinyProgress *self);
SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_progress_dup_what (ScrutinyProgress *self);

G_END_DECLS
