/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/between-variance.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const double values[] = { 12.1, 9.8, 15.3, 11.0, 8.2, 13.7, 10.4 };
static const double errors[] = { 1.1, 0.9, 1.6, 0.7, 1.2, 2.0, 0.8 };

/* SciPy: the formula, and brentq () of it against chi2.ppf (). */
static void
gives_known_answers (void **state)
{
  double low, high;

  (void) state;
  assert_near (kernel_between_variance (LENGTH (values), values, errors), 2.066648341078001, 1e-13);
  kernel_q_profile (LENGTH (values), values, errors, 0.95, &low, &high);
  assert_near (low, 0.39654094045352106, 1e-12);
  assert_near (high, 26.03202424380978, 1e-11);
  kernel_q_profile (LENGTH (values), values, errors, 0.99, &low, &high);
  assert_near (low, 0, 0);
  assert_near (high, 49.45550903391925, 1e-11);
}

static void
is_nothing_where_all_are_alike (void **state)
{
  const double same[] = { 3, 3, 3 };
  double low, high;

  (void) state;
  assert_near (kernel_between_variance (3, same, errors), 0, 0);
  kernel_q_profile (3, same, errors, 0.95, &low, &high);
  assert_near (low, 0, 0);
  assert_near (high, 0, 0);
}

static void
needs_two (void **state)
{
  double low = 1, high = 1;

  (void) state;
  assert_near (kernel_between_variance (1, values, errors), NAN, 0);
  kernel_q_profile (1, values, errors, 0.95, &low, &high);
  assert_near (low, NAN, 0);
  assert_near (high, NAN, 0);
  kernel_q_profile (3, values, errors, 1, &low, &high);
  assert_near (low, NAN, 0);
}

/* In another unit it is the same variance. */
static void
follows_the_unit (void **state)
{
  double scaled[LENGTH (values)], scaled_errors[LENGTH (values)], low, high, other_low, other_high;

  (void) state;
  for (size_t i = 0; i < LENGTH (values); i++) {
    scaled[i] = 1000 * values[i] + 7;
    scaled_errors[i] = 1000 * errors[i];
  }
  kernel_q_profile (LENGTH (values), values, errors, 0.9, &low, &high);
  kernel_q_profile (LENGTH (values), scaled, scaled_errors, 0.9, &other_low, &other_high);
  assert_near (other_low, 1e6 * low, 1e-6);
  assert_near (other_high, 1e6 * high, 1e-5);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answers),
    cmocka_unit_test (is_nothing_where_all_are_alike),
    cmocka_unit_test (needs_two),
    cmocka_unit_test (follows_the_unit),
  };

  return cmocka_run_group_tests_name ("kernel/between-variance", tests, NULL, NULL);
}
