/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "indicator/colour-rule-private.h"

G_BEGIN_DECLS

/* A condition is a row of steps, each taking its operands from a stack. */
typedef enum {
  COLOUR_NUMBER,
  COLOUR_NAME,
  COLOUR_NEGATE,
  COLOUR_ROUND, /* to as many places as @number says */
  COLOUR_ABS,
  COLOUR_NOT,
  COLOUR_IS_MISSING,
  COLOUR_ADD, /* from here on two operands */
  COLOUR_SUBTRACT,
  COLOUR_MULTIPLY,
  COLOUR_DIVIDE,
  COLOUR_AT_LEAST,
  COLOUR_AT_MOST,
  COLOUR_MORE,
  COLOUR_LESS,
  COLOUR_EQUAL,
  COLOUR_UNEQUAL,
  COLOUR_AND,
  COLOUR_OR,
  COLOUR_WITHIN, /* from here on three: value, distance, of what */
  COLOUR_WITHIN_PERCENT,
} ColourOp;

typedef struct {
  ColourOp op;
  guint name;
  double number;
} ColourStep;

#define COLOUR_STACK 96  /* operands that may wait at one time */
#define COLOUR_PLACES 12 /* most places that a number is rounded to */

guint colour_op_get_n_operands (ColourOp op);

/* A number, or 1 for true and 0 for false; NaN is unknown.  Whatever an unknown number
 * takes part in is unknown, unless the rest settles it: unknown and false is false.
 *
 * Numbers are decimals that people wrote or divided.  Two that agree to one part in 10^12
 * are the same number, and so 0.1 + 0.2 >= 0.3 is true and 0.3 - 0.1 - 0.2 is 0.
 */
double colour_steps_evaluate (const ColourStep *steps,
                              guint n_steps,
                              char *const *names,
                              ColourRuleLookup lookup,
                              gpointer user_data);

G_END_DECLS
