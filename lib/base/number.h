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
 * locale.  No spaces, signs of currency, separators, inf, nan or hex; a number
 * too large for a double is refused.
 */
gboolean number_parse (const char *text, gsize length, double *value);

/* Shortest text that reads back as the same double; integers without a point.
 * NaN and infinities are not numbers and must not be given.
 */
char *number_format (double value, char buffer[NUMBER_TEXT_SIZE]);

/* With @decimals places, rounded half away from zero as people round. */
char *number_format_fixed (double value, guint decimals, char buffer[NUMBER_TEXT_SIZE * 12]);

G_END_DECLS
