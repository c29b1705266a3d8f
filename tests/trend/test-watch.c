/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/error.h>
#include <scrutiny/watch.h>

#include "support/near.h"

#include <string.h>

static void
feed (ScrutinyWatch *watch, double value, double size)
{
  g_autoptr (GError) error = NULL;

  assert_true (scrutiny_watch_feed (watch, value, size, &error));
  assert_null (error);
}

/* A wave of no interest that steps up by 3 at point 40. */
static double
value_at (guint i)
{
  static const double wave[] = { 0, 1, -1, 0.5, -0.5 };

  return 100 + 2 * (wave[i % 5] + (i >= 40 ? 3 : 0));
}

static void
sees_a_step (void **state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyWatch) watch = scrutiny_watch_new ("values", 2, &error);

  (void) state;
  for (guint i = 0; i < 40; i++)
    feed (watch, value_at (i), 1);
  assert_true (scrutiny_watch_get_ratio (watch) < 5);
  for (guint i = 40; i < 50; i++)
    feed (watch, value_at (i), 1);
  assert_true (scrutiny_watch_get_ratio (watch) > 20);
  assert_int_equal (scrutiny_watch_get_at (watch), 40);
  assert_int_equal (scrutiny_watch_get_direction (watch), SCRUTINY_DIRECTION_UP);
  assert_int_equal (scrutiny_watch_get_n_points (watch), 50);
  /* Means 0 and 3 apart by definition: 9 × 40 × 10 / 50. */
  assert_near (scrutiny_watch_get_ratio (watch), 72, 1e-9);
}

static void
counts_missing_points (void **state)
{
  g_autoptr (ScrutinyWatch) watch = scrutiny_watch_new ("values", 1, NULL);

  (void) state;
  for (guint i = 0; i < 10; i++) {
    feed (watch, i % 2, 1);
    feed (watch, NAN, 1);
  }
  for (guint i = 0; i < 10; i++)
    feed (watch, -9, 1);
  assert_int_equal (scrutiny_watch_get_n_points (watch), 30);
  /* The missing twentieth belongs to what came after as well as before. */
  assert_in_range ((guint64) scrutiny_watch_get_at (watch), 19, 20);
  assert_int_equal (scrutiny_watch_get_direction (watch), SCRUTINY_DIRECTION_DOWN);
}

static void
watches_rates (void **state)
{
  g_autoptr (ScrutinyWatch) watch = scrutiny_watch_new ("rates", 1, NULL);

  (void) state;
  assert_string_equal (scrutiny_watch_get_kind (watch), "rates");
  for (guint i = 0; i < 20; i++)
    feed (watch, i < 12 ? 10 : 60, i < 12 ? 100 : 200);
  assert_int_equal (scrutiny_watch_get_at (watch), 12);
  /* 120 of 1,200, then 480 of 1,600. */
  assert_near (scrutiny_watch_get_ratio (watch),
               2 * (120 * log (0.1) + 480 * log (0.3) - 600 * log (600.0 / 2800)), 1e-9);
}

static void
goes_on_from_its_state (void **state)
{
  static const char *const kinds[] = { "values", "rates" };

  (void) state;
  for (guint k = 0; k < 2; k++) {
    g_autoptr (ScrutinyWatch) watch = scrutiny_watch_new (kinds[k], 2, NULL);
    for (guint i = 0; i < 200; i++) {
      const double curve = (double) (i * i) / 100; /* many places are kept of it */
      g_autoptr (GBytes) bytes = scrutiny_watch_dup_state (watch);
      g_autoptr (GError) error = NULL;
      g_autoptr (ScrutinyWatch) again = scrutiny_watch_new_from_state (bytes, &error);

      assert_null (error);
      feed (watch, i == 7 ? NAN : curve, 1 + i % 3);
      feed (again, i == 7 ? NAN : curve, 1 + i % 3);
      g_autoptr (GBytes) one = scrutiny_watch_dup_state (watch);
      g_autoptr (GBytes) other = scrutiny_watch_dup_state (again);
      assert_true (g_bytes_equal (one, other));
      g_set_object (&watch, again);
    }
    assert_int_equal (scrutiny_watch_get_n_points (watch), 200);
  }
}

