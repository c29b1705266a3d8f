/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/read-options.h>

G_BEGIN_DECLS

/* FALSE with @error when a column is named for a role there is none of. */
gboolean read_options_check (ScrutinyReadOptions *self, GError **error);

G_END_DECLS
