/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/paired-counts.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define MOST 12

/* The formula in NumPy, Student's t in SciPy. */
static const struct known {
  const char *label;
  size_t n;
  double before[MOST], after[MOST];
  KernelPairedCounts wanted;
} known[] = {
  { "four pairs of one season",
    4,
    { 100, 120, 90, 110 },
    { 80, 100, 70, 95 },
    { -0.19671029424605427, 1, 2, 0.11364729844896095 } },
  { "nothing moved", 4, { 10, 10, 10, 10 }, { 10, 10, 10, 10 }, { 0, 1, 2, 1 } },
  { "cases come together",
    12,
    { 40, 160, 40, 160, 40, 160, 40, 160, 40, 160, 40, 160 },
    { 60, 60, 140, 60, 60, 140, 50, 60, 150, 60, 60, 150 },
    { -0.13353139262452263, 50.64787781220552, 7, 0.6704338079210745 } },
  { "a season is no scatter",
    6,
    { 30, 60, 90, 120, 30, 60 },
    { 15, 30, 45, 60, 15, 30 },
    { -0.6931471805599453, 1, 3, 0.0042227685702008145 } },
  { "a pair lacks one",
    6,
    { 100, NAN, 120, 90, 110, 7 },
    { 80, 50, 100, 70, 95, NAN },
    { -0.19671029424605427, 1, 2, 0.11364729844896095 } },
  { "periods without any",
    6,
    { 0, 0, 5, 9, 0, 0 },
    { 0, 0, 3, 4, 0, 0 },
    { -0.6931471805599453, 1, 3, 0.2312163344710965 } },
  { "a step is hardly any scatter",
    12,
    { 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000 },
    { 1000, 1000, 1000, 1000, 1000, 1000, 800, 800, 800, 800, 800, 800 },
    { -0.10536051565782628, 1.0654788429015232, 7, 0.00011667284686608359 } },
};

static void
check (const KernelPairedCounts *got, const KernelPairedCounts *wanted, double sign)
{
  assert_near (got->log_ratio, sign * wanted->log_ratio, 1e-15);
  assert_near (got->dispersion, wanted->dispersion, 1e-13 * wanted->dispersion);
  assert_int_equal (got->freedom, wanted->freedom);
  assert_near (got->chance, wanted->chance, 1e-13);
}

/* Either span may be called the later one. */
static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  KernelPairedCounts got;

  assert_int_equal (kernel_paired_counts (row->n, row->before, row->after, &got), KERNEL_OK);
  check (&got, &row->wanted, 1);
  assert_int_equal (kernel_paired_counts (row->n, row->after, row->before, &got), KERNEL_OK);
  check (&got, &row->wanted, -1);
}

static const struct refused {
  const char *label;
  size_t n;
  double before[MOST], after[MOST];
  KernelStatus status;
} refused[] = {
  { "three pairs", 3, { 1, 1, 1 }, { 1, 1, 1 }, KERNEL_ERR_TOO_SHORT },
  { "three that have both", 5, { 1, 1, 1, NAN, 1 }, { 1, 1, 1, 1, NAN }, KERNEL_ERR_TOO_SHORT },
  { "a negative one", 4, { 1, 1, -1, 1 }, { 1, 1, 1, 1 }, KERNEL_ERR_DOMAIN },
  { "one without end", 4, { 1, 1, 1, 1 }, { 1, INFINITY, 1, 1 }, KERNEL_ERR_DOMAIN },
  { "none before", 4, { 0, 0, 0, 0 }, { 1, 1, 1, 1 }, KERNEL_ERR_DOMAIN },
  { "none after", 4, { 1, 1, 1, 1 }, { 0, 0, 0, 0 }, KERNEL_ERR_DOMAIN },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  KernelPairedCounts got;

  assert_int_equal (kernel_paired_counts (row->n, row->before, row->after, &got), row->status);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (refused)];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  add_rows (tests + n, refuses, refused, LENGTH (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("kernel/paired-counts", tests, NULL, NULL);
}
