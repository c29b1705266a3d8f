/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Long enough for any double as number_format() writes it. */
#define NUMBER_TEXT_SIZE 32

/* Reads all of @text as one decimal number, exactly rounded, whatever the
 * locale: sign, digits, point, digits, exponent, of which any but one digit may be
 * absent ("+.5e3", "1.").  No spaces, signs of currency, separators, inf, nan or
 * hex; a number too large for a double is refused, and so is a text of more than
 * 1,024 characters.  One too small for a double is 0, the double nearest to it.
 * On failure @value is untouched.
 */
gboolean number_parse (const char *text, gsize length, double *value);

/* Shortest text that reads back as the same double, of those the nearest; integers up to 2^53
 * without point or exponent; -0 is "0". NaN and infinities are not numbers and must not be given.
 */
char *number_format (double value, char buffer[NUMBER_TEXT_SIZE]);

/* As number_format(), for a message about what was handed in: also “nan”, “inf” and “-inf”. */
char *number_show (double value, char buffer[NUMBER_TEXT_SIZE]);

/* With @decimals places (at most 60), rounded half away from zero as people round:
 * what is rounded is the text of number_format(), so 2.675 is 2.68 although the
 * double lies below.  What rounds to zero has no sign.
 */
char *number_format_fixed (double value, guint decimals, char buffer[NUMBER_TEXT_SIZE * 12]);

G_END_DECLS
