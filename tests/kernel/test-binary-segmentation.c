/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/binary-segmentation.h"
#include "kernel/one-break.h"
#include "kernel/random.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define LOG_TWO_PI 1.8378770664093453
#define MOST 40
#define N_SPLITS 4

static double
cost_by_hand (const double *values, size_t first, size_t end, KernelSplitting how, double centre)
{
  const double m = (double) (end - first);
  double mean = 0, rss = 0;

  for (size_t i = first; i < end; i++)
    mean += values[i] / m;
  for (size_t i = first; i < end; i++) {
    const double rest = values[i] - (how.by == KERNEL_SPLIT_VARIANCE ? centre : mean);
    rss += rest * rest;
  }

  return (how.by == KERNEL_SPLIT_MEAN ? rss : m * (LOG_TWO_PI + log (rss / m) + 1)) +
         (how.is_modified ? log (m) : 0);
}

static double
gain_by_hand (const double *x,
              size_t first,
              size_t at,
              size_t end,
              KernelSplitting how,
              double mean)
{
  const double m = (double) (end - first);
  double all = 0, before = 0;

  if (how.by != KERNEL_SPLIT_SQUARES)
    return cost_by_hand (x, first, end, how, mean) - cost_by_hand (x, first, at, how, mean) -
           cost_by_hand (x, at, end, how, mean);
  for (size_t i = first; i < end; i++) {
    all += x[i] * x[i];
    before += i < at ? x[i] * x[i] : 0;
  }

  return sqrt (m / 2) * fabs (before / all - (double) (at - first) / m);
}

/* Each split is the clearest that those before leave room for. */
static void
takes_the_clearest_each_time (void **state)
{
  uint64_t seed = 5;

  (void) state;
  for (size_t round = 0; round < 200; round++) {
    const KernelSplitBy by = (KernelSplitBy) (round % 4);
    const KernelSplitting how = { by, round % 8 > 3 && by != KERNEL_SPLIT_SQUARES, 2 + round % 3,
                                  N_SPLITS };
    const size_t n = 20 + round % 20;
    double values[MOST], work[2 * (MOST + 1)], mean = 0, before = INFINITY;
    size_t order[N_SPLITS + 1], ends[N_SPLITS + 2] = { 0, n }, n_splits;
    KernelSplit splits[N_SPLITS];

    kernel_random_normal (&seed, n, values);
    for (size_t i = 0; i < n; i++) {
      values[i] += i > n / 3 ? 2 : 0;
      mean += values[i] / (double) n;
    }
    assert_int_equal (kernel_binary_segmentation (n, values, &how, work, order, splits, &n_splits),
                      KERNEL_OK);
    for (size_t q = 0; q < n_splits; q++) {
      double most = -INFINITY, here = NAN;
      size_t k = q + 1;

      for (size_t s = 0; s <= q; s++)
        for (size_t at = ends[s] + how.least; at + how.least <= ends[s + 1]; at++) {
          const double gain = gain_by_hand (values, ends[s], at, ends[s + 1], how, mean);
          most = fmax (most, gain);
          here = at == splits[q].at ? gain : here;
        }
      assert_near (here, most, 1e-9);
      before = fmin (before, most);
      assert_near (splits[q].gain, before, 1e-9);
      for (ends[q + 2] = ends[q + 1]; k > 0 && ends[k] > splits[q].at; k--)
        ends[k + 1] = ends[k];
      ends[k + 1] = splits[q].at;
    }
  }
}

/* The first is where one break is. */
static void
begins_with_the_one_break (void **state)
{
  const KernelSplitting means = { KERNEL_SPLIT_MEAN, false, 2, 1 };
  const KernelSplitting both = { KERNEL_SPLIT_MEAN_VARIANCE, false, 3, 1 };
  uint64_t seed = 9;

  (void) state;
  for (size_t round = 0; round < 50; round++) {
    double values[MOST], work[2 * (MOST + 1)];
    size_t order[2], n_splits;
    KernelOneBreak one;
    KernelSplit split;

    kernel_random_normal (&seed, MOST, values);
    assert_int_equal (kernel_one_break (MOST, values, 2, &one), KERNEL_OK);
    assert_int_equal (
        kernel_binary_segmentation (MOST, values, &means, work, order, &split, &n_splits),
        KERNEL_OK);
    assert_int_equal (split.at, one.at);
    assert_near (split.gain, one.rss_without - one.rss_with, 1e-10);
    assert_int_equal (kernel_one_break_of_both (MOST, values, 3, &one), KERNEL_OK);
    assert_int_equal (
        kernel_binary_segmentation (MOST, values, &both, work, order, &split, &n_splits),
        KERNEL_OK);
    assert_int_equal (split.at, one.at);
    assert_near (split.gain, one.ratio, 1e-9);
  }
}

