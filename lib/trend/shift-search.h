/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>

#include "kernel/level-line.h"

G_BEGIN_DECLS

/* Fewest values that anything is said of, and from which one break is no longer looked
 * for on its own.
 */
#define SHIFT_FEWEST 8
#define SHIFT_FEW 30

/* Longest series that is cut exactly, and the starts kept in mind beyond. */
#define SHIFT_MOST_EXACT 3000
#define SHIFT_STARTS 1024

/* Rounds of a season that its shape is smoothed over. */
#define SHIFT_SEASON_WINDOW 7

/* A value set aside that lies far from its level or line too, and so is worth a word. */
#define SHIFT_FAR 2

typedef enum {
  SHIFT_LEVEL,
  SHIFT_SLOPE,
  SHIFT_BOTH,
  SHIFT_SPREAD,
  SHIFT_LEVEL_AND_SPREAD,
  SHIFT_DISTRIBUTION,
} ShiftKind;

typedef struct _ShiftModel ShiftModel;

/* What to look for and how. */
typedef struct {
  const ShiftModel *model; /* NULL: levels and lines, by @cut */
  KernelLevelLineSettings cut;
  double penalty; /* NaN for the model's own */
  gsize season;   /* 0 for none */
  double level;
  guint64 seed;
  GPtrArray *events; /* of ShiftEvent; may be NULL */
} ShiftAsked;

/* A stretch that is a level or a line; positions count the values that are there. */
typedef struct {
  guint first, end;
  gboolean is_line;
  double mean, slope, centre; /* slope is per step of the calendar; centre is its mean time */
  double along;               /* sum of squares of the times around it */
  double rss;
  double error, spread; /* of a model: of the mean, and of the values; NaN where it is all one */
} ShiftPiece;

/* Indices are periods of the series. */
typedef struct {
  guint at, earliest, latest;
  ShiftKind kind;
  double before, after, change, change_low, change_high;
  double slope_before, slope_after;
  double before_error, after_error, change_error; /* standard errors */
  double spread_before, spread_after;             /* NaN where a model has one for all */
  const char *basis;                              /* of earliest and latest */
} FoundShift;

typedef struct {
  const ShiftAsked *asked;
  guint n, n_used;
  guint *index;   /* period of each value that is there */
  double *values; /* those values, without their season */
  double *times;  /* NULL where no period is missing */
  double *numerators, *denominators;
  gboolean has_counts, has_season;
  guint8 *clipped; /* 1 where set aside, SHIFT_FAR where far from everything */
  gsize n_clipped, n_far;
  GArray *pieces;        /* of ShiftPiece */
  GArray *found;         /* of FoundShift */
  double spread;         /* around the pieces */
  double likeness;       /* of neighbours, around the pieces */
  double widening;       /* of a variance, for that */
  double smallest;       /* change of level that would have been found */
  double chance;         /* of a break as clear, if the order meant nothing */
  double penalty;        /* of a change, or of a unit of levels and lines */
  double price_widening; /* of the penalty, as neighbours are alike or counts vary widely */
  double unit;           /* the spread of the series as published */
  const char *unknown;   /* why @smallest is not known */
  gboolean is_constant, is_exact;
  gboolean is_roomy; /* for two stretches */
} ShiftSearch;

void shift_search_init (ShiftSearch *self, ScrutinySeries *series, const ShiftAsked *asked);
void shift_search_clear (ShiftSearch *self);

/* Only collects: the values that are cut, standardised, which the caller frees; NULL where
 * nothing can be told from them.
 */
double *shift_search_prepare (ShiftSearch *self, ScrutinySeries *series, const ShiftAsked *asked);

/* Levels and lines of such values at a penalty of a unit. */
gboolean shift_search_cut (const ShiftSearch *self,
                           const double *values,
                           double penalty,
                           KernelSegment *segments,
                           KernelLevelLineFit *fit);

/* Works out what is left over around the pieces there are. */
void shift_search_judge_rest (ShiftSearch *self);

/* The level or line of a piece at a time. */
double shift_piece_at (const ShiftPiece *piece, double time);
double shift_search_time (const ShiftSearch *self, guint i);

/* How far the value of each of the n periods lies from its level or line; NaN without a value. */
void shift_search_set_rest (const ShiftSearch *self, double *rest);

G_END_DECLS
