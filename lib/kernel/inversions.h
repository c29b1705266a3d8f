/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* An integer that compares as the number does: -0 is 0, infinities are at the ends. */
static inline int64_t
kernel_order_key (double value)
{
  const double plain = value + 0.0;
  int64_t bits;

  memcpy (&bits, &plain, sizeof bits);

  return bits ^ (int64_t) ((uint64_t) (bits >> 63) >> 1);
}

/* The number that has this key. */
static inline double
kernel_order_value (int64_t key)
{
  const int64_t bits = key ^ (int64_t) ((uint64_t) (key >> 63) >> 1);
  double value;

  memcpy (&value, &bits, sizeof value);

  return value;
}

uint64_t kernel_sort_counting (size_t n, int64_t *keys, int64_t *work);
