/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/panel-permutation.h"

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#include <math.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST_PLACES 30
#define MOST_PERIODS 60

static const size_t two_regions[] = { 0, 0, 1, 1, 1, 0 };
static const size_t without_two[] = { 0, 1, 2, 3, 5, 6, 7, 8, 10, 11 };

/* Of x[i] = ((37 i² + 7919 i) mod 101) / 10 and y = mix x + ((37 i² + 5003 i) mod 97) / 10, each
 * place some times as wide as the one before: every order, by itertools.permutations of Python,
 * of what numpy.linalg.lstsq and numpy.median leave.
 */
static const struct known {
  const char *label;
  KernelPanelShape shape;
  double mix, widening;
  const size_t *regions;
  size_t n_orders;
  double slope, r, chance, smallest;
} known[] = {
  { .label = "five places",
    .shape = { 5, 8, 1, NULL },
    .mix = 0,
    .widening = 1,
    .n_orders = 120,
    .slope = 0.0358464920856517,
    .r = 0.146751047604851,
    .chance = 0.516666666666667,
    .smallest = 0.486249516415805 },
  { .label = "six places",
    .shape = { 6, 4, 1, NULL },
    .mix = 0,
    .widening = 1,
    .n_orders = 720,
    .slope = 0.0515915538738204,
    .r = 0.039687752706997,
    .chance = 0.833333333333333,
    .smallest = 0.812071507984367 },
  { .label = "six places that go together",
    .shape = { 6, 10, 1, NULL },
    .mix = 0.8,
    .widening = 1,
    .n_orders = 720,
    .slope = 0.664810056693654,
    .r = 0.634794555706306,
    .chance = 0.00277777777777778,
    .smallest = 0.538164953436565 },
  { .label = "five places that go apart",
    .shape = { 5, 12, 1, NULL },
    .mix = -0.6,
    .widening = 1,
    .n_orders = 120,
    .slope = -0.578161117522493,
    .r = -0.593603966923328,
    .chance = 0.00833333333333333,
    .smallest = 0.484264073535729 },
  { .label = "six in two regions",
    .shape = { 6, 6, 1, NULL },
    .mix = 0.3,
    .widening = 1,
    .regions = two_regions,
    .n_orders = 36,
    .slope = 0.129434990571478,
    .r = 0.189025324432414,
    .chance = 0.472222222222222,
    .smallest = 0.565485827062914 },
  { .label = "each place thrice as wide",
    .shape = { 6, 12, 1, NULL },
    .mix = 0.3,
    .widening = 3,
    .n_orders = 720,
    .slope = 0.127411852655393,
    .r = 0.18477703120313,
    .chance = 0.0722222222222222,
    .smallest = 0.284783084750936 },
  { .label = "quarters",
    .shape = { 6, 12, 4, NULL },
    .mix = 0.5,
    .widening = 1,
    .n_orders = 720,
    .slope = 0.370534358934262,
    .r = 0.420783510726573,
    .chance = 0.0111111111111111,
    .smallest = 0.422016923216674 },
  { .label = "quarters, two of them missing",
    .shape = { 6, 10, 4, without_two },
    .mix = 0.5,
    .widening = 1,
    .n_orders = 720,
    .slope = 0.321566192661379,
    .r = 0.341112245842342,
    .chance = 0.109722222222222,
    .smallest = 0.593999329646829 },
  { .label = "three periods",
    .shape = { 6, 3, 1, NULL },
    .mix = 0.5,
    .widening = 1,
    .n_orders = 720,
    .slope = 0.597952191653821,
    .r = 0.525543865535736,
    .chance = 0.0847222222222222,
    .smallest = 0.893552422899808 },
  { .label = "two periods",
    .shape = { 6, 2, 1, NULL },
    .mix = 1,
    .widening = 1,
    .n_orders = 720,
    .slope = 0.114965041872146,
    .r = 1,
    .chance = 0.1,
    .smallest = 1.37565942021996 },
};

