/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/within-season.h"

#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 120
#define NO_HOLE N

static void
make (size_t n, size_t square, size_t line, size_t turn, double *values)
{
  for (size_t i = 0; i < n; i++)
    values[i] = (double) ((i * i * square + i * line) % turn);
}

/* numpy 2.4: correlation of what least squares leave of x and y beside a dummy a member; scipy
 * 1.17: 2 * stats.t.sf (abs (r) * sqrt (df / (1 - r * r)), df).
 */
static const struct pair {
  const char *label;
  size_t n, lag;
  unsigned season;
  size_t hole;
  double r;
  size_t freedom;
  double chance;
} pairs[] = {
  { "two years, at once", 24, 0, 12, NO_HOLE, 0.34756447273650054, 11, 0.24457564794382958 },
  { "two years, a month later", 24, 1, 12, NO_HOLE, -0.562954909147154, 10, 0.05668464091097691 },
  { "two years and a half", 30, 2, 12, NO_HOLE, 0.027213206317609286, 15, 0.9174274026952127 },
  { "quarters", 14, 0, 4, NO_HOLE, 0.3312204826074603, 9, 0.3197437254483725 },
  { "days", 21, 1, 7, NO_HOLE, 0.013522741724799342, 12, 0.963404669830866 },
  { "one missing in each", 30, 1, 12, 9, -0.33406801044964246, 14, 0.2060174830164026 },
};

static void
correlates_within (void **state)
{
  const struct pair *row = *state;
  double x[N], y[N];
  KernelLagged found;

  make (row->n, 37, 7919, 101, x);
  make (row->n, 53, 104729, 89, y);
  if (row->hole != NO_HOLE)
    x[row->hole] = y[row->hole + 10] = NAN;
  assert_int_equal (kernel_within_season (row->n, x, y, row->lag, row->season, &found), KERNEL_OK);
  assert_int_equal (found.lag, row->lag);
  assert_int_equal (found.freedom, row->freedom);
  assert_near (found.r, row->r, 1e-13);
  assert_near (found.chance, row->chance, 1e-13);
}

/* Whatever season is added to both, the rest is what it was. */
static void
sees_no_season (void **state)
{
  double x[N], y[N], season[12];
  KernelLagged before, after;

  (void) state;
  make (30, 37, 7919, 101, x);
  make (30, 53, 104729, 89, y);
  make (12, 11, 3, 17, season);
  assert_int_equal (kernel_within_season (30, x, y, 2, 12, &before), KERNEL_OK);
  for (size_t i = 0; i < 30; i++) {
    x[i] += 100 * season[i % 12];
    y[i] -= 70 * season[(i + 10) % 12];
  }
  assert_int_equal (kernel_within_season (30, x, y, 2, 12, &after), KERNEL_OK);
  assert_near (after.r, before.r, 1e-12);
}

/* scipy 1.17: stats.f.sf of the mean squares between, less what was taken, and within; where
 * nothing was taken also stats.f_oneway.
 */
static const struct left {
  const char *label;
  size_t n;
  unsigned season;
  size_t n_taken, hole;
  double more; /* on each second member */
  double chance;
} lefts[] = {
  { "two years", 24, 12, 0, NO_HOLE, 0, 0.7515712836965378 },
  { "beside two waves", 24, 12, 4, NO_HOLE, 0, 0.45646894345128325 },
  { "a high month, one missing", 30, 12, 4, 9, 60, 0.10248159987924096 },
  { "quarters", 14, 4, 0, NO_HOLE, 40, 0.3625342137149937 },
  { "days", 21, 7, 0, NO_HOLE, 0, 0.6612102608460173 },
  { "weeks", 120, 52, 4, NO_HOLE, 0, 0.3059784032924135 },
};

static void
finds_what_is_left (void **state)
{
  const struct left *row = *state;
  double values[N], chance;

  make (row->n, 37, 7919, 101, values);
  for (size_t i = 1; i < row->n; i += row->season)
    values[i] += row->more;
  if (row->hole != NO_HOLE)
    values[row->hole] = NAN;
  assert_int_equal (kernel_season_left (row->n, values, row->season, row->n_taken, &chance),
                    KERNEL_OK);
  assert_near (chance, row->chance, 1e-12);
}

static void
refuses_what_has_no_within (void **state)
{
  double x[N], y[N], chance;
  KernelLagged found;

  (void) state;
  make (N, 37, 7919, 101, x);
  make (N, 53, 104729, 89, y);
  assert_int_equal (kernel_within_season (24, x, y, 0, 1, &found), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_within_season (120, x, y, 0, 54, &found), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_within_season (24, x, y, 24, 12, &found), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_within_season (14, x, y, 0, 12, &found), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_within_season (15, x, y, 0, 12, &found), KERNEL_OK);
  assert_int_equal (kernel_season_left (24, x, 1, 0, &chance), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_season_left (12, x, 12, 0, &chance), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_season_left (24, x, 4, 3, &chance), KERNEL_ERR_TOO_SHORT);
  for (size_t i = 0; i < 24; i++)
    x[i] = (double) (i % 12);
  assert_int_equal (kernel_within_season (24, x, y, 0, 12, &found), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_within_season (24, y, x, 0, 12, &found), KERNEL_ERR_DOMAIN);
  memset (x, 0, sizeof x);
  assert_int_equal (kernel_season_left (24, x, 12, 0, &chance), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[2 + LENGTH (pairs) + LENGTH (lefts)] = {
    cmocka_unit_test (sees_no_season),
    cmocka_unit_test (refuses_what_has_no_within),
  };
  size_t n = 2;

  n += add_rows (tests + n, correlates_within, pairs, LENGTH (pairs), sizeof *pairs);
  add_rows (tests + n, finds_what_is_left, lefts, LENGTH (lefts), sizeof *lefts);

  return cmocka_run_group_tests_name ("kernel/within-season", tests, NULL, NULL);
}
