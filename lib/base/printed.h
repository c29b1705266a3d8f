/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Figures as they were printed.  A table holds doubles; what was printed is the shortest
 * decimal that reads back as one, so 97.0 came as 97 and 83.1 has one decimal.
 *
 * One rule for halves: what we print has halves away from zero, as people round; what others
 * printed may have a half rounded either way, because some round to even.
 */

/* More decimals than a published figure has: the value was computed, not printed. */
#define PRINTED_MOST_DECIMALS 6

/* Decimals of @value as printed; more than PRINTED_MOST_DECIMALS if it was not. */
guint printed_decimals (double value);

/* The most decimals among @values, NaN left out; a whole column is printed alike. */
guint printed_decimals_of (const double *values, gsize n_values);

/* Decimals of a figure in the words it was printed with, "90.2%" has one; without @text, or in an
 * empty one, those that @value needs.
 */
guint printed_places (const char *text, double value);

/* Half of the last of @decimals: how far rounding can reach.  A value that was computed reaches
 * a part in a thousand million.
 */
double printed_half_digit (double value, guint decimals);

/* Whether @computed may have been printed as @value with @decimals.  Nothing agrees with what is
 * missing.
 */
gboolean printed_agrees (double value, double computed, guint decimals);

/* @a - @b as done on paper: 80 - 77.4 is 2.6, the double nearest to it. */
double printed_difference (double a, double b);

/* @value with @decimals, halves away from zero. */
double printed_round (double value, guint decimals);

/* @count to the nearest multiple of @round_to, halves up; 0 and 1 leave it as it is. */
double printed_round_count (double count, guint round_to);

/* @value with @decimals, towards minus or plus infinity; a value that has no more
 * decimals than that stays.
 */
double printed_floor (double value, guint decimals);
double printed_ceiling (double value, guint decimals);

G_END_DECLS
