/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/ordinals.h"

int
ordinals_compare (gconstpointer a, gconstpointer b)
{
  const gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

void
ordinals_settle (GArray *ordinals)
{
  guint n = 0;

  g_array_sort (ordinals, ordinals_compare);
  for (guint i = 0; i < ordinals->len; i++) {
    const gint64 ordinal = g_array_index (ordinals, gint64, i);

    if (n == 0 || ordinal != g_array_index (ordinals, gint64, n - 1))
      g_array_index (ordinals, gint64, n++) = ordinal;
  }
  g_array_set_size (ordinals, n);
}
