/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "command.h"

/* What is asked of a file: whether cases pile up at a limit, or one of its neighbours. */
typedef enum {
  PILEUP_OF_LENGTHS,
  PILEUP_OF_DIGITS, /* last digits of lengths */
  PILEUP_OF_UNITS,  /* shares of units just beyond a threshold */
  PILEUP_OF_MONTHS, /* closures on their last days */
} PileupQuestion;

/* What the command line says of the limit and of where lengths are. */
typedef struct {
  char *value, *count, *from, *to;
  char *numerator, *denominator;
  char *threshold, *unit, *window, *dated, *since;
  double width;
  int half_width, disclosure, last_days;
  gboolean heaping, units, period_end;
} PileupWords;

void pileup_words_clear (PileupWords *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PileupWords, pileup_words_clear)

PileupQuestion pileup_words_get_question (const PileupWords *self);

/* FALSE after saying which words do not go together. */
gboolean pileup_words_go_together (const PileupWords *self);

/* The options that the words give. */
ScrutinyPileupOptions *pileup_words_dup_options (const PileupWords *self);
