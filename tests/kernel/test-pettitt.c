/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/pettitt.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* K of the digits of pi by counting pairs: 1, 7, 6, 12, 9, 2, 5 after 1 to 7 values. */
static const struct known {
  const char *label;
  size_t n;
  double values[10];
  KernelStatus status;
  size_t at;
  double k, chance;
  int direction;
} known[] = {
  { "digits of pi", 8, { 3, 1, 4, 1, 5, 9, 2, 6 }, KERNEL_OK, 4, 12, 0.44626032029685964, 1 },
  { "with gaps",
    10,
    { 3, 1, NAN, 4, 1, NAN, 5, 9, 2, 6 },
    KERNEL_OK,
    6,
    12,
    0.44626032029685964,
    1 },
  { "a step down", 6, { 9, 9, 9, 1, 1, 1 }, KERNEL_OK, 3, 9, 0.2907114024676932, -1 },
  { "the first of equal ones", 4, { 1, 2, 2, 3 }, KERNEL_OK, 1, 3, 1, 1 },
  { "constant", 4, { 2, 2, 2, 2 }, KERNEL_OK, 1, 0, 1, 0 },
  { "one", 1, { 2 }, KERNEL_ERR_TOO_SHORT, 0, 0, 0, 0 },
  { "missing", 3, { NAN, 2, NAN }, KERNEL_ERR_TOO_SHORT, 0, 0, 0, 0 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  int64_t keys[20];
  double ranks[10];
  KernelPettitt got = { 77, 77, 77, 77 };

  assert_int_equal (kernel_pettitt (row->n, row->values, keys, ranks, &got), row->status);
  if (row->status != KERNEL_OK) {
    assert_int_equal (got.at, 77);
    return;
  }
  assert_int_equal (got.at, row->at);
  assert_near (got.k, row->k, 0);
  assert_int_equal (got.direction, row->direction);
  assert_near (got.chance, row->chance, 1e-10);
}

/* R, datasets::Nile: 28 values before the shift, K = 1617 by counting pairs. */
static void
finds_the_dam_at_aswan (void **state)
{
  static const double nile[] = {
    1120, 1160, 963, 1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994,  1020,
    960,  1180, 799, 958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,
    874,  694,  940, 833,  701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,
    1120, 1100, 832, 764,  821,  768,  845,  864,  862,  698,  845,  744,  796,  1040, 759,
    781,  865,  845, 944,  984,  897,  822,  1010, 771,  676,  649,  846,  812,  742,  801,
    1040, 860,  874, 848,  890,  744,  749,  838,  1050, 918,  986,  797,  923,  975,  815,
    1020, 906,  901, 1170, 912,  746,  919,  718,  714,  740,
  };
  int64_t keys[200];
  double ranks[100];
  KernelPettitt got;

  (void) state;
  assert_int_equal (kernel_pettitt (100, nile, keys, ranks, &got), KERNEL_OK);
  assert_int_equal (got.at, 28);
  assert_near (got.k, 1617, 0);
  assert_near (got.chance, 3.5910221769362927e-07, 1e-20);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = { cmocka_unit_test (finds_the_dam_at_aswan) };

  add_rows (tests + 1, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/pettitt", tests, NULL, NULL);
}
