/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/composite.h"
#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* By hand. */
static const struct scaled {
  const char *label;
  size_t n;
  double values[5];
  KernelStatus status; /* of both */
  KernelScale range, spread;
} scales[] = {
  { "five values", 5, { 4, 1, 9, 1, 5 }, KERNEL_OK, { 1, 8, 1, 2 }, { 4, 3.3166247903554, 1, 2 } },
  { "two values", 2, { 3, 1 }, KERNEL_OK, { 1, 2, 1, 0 }, { 2, 1.4142135623730951, 1, 0 } },
  { "below nought", 3, { -5, 0, 5 }, KERNEL_OK, { -5, 10, 0, 2 }, { 0, 5, 0, 2 } },
  { "all the same", 3, { 2, 2, 2 }, KERNEL_ERR_DOMAIN, { .span = 0 }, { .span = 0 } },
  { "one is missing", 3, { 2, NAN, 3 }, KERNEL_ERR_DOMAIN, { .span = 0 }, { .span = 0 } },
  { "one is infinite", 3, { 2, INFINITY, 3 }, KERNEL_ERR_DOMAIN, { .span = 0 }, { .span = 0 } },
  { "one value", 1, { 2 }, KERNEL_ERR_TOO_SHORT, { .span = 0 }, { .span = 0 } },
};

static void
assert_scale (const KernelScale *got, const KernelScale *wanted)
{
  assert_near (got->origin, wanted->origin, 1e-15);
  assert_near (got->span, wanted->span, 1e-13);
  assert_int_equal (got->lowest, wanted->lowest);
  assert_int_equal (got->highest, wanted->highest);
}

static void
scales_known (void **state)
{
  const struct scaled *row = *state;
  KernelScale range, spread;

  assert_int_equal (kernel_scale_to_range (row->n, row->values, &range), row->status);
  assert_int_equal (kernel_scale_to_spread (row->n, row->values, &spread), row->status);
  if (row->status != KERNEL_OK)
    return;
  assert_scale (&range, &row->range);
  assert_scale (&spread, &row->spread);
}

/* By hand: a rise of 1 in the first is worth 0.05, in the second 0.02. */
static const struct exchanged {
  const char *label;
  double worth, range, other_worth, other_range;
  KernelStatus status;
  KernelExchange wanted;
} exchanges[] = {
  { "all of it is made up", 0.05, 10, 0.02, 40, KERNEL_OK, { 2.5, 10, 25 } },
  { "there is not enough of the other", 0.05, 10, 0.02, 20, KERNEL_OK, { 2.5, 8, 20 } },
  { "the same", 1, 1, 1, 1, KERNEL_OK, { 1, 1, 1 } },
  { "worth nothing", 0, 10, 1, 1, KERNEL_ERR_DOMAIN, { .rate = 0 } },
  { "no range", 1, 0, 1, 1, KERNEL_ERR_DOMAIN, { .rate = 0 } },
  { "the other worth nothing", 1, 1, 0, 1, KERNEL_ERR_DOMAIN, { .rate = 0 } },
  { "a range that is missing", 1, 1, 1, NAN, KERNEL_ERR_DOMAIN, { .rate = 0 } },
};

static void
exchanges_known (void **state)
{
  const struct exchanged *row = *state;
  KernelExchange got;

  assert_int_equal (
      kernel_exchange (row->worth, row->range, row->other_worth, row->other_range, &got),
      row->status);
  if (row->status != KERNEL_OK)
    return;
  assert_near (got.rate, row->wanted.rate, 1e-15);
  assert_near (got.fall, row->wanted.fall, 1e-14);
  assert_near (got.rise, row->wanted.rise, 1e-14);
  assert_near (got.fall * row->worth, got.rise * row->other_worth, 1e-15);
}

