/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/das-gupta.h"

#include "kernel/kitagawa.h"
#include "kernel/random.h"
#include "support/near.h"

/* Das Gupta (1993), the first example: mean earnings of those who earn and the share who do, of
 * black and white men in 1980; the effects, 4,370 and 1,487, are rounded.
 */
static void
gives_the_published_effects (void **state)
{
  static const double before[] = { 10930, 0.717892 }, after[] = { 16591, 0.825974 };
  double effects[2];

  (void) state;
  assert_int_equal (kernel_das_gupta (2, 1, before, after, NULL, effects), KERNEL_OK);
  assert_near (effects[0], 4370, 0.5);
  assert_near (effects[1], 1487, 0.5);
  assert_near (effects[0] + effects[1], 16591 * 0.825974 - 10930 * 0.717892, 1e-11);
}

/* With three factors, (b₁c₁ + b₂c₂)/3 + (b₁c₂ + b₂c₁)/6 times a₂ - a₁. */
static void
gives_three_factors (void **state)
{
  static const double before[] = { 2, 3, 5 }, after[] = { 7, 11, 13 };
  double effects[3] = { 9, 9, 9 };

  (void) state;
  assert_int_equal (kernel_das_gupta (3, 1, before, after, NULL, effects), KERNEL_OK);
  assert_near (effects[0], (7 - 2) * ((3 * 5 + 11 * 13) / 3. + (3 * 13 + 11 * 5) / 6.), 1e-12);
  assert_near (effects[1], (11 - 3) * ((2 * 5 + 7 * 13) / 3. + (2 * 13 + 7 * 5) / 6.), 1e-12);
  assert_near (effects[2], (13 - 5) * ((2 * 3 + 7 * 11) / 3. + (2 * 11 + 7 * 3) / 6.), 1e-12);
}

/* Two factors, a ratio and a share, are Kitagawa's rate and mix. */
static void
agrees_with_kitagawa (void **state)
{
  static const double counts[2][2] = { { 81, 192 }, { 234, 55 } };
  static const double totals[2][2] = { { 87, 263 }, { 270, 80 } };
  double factors[2][4], parts[4], effects[2], rate[2], mix[2];
  KernelKitagawa wanted;

  (void) state;
  for (size_t t = 0; t < 2; t++)
    for (size_t i = 0; i < 2; i++) {
      factors[t][i] = counts[t][i] / totals[t][i];
      factors[t][2 + i] = totals[t][i] / 350;
    }
  assert_int_equal (kernel_das_gupta (2, 2, factors[0], factors[1], parts, effects), KERNEL_OK);
  assert_int_equal (
      kernel_kitagawa (2, counts[0], totals[0], counts[1], totals[1], false, rate, mix, &wanted),
      KERNEL_OK);
  assert_near (effects[0], wanted.rate, 1e-15);
  assert_near (effects[1], wanted.mix, 1e-15);
  for (size_t i = 0; i < 2; i++) {
    assert_near (parts[i], rate[i], 1e-15);
    assert_near (parts[2 + i], mix[i], 1e-15);
  }
}

static void
adds_up_with_eight_factors (void **state)
{
  enum {
    K = 8,
    N = 5
  };
  double before[K * N], after[K * N], effects[K] = { 9 }, sum = 0, wanted = 0;
  uint64_t seed = 1;

  (void) state;
  kernel_random_normal (&seed, K * N, before);
  kernel_random_normal (&seed, K * N, after);
  assert_int_equal (kernel_das_gupta (K, N, before, after, NULL, effects), KERNEL_OK);
  for (size_t i = 0; i < N; i++) {
    double first = 1, last = 1;

    for (size_t j = 0; j < K; j++) {
      first *= before[j * N + i];
      last *= after[j * N + i];
    }
    wanted += last - first;
  }
  for (size_t j = 0; j < K; j++)
    sum += effects[j];
  assert_near (sum, wanted, 1e-12);
}

/* Das Gupta's formulas for two ways and three, written out. */
static void
divides_by_several_ways (void **state)
{
  static const double two[] = { 1000, 400, 300, 90 };
  /* Sets of ways as bits: none, i, j, ij, k, ik, jk, ijk. */
  static const double three[] = { 1000, 400, 300, 90, 500, 220, 160, 50 };
  double shares[3];

  (void) state;
  assert_int_equal (kernel_composition (1, two, shares), KERNEL_OK);
  assert_near (shares[0], 0.4, 1e-15);
  assert_int_equal (kernel_composition (2, two, shares), KERNEL_OK);
  assert_near (shares[0], sqrt (90 / 300. * (400 / 1000.)), 1e-15);
  assert_near (shares[1], sqrt (90 / 400. * (300 / 1000.)), 1e-15);
  assert_int_equal (kernel_composition (3, three, shares), KERNEL_OK);
  assert_near (shares[0],
               cbrt (50 / 160.) * pow (90 / 300. * (220 / 500.), 1 / 6.) * cbrt (400 / 1000.),
               1e-15);
  assert_near (shares[0] * shares[1] * shares[2], 0.05, 1e-15);
}

static void
gives_an_empty_cell_nothing (void **state)
{
  static const double totals[] = { 1000, 400, 300, 0 };
  double shares[2];

  (void) state;
  assert_int_equal (kernel_composition (2, totals, shares), KERNEL_OK);
  assert_near (shares[0], 0, 0);
  assert_near (shares[1], 0, 0);
}

static void
refuses (void **state)
{
  static const double one[] = { 1, NAN }, fine[16] = { 0 }, negative[] = { 5, -1 },
                      torn[] = { 5, 0, 3, 2 };
  double effects[9];

  (void) state;
  assert_int_equal (kernel_das_gupta (0, 1, fine, fine, NULL, effects), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_das_gupta (9, 1, fine, fine, NULL, effects), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_das_gupta (2, 1, one, fine, NULL, effects), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_das_gupta (2, 1, fine, one, NULL, effects), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_composition (0, fine, effects), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_composition (9, fine, effects), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_composition (1, one, effects), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_composition (1, negative, effects), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_composition (2, torn, effects), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_the_published_effects),
    cmocka_unit_test (gives_three_factors),
    cmocka_unit_test (agrees_with_kitagawa),
    cmocka_unit_test (adds_up_with_eight_factors),
    cmocka_unit_test (divides_by_several_ways),
    cmocka_unit_test (gives_an_empty_cell_nothing),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("kernel/das-gupta", tests, NULL, NULL);
}
