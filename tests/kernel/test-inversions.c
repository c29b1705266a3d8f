/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/inversions.h"
#include "support/near.h"

#include <float.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 70000

static int64_t keys[MOST], work[MOST];

/* Each is at least as high as the one before. */
static void
keys_keep_the_order_of_numbers (void **state)
{
  static const double rising[] = { -INFINITY, -DBL_MAX, -1, -DBL_MIN, -5e-324, 0,       5e-324,
                                   DBL_MIN,   0.5,      1,  2,        DBL_MAX, INFINITY };

  (void) state;
  for (size_t i = 1; i < LENGTH (rising); i++)
    assert_true (kernel_order_key (rising[i - 1]) < kernel_order_key (rising[i]));
  assert_true (kernel_order_key (-0.0) == kernel_order_key (0.0));
}

static uint64_t
count_one_by_one (size_t n)
{
  uint64_t count = 0;

  for (size_t i = 0; i < n; i++) {
    for (size_t j = i + 1; j < n; j++)
      count += keys[i] > keys[j];
  }

  return count;
}

/* Few different keys and many, at every length up to two rounds of merging. */
static void
counts_as_one_by_one (void **state)
{
  uint64_t sequence = 42;

  (void) state;
  for (size_t n = 0; n < 300; n++) {
    for (uint64_t range = 2; range < 2000; range *= 30) {
      for (size_t i = 0; i < n; i++) {
        sequence = sequence * 6364136223846793005u + 1442695040888963407u;
        keys[i] = (int64_t) (sequence >> 33) % (int64_t) range - 1;
      }
      const uint64_t expected = count_one_by_one (n);
      assert_true (kernel_sort_counting (n, keys, work) == expected);
      for (size_t i = 1; i < n; i++)
        assert_true (keys[i - 1] <= keys[i]);
    }
  }
}

/* Beyond a chunk: turned round there are n (n - 1) / 2, in order none, and two pieces
 * that rise have what a formula says.
 */
static void
counts_known_orders (void **state)
{
  static const size_t lengths[] = { 16384, 16385, 32768, 32771, 65536, 69999, MOST };

  (void) state;
  for (size_t k = 0; k < LENGTH (lengths); k++) {
    const uint64_t n = lengths[k], half = n / 2;

    for (size_t i = 0; i < n; i++)
      keys[i] = -(int64_t) i;
    assert_true (kernel_sort_counting (n, keys, work) == n * (n - 1) / 2);
    assert_true (kernel_sort_counting (n, keys, work) == 0);
    for (size_t i = 0; i < n; i++)
      keys[i] = (int64_t) (i < half ? i + n - half : i - half);
    assert_true (kernel_sort_counting (n, keys, work) == half * (n - half));
    for (size_t i = 0; i < n; i++)
      assert_true (keys[i] == (int64_t) i);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (keys_keep_the_order_of_numbers),
    cmocka_unit_test (counts_as_one_by_one),
    cmocka_unit_test (counts_known_orders),
  };

  return cmocka_run_group_tests_name ("kernel/inversions", tests, NULL, NULL);
}
