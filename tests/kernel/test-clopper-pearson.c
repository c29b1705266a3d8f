/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/beta.h"
#include "kernel/clopper-pearson.h"
#include "support/near.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* R 4.2.2: binom.test (). */
static const struct {
  double count, total, low, high;
} known[] = {
  { 7, 20, 0.1539092047845411, 0.5921885345328282 },
  { 0, 20, 0, 0.16843347098308533 },
  { 20, 20, 1 - 0.16843347098308533, 1 },
  { 65, 100, 0.54815063817603045, 0.74270622146854883 },
  { 0, 0, NAN, NAN },
  { NAN, 20, NAN, NAN },
  { 3, NAN, NAN, NAN },
};

static void
gives_known_answers (void **state)
{
  (void) state;
  for (size_t k = 0; k < LENGTH (known); k++) {
    double low, high;

    assert_int_equal (
        kernel_clopper_pearson (1, &known[k].count, &known[k].total, 0.95, &low, &high, NULL),
        KERNEL_OK);
    assert_near (low, known[k].low, 1e-14);
    assert_near (high, known[k].high, 1e-14);
  }
}

/* At either end the tail that reaches it has a chance of 2.5%. */
static void
is_what_it_says (void **state)
{
  (void) state;
  for (double x = 1; x < 400; x += 13) {
    const double total = 400;
    double low, high;

    assert_int_equal (kernel_clopper_pearson (1, &x, &total, 0.95, &low, &high, NULL), KERNEL_OK);
    assert_near (kernel_beta_lower (x, total - x + 1, low), 0.025, 1e-13);
    assert_near (kernel_beta_upper (x + 1, total - x, high), 0.025, 1e-13);
  }
}

static void
refuses (void **state)
{
  const double counts[] = { 1, 3, -1 }, totals[] = { 2, 2, 2 }, endless = INFINITY;
  double low[3] = { 5 }, high[3];
  size_t bad = 9;

  (void) state;
  assert_int_equal (kernel_clopper_pearson (3, counts, totals, 0.95, low, high, &bad),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (bad, 1);
  assert_int_equal (kernel_clopper_pearson (1, counts + 2, totals, 0.95, low, high, NULL),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_clopper_pearson (1, counts, &endless, 0.95, low, high, NULL),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (kernel_clopper_pearson (1, counts, totals, 1, low, high, NULL),
                    KERNEL_ERR_PARAMETER);
  assert_near (low[0], 5, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answers),
    cmocka_unit_test (is_what_it_says),
    cmocka_unit_test (refuses),
  };

  return cmocka_run_group_tests_name ("kernel/clopper-pearson", tests, NULL, NULL);
}
