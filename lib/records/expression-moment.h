/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/expression.h"

G_BEGIN_DECLS

/* Reads all of @text as a date ("2024-04-01"), a time of day ("09:30", "09:30:15") or one and
 * the other with a blank or a T between: days or seconds, as the kinds count them.  A day that
 * no calendar has is refused.
 */
gboolean expression_moment_parse (const char *text, ExpressionKind kind, double *number);

/* The same, as the language writes it: a time with its seconds only where there are any. */
char *expression_moment_format (ExpressionKind kind, double number);

G_END_DECLS
