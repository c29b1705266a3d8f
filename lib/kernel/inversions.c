/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/inversions.h"

#include <stdbool.h>

/* Keys that are sorted before the next ones are looked at: two buffers of them fit the
 * cache nearest to the core but one.
 */
#define CHUNK ((size_t) 16384)
#define BLOCK ((size_t) 4)

static inline uint64_t
order_pair (int64_t *keys)
{
  const int64_t a = keys[0], b = keys[1];
  const bool swapped = b < a;

  keys[0] = swapped ? b : a;
  keys[1] = swapped ? a : b;

  return swapped;
}

/* Neighbours only, so that each swap is one pair out of order. */
static inline uint64_t
sort_block (int64_t *keys)
{
  uint64_t n = order_pair (keys) + order_pair (keys + 2);

  n += order_pair (keys + 1);
  n += order_pair (keys) + order_pair (keys + 2);
  n += order_pair (keys + 1);

  return n;
}

static uint64_t
sort_short (size_t n, int64_t *keys)
{
  uint64_t moves = 0;

  for (size_t i = 1; i < n; i++) {
    const int64_t key = keys[i];
    size_t j = i;

    for (; j > 0 && keys[j - 1] > key; j--)
      keys[j] = keys[j - 1];
    keys[j] = key;
    moves += i - j;
  }

  return moves;
}

/* Two sorted halves on their way into one, from both ends at once. */
typedef struct {
  const int64_t *first, *second;         /* the next ones from the front */
  const int64_t *first_end, *second_end; /* and from the back */
  int64_t *front, *back;
  int64_t left, taken;
  int64_t count;
} Merge;

static inline Merge
merge_start (const int64_t *from, size_t half, int64_t *to)
{
  return (Merge){
    .first = from,
    .second = from + half,
    .first_end = from + half - 1,
    .second_end = from + 2 * half - 1,
    .front = to,
    .back = to + 2 * half - 1,
    .left = (int64_t) half,
  };
}

/* Without a branch on the keys.  A pair is counted when its later key is taken: from the
 * front, with what the first half still holds; from the back, with what was already taken
 * of it.
 */
static inline void
merge_step (Merge *m)
{
  const int64_t a = *m->first, b = *m->second;
  const int64_t is_second = b < a;
  const int64_t a_end = *m->first_end, b_end = *m->second_end;
  const int64_t is_first = a_end > b_end;

  *m->front++ = is_second ? b : a;
  m->second += is_second;
  m->first += 1 - is_second;
  m->count += m->left & -is_second;
  m->left -= 1 - is_second;

  *m->back-- = is_first ? a_end : b_end;
  m->first_end -= is_first;
  m->second_end -= 1 - is_first;
  m->count += m->taken & (is_first - 1);
  m->taken += is_first;
}

/* Two merges at once: each waits for its own loads. */
static uint64_t
merge_two (const int64_t *from, size_t half, int64_t *to)
{
  Merge one = merge_start (from, half, to);
  Merge other = merge_start (from + 2 * half, half, to + 2 * half);

  for (size_t k = 0; k < half; k++) {
    merge_step (&one);
    merge_step (&other);
  }

  return (uint64_t) (one.count + other.count);
}

static uint64_t
merge_halves (const int64_t *from, size_t half, int64_t *to)
{
  Merge one = merge_start (from, half, to);

  for (size_t k = 0; k < half; k++)
    merge_step (&one);

  return (uint64_t) one.count;
}

static uint64_t
merge_uneven (const int64_t *from, size_t n_first, size_t n, int64_t *to)
{
  size_t i = 0, j = n_first;
  uint64_t count = 0;

  for (size_t k = 0; k < n; k++) {
    const bool is_later = i == n_first || (j < n && from[j] < from[i]);

    if (is_later)
      count += n_first - i;
    to[k] = is_later ? from[j++] : from[i++];
  }

  return count;
}

/* Doubles the length of sorted runs, from @from to @to. */
static uint64_t
merge_runs (const int64_t *from, size_t n, size_t width, int64_t *to)
{
  uint64_t count = 0;
  size_t start = 0;

  for (; n - start >= 4 * width; start += 4 * width)
    count += merge_two (from + start, width, to + start);
  for (; n - start >= 2 * width; start += 2 * width)
    count += merge_halves (from + start, width, to + start);
  if (n - start > width)
    count += merge_uneven (from + start, width, n - start, to + start);
  else
    memcpy (to + start, from + start, (n - start) * sizeof *to);

  return count;
}

/* The sorted keys end up in @keys, whatever the number of rounds. */
static uint64_t
merge_all (int64_t *keys, size_t n, size_t width, int64_t *work)
{
  int64_t *from = keys, *to = work;
  uint64_t count = 0;

  for (; width < n; width *= 2) {
    int64_t *kept = from;

    count += merge_runs (from, n, width, to);
    from = to;
    to = kept;
  }
  if (from != keys)
    memcpy (keys, from, n * sizeof *keys);

  return count;
}

static uint64_t
sort_chunk (int64_t *keys, size_t n, int64_t *work)
{
  uint64_t count = 0;
  size_t i = 0;

  for (; i + BLOCK <= n; i += BLOCK)
    count += sort_block (keys + i);
  count += sort_short (n - i, keys + i);

  return count + merge_all (keys, n, BLOCK, work);
}

/**
 * kernel_sort_counting:
 * @n: number of keys
 * @keys: shape (@n), sorted from lowest to highest on return
 * @work: shape (@n), overwritten
 *
 * Sorts, and counts the pairs that were out of order: i < j and keys[i] > keys[j].
 * Equal keys are in order.
 *
 * O(n log n) time: blocks of four are sorted by swaps of neighbours, runs are merged from
 * both ends without branches, and what fits the cache is merged before the rest is read.
 *
 * Source: W. R. Knight (1966), J. Amer. Statist. Assoc. 61, 436-439.
 *
 * Returns: the number of pairs out of order
 */
uint64_t
kernel_sort_counting (size_t n, int64_t *keys, int64_t *work)
{
  uint64_t count = 0;

  for (size_t start = 0; start < n; start += CHUNK)
    count += sort_chunk (keys + start, n - start < CHUNK ? n - start : CHUNK, work + start);

  return count + merge_all (keys, n, CHUNK, work);
}
