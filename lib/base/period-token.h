/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define PERIOD_MOST_TOKENS 16

/* A text as its shape and its numbers.  In @shape each token is one character:
 *
 *   Y year of four digits   D one or two digits   S six   E eight   N number in words
 *   M name of a month       W name of a weekday
 *   q quarter  h half  w "W"  k week  y year  m month  F financial  A academic
 *   t to  e ending  b beginning  d date  r rolling  c cumulative
 *   / - . ' : as they stand; spaces, commas, semicolons and brackets are dropped
 *
 * @values[i] belongs to @shape[i], 0 where it is not a number.
 */
typedef struct {
  gsize n;
  char shape[PERIOD_MOST_TOKENS + 1];
  int values[PERIOD_MOST_TOKENS];
  guint8 digits[PERIOD_MOST_TOKENS];
  guint32 seen; /* bit (c & 31) for each c that is or was in @shape: without it c is not there */
} PeriodTokens;

/* FALSE when the text holds anything a period never does. */
gboolean period_tokens_read (PeriodTokens *self, const char *text, gsize length);

/* Removes @n tokens from @at on. */
void period_tokens_cut (PeriodTokens *self, gsize at, gsize n);

G_END_DECLS
