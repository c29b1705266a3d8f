/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/digit-preference.h"

#include <math.h>

/* Years of age that the indices are of; beyond them ages are guessed, or there are few. */
#define WHIPPLE_FIRST 23
#define WHIPPLE_LAST 62
#define MYERS_FIRST 10
#define MYERS_LAST 89

#define N_DIGITS 10

static double
count_at (size_t n, const double *counts, size_t age)
{
  return age < n ? counts[age] : 0;
}

/**
 * kernel_whipple:
 * @n: number of counts
 * @counts: shape (@n), how many are 0, 1, 2 …; none missing
 *
 * Whipple's index of ages that end in 0 or 5: of 23 to 62 how many do, five times over, as a
 * percentage of all: 100 where every age is as frequent, 500 where no other is there.  Of what
 * falls steadily, such as waits, it differs from 100 though nobody rounded.  O(1) time.
 *
 * Source: H. S. Shryock, J. S. Siegel (1976), The Methods and Materials of Demography, chapter 8.
 *
 * Returns: the index; NaN where nothing is from 23 to 62
 */
double
kernel_whipple (size_t n, const double *counts)
{
  double fives = 0, all = 0;

  for (size_t age = WHIPPLE_FIRST; age <= WHIPPLE_LAST; age++) {
    const double count = count_at (n, counts, age);

    all += count;
    fives += age % 5 == 0 ? count : 0;
  }

  return all > 0 ? 100 * 5 * fives / all : NAN;
}

/**
 * kernel_myers:
 * @n: number of counts
 * @counts: shape (@n), how many are 0, 1, 2 …; none missing
 *
 * Myers's blended index: last digits of 10 to 89, rows of ten begun with each digit in turn, so
 * that a steady fall cancels out; half the sum of how far the shares of the ten are from 10%: up
 * to 90, where there is one digit alone.  Ages without any preference reach 1.7, as the rows that
 * begin later hold ten fewer.  O(1) time.
 *
 * Source: R. J. Myers (1940), Transactions of the Actuarial Society of America 41, 395-415.
 *
 * Returns: the index; NaN where nothing is from 10 to 89
 */
double
kernel_myers (size_t n, const double *counts)
{
  double blended[N_DIGITS] = { 0 }, all = 0, apart = 0;

  for (size_t age = MYERS_FIRST; age <= MYERS_LAST; age++) {
    const size_t digit = age % N_DIGITS;
    const double from_first = (double) digit + 1, from_second = 9 - (double) digit;
    const double weight = age < MYERS_FIRST + N_DIGITS ? from_first : from_first + from_second;

    blended[digit] += weight * count_at (n, counts, age);
  }
  for (size_t digit = 0; digit < N_DIGITS; digit++)
    all += blended[digit];
  for (size_t digit = 0; digit < N_DIGITS; digit++)
    apart += fabs (100 * blended[digit] / all - 10);

  return all > 0 ? apart / 2 : NAN;
}
