/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/one-break.h"
#include "support/near.h"

#include <stdlib.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* Flow of the Nile at Aswan, 1871 to 1970, in R's datasets, 10^8 m^3 a year. */
static const double nile[] = {
  1120, 1160, 963, 1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994,  1020,
  960,  1180, 799, 958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,
  874,  694,  940, 833,  701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,
  1120, 1100, 832, 764,  821,  768,  845,  864,  862,  698,  845,  744,  796,  1040, 759,
  781,  865,  845, 944,  984,  897,  822,  1010, 771,  676,  649,  846,  812,  742,  801,
  1040, 860,  874, 848,  890,  744,  749,  838,  1050, 918,  986,  797,  923,  975,  815,
  1020, 906,  901, 1170, 912,  746,  919,  718,  714,  740,
};

/* Sums of squares: strucchange 1.5-3 under R 4.2.2, as published for this series. */
static void
finds_the_dam (void **state)
{
  KernelOneBreak found;
  double work[100], chance;

  (void) state;
  assert_int_equal (kernel_one_break (100, nile, 2, &found), KERNEL_OK);
  assert_int_equal (found.at, 28);
  assert_near (found.rss_without, 2835156.75, 1e-8);
  assert_near (found.rss_with, 1597457.1944444445, 1e-8);
  assert_near (found.ratio, 100 * log (2835156.75 / 1597457.1944444445), 1e-9);
  assert_true (found.chance > 4e-5 && found.chance < 7e-5); /* its limit is approached slowly */
  assert_int_equal (kernel_one_break_chance (100, nile, 2, 999, 1, work, &chance), KERNEL_OK);
  assert_near (chance, 0.001, 0);
}

/* The limit as M. Csörgő and L. Horváth (1997) print it, theorem 1.3.1 with d = 1, worked
 * out with R 4.2.2.  (changepoint for R multiplies with the root of pi instead of dividing.)
 */
static void
gives_the_limit (void **state)
{
  static const double values[] = { 1, 2, 1, 3, 2, 1, 2, 3, 2, 1, 3, 4, 2, 3, 4, 3, 2, 4, 3, 2 };
  KernelOneBreak found;

  (void) state;
  assert_int_equal (kernel_one_break (LENGTH (values), values, 2, &found), KERNEL_OK);
  assert_int_equal (found.at, 10);
  assert_near (found.rss_without, 18.8, 1e-12);
  assert_near (found.rss_with, 11.6, 1e-12);
  assert_near (found.chance, 0.1008352147541259, 1e-12);
  assert_int_equal (kernel_one_break (15, values, 2, &found), KERNEL_OK);
  assert_near (found.chance, NAN, 0);
}

/* From the definition, and the limit with d = 2, worked out with R 4.2.2. */
static void
finds_a_change_of_both (void **state)
{
  static const double values[] = { 1, 2, 1, 3, 2, 1, 2, 3, 2, 1, 3, 4, 2, 3, 4, 3, 2, 4, 3, 2 };
  static const double spread[] = { 5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 1, 9, 2, 10, 0, 11, 1, 10 };
  const double constant[] = { 5, 5, 5, 5, 5, 5 };
  KernelOneBreak found;

  (void) state;
  assert_int_equal (kernel_one_break_of_both (20, values, 3, &found), KERNEL_OK);
  assert_int_equal (found.at, 10);
  assert_near (found.ratio, 9.6689331158275778, 1e-12);
  assert_near (found.chance, 0.1785837445361782, 1e-12);
  assert_near (found.rss_without, 18.8, 1e-12);
  assert_near (found.rss_with, 11.6, 1e-12);
  assert_int_equal (kernel_one_break_of_both (18, spread, 2, &found), KERNEL_OK);
  assert_int_equal (found.at, 10);
  assert_true (found.chance < 0.01);
  assert_int_equal (kernel_one_break (18, spread, 2, &found), KERNEL_OK);
  assert_true (found.chance > 0.05);
  assert_int_equal (kernel_one_break_of_both (6, constant, 2, &found), KERNEL_OK);
  assert_near (found.ratio, 0, 1e-9);
  assert_true (isnan (found.chance));
  assert_int_equal (kernel_one_break_of_both (6, constant, 1, &found), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_one_break_of_both (5, constant, 3, &found), KERNEL_ERR_TOO_SHORT);
}

/* Of six orders of two and two, two divide cleanly. */
static void
counts_orders (void **state)
{
  const double values[] = { 0, 0, 1, 1 };
  double work[4], chance;

  (void) state;
  assert_int_equal (kernel_one_break_chance (4, values, 1, 99999, 1, work, &chance), KERNEL_OK);
  assert_near (chance, 1.0 / 3, 0.006);
}

static void
says_nothing_of_a_constant (void **state)
{
  const double values[] = { 5, 5, 5, 5, 5, 5 };
  KernelOneBreak found;
  double work[6], chance;

  (void) state;
  assert_int_equal (kernel_one_break (6, values, 2, &found), KERNEL_OK);
  assert_near (found.ratio, 0, 0);
  assert_int_equal (kernel_one_break_chance (6, values, 2, 99, 1, work, &chance), KERNEL_OK);
  assert_near (chance, 1, 0);
}

/* However far it lies from 0. */
static void
does_not_mind_where_0_is (void **state)
{
  double far[100], work[100], chance;
  KernelOneBreak found;

  (void) state;
  for (size_t i = 0; i < 100; i++)
    far[i] = nile[i] + 1e7;
  assert_int_equal (kernel_one_break (100, far, 2, &found), KERNEL_OK);
  assert_near (found.rss_with, 1597457.1944444445, 1e-4);
  assert_int_equal (kernel_one_break_chance (100, far, 2, 99, 1, work, &chance), KERNEL_OK);
  assert_near (chance, 0.01, 0);
}

static void
keeps_the_ends_whole (void **state)
{
  const double values[] = { 9, 0, 1, 0, 1, 0, 1, 0 };
  KernelOneBreak found;

  (void) state;
  assert_int_equal (kernel_one_break (8, values, 1, &found), KERNEL_OK);
  assert_int_equal (found.at, 1);
  assert_int_equal (kernel_one_break (8, values, 3, &found), KERNEL_OK);
  assert_int_equal (found.at, 3);
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double values[] = { 1, 2, NAN, 4 };
  KernelOneBreak found;
  double work[4], chance;

  (void) state;
  assert_int_equal (kernel_one_break (3, values, 2, &found), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_one_break (4, values, 0, &found), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_one_break (4, values, 2, &found), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_one_break_of_both (4, values, 2, &found), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_one_break_chance (4, values, 2, 9, 1, work, &chance), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_one_break_chance (4, values, 3, 9, 1, work, &chance),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_one_break_chance (4, values, 1, 0, 1, work, &chance),
                    KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (finds_the_dam),
    cmocka_unit_test (gives_the_limit),
    cmocka_unit_test (finds_a_change_of_both),
    cmocka_unit_test (counts_orders),
    cmocka_unit_test (says_nothing_of_a_constant),
    cmocka_unit_test (does_not_mind_where_0_is),
    cmocka_unit_test (keeps_the_ends_whole),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/one-break", tests, NULL, NULL);
}
