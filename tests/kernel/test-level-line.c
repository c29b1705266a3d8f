/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/hampel.h"
#include "kernel/level-line.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 128
#define MOST_SEGMENTS 6

enum {
  LEVEL,
  STEP,
  LINE,
  BROKEN_LINE,
  STEP_AND_SLOPE,
  STAIRS
};

/* The criterion, written down again over every number of units by a plain dynamic
 * programme (NumPy, of 40 units), on noise that anybody can make again.
 */
static const struct known {
  const char *label;
  int shape;
  size_t n, n_clipped, n_units;
  double rss, criterion;
  size_t n_segments;
  KernelSegment segments[MOST_SEGMENTS];
} known[] = {
  { "level of 9", 0, 9, 0, 2, 9, 17.8438258389, 1, { { 0, false } } },
  { "level of 24", 0, 24, 1, 2, 19.9328583497, 21.8196282032, 1, { { 0, false } } },
  { "level of 60", 0, 60, 3, 2, 53.5788171016, 27.9459122353, 1, { { 0, false } } },
  { "level of 121", 0, 121, 7, 2, 104.940135598, 25.250629745, 1, { { 0, false } } },
  { "step of 9", 1, 9, 0, 3, 1.64980652075, 12.4616934267, 1, { { 0, true } } },
  { "step of 24", 1, 24, 1, 3, 14.084417024, 26.5415680474, 1, { { 0, true } } },
  { "step of 60", 1, 60, 3, 3, 22.6191936221, -4.8063721708, 1, { { 0, true } } },
  { "step of 121",
    1,
    121,
    6,
    4,
    51.3147226679,
    -18.7923631577,
    2,
    { { 0, false }, { 60, false } } },
  { "line of 9", 2, 9, 1, 3, 1.28088861391, 10.5411263256, 1, { { 0, true } } },
  { "line of 24", 2, 24, 1, 3, 8.9846911084, 16.4059793484, 1, { { 0, true } } },
  { "line of 60", 2, 60, 3, 3, 16.0318105346, -23.6695007265, 1, { { 0, true } } },
  { "line of 121", 2, 121, 4, 3, 45.6397166249, -51.1667048371, 1, { { 0, true } } },
  { "broken line of 9",
    3,
    9,
    0,
    4,
    0.880535232583,
    16.642617325,
    2,
    { { 0, false }, { 6, false } } },
  { "broken line of 24", 3, 24, 0, 2, 24, 26.1338418966, 1, { { 0, false } } },
  { "broken line of 60",
    3,
    60,
    3,
    5,
    12.223002042,
    -5.33184342719,
    2,
    { { 0, false }, { 13, true } } },
  { "broken line of 121",
    3,
    121,
    6,
    5,
    35.4802402689,
    -40.7423409137,
    2,
    { { 0, false }, { 20, true } } },
  { "step and slope of 9", 4, 9, 0, 3, 0.711177061961, 6.42065263234, 1, { { 0, true } } },
  { "step and slope of 24", 4, 24, 0, 3, 7.31524818234, 11.8754633087, 1, { { 0, true } } },
  { "step and slope of 60", 4, 60, 3, 3, 9.99233505878, -48.4815540395, 1, { { 0, true } } },
  { "step and slope of 121",
    4,
    121,
    6,
    5,
    14.5816002514,
    -133.225734238,
    2,
    { { 0, false }, { 60, true } } },
  { "stairs of 9", 5, 9, 1, 2, 6.70473166125, 15.2834201218, 1, { { 0, false } } },
  { "stairs of 24", 5, 24, 0, 2, 24, 26.1338418966, 1, { { 0, false } } },
  { "stairs of 60", 5, 60, 3, 2, 57.4990721791, 32.0497023441, 1, { { 0, false } } },
  { "stairs of 121",
    5,
    121,
    6,
    12,
    8.73070285175,
    -45.8355096602,
    6,
    { { 0, false }, { 21, false }, { 41, false }, { 61, false }, { 81, false }, { 101, false } } },
};

typedef struct {
  double *work;
  size_t *order;
  KernelSegment *segments;
  KernelLevelLineFit fit;
} Cut;

