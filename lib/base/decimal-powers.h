/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define DECIMAL_FIRST_POWER -292
#define DECIMAL_LAST_POWER 324

/* The first 128 bits of a power of ten, rounded up; the top bit is always set. */
typedef struct {
  guint64 high, low;
} DecimalPower;

/* 10^k at [k - DECIMAL_FIRST_POWER]: ceil (10^k / 2^(floor (log2 (10^k)) - 127)). */
extern const DecimalPower decimal_powers[DECIMAL_LAST_POWER - DECIMAL_FIRST_POWER + 1];

G_END_DECLS
