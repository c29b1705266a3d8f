/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/linkage.h"

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 60

/* Degrees of freedom, the longest lag, and bounds of a correlation: numpy 1.24, from the
 * formulae of Fisher.
 */
static const struct bounds {
  const char *label;
  double r;
  size_t freedom, most_lag;
  double low, high, smallest;
} bounds[] = {
  { "chickens", 0.5522303617287185, 47, 3, 0.320853596829643, 0.721406128055709, 0.42362081547589 },
  { "the other way", -0.3, 18, 1, -0.65550416103729, 0.164346125794261, 0.589166626030777 },
  { "all but the same", 0.9999, 5, 0, 0.992922257667528, 0.999859081044412, 0.846146316114652 },
  { "no freedom left", 0.2, 1, 2, -0.942197027157889, 0.973890566832308, 0.994580086334059 },
};

static void
gives_known_bounds (void **state)
{
  const struct bounds *row = *state;
  KernelLinkage found = { .level = { 0, row->r, row->freedom, 0.5 } };

  kernel_linkage_bound (row->most_lag, &found);
  assert_near (found.low, row->low, 1e-13);
  assert_near (found.high, row->high, 1e-13);
  assert_near (found.smallest, row->smallest, 1e-13);
}

/* The rule, case by case. */
static const struct rule {
  const char *label;
  KernelLinkage found;
  KernelLinkageVerdict verdict;
} rules[] = {
  { "both routes", { .n_used = 36, .level = { 1, .6, 20, .09 }, .change = { 2, .5, 20, .1 } }, 1 },
  { "the series alone",
    { .n_used = 36,
      .level = { 1, .6, 20, .01 },
      .change = { 1, .5, 20, .11 },
      .low = .2,
      .high = .8 },
    0 },
  { "changes alone",
    { .n_used = 36,
      .level = { 1, .6, 20, .11 },
      .change = { 1, .5, 20, .01 },
      .low = .2,
      .high = .8 },
    0 },
  { "directions apart",
    { .n_used = 36,
      .level = { 1, .6, 20, .01 },
      .change = { 1, -.5, 20, .01 },
      .low = .2,
      .high = .8 },
    0 },
  { "lags apart",
    { .n_used = 36,
      .level = { 3, .6, 20, .01 },
      .change = { 1, .5, 20, .01 },
      .low = .2,
      .high = .8 },
    0 },
  { "lags apart the other way",
    { .n_used = 36,
      .level = { 0, .6, 20, .01 },
      .change = { 2, .5, 20, .01 },
      .low = .2,
      .high = .8 },
    0 },
  { "the last of few",
    { .n_used = 23,
      .level = { 1, .6, 20, .06 },
      .change = { 1, .5, 20, .06 },
      .low = .2,
      .high = .8 },
    0 },
  { "few, and clear",
    { .n_used = 23, .level = { 1, .6, 20, .05 }, .change = { 1, .5, 20, .05 } },
    1 },
  { "the first of enough",
    { .n_used = 24, .level = { 1, .6, 20, .06 }, .change = { 1, .5, 20, .06 } },
    1 },
  { "a hundred", { .n_used = 100, .level = { 1, .6, 20, .06 }, .change = { 1, .5, 20, .06 } }, 1 },
  { "more",
    { .n_used = 101,
      .level = { 1, .6, 20, .06 },
      .change = { 1, .5, 20, .06 },
      .low = .2,
      .high = .8 },
    0 },
  { "none strong",
    { .n_used = 60,
      .level = { 1, .1, 40, .9 },
      .change = { 1, .1, 40, .9 },
      .low = -.2,
      .high = .4,
      .smallest = .45 },
    2 },
  { "strong may be",
    { .n_used = 60,
      .level = { 1, .1, 40, .9 },
      .change = { 1, .1, 40, .9 },
      .low = -.2,
      .high = .5,
      .smallest = .45 },
    0 },
  { "strong the other way may be",
    { .n_used = 60,
      .level = { 1, .1, 40, .9 },
      .change = { 1, .1, 40, .9 },
      .low = -.5,
      .high = .4,
      .smallest = .45 },
    0 },
  { "strong would be missed",
    { .n_used = 60,
      .level = { 1, .1, 40, .9 },
      .change = { 1, .1, 40, .9 },
      .low = -.2,
      .high = .4,
      .smallest = .5 },
    0 },
};

