/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>

#include "challenge/steady-figure.h"

G_BEGIN_DECLS

/* Periods that one is set against, where a year has fewer. */
#define NOTICE_LEAST_BEFORE 4

#define NOTICE_MOVES 5
#define NOTICE_LIMIT_WIDTH 3

/* How long a move takes to be noticed: periods until one lies outside the limits. */
typedef struct {
  double change;   /* in the figure's unit */
  double up, down; /* NaN where there is no room for it */
} NoticeTime;

/* What one series can notice.  NaN where it is not known. */
typedef struct {
  SteadyFigure figure;
  gsize first;          /* period that it is worked out from: of the last shift, or 0 */
  double scale;         /* what all cases make of a share; NaN of another figure */
  double cases;         /* of a share, a period of the last year */
  double usual;         /* the level of the last year */
  double deviation;     /* of a period, in the figure's unit */
  double dispersion;    /* how many times as much as cases alone would vary, of shares and counts */
  double resemblance;   /* of neighbours, 0 where that may be chance */
  guint before;         /* periods that one is set against */
  guint n_year;         /* periods in a year */
  double smallest;      /* noticed in one period */
  double smallest_year; /* from one year to the next */
  double power_up, power_down; /* of a move of smallest, worked out exactly; of binomial shares */
  double room_up, room_down;   /* of shares */
  guint n_ends;                /* periods at exactly 0 or all */
  NoticeTime times[NOTICE_MOVES];
  guint n_times;
} NoticeFigures;

void notice_figures_init (NoticeFigures *self);

/* Why nothing is known, in a sentence, or NULL. */
const char *
notice_figures_fill (NoticeFigures *self, ScrutinySeries *series, double level, double power);
void notice_figures_clear (NoticeFigures *self);

gboolean notice_figures_is_share (const NoticeFigures *self);

G_END_DECLS
