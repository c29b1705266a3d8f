/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/panel-permutation.h"

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <stdbool.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST_PLACES 30
#define MOST_PERIODS 60

/* Of x[i] = ((37 i² + 7919 i) mod 101) / 10 and y = mix x + ((37 i² + 5003 i) mod 97) / 10:
 * every order, by itertools.permutations of Python.
 */
static const struct known {
  const char *label;
  size_t n_places, n_periods;
  double mix;
  size_t regions[6];
  bool has_regions;
  size_t n_orders;
  double slope, r, chance, smallest;
} known[] = {
  { "five places",
    5,
    8,
    0,
    { 0 },
    false,
    120,
    0.0358490773145802,
    0.0379526905178139,
    0.858333333333333,
    0.5527114512931954 },
  { "six places",
    6,
    4,
    0,
    { 0 },
    false,
    720,
    0.0991046846752832,
    0.0909490227870302,
    0.768055555555556,
    0.7240557349158888 },
  { "six places that go together",
    6,
    10,
    0.8,
    { 0 },
    false,
    720,
    0.699118351382063,
    0.612537411511742,
    0.00138888888888889,
    0.5229096039094985 },
  { "five places that go apart",
    5,
    12,
    -0.6,
    { 0 },
    false,
    120,
    -0.639775346332844,
    -0.529362163504958,
    0.00833333333333333,
    0.45877005402840093 },
  { "six in two regions",
    6,
    6,
    0.3,
    { 0, 0, 1, 1, 1, 0 },
    true,
    36,
    0.270672714427353,
    0.276724063790231,
    0.138888888888889,
    0.479962362351083 },
};

static void
fill (size_t n, double mix, double *x, double *y)
{
  for (size_t i = 0; i < n; i++) {
    x[i] = (double) ((i * i * 37 + i * 7919) % 101) / 10;
    y[i] = mix * x[i] + (double) ((i * i * 37 + i * 5003) % 97) / 10;
  }
}

static void
gives_known_chance (void **state)
{
  const struct known *row = *state;
  static double work[KERNEL_PANEL_WORK (6, 12)];
  double x[72], y[72];
  size_t order[6];
  KernelPanel found;

  fill (row->n_places * row->n_periods, row->mix, x, y);
  assert_int_equal (kernel_panel_permutation (row->n_places, row->n_periods, x, y,
                                              row->has_regions ? row->regions : NULL, 999, 1, work,
                                              order, &found),
                    KERNEL_OK);
  assert_near (found.slope, row->slope, 1e-13);
  assert_near (found.r, row->r, 1e-13);
  assert_int_equal (found.n_orders, row->n_orders);
  assert_near (found.chance, row->chance, 1e-14);
  assert_near (found.smallest, row->smallest, 1e-13);
}

typedef struct {
  double x[MOST_PLACES * MOST_PERIODS], y[MOST_PLACES * MOST_PERIODS];
  double work[KERNEL_PANEL_WORK (MOST_PLACES, MOST_PERIODS)];
  size_t order[MOST_PLACES], regions[MOST_PLACES];
} Panel;

/* A shock that all share, and what each place is used to, change nothing. */
static void
passes_over_what_all_share (void **state)
{
  static Panel panel;
  const size_t n = MOST_PLACES * MOST_PERIODS;
  uint64_t seed = 5;
  KernelPanel one, other;

  (void) state;
  kernel_random_normal (&seed, n, panel.x);
  kernel_random_normal (&seed, n, panel.y);
  assert_int_equal (kernel_panel_permutation (MOST_PLACES, MOST_PERIODS, panel.x, panel.y, NULL,
                                              999, 7, panel.work, panel.order, &one),
                    KERNEL_OK);
  for (size_t i = 0; i < n; i++) {
    const size_t t = i % MOST_PERIODS, g = i / MOST_PERIODS;

    panel.x[i] += (t > 20 && t < 24 ? 9 : 0) + (double) (g * g);
    panel.y[i] += (t > 20 && t < 24 ? 9 : 0) - 3 * (double) g;
  }
  assert_int_equal (kernel_panel_permutation (MOST_PLACES, MOST_PERIODS, panel.x, panel.y, NULL,
                                              999, 7, panel.work, panel.order, &other),
                    KERNEL_OK);
  assert_near (other.r, one.r, 1e-12);
  assert_near (other.chance, one.chance, 0);
  assert_int_equal (one.n_orders, 1000);
  assert_true (one.chance > 0.1);
}

/* Half of what moves one figure moves the other: no order of the places does as much. */
static void
finds_a_link_of_many_places (void **state)
{
  static Panel panel;
  const size_t n = MOST_PLACES * MOST_PERIODS;
  uint64_t seed = 5;
  KernelPanel found;

  (void) state;
  kernel_random_normal (&seed, n, panel.x);
  kernel_random_normal (&seed, n, panel.y);
  for (size_t i = 0; i < n; i++)
    panel.y[i] += panel.x[i] / 2;
  for (size_t g = 0; g < MOST_PLACES; g++)
    panel.regions[g] = g % 3;
  for (int by_region = 0; by_region < 2; by_region++) {
    assert_int_equal (kernel_panel_permutation (MOST_PLACES, MOST_PERIODS, panel.x, panel.y,
                                                by_region ? panel.regions : NULL, 999, 7,
                                                panel.work, panel.order, &found),
                      KERNEL_OK);
    assert_near (found.chance, 0.001, 1e-15);
    assert_near (found.slope, 0.5, 0.1);
    assert_true (found.smallest > 0.06 && found.smallest < 0.2);
    for (size_t g = 0; g < MOST_PLACES && by_region; g++)
      assert_int_equal (panel.order[g] % 3, g % 3);
  }
}

static void
refuses_what_it_cannot_look_at (void **state)
{
  static double work[KERNEL_PANEL_WORK (6, 12)];
  double x[72], y[72];
  size_t order[6];
  KernelPanel found;

  (void) state;
  fill (72, 0, x, y);
  assert_int_equal (kernel_panel_permutation (4, 12, x, y, NULL, 9, 1, work, order, &found),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_panel_permutation (6, 1, x, y, NULL, 9, 1, work, order, &found),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_panel_permutation (6, 12, x, y, NULL, KERNEL_PANEL_MOST_DRAWS + 1, 1,
                                              work, order, &found),
                    KERNEL_ERR_PARAMETER);
  y[71] = NAN;
  assert_int_equal (kernel_panel_permutation (6, 12, x, y, NULL, 9, 1, work, order, &found),
                    KERNEL_ERR_DOMAIN);
  for (size_t i = 0; i < 72; i++)
    y[i] = (double) (i % 12);
  assert_int_equal (kernel_panel_permutation (6, 12, x, y, NULL, 9, 1, work, order, &found),
                    KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 3] = {
    cmocka_unit_test (passes_over_what_all_share),
    cmocka_unit_test (finds_a_link_of_many_places),
    cmocka_unit_test (refuses_what_it_cannot_look_at),
  };

  add_rows (tests + 3, gives_known_chance, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/panel-permutation", tests, NULL, NULL);
}
