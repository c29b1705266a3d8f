/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/loess.h"
#include "support/loess-by-hand.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define N 67

/* Against a fit of normal equations at every point, written apart from the kernel. */
static const struct shape {
  const char *label;
  size_t n, window;
  int degree;
  size_t jump;
  unsigned every; /* one value in so many is missing; 0 for none */
} shapes[] = {
  { "level", N, 9, 0, 1, 0 },
  { "line", N, 9, 1, 1, 0 },
  { "line of three points", N, 3, 1, 1, 0 },
  { "line with gaps", N, 9, 1, 1, 4 },
  { "level with gaps", N, 7, 0, 1, 3 },
  { "window as long as the series", N, N, 1, 1, 0 },
  { "window longer than the series", N, 3 * N, 1, 1, 0 },
  { "window longer, with gaps", N, 3 * N, 0, 1, 5 },
  { "two points", 2, 5, 0, 1, 0 },
  { "every second point", N, 13, 1, 2, 0 },
  { "every third point", N - 1, 13, 1, 3, 0 },
  { "every third point with gaps", N, 13, 0, 3, 6 },
  { "a window that stays for the last point", 64, 5, 1, 4, 0 },
  { "jump past the end", N, 13, 1, 500, 0 },
};

static void
make_values (double *values, double *weights, size_t n, unsigned every)
{
  unsigned state = 12345;

  for (size_t i = 0; i < n; i++) {
    state = state * 1103515245u + 12345u;
    values[i] = 10 * sin ((double) i / 7) + (double) (state >> 16 & 255) / 64;
    weights[i] = 1;
    if (every && i % every == every - 1) {
      values[i] = NAN;
      weights[i] = 0;
    }
  }
}

static void
is_what_normal_equations_give (void **state)
{
  const struct shape *row = *state;
  const KernelLoess how = { row->window, row->degree, row->jump };
  double values[N], weights[N], work[6 * N], smooth[N], want[N];

  assert_int_equal (kernel_loess_work_size (N), LENGTH (work));
  make_values (values, weights, row->n, row->every);
  loess_by_hand (row->n, 1, values, weights, row->window, row->degree, row->jump, want);
  assert_int_equal (kernel_loess (row->n, values, row->every ? weights : NULL, &how, work, smooth),
                    KERNEL_OK);
  for (size_t i = 0; i < row->n; i++)
    assert_near (smooth[i], want[i], 1e-12);
}

/* Lanes of two lengths, folded, at the ends and beyond them. */
static void
keeps_lanes_apart (void **state)
{
  enum {
    LANES = 4
  };
  const KernelLoess how = { 5, 1, 1 };
  double values[N], weights[N], work[6 * N], smooth[N + 2 * LANES], lane[N], own[N], alone[6 * N];

  (void) state;
  make_values (values, weights, N, 0);
  kernel_loess_lanes (N, LANES, values, NULL, &how, true, work, smooth);
  for (size_t k = 0; k < LANES; k++) {
    size_t n = 0;

    for (size_t i = k; i < N; i += LANES)
      lane[n++] = values[i];
    assert_int_equal (kernel_loess (n, lane, NULL, &how, alone, own), KERNEL_OK);
    for (size_t i = 0; i < n; i++)
      assert_near (smooth[(i + 1) * LANES + k], own[i], 1e-13);
    assert_near (smooth[k], loess_by_hand_at (n, 1, lane, weights, 5, 1, -1, 0, 4), 1e-12);
    assert_near (smooth[(n + 1) * LANES + k],
                 loess_by_hand_at (n, 1, lane, weights, 5, 1, (double) n, n - 5, n - 1), 1e-12);
  }
}

/* A straight line is its own fit, however much of it is missing. */
static void
looks_wider_where_nothing_was_observed (void **state)
{
  const KernelLoess how = { 5, 1, 1 };
  double values[N], weights[N], work[6 * N], smooth[N];

  (void) state;
  for (size_t i = 0; i < N; i++) {
    const bool is_there = i < 9 || i > 50;
    values[i] = is_there ? 2 - 3 * (double) i : NAN;
    weights[i] = is_there;
  }
  assert_int_equal (kernel_loess (N, values, weights, &how, work, smooth), KERNEL_OK);
  for (size_t i = 0; i < N; i++)
    assert_true (isfinite (smooth[i]));
  assert_near (smooth[30], 2 - 3 * 30.0, 1e-9);
  assert_near (smooth[10], 2 - 3 * 10.0, 1e-9);
}