/* Products of the normal distribution function, scipy.stats.norm.cdf. */
static const struct chanced {
  const char *label;
  size_t n;
  double margins[4], spreads[4], wanted;
} chances[] = {
  { "three at their boundaries", 3, { 0, 0, 0 }, { 1, 2, 3 }, 0.125 },
  { "a spread within", 2, { 1, 4 }, { 1, 2 }, 0.8222040420815763 },
  { "one has no band", 3, { 0, NAN, 0 }, { 1, NAN, 1 }, 0.25 },
  { "none has one", 2, { NAN, NAN }, { 1, 1 }, 1 },
  { "a spread is not known", 2, { 1, 1 }, { 1, NAN }, NAN },
  { "a spread of nothing", 1, { 1 }, { 0 }, NAN },
  { "beyond", 1, { -1 }, { 1 }, 0.15865525393145707 },
};

static void
multiplies (void **state)
{
  const struct chanced *row = *state;

  assert_near (kernel_chance_of_all (row->n, row->margins, row->spreads), row->wanted, 1e-14);
}

static void
adds_up (void **state)
{
  static const double parts[] = { 1, 0, 0.5, 0, 1, 0.5 }, weights[] = { 0.5, 0.3, 0.2 };
  double scores[2];

  kernel_weighted_scores (2, 3, parts, weights, scores);
  assert_near (scores[0], 0.6, 1e-15);
  assert_near (scores[1], 0.4, 1e-15);
}

/* By hand. */
static void
bounds_rounding (void **state)
{
  assert_near (kernel_range_rounding (10, 0.5), 1.0 / 9, 1e-16);
  assert_near (kernel_range_rounding (10, 0), 0, 0);
  assert_near (kernel_range_rounding (1, 0.5), INFINITY, 0);
  assert_near (kernel_spread_rounding (2, 2, -1, 0.5), (1 + M_SQRT1_2) / (2 - M_SQRT1_2), 1e-15);
  assert_near (kernel_spread_rounding (2, 2, 3, 0), 0, 0);
  assert_near (kernel_spread_rounding (2, 0.7, 1, 0.5), INFINITY, 0);
}

#define N_OFF 6

/* However values are off, no scaled one is off by more, and some come near it. */
static void
keeps_within_rounding (void **state)
{
  static const double values[N_OFF] = { 3, 9, 4, 17, 8, 12 };
  const double half = 0.5;
  KernelScale range, spread, moved;
  double nearest = 0;
  uint64_t seed = 3;

  assert_int_equal (kernel_scale_to_range (N_OFF, values, &range), KERNEL_OK);
  assert_int_equal (kernel_scale_to_spread (N_OFF, values, &spread), KERNEL_OK);
  for (unsigned run = 0; run < 20000; run++) {
    double off[N_OFF];

    for (size_t i = 0; i < N_OFF; i++)
      off[i] = values[i] + half * ((double) kernel_random_below (&seed, 3) - 1);
    assert_int_equal (kernel_scale_to_range (N_OFF, off, &moved), KERNEL_OK);
    for (size_t i = 0; i < N_OFF; i++) {
      const double was = (values[i] - range.origin) / range.span;
      const double is = (off[i] - moved.origin) / moved.span;
      assert_true (fabs (is - was) <= kernel_range_rounding (range.span, half) + 1e-12);
      nearest = fmax (nearest, fabs (is - was) / kernel_range_rounding (range.span, half));
    }
    assert_int_equal (kernel_scale_to_spread (N_OFF, off, &moved), KERNEL_OK);
    for (size_t i = 0; i < N_OFF; i++) {
      const double was = (values[i] - spread.origin) / spread.span;
      const double is = (off[i] - moved.origin) / moved.span;
      assert_true (fabs (is - was) <=
                   kernel_spread_rounding (N_OFF, spread.span, was, half) + 1e-12);
    }
  }
  assert_true (nearest > 0.8);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (scales) + LENGTH (exchanges) + LENGTH (chances) + 3];
  size_t n = add_rows (tests, scales_known, scales, LENGTH (scales), sizeof *scales);

  n += add_rows (tests + n, exchanges_known, exchanges, LENGTH (exchanges), sizeof *exchanges);
  n += add_rows (tests + n, multiplies, chances, LENGTH (chances), sizeof *chances);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (adds_up);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (bounds_rounding);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_within_rounding);

  return cmocka_run_group_tests_name ("kernel/composite", tests, NULL, NULL);
}
