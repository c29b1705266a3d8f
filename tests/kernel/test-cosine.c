/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "kernel/cosine.h"

#define MOST_COUNTED 4

static const struct known {
  const char *label;
  size_t n;
  double first[MOST_COUNTED], second[MOST_COUNTED], cosine;
} known[] = {
  { "nothing in common", 2, { 3, 0 }, { 0, 5 }, 0 },
  { "the same", 3, { 1, 2, 3 }, { 1, 2, 3 }, 1 },
  { "the same twice over", 3, { 1, 2, 3 }, { 2, 4, 6 }, 1 },
  { "3, 4 and 4, 3, by hand", 2, { 3, 4 }, { 4, 3 }, 0.96 },
  { "scipy.spatial.distance.cosine", 4, { 1, 0, 2, 1 }, { 2, 1, 1, 0 }, 0.6666666666666667 },
  { "what neither has", 4, { 3, 0, 4, 0 }, { 4, 0, 3, 0 }, 0.96 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double cosine = 99, turned = 99;

  assert_int_equal (kernel_cosine (row->n, row->first, row->second, &cosine), KERNEL_OK);
  assert_near (cosine, row->cosine, 1e-15);
  assert_int_equal (kernel_cosine (row->n, row->second, row->first, &turned), KERNEL_OK);
  assert_near (turned, cosine, 0);
  assert_true (cosine <= 1);
}

static const struct refused {
  const char *label;
  size_t n;
  double first, second;
  KernelStatus status;
} refused[] = {
  { "nothing counted", 0, 1, 1, KERNEL_ERR_TOO_SHORT },
  { "one is empty", 1, 0, 1, KERNEL_ERR_TOO_SHORT },
  { "the other is empty", 1, 1, 0, KERNEL_ERR_TOO_SHORT },
  { "below 0", 1, -1, 1, KERNEL_ERR_DOMAIN },
  { "the other below 0", 1, 1, -1, KERNEL_ERR_DOMAIN },
  { "missing", 1, NAN, 1, KERNEL_ERR_DOMAIN },
  { "infinite", 1, 1, INFINITY, KERNEL_ERR_DOMAIN },
  { "the first infinite", 1, INFINITY, 1, KERNEL_ERR_DOMAIN },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  double cosine = 99;

  assert_int_equal (kernel_cosine (row->n, &row->first, &row->second, &cosine), row->status);
  assert_near (cosine, 99, 0);
}

int
main (void)
{
  struct CMUnitTest tests[sizeof known / sizeof *known + sizeof refused / sizeof *refused];
  size_t n =
      add_rows (tests, gives_known_answer, known, sizeof known / sizeof *known, sizeof *known);

  add_rows (tests + n, refuses, refused, sizeof refused / sizeof *refused, sizeof *refused);

  return cmocka_run_group_tests_name ("kernel/cosine", tests, NULL, NULL);
}
