/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

/* Stands in for tests/support/near.h and for cmocka, which no WebAssembly has: the
 * same assertions, and each number a kernel test looks at is also written down, so
 * that two builds of the tests can be compared number by number.
 */

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

typedef void (*CMUnitTestFunction) (void **state);
typedef int (*CMFixtureFunction) (void **state);

struct CMUnitTest {
  const char *name;
  CMUnitTestFunction test_func;
  CMFixtureFunction setup_func;
  CMFixtureFunction teardown_func;
  void *initial_state;
};

/* Where an assertion stands, and what it says. */
typedef struct {
  const char *file;
  int line;
  const char *what;
} Place;

#define PLACE(what) ((Place){ __FILE__, __LINE__, (what) })

#define cmocka_unit_test(function) \
  { \
#function, function, NULL, NULL, NULL \
  }
#define cmocka_run_group_tests_name(name, tests, set_up, tear_down) \
  witness_run ((name), (tests), sizeof (tests) / sizeof (tests)[0])
#define print_message(...) fprintf (stderr, __VA_ARGS__)
#define print_error(...) fprintf (stderr, __VA_ARGS__)

#define assert_near(got, want, tolerance) witness_near ((got), (want), (tolerance), PLACE (#got))
#define assert_double_equal(got, want, tolerance) assert_near (got, want, tolerance)
#define assert_float_equal(got, want, tolerance) assert_near (got, want, tolerance)
#define assert_int_equal(got, want) \
  witness_equal ((long long) (got), (long long) (want), PLACE (#got))
#define assert_in_range(got, low, high) \
  witness_in_range ((long long) (got), (long long) (low), (long long) (high), PLACE (#got))
#define assert_true(holds) witness_that ((holds) ? true : false, PLACE (#holds))
#define assert_false(holds) witness_that ((holds) ? false : true, PLACE (#holds))
#define assert_null(pointer) assert_true (!(pointer))
#define assert_non_null(pointer) assert_true (pointer)
#define assert_string_equal(got, want) assert_true (strcmp ((got), (want)) == 0)
#define assert_memory_equal(got, want, size) assert_true (memcmp ((got), (want), (size)) == 0)
#define assert_memory_not_equal(got, want, size) assert_true (memcmp ((got), (want), (size)) != 0)

int witness_run (const char *name, const struct CMUnitTest *tests, size_t n_tests);
void witness_near (double got, double want, double tolerance, Place place);
void witness_equal (long long got, long long want, Place place);
void witness_in_range (long long got, long long low, long long high, Place place);
void witness_that (bool holds, Place place);
