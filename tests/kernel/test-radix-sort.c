/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/radix-sort.h"

#include "kernel/random.h"
#include "support/near.h"

#include <float.h>
#include <stdlib.h>

static int
compare (const void *a, const void *b)
{
  const double first = *(const double *) a, second = *(const double *) b;

  return (first > second) - (first < second);
}

/* Of any size, and few different ones: what the C library's sort gives. */
static void
puts_in_order (void **state)
{
  enum {
    N = 3000
  };
  static double values[N], wanted[N];
  static uint64_t work[2 * N];
  uint64_t seed = 1;

  (void) state;
  for (size_t kind = 0; kind < 4; kind++) {
    for (size_t i = 0; i < N; i++) {
      const double drawn = (double) kernel_random_next (&seed);

      wanted[i] = values[i] = kind == 0   ? floor (drawn * 0x1p-54)
                              : kind == 1 ? drawn * 0x1p-64 - 0.5
                              : kind == 2 ? exp ((drawn * 0x1p-64 - 0.5) * 1400)
                                          : 7;
    }
    qsort (wanted, N, sizeof *wanted, compare);
    kernel_radix_sort (N, values, work);
    for (size_t i = 0; i < N; i++)
      assert_near (values[i], wanted[i], 0);
  }
}

static void
knows_the_ends (void **state)
{
  static const double wanted[] = { -INFINITY, -DBL_MAX, -1, 0, DBL_MIN / 2, 1, INFINITY };
  double values[] = { INFINITY, 1, -DBL_MAX, DBL_MIN / 2, -INFINITY, -0.0, -1 };
  uint64_t work[14];

  (void) state;
  kernel_radix_sort (7, values, work);
  for (size_t i = 0; i < 7; i++)
    assert_near (values[i], wanted[i], 0);
  kernel_radix_sort (0, values, work);
  kernel_radix_sort (1, values, work);
  assert_near (values[0], -INFINITY, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (puts_in_order),
    cmocka_unit_test (knows_the_ends),
  };

  return cmocka_run_group_tests_name ("kernel/radix-sort", tests, NULL, NULL);
}
