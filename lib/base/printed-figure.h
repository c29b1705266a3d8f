/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Places after the point of a figure as it was printed: "90.2%" has one. */
guint printed_figure_decimals (const char *text);

/* Whether @computed, rounded as people round to the places of @text, is @value.  A figure with
 * more than 6 places was computed, not printed: it agrees to nine digits.
 */
gboolean printed_figure_agrees (const char *text, double value, double computed);

G_END_DECLS
