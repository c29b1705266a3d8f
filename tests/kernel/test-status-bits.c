/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/gauss-hermite.h"
#include "kernel/status-bits.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define NODES 64

/* Quadrature with 40 digits. */
static const struct bits {
  const char *label;
  size_t n_edges;
  double edges[2], level_deviation;
  double shown, carried, level;
} bits[] = {
  { "the level moves by a quarter of the spread",
    2,
    { -1, 0 },
    0.25,
    1.45846598931651,
    0.0329956741119333,
    0.0437314206251697 },
  { "by half", 2, { -1, 0 }, 0.5, 1.47575395645109, 0.119109521416871, 0.160964047443681 },
  { "by as much", 2, { -1, 0 }, 1, 1.49939354466322, 0.34534619067256, 0.5 },
  { "by twice as much", 2, { -1, 0 }, 2, 1.46489056328358, 0.672890500811867, 1.16096404744368 },
  { "a target far off",
    2,
    { -3, -2 },
    0.5,
    0.244664218696878,
    0.0277106245216151,
    0.160964047443681 },
  { "two statuses", 1, { 0 }, 0.5, 1, 0.0983102823876028, 0.160964047443681 },
  { "a level that stays", 2, { -1, 0 }, 0, 1.450716360227104, 0, 0 },
};

static void
gives_known_bits (void **state)
{
  const struct bits *row = *state;
  const KernelBands bands = { row->n_edges, row->edges, 0, 1 };
  double nodes[NODES], weights[NODES], work[6], shown, carried;

  assert_int_equal (kernel_gauss_hermite (NODES, nodes, weights), KERNEL_OK);
  assert_int_equal (kernel_status_bits (&bands, row->level_deviation, NODES, nodes, weights, work,
                                        &shown, &carried),
                    KERNEL_OK);
  assert_near (shown, row->shown, 1e-10);
  assert_near (carried, row->carried, 1e-7);
  assert_near (kernel_level_bits (1, row->level_deviation), row->level, 1e-14);
}

/* Quadrature with 40 digits; shifts twice as wide as the spread. */
static const struct chance {
  const char *label;
  size_t n_edges;
  double edges[2], prior, want;
} chances[] = {
  { "at the target, one shift in 24", 2, { -1, 0 }, 1 / 24., 0.956314479541828 },
  { "two statuses: nothing is learnt", 1, { 0 }, 1 / 24., 23 / 24. },
  { "target one and two off", 2, { 1, 2 }, 1 / 24., 0.938655316421004 },
  { "target two and three off", 2, { 2, 3 }, 1 / 24., 0.835303834721866 },
  { "one shift in 60", 2, { 2, 3 }, 1 / 60., 0.928623613213146 },
  { "one shift in 12", 2, { 2, 3 }, 1 / 12., 0.70808350278814 },
  { "never", 2, { 1, 2 }, 0, 1 },
  { "always", 2, { 1, 2 }, 1, 0 },
};

static void
gives_known_chances (void **state)
{
  const struct chance *row = *state;
  const KernelBands bands = { row->n_edges, row->edges, 0, 1 };
  double nodes[NODES], weights[NODES], work[6], chance;

  assert_int_equal (kernel_gauss_hermite (NODES, nodes, weights), KERNEL_OK);
  assert_int_equal (
      kernel_no_shift_chance (&bands, row->prior, 2, NODES, nodes, weights, work, &chance),
      KERNEL_OK);
  assert_near (chance, row->want, 1e-6);
}

static void
counts_bits (void **state)
{
  static const double coin[] = { 0.5, 0.5 },
                      eight[] = { .125, .125, .125, .125, .125, .125, .125, .125 };
  static const double certain[] = { 0, 1, 0 };

  (void) state;
  assert_near (kernel_entropy (2, coin), 1, 0);
  assert_near (kernel_entropy (8, eight), 3, 0);
  assert_near (kernel_entropy (3, certain), 0, 0);
}

static void
refuses (void **state)
{
  static const double falling[] = { 1, 0 }, node[] = { 0 }, weight[] = { 1 };
  const KernelBands good = { 1, node, 0, 1 }, bad = { 2, falling, 0, 1 }, none = { 1, node, 0, -1 };
  double work[6], a, b;

  (void) state;
  assert_int_equal (kernel_status_bits (&good, -1, 1, node, weight, work, &a, &b),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_status_bits (&good, 1, 0, node, weight, work, &a, &b),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_status_bits (&none, 1, 1, node, weight, work, &a, &b),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_status_bits (&bad, 1, 1, node, weight, work, &a, &b), KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_no_shift_chance (&good, 1.5, 1, 1, node, weight, work, &a),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_no_shift_chance (&good, 0.5, -1, 1, node, weight, work, &a),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_no_shift_chance (&good, 0.5, 1, 0, node, weight, work, &a),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_no_shift_chance (&bad, 0.5, 1, 1, node, weight, work, &a),
                    KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (bits) + LENGTH (chances) + 2];
  size_t n = 0;

  n += add_rows (tests, gives_known_bits, bits, LENGTH (bits), sizeof *bits);
  n += add_rows (tests + n, gives_known_chances, chances, LENGTH (chances), sizeof *chances);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (counts_bits);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses);

  return cmocka_run_group_tests_name ("kernel/status-bits", tests, NULL, NULL);
}