static void
fill (const KernelPanelShape *shape, double mix, double widening, double *x, double *y)
{
  for (size_t i = 0; i < shape->n_places * shape->n_periods; i++) {
    const double scale = pow (widening, (double) (i / shape->n_periods));

    x[i] = (double) ((i * i * 37 + i * 7919) % 101) / 10;
    y[i] = scale * (mix * x[i] + (double) ((i * i * 37 + i * 5003) % 97) / 10);
    x[i] *= scale;
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

  fill (&row->shape, row->mix, row->widening, x, y);
  assert_int_equal (
      kernel_panel_permutation (&row->shape, x, y, row->regions, 999, 1, work, order, &found),
      KERNEL_OK);
  assert_near (found.slope, row->slope, 1e-12);
  assert_near (found.r, row->r, 1e-12);
  assert_int_equal (found.n_orders, row->n_orders);
  assert_near (found.chance, row->chance, 1e-14);
  assert_near (found.smallest, row->smallest, 1e-12);
}

typedef struct {
  double x[MOST_PLACES * MOST_PERIODS], y[MOST_PLACES * MOST_PERIODS];
  double work[KERNEL_PANEL_WORK (MOST_PLACES, MOST_PERIODS)];
  size_t order[MOST_PLACES], regions[MOST_PLACES];
} Panel;

static const KernelPanelShape many = { MOST_PLACES, MOST_PERIODS, 12, NULL };

/* A shock that all share, what each place is used to, how it drifts and how wide it goes, and its
 * season in both change nothing.
 */
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
  assert_int_equal (kernel_panel_permutation (&many, panel.x, panel.y, NULL, 999, 7, panel.work,
                                              panel.order, &one),
                    KERNEL_OK);
  for (size_t i = 0; i < n; i++) {
    const size_t t = i % MOST_PERIODS, g = i / MOST_PERIODS;

    const double own = t % 12 == g % 12 ? 5 : 0, line = (double) (g * t) / 20;

    panel.x[i] += (t > 20 && t < 24 ? 9 : 0) + (double) (g * g) + own + line;
    panel.y[i] += (t > 20 && t < 24 ? 9 : 0) - 3 * (double) g + own - line;
  }
  assert_int_equal (kernel_panel_permutation (&many, panel.x, panel.y, NULL, 999, 7, panel.work,
                                              panel.order, &other),
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
    assert_int_equal (kernel_panel_permutation (&many, panel.x, panel.y,
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

/* Of 200 tables with nothing in them but one place that goes a hundred times as far, in both
 * figures; where its size counts, 80 are told of and more.
 */
static void
lets_no_place_decide (void **state)
{
  const KernelPanelShape shape = { 12, 12, 1, NULL };
  static Panel panel;
  uint64_t seed = 8;
  int n_told = 0;

  (void) state;
  for (int k = 0; k < 200; k++) {
    KernelPanel found;

    kernel_random_normal (&seed, 144, panel.x);
    kernel_random_normal (&seed, 144, panel.y);
    for (size_t t = 0; t < 12; t++) {
      panel.x[t] *= 100;
      panel.y[t] *= 100;
    }
    assert_int_equal (kernel_panel_permutation (&shape, panel.x, panel.y, NULL, 199, 7, panel.work,
                                                panel.order, &found),
                      KERNEL_OK);
    n_told += found.chance <= 0.05;
  }
  assert_in_range (n_told, 3, 20);
}

static KernelStatus
look (KernelPanelShape shape, size_t n_draws, const double *x, const double *y)
{
  static double work[KERNEL_PANEL_WORK (6, 12)];
  size_t order[6];
  KernelPanel found;

  return kernel_panel_permutation (&shape, x, y, NULL, n_draws, 1, work, order, &found);
}

static void
refuses_what_it_cannot_look_at (void **state)
{
  const KernelPanelShape whole = { 6, 12, 1, NULL };
  double x[72], y[72];

  (void) state;
  fill (&whole, 0, 1, x, y);
  assert_int_equal (look ((KernelPanelShape){ 4, 12, 1, NULL }, 9, x, y), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (look ((KernelPanelShape){ 6, 1, 1, NULL }, 9, x, y), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (look ((KernelPanelShape){ 6, 7, 4, NULL }, 9, x, y), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (look ((KernelPanelShape){ 6, 8, 4, NULL }, 9, x, y), KERNEL_OK);
  assert_int_equal (look (whole, KERNEL_PANEL_MOST_DRAWS + 1, x, y), KERNEL_ERR_PARAMETER);
  y[71] = NAN;
  assert_int_equal (look (whole, 9, x, y), KERNEL_ERR_DOMAIN);
  for (size_t i = 0; i < 72; i++)
    y[i] = (double) (i % 12);
  assert_int_equal (look (whole, 9, x, y), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 4] = {
    cmocka_unit_test (passes_over_what_all_share),
    cmocka_unit_test (finds_a_link_of_many_places),
    cmocka_unit_test (lets_no_place_decide),
    cmocka_unit_test (refuses_what_it_cannot_look_at),
  };

  add_rows (tests + 4, gives_known_chance, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/panel-permutation", tests, NULL, NULL);
}
