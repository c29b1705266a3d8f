/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/near.h"
#include "trend/ordinals.h"

static void
keeps_each_once_and_rising (void **state)
{
  static const struct {
    guint n, n_left;
    gint64 ordinals[5], left[5];
  } rows[] = {
    { 0, 0, { 0 }, { 0 } },
    { 1, 1, { -3 }, { -3 } },
    { 3, 1, { 7, 7, 7 }, { 7 } },
    { 5, 3, { 2, -1, 2, 0, -1 }, { -1, 0, 2 } },
    { 3, 3, { G_MAXINT64, 0, G_MININT64 }, { G_MININT64, 0, G_MAXINT64 } },
  };

  (void) state;
  for (guint k = 0; k < G_N_ELEMENTS (rows); k++) {
    g_autoptr (GArray) ordinals = g_array_new (FALSE, FALSE, sizeof (gint64));

    g_array_append_vals (ordinals, rows[k].ordinals, rows[k].n);
    ordinals_settle (ordinals);
    assert_int_equal (ordinals->len, rows[k].n_left);
    for (guint i = 0; i < rows[k].n_left; i++)
      assert_true (g_array_index (ordinals, gint64, i) == rows[k].left[i]);
  }
}

int
main (void)
{
  static const struct CMUnitTest tests[] = {
    cmocka_unit_test (keeps_each_once_and_rising),
  };

  return cmocka_run_group_tests_name ("trend/ordinals", tests, NULL, NULL);
}
