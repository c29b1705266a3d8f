/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/ratchet.h"
#include "support/near.h"

#define N 12

static const double values[N] = { 82, 85, 84, 88, 91, 89, 93, 90, 95, 94, 92, 95.5 };
static const double targets[N] = { 80, 81, 83, 83.5, 86, 90, 89.5, 92, 91.5, 93.5, 93, 96 };

/* R's lm(), and the third of MacKinnon's and White's errors from its hatvalues(). */
static void
gives_known_answers (void **state)
{
  KernelRatchet got;

  (void) state;
  assert_int_equal (kernel_ratchet (N, values, targets, &got), KERNEL_OK);
  assert_int_equal (got.n, 11);
  assert_int_equal (got.n_above, 8);
  assert_int_equal (got.n_below, 3);
  assert_int_equal (got.freedom, 6);
  assert_near (got.below, -0.6169686039591711, 1e-12);
  assert_near (got.above, 0.6307868796993623, 1e-12);
  assert_near (got.difference, 1.2477554836585334, 1e-12);
  assert_near (got.error, 1.8277516822901638, 1e-12);
  assert_near (got.p, 0.5202862981277543, 1e-12);
}

/* Half of what was gained is asked for next year, and nothing given back: exactly. */
static void
finds_a_ratchet (void **state)
{
  double seen[N], asked[N] = { 50 };
  KernelRatchet got;

  (void) state;
  for (size_t i = 0; i < N; i++) {
    seen[i] = asked[i] + (i % 3 == 2 ? -3 : 1 + (double) (i * i % 7));
    if (i + 1 < N)
      asked[i + 1] = asked[i] + fmax (0, seen[i] - asked[i]) / 2;
  }
  assert_int_equal (kernel_ratchet (N, seen, asked, &got), KERNEL_OK);
  assert_near (got.above, 0.5, 1e-12);
  assert_near (got.below, 0, 1e-12);
  assert_true (got.p < 1e-6);
}

/* A plan that nobody changes has both slopes 0, and its own last digits are no finding. */
static void
finds_none_in_a_plan (void **state)
{
  double plan[N];
  KernelRatchet got;

  (void) state;
  for (size_t i = 0; i < N; i++)
    plan[i] = 86 + 0.3 * (double) i + 0.01 * (double) (i * i);
  assert_int_equal (kernel_ratchet (N, values, plan, &got), KERNEL_OK);
  assert_near (got.difference, 0, 1e-12);
  assert_near (got.p, 1, 0);
}

/* The other way up, above is below. */
static void
takes_no_side (void **state)
{
  double down[N], asked[N];
  KernelRatchet one, other;

  (void) state;
  for (size_t i = 0; i < N; i++) {
    down[i] = -values[i];
    asked[i] = -targets[i];
  }
  assert_int_equal (kernel_ratchet (N, values, targets, &one), KERNEL_OK);
  assert_int_equal (kernel_ratchet (N, down, asked, &other), KERNEL_OK);
  assert_near (other.above, one.below, 1e-12);
  assert_near (other.difference, -one.difference, 1e-12);
  assert_near (other.p, one.p, 1e-12);
}

static void
passes_over_what_is_missing (void **state)
{
  double seen[N + 2], asked[N + 2];
  KernelRatchet whole, part;

  (void) state;
  for (size_t i = 0; i < N; i++) {
    seen[i] = values[i];
    asked[i] = targets[i];
  }
  seen[N] = 7;
  asked[N] = NAN;
  seen[N + 1] = NAN;
  asked[N + 1] = 3;
  assert_int_equal (kernel_ratchet (N, values, targets, &whole), KERNEL_OK);
  assert_int_equal (kernel_ratchet (N + 2, seen, asked, &part), KERNEL_OK);
  assert_near (part.difference, whole.difference, 1e-12);
  assert_int_equal (part.n, whole.n);
}

static void
refuses_what_tells_nothing (void **state)
{
  double met[N], still[N];
  KernelRatchet got = { .difference = -7 };

  (void) state;
  for (size_t i = 0; i < N; i++) {
    met[i] = targets[i] + 1 + (double) (i % 3) - (i < 2 ? 5 : 0);
    still[i] = 88;
  }
  assert_int_equal (kernel_ratchet (0, values, targets, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_ratchet (KERNEL_RATCHET_FEWEST, values, targets, &got),
                    KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_ratchet (N, met, targets, &got), KERNEL_ERR_TOO_SHORT);
  assert_int_equal (kernel_ratchet (N, values, still, &got), KERNEL_ERR_DOMAIN);
  assert_near (got.difference, -7, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_answers),         cmocka_unit_test (finds_a_ratchet),
    cmocka_unit_test (finds_none_in_a_plan),        cmocka_unit_test (takes_no_side),
    cmocka_unit_test (passes_over_what_is_missing), cmocka_unit_test (refuses_what_tells_nothing),
  };

  return cmocka_run_group_tests_name ("kernel/ratchet", tests, NULL, NULL);
}