static void
counts_what_is_worth_its_price (void **state)
{
  const KernelSplit splits[] = { { 9, 5 }, { 3, 5 }, { 6, 2 } };

  (void) state;
  assert_int_equal (kernel_splits_worth (3, splits, 1), 3);
  assert_int_equal (kernel_splits_worth (3, splits, 2), 3);
  assert_int_equal (kernel_splits_worth (3, splits, 2.1), 2);
  assert_int_equal (kernel_splits_worth (3, splits, 5.1), 0);
  assert_int_equal (kernel_splits_worth (3, splits, NAN), 0);
  assert_int_equal (kernel_splits_worth (0, NULL, 1), 0);
}

/* Of a constant nothing is gained; the earliest places are taken until there is no room. */
static void
stops_where_there_is_no_room (void **state)
{
  const double constant[] = { 5, 5, 5, 5, 5 };
  const KernelSplitting how = { KERNEL_SPLIT_MEAN, false, 2, 9 };
  double work[12];
  size_t order[10], n_splits;
  KernelSplit splits[9];

  (void) state;
  assert_int_equal (kernel_binary_segmentation_n_work (5), LENGTH (work));
  assert_int_equal (kernel_binary_segmentation_n_order (9), LENGTH (order));
  assert_int_equal (kernel_binary_segmentation (5, constant, &how, work, order, splits, &n_splits),
                    KERNEL_OK);
  assert_int_equal (n_splits, 1);
  assert_int_equal (splits[0].at, 2);
  assert_near (splits[0].gain, 0, 0);
  for (int by = KERNEL_SPLIT_VARIANCE; by <= KERNEL_SPLIT_SQUARES; by++) {
    const KernelSplitting other = { (KernelSplitBy) by, false, 2, 1 };
    const double nothing[] = { 0, 0, 0, 0 };

    assert_int_equal (
        kernel_binary_segmentation (4, nothing, &other, work, order, splits, &n_splits), KERNEL_OK);
    assert_near (splits[0].gain, 0, 1e-12);
  }
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double values[] = { 1, 2, NAN, 4 };
  static const struct {
    size_t n;
    KernelSplitting how;
    KernelStatus status;
  } rows[] = {
    { 4, { KERNEL_SPLIT_MEAN, false, 1, 1 }, KERNEL_ERR_DOMAIN },
    { 2, { KERNEL_SPLIT_MEAN, false, 1, 1 }, KERNEL_OK },
    { 1, { KERNEL_SPLIT_MEAN, false, 1, 1 }, KERNEL_ERR_TOO_SHORT },
    { 4, { KERNEL_SPLIT_MEAN, false, 0, 1 }, KERNEL_ERR_PARAMETER },
    { 4, { KERNEL_SPLIT_MEAN, false, 1, 0 }, KERNEL_ERR_PARAMETER },
    { 4, { KERNEL_SPLIT_VARIANCE, false, 1, 1 }, KERNEL_ERR_PARAMETER },
    { 4, { KERNEL_SPLIT_MEAN_VARIANCE, false, 1, 1 }, KERNEL_ERR_PARAMETER },
    { 4, { KERNEL_SPLIT_SQUARES, true, 2, 1 }, KERNEL_ERR_PARAMETER },
    { 3, { KERNEL_SPLIT_SQUARES, false, 2, 1 }, KERNEL_ERR_TOO_SHORT },
  };
  const double begins[] = { NAN, 2, 3, 4 };
  double work[10];
  size_t order[2], n_splits;
  KernelSplit split;

  (void) state;
  for (size_t k = 0; k < LENGTH (rows); k++)
    assert_int_equal (kernel_binary_segmentation (rows[k].n, values, &rows[k].how, work, order,
                                                  &split, &n_splits),
                      rows[k].status);
  assert_int_equal (
      kernel_binary_segmentation (4, begins, &rows[0].how, work, order, &split, &n_splits),
      KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (takes_the_clearest_each_time),
    cmocka_unit_test (begins_with_the_one_break),
    cmocka_unit_test (counts_what_is_worth_its_price),
    cmocka_unit_test (stops_where_there_is_no_room),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/binary-segmentation", tests, NULL, NULL);
}
