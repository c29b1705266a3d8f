/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How wide @text is at most in a sans serif of @size units, going by what kinds of characters
 * it has: no font is looked at.
 */
double text_width (const char *text, double size);

/* The lines of @text, none wider than @width: broken between words where it can be, and never
 * between a letter and its accents or within an emoji.  The last of more than @most lines ends
 * in an ellipsis.  (element-type utf8)
 */
GPtrArray *text_lines_new (const char *text, double size, double width, guint most);

/* Whether the first letter of @text is of a script that is written from the right. */
gboolean text_is_from_right (const char *text);

G_END_DECLS
