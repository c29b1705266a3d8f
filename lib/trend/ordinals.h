/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Of two gint64, for sorting and searching. */
int ordinals_compare (gconstpointer a, gconstpointer b);

/* Of an array of gint64, each that is in it once, rising: what a timeline is made of. */
void ordinals_settle (GArray *ordinals);

G_END_DECLS
