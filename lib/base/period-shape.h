/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period-reading.h"
#include "base/period-token.h"

G_BEGIN_DECLS

/* A date stands for a longer step by the end of it that it marks. */
#define READING_AT_START 1
#define READING_AT_END 2

typedef enum {
  SPAN_WRITTEN, /* Apr-Jun 2010: that quarter, or since April, or a rolling window */
  SPAN_ENDING,  /* 12 months to March 2010: a rolling window, or that year */
  SPAN_ROLLING, /* the same, said to be rolling */
  SPAN_QUARTER, /* quarter to June 2010 */
} PeriodSpan;

/* The readings of tokens without words that mark a window, quarter or kind of year. */
void period_readings_add_shape (PeriodReadings *self, const PeriodTokens *tokens);

/* The @n_months up to and including month @last, counted from year 0. */
void period_readings_add_span (PeriodReadings *self, gint64 last, gint64 n_months, PeriodSpan span);

/* Year, month, day, in this order in the text. */
void period_readings_add_date (PeriodReadings *self, int year, int month, int day);

/* Day, month, year, or month, day, year where it must be. */
void period_readings_add_either_date (PeriodReadings *self, int a, int b, int year);

/* 2009-10, 2009/10, 2014-16, 2010-03; only with a dash can years be pooled. */
void period_readings_add_year_and_two (PeriodReadings *self,
                                       int year,
                                       int two_digits,
                                       gboolean is_dashed);

G_END_DECLS
