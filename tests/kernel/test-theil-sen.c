/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/theil-sen.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 1500
#define VAR_S 3e8

static KernelSlopeWork
work_for (size_t n)
{
  return (KernelSlopeWork){
    .numbers = malloc (kernel_theil_sen_numbers (n) * sizeof (double)),
    .keys = malloc (kernel_theil_sen_keys (n) * sizeof (int64_t)),
  };
}

static void
free_work (KernelSlopeWork work)
{
  free (work.numbers);
  free (work.keys);
}

/* By hand.  The four points have slopes -2, 1, 1, 1, 5/2 and 4: a variance of 4 asks for
 * ranks (6 - 1.96 * 2) / 2, rounded, and (6 + 1.96 * 2) / 2 + 1: the first and the last.
 */
static const struct known {
  const char *label;
  size_t n;
  double times[6], values[6];
  size_t period;
  double var_s, slope, low, high;
} known[] = {
  { "a line", 5, { 0, 1, 2, 3, 4 }, { 7, 8, 9, 10, 11 }, 1, 4, 1, 1, 1 },
  { "four points", 4, { 0, 1, 2, 3 }, { 0, -2, 2, 3 }, 1, 4, 1, -2, 4 },
  { "too few pairs", 4, { 0, 1, 2, 3 }, { 0, -2, 2, 3 }, 1, 9, 1, -INFINITY, INFINITY },
  { "times apart", 3, { 0, 10, 40 }, { 0, 10, 100 }, 1, 0.01, 2.5, 1, 3 },
  { "missing", 5, { 0, 1, 10, 20, 40 }, { 0, NAN, 10, NAN, 100 }, 1, 0.01, 2.5, 1, 3 },
  { "two seasons", 6, { 0, 1, 2, 3, 4, 5 }, { 0, 90, 2, 91, 8, 92 }, 2, 0.01, 0.75, 0.5, 1 },
  { "a pair", 2, { 0, 4 }, { 3, 1 }, 1, 1, -0.5, -INFINITY, INFINITY },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelSlopeWork work = work_for (6);
  KernelTheilSen got;

  assert_int_equal (
      kernel_theil_sen (row->n, row->times, row->values, row->period, row->var_s, 0.95, work, &got),
      KERNEL_OK);
  assert_near (got.slope, row->slope, 0);
  assert_near (got.low, row->low, 0);
  assert_near (got.high, row->high, 0);
  free_work (work);
}

static uint64_t sequence;

static double
uniform (void)
{
  sequence = sequence * 6364136223846793005u + 1442695040888963407u;

  return (double) (sequence >> 11) / 9007199254740992.;
}

static double
noise (size_t i)
{
  return uniform () + uniform () + uniform () - 1.5;
}

static double
rising (size_t i)
{
  return noise (i) + (double) i / 100;
}

static double
ten_values (size_t i)
{
  return floor (10 * uniform ());
}

static double
to_one_digit (size_t i)
{
  return floor (50 * noise (i) + 0.1 * (double) i) / 10;
}

static double
two_values (size_t i)
{
  return uniform () < 0.5 ? 0 : 1;
}

static double
far_away (size_t i)
{
  return 1e9 + (i % 3 == 0 ? noise (i) : 0);
}

static double
with_wild_ones (size_t i)
{
  return uniform () < 0.002 ? 1e12 * noise (i) : noise (i);
}

static double
very_skewed (size_t i)
{
  return exp (20 * noise (i));
}

static double
fanning_out (size_t i)
{
  return i % 2 ? (double) i : -(double) i;
}

static double
stairs (size_t i)
{
  return 0.3 * (double) (i / 3);
}

/* As far apart as nothing below a line can be told of what is near: any slope of a bracket
 * that narrow will do.
 */
static double
in_two_groups (size_t i)
{
  return i % 2 ? 1e9 + uniform () / 1000 : uniform ();
}

static double
constant (size_t i)
{
  return 5;
}

static const struct shape {
  const char *label;
  double (*value) (size_t i);
  double tolerance; /* a slope that many pairs have, to the last digit but one */
} shapes[] = {
  { "noise", noise, 0 },
  { "rising", rising, 0 },
  { "ten values", ten_values, 0 },
  { "to one digit", to_one_digit, 1e-17 },
  { "two values", two_values, 0 },
  { "far away", far_away, 0 },
  { "with wild ones", with_wild_ones, 0 },
  { "very skewed", very_skewed, 0 },
  { "fanning out", fanning_out, 0 },
  { "stairs", stairs, 2e-17 },
  { "constant", constant, 0 },
  { "in two groups", in_two_groups, 2e-5 },
};

