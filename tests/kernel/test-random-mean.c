/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random-mean.h"
#include "kernel/student.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

enum {
  DRAWS = 200000
};

static const struct student {
  const char *label;
  unsigned freedom;
} students[] = {
  { "of 1, Cauchy's", 1 },
  { "of 2", 2 },
  { "of 7", 7 },
  { "of 400, nearly normal", 400 },
};

/* As many below each of these quantiles as there should be, within four deviations. */
static void
draws_students (void **state)
{
  static const double chances[] = { 0.001, 0.025, 0.25, 0.5, 0.9, 0.995 };
  const struct student *row = *state;
  double below[LENGTH (chances)] = { 0 }, quantiles[LENGTH (chances)];
  uint64_t seed = 1;

  for (size_t i = 0; i < LENGTH (chances); i++)
    quantiles[i] = kernel_student_quantile (chances[i], row->freedom);
  for (size_t k = 0; k < DRAWS; k++) {
    const double drawn = kernel_random_student (&seed, row->freedom);

    assert_true (isfinite (drawn));
    for (size_t i = 0; i < LENGTH (chances); i++)
      below[i] += drawn < quantiles[i];
  }
  for (size_t i = 0; i < LENGTH (chances); i++)
    assert_near (below[i] / DRAWS, chances[i], 4 * sqrt (chances[i] * (1 - chances[i]) / DRAWS));
}

/* Parts of 60 and 40 cases: means 5 and -2, deviations 3 and 1 known with 59 and 39 degrees; what
 * is drawn has those means, and spreads as s/√n · √(freedom/(freedom - 2)) does, n being drawn.
 */
static void
draws_means (void **state)
{
  static const double sums[] = { 300, 0, -80 }, cases[] = { 60, 0, 40 };
  static const double deviations[] = { 3, NAN, 1 }, freedoms[] = { 59, NAN, 39 };
  static const double means[] = { 5, 0, -2 };
  double moment[3] = { 0 }, square[3] = { 0 }, inverse[3] = { 0 };
  uint64_t seed = 1;

  (void) state;
  for (size_t k = 0; k < DRAWS; k++) {
    double drawn_sums[3], drawn_cases[3];

    kernel_redraw_means (&seed, 3, sums, cases, deviations, freedoms, drawn_sums, drawn_cases);
    assert_near (drawn_cases[0] + drawn_cases[2], 100, 0);
    assert_near (drawn_cases[1], 0, 0);
    assert_near (drawn_sums[1], 0, 0);
    for (size_t i = 0; i < 3; i += 2) {
      const double away = drawn_sums[i] / drawn_cases[i] - means[i];

      moment[i] += away / DRAWS;
      square[i] += away * away / DRAWS;
      inverse[i] += 1 / drawn_cases[i] / DRAWS;
    }
  }
  for (size_t i = 0; i < 3; i += 2) {
    const double wanted =
        deviations[i] * deviations[i] * inverse[i] * freedoms[i] / (freedoms[i] - 2);

    assert_near (moment[i], 0, 4 * sqrt (wanted / DRAWS));
    assert_near (square[i], wanted, 4 * wanted * sqrt (2.2 / DRAWS));
  }
}

/* None where there is nobody; and a spread of nothing is drawn as it is. */
static void
draws_what_does_not_vary (void **state)
{
  static const double sums[] = { 0, 12 }, cases[] = { 0, 4 };
  static const double deviations[] = { NAN, 0 }, freedoms[] = { NAN, 3 };
  double drawn_sums[2], drawn_cases[2];
  uint64_t seed = 1;

  (void) state;
  kernel_redraw_means (&seed, 2, sums, cases, deviations, freedoms, drawn_sums, drawn_cases);
  assert_near (drawn_sums[0], 0, 0);
  assert_near (drawn_cases[1], 4, 0);
  assert_near (drawn_sums[1], 12, 0);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (students) + 2] = {
    cmocka_unit_test (draws_means),
    cmocka_unit_test (draws_what_does_not_vary),
  };

  add_rows (tests + 2, draws_students, students, LENGTH (students), sizeof *students);

  return cmocka_run_group_tests_name ("kernel/random-mean", tests, NULL, NULL);
}