static void
judges_by_the_rule (void **state)
{
  const struct rule *row = *state;

  assert_int_equal (kernel_linkage_judge (&row->found), row->verdict);
}

/* Innovations of -1 and 1 by turns, and some further out, in spreads of 1.4826; the median is 0. */
static const struct far {
  const char *label;
  size_t n, x_at, y_at;
  double x, y;
  size_t n_shocks;
} fars[] = {
  { "both in one period", 40, 21, 21, 3.8, 3.8, 1 },
  { "one period before", 40, 21, 20, 3.8, -3.8, 1 },
  { "one period after", 40, 21, 22, 3.8, -3.8, 1 },
  { "two periods after", 40, 21, 23, 3.8, 3.8, 0 },
  { "one alone", 40, 21, 21, 3.8, 1, 0 },
  { "the other alone", 40, 21, 21, 1, 3.8, 0 },
  { "not far", 40, 21, 21, 3.6, 3.8, 0 },
  { "not far of the other", 40, 21, 21, 3.8, 3.6, 0 },
  { "not far of more", 36, 21, 21, 3.6, 3.6, 0 },
  { "far of few", 34, 21, 21, 3.4, 3.4, 1 },
  { "not far of few", 34, 21, 21, 3.3, 3.4, 0 },
  { "the first period", 40, 0, 1, -3.8, 3.8, 1 },
  { "the last period", 40, 39, 38, 3.8, -3.8, 1 },
};

static void
finds_shocks (void **state)
{
  const struct far *row = *state;
  double x[N], y[N], nothing[N], scores[N], work[4 * N];
  size_t shocks[KERNEL_BASIS_MOST_EVENTS];

  for (size_t i = 0; i < row->n; i++) {
    x[i] = y[i] = nothing[i] = i % 2 ? 1 : -1;
    scores[i] = 0;
  }
  x[row->x_at] = row->x;
  y[row->y_at] = row->y;
  for (int way = 0; way < 2; way++) {
    const KernelWhitened none = { nothing, scores, { 0 } };
    const KernelWhitened of_x = { x, scores, { 0 } }, of_y = { y, scores, { 0 } };
    const KernelBothWays both_x = { way ? none : of_x, way ? of_x : none };
    const KernelBothWays both_y = { way ? none : of_y, way ? of_y : none };

    assert_int_equal (kernel_linkage_shocks (row->n, &both_x, &both_y, work, shocks),
                      row->n_shocks);
    if (row->n_shocks > 0)
      assert_int_equal (shocks[0], row->x_at);
  }
}

typedef struct {
  double x[N], y[N];
} Pair;

/* A service whose outcome follows two months later, and closely. */
static Pair
make (uint64_t seed, double rho)
{
  double noise[N + 2], other[N];
  Pair pair;

  kernel_random_normal (&seed, N + 2, noise);
  kernel_random_normal (&seed, N, other);
  for (size_t i = 0; i < N; i++) {
    pair.x[i] = noise[i + 2] + (i > 0 ? 0.5 * pair.x[i - 1] : 0);
    pair.y[i] = rho * noise[i] + sqrt (1 - rho * rho) * other[i] + 0.1 * (double) i +
                2 * (double) (i % 12 == 3);
  }

  return pair;
}

static KernelLinkage
look (const KernelLinkageAsked *asked, const double *x, const double *y)
{
  double work[KERNEL_LINKAGE_WORK (N)];
  int64_t order[2 * N];
  KernelLinkage found;

  assert_int_equal (kernel_linkage (asked, x, y, work, order, &found), KERNEL_OK);

  return found;
}

static void
finds_what_follows (void **state)
{
  const KernelLinkageAsked asked = { .n = N, .season = 12, .most_lag = 3 };
  const Pair pair = make (7, 0.9);
  const KernelLinkage found = look (&asked, pair.x, pair.y);

  (void) state;
  assert_int_equal (found.verdict, KERNEL_LINKAGE_MOVES_WITH);
  assert_int_equal (found.n_used, N);
  assert_int_equal (found.level.lag, 2);
  assert_int_equal (found.change.lag, 2);
  assert_true (found.level.r > 0.6 && found.low < found.level.r && found.level.r < found.high);
  assert_int_equal (found.n_shocks, 0);
}

