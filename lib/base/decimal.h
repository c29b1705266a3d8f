/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* digits * 10^power: at most 17 digits, without zeros at their end; 0 is 0 * 10^0. */
typedef struct {
  guint64 digits;
  int power;
} Decimal;

/* The fewest digits that read back as @value, and of those the nearest to it.
 * @value is finite and not below zero.
 */
Decimal decimal_shortest (double value);

G_END_DECLS
