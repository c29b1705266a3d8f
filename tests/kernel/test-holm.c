/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/holm.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* R: p.adjust (p, "holm") */
static const struct known {
  const char *label;
  size_t n;
  double p[6], adjusted[6];
} known[] = {
  { "R's order", 4, { 0.01, 0.04, 0.03, 0.005 }, { 0.03, 0.06, 0.06, 0.02 } },
  { "a lower one comes to more", 3, { 0.02, 0.021, 0.5 }, { 0.06, 0.06, 0.5 } },
  { "never above 1", 2, { 0.7, 0.8 }, { 1, 1 } },
  { "one", 1, { 0.2 }, { 0.2 } },
  { "missing", 3, { NAN, 0.01, 0.04 }, { NAN, 0.02, 0.04 } },
  { "equal", 3, { 0.01, 0.01, 0.01 }, { 0.03, 0.03, 0.03 } },
  { "none", 0, { 0 }, { 0 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double adjusted[6];
  size_t work[6];

  kernel_holm (row->n, row->p, work, adjusted);
  for (size_t i = 0; i < row->n; i++)
    assert_near (adjusted[i], row->adjusted[i], 1e-15);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known)];

  add_rows (tests, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/holm", tests, NULL, NULL);
}
