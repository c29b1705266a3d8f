/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/pileup.h>

#include "challenge/pileup-findings.h"

G_BEGIN_DECLS

/* The columns that were read, for the method. */
typedef struct {
  const char *column, *counts, *start, *end;
} PileupColumns;

/* Back to nothing; what is to be read into. */
PileupReading *pileup_begin (ScrutinyPileup *self);

/* From what was read on. */
void pileup_finish (ScrutinyPileup *self, const PileupColumns *columns);

G_END_DECLS
