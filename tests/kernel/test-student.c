/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/student.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* Made with R 4.2.2, qt () and pt (). */
static const struct {
  double p;
  unsigned freedom;
  double quantile;
} quantiles[] = {
  { 0.975, 1, 12.70620473617469 },
  { 0.975, 2, 4.302652729749462 },
  { 0.9, 3, 1.637744353696209 },
  { 0.995, 7, 3.499483297350493 },
  { 0.025, 30, -2.042272456301238 },
  { 0.6, 200, 0.2536843791901476 },
  { 0.999, 2000, 3.094312298329093 },
  { 0.975, 2001, 1.961150232622441 },
  { 1e-06, 4, -41.57785415045099 },
  { 0.75, 100000, 0.6744922035532922 },
  { 0.5, 9, 0 },
  { 0, 5, -INFINITY },
  { 1, 5, INFINITY },
  { -0.1, 5, NAN },
  { 1.1, 5, NAN },
  { NAN, 5, NAN },
  { 0.5, 0, NAN },
};

static const struct {
  double t;
  unsigned freedom;
  double chance;
} chances[] = {
  { 0, 5, 0.5 },
  { 2.5, 7, 0.9795038907071236 },
  { -1.3, 5000, 0.09683044680936032 },
  { -3, 1, 0.1024163823495667 },
  { 40, 2, 0.9996877926639076 },
  { 1, 2000, 0.8412842609496282 },
  { INFINITY, 3, 1 },
  { -INFINITY, 4, 0 },
  { INFINITY, 3000, 1 },
  { NAN, 3, NAN },
  { 1, 0, NAN },
};

static void
gives_quantiles (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (quantiles); k++) {
    const double wanted = quantiles[k].quantile;
    const double slack = isfinite (wanted) ? 1e-10 * (1 + fabs (wanted)) : 0;
    assert_near (kernel_student_quantile (quantiles[k].p, quantiles[k].freedom), wanted, slack);
  }
}

static void
gives_chances (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (chances); k++)
    assert_near (kernel_student_cdf (chances[k].t, chances[k].freedom), chances[k].chance, 1e-12);
}

/* Far out too, where rounding could go beyond. */
static void
stays_a_chance (void **state)
{
  (void) state;
  for (unsigned freedom = 1; freedom < 200; freedom++)
    for (double t = -60; t <= 60; t += 0.5) {
      const double chance = kernel_student_cdf (t, freedom);

      assert_true (chance >= 0 && chance <= 1);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_quantiles),
    cmocka_unit_test (gives_chances),
    cmocka_unit_test (stays_a_chance),
  };

  return cmocka_run_group_tests_name ("kernel/student", tests, NULL, NULL);
}
