/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "support/near.h"

/* Adds a test for each row of a table to @tests and gives their number.  A row is a
 * struct whose first member is its label, and is the test's initial state.
 */
static inline size_t
add_rows (struct CMUnitTest *tests,
          CMUnitTestFunction function,
          const void *rows,
          size_t n_rows,
          size_t size)
{
  for (size_t i = 0; i < n_rows; i++) {
    const char *const *row = (const void *) ((const char *) rows + i * size);

    tests[i] = (struct CMUnitTest){
      .name = *row,
      .test_func = function,
      .initial_state = (void *) row,
    };
  }

  return n_rows;
}
