/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/shapley.h"

#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

static const struct known {
  const char *label;
  size_t n;
  double values[8], effects[3];
} known[] = {
  { "one", 1, { 3, 10 }, { 7 } },
  { "two that do not meet", 2, { 0, 2, 5, 7 }, { 2, 5 } },
  { "two that do", 2, { 1, 3, 6, 12 }, { 4, 7 } },
  /* Shapley's example of gloves: two left ones and a right one. */
  { "gloves", 3, { 0, 0, 0, 0, 0, 1, 1, 1 }, { 1 / 6., 1 / 6., 2 / 3. } },
  { "all or nothing", 3, { 0, 0, 0, 0, 0, 0, 0, 6 }, { 2, 2, 2 } },
};

static void
gives_known_answer (void **state)
{
  const struct known *row = *state;
  double effects[3];

  assert_int_equal (kernel_shapley (row->n, row->values, effects), KERNEL_OK);
  for (size_t i = 0; i < row->n; i++)
    assert_near (effects[i], row->effects[i], 1e-15);
}

/* The mean over all orders of the causes, one after the other. */
static void
mean_of_orders (size_t n, const double *values, double *effects)
{
  size_t n_orders = 1;

  for (size_t i = 0; i < n; i++) {
    effects[i] = 0;
    n_orders *= i + 1;
  }
  for (size_t k = 0; k < n_orders; k++) {
    size_t left[KERNEL_SHAPLEY_MOST], rest = k, set = 0;

    for (size_t i = 0; i < n; i++)
      left[i] = i;
    for (size_t n_left = n; n_left > 0; n_left--) {
      const size_t place = rest % n_left, cause = left[place];

      effects[cause] += (values[set | (size_t) 1 << cause] - values[set]) / (double) n_orders;
      set |= (size_t) 1 << cause;
      left[place] = left[n_left - 1];
      rest /= n_left;
    }
  }
}

static void
is_the_mean_of_all_orders (void **state)
{
  double values[1 << KERNEL_SHAPLEY_MOST], wanted[KERNEL_SHAPLEY_MOST], got[KERNEL_SHAPLEY_MOST];
  uint64_t seed = 1;

  (void) state;
  for (size_t n = 1; n <= KERNEL_SHAPLEY_MOST; n++) {
    double sum = 0;

    kernel_random_normal (&seed, (size_t) 1 << n, values);
    assert_int_equal (kernel_shapley (n, values, got), KERNEL_OK);
    mean_of_orders (n, values, wanted);
    for (size_t i = 0; i < n; i++) {
      assert_near (got[i], wanted[i], 1e-12);
      sum += got[i];
    }
    assert_near (sum, values[((size_t) 1 << n) - 1] - values[0], 1e-14);
  }
}

static void
refuses (void **state)
{
  static const double values[1 << 9] = { 0 }, missing[] = { 0, 1, NAN, 2 };
  double effects[9];

  (void) state;
  assert_int_equal (kernel_shapley (0, values, effects), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_shapley (9, values, effects), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_shapley (2, missing, effects), KERNEL_ERR_DOMAIN);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2] = {
    cmocka_unit_test (is_the_mean_of_all_orders),
    cmocka_unit_test (refuses),
  };

  add_rows (tests + 2, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/shapley", tests, NULL, NULL);
}
