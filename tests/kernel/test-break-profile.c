/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/break-profile.h"
#include "support/near.h"

#define N 12

/* -2 log (1 - sqrt (0.95)), half of it: table I of Hansen (2000) prints 7.35. */
#define RULED_OUT (7.35 / 2)

static const double counts[N] = { 9, 12, 10, 8, 11, 10, 19, 22, 18, 21, 20, 17 };
static const double sizes[N] = { 50, 52, 49, 50, 51, 50, 50, 49, 52, 50, 50, 48 };

static double
log_likelihood (size_t first, size_t end, bool is_share)
{
  double count = 0, size = 0, total = 0;

  for (size_t i = first; i < end; i++) {
    count += counts[i];
    size += sizes[i];
  }
  const double rate = count / size;
  for (size_t i = first; i < end; i++)
    total += counts[i] * log (rate) +
             (is_share ? (sizes[i] - counts[i]) * log (1 - rate) : -sizes[i] * rate);

  return total;
}

/* Against the likelihood written out in full. */
static void
agrees_with_the_definition (void **state)
{
  (void) state;
  for (int is_share = 0; is_share < 2; is_share++) {
    for (size_t least = 1; least < 4; least++) {
      size_t best, earliest, latest, wanted = 0, first = N, last = 0;
      double highest = -INFINITY;

      for (size_t at = least; at + least <= N; at++) {
        const double here = log_likelihood (0, at, is_share) + log_likelihood (at, N, is_share);
        if (here > highest) {
          highest = here;
          wanted = at;
        }
      }
      for (size_t at = least; at + least <= N; at++) {
        const double here = log_likelihood (0, at, is_share) + log_likelihood (at, N, is_share);
        if (highest - here <= 2 * RULED_OUT) {
          first = at < first ? at : first;
          last = at;
        }
      }
      assert_int_equal (kernel_break_profile (N, counts, sizes, is_share, 2, 0.95, least, &best,
                                              &earliest, &latest),
                        KERNEL_OK);
      assert_int_equal (best, wanted);
      assert_int_equal (best, 6);
      assert_int_equal (earliest, first);
      assert_int_equal (latest, last);
    }
  }
}

/* The surer, and the wider the counts vary, the longer. */
static void
grows_with_level_and_dispersion (void **state)
{
  size_t best, earliest[3], latest[3];

  (void) state;
  assert_int_equal (
      kernel_break_profile (N, counts, sizes, true, 1, 0.5, 1, &best, &earliest[0], &latest[0]),
      KERNEL_OK);
  assert_int_equal (
      kernel_break_profile (N, counts, sizes, true, 1, 0.99, 1, &best, &earliest[1], &latest[1]),
      KERNEL_OK);
  assert_int_equal (
      kernel_break_profile (N, counts, sizes, true, 6, 0.99, 1, &best, &earliest[2], &latest[2]),
      KERNEL_OK);
  assert_int_equal (earliest[0], 6);
  assert_int_equal (latest[0], 6);
  assert_true (earliest[1] <= earliest[0] && earliest[2] < earliest[1]);
  assert_true (latest[1] >= latest[0] && latest[2] > latest[1]);
}

/* None, then all: logarithms of 0 do not come up. */
static void
survives_none_and_all (void **state)
{
  const double all[] = { 0, 0, 0, 5, 5, 5 }, of[] = { 5, 5, 0, 5, 5, 5 };
  size_t best, earliest, latest;

  (void) state;
  assert_int_equal (kernel_break_profile (6, all, of, true, 1, 0.95, 1, &best, &earliest, &latest),
                    KERNEL_OK);
  assert_int_equal (best, 2); /* the third holds nothing and fits with either */
  assert_int_equal (earliest, 2);
  assert_int_equal (latest, 3);
}

static void
refuses_what_makes_no_sense (void **state)
{
  const double more[] = { 1, 6 }, of[] = { 5, 5 }, missing[] = { 1, NAN }, negative[] = { -1, 2 };
  size_t best, earliest, latest;

  (void) state;
  assert_int_equal (kernel_break_profile (2, more, of, true, 1, 0.95, 1, &best, &earliest, &latest),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (
      kernel_break_profile (2, more, of, false, 1, 0.95, 1, &best, &earliest, &latest), KERNEL_OK);
  assert_int_equal (
      kernel_break_profile (2, missing, of, false, 1, 0.95, 1, &best, &earliest, &latest),
      KERNEL_ERR_DOMAIN);
  assert_int_equal (
      kernel_break_profile (2, negative, of, false, 1, 0.95, 1, &best, &earliest, &latest),
      KERNEL_ERR_DOMAIN);
  assert_int_equal (
      kernel_break_profile (2, more, of, false, 1, 0.95, 2, &best, &earliest, &latest),
      KERNEL_ERR_TOO_SHORT);
  assert_int_equal (
      kernel_break_profile (2, more, of, false, 0.5, 0.95, 1, &best, &earliest, &latest),
      KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_break_profile (2, more, of, false, 1, 1, 1, &best, &earliest, &latest),
                    KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (agrees_with_the_definition),
    cmocka_unit_test (grows_with_level_and_dispersion),
    cmocka_unit_test (survives_none_and_all),
    cmocka_unit_test (refuses_what_makes_no_sense),
  };

  return cmocka_run_group_tests_name ("kernel/break-profile", tests, NULL, NULL);
}