static Cut
cut (size_t n, const double *values, const double *times, const KernelLevelLineSettings *settings)
{
  Cut self = { .work = calloc (kernel_level_line_n_work (n), sizeof (double)),
               .order = calloc (kernel_level_line_n_order (n), sizeof (size_t)),
               .segments = calloc (n, sizeof (KernelSegment)) };

  assert_int_equal (kernel_level_line (n, values, times, settings, self.work, self.order,
                                       self.segments, &self.fit),
                    KERNEL_OK);

  return self;
}

static void
cut_clear (Cut *self)
{
  free (self->work);
  free (self->order);
  free (self->segments);
}

/* The mean of four draws of a congruential generator, standardised. */
static double
draw (uint32_t *seed)
{
  int total = 0;

  for (int k = 0; k < 4; k++) {
    *seed = (*seed * 1103515245u + 12345u) % 2147483648u;
    total += (int) (*seed >> 16) % 1000;
  }

  return (total - 1998) / 577.0;
}

static double
shape_at (int shape, size_t at, size_t length)
{
  const double i = (double) at, n = (double) length;
  const double third = (double) (length / 3), half = (double) (length / 2);

  switch (shape) {
  case STEP:
    return i >= half ? 2 : 0;
  case LINE:
    return i * 4 / n;
  case BROKEN_LINE:
    return fabs (i - third) * 8 / n;
  case STEP_AND_SLOPE:
    return i < half ? 0 : 3 + (i - half) * 6 / n;
  case STAIRS:
    return (at * 6 / length) % 2 ? 6 : 0;
  default:
    return 0;
  }
}

static void
standardise (size_t n, double *values)
{
  double mean = 0, variance = 0;

  for (size_t i = 0; i < n; i++)
    mean += values[i] / (double) n;
  for (size_t i = 0; i < n; i++)
    variance += (values[i] - mean) * (values[i] - mean) / (double) n;
  for (size_t i = 0; i < n; i++)
    values[i] = (values[i] - mean) / sqrt (variance);
}

static void
make (int shape, size_t n, uint32_t seed, double *values)
{
  for (size_t i = 0; i < n; i++)
    values[i] = shape_at (shape, i, n) + draw (&seed);
  standardise (n, values);
}

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double values[MOST], filtered[MOST];
  size_t n_clipped;

  make (row->shape, row->n, (uint32_t) row->n, values);
  assert_int_equal (kernel_hampel (row->n, values, 3, 3, filtered, NULL, &n_clipped), KERNEL_OK);
  assert_int_equal (n_clipped, row->n_clipped);

  Cut got = cut (row->n, filtered, NULL, &kernel_level_line_default);
  assert_near (got.fit.rss, row->rss, 1e-9);
  assert_near (got.fit.criterion, row->criterion, 1e-9);
  assert_in_range (got.fit.n_passes, 1, 12);
  assert_int_equal (got.fit.n_units, row->n_units);
  assert_int_equal (got.fit.n_segments, row->n_segments);
  for (size_t k = 0; k < row->n_segments; k++) {
    assert_int_equal (got.segments[k].first, row->segments[k].first);
    assert_int_equal (got.segments[k].is_line, row->segments[k].is_line);
  }
  cut_clear (&got);
}

/* Sum of squares around a level and around a line, by definition. */
static double
around (const double *values, const double *times, size_t first, size_t end, bool is_line)
{
  const double m = (double) (end - first);
  double x = 0, t = 0, xt = 0, tt = 0, total = 0;

  for (size_t i = first; i < end; i++) {
    x += values[i] / m;
    t += times[i] / m;
  }
  for (size_t i = first; i < end; i++) {
    xt += (values[i] - x) * (times[i] - t);
    tt += (times[i] - t) * (times[i] - t);
  }
  const double slope = is_line ? xt / tt : 0;
  for (size_t i = first; i < end; i++) {
    const double rest = values[i] - x - slope * (times[i] - t);
    total += rest * rest;
  }

  return total;
}

