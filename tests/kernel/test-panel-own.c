/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/panel-own.h"

#include "support/near.h"

#include <math.h>
#include <string.h>

#define G 3
#define T 8

static void
take_off (size_t season, double *values, double *spreads)
{
  const KernelPanelShape shape = { G, T, season, NULL };
  double work[KERNEL_PANEL_OWN_WORK (G, T)];

  assert_int_equal (kernel_panel_own (&shape, values, spreads, work), KERNEL_OK);
}

/* Levels, lines and quarters of places, and what all share, leave nothing of the one place that has
 * no more than these.
 */
static void
leaves_what_no_place_is_used_to (void **state)
{
  static const double quarters[G][4] = { { 3, -1, 0, 7 }, { 0, 2, -5, 1 }, { 9, 9, 0, -4 } };
  double values[G * T], spreads[G];

  (void) state;
  for (size_t i = 0; i < G * T; i++) {
    const size_t g = i / T, t = i % T;

    values[i] = 10. * (double) g - 2. * (double) (g * t) + quarters[g][t % 4] + (t == 5 ? 6 : 0);
    values[i] += g == 0 && t == 2 ? 4 : 0;
  }
  take_off (4, values, spreads);
  assert_true (spreads[0] > 1);
  assert_near (spreads[1], 0, 0);
  assert_near (spreads[2], 0, 0);
  for (size_t t = 0; t < T; t++)
    assert_near (values[T + t], 0, 0);
}

/* One and two at the ends of four periods, which no line is: by hand. */
static void
brings_places_to_one_spread (void **state)
{
  const KernelPanelShape shape = { G, 4, 1, NULL };
  double values[] = { 1, -1, -1, 1, 0, 0, 0, 0, -20, 20, 20, -20 };
  double spreads[G], work[KERNEL_PANEL_OWN_WORK (G, 4)];

  (void) state;
  assert_int_equal (kernel_panel_own (&shape, values, spreads, work), KERNEL_OK);
  assert_near (spreads[0], 2, 1e-14);
  assert_near (spreads[1], 0, 0);
  assert_near (spreads[2], 40, 1e-13);
  for (size_t t = 0; t < 4; t++) {
    const double sign = t == 0 || t == 3 ? 0.5 : -0.5;

    assert_near (values[t], sign, 1e-14);
    assert_near (values[8 + t], -sign, 1e-14);
  }
}

/* Three times as steep in one place, whose figure goes as far as that of the other in units of
 * its own: (1 + 3) / (1 + 1) where both figures of a place have its spread.
 */
static void
weighs_places_by_their_spreads (void **state)
{
  const KernelPanelShape shape = { 2, 2, 1, NULL };
  const double x[] = { 1, 0, 0, 1 }, y[] = { 1, 0, 0, 1 };
  const double wide_x[] = { 1, 10 }, wide_y[] = { 1, 30 };

  (void) state;
  assert_near (kernel_panel_slope (&shape, x, y, wide_x, wide_y), 2 / (1 + 1. / 3), 1e-15);
  assert_near (kernel_panel_slope (&shape, x, y, (double[]){ 1, 0 }, wide_y), 2, 1e-15);
  assert_near (kernel_panel_slope (&shape, x, y, (double[]){ 0, 0 }, wide_y), NAN, 0);
}

static void
refuses_what_it_cannot_take_off (void **state)
{
  double values[G * T] = { 0 }, spreads[G], work[KERNEL_PANEL_OWN_WORK (G, T)];

  (void) state;
  for (size_t i = 0; i < G * T; i++)
    values[i] = (double) (i * i % 7);
  assert_int_equal (kernel_panel_own (&(KernelPanelShape){ G, 7, 4, NULL }, values, spreads, work),
                    KERNEL_ERR_TOO_SHORT);
  for (size_t i = 0; i < G * T; i++)
    values[i] = 3 * (double) (i % T) + (double) (i / T);
  assert_int_equal (kernel_panel_own (&(KernelPanelShape){ G, T, 1, NULL }, values, spreads, work),
                    KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (leaves_what_no_place_is_used_to),
    cmocka_unit_test (brings_places_to_one_spread),
    cmocka_unit_test (weighs_places_by_their_spreads),
    cmocka_unit_test (refuses_what_it_cannot_take_off),
  };

  return cmocka_run_group_tests_name ("kernel/panel-own", tests, NULL, NULL);
}
