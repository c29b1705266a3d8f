/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/partial-correlation.h"
#include "support/near.h"
#include "support/rows.h"

#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  MOST = 4
};

/* Two by definition; three by (r12 - r13 r23)/√((1 - r13²)(1 - r23²)); four by NumPy. */
static const struct known {
  const char *label;
  size_t n;
  double correlations[MOST * MOST], partial[MOST * MOST];
} known[] = {
  { "one", 1, { 1 }, { 1 } },
  { "two", 2, { 1, 0.5, 0.5, 1 }, { 1, 0.5, 0.5, 1 } },
  { "three, of which the last makes the others alike",
    3,
    { 1, 0.64, 0.8, 0.64, 1, 0.8, 0.8, 0.8, 1 },
    { 1, 0, 0.6246950475544244, 0, 1, 0.6246950475544244, 0.6246950475544244, 0.6246950475544244,
      1 } },
  { "four",
    4,
    { 1, 0.8, 0.6, 0.1, 0.8, 1, 0.7, 0.2, 0.6, 0.7, 1, -0.3, 0.1, 0.2, -0.3, 1 },
    { 1.0, 0.5980683997761551, 0.037715714320235516, -0.05600951380850983, 0.5980683997761551, 1.0,
      0.628654727904987, 0.5150787536377128, 0.037715714320235585, 0.6286547279049869, 1.0,
      -0.6252818913170463, -0.056009513808509805, 0.5150787536377127, -0.6252818913170463, 1.0 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double matrix[MOST * MOST];

  memcpy (matrix, row->correlations, sizeof matrix);
  assert_int_equal (kernel_partial_correlation (row->n, matrix), KERNEL_OK);
  for (size_t i = 0; i < row->n * row->n; i++)
    assert_near (matrix[i], row->partial[i], 1e-14);
}

static const struct refused {
  const char *label;
  double correlations[4];
} refused[] = {
  { "the same twice", { 1, 1, 1, 1 } },
  { "no correlations", { 1, 2, 2, 1 } },
  { "one is missing", { 1, NAN, NAN, 1 } },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  double matrix[4];

  memcpy (matrix, row->correlations, sizeof matrix);
  assert_int_equal (kernel_partial_correlation (2, matrix), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + LENGTH (refused)];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  add_rows (tests + n, refuses, refused, LENGTH (refused), sizeof *refused);

  return cmocka_run_group_tests_name ("kernel/partial-correlation", tests, NULL, NULL);
}