/* The least criterion over every number of units, with nothing left out. */
static double
least_criterion (size_t n,
                 const double *values,
                 const double *times,
                 const KernelLevelLineSettings *settings)
{
  static double least[3 * MOST + 4][MOST + 1], rests[2][MOST][MOST + 1];
  double best = INFINITY;

  for (size_t first = 0; first < n; first++) {
    for (size_t end = first + 1; end <= n; end++) {
      rests[0][first][end] = around (values, times, first, end, false);
      rests[1][first][end] = end > first + 1 ? around (values, times, first, end, true) : 0;
    }
  }
  for (size_t units = 0; units <= 3 * n; units++) {
    for (size_t end = 0; end <= n; end++) {
      least[units][end] = units == 0 && end == 0 ? 0 : INFINITY;
      for (size_t u = 2; u <= 3 && u <= units; u++) {
        const size_t fewest = u == 2 ? settings->least_level : settings->least_line;
        for (size_t first = 0; first + fewest <= end; first++)
          least[units][end] =
              fmin (least[units][end], least[units - u][first] + rests[u - 2][first][end]);
      }
    }
    best = fmin (best, (double) n * log (least[units][n] / (double) n + settings->floor) +
                           settings->cost * log ((double) n) * (double) units);
  }

  return best;
}

static double
criterion_of (size_t n,
              const double *values,
              const double *times,
              const Cut *cut,
              const KernelLevelLineSettings *settings)
{
  double total = 0, units = 0;

  for (size_t k = 0; k < cut->fit.n_segments; k++) {
    const size_t end = k + 1 < cut->fit.n_segments ? cut->segments[k + 1].first : n;
    total += around (values, times, cut->segments[k].first, end, cut->segments[k].is_line);
    units += cut->segments[k].is_line ? 3 : 2;
  }

  return (double) n * log (total / (double) n + settings->floor) +
         settings->cost * log ((double) n) * units;
}

/* Whatever the shape, the spacing and the settings, nothing that is possible comes out
 * lower, and what is said of the cut is true of it.
 */
static void
agrees_with_trying_everything (void **state)
{
  uint32_t seed = 7;

  (void) state;
  for (size_t round = 0; round < 300; round++) {
    const size_t n = round % 4 ? 2 + round % 35 : 40 + round % 60;
    const KernelLevelLineSettings settings = {
      .floor = round % 3 ? 0.03 : 0.002,
      .cost = 0.1 + 0.8 * (double) (round % 5),
      .least_level = 1 + round % 3 > n ? 1 : 1 + round % 3,
      .least_line = 3 + round % 4,
    };
    double values[MOST], times[MOST];
    const bool is_even = round % 2;

    make ((int) (round % 6), n, (uint32_t) round, values);
    for (size_t i = 0; i < n; i++) {
      times[i] = is_even || i == 0 ? (double) i : times[i - 1] + 1 + fabs (draw (&seed));
      if (round % 5 == 0)
        values[i] = rint (values[i]);
      if (round % 7 == 0)
        values[i] = values[i] * values[i] * values[i];
    }
    Cut got = cut (n, values, is_even ? NULL : times, &settings);
    const double wanted = least_criterion (n, values, times, &settings);
    assert_near (got.fit.criterion, wanted, 1e-9);
    assert_near (criterion_of (n, values, times, &got, &settings), wanted, 1e-9);
    assert_int_equal (got.segments[0].first, 0);
    cut_clear (&got);
  }
}

/* Fifty steps in a thousand points take a hundred units; nothing caps them. */
static void
finds_as_many_as_there_are (void **state)
{
  static double values[1000];

  (void) state;
  for (size_t i = 0; i < LENGTH (values); i++)
    values[i] = (i / 20) % 2 ? 1 : -1;
  Cut got = cut (LENGTH (values), values, NULL, &kernel_level_line_default);
  assert_int_equal (got.fit.n_segments, 50);
  for (size_t k = 0; k < 50; k++)
    assert_int_equal (got.segments[k].first, 20 * k);
  cut_clear (&got);
}