static int
compare (const void *a, const void *b)
{
  const double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static size_t
all_slopes (const double *values, size_t period, double *slopes)
{
  size_t n = 0;

  for (size_t i = 0; i < N; i++) {
    for (size_t j = i + period; j < N; j += period) {
      if (!isnan (values[i]) && !isnan (values[j]))
        slopes[n++] = (values[j] - values[i]) / (double) ((j - i) / period);
    }
  }
  qsort (slopes, n, sizeof *slopes, compare);

  return n;
}

/* More pairs than are looked at one by one, against all of them. */
static void
agrees_with_all_pairs (void **state)
{
  const struct shape *row = *state;
  const size_t last = getenv ("SCRUTINY_QUICK") ? 1 : 12; /* set where each step costs fifty */
  double *values = malloc (N * sizeof *values);
  double *slopes = malloc ((size_t) N * (N - 1) / 2 * sizeof *slopes);
  KernelSlopeWork work = work_for (N);

  for (size_t period = 1; period <= last; period += 11) {
    const double var_s = VAR_S / (double) (period * period);
    KernelTheilSen got;

    sequence = 7;
    for (size_t i = 0; i < N; i++)
      values[i] = row->value (i);
    for (size_t i = 5; i < N; i += 97)
      values[i] = NAN;
    assert_int_equal (kernel_theil_sen (N, NULL, values, period, var_s, 0.9, work, &got),
                      KERNEL_OK);
    const size_t n = all_slopes (values, period, slopes);
    const double reach = 1.6448536269514722 * sqrt (var_s);
    const size_t low = (size_t) rint (((double) n - reach) / 2);
    const size_t high = (size_t) rint (((double) n + reach) / 2) + 1;
    const double scale = row->tolerance * (double) period;

    assert_int_equal (got.n_pairs, n);
    assert_near (got.slope, slopes[(n - 1) / 2] / 2 + slopes[n / 2] / 2, scale);
    assert_near (got.low, slopes[low - 1], scale);
    assert_near (got.high, slopes[high - 1], scale);
  }
  free_work (work);
  free (slopes);
  free (values);
}

/* What would take 1.8 thousand million slopes, 14 GB, if all were worked out. */
static void
finishes_on_many (void **state)
{
  const size_t n = getenv ("SCRUTINY_QUICK") ? 6000 : 60000; /* set where each step costs fifty */
  double *values = malloc (n * sizeof *values);

  (void) state;
  for (size_t k = 0; k < LENGTH (shapes); k++) {
    KernelSlopeWork work = work_for (n); /* afresh, so that nothing is left from before */
    KernelTheilSen got, again;

    sequence = 11;
    for (size_t i = 0; i < n; i++)
      values[i] = shapes[k].value (i);
    assert_int_equal (kernel_theil_sen (n, NULL, values, 1, 1e12, 0.95, work, &got), KERNEL_OK);
    assert_true (got.low <= got.slope && got.slope <= got.high);
    assert_true (fabs (got.slope) <= 1);
    assert_int_equal (kernel_theil_sen (n, NULL, values, 1, 1e12, 0.95, work, &again), KERNEL_OK);
    assert_true (got.n_pairs == again.n_pairs && got.slope == again.slope);
    assert_true (got.low == again.low && got.high == again.high);
    free_work (work);
  }
  free (values);
}

/* The line goes through the middle value at the middle time: worked by hand. */
static void
has_a_place_at_time_0 (void **state)
{
  const double times[] = { 10, 11, 14, 20 }, values[] = { 4, NAN, 8, 5 };
  double work[8], intercept;

  (void) state;
  assert_int_equal (kernel_theil_sen_intercept (4, times, values, 1, 2, work, &intercept),
                    KERNEL_OK);
  assert_near (intercept, 5 - 2 * 14, 0);
  assert_int_equal (kernel_theil_sen_intercept (4, NULL, values, 1, 2, work, &intercept),
                    KERNEL_OK);
  assert_near (intercept, 5 - 2 * 2, 0);
  assert_int_equal (kernel_theil_sen_intercept (4, NULL, values, 4, 2, work, &intercept),
                    KERNEL_OK);
  assert_near (intercept, 5 - 2 * 0.5, 0);
  assert_int_equal (kernel_theil_sen_intercept (0, NULL, NULL, 1, 2, work, &intercept), KERNEL_OK);
  assert_true (isnan (intercept));
  assert_int_equal (kernel_theil_sen_intercept (4, NULL, values, 0, 2, work, &intercept),
                    KERNEL_ERR_PARAMETER);
}

static void
refuses (void **state)
{
  const double times[] = { 0, 1, 1, 3 }, values[] = { 1, 2, 3, 4 };
  const double infinite[] = { 1, INFINITY, 3, 4 }, far[] = { -1e308, 1e308, 0, 0 };
  const double missing[] = { NAN, 2, NAN, NAN };
  KernelSlopeWork work = work_for (4);
  KernelTheilSen got = { .n = 77 };

  (void) state;
  assert_int_equal (kernel_theil_sen (4, NULL, values, 0, 1, 0.9, work, &got),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_theil_sen (4, NULL, values, 1, 1, 1, work, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_theil_sen (4, NULL, values, 1, 1, 0, work, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_theil_sen (4, NULL, values, 1, NAN, 0.9, work, &got),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_theil_sen (4, times, values, 1, 1, 0.9, work, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_theil_sen (4, NULL, infinite, 1, 1, 0.9, work, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_theil_sen (4, NULL, far, 1, 1, 0.9, work, &got), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_theil_sen (4, NULL, missing, 1, 1, 0.9, work, &got),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_theil_sen (4, NULL, values, 4, 1, 0.9, work, &got),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_theil_sen (4, NULL, values, 5, 1, 0.9, work, &got),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_theil_sen (0, NULL, values, 1, 1, 0.9, work, &got),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (got.n, 77);
  free_work (work);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (shapes) + 3] = {
    cmocka_unit_test (finishes_on_many),
    cmocka_unit_test (has_a_place_at_time_0),
    cmocka_unit_test (refuses),
  };
  size_t n = 3;

  n += add_rows (tests + n, gives_known_answer, known, LENGTH (known), sizeof *known);
  n += add_rows (tests + n, agrees_with_all_pairs, shapes, LENGTH (shapes), sizeof *shapes);

  return cmocka_run_group_tests_name ("kernel/theil-sen", tests, NULL, NULL);
}
