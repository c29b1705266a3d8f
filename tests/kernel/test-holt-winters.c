/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/holt-winters.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const double quarters[] = { 10, 20, 30, 15, 12, 23, 33, 16, 14, 25, 36, 20, 15, 28, 40, 21 };
static const double thirds[] = { 10, 20, 30, 12, 23, 33, 14, 25, 36, 15, 28, 40, 13 };

/* R 4.2.2, HoltWinters (alpha = 0.4, beta = 0.2, gamma = 0.3). */
static const struct known {
  const char *label;
  size_t n, period;
  const double *values;
  double sse, level, trend;
  double next[4]; /* the seasons that come next */
} known[] = {
  { "R, an even season",
    16,
    4,
    quarters,
    24.9504968412468564,
    27.1689895557809606,
    0.6651597778763535,
    { -8.6577892284976095, 2.2609891810977345, 11.7861289778353644, -5.3270944302136956 } },
  { "R, an odd one, begun again",
    13,
    3,
    thirds,
    70.5861332253915350,
    27.3021841828091425,
    0.5148372772708552,
    { 0.4534656878823938, 9.9789803703808726, -11.2990621844038408 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  const KernelSmoothing how = { 0.4, 0.2, 0.3 };
  double seasons[4];
  KernelHoltWinters got;

  assert_int_equal (kernel_holt_winters (row->n, row->values, row->period, &how, seasons, &got),
                    KERNEL_OK);
  assert_near (got.sse, row->sse, 1e-12);
  assert_near (got.level, row->level, 1e-13);
  assert_near (got.trend, row->trend, 1e-14);
  assert_near (got.smoothing.season, 0.3, 0);
  for (size_t k = 0; k < row->period; k++)
    assert_near (seasons[(row->n + k) % row->period], row->next[k], 1e-13);
}

/* Nothing near leaves less, but beyond 0 or 1. */
static void
ends_at_the_bottom (void **state)
{
  double seasons[4];
  KernelHoltWinters best, other;

  (void) state;
  assert_int_equal (kernel_holt_winters_fit (16, quarters, 4, seasons, &best), KERNEL_OK);
  for (int part = 0; part < 3; part++)
    for (double step = -1e-4; step <= 1e-4; step += 2e-4) {
      KernelSmoothing how = best.smoothing;
      double *share = part == 0 ? &how.level : part == 1 ? &how.trend : &how.season;

      *share = fmin (fmax (*share + step, 0), 1);
      assert_int_equal (kernel_holt_winters (16, quarters, 4, &how, seasons, &other), KERNEL_OK);
      assert_true (other.sse >= best.sse);
    }
}

/* Where nothing is taken over, trend and season are those of the first two cycles. */
static void
begins_with_two_cycles (void **state)
{
  const double season[] = { 3, -1, 4, -6 };
  double values[40], seasons[4];
  const KernelSmoothing none = { 0, 0, 0 };
  KernelHoltWinters got;

  (void) state;
  for (size_t i = 0; i < 40; i++)
    values[i] = 50 + 0.5 * (double) i + season[i % 4];
  assert_int_equal (kernel_holt_winters (40, values, 4, &none, seasons, &got), KERNEL_OK);
  assert_near (got.trend, 0.5, 1e-13);
  for (size_t k = 0; k < 4; k++)
    assert_near (seasons[k], season[k], 1e-13);
  /* The line goes on from one step before the first centred mean, as R has it. */
  assert_near (got.level, 50 + 0.5 * (1 + 36), 1e-12);
}

static void
refuses_and_leaves_output_alone (void **state)
{
  const KernelSmoothing how = { 0.4, 0.2, 0.3 };
  static const KernelSmoothing bad[] = { { -0.1, 0, 0 }, { 0, 1.1, 0 }, { 0, 0, NAN } };
  double seasons[4], missing[16];
  KernelHoltWinters got = { .sse = -7 };

  (void) state;
  for (size_t i = 0; i < 16; i++)
    missing[i] = i == 9 ? NAN : quarters[i];
  for (size_t k = 0; k < LENGTH (bad); k++)
    assert_int_equal (kernel_holt_winters (16, quarters, 4, &bad[k], seasons, &got),
                      KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_holt_winters (16, quarters, 1, &how, seasons, &got),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_holt_winters (8, quarters, 4, &how, seasons, &got),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_holt_winters (16, missing, 4, &how, seasons, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_holt_winters_fit (16, missing, 4, seasons, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_holt_winters_fit (7, quarters, 4, seasons, &got), KERNEL_ERR_TOO_SHORT);
  assert_near (got.sse, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 3];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (ends_at_the_bottom);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (begins_with_two_cycles);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_and_leaves_output_alone);

  return cmocka_run_group_tests_name ("kernel/holt-winters", tests, NULL, NULL);
}
