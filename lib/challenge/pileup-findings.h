/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/method.h>

#include "challenge/pileup-look.h"

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
} PileupReading;

/* @count, or NaN where it is too small to say. */
double pileup_reading_shown (const PileupReading *self, double count);

/* The counts of a stretch before and since; NaN for both where either is too small to say. */
void pileup_reading_get_pair (const PileupReading *self, gint64 low, gint64 high, double pair[2]);

/* (element-type ScrutinyFinding) */
GPtrArray *pileup_findings_new (const PileupReading *self, ScrutinyMethod *method);

G_END_DECLS
