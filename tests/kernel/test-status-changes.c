/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/status-changes.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdbool.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 24

/* By hand for the first two; the others by numpy from the definition, their intervals by
 * adding up the distribution.
 */
static const struct known {
  const char *label;
  size_t n, n_statuses;
  double chances[3]; /* the same in each period */
  double mean, variance;
  size_t low, high;
} known[] = {
  { "a coin", 12, 2, { 0.5, 0.5 }, 5.5, 2.75, 2, 9 },
  { "never another", 12, 2, { 1, 0 }, 0, 0, 0, 0 },
  { "three bands",
    24,
    3,
    { 0.158655253931457, 0.341344746068543, 0.5 },
    13.991182318821,
    6.155421248594,
    9,
    19 },
  { "target half a deviation off",
    12,
    2,
    { 0.691462461274013, 0.308537538725987 },
    4.693526770304,
    3.316526314792,
    1,
    8 },
  { "target two deviations off",
    24,
    3,
    { 0.977249868051821, 0.021400233916549, 0.00134989803163 },
    1.024026772595,
    1.874443767440,
    0,
    4 },
  { "one period", 1, 2, { 0.5, 0.5 }, 0, 0, 0, 0 },
};

static void
repeat (size_t n, size_t n_statuses, const double *row, double *rows)
{
  for (size_t i = 0; i < n * n_statuses; i++)
    rows[i] = row[i % n_statuses];
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double chances[MOST * 3], after[MOST * 9], work[MOST * 6], counts[MOST];
  double mean, variance, sum = 0, first = 0, second = 0;
  size_t low, high;

  repeat (row->n, row->n_statuses, row->chances, chances);
  repeat (row->n * row->n_statuses, row->n_statuses, row->chances, after);
  assert_int_equal (kernel_expected_changes (row->n, row->n_statuses, chances, &mean, &variance),
                    KERNEL_OK);
  assert_near (mean, row->mean, 1e-11);
  assert_near (variance, row->variance, 1e-11);

  assert_int_equal (
      kernel_change_counts (row->n, row->n_statuses, row->chances, after, work, counts), KERNEL_OK);
  for (size_t j = 0; j < row->n; j++) {
    sum += counts[j];
    first += (double) j * counts[j];
    second += (double) (j * j) * counts[j];
  }
  assert_near (sum, 1, 1e-13);
  assert_near (first, mean, 1e-11);
  assert_near (second - first * first, variance, 1e-11);

  assert_int_equal (kernel_count_interval (row->n, counts, 0.95, &low, &high), KERNEL_OK);
  assert_int_equal (low, row->low);
  assert_int_equal (high, row->high);
}

/* Four periods, three statuses, other chances in each, and each status depends on the one before:
 * all 81 ways, one by one.
 */
static void
agrees_with_every_way (void **state)
{
  static const double first[] = { 0.5, 0.2, 0.3 };
  double after[27], work[24], counts[4], want[4] = { 0 };

  (void) state;
  for (size_t i = 0; i < 27; i++)
    after[i] = (double) (i % 7 + 1);
  for (size_t i = 0; i < 27; i += 3) {
    const double sum = after[i] + after[i + 1] + after[i + 2];

    for (size_t k = 0; k < 3; k++)
      after[i + k] /= sum;
  }
  for (size_t way = 0; way < 81; way++) {
    const size_t path[] = { way % 3, way / 3 % 3, way / 9 % 3, way / 27 };
    double chance = first[path[0]];
    size_t changes = 0;

    for (size_t t = 1; t < 4; t++) {
      chance *= after[(t - 1) * 9 + path[t - 1] * 3 + path[t]];
      changes += path[t] != path[t - 1];
    }
    want[changes] += chance;
  }

  assert_int_equal (kernel_change_counts (4, 3, first, after, work, counts), KERNEL_OK);
  for (size_t j = 0; j < 4; j++)
    assert_near (counts[j], want[j], 1e-15);
}

