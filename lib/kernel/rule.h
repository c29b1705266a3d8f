/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
  KERNEL_RULE_BEYOND,      /* @hits of @window points in a row beyond a line on one side */
  KERNEL_RULE_TREND,       /* @window points in a row, each higher (lower) than the one before */
  KERNEL_RULE_ALTERNATING, /* @window points in a row, up and down in turn */
  KERNEL_RULE_WITHIN,      /* @window points in a row nearer to the centre than a distance */
  KERNEL_RULE_OUTSIDE,     /* @window points in a row further away, on both sides */
} KernelRuleShape;

/* What a point on the centre line does, or one equal to the point before. */
typedef enum {
  KERNEL_TIE_BREAKS, /* ends the pattern */
  KERNEL_TIE_SKIPS,  /* is dropped: neither ends nor lengthens it */
  KERNEL_TIE_BELOW,  /* counts as below the line */
} KernelTie;

typedef enum {
  KERNEL_MARK_WHOLE,      /* every point of the window */
  KERNEL_MARK_BEYOND,     /* only the points beyond the line */
  KERNEL_MARK_COMPLETION, /* only the points at which the pattern is complete */
  KERNEL_MARK_SPAN,       /* every point from its first to its last, dropped ones too */
} KernelMark;

/* A rule as data.  For KERNEL_RULE_TREND and KERNEL_RULE_ALTERNATING only @window, @tie,
 * @mark and @skips_missing count.
 */
typedef struct {
  KernelRuleShape shape;
  size_t hits;
  size_t window;
  double distance; /* of the line from the centre, in spreads; 0 is the centre itself */
  bool inclusive;  /* a point on the line counts as beyond; not for a distance of 0 */
  bool same_side;  /* all points of the window on the side of the hits */
  KernelTie tie;
  KernelMark mark;
  double reach;       /* hits lie no further away than this; 0: however far */
  bool ends_beyond;   /* the point that completes the pattern is itself a hit */
  bool skips_missing; /* a missing value is passed over in place of ending a pattern */
} KernelRule;

/* Indices count from 0.  @first and @last are the outermost marked points, @completed
 * the point at which the pattern was there for the first time.
 */
typedef struct {
  int direction; /* 1 up, -1 down, 0 neither */
  size_t first;
  size_t last;
  size_t completed;
} KernelSignal;

KernelStatus kernel_rule (size_t n,
                          const double *values,
                          const double *centre,
                          const double *spreads,
                          const uint8_t *joined,
                          const KernelRule *rule,
                          size_t *work,
                          KernelSignal *signals,
                          uint8_t *marks,
                          size_t *n_signals) KERNEL_MUST_CHECK;

double kernel_limits_false_alarm (size_t n, double width);
