/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/kitagawa.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  MOST = 3
};

/* In the first three every number by hand; the stones are those of C. R. Charig and others
 * (1986), Br. Med. J. 292, 879-882, small and large, open surgery against percutaneous.
 */
static const struct known {
  const char *label;
  size_t n;
  double counts[2][MOST], totals[2][MOST];
  double rate, mix, by_rate[MOST], by_mix[MOST], by_centred[MOST];
} known[] = {
  { "only rates",
    2,
    { { 10, 20 }, { 20, 30 } },
    { { 100, 100 }, { 100, 100 } },
    0.1,
    0,
    { 0.05, 0.05 },
    { 0, 0 },
    { 0, 0 } },
  { "only mix",
    2,
    { { 10, 90 }, { 30, 70 } },
    { { 100, 100 }, { 300, 700 / 9. } },
    0,
    -0.2352941176470588,
    { 0, 0 },
    { 0.02941176470588236, -0.2647058823529411 },
    { -0.08304498269896196, -0.15224913494809691 } },
  { "one part", 1, { { 30 }, { 60 } }, { { 100 }, { 120 } }, 0.2, 0, { 0.2 }, { 0 }, { 0 } },
  { "a part appears",
    2,
    { { 50, 0 }, { 50, 30 } },
    { { 100, 0 }, { 100, 100 } },
    0,
    -0.1,
    { 0, 0 },
    { -0.25, 0.15 },
    { -0.025, -0.075 } },
  { "a part vanishes",
    2,
    { { 50, 30 }, { 50, 0 } },
    { { 100, 100 }, { 100, 0 } },
    0,
    0.1,
    { 0, 0 },
    { 0.25, -0.15 },
    { 0.025, 0.075 } },
  { "a part that never was",
    2,
    { { 50, 0 }, { 60, 0 } },
    { { 100, 0 }, { 100, 0 } },
    0.1,
    0,
    { 0.1, 0 },
    { 0, 0 },
    { 0, 0 } },
  { "kidney stones",
    2,
    { { 81, 192 }, { 234, 55 } },
    { { 87, 263 }, { 270, 80 } },
    -0.053671217385603764,
    0.09938550309988942,
    { -0.0328275862068966, -0.0208436311787072 },
    { 0.4699704433497537, -0.3705849402498643 },
    { 0.05019085151301893, 0.04919465158687053 } },
  { "events above the population",
    1,
    { { 300 }, { 100 } },
    { { 100 }, { 100 } },
    -2,
    0,
    { -2 },
    { 0 },
    { 0 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double rate[MOST], mix[MOST], centred[MOST];
  KernelKitagawa got;

  assert_int_equal (kernel_kitagawa (row->n, row->counts[0], row->totals[0], row->counts[1],
                                     row->totals[1], false, rate, mix, &got),
                    KERNEL_OK);
  assert_near (got.rate, row->rate, 1e-15);
  assert_near (got.mix, row->mix, 1e-15);
  assert_near (got.rate + got.mix, got.after - got.before, 1e-15);
  assert_int_equal (kernel_kitagawa (row->n, row->counts[0], row->totals[0], row->counts[1],
                                     row->totals[1], true, NULL, centred, &got),
                    KERNEL_OK);
  assert_near (got.mix, row->mix, 1e-15);
  for (size_t i = 0; i < row->n; i++) {
    assert_near (rate[i], row->by_rate[i], 1e-15);
    assert_near (mix[i], row->by_mix[i], 1e-15);
    assert_near (centred[i], row->by_centred[i], 1e-15);
  }
}

static const struct refused {
  const char *label;
  double counts[2], totals[2];
  KernelStatus status;
} refused[] = {
  { "a count is missing", { NAN, 1 }, { 2, 2 }, KERNEL_ERR_DOMAIN },
  { "a total is missing", { 1, 1 }, { 2, NAN }, KERNEL_ERR_DOMAIN },
  { "less than none", { -1, 1 }, { 2, 2 }, KERNEL_ERR_DOMAIN },
  { "out of less than nothing", { 0, 1 }, { -2, 2 }, KERNEL_ERR_DOMAIN },
  { "some out of nothing", { 1, 1 }, { 0, 2 }, KERNEL_ERR_DOMAIN },
  { "infinite", { 1, INFINITY }, { 2, 2 }, KERNEL_ERR_DOMAIN },
  { "nothing out of nothing", { 0, 0 }, { 0, 0 }, KERNEL_ERR_TOO_SHORT },
};

static void
refuses (void **state)
{
  static const double counts[] = { 1, 2 }, totals[] = { 5, 5 };
  const struct refused *row = *state;
  KernelKitagawa got = { .rate = 7 };

  assert_int_equal (
      kernel_kitagawa (2, row->counts, row->totals, counts, totals, true, NULL, NULL, &got),
      row->status);
  assert_int_equal (
      kernel_kitagawa (2, counts, totals, row->counts, row->totals, true, NULL, NULL, &got),
      row->status);
  assert_near (got.rate, 7, 0);
}

/* Days above nought are what counts are; a mean below it, with every number by hand: of 10 and
 * 30 cases -4 and 2, then of 20 and 20 -3 and 3.
 */
static void
takes_means_of_any_sign (void **state)
{
  static const double sums[][2] = { { -40, 60 }, { -60, 60 } };
  static const double cases[][2] = { { 10, 30 }, { 20, 20 } };
  double rate[2], mix[2];
  KernelKitagawa got;

  (void) state;
  assert_int_equal (
      kernel_kitagawa_means (2, sums[0], cases[0], sums[1], cases[1], true, rate, mix, &got),
      KERNEL_OK);
  assert_near (got.before, 0.5, 0);
  assert_near (got.after, 0, 0);
  assert_near (got.rate, 1, 1e-15);
  assert_near (got.mix, -1.5, 1e-15);
  assert_near (rate[0], 0.375, 1e-15);
  assert_near (rate[1], 0.625, 1e-15);
  assert_near (mix[0], (-3.5 - 0.25) / 4, 1e-15);
  assert_near (mix[1], (2.5 - 0.25) / -4, 1e-15);
}

static const struct refused_mean {
  const char *label;
  double sums[2], cases[2];
  KernelStatus status;
} refused_means[] = {
  { "a sum is missing", { NAN, 1 }, { 2, 2 }, KERNEL_ERR_DOMAIN },
  { "cases are missing", { 1, 1 }, { 2, NAN }, KERNEL_ERR_DOMAIN },
  { "an infinite sum", { -INFINITY, 1 }, { 2, 2 }, KERNEL_ERR_DOMAIN },
  { "fewer cases than none", { 0, 1 }, { -2, 2 }, KERNEL_ERR_DOMAIN },
  { "a sum of no cases", { -1, 1 }, { 0, 2 }, KERNEL_ERR_DOMAIN },
  { "no cases", { 0, 0 }, { 0, 0 }, KERNEL_ERR_TOO_SHORT },
};

static void
refuses_a_mean (void **state)
{
  static const double sums[] = { -1, 2 }, cases[] = { 5, 5 };
  const struct refused_mean *row = *state;
  KernelKitagawa got = { .rate = 7 };

  assert_int_equal (
      kernel_kitagawa_means (2, row->sums, row->cases, sums, cases, true, NULL, NULL, &got),
      row->status);
  assert_near (got.rate, 7, 0);
}

/* Turning time round turns every part's sign. */
static void
is_the_same_backwards (void **state)
{
  const struct known *row = &known[6];
  double rate[2][MOST], mix[2][MOST];
  KernelKitagawa there, back;

  (void) state;
  assert_int_equal (kernel_kitagawa (row->n, row->counts[0], row->totals[0], row->counts[1],
                                     row->totals[1], true, rate[0], mix[0], &there),
                    KERNEL_OK);
  assert_int_equal (kernel_kitagawa (row->n, row->counts[1], row->totals[1], row->counts[0],
                                     row->totals[0], true, rate[1], mix[1], &back),
                    KERNEL_OK);
  assert_near (there.rate, -back.rate, 1e-16);
  for (size_t i = 0; i < row->n; i++) {
    assert_near (rate[0][i], -rate[1][i], 1e-16);
    assert_near (mix[0][i], -mix[1][i], 1e-16);
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (refused) + LENGTH (refused_means) + 2] = {
    cmocka_unit_test (is_the_same_backwards),
    cmocka_unit_test (takes_means_of_any_sign),
  };
  size_t n = 2;

  n += add_rows (tests + n, gives_known_answer, known, LENGTH (known), sizeof *known);
  n += add_rows (tests + n, refuses, refused, LENGTH (refused), sizeof *refused);
  add_rows (tests + n, refuses_a_mean, refused_means, LENGTH (refused_means),
            sizeof *refused_means);

  return cmocka_run_group_tests_name ("kernel/kitagawa", tests, NULL, NULL);
}
