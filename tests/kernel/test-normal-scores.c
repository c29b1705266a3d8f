/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/normal-scores.h"

#include "support/near.h"

/* scipy 1.10: norm.ppf ((rankdata ([3, 1, 2, 2, 5, 4, 9]) - 3 / 8) / 7.25) */
static void
gives_known_scores (void **state)
{
  static const double values[] = { 3, 1, NAN, 2, 2, 5, 4, 9 };
  static const double want[] = {
    0,
    -1.364488748170329,
    NAN,
    -0.5443409149356105,
    -0.5443409149356105,
    0.7582925569911514,
    0.3529339861269166,
    1.364488748170329,
  };
  double scores[8];
  int64_t work[16];

  (void) state;
  kernel_normal_scores (8, values, work, scores);
  for (size_t i = 0; i < 8; i++)
    assert_near (scores[i], want[i], 1e-15);
}

/* Only the order counts: what is far out is in the last place, however far. */
static void
depends_on_the_order_alone (void **state)
{
  static const double values[] = { 3, 1, 2, 5, 4, 9 }, other[] = { 0.3, -7, 0.2, 5e9, 4, 1e300 };
  double a[6], b[6];
  int64_t work[12];

  (void) state;
  kernel_normal_scores (6, values, work, a);
  kernel_normal_scores (6, other, work, b);
  for (size_t i = 0; i < 6; i++)
    assert_near (a[i], b[i], 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_scores),
    cmocka_unit_test (depends_on_the_order_alone),
  };

  return cmocka_run_group_tests_name ("kernel/normal-scores", tests, NULL, NULL);
}
