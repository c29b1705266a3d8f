/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/gauss-hermite.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* By hand for one to three; 40-digit roots of the polynomial for five; numpy 1.24's
 * hermite_e.hermegauss() for 41 and 64.
 */
static const struct known {
  const char *label;
  size_t n, at;
  double node, weight, relative;
} known[] = {
  { "one", 1, 0, 0, 1, 0 },
  { "two", 2, 1, 1, 0.5, 1e-15 },
  { "three, outside", 3, 0, -1.73205080756887729, 1 / 6., 2e-15 },
  { "three, inside", 3, 1, 0, 2 / 3., 1e-15 },
  { "five", 5, 3, 1.35562617997426587, 0.22207592200561266, 1e-14 },
  { "41, outside", 41, 40, 11.614937254337464, 2.2578639565831077e-30, 1e-12 },
  { "41, middle", 41, 20, 0, 0.19454502775360044, 1e-13 },
  { "64, outside", 64, 63, 14.886186143339453, 3.1231879651077347e-49, 1e-12 },
  { "64, inside", 64, 32, 0.1955889105672755, 0.15310831636189684, 1e-13 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double nodes[64], weights[64];

  assert_int_equal (kernel_gauss_hermite (row->n, nodes, weights), KERNEL_OK);
  assert_near (nodes[row->at], row->node, 1e-14 * fmax (1, fabs (row->node)));
  assert_near (weights[row->at], row->weight, row->relative * row->weight);
}

/* The even moments of a standard normal deviate are 1, 3, 15, 105, …; the mean of its cosine is
 * exp (-1/2).
 */
static void
takes_means (void **state)
{
  static const size_t counts[] = { 8, 41, 64, 255, KERNEL_MOST_NODES };
  double nodes[KERNEL_MOST_NODES], weights[KERNEL_MOST_NODES];

  (void) state;
  for (size_t k = 0; k < LENGTH (counts); k++) {
    double sums[5] = { 0 }, cosine = 0;

    assert_int_equal (kernel_gauss_hermite (counts[k], nodes, weights), KERNEL_OK);
    for (size_t i = 0; i < counts[k]; i++) {
      for (int power = 0; power < 5; power++)
        sums[power] += weights[i] * pow (nodes[i], 2 * power);
      cosine += weights[i] * cos (nodes[i]);
      assert_true (i == 0 || nodes[i] > nodes[i - 1]);
    }
    assert_near (sums[0], 1, 1e-13);
    assert_near (sums[1], 1, 1e-12);
    assert_near (sums[2], 3, 1e-11);
    assert_near (sums[3], 15, 1e-10);
    assert_near (sums[4], 105, 1e-9);
    assert_near (cosine, exp (-0.5), counts[k] > 8 ? 1e-13 : 1e-6);
  }
}

static void
refuses_none_and_too_many (void **state)
{
  double node, weight;

  (void) state;
  assert_int_equal (kernel_gauss_hermite (0, &node, &weight), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_gauss_hermite (KERNEL_MOST_NODES + 1, &node, &weight),
                    KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2];
  size_t n = 0;

  n += add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (takes_means);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_none_and_too_many);

  return cmocka_run_group_tests_name ("kernel/gauss-hermite", tests, NULL, NULL);
}
