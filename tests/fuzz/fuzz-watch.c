/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/chart-watch.h>
#include <scrutiny/watch.h>

#include <math.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static void
go_on (ScrutinyWatch *watch)
{
  g_autoptr (GBytes) saved = scrutiny_watch_dup_state (watch);
  g_autoptr (ScrutinyWatch) back = scrutiny_watch_new_from_state (saved, NULL);
  g_autoptr (GBytes) again = back ? scrutiny_watch_dup_state (back) : NULL;

  g_assert_nonnull (back);
  g_assert_true (g_bytes_equal (saved, again));
  for (guint i = 0; i < 4; i++)
    if (!scrutiny_watch_feed (watch, 3 + i % 2, 2, NULL))
      return;
}

static void
go_on_with_chart (ScrutinyChartWatch *watch)
{
  g_autoptr (GBytes) saved = scrutiny_chart_watch_dup_state (watch);
  g_autoptr (ScrutinyChartWatch) back = scrutiny_chart_watch_new_from_state (saved, NULL);
  g_autoptr (GBytes) again = back ? scrutiny_chart_watch_dup_state (back) : NULL;

  g_assert_nonnull (back);
  g_assert_true (g_bytes_equal (saved, again));
  for (guint i = 0; i < 12; i++) {
    g_autofree char *period = NULL;

    if (!scrutiny_chart_watch_feed (watch, NULL, i == 5 ? NAN : 1 + i % 3, 4, NULL))
      return;
    period = scrutiny_chart_watch_dup_period (watch);
    g_assert_true (*period != '\0');
    g_assert_nonnull (scrutiny_chart_watch_get_patterns (watch));
  }
}

/* Any bytes as a saved state: refused with a reason, or one that is saved as it was and
 * goes on.
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) state = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) chart_error = NULL;
  g_autoptr (ScrutinyWatch) watch = scrutiny_watch_new_from_state (state, &error);
  g_autoptr (ScrutinyChartWatch) of_chart =
      scrutiny_chart_watch_new_from_state (state, &chart_error);

  g_assert_true ((watch == NULL) == (error != NULL));
  g_assert_true ((of_chart == NULL) == (chart_error != NULL));
  if (watch)
    go_on (watch);
  if (of_chart)
    go_on_with_chart (of_chart);

  return 0;
}
