/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/poisson-interval.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define Z95 1.9599639845400545
#define Z998 3.0902323061678132

/* PHEindicatormethods, test vectors of its Byar's and Wilson's limits and of phe_rate (). */
static const struct {
  double count, z, low, high;
} byars[] = {
  { 65, Z95, 50.1631877104595, 82.8491385459398 },
  { 1045, Z95, 982.593201807333, 1110.33121298565 },
  { 1, Z95, 0.0130721329015044, 5.56375558247526 },
  { 10, Z998, 2.91631837469569, 24.1937249278805 },
  { 1, Z998, NAN, 9.36218021790836 },
  { NAN, Z95, NAN, NAN },
};

static void
gives_byars_limits (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (byars); k++) {
    double low, high;

    assert_int_equal (kernel_byar (1, &byars[k].count, byars[k].z, &low, &high, NULL), KERNEL_OK);
    assert_near (low, byars[k].low, 1e-11);
    assert_near (high, byars[k].high, 1e-11);
  }
}

/* R 4.2.2: poisson.test (7), poisson.test (0, conf.level = 0.998). */
static void
gives_exact_limits (void **state)
{
  const double counts[] = { 7, 0 };
  double low[2], high[2];

  (void) state;
  assert_int_equal (kernel_poisson_exact (1, counts, 0.95, low, high, NULL), KERNEL_OK);
  assert_near (low[0], 2.814363051519867, 1e-14);
  assert_near (high[0], 14.422675361702378, 1e-14);
  assert_int_equal (kernel_poisson_exact (2, counts, 0.998, low, high, NULL), KERNEL_OK);
  assert_near (low[1], 0, 0);
  assert_near (high[1], 6.907755278982136, 1e-13);
}

/* As published: exact below ten, Byar's from there on. */
static void
changes_at_ten (void **state)
{
  const double counts[] = { 9, 10, 9.99 };
  double low[3], high[3], other_low[3], other_high[3];

  (void) state;
  assert_int_equal (kernel_poisson_interval (3, counts, 0.95, low, high, NULL), KERNEL_OK);
  assert_int_equal (kernel_poisson_exact (3, counts, 0.95, other_low, other_high, NULL), KERNEL_OK);
  assert_near (low[0], other_low[0], 0);
  assert_near (high[2], other_high[2], 0);
  assert_int_equal (kernel_byar (3, counts, Z95, other_low, other_high, NULL), KERNEL_OK);
  assert_near (low[1], other_low[1], 1e-14);
  assert_near (high[1], other_high[1], 1e-14);
}

static void
refuses (void **state)
{
  const double counts[] = { 1, NAN, -1, INFINITY };
  double low[4] = { 5 }, high[4] = { 5 };
  size_t bad = 99;

  (void) state;
  assert_int_equal (kernel_byar (4, counts, Z95, low, high, &bad), KERNEL_ERR_DOMAIN);
  assert_int_equal (bad, 2);
  assert_int_equal (kernel_poisson_exact (4, counts, 0.95, low, high, NULL), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_poisson_interval (1, counts + 3, 0.95, low, high, &bad),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (bad, 0);
  assert_int_equal (kernel_byar (1, counts, 0, low, high, NULL), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_byar (1, counts, NAN, low, high, NULL), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_poisson_exact (1, counts, 1, low, high, NULL), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_poisson_interval (1, counts, 0, low, high, NULL), KERNEL_ERR_PARAMETER);
  assert_near (low[0], 5, 0);
  assert_near (high[0], 5, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_byars_limits),
    cmocka_unit_test (gives_exact_limits),
    cmocka_unit_test (changes_at_ten),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("kernel/poisson-interval", tests, NULL, NULL);
}
