/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random.h"
#include "support/near.h"

#include <string.h>

/* The first numbers of SplitMix64 from 1234567, as its reference code prints them. */
static void
gives_the_published_sequence (void **state)
{
  static const uint64_t wanted[] = { 6457827717110365317u, 3203168211198807973u,
                                     9817491932198370423u, 4593380528125082431u,
                                     16408922859458223821u };
  uint64_t seed = 1234567;

  (void) state;
  for (size_t k = 0; k < 5; k++)
    assert_true (kernel_random_next (&seed) == wanted[k]);
}

static void
draws_each_about_as_often (void **state)
{
  size_t counts[7] = { 0 };
  uint64_t seed = 1;

  (void) state;
  for (size_t k = 0; k < 70000; k++) {
    const size_t drawn = kernel_random_below (&seed, 7);
    assert_in_range (drawn, 0, 6);
    counts[drawn]++;
  }
  for (size_t k = 0; k < 7; k++)
    assert_in_range (counts[k], 9600, 10400);
  assert_int_equal (kernel_random_below (&seed, 1), 0);
}

/* All six orders of three, each about as often. */
static void
shuffles_without_favour (void **state)
{
  size_t counts[27] = { 0 };
  uint64_t seed = 2;

  (void) state;
  for (size_t k = 0; k < 60000; k++) {
    double values[] = { 0, 1, 2 };
    kernel_random_shuffle (&seed, 3, values);
    counts[(size_t) (values[0] * 9 + values[1] * 3 + values[2])]++;
  }
  size_t total = 0;
  for (size_t k = 0; k < 27; k++) {
    total += counts[k];
    if (counts[k])
      assert_in_range (counts[k], 9600, 10400);
  }
  assert_int_equal (total, 60000);
  assert_true (counts[0 * 9 + 1 * 3 + 2] && counts[2 * 9 + 1 * 3 + 0]);
}

/* Mean, variance and the share beyond the quartiles; the same seed gives the same. */
static void
draws_normal_deviates (void **state)
{
  static double values[100000], again[5];
  double mean = 0, squares = 0, beyond = 0;
  uint64_t seed = 3, other = 3;

  (void) state;
  kernel_random_normal (&seed, 100000, values);
  kernel_random_normal (&other, 5, again);
  for (size_t i = 0; i < 5; i++)
    assert_near (again[i], values[i], 0);
  for (size_t i = 0; i < 100000; i++) {
    mean += values[i] / 1e5;
    squares += values[i] * values[i] / 1e5;
    beyond += fabs (values[i]) > 0.6744897501960817;
  }
  assert_near (mean, 0, 0.01);
  assert_near (squares, 1, 0.015);
  assert_near (beyond, 50000, 500);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_the_published_sequence),
    cmocka_unit_test (draws_each_about_as_often),
    cmocka_unit_test (shuffles_without_favour),
    cmocka_unit_test (draws_normal_deviates),
  };

  return cmocka_run_group_tests_name ("kernel/random", tests, NULL, NULL);
}
