/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/capability-times.h"
#include "kernel/length-scale.h"

G_BEGIN_DECLS

/* Where the lots of what ended at one moment start from. */
#define CAPABILITY_SEED 20260401

/* Cases of a block, the least; and blocks that tell whether the level moved. */
#define CAPABILITY_FEWEST 10
#define CAPABILITY_FEWEST_BLOCKS 12

/* Whole weeks in which enough ended. */
typedef struct {
  gsize first, end; /* of the times, one after the last */
  double first_day, last_day;
  double mean; /* on the scale, of the settled ones */
} CapabilityBlock;

/* Blocks of one level. */
typedef struct {
  guint first, end;            /* of the blocks, one after the last */
  double centre, lower, upper; /* days */
  double beyond;               /* cases that lie outside; NaN where they may not be told */
  guint earliest, latest;      /* the blocks it may have begun with */
} CapabilityStretch;

typedef struct {
  WaitSpans *spans;
  CapabilityTimes times;
  double *scaled; /* by time */
  KernelLengthScale scale;
  gboolean is_whole; /* all lengths are whole days */
  double fewest;     /* cases that may be told of */
  GArray *blocks;    /* of CapabilityBlock */
  GArray *stretches; /* of CapabilityStretch */
  gsize n;           /* cases of the blocks */
  gboolean is_asked; /* whether the level moved */
} CapabilityReading;

/* FALSE with @error set. */
gboolean capability_reading_init (CapabilityReading *self,
                                  ScrutinyTable *table,
                                  const char *start,
                                  const char *end,
                                  ScrutinyWaitsOptions *options,
                                  GError **error);
void capability_reading_clear (CapabilityReading *self);

const CapabilityBlock *capability_reading_get_block (const CapabilityReading *self, guint i);

/* The level in force; NULL where none can be told. */
const CapabilityStretch *capability_reading_get_last (const CapabilityReading *self);

/* “plain”, “root” or “log”. */
const char *capability_reading_get_scale (const CapabilityReading *self);

/* 2024-03-31 */
char *capability_dup_day (double day);

G_END_DECLS