/* Other units, and what moves the other way. */
static void
depends_on_no_unit (void **state)
{
  const KernelLinkageAsked asked = { .n = N, .season = 12, .most_lag = 3 };
  const Pair pair = make (7, 0.9);
  const KernelLinkage found = look (&asked, pair.x, pair.y);
  Pair other;
  KernelLinkage again;

  (void) state;
  for (size_t i = 0; i < N; i++) {
    other.x[i] = 1000 + 250 * pair.x[i] - 4 * (double) i;
    other.y[i] = 3 - 0.01 * pair.y[i];
  }
  again = look (&asked, other.x, other.y);
  assert_int_equal (again.verdict, KERNEL_LINKAGE_MOVES_WITH);
  assert_near (again.level.r, -found.level.r, 1e-10);
  assert_near (again.change.chance, found.change.chance, 1e-10);
  assert_near (again.low, -found.high, 1e-10);
}

static void
tells_of_nothing_strong (void **state)
{
  const KernelLinkageAsked asked = { .n = N, .season = 1, .most_lag = 0 };
  const Pair pair = make (11, 0);
  const KernelLinkage found = look (&asked, pair.x, pair.y);

  (void) state;
  assert_int_equal (found.verdict, KERNEL_LINKAGE_NONE_STRONG);
  assert_true (found.smallest < 0.5 && found.low > -0.5 && found.high < 0.5);
}

static void
cannot_tell_of_few (void **state)
{
  const KernelLinkageAsked asked = { .n = 12, .season = 12, .most_lag = 1 };
  const Pair pair = make (11, 0);
  const KernelLinkage found = look (&asked, pair.x, pair.y);

  (void) state;
  assert_int_equal (found.verdict, KERNEL_LINKAGE_CANNOT_TELL);
  assert_true (found.smallest > 0.7);
}

/* One event that moved both is said to be that, and declaring it has the same end. */
static void
is_silenced_by_one_event (void **state)
{
  static const size_t events[] = { 30, 31, 32 };
  KernelLinkageAsked asked = { .n = N, .season = 12, .most_lag = 3 };
  Pair pair = make (4, 0);
  KernelLinkage found;

  (void) state;
  for (size_t i = 30; i < 33; i++) {
    pair.x[i] += 9;
    pair.y[i] += 9;
  }
  found = look (&asked, pair.x, pair.y);
  assert_int_equal (found.verdict, KERNEL_LINKAGE_CANNOT_TELL);
  assert_true (found.level.chance < 0.05 && found.change.chance < 0.05);
  assert_true (found.n_shocks >= 3);
  assert_int_equal (found.shocks[0], 30);
  assert_int_equal (found.shocks[1], 32);
  assert_int_equal (found.shocks[2], 33);
  asked.n_events = 3;
  asked.events = events;
  found = look (&asked, pair.x, pair.y);
  assert_true (found.verdict != KERNEL_LINKAGE_MOVES_WITH);
  assert_int_equal (found.n_shocks, 0);
}

/* What is there besides the event is found all the same. */
static void
finds_what_follows_beside_an_event (void **state)
{
  const KernelLinkageAsked asked = { .n = N, .season = 12, .most_lag = 3 };
  Pair pair = make (7, 0.95);
  KernelLinkage found;

  (void) state;
  pair.x[40] += 12;
  pair.y[40] += 12;
  found = look (&asked, pair.x, pair.y);
  assert_int_equal (found.verdict, KERNEL_LINKAGE_MOVES_WITH);
  assert_int_equal (found.n_shocks, 0);
}

static double
of_month (size_t i)
{
  return (double) ((i % 12) * (i % 12) * 5 % 13);
}

/* Months whose levels jump about, the same every year and in both, and nothing else in common. */
static void
is_silenced_by_a_season (void **state)
{
  static const struct {
    size_t n;
    KernelLinkageSeason season;
  } lengths[] = {
    { 18, KERNEL_LINKAGE_UNDER_TWO_SEASONS },
    { 24, KERNEL_LINKAGE_IN_SEASON },
    { 35, KERNEL_LINKAGE_IN_SEASON },
    { 36, KERNEL_LINKAGE_BESIDE_SEASON },
  };
  Pair pair = make (11, 0);

  (void) state;
  for (size_t i = 0; i < N; i++) {
    pair.x[i] += 3 * of_month (i);
    pair.y[i] += 3 * of_month (i);
  }
  for (size_t k = 0; k < LENGTH (lengths); k++) {
    const KernelLinkageAsked asked = { .n = lengths[k].n, .season = 12, .most_lag = 1 };
    const KernelLinkage found = look (&asked, pair.x, pair.y);

    assert_int_equal (found.verdict, KERNEL_LINKAGE_CANNOT_TELL);
    assert_int_equal (found.season, lengths[k].season);
  }
}

