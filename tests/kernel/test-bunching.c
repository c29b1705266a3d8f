/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/bunching.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  MOST_WORK = 1000
};

/* Bins of 50 around 10,000, of which the limit is the 40th: made-up earnings before and after a
 * tax that falls on all of them, as the R package bunching 0.8.6 (P. Mavrokonstantis, MIT) draws
 * them.
 */
static const double notch[] = {
  380, 410, 355, 395, 395, 430, 380, 400,  355, 400, 430, 360, 370, 410, 400, 345,
  360, 360, 395, 375, 390, 370, 390, 355,  325, 390, 400, 360, 330, 350, 395, 330,
  395, 365, 385, 305, 350, 390, 295, 1990, 170, 210, 265, 235, 220, 250, 260, 265,
  275, 280, 265, 270, 275, 240, 275, 260,  270, 240, 265, 290, 240, 290, 240, 280,
  270, 280, 275, 250, 300, 265, 255, 280,  320, 285, 280, 305, 295, 300, 215,
};
#define LIMIT 39

static double work[MOST_WORK];

/* As that package says it: from one bin beyond the limit on, as long as fewer are missing there
 * than are in excess.
 */
static void
finds_where_the_gap_ends (void **state)
{
  KernelBunchingShape shape = { .limit = LIMIT, .after = 1, .degree = 9 };
  KernelBunching look, next;

  (void) state;
  assert_true (kernel_bunching_n_work (LENGTH (notch), 9) <= MOST_WORK);
  assert_int_equal (kernel_bunching (LENGTH (notch), notch, &shape, work, &look), KERNEL_OK);
  for (next = look; next.excess > next.missing; shape.after++) {
    look = next;
    assert_int_equal (kernel_bunching (LENGTH (notch), notch,
                                       &(KernelBunchingShape){
                                           .limit = LIMIT, .after = shape.after + 1, .degree = 9 },
                                       work, &next),
                      KERNEL_OK);
  }
  assert_int_equal (shape.after - 1, 24);
  assert_near (look.excess, 1655.568811604, 1e-8);
  assert_near (look.ratio, 4.950401963, 1e-9);
  assert_int_equal (look.n_steps, 1);
}

/* R's lm() and poly(), the excess put back until it moves no more. */
static const struct known {
  const char *label;
  KernelBunchingShape shape;
  double excess, missing, ratio;
} known[] = {
  { "a line, the limit alone", { LIMIT, 0, 0, 1, false }, 1671.025641026, 0, 5.238745980707 },
  { "a seventh degree that adds up", { LIMIT, 0, 0, 7, true }, 1673.138628039, 0, 5.280348998308 },
  { "a window on both sides",
    { LIMIT, 2, 8, 5, false },
    1709.253049283,
    500.7659724506,
    5.309630171795 },
  { "and it adds up", { LIMIT, 2, 8, 5, true }, 1657.105437827, 742.3421286329, 4.883920691031 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelBunching got;

  assert_int_equal (kernel_bunching (LENGTH (notch), notch, &row->shape, work, &got), KERNEL_OK);
  assert_near (got.excess, row->excess, 1e-7);
  assert_near (got.missing, row->missing, 1e-7);
  assert_near (got.ratio, row->ratio, 1e-9);
}

/* On a polynomial nothing is in excess, and what is put on top of it is found exactly. */
static void
finds_what_is_put_on_a_curve (void **state)
{
  double counts[30];
  const KernelBunchingShape shape = { .limit = 17, .before = 2, .after = 3, .degree = 3 };
  KernelBunching got;

  (void) state;
  for (size_t i = 0; i < 30; i++) {
    const double u = (double) i / 10;

    counts[i] = 50 + 9 * u - 7 * u * u + 2 * u * u * u;
  }
  assert_int_equal (kernel_bunching (30, counts, &shape, work, &got), KERNEL_OK);
  assert_near (got.excess, 0, 1e-10);
  counts[16] += 25;
  counts[17] += 15;
  counts[19] -= 8;
  assert_int_equal (kernel_bunching (30, counts, &shape, work, &got), KERNEL_OK);
  assert_near (got.excess, 40, 1e-10);
  assert_near (got.missing, 8, 1e-10);
}

static void
refuses_what_it_cannot_fit (void **state)
{
  double counts[12] = { 9, 8, 9, 7, 8, 9, 20, 5, 0, 0, 0, 0 };
  KernelBunchingShape shape = { .limit = 6, .before = 7, .degree = 3 };
  KernelBunching got = { .excess = -7 };

  (void) state;
  assert_int_equal (kernel_bunching (12, counts, &shape, work, &got), KERNEL_ERR_PARAMETER);
  shape = (KernelBunchingShape){ .limit = 12, .degree = 3 };
  assert_int_equal (kernel_bunching (12, counts, &shape, work, &got), KERNEL_ERR_PARAMETER);
  shape = (KernelBunchingShape){ .limit = 6, .after = 6, .degree = 3 };
  assert_int_equal (kernel_bunching (12, counts, &shape, work, &got), KERNEL_ERR_PARAMETER);
  shape = (KernelBunchingShape){ .limit = 6, .before = 2, .after = 4, .degree = 4 };
  assert_int_equal (kernel_bunching (12, counts, &shape, work, &got), KERNEL_ERR_TOO_SHORT);
  shape = (KernelBunchingShape){ .limit = 6, .after = 1, .degree = 3, .adds_up = true };
  assert_int_equal (kernel_bunching (12, counts, &shape, work, &got), KERNEL_ERR_TOO_SHORT);
  shape.adds_up = false;
  counts[2] = NAN;
  assert_int_equal (kernel_bunching (12, counts, &shape, work, &got), KERNEL_ERR_DOMAIN);
  assert_near (got.excess, -7, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 3] = {
    cmocka_unit_test (finds_where_the_gap_ends),
    cmocka_unit_test (finds_what_is_put_on_a_curve),
    cmocka_unit_test (refuses_what_it_cannot_fit),
  };

  add_rows (tests + 3, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/bunching", tests, NULL, NULL);
}
