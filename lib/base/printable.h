/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A copy of @text that cannot act on a terminal or reorder a line: control
 * characters, bidi controls and invalid bytes become U+FFFD, a run of line breaks
 * and tabs one space, a byte order mark in front nothing.  Longer than @most
 * characters, it ends in an ellipsis, which is one of them; 0 is no limit.
 */
char *printable_dup (const char *text, gsize most);

/* Whether @c can neither act on a terminal, break a line nor reorder one. */
gboolean printable_is_safe (gunichar c);

/* The character at @at, which moves on; U+FFFD for each byte that is not UTF-8. */
gunichar printable_next (const char **at);

G_END_DECLS