/* A link that is there from one year to the next as well; of two years two waves are taken off, and
 * are no season that is left.
 */
static void
finds_what_follows_beside_a_season (void **state)
{
  static const struct {
    uint64_t seed;
    size_t n;
    double rho, season;
  } links[] = { { 7, 34, 0.95, 0.5 }, { 12, 24, 0.9, 0.3 } };

  (void) state;
  for (size_t k = 0; k < LENGTH (links); k++) {
    const KernelLinkageAsked asked = { .n = links[k].n, .season = 12, .most_lag = 3 };
    Pair pair = make (links[k].seed, links[k].rho);
    KernelLinkage found;

    for (size_t i = 0; i < N; i++) {
      pair.x[i] += links[k].season * of_month (i);
      pair.y[i] += links[k].season * of_month (i + 10);
    }
    found = look (&asked, pair.x, pair.y);
    assert_int_equal (found.verdict, KERNEL_LINKAGE_MOVES_WITH);
    assert_int_equal (found.season, KERNEL_LINKAGE_BESIDE_SEASON);
  }
}

static void
passes_over_periods_that_are_missing (void **state)
{
  uint8_t used[N];
  const KernelLinkageAsked asked = { .n = N, .used = used, .season = 12, .most_lag = 3 };
  Pair pair = make (7, 0.95);
  KernelLinkage found;

  (void) state;
  memset (used, 1, sizeof used);
  used[10] = used[44] = 0;
  pair.x[10] = pair.y[44] = NAN;
  found = look (&asked, pair.x, pair.y);
  assert_int_equal (found.n_used, N - 2);
  assert_int_equal (found.verdict, KERNEL_LINKAGE_MOVES_WITH);
  assert_int_equal (found.level.lag, 2);
}

static void
refuses_what_it_cannot_look_at (void **state)
{
  static const size_t beyond = N;
  KernelLinkageAsked asked = { .n = 11, .season = 1, .most_lag = 1 };
  double work[KERNEL_LINKAGE_WORK (N)], flat[N], line[N];
  int64_t order[2 * N];
  Pair pair = make (7, 0);
  KernelLinkage found;

  (void) state;
  for (size_t i = 0; i < N; i++) {
    flat[i] = (double) (i % 3);
    line[i] = (double) i;
  }
  assert_int_equal (kernel_linkage (&asked, pair.x, pair.y, work, order, &found),
                    KERNEL_ERR_TOO_SHORT);
  asked.n = N;
  assert_int_equal (kernel_linkage (&asked, pair.x, flat, work, order, &found), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_linkage (&asked, flat, pair.y, work, order, &found), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_linkage (&asked, pair.x, line, work, order, &found), KERNEL_ERR_DOMAIN);
  asked.n_events = 1;
  asked.events = &beyond;
  assert_int_equal (kernel_linkage (&asked, pair.x, pair.y, work, order, &found),
                    KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  struct CMUnitTest tests[10 + LENGTH (bounds) + LENGTH (rules) + LENGTH (fars)] = {
    cmocka_unit_test (finds_what_follows),
    cmocka_unit_test (depends_on_no_unit),
    cmocka_unit_test (tells_of_nothing_strong),
    cmocka_unit_test (cannot_tell_of_few),
    cmocka_unit_test (is_silenced_by_one_event),
    cmocka_unit_test (finds_what_follows_beside_an_event),
    cmocka_unit_test (is_silenced_by_a_season),
    cmocka_unit_test (finds_what_follows_beside_a_season),
    cmocka_unit_test (passes_over_periods_that_are_missing),
    cmocka_unit_test (refuses_what_it_cannot_look_at),
  };
  size_t n = 10;

  n += add_rows (tests + n, gives_known_bounds, bounds, LENGTH (bounds), sizeof *bounds);
  n += add_rows (tests + n, judges_by_the_rule, rules, LENGTH (rules), sizeof *rules);
  add_rows (tests + n, finds_shocks, fars, LENGTH (fars), sizeof *fars);

  return cmocka_run_group_tests_name ("kernel/linkage", tests, NULL, NULL);
}
