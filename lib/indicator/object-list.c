/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/object-list.h"

GPtrArray *
object_list_dup (const GPtrArray *list)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; list && i < list->len; i++)
    g_ptr_array_add (copy, g_object_ref (list->pdata[i]));

  return copy;
}

void
object_list_add (GPtrArray **list, gpointer object)
{
  if (!*list)
    *list = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (*list, g_object_ref (object));
}
