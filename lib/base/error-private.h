/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/error.h>

G_BEGIN_DECLS

void scrutiny_set_error_at (GError **error,
                            ScrutinyError code,
                            guint64 row,
                            const char *column,
                            const char *value,
                            const char *format,
                            ...) G_GNUC_PRINTF (6, 7);

G_END_DECLS
