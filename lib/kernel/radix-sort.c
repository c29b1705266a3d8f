/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/radix-sort.h"

#include "kernel/inversions.h"

#include <string.h>

#define DIGIT_BITS 11
#define N_DIGITS 6
#define N_BUCKETS (1 << DIGIT_BITS)

/* A key that is not negative and rises as the number does. */
static uint64_t
key_of (double value)
{
  return (uint64_t) kernel_order_key (value) ^ (uint64_t) 1 << 63;
}

static size_t
digit_of (uint64_t key, unsigned place)
{
  return (size_t) (key >> (place * DIGIT_BITS)) & (N_BUCKETS - 1);
}

/* How often each digit comes in each place: one pass for all of them. */
static void
count_digits (size_t n, const uint64_t *keys, uint32_t counts[N_DIGITS][N_BUCKETS])
{
  memset (counts, 0, sizeof (uint32_t) * N_DIGITS * N_BUCKETS);
  for (size_t i = 0; i < n; i++)
    for (unsigned place = 0; place < N_DIGITS; place++)
      counts[place][digit_of (keys[i], place)]++;
}

static void
deal (size_t n, const uint64_t *keys, uint64_t *dealt, unsigned place, uint32_t *counts)
{
  uint32_t start = 0;

  for (size_t bucket = 0; bucket < N_BUCKETS; bucket++) {
    const uint32_t here = counts[bucket];

    counts[bucket] = start;
    start += here;
  }
  for (size_t i = 0; i < n; i++)
    dealt[counts[digit_of (keys[i], place)]++] = keys[i];
}

/**
 * kernel_radix_sort:
 * @n: number of values, below 2^32
 * @values: (inout): shape (@n); none of them missing
 * @work: shape (2 @n), overwritten
 *
 * Puts values in rising order. A place in which all have the same digit is passed over, so
 * that whole numbers, whose last digits are alike, take half the time. O(@n) time.
 *
 * Source: D. E. Knuth (1998), The Art of Computer Programming 3, 2nd ed., section 5.2.5.
 */
void
kernel_radix_sort (size_t n, double *values, uint64_t *work)
{
  uint32_t counts[N_DIGITS][N_BUCKETS];
  uint64_t *keys = work, *dealt = work + n;

  if (n < 2)
    return;
  for (size_t i = 0; i < n; i++)
    keys[i] = key_of (values[i]);
  count_digits (n, keys, counts);
  for (unsigned place = 0; place < N_DIGITS; place++) {
    uint64_t *const from = keys;

    if (counts[place][digit_of (keys[0], place)] == n)
      continue;
    deal (n, keys, dealt, place, counts[place]);
    keys = dealt;
    dealt = from;
  }
  for (size_t i = 0; i < n; i++)
    values[i] = kernel_order_value ((int64_t) (keys[i] ^ (uint64_t) 1 << 63));
}
