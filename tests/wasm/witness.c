/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "witness.h"

#include "support/near.h"

#include <stdlib.h>

static FILE *stream;
static int n_wrong;

void
witness_open (const char *path)
{
  stream = fopen (path, "wb");
  if (!stream) {
    fprintf (stderr, "%s cannot be written\n", path);
    exit (2);
  }
}

int
witness_close (void)
{
  if (fclose (stream) != 0)
    n_wrong++;

  return n_wrong;
}

static void
write_down (double number, Place place)
{
  const double record[2] = { place.line, number };

  fwrite (record, sizeof record, 1, stream);
}

static void
expect (bool holds, Place place)
{
  if (holds)
    return;
  n_wrong++;
  fprintf (stderr, "%s:%d: %s does not hold\n", place.file, place.line, place.what);
}

void
witness_near (double got, double want, double tolerance, Place place)
{
  write_down (got, place);
  expect ((isnan (got) && isnan (want)) || got == want || fabs (got - want) <= tolerance, place);
}

void
witness_equal (long long got, long long want, Place place)
{
  write_down ((double) got, place);
  expect (got == want, place);
}

void
witness_in_range (long long got, long long low, long long high, Place place)
{
  write_down ((double) got, place);
  expect (got >= low && got <= high, place);
}

void
witness_that (bool holds, Place place)
{
  write_down (holds, place);
  expect (holds, place);
}

int
witness_run (const char *name, const struct CMUnitTest *tests, size_t n_tests)
{
  const int n_before = n_wrong;

  (void) name;
  for (size_t i = 0; i < n_tests; i++) {
    void *state = tests[i].initial_state;

    tests[i].test_func (&state);
  }

  return n_wrong - n_before;
}
