/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/status-order.h"

/* As published by councils and health bodies; add to the end. */
static const StatusOrder common[] = {
  { { "Green", "Amber", "Red" } },
  { { "G", "A", "R" } },
  { { "lg", "la", "lr" } }, /* "light green" …, the style names of a dashboard */
  { { "Green", "Yellow", "Red" } },
  { { "G", "Y", "R" } },
  { { "Green", "Orange", "Red" } },
  { { "Gwyrdd", "Ambr", "Coch" } },
  { { "Gwyrdd", "Oren", "Coch" } },
  { { "Gwyrdd", "Melyn", "Coch" } },
  { { "On target", "Near target", "Off target" } },
  { { "Met", "Nearly met", "Not met" } },
};

char *
status_key_dup (const char *status)
{
  g_autofree char *valid = g_utf8_make_valid (status ? status : "", -1);
  g_autofree char *bare = g_strdup (g_strstrip (valid));

  return g_utf8_casefold (bare, -1);
}

gboolean
status_equal (const char *status, const char *other)
{
  g_autofree char *a = status_key_dup (status);
  g_autofree char *b = status_key_dup (other);

  return g_str_equal (a, b);
}

int
status_order_get_level (const StatusOrder *order, const char *status)
{
  for (int level = 0; level < STATUS_ORDER_LEVELS; level++)
    if (order->statuses[level] && status_equal (order->statuses[level], status))
      return level;

  return -1;
}

const StatusOrder *
status_order_find (const char *const *statuses, gsize n_statuses)
{
  const StatusOrder *found = NULL;
  gsize most = 0;

  for (gsize k = 0; k < G_N_ELEMENTS (common); k++) {
    gsize n = 0;

    for (gsize i = 0; i < n_statuses; i++)
      n += status_order_get_level (&common[k], statuses[i]) >= 0;
    if (n > most) {
      most = n;
      found = &common[k];
    }
  }

  return found;
}
