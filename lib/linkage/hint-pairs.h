/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "linkage/hint-letters.h"
#include "linkage/hint-words.h"
#include "linkage/reason-graph.h"

G_BEGIN_DECLS

/* From this share of its weight on, a reason may say again what was said before it.  The middle
 * of what two sets of reasons allow; docs/methods/hints.md says how it was found.
 */
#define HINT_LEAST_SHARE 0.4

/* From this overlap on, two statements have the same words. */
#define HINT_SAME_WORDS 0.8

/* Without stems: runs of letters. */
#define HINT_LEAST_ALIKE 0.4

typedef enum {
  HINT_SAME,   /* the same words */
  HINT_NUMBER, /* nothing but a number and words of reports */
  HINT_REPEATS /* much of it was said before */
} HintKind;

typedef struct {
  HintKind kind;
  gsize earlier, later; /* statements */
  double share;         /* of the later one; 1 if it is the same, NaN for a number */
  char **shared;        /* NULL unless it repeats words */
} Hint;

/* What there is to compare. */
typedef struct {
  const ReasonGraph *graph;
  HintReader *reader; /* NULL: runs of letters are compared */
  const char *title;  /* of the figure; NULL if there is none */
  const char *figure; /* the figure and all that is said of it, the claim too */
} HintTexts;

/* One hint at most for each reason that the claim leads to, nearest first.
 * (element-type Hint)
 */
GPtrArray *hint_pairs_find (const HintTexts *texts);

G_END_DECLS
