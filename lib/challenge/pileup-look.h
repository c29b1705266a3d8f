/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/pileup-lengths.h"
#include "kernel/bunching.h"

G_BEGIN_DECLS

/* An excess is said where it is rarer than this without a pile-up. */
#define PILEUP_LEVEL 0.05

/* Of the polynomial that economists draw through counts. */
#define PILEUP_BUNCHING_DEGREE 7

/* What lies at the limit, in one part of the cases. */
typedef struct {
  KernelPileUp at, beyond; /* the window, and what follows it */
  gboolean has_fit;        /* without which nothing of @at and @beyond is known */
  gboolean has_beyond;
  double p_others; /* share of other limits that look as high */
  gsize n_others;
  double p; /* the larger of the two chances; NaN where nothing can be told */
  gboolean has_bunching;
  KernelBunching bunching; /* the same as economists report it, for comparison alone */
  double *around;          /* shape (2 half + 1), expected from limit - half on */
  char *cannot_tell;
} PileupLook;

void pileup_look_init (PileupLook *self,
                       const PileupAsked *asked,
                       const PileupLengths *lengths,
                       guint part);
void pileup_look_clear (PileupLook *self);

/* "excess", "none" or "cannot-tell". */
const char *pileup_look_get_verdict (const PileupLook *self);

G_END_DECLS