/* Every byte counts: a state cut short or changed is refused, or is another sound state. */
static void
refuses_what_is_no_state (void **state)
{
  g_autoptr (ScrutinyWatch) watch = scrutiny_watch_new ("values", 2, NULL);

  (void) state;
  for (guint i = 0; i < 20; i++)
    feed (watch, value_at (i), 1);
  g_autoptr (GBytes) bytes = scrutiny_watch_dup_state (watch);
  gsize n;
  const guint8 *data = g_bytes_get_data (bytes, &n);
  for (gsize cut = 0; cut < n; cut++) {
    g_autoptr (GBytes) part = g_bytes_new (data, cut);
    g_autoptr (GError) error = NULL;
    assert_null (scrutiny_watch_new_from_state (part, &error));
    assert_true (g_error_matches (error, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE));
  }
  for (gsize k = 0; k < n; k++) {
    g_autofree guint8 *copy = g_memdup2 (data, n);
    copy[k] ^= 0xff;
    g_autoptr (GBytes) changed = g_bytes_new (copy, n);
    g_autoptr (ScrutinyWatch) other = scrutiny_watch_new_from_state (changed, NULL);
    if (k < 16)
      assert_null (other);
    if (other)
      feed (other, 1, 1);
  }
}

static void
refuses (void **state)
{
  static const struct {
    const char *kind, *message;
    double spread;
  } rows[] = {
    { "counts", "Kind: “counts” is none; there are values, rates", 1 },
    { "values", "Spread: 0 is not above 0; give how far values ordinarily lie from their level",
      0 },
    { "values", "Spread: nan is not above 0; give how far values ordinarily lie from their level",
      NAN },
  };
  g_autoptr (ScrutinyWatch) watch = scrutiny_watch_new ("rates", 1, NULL);
  g_autoptr (GError) late = NULL;

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (rows); k++) {
    g_autoptr (GError) error = NULL;
    assert_null (scrutiny_watch_new (rows[k].kind, rows[k].spread, &error));
    assert_string_equal (error->message, rows[k].message);
  }
  feed (watch, 3, 2);
  assert_false (scrutiny_watch_feed (watch, 3, 0, &late));
  assert_string_equal (late->message, "Point 1: 3 with size 0; a value is a number, a count 0 or "
                                      "more with a size above 0");
  assert_int_equal (scrutiny_watch_get_n_points (watch), 1);
}

static void
bare_is_empty (void **state)
{
  g_autoptr (ScrutinyWatch) bare = g_object_new (SCRUTINY_TYPE_WATCH, NULL);
  g_autofree char *kind = NULL;
  guint64 n = 9;
  double ratio = 9;
  gint64 at = 9;
  ScrutinyDirection direction;

  (void) state;
  g_object_get (bare, "kind", &kind, "n-points", &n, "ratio", &ratio, "at", &at, "direction",
                &direction, NULL);
  assert_string_equal (kind, "values");
  assert_true (n == 0 && ratio == 0 && at == -1 && direction == SCRUTINY_DIRECTION_NONE);
  feed (bare, 1, 1);
  assert_int_equal (scrutiny_watch_get_n_points (bare), 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (sees_a_step),
    cmocka_unit_test (counts_missing_points),
    cmocka_unit_test (watches_rates),
    cmocka_unit_test (goes_on_from_its_state),
    cmocka_unit_test (refuses_what_is_no_state),
    cmocka_unit_test (refuses),
    cmocka_unit_test (bare_is_empty),
  };

  return cmocka_run_group_tests_name ("trend/watch", tests, NULL, NULL);
}
