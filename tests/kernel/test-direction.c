/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/direction.h"

#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 66

typedef struct {
  size_t order;
  double ratio;
  size_t freedom;
  double chance;
} Way;

/* Of x[i] = ((37 i² + 7919 i) mod 101) / 10 + i / 20 and y[i] = ((37 i² + 5003 i) mod 97) / 10 +
 * 0.6 x[i - 2]: numpy.linalg.lstsq on a full design, and scipy.stats.f.
 */
static const struct known {
  const char *label;
  size_t n;
  unsigned season;
  size_t missing[2], n_missing;
  Way forward, backward;
} known[] = {
  { "years",
    60,
    1,
    { 0 },
    0,
    { 2, 6.66263010507975, 51, 0.0026872614500008 },
    { 1, 0.0518144304477221, 53, 0.820811428742866 } },
  { "months",
    60,
    12,
    { 0 },
    0,
    { 2, 4.60184672647449, 40, 0.0158944587788624 },
    { 1, 0.00592299329671276, 42, 0.939020043854244 } },
  { "quarters",
    52,
    4,
    { 0 },
    0,
    { 2, 6.00071789482597, 40, 0.0052588783915518 },
    { 1, 0.234614217614793, 42, 0.630639775684738 } },
  { "months, some missing",
    66,
    12,
    { 9, 40 },
    2,
    { 3, 3.99923313796801, 36, 0.0148046289680238 },
    { 1, 0.00395137655931839, 44, 0.950162703267936 } },
};

static void
fill (double *x, double *y)
{
  for (size_t i = 0; i < MOST; i++) {
    x[i] = (double) ((i * i * 37 + i * 7919) % 101) / 10 + 0.05 * (double) i;
    y[i] = (double) ((i * i * 37 + i * 5003) % 97) / 10 + (i >= 2 ? 0.6 * x[i - 2] : 0);
  }
}

static void
check_way (const KernelGranger *got, const Way *want)
{
  assert_int_equal (got->order, want->order);
  assert_near (got->ratio, want->ratio, 1e-10);
  assert_int_equal (got->freedom_below, want->freedom);
  assert_near (got->chance, want->chance, 1e-11);
}

static void
gives_known_answer (void **state)
{
  static double work[KERNEL_DIRECTION_WORK (MOST)];
  const struct known *row = *state;
  double x[MOST], y[MOST];
  uint8_t used[MOST];
  KernelBasisAsked asked = { row->n, used, row->season, false, 0, NULL };
  KernelDirection found;

  fill (x, y);
  for (size_t i = 0; i < MOST; i++)
    used[i] = 1;
  for (size_t k = 0; k < row->n_missing; k++) {
    used[row->missing[k]] = 0;
    x[row->missing[k]] = NAN;
  }
  assert_int_equal (kernel_direction (&asked, x, y, work, &found), KERNEL_OK);
  check_way (&found.forward, &row->forward);
  check_way (&found.backward, &row->backward);
  assert_int_equal (kernel_direction (&asked, y, x, work, &found), KERNEL_OK);
  check_way (&found.backward, &row->forward);
}

static void
refuses_what_it_cannot_look_at (void **state)
{
  static double work[KERNEL_DIRECTION_WORK (MOST)];
  double x[MOST], y[MOST];
  size_t beyond = MOST;
  KernelBasisAsked asked = { KERNEL_DIRECTION_FEWEST - 1, NULL, 12, false, 0, NULL };
  KernelDirection found;

  (void) state;
  fill (x, y);
  assert_int_equal (kernel_direction (&asked, x, y, work, &found), KERNEL_ERR_TOO_SHORT);
  asked.n++;
  assert_int_equal (kernel_direction (&asked, x, y, work, &found), KERNEL_OK);
  asked.events = &beyond;
  asked.n_events = 1;
  assert_int_equal (kernel_direction (&asked, x, y, work, &found), KERNEL_ERR_PARAMETER);
  asked.n_events = 0;
  for (size_t i = 0; i < MOST; i++)
    y[i] = 0;
  assert_int_equal (kernel_direction (&asked, x, y, work, &found), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = {
    cmocka_unit_test (refuses_what_it_cannot_look_at),
  };

  add_rows (tests + 1, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/direction", tests, NULL, NULL);
}
