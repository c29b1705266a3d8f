/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/repeats.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* By adding up every pattern of repeats, in fractions. */
static const struct known {
  const char *label;
  size_t n;
  double chance;
  size_t length;
  KernelStatus status;
  double run_chance;
} known[] = {
  { "three of five", 5, 0.1, 3, KERNEL_OK, 0.028 },
  { "four of twelve", 12, 0.25, 4, KERNEL_OK, 0.10708832740783691 },
  { "all ten", 10, 0.5, 10, KERNEL_OK, 0.001953125 },
  { "longer than there is", 3, 1. / 3, 4, KERNEL_OK, 0 },
  { "unlikely", 12, 0.01, 3, KERNEL_OK, 0.000990724898503893 },
  { "two", 2, 0.2, 2, KERNEL_OK, 0.2 },
  { "one value", 1, 0.2, 2, KERNEL_OK, 0 },
  { "none", 0, 0.2, 2, KERNEL_OK, 0 },
  { "never again", 12, 0, 2, KERNEL_OK, 0 },
  { "always again", 12, 1, 12, KERNEL_OK, 1 },
  { "beyond what is lost beside 1", 20, 1e-4, 6, KERNEL_OK, 1.49986e-19 },
  { "a run of one", 5, 0.2, 1, KERNEL_ERR_PARAMETER, -1 },
  { "no chance", 5, 1.5, 2, KERNEL_ERR_PARAMETER, -1 },
  { "not known", 5, NAN, 2, KERNEL_ERR_PARAMETER, -1 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double work[32], run_chance = -1;

  assert_int_equal (kernel_repeats (row->n, row->chance, row->length, work, &run_chance),
                    row->status);
  assert_near (run_chance, row->run_chance, 1e-14 * row->run_chance);
}

static void
adds_squares (void **state)
{
  (void) state;
  assert_near (kernel_repeat_chance (3, (const double[]){ 0.5, 0.3, 0.2 }), 0.38, 1e-15);
  assert_near (kernel_repeat_chance (0, NULL), 0, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = {
    cmocka_unit_test (adds_squares),
  };

  add_rows (tests + 1, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/repeats", tests, NULL, NULL);
}
