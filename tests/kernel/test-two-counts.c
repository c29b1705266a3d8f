/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random.h"
#include "kernel/two-counts.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* R 4.2, poisson.test (c (first, second), c (first_exposure, second_exposure))$p.value */
static const struct known {
  const char *label;
  double first, first_exposure, second, second_exposure;
  KernelStatus status;
  double chance;
} known[] = {
  { "R's own example", 11, 800, 23, 1083.23, KERNEL_OK, 0.2980974951713091 },
  { "five and seventeen", 5, 1, 17, 1, KERNEL_OK, 0.01690053939819338 },
  { "none and six", 0, 1, 6, 1, KERNEL_OK, 0.03125 },
  { "the same", 6, 1, 6, 1, KERNEL_OK, 1 },
  { "months of 30 and 31 days", 12, 30, 25, 31, KERNEL_OK, 0.04811864070314895 },
  { "three in ten, none in forty", 3, 10, 0, 40, KERNEL_OK, 0.008 },
  { "a thousand", 1000, 1, 1100, 1, KERNEL_OK, 0.03072070786424241 },
  { "far apart", 200, 5000, 340, 5000, KERNEL_OK, 1.804350352828008e-09 },
  { "one case", 1, 1, 0, 1, KERNEL_OK, 1 },
  { "half of it in half the time", 50, 2, 25, 1, KERNEL_OK, 1 },
  { "tens of thousands", 20000, 31, 21500, 30, KERNEL_OK, 1.016054594480693e-26 },
  { "what is likely is not rare", 0, 1, 40, 1000, KERNEL_OK, 1 },
  { "no cases", 0, 30, 0, 31, KERNEL_OK, 1 },
  { "further out than a double reaches", 100000, 1, 0, 1, KERNEL_OK, 0 },
  { "negative", -1, 1, 5, 1, KERNEL_ERR_DOMAIN, -1 },
  { "no count", 1.5, 1, 5, 1, KERNEL_ERR_DOMAIN, -1 },
  { "not known", NAN, 1, 5, 1, KERNEL_ERR_DOMAIN, -1 },
  { "no second count", 5, 1, 2.5, 1, KERNEL_ERR_DOMAIN, -1 },
  { "too many", 1, 1, 2e9, 1, KERNEL_ERR_DOMAIN, -1 },
  { "among nobody", 1, 0, 5, 1, KERNEL_ERR_DOMAIN, -1 },
  { "the other time among nobody", 1, 1, 5, 0, KERNEL_ERR_DOMAIN, -1 },
  { "without end", 1, 1, 5, INFINITY, KERNEL_ERR_DOMAIN, -1 },
  { "exposures that nothing compares", 1, 1e-300, 5, 1e300, KERNEL_ERR_DOMAIN, -1 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double chance = -1;

  assert_int_equal (kernel_two_counts (row->first, row->first_exposure, row->second,
                                       row->second_exposure, &chance),
                    row->status);
  assert_near (chance, row->chance, 1e-12 * row->chance);
}

/* The two can change places, and exposures can be in any unit. */
static void
does_not_mind_the_order (void **state)
{
  uint64_t random = 7;

  (void) state;
  for (int i = 0; i < 2000; i++) {
    const double a = (double) kernel_random_below (&random, 60);
    const double b = (double) kernel_random_below (&random, 60);
    const double of_a = 1 + (double) kernel_random_below (&random, 20);
    const double of_b = 1 + (double) kernel_random_below (&random, 20);
    double want, got;

    assert_int_equal (kernel_two_counts (a, of_a, b, of_b, &want), KERNEL_OK);
    assert_true (want > 0 && want <= 1);
    assert_int_equal (kernel_two_counts (b, of_b, a, of_a, &got), KERNEL_OK);
    assert_near (got, want, 1e-12);
    assert_int_equal (kernel_two_counts (a, 1000 * of_a, b, 1000 * of_b, &got), KERNEL_OK);
    assert_near (got, want, 1e-12);
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = {
    cmocka_unit_test (does_not_mind_the_order),
  };

  add_rows (tests + 1, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/two-counts", tests, NULL, NULL);
}
