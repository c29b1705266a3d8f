/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/run-length.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

typedef enum {
  NORMAL,
  SHARE,
  COUNT
} Law;

/* SciPy 1.10, 1 over the chance of lying outside.  Montgomery (2009), table 5.4 and figure 6.15,
 * has 370, 155, 44, 15, 6.3 and 2 for normal figures.
 */
static const struct known {
  const char *label;
  Law law;
  double a, b, c; /* shift; total, before, after; before, after */
  double want;
} known[] = {
  { "nothing", NORMAL, 0, 0, 0, 370.3983473449592 },
  { "half a deviation", NORMAL, 0.5, 0, 0, 155.2242007526254 },
  { "one", NORMAL, 1, 0, 0, 43.89468171853957 },
  { "one down", NORMAL, -1, 0, 0, 43.89468171853957 },
  { "one and a half", NORMAL, 1.5, 0, 0, 14.967685005613903 },
  { "two", NORMAL, 2, 0, 0, 6.302962987143028 },
  { "three", NORMAL, 3, 0, 0, 1.9999999960536492 },
  { "85 to 75% of 20", SHARE, 20, 0.85, 0.75, 24.434841835497725 },
  { "of 50", SHARE, 50, 0.85, 0.75, 10.172123404746632 },
  { "of 100", SHARE, 100, 0.85, 0.75, 3.6020523908533066 },
  { "of 500", SHARE, 500, 0.85, 0.75, 1.0049278697217048 },
  { "85 to 95% of 100", SHARE, 100, 0.85, 0.95, 2.2936763536121347 },
  { "nothing, of 100", SHARE, 100, 0.85, 0.85, 962.9880730828747 },
  { "85 to 90% of 20", SHARE, 20, 0.85, 0.9, 16706.056278452652 },
  { "50 to 55% of 1,000", SHARE, 1000, 0.5, 0.55, 1.77452187101232 },
  { "to all of 20: within the limits", SHARE, 20, 0.85, 1, INFINITY },
  { "from 10 to 20", COUNT, 10, 20, 0, 2.806604767180876 },
  { "from 10 to 5", COUNT, 10, 5, 0, 24.73551537750131 },
  { "nothing, of 10", COUNT, 10, 10, 0, 833.9937592845084 },
  { "from 100 to 120", COUNT, 100, 120, 0, 6.795011216148347 },
  { "from 3 to none: within the limits", COUNT, 3, 0, 0, INFINITY },
  { "from none to one", COUNT, 0, 1, 0, 1.5819767068693265 },
  { "of half a case", SHARE, 20.5, 0.85, 0.75, NAN },
  { "of no case", SHARE, 0, 0.85, 0.75, NAN },
  { "a share beyond all", SHARE, 20, 0.85, 1.5, NAN },
  { "a count below none", COUNT, -1, 1, 0, NAN },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double got = kernel_run_length (row->a, 3);

  if (row->law == SHARE)
    got = kernel_share_run_length (row->a, row->b, row->c, 3);
  else if (row->law == COUNT)
    got = kernel_count_run_length (row->a, row->b, 3);
  assert_near (got, row->want, 1e-9 * fabs (row->want));
}

static void
refuses_limits_of_no_width (void **state)
{
  (void) state;
  assert_near (kernel_run_length (0, -1), NAN, 0);
  assert_near (kernel_share_run_length (20, 0.5, 0.5, -1), NAN, 0);
  assert_near (kernel_count_run_length (20, 20, NAN), NAN, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 1];
  size_t n = add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (refuses_limits_of_no_width);

  return cmocka_run_group_tests_name ("kernel/run-length", tests, NULL, NULL);
}
