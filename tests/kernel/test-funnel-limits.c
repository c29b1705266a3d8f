/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/beta.h"
#include "kernel/funnel-limits.h"
#include "kernel/gamma.h"
#include "kernel/poisson-interval.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* By halving with mpmath, to 30 digits. */
static const struct {
  double expected, tail, low, high;
} poissons[] = {
  { 5, 0.025, 0.67726879083333185, 10.296288156411118 },
  { 15, 0.025, 7.4287860466388761, 23.527470517417088 },
  { 15, 0.001, 4.1219247898552359, 28.786445681354612 },
  { 100, 0.001, 70.076660166284249, 132.78130039207235 },
  { 0.5, 0.025, 0, 2.7156908924550209 },
  { 1345.5, 0.001, 1233.0857533552852, 1460.7646878091681 },
  { 250000, 0.001, 248455.80976254898, 251547.04008589062 },
  { 0, 0.025, 0, 0 },
  { NAN, 0.025, NAN, NAN },
  { -1, 0.025, NAN, NAN },
};

static void
gives_limits_of_events (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (poissons); k++) {
    double low, high;

    assert_int_equal (
        kernel_funnel_poisson (1, &poissons[k].expected, poissons[k].tail, &low, &high), KERNEL_OK);
    assert_near (low, poissons[k].low, 3e-15 * poissons[k].high);
    assert_near (high, poissons[k].high, 3e-15 * poissons[k].high);
  }
}

static const struct {
  double total, share, tail, low, high;
} binomials[] = {
  { 20, 0.5, 0.025, 5.1696135915151908, 14.830386408484809 },
  { 100, 0.02, 0.025, 0, 5.612672606183025 },
  { 100, 0.02, 0.001, 0, 7.9539917553560425 },
  { 5, 0.9, 0.025, 2.4411213017258888, 5 },
  { 1000, 0.3, 0.001, 255.3265379023915, 345.81509301457621 },
  { 30000, 0.14, 0.001, 4014.8120122553427, 4387.2400456536236 },
  { 50, 0, 0.025, 0, 0 },
  { 50, 1, 0.025, 50, 50 },
  { 0, 0.5, 0.025, NAN, NAN },
  { NAN, 0.5, 0.025, NAN, NAN },
};

static void
gives_limits_of_cases (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (binomials); k++) {
    double low, high;

    assert_int_equal (kernel_funnel_binomial (1, &binomials[k].total, binomials[k].share,
                                              binomials[k].tail, &low, &high),
                      KERNEL_OK);
    assert_near (low, binomials[k].low, 1e-14 * binomials[k].high);
    assert_near (high, binomials[k].high, 1e-14 * binomials[k].high);
  }
}

/* A count is beyond a limit just when the chance of it or one further out is below the tail. */
static void
agrees_with_the_tails (void **state)
{
  (void) state;
  for (double mean = 0.2; mean < 300; mean *= 1.4) {
    double low, high;

    assert_int_equal (kernel_funnel_poisson (1, &mean, 0.025, &low, &high), KERNEL_OK);
    for (int x = 0; x < 400; x++) {
      assert_true ((x < low) == (kernel_gamma_upper (x + 1, mean) < 0.025));
      assert_true ((x > high) == (x > 0 && kernel_gamma_lower (x, mean) < 0.025));
    }
  }
  for (double share = 0.01; share < 1; share += 0.07) {
    const double total = 60;
    double low, high;

    assert_int_equal (kernel_funnel_binomial (1, &total, share, 0.025, &low, &high), KERNEL_OK);
    for (int x = 0; x <= total; x++) {
      assert_true ((x < low) == (x < total && kernel_beta_upper (x + 1, total - x, share) < 0.025));
      assert_true ((x > high) == (x > 0 && kernel_beta_lower (x, total - x + 1, share) < 0.025));
    }
  }
}

/* Where so many events lie on a limit, the limit of what is expected there is that many. */
static void
turns_round (void **state)
{
  (void) state;
  for (double events = 3; events < 5e5; events *= 2.3) {
    double low, high, back, other;

    assert_int_equal (kernel_poisson_exact (1, &events, 0.95, &low, &high, NULL), KERNEL_OK);
    assert_int_equal (kernel_funnel_poisson (1, &low, 0.025, &other, &back), KERNEL_OK);
    assert_near (back, events, 1e-12 * events);
    assert_int_equal (kernel_funnel_poisson (1, &high, 0.025, &back, &other), KERNEL_OK);
    assert_near (back, events, 1e-12 * events);
  }
}

static void
gives_limits_of_shares (void **state)
{
  const double totals[] = { 100, 0.5, 0, NAN };
  double low[4], high[4];

  (void) state;
  assert_int_equal (kernel_funnel_share (4, totals, 0.8, 2, low, high), KERNEL_OK);
  assert_near (low[0], 0.72, 1e-15);
  assert_near (high[0], 0.88, 1e-15);
  assert_near (low[1], 0, 0);
  assert_near (high[1], 1, 0);
  assert_near (low[2], NAN, 0);
  assert_near (high[3], NAN, 0);
}

static void
refuses (void **state)
{
  const double total = 10;
  double low = 5, high = 5;

  (void) state;
  assert_int_equal (kernel_funnel_share (1, &total, 1.1, 2, &low, &high), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_funnel_share (1, &total, 0.5, 0, &low, &high), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_funnel_binomial (1, &total, NAN, 0.025, &low, &high),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_funnel_binomial (1, &total, 0.5, 0.5, &low, &high),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_funnel_poisson (1, &total, 0, &low, &high), KERNEL_ERR_PARAMETER);
  assert_near (low, 5, 0);
  assert_near (high, 5, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_limits_of_events), cmocka_unit_test (gives_limits_of_cases),
    cmocka_unit_test (agrees_with_the_tails),  cmocka_unit_test (turns_round),
    cmocka_unit_test (gives_limits_of_shares), cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("kernel/funnel-limits", tests, NULL, NULL);
}
