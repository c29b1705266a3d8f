/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/merge-parts.h"
#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const struct known {
  const char *label;
  size_t n, n_counts;
  double counts[10], threshold;
  KernelStatus status;
  size_t parts[5], n_parts, n_merged;
} known[] = {
  { "each enough", 3, 1, { 5, 6, 7 }, 5, KERNEL_OK, { 0, 1, 2 }, 3, 0 },
  { "two small are enough together", 4, 1, { 9, 2, 6, 3 }, 5, KERNEL_OK, { 0, 2, 1, 2 }, 3, 2 },
  { "the smallest goes with one", 3, 1, { 30, 4, 9 }, 5, KERNEL_OK, { 0, 1, 1 }, 2, 2 },
  { "of two alike the later goes", 3, 1, { 9, 4, 9 }, 5, KERNEL_OK, { 0, 1, 1 }, 2, 2 },
  { "two small that are not enough", 3, 1, { 1, 3, 9 }, 5, KERNEL_OK, { 0, 0, 0 }, 1, 3 },
  { "none is not few", 3, 1, { 0, 5, 6 }, 5, KERNEL_OK, { 0, 1, 2 }, 3, 0 },
  /* 2 of 40 in the first; the second is the smaller of the others. */
  { "few of many", 3, 2, { 2, 38, 9, 11, 30, 60 }, 5, KERNEL_OK, { 1, 1, 0 }, 2, 2 },
  { "all but few", 3, 2, { 38, 2, 30, 60, 9, 11 }, 5, KERNEL_OK, { 1, 0, 1 }, 2, 2 },
  { "each has another that is few", 2, 2, { 2, 30, 30, 3 }, 5, KERNEL_OK, { 0, 0 }, 1, 2 },
  { "all of one kind but few", 2, 2, { 2, 30, 0, 40 }, 5, KERNEL_ERR_TOO_SHORT, { 0 }, 0, 0 },
  { "all together too few", 2, 1, { 2, 2 }, 5, KERNEL_ERR_TOO_SHORT, { 0 }, 0, 0 },
  { "all together just enough", 2, 1, { 2, 3 }, 5, KERNEL_OK, { 0, 0 }, 1, 2 },
  { "no parts", 0, 1, { 0 }, 5, KERNEL_OK, { 0 }, 0, 0 },
  { "negative", 2, 1, { 9, -1 }, 5, KERNEL_ERR_DOMAIN, { 0 }, 0, 0 },
  { "not known", 2, 1, { 9, NAN }, 5, KERNEL_ERR_DOMAIN, { 0 }, 0, 0 },
  { "no threshold", 2, 1, { 9, 9 }, 0, KERNEL_ERR_PARAMETER, { 0 }, 0, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  size_t parts[5] = { 0 }, n_parts = 0, n_merged = 0;

  assert_int_equal (kernel_merge_parts (row->n, row->n_counts, row->counts, row->threshold, parts,
                                        &n_parts, &n_merged),
                    row->status);
  if (row->status != KERNEL_OK)
    return;
  assert_int_equal (n_parts, row->n_parts);
  assert_int_equal (n_merged, row->n_merged);
  for (size_t i = 0; i < row->n; i++)
    assert_int_equal (parts[i], row->parts[i]);
}

/* Whatever goes together: each of its counts is none or enough. */
static void
leaves_nothing_small (void **state)
{
  uint64_t random = 20261130;

  (void) state;
  for (int trial = 0; trial < 20000; trial++) {
    const size_t n = 1 + kernel_random_below (&random, 5), n_counts = 1 + (size_t) trial % 2;
    double counts[10], sums[10] = { 0 };
    size_t parts[5], n_parts, n_merged;

    for (size_t i = 0; i < n * n_counts; i++)
      counts[i] = (double) kernel_random_below (&random, 12);
    if (kernel_merge_parts (n, n_counts, counts, 5, parts, &n_parts, &n_merged) != KERNEL_OK)
      continue;
    assert_true (n_parts <= n && n_merged != 1);
    for (size_t i = 0; i < n * n_counts; i++)
      sums[parts[i / n_counts] * n_counts + i % n_counts] += counts[i];
    for (size_t i = 0; i < n_parts * n_counts; i++)
      assert_true (sums[i] == 0 || sums[i] >= 5);
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = { cmocka_unit_test (leaves_nothing_small) };

  add_rows (tests + 1, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/merge-parts", tests, NULL, NULL);
}
