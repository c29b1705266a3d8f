/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/benjamini-hochberg.h"

#include "support/near.h"
#include "support/rows.h"

#define N 15

/* R 4.2, p.adjust (p, "BH"); the second are the p-values of Benjamini and Hochberg (1995),
 * section 4.1, of which they find four at 0.05.
 */
static const struct known {
  const char *label;
  size_t n, n_there;
  double p[N], adjusted[N];
} known[] = {
  { "ties, one missing, unsorted",
    8,
    7,
    { .01, .04, .03, NAN, .005, .03, .9, 1 },
    { 0.035000000000000003, 0.055999999999999994, 0.052499999999999998, NAN, 0.035000000000000003,
      0.052499999999999998, 1, 1 } },
  { "Benjamini and Hochberg (1995)",
    15,
    15,
    { .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
      .7590, 1 },
    { .0015, .003, .0095, 0.035624999999999997, 0.060299999999999999, 0.063857142857142862,
      0.063857142857142862, 0.064500000000000002, 0.076500000000000012, 0.48599999999999999,
      0.58118181818181813, 0.71487499999999993, 0.75323076923076926, 0.81321428571428567, 1 } },
  { "one is as it was", 1, 1, { .02 }, { .02 } },
  { "all equal", 3, 3, { .04, .04, .04 }, { .04, .04, .04 } },
  { "0 and 1", 2, 2, { 1, 0 }, { 1, 0 } },
  { "all missing", 2, 0, { NAN, NAN }, { NAN, NAN } },
  { "nothing", 0, 0, { 0 }, { 0 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double adjusted[N];
  size_t work[N];

  assert_int_equal (kernel_benjamini_hochberg (row->n, row->p, work, adjusted), row->n_there);
  for (size_t i = 0; i < row->n; i++)
    assert_near (adjusted[i], row->adjusted[i], 1e-15);
}

/* Adjusted ones rise with what was adjusted, are never less, and follow it whatever the
 * order; by the definition, min over j of p_j m / #{p_k <= p_j} with p_j >= p_i.
 */
static void
is_the_definition_in_any_order (void **state)
{
  double p[97], adjusted[97];
  size_t work[97];
  unsigned random = 7;

  (void) state;
  for (size_t n = 1; n <= 97; n++) {
    for (size_t i = 0; i < n; i++) {
      random = random * 1103515245u + 12345u;
      p[i] = random >> 28 == 3 ? NAN : (double) ((random >> 16) % 50) / 50;
    }
    const size_t m = kernel_benjamini_hochberg (n, p, work, adjusted);
    for (size_t i = 0; i < n; i++) {
      double least = isnan (p[i]) ? NAN : 1;

      for (size_t j = 0; j < n; j++) {
        size_t n_below = 0;
        for (size_t k = 0; k < n; k++)
          n_below += p[k] <= p[j];
        if (p[j] >= p[i] && p[j] * (double) m / (double) n_below < least)
          least = p[j] * (double) m / (double) n_below;
      }
      assert_near (adjusted[i], least, 1e-15);
    }
  }
}

int
main (void)
{
  struct CMUnitTest tests[sizeof known / sizeof *known + 1];
  size_t n =
      add_rows (tests, gives_known_answer, known, sizeof known / sizeof *known, sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (is_the_definition_in_any_order);

  return cmocka_run_group_tests_name ("kernel/benjamini-hochberg", tests, NULL, NULL);
}
