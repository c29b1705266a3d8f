/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/length-scale.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  MOST = 200
};

/* scipy.stats.skew 1.8; the scale by the rule, from scipy's skewness of each. */
static const struct known {
  const char *label;
  size_t n;
  double values[10];
  double skewness;
  KernelLengthScale scale;
} known[] = {
  { "a long one", 5, { 1, 2, 3, 4, 10 }, 1.1384199576606167, KERNEL_LENGTH_LOG },
  { "with a nothing", 7, { 0, 3, 9, 2, 2, 40, 1 }, 1.8796017598320636, KERNEL_LENGTH_ROOT },
  { "Fibonacci",
    10,
    { 2, 3, 5, 8, 13, 21, 34, 55, 89, 144 },
    1.3761889933354328,
    KERNEL_LENGTH_LOG },
  { "alike on both sides", 3, { 1, 2, 3 }, 0, KERNEL_LENGTH_PLAIN },
  { "below the mean", 4, { 5, 5, 5, 1 }, -1.1547005383792515, KERNEL_LENGTH_PLAIN },
  { "all alike", 3, { 7, 7, 7 }, NAN, KERNEL_LENGTH_PLAIN },
  { "none", 0, { 0 }, NAN, KERNEL_LENGTH_PLAIN },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double work[10];

  assert_near (kernel_skewness (row->n, row->values), row->skewness, 1e-14);
  assert_int_equal (kernel_length_scale_choose (row->n, row->values, 1, work), row->scale);
}

static void
leaves_as_much_as_it_is_told (void **state)
{
  double work[10];

  (void) state;
  assert_int_equal (kernel_length_scale_choose (5, known[0].values, 1.2, work),
                    KERNEL_LENGTH_PLAIN);
}

/* The middles of 200 equal parts: an exponential distribution has a root, 1.84 on the plain scale,
 * -0.005 on the root's and -1.05 on that of logarithms; a lognormal one has its logarithm.
 */
static void
knows_the_exponential (void **state)
{
  double values[MOST], work[MOST];

  (void) state;
  for (size_t i = 0; i < MOST; i++)
    values[i] = -30 * log (1 - ((double) i + 0.5) / MOST);
  assert_near (kernel_skewness (MOST, values), 1.8449351629799897, 1e-12);
  assert_int_equal (kernel_length_scale_choose (MOST, values, 1, work), KERNEL_LENGTH_ROOT);
}

static void
comes_back_from_each_scale (void **state)
{
  static const double lengths[] = { 0.25, 1, 17, 400 };

  (void) state;
  for (int scale = KERNEL_LENGTH_PLAIN; scale <= KERNEL_LENGTH_LOG; scale++)
    for (size_t i = 0; i < LENGTH (lengths); i++) {
      const double there = kernel_length_to_scale ((KernelLengthScale) scale, lengths[i]);

      assert_near (kernel_length_from_scale ((KernelLengthScale) scale, there) / lengths[i], 1,
                   1e-14);
    }
  assert_near (kernel_length_to_scale (KERNEL_LENGTH_LOG, 17), log (17), 0);
  assert_near (kernel_length_to_scale (KERNEL_LENGTH_ROOT, 17), 2.1968042851936653, 1e-15);
  assert_near (kernel_length_from_scale (KERNEL_LENGTH_PLAIN, -3), 0, 0);
  assert_near (kernel_length_from_scale (KERNEL_LENGTH_ROOT, -3), 0, 0);
  assert_near (kernel_length_from_scale (KERNEL_LENGTH_LOG, -3), exp (-3), 0);
  assert_true (isnan (kernel_length_from_scale (KERNEL_LENGTH_PLAIN, NAN)));
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 3] = {
    cmocka_unit_test (leaves_as_much_as_it_is_told),
    cmocka_unit_test (knows_the_exponential),
    cmocka_unit_test (comes_back_from_each_scale),
  };

  add_rows (tests + 3, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/length-scale", tests, NULL, NULL);
}
