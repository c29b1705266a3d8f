/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linkage-season.h"

#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 24

/* How much of a season is in the changes of the two, how they go together within its months in each
 * route, and what comes of it. From scipy 1.17: beside four columns that were taken off a season
 * of 0.93 has the chance 0.21, and one of 0.97 of 0.18; beside none one of 1.15 has 0.22 and one of
 * 1.19 has 0.18; a link of 0.51 has the chance 0.056 on its side, and one of 0.55 of 0.045.
 */
static const struct rule {
  const char *label;
  unsigned season;
  size_t n_taken;
  double season_x, season_y, level, change;
  double r;
  KernelLinkageSeason found;
} rules[] = {
  { "no season left in the first", 12, 4, 0.93, 9, 0, 0, 0.8, KERNEL_LINKAGE_BESIDE_SEASON },
  { "no season left in the second", 12, 4, 9, 0.93, 0, 0, 0.8, KERNEL_LINKAGE_BESIDE_SEASON },
  { "one in both", 12, 4, 0.97, 0.97, 0, 0, 0.8, KERNEL_LINKAGE_IN_SEASON },
  { "of more that may be chance", 12, 0, 1.15, 1.15, 0, 0, 0.8, KERNEL_LINKAGE_BESIDE_SEASON },
  { "of more", 12, 0, 1.19, 1.19, 0, 0, 0.8, KERNEL_LINKAGE_IN_SEASON },
  { "and the two together beside it", 12, 4, 9, 9, 0.55, 0.55, 0.8, KERNEL_LINKAGE_BESIDE_SEASON },
  { "too little by the level", 12, 4, 9, 9, 0.51, 0.55, 0.8, KERNEL_LINKAGE_IN_SEASON },
  { "too little by the changes", 12, 4, 9, 9, 0.55, 0.51, 0.8, KERNEL_LINKAGE_IN_SEASON },
  { "the other way than was seen", 12, 4, 9, 9, 1, 1, -0.8, KERNEL_LINKAGE_IN_SEASON },
  { "the other way, and seen so", 12, 4, 9, 9, -1, -1, -0.8, KERNEL_LINKAGE_BESIDE_SEASON },
  { "years", 1, 0, 9, 9, 0, 0, 0.8, KERNEL_LINKAGE_BESIDE_SEASON },
  { "taken off whole", 4, 3, 9, 9, 0, 0, 0.8, KERNEL_LINKAGE_BESIDE_SEASON },
  { "fewer than two", 52, 0, 0, 0, 1, 1, 0.8, KERNEL_LINKAGE_UNDER_TWO_SEASONS },
};

/* The first year one way and the second the other, so that nothing of it is between months. */
static double
of_year (size_t i, size_t square)
{
  const double size = (double) ((i % 12) * (i % 12) * square % 13) - 6;

  return i < 12 ? size : -size;
}

static void
make_season (double season, double *values)
{
  for (size_t i = 0; i < N; i++)
    values[i] = of_year (i, 5) + season * ((double) (i % 12) - 5.5);
}

/* @link times what the other is, and something else. */
static void
make_link (double link, double *values)
{
  for (size_t i = 0; i < N; i++)
    values[i] = link * of_year (i, 5) + of_year (i, 7);
}

static void
holds_to_a_season (void **state)
{
  const struct rule *row = *state;
  double scores[N], level[N], change[N], season_x[N], season_y[N];
  const KernelBothWays x = { { NULL, scores, { 0 } }, { season_x, scores, { 0 } } };
  const KernelBothWays y = { { NULL, level, { 0 } }, { season_y, change, { 0 } } };
  const KernelLinkage found = {
    .n_used = N,
    .level = { 0, row->r, 9, 0.01 },
    .change = { 0, row->r, 9, 0.01 },
  };

  make_season (row->season_x, season_x);
  make_season (row->season_y, season_y);
  make_season (0, scores);
  make_link (row->level, level);
  make_link (row->change, change);
  assert_int_equal (kernel_linkage_season (N, row->season, row->n_taken, &x, &y, &found),
                    row->found);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (rules)];

  add_rows (tests, holds_to_a_season, rules, LENGTH (rules), sizeof *rules);

  return cmocka_run_group_tests_name ("kernel/linkage-season", tests, NULL, NULL);
}
