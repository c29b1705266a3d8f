/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period.h"

G_BEGIN_DECLS

#define PERIOD_MOST_READINGS 16

typedef enum {
  READING_SURE,   /* the text says so */
  READING_COLUMN, /* only when neighbours follow each other that way, or on a hint */
  READING_LATER,  /* only when nothing above is left: months before days */
  READING_HINT,   /* only on a hint */
} ReadingRank;

/* One way to understand a text.  Two texts of a column can be understood in the
 * same way if calendar, window and length agree and each mask has a bit in common:
 * @order says which order of day and month was used, @anchor which weekday or
 * which end of its step a date stands for.
 */
typedef struct {
  Period period;
  ReadingRank rank;
  guint8 order;
  guint8 anchor;
} PeriodReading;

typedef struct {
  gsize n;
  PeriodReading items[PERIOD_MOST_READINGS];
} PeriodReadings;

/* All the ways to understand @text, the most natural first; none if it is no period. */
void period_readings_take (PeriodReadings *self, const char *text, gsize length);

G_END_DECLS
