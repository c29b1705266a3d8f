/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/period-quarters.h"

#include <stdlib.h>

#define FEWEST 4 /* a year: fewer may be four meetings, or anything */

static int
compare_months (gconstpointer a, gconstpointer b)
{
  const gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* The months sorted, or NULL when one is none or not where a quarter begins or ends. */
static gint64 *
dup_months (const Period *periods, gsize n)
{
  g_autofree gint64 *months = g_new (gint64, n);

  for (gsize i = 0; i < n; i++) {
    months[i] = periods[i].ordinal;
    if (periods[i].calendar != SCRUTINY_CALENDAR_MONTH || periods[i].window != PERIOD_PLAIN ||
        months[i] % 3 != months[0] % 3 || months[i] % 3 == 1)
      return NULL;
  }
  qsort (months, n, sizeof *months, compare_months);

  return g_steal_pointer (&months);
}

static gboolean
follow_each_other (const gint64 *months, gsize n)
{
  gsize n_steps = 0, n_next = 0;

  for (gsize i = 1; i < n; i++) {
    n_steps += months[i] != months[i - 1];
    n_next += months[i] - months[i - 1] == 3;
  }

  return n_steps + 1 >= FEWEST && 2 * n_next > n_steps;
}

gboolean
period_make_quarters (Period *periods, gsize n)
{
  g_autofree gint64 *months = n < FEWEST ? NULL : dup_months (periods, n);

  if (!months || !follow_each_other (months, n))
    return FALSE;

  for (gsize i = 0; i < n; i++)
    periods[i] = (Period){ SCRUTINY_CALENDAR_QUARTER, periods[i].ordinal / 3, PERIOD_PLAIN, 1 };

  return TRUE;
}