/* Chances that differ: 0.5 0.5, 0.9 0.1, 0.2 0.8, 0.6 0.4, all 16 ways. */
static void
takes_each_period_by_itself (void **state)
{
  static const double chances[] = { 0.5, 0.5, 0.9, 0.1, 0.2, 0.8, 0.6, 0.4 };
  double mean, variance, first = 0, second = 0;

  (void) state;
  for (size_t way = 0; way < 16; way++) {
    double chance = 1, changes = 0;

    for (size_t t = 0; t < 4; t++) {
      chance *= chances[2 * t + (way >> t & 1)];
      changes += t > 0 && (way >> t & 1) != (way >> (t - 1) & 1);
    }
    first += chance * changes;
    second += chance * changes * changes;
  }

  assert_int_equal (kernel_expected_changes (4, 2, chances, &mean, &variance), KERNEL_OK);
  assert_near (mean, first, 1e-15);
  assert_near (variance, second - first * first, 1e-15);
}

static const struct interval {
  const char *label;
  size_t n;
  double counts[5];
  double level;
  size_t low, high;
} intervals[] = {
  { "one count", 1, { 1 }, 0.95, 0, 0 },
  { "exactly half the rest on either side", 4, { 0.025, 0.475, 0.475, 0.025 }, 0.95, 0, 2 },
  { "just more than half the rest", 4, { 0.026, 0.474, 0.474, 0.026 }, 0.95, 0, 3 },
  { "little in the first", 4, { 0.01, 0.01, 0.96, 0.02 }, 0.95, 2, 2 },
  { "half", 5, { 0.2, 0.2, 0.2, 0.2, 0.2 }, 0.5, 1, 3 },
};

static void
leaves_the_rest_outside (void **state)
{
  const struct interval *row = *state;
  size_t low, high;

  assert_int_equal (kernel_count_interval (row->n, row->counts, row->level, &low, &high),
                    KERNEL_OK);
  assert_int_equal (low, row->low);
  assert_int_equal (high, row->high);
}

/* Two bands, six periods each way: target three deviations off and a shift of one; a shift of
 * two towards it and two away from it.  From the definition, with R's pnorm().
 */
static void
gives_the_chance_of_one_status_all_along (void **state)
{
  static const double usual[] = { 0.99865010196837, 0.00134989803163 };
  static const double one[] = { 0.977249868051821, 0.022750131948179 };
  static const double towards[] = { 0.841344746068543, 0.158655253931457 };
  static const double away[] = { 0.999999713348428, 2.86651571879e-07 };

  (void) state;
  assert_near (kernel_unchanged_chance (2, usual, one, 6), 0.864, 5e-4);
  assert_near (kernel_unchanged_chance (2, usual, towards, 6), 0.352, 5e-4);
  assert_near (kernel_unchanged_chance (2, usual, away, 6), 0.992, 5e-4);
}

static void
refuses (void **state)
{
  const double chances[] = { 0.5, 0.5 };
  double work[4], counts[1], mean, variance;
  size_t low, high;

  (void) state;
  assert_int_equal (kernel_expected_changes (0, 2, chances, &mean, &variance),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_expected_changes (1, 0, chances, &mean, &variance),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_change_counts (0, 2, chances, chances, work, counts),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_change_counts (1, 0, chances, chances, work, counts),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_count_interval (0, chances, 0.95, &low, &high), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_count_interval (2, chances, 1, &low, &high), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_count_interval (2, chances, 0, &low, &high), KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (intervals) + 4];
  size_t n = 0;

  n += add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);
  n += add_rows (tests + n, leaves_the_rest_outside, intervals, LENGTH (intervals),
                 sizeof *intervals);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (agrees_with_every_way);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_each_period_by_itself);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (gives_the_chance_of_one_status_all_along);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses);

  return cmocka_run_group_tests_name ("kernel/status-changes", tests, NULL, NULL);
}
