/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "kernel/containment.h"

#define MOST_WORDS 4

static const struct known {
  const char *label;
  size_t n;
  double weights[MOST_WORDS], matches[MOST_WORDS], share;
} known[] = {
  { "nothing is met", 2, { 3, 5 }, { 0, 0 }, 0 },
  { "all is met", 2, { 3, 5 }, { 1, 1 }, 1 },
  { "3 of 8, by hand", 2, { 3, 5 }, { 1, 0 }, 0.375 },
  { "by hand: (6.5 + 0.8 * 5.7) / 12.2", 2, { 6.5, 5.7 }, { 1, 0.8 }, 0.9065573770491804 },
  { "a word without weight does not count", 3, { 3, 0, 5 }, { 1, 1, 0 }, 0.375 },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double share = 99;

  assert_int_equal (kernel_containment (row->n, row->weights, row->matches, &share), KERNEL_OK);
  assert_near (share, row->share, 1e-15);
}

static const struct refused {
  const char *label;
  size_t n;
  double weight, match;
  KernelStatus status;
} refused[] = {
  { "no word", 0, 1, 1, KERNEL_ERR_TOO_SHORT },
  { "no weight", 1, 0, 1, KERNEL_ERR_TOO_SHORT },
  { "a weight below 0", 1, -1, 1, KERNEL_ERR_DOMAIN },
  { "a missing weight", 1, NAN, 1, KERNEL_ERR_DOMAIN },
  { "an infinite weight", 1, INFINITY, 1, KERNEL_ERR_DOMAIN },
  { "a match above 1", 1, 1, 1.01, KERNEL_ERR_DOMAIN },
  { "a match below 0", 1, 1, -0.01, KERNEL_ERR_DOMAIN },
  { "a missing match", 1, 1, NAN, KERNEL_ERR_DOMAIN },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  double share = 99;

  assert_int_equal (kernel_containment (row->n, &row->weight, &row->match, &share), row->status);
  assert_near (share, 99, 0);
}

/* Counts of WordNet 3.0; logarithms by Python's math.log. */
static void
weighs_what_is_seldom (void **state)
{
  (void) state;
  assert_near (kernel_word_weight (117659, 156, 8), 6.619308583070139, 1e-14);
  assert_near (kernel_word_weight (117659, 39, 8), 7.986674934304511, 1e-14);
  assert_near (kernel_word_weight (117659, 38, 8), 8, 0);
  assert_near (kernel_word_weight (117659, 0, 8), 8, 0);
  assert_near (kernel_word_weight (117659, 0, 20), 11.675554388418448, 1e-14);
  assert_near (kernel_word_weight (117659, 117659, 8), 0, 0);
}

int
main (void)
{
  struct CMUnitTest tests[sizeof known / sizeof *known + sizeof refused / sizeof *refused + 1];
  size_t n =
      add_rows (tests, gives_known_answer, known, sizeof known / sizeof *known, sizeof *known);

  n += add_rows (tests + n, refuses, refused, sizeof refused / sizeof *refused, sizeof *refused);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (weighs_what_is_seldom);

  return cmocka_run_group_tests_name ("kernel/containment", tests, NULL, NULL);
}
