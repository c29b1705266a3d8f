/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A copy of @text that cannot act on a terminal or reorder a line: control
 * characters, bidi controls and invalid UTF-8 become U+FFFD, line breaks and
 * tabs one space.  Longer than @most characters, it ends in an ellipsis; 0 is no limit.
 */
char *printable_dup (const char *text, gsize most);

G_END_DECLS
