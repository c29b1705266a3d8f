/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "indicator/colour-steps.h"

#include <float.h>
#include <math.h>

/* Published figures have at most 15 digits, 12 after a division or two. */
static const double SAME = 1e-12;

static const double TENS[COLOUR_PLACES + 1] = { 1e0, 1e1, 1e2, 1e3,  1e4,  1e5, 1e6,
                                                1e7, 1e8, 1e9, 1e10, 1e11, 1e12 };

guint
colour_op_get_n_operands (ColourOp op)
{
  if (op <= COLOUR_NAME)
    return 0;
  if (op < COLOUR_ADD)
    return 1;

  return op < COLOUR_WITHIN ? 2 : 3;
}

/* What rounding left of a difference that should be none is none. */
static double
add (double a, double b)
{
  const double sum = a + b;

  return fabs (sum) < SAME * fmax (fabs (a), fabs (b)) ? 0 : sum;
}

/* Below, at or above 0 as @a lies below, at or above @b. */
static int
compare (double a, double b)
{
  if (a == b || fabs (a - b) <= SAME * fmax (fabs (a), fabs (b)))
    return 0;

  return a < b ? -1 : 1;
}

/* Half away from zero; what is half in decimals may lie a few units below it in binary. */
static double
round_to (double value, double places)
{
  const double ten = TENS[(int) places];
  const double scaled = fabs (value) * ten;

  if (!(scaled < 1 / DBL_EPSILON))
    return value;

  return copysign (floor (scaled + 0.5 + 4 * DBL_EPSILON * scaled) / ten, value);
}

static double
truth (gboolean is_true)
{
  return is_true ? 1 : 0;
}

static double
both (double a, double b)
{
  if (a == 0 || b == 0)
    return 0;

  return isnan (a) || isnan (b) ? NAN : 1;
}

static double
either (double a, double b)
{
  return 1 - both (1 - a, 1 - b);
}

static double
evaluate_one (const ColourStep *step, double a)
{
  switch ((int) step->op) {
  case COLOUR_NEGATE:
    return -a;
  case COLOUR_ROUND:
    return round_to (a, step->number);
  case COLOUR_ABS:
    return fabs (a);
  case COLOUR_IS_MISSING:
    return truth (isnan (a));
  case COLOUR_NOT:
  default:
    return 1 - a;
  }
}

static double
evaluate_comparison (ColourOp op, double a, double b)
{
  const int order = compare (a, b);

  if (isnan (a) || isnan (b))
    return NAN;

  switch ((int) op) {
  case COLOUR_AT_LEAST:
    return truth (order >= 0);
  case COLOUR_AT_MOST:
    return truth (order <= 0);
  case COLOUR_MORE:
    return truth (order > 0);
  case COLOUR_LESS:
    return truth (order < 0);
  case COLOUR_EQUAL:
    return truth (order == 0);
  case COLOUR_UNEQUAL:
  default:
    return truth (order != 0);
  }
}

static double
evaluate_two (ColourOp op, double a, double b)
{
  switch ((int) op) {
  case COLOUR_ADD:
    return add (a, b);
  case COLOUR_SUBTRACT:
    return add (a, -b);
  case COLOUR_MULTIPLY:
    return a * b;
  case COLOUR_DIVIDE:
    return a / b;
  case COLOUR_AND:
    return both (a, b);
  case COLOUR_OR:
    return either (a, b);
  default:
    return evaluate_comparison (op, a, b);
  }
}

/* Both ends count: “on or within 10%”. */
static double
evaluate_within (double value, double distance, double of)
{
  return both (evaluate_comparison (COLOUR_AT_LEAST, value, add (of, -distance)),
               evaluate_comparison (COLOUR_AT_MOST, value, add (of, distance)));
}

static double
evaluate_step (const ColourStep *step, const double *operands)
{
  switch (colour_op_get_n_operands (step->op)) {
  case 1:
    return evaluate_one (step, operands[0]);
  case 2:
    return evaluate_two (step->op, operands[0], operands[1]);
  default:
    return evaluate_within (operands[0],
                            step->op == COLOUR_WITHIN ? operands[1]
                                                      : operands[1] / 100 * fabs (operands[2]),
                            operands[2]);
  }
}

double
colour_steps_evaluate (const ColourStep *steps,
                       guint n_steps,
                       char *const *names,
                       ColourRuleLookup lookup,
                       gpointer user_data)
{
  double stack[COLOUR_STACK];
  guint n = 0;

  for (guint i = 0; i < n_steps; i++) {
    double value;

    if (steps[i].op == COLOUR_NUMBER) {
      value = steps[i].number;
    } else if (steps[i].op == COLOUR_NAME) {
      value = lookup (names[steps[i].name], user_data);
    } else {
      n -= colour_op_get_n_operands (steps[i].op);
      value = evaluate_step (&steps[i], stack + n);
    }
    stack[n++] = isfinite (value) ? value : NAN;
  }

  return n ? stack[n - 1] : NAN;
}
