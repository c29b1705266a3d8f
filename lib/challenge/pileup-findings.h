/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "challenge/pileup-look.h"
#include "challenge/pileup-protection.h"

G_BEGIN_DECLS

/* How often an excess is said where nothing piles up, at most; by tests/bench/pileup-table.c. */
#define PILEUP_FALSE_ALARM 0.05

/* How often a change of shares is said where there is none. */
#define PILEUP_SINCE_FALSE_ALARM 0.01

/* What is known of a pile-up, and of each part where there are two. */
typedef struct {
  PileupAsked asked;
  PileupLengths lengths;
  PileupLook looks[PILEUP_N_PARTS];
  PileupTold told;
} PileupReading;

/* How many cases lie in the window, and beyond it; NaN where that may not be told. */
double pileup_reading_get_window (const PileupReading *self);
double pileup_reading_get_beyond (const PileupReading *self);

/* How many do before the date and since in the window, or in as many lengths after it; NaN for both
 * where either may not be told.
 */
void pileup_reading_get_pair (const PileupReading *self, gboolean is_after, double pair[2]);

/* (element-type ScrutinyFinding) */
GPtrArray *pileup_findings_new (const PileupReading *self, ScrutinyMethod *method);

G_END_DECLS
