/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/array-bytes.h"

GBytes *
array_bytes_take (GArray *array)
{
  const gsize size = g_array_get_element_size (array);
  gsize n;
  gpointer data = g_array_steal (array, &n);

  g_array_unref (array);

  return g_bytes_new_take (data, n * size);
}