/* The approximation of long series against the exact answer, where both can be had. */
static void
keeps_the_answer_with_few_starts (void **state)
{
  const size_t n = 3000, n_series = getenv ("SCRUTINY_QUICK") ? 2 : 100;
  double *values = calloc (n, sizeof *values);
  KernelLevelLineSettings few = kernel_level_line_default;

  (void) state;
  few.most_starts = 400;
  for (size_t round = 0; round < n_series; round++) {
    uint32_t seed = 1000 + (uint32_t) round;
    const size_t pieces = 1 + round % 20;

    for (size_t i = 0; i < n; i++)
      values[i] = shape_at ((int) (round % 6), i * pieces % n, n) + draw (&seed);
    standardise (n, values);
    Cut exact = cut (n, values, NULL, &kernel_level_line_default);
    Cut thinned = cut (n, values, NULL, &few);
    assert_near (thinned.fit.criterion, exact.fit.criterion, 0);
    assert_int_equal (thinned.fit.n_segments, exact.fit.n_segments);
    for (size_t k = 0; k < exact.fit.n_segments; k++)
      assert_int_equal (thinned.segments[k].first, exact.segments[k].first);
    cut_clear (&exact);
    cut_clear (&thinned);
  }
  free (values);
}

static void
does_not_mind_unit_or_direction (void **state)
{
  double values[60], turned[60];

  (void) state;
  make (STEP_AND_SLOPE, 60, 5, values);
  for (size_t i = 0; i < 60; i++)
    turned[i] = 1e7 - values[i];
  Cut a = cut (60, values, NULL, &kernel_level_line_default);
  Cut b = cut (60, turned, NULL, &kernel_level_line_default);
  assert_int_equal (a.fit.n_segments, b.fit.n_segments);
  assert_near (a.fit.rss, b.fit.rss, 1e-6);
  cut_clear (&a);
  cut_clear (&b);
}

/* The value half-way belongs to either level as well as to the other. */
static void
gives_ties_to_the_earlier_start (void **state)
{
  double values[21];

  (void) state;
  for (size_t i = 0; i < 21; i++)
    values[i] = i < 10 ? -1 : i > 10;
  Cut got = cut (21, values, NULL, &kernel_level_line_default);
  assert_int_equal (got.fit.n_segments, 2);
  assert_int_equal (got.segments[1].first, 10);
  cut_clear (&got);
}

static void
refuses_what_makes_no_sense (void **state)
{
  double values[] = { 1, 2, 3, 4 }, work[8 * 64];
  size_t order[3 * 8];
  KernelSegment segments[4];
  KernelLevelLineFit fit;
  KernelLevelLineSettings settings = kernel_level_line_default;

  (void) state;
  assert_int_equal (kernel_level_line (1, values, NULL, &settings, work, order, segments, &fit),
                    KERNEL_ERR_TOO_SHORT);
  settings.least_level = 5;
  assert_int_equal (kernel_level_line (4, values, NULL, &settings, work, order, segments, &fit),
                    KERNEL_ERR_TOO_SHORT);
  settings = kernel_level_line_default;
  settings.floor = 0;
  assert_int_equal (kernel_level_line (4, values, NULL, &settings, work, order, segments, &fit),
                    KERNEL_ERR_PARAMETER);
  values[2] = NAN;
  assert_int_equal (
      kernel_level_line (4, values, NULL, &kernel_level_line_default, work, order, segments, &fit),
      KERNEL_ERR_DOMAIN);
}

/* A series that never moves is one level, however little the rounding. */
static void
leaves_a_constant_alone (void **state)
{
  double values[50];

  (void) state;
  for (size_t i = 0; i < 50; i++)
    values[i] = 0.1;
  Cut got = cut (50, values, NULL, &kernel_level_line_default);
  assert_int_equal (got.fit.n_segments, 1);
  assert_false (got.segments[0].is_line);
  cut_clear (&got);
}

int
main (void)
{
  static const struct CMUnitTest others[] = {
    cmocka_unit_test (agrees_with_trying_everything),
    cmocka_unit_test (finds_as_many_as_there_are),
    cmocka_unit_test (keeps_the_answer_with_few_starts),
    cmocka_unit_test (does_not_mind_unit_or_direction),
    cmocka_unit_test (gives_ties_to_the_earlier_start),
    cmocka_unit_test (refuses_what_makes_no_sense),
    cmocka_unit_test (leaves_a_constant_alone),
  };
  struct CMUnitTest tests[LENGTH (known) + LENGTH (others)];

  const size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);
  memcpy (tests + n, others, sizeof others);

  return cmocka_run_group_tests_name ("kernel/level-line", tests, NULL, NULL);
}
