/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_has_feature (const char *feature);

G_END_DECLS
