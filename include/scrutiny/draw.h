/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/result.h>

G_BEGIN_DECLS

SCRUTINY_AVAILABLE_IN_ALL
char *scrutiny_draw (ScrutinyResult *result, const char *title, GError **error);

G_END_DECLS
