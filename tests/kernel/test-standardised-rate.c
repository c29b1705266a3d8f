/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/standardised-rate.h"
#include "support/near.h"

#define Z95 1.9599639845400545

/* Two bands by hand: 10 of 100 and 30 of 1,000 people, weighed 1 to 3.
 * Rate (0.1 + 3 * 0.03)/4 = 0.0475; variance (10/100^2 + 9 * 30/1000^2)/16.
 */
static const double counts[] = { 10, 30 }, populations[] = { 100, 1000 }, standard[] = { 1, 3 };

static void
weighs_bands (void **state)
{
  KernelStandardisedRate rate;

  (void) state;
  assert_int_equal (kernel_direct_rate (2, counts, NULL, populations, standard, Z95, &rate, NULL),
                    KERNEL_OK);
  assert_near (rate.events, 40, 0);
  assert_near (rate.rate, 0.0475, 1e-16);
  assert_near (rate.variance, 0.00127 / 16, 1e-18);
  /* Byar's limits of 40 events, 28.5733 and 54.4701, by sqrt (variance/40). */
  assert_near (rate.lower, 0.0475 + sqrt (0.00127 / 640) * (28.573299866436908 - 40), 1e-15);
  assert_near (rate.upper, 0.0475 + sqrt (0.00127 / 640) * (54.470099320024261 - 40), 1e-15);
}

/* A count may stand in for its variance, and a larger one widens the interval only. */
static void
takes_events_that_come_together (void **state)
{
  const double squares[] = { 40, 120 };
  KernelStandardisedRate rate, plain, wide;

  (void) state;
  assert_int_equal (kernel_direct_rate (2, counts, NULL, populations, standard, Z95, &plain, NULL),
                    KERNEL_OK);
  assert_int_equal (kernel_direct_rate (2, counts, counts, populations, standard, Z95, &rate, NULL),
                    KERNEL_OK);
  assert_int_equal (
      kernel_direct_rate (2, counts, squares, populations, standard, Z95, &wide, NULL), KERNEL_OK);
  assert_near (rate.lower, plain.lower, 0);
  assert_near (wide.rate, plain.rate, 0);
  assert_near (wide.variance, 4 * plain.variance, 1e-18);
  assert_near (wide.upper - wide.rate, 2 * (plain.upper - plain.rate), 1e-16);
}

static void
says_nothing_of_few_events (void **state)
{
  const double few[] = { 4, 5 }, unknown[] = { 40, NAN };
  KernelStandardisedRate rate;

  (void) state;
  assert_int_equal (kernel_direct_rate (2, few, NULL, populations, standard, Z95, &rate, NULL),
                    KERNEL_OK);
  assert_near (rate.events, 9, 0);
  assert_near (rate.rate, NAN, 0);
  assert_near (rate.upper, NAN, 0);
  assert_int_equal (kernel_direct_rate (2, unknown, NULL, populations, standard, Z95, &rate, NULL),
                    KERNEL_OK);
  assert_near (rate.rate, NAN, 0);
}

static void
refuses (void **state)
{
  const double negative[] = { 10, -1 }, empty[] = { 100, 0 }, nobody[] = { 0, 0 };
  KernelStandardisedRate rate = { .rate = 7 };
  size_t bad = 9;

  (void) state;
  assert_int_equal (kernel_direct_rate (2, negative, NULL, populations, standard, Z95, &rate, &bad),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (bad, 1);
  assert_int_equal (kernel_direct_rate (2, counts, NULL, empty, standard, Z95, &rate, &bad),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_direct_rate (2, counts, NULL, populations, negative, Z95, &rate, &bad),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_direct_rate (2, counts, NULL, populations, nobody, Z95, &rate, &bad),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_direct_rate (2, counts, NULL, populations, standard, -1, &rate, &bad),
                    KERNEL_ERR_PARAMETER);
  assert_near (rate.rate, 7, 0);
}

/* 100 at 1 in 50 and 300 at 4 in 100. */
static void
expects_what_a_reference_has (void **state)
{
  const double people[] = { 100, 300 }, events[] = { 1, 4 }, reference[] = { 50, 100 };
  const double nobody[] = { 0, 100 }, less[] = { -1, 5 }, gap[] = { 100, NAN };
  double expected = 0;
  size_t bad = 9;

  (void) state;
  assert_int_equal (kernel_indirect_expected (2, people, events, reference, &expected, &bad),
                    KERNEL_OK);
  assert_near (expected, 14, 0);
  assert_int_equal (kernel_indirect_expected (2, nobody, events, reference, &expected, &bad),
                    KERNEL_OK);
  assert_near (expected, 4, 0);
  assert_int_equal (kernel_indirect_expected (2, gap, events, reference, &expected, &bad),
                    KERNEL_OK);
  assert_near (expected, NAN, 0);
  assert_int_equal (kernel_indirect_expected (2, less, events, reference, &expected, &bad),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (bad, 0);
  assert_int_equal (kernel_indirect_expected (2, people, less, reference, &expected, &bad),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_indirect_expected (2, people, events, nobody, &expected, &bad),
                    KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (weighs_bands),
    cmocka_unit_test (takes_events_that_come_together),
    cmocka_unit_test (says_nothing_of_few_events),
    cmocka_unit_test (refuses),
    cmocka_unit_test (expects_what_a_reference_has),
  };

  return cmocka_run_group_tests_name ("kernel/standardised-rate", tests, NULL, NULL);
}