/* Only as wide as it takes, and as narrow as before afterwards. */
static void
looks_no_wider_than_it_must (void **state)
{
  const KernelLoess how = { 5, 1, 1 };
  double values[N], weights[N], work[6 * N], smooth[N];

  (void) state;
  for (size_t i = 0; i < N; i++) {
    const bool is_there = i < 9 || i > 40;
    values[i] = !is_there ? NAN : i < 9 ? (double) (i * i) : 1e6 * sin ((double) i);
    weights[i] = is_there;
  }
  assert_int_equal (kernel_loess (N, values, weights, &how, work, smooth), KERNEL_OK);
  assert_true (fabs (smooth[16]) < 1000);
  for (size_t i = 43; i < 60; i++)
    assert_near (smooth[i],
                 loess_by_hand_at (N, 1, values, weights, 5, 1, (double) i, i - 2, i + 2), 1e-8);
}

/* Beyond an end without any weight the fit of the end stands. */
static void
goes_on_beyond_an_end_without_weight (void **state)
{
  const KernelLoess how = { 3, 1, 1 };
  const double values[] = { NAN, NAN, NAN, 4, 5, 6, NAN, NAN, NAN };
  const double weights[] = { 0, 0, 0, 1, 1, 1, 0, 0, 0 };
  double work[54], smooth[11];

  (void) state;
  kernel_loess_lanes (9, 1, values, weights, &how, true, work, smooth);
  for (size_t i = 0; i < 11; i++)
    assert_true (isfinite (smooth[i]));
  assert_near (smooth[0], smooth[1], 0);
  assert_near (smooth[10], smooth[9], 0);
}

/* A value far off with no weight of its own says nothing; alone in its window it stays. */
static void
heeds_weights (void **state)
{
  const KernelLoess how = { 5, 0, 1 };
  double values[N], weights[N], work[6 * N], smooth[N];

  (void) state;
  for (size_t i = 0; i < N; i++) {
    values[i] = i == 20 ? 1e6 : 7;
    weights[i] = i == 20 ? 0 : 1;
  }
  assert_int_equal (kernel_loess (N, values, weights, &how, work, smooth), KERNEL_OK);
  for (size_t i = 0; i < N; i++)
    assert_near (smooth[i], 7, 1e-12);

  for (size_t i = 14; i < 27; i++)
    weights[i] = 0;
  assert_int_equal (kernel_loess (N, values, weights, &how, work, smooth), KERNEL_OK);
  assert_near (smooth[20], 1e6, 0);
  assert_near (smooth[19], 7, 1e-12);
}

static const struct refused {
  const char *label;
  KernelLoess how;
  double value, weight;
  KernelStatus status;
} refused[] = {
  { "refuses an even window", { 4, 1, 1 }, 1, 1, KERNEL_ERR_PARAMETER },
  { "refuses a window of one", { 1, 1, 1 }, 1, 1, KERNEL_ERR_PARAMETER },
  { "refuses a degree of two", { 5, 2, 1 }, 1, 1, KERNEL_ERR_PARAMETER },
  { "refuses a degree below none", { 5, -1, 1 }, 1, 1, KERNEL_ERR_PARAMETER },
  { "refuses no jump", { 5, 1, 0 }, 1, 1, KERNEL_ERR_PARAMETER },
  { "refuses an infinite value", { 5, 1, 1 }, INFINITY, 1, KERNEL_ERR_DOMAIN },
  { "refuses a missing value that weighs", { 5, 1, 1 }, NAN, 1, KERNEL_ERR_DOMAIN },
  { "refuses a weight below 0", { 5, 1, 1 }, 1, -1, KERNEL_ERR_DOMAIN },
  { "refuses a weight that is none", { 5, 1, 1 }, 1, NAN, KERNEL_ERR_DOMAIN },
  { "refuses nothing", { 5, 1, 1 }, 1, 0, KERNEL_ERR_TOO_SHORT },
};

static void
refuses_and_leaves_output_alone (void **state)
{
  const struct refused *row = *state;
  const double values[] = { row->value, 1, row->value };
  const double weights[] = { row->weight, row->weight, row->weight };
  double work[18], smooth[] = { -7, -7, -7 };

  assert_int_equal (kernel_loess (3, values, weights, &row->how, work, smooth), row->status);
  assert_near (smooth[0], -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (shapes) + LENGTH (refused) + 5];
  size_t n = 0;

  n += add_rows (&tests[n], is_what_normal_equations_give, shapes, LENGTH (shapes), sizeof *shapes);
  n += add_rows (&tests[n], refuses_and_leaves_output_alone, refused, LENGTH (refused),
                 sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (keeps_lanes_apart);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (looks_wider_where_nothing_was_observed);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (looks_no_wider_than_it_must);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (goes_on_beyond_an_end_without_weight);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (heeds_weights);

  return cmocka_run_group_tests_name ("kernel/loess", tests, NULL, NULL);
}
