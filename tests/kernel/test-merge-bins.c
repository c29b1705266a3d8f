/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/merge-bins.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const struct known {
  const char *label;
  size_t n;
  double counts[8];
  double threshold;
  KernelStatus status;
  size_t bins[8];
  size_t n_bins;
} known[] = {
  { "each enough", 3, { 5, 6, 7 }, 5, KERNEL_OK, { 0, 1, 2 }, 3 },
  { "small ones with the next", 6, { 1, 2, 9, 4, 1, 8 }, 5, KERNEL_OK, { 0, 0, 0, 1, 1, 2 }, 3 },
  { "what is left over goes back", 4, { 9, 9, 0, 4 }, 5, KERNEL_OK, { 0, 1, 1, 1 }, 2 },
  { "empty ones", 4, { 0, 5, 0, 5 }, 5, KERNEL_OK, { 0, 0, 1, 1 }, 2 },
  { "all together just enough", 3, { 2, 2, 1 }, 5, KERNEL_OK, { 0, 0, 0 }, 1 },
  { "all together too few", 3, { 2, 1, 1 }, 5, KERNEL_ERR_TOO_SHORT, { 0 }, 0 },
  { "no bins", 0, { 0 }, 5, KERNEL_ERR_TOO_SHORT, { 0 }, 0 },
  { "negative", 2, { 9, -1 }, 5, KERNEL_ERR_DOMAIN, { 0 }, 0 },
  { "not known", 2, { 9, NAN }, 5, KERNEL_ERR_DOMAIN, { 0 }, 0 },
  { "no threshold", 2, { 9, 9 }, 0, KERNEL_ERR_PARAMETER, { 0 }, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  size_t bins[8] = { 0 }, n_bins = 0;

  assert_int_equal (kernel_merge_bins (row->n, row->counts, row->threshold, bins, &n_bins),
                    row->status);
  assert_int_equal (n_bins, row->n_bins);
  for (size_t i = 0; row->status == KERNEL_OK && i < row->n; i++)
    assert_int_equal (bins[i], row->bins[i]);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known)];

  add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/merge-bins", tests, NULL, NULL);
}
