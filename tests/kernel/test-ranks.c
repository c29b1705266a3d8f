/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/ranks.h"
#include "support/near.h"

/* Equal values share the mean of their places, missing ones have none. */
static void
ranks_known_values (void **state)
{
  const double values[] = { 3, 1, NAN, 4, 1, -0.0, 0.0, INFINITY, 1, NAN };
  const double want[] = { 6, 4, NAN, 7, 4, 1.5, 1.5, 8, 4, NAN };
  double ranks[10];
  int64_t work[20];

  (void) state;
  kernel_ranks (10, values, work, ranks);
  for (size_t i = 0; i < 10; i++)
    assert_near (ranks[i], want[i], 0);
  kernel_ranks (1, values, work, ranks);
  assert_near (ranks[0], 1, 0);
  kernel_ranks (0, values, work, ranks);
}

static void
places_known_values (void **state)
{
  static const double values[] = { 2, 5, -1, 5, 0, 0, 0, 9 };
  static const uint32_t want[] = { 4, 2, 8, 2, 5, 5, 5, 1 };
  int64_t work[16];
  uint32_t places[8];

  kernel_places (8, values, work, places);
  for (size_t i = 0; i < 8; i++)
    assert_int_equal (places[i], want[i]);
  kernel_places (0, values, work, places);
}

int
main (void)
{
  const struct CMUnitTest tests[] = { cmocka_unit_test (ranks_known_values),
                                      cmocka_unit_test (places_known_values) };

  return cmocka_run_group_tests_name ("kernel/ranks", tests, NULL, NULL);
}
