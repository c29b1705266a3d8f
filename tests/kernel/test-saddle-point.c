/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/saddle-point.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* To 50 digits, by mpmath. */
static const struct {
  double x, rest;
} rests[] = {
  { 0.1, 0.51274008133191494 },   { 1, 0.081061466795327258 },   { 2.5, 0.033162873519936287 },
  { 15, 0.0055547335519628014 },  { 16, 0.0052076559196096404 }, { 100, 0.00083333055563491468 },
  { 1e6, 8.3333333333330556e-8 },
};

static void
knows_what_stirling_leaves_out (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (rests); k++)
    assert_near (kernel_stirling_rest (rests[k].x), rests[k].rest, 1e-15);
  assert_near (kernel_stirling_rest (0), INFINITY, 0);
  assert_near (kernel_stirling_rest (-1), NAN, 0);
  assert_near (kernel_stirling_rest (NAN), NAN, 0);
}

/* R 4.2.2: dpois (), dbinom (). */
static void
gives_known_densities (void **state)
{
  (void) state;
  assert_near (kernel_poisson_density (3, 4.5), 0.16871788492455506, 1e-15);
  assert_near (kernel_poisson_density (0, 2), 0.135335283236612692, 1e-16);
  assert_near (kernel_poisson_density (1000, 1000), 0.012614611348721503, 1e-15);
  assert_near (kernel_poisson_density (1e-310, 1e3), exp (-1000), 0);
  assert_near (kernel_binomial_density (7, 13, 0.3, 0.7), 0.16426198521723651, 1e-15);
  assert_near (kernel_binomial_density (0, 1e6, 1e-6, 1 - 1e-6), 0.36787925723164511, 1e-14);
  assert_near (kernel_binomial_density (3, 1e6 - 3, 2e-6, 1 - 2e-6), 0.18044722476276849, 1e-14);
  assert_near (kernel_binomial_density (1e6 - 3, 3, 1 - 2e-6, 2e-6), 0.18044722476276849, 1e-14);
  assert_near (kernel_binomial_density (20, 0, 0.9, 0.1), 0.12157665459056936, 1e-15);
  assert_near (kernel_binomial_density (5, 0, 0.25, 0.75), 0.25 * 0.25 * 0.25 * 0.25 * 0.25, 1e-18);
  assert_near (kernel_binomial_density (0, 5, 0.75, 0.25), 0.25 * 0.25 * 0.25 * 0.25 * 0.25, 1e-18);
}

/* Whole numbers of cases add up to 1. */
static void
adds_up (void **state)
{
  double sum = 0, of_events = 0;

  (void) state;
  for (int k = 0; k <= 400; k++) {
    sum += kernel_binomial_density (k, 400 - k, 0.37, 0.63);
    of_events += kernel_poisson_density (k, 150);
  }
  assert_near (sum, 1, 1e-14);
  assert_near (of_events, 1, 1e-14);
}

static void
keeps_a_small_deviance (void **state)
{
  (void) state;
  /* (x - m)^2/(2 m) and the next term of the series. */
  assert_near (kernel_deviance (1e8 + 1, 1e8), 4.99999998333333e-9, 1e-22);
  assert_near (kernel_deviance (0, 3), 3, 0);
  assert_near (kernel_deviance (2, 1), 2 * log (2) - 1, 1e-16);
  assert_near (kernel_deviance (5, 5), 0, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (knows_what_stirling_leaves_out),
    cmocka_unit_test (gives_known_densities),
    cmocka_unit_test (adds_up),
    cmocka_unit_test (keeps_a_small_deviance),
  };

  return cmocka_run_group_tests_name ("kernel/saddle-point", tests, NULL, NULL);
}
