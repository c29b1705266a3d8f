/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The elements of @array, which is taken, as they lie in memory. */
GBytes *array_bytes_take (GArray *array);

G_END_DECLS
