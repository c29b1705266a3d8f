/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/granger.h"

#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 40

/* Of a cause ((37 i² + 7919 i) mod 101) / 10 and an effect ((37 i² + 5003 i) mod 97) / 10 that
 * takes 0.4 of the cause before: numpy.linalg.lstsq and scipy.stats.f.
 */
static const struct known {
  const char *label;
  size_t n, order, n_skipped, n_taken, missing;
  double ratio;
  size_t freedom;
  double chance, criterion;
} known[] = {
  { "one of thirty", 30, 1, 0, 0, 40, 3.48555473955053, 26, 0.0732219109769205, 74.8097906179389 },
  { "two of thirty", 30, 2, 0, 0, 40, 2.44091485535989, 23, 0.109313929109958, 77.798314826966 },
  { "one on the rows of three", 30, 1, 3, 0, 40, 4.31077954210593, 24, 0.0487497356813405,
    69.7513997646124 },
  { "after seven were spent", 40, 3, 0, 7, 40, 1.33936378634151, 23, 0.286070242728329,
    100.060517548583 },
  { "a missing value", 30, 2, 0, 0, 11, 1.2210141882685, 20, 0.315994035280659, 69.9735733651457 },
};

static void
fill (double *cause, double *effect, size_t missing)
{
  for (size_t i = 0; i < MOST; i++) {
    cause[i] = (double) ((i * i * 37 + i * 7919) % 101) / 10;
    effect[i] = (double) ((i * i * 37 + i * 5003) % 97) / 10 + (i > 0 ? 0.4 * cause[i - 1] : 0);
  }
  if (missing < MOST)
    effect[missing] = NAN;
}

static void
gives_known_ratio (void **state)
{
  const struct known *row = *state;
  double cause[MOST], effect[MOST], work[KERNEL_GRANGER_WORK];
  KernelGranger found;

  fill (cause, effect, row->missing);
  assert_int_equal (kernel_granger (row->n, cause, effect, row->order, row->n_skipped, row->n_taken,
                                    work, &found),
                    KERNEL_OK);
  assert_int_equal (found.order, row->order);
  assert_int_equal (found.freedom_above, row->order);
  assert_int_equal (found.freedom_below, row->freedom);
  assert_near (found.ratio, row->ratio, 1e-11);
  assert_near (found.chance, row->chance, 1e-12);
  assert_near (found.criterion, row->criterion, 1e-11);
}

static void
refuses_what_it_cannot_look_at (void **state)
{
  double cause[MOST], effect[MOST], work[KERNEL_GRANGER_WORK];
  KernelGranger found;

  (void) state;
  fill (cause, effect, MOST);
  assert_int_equal (kernel_granger (MOST, cause, effect, 0, 0, 0, work, &found),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_granger (MOST, cause, effect, 5, 0, 0, work, &found),
                    KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_granger (7, cause, effect, 2, 0, 0, work, &found), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_granger (8, cause, effect, 2, 0, 0, work, &found), KERNEL_OK);
  assert_int_equal (kernel_granger (8, cause, effect, 2, 0, 1, work, &found), KERNEL_ERR_TOO_SHORT);
  for (size_t i = 0; i < MOST; i++)
    effect[i] = 0;
  assert_int_equal (kernel_granger (MOST, cause, effect, 2, 0, 0, work, &found), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = {
    cmocka_unit_test (refuses_what_it_cannot_look_at),
  };

  add_rows (tests + 1, gives_known_ratio, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/granger", tests, NULL, NULL);
}
