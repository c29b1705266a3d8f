/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/fisher-exact.h"
#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* R 4.2, fisher.test (matrix (c (a, c, b, d), 2))$p.value */
static const struct known {
  const char *label;
  double a, b, c, d;
  KernelStatus status;
  double chance;
} known[] = {
  { "the lady tasting tea", 3, 1, 1, 3, KERNEL_OK, 0.4857142857142858 },
  { "ten and three", 10, 2, 3, 15, KERNEL_OK, 0.0005367241191434359 },
  { "none in the first", 0, 10, 5, 5, KERNEL_OK, 0.03250773993808054 },
  { "rare", 12, 88, 3, 297, KERNEL_OK, 7.962124361834625e-06 },
  { "hundreds", 500, 500, 400, 600, KERNEL_OK, 8.453719674485645e-06 },
  { "none shared", 5, 0, 0, 5, KERNEL_OK, 0.00793650793650794 },
  { "uneven groups", 2, 3, 30, 2, KERNEL_OK, 0.01174818821877644 },
  { "far out", 100, 900, 20, 1980, KERNEL_OK, 1.141306486653168e-30 },
  { "alike", 5, 5, 5, 5, KERNEL_OK, 1 },
  { "an empty group", 0, 0, 5, 5, KERNEL_OK, 1 },
  { "nobody has it", 0, 7, 0, 5, KERNEL_OK, 1 },
  { "nobody at all", 0, 0, 0, 0, KERNEL_OK, 1 },
  { "further out than a double reaches", 5000, 0, 0, 5000, KERNEL_OK, 0 },
  { "negative", -1, 2, 3, 4, KERNEL_ERR_DOMAIN, -1 },
  { "no count", 1, 2.5, 3, 4, KERNEL_ERR_DOMAIN, -1 },
  { "not known", 1, 2, NAN, 4, KERNEL_ERR_DOMAIN, -1 },
  { "too many", 1, 2, 3, 2e9, KERNEL_ERR_DOMAIN, -1 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double chance = -1;

  assert_int_equal (kernel_fisher_exact (row->a, row->b, row->c, row->d, &chance), row->status);
  assert_near (chance, row->chance, 1e-12 * row->chance);
}

/* Groups and columns can change places. */
static void
does_not_mind_the_order (void **state)
{
  uint64_t random = 11;

  (void) state;
  for (int i = 0; i < 2000; i++) {
    double t[4], want, got;

    for (int k = 0; k < 4; k++)
      t[k] = (double) kernel_random_below (&random, 40);
    assert_int_equal (kernel_fisher_exact (t[0], t[1], t[2], t[3], &want), KERNEL_OK);
    assert_true (want > 0 && want <= 1);
    assert_int_equal (kernel_fisher_exact (t[2], t[3], t[0], t[1], &got), KERNEL_OK);
    assert_near (got, want, 1e-12);
    assert_int_equal (kernel_fisher_exact (t[1], t[0], t[3], t[2], &got), KERNEL_OK);
    assert_near (got, want, 1e-12);
    assert_int_equal (kernel_fisher_exact (t[0], t[2], t[1], t[3], &got), KERNEL_OK);
    assert_near (got, want, 1e-12);
  }
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1] = {
    cmocka_unit_test (does_not_mind_the_order),
  };

  add_rows (tests + 1, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/fisher-exact", tests, NULL, NULL);
}
