/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of the bytes at @text, 64 of them, are one of the three that shape a
 * table: the lowest bit is the first byte.  Both give the same bits.
 */
typedef guint64 (*CsvMask) (const char *text, char delimiter, char end, char quote);

guint64 csv_mask_portable (const char *text, char delimiter, char end, char quote);
/* With the machine's vector instructions, where it has them. */
guint64 csv_mask_fast (const char *text, char delimiter, char end, char quote);

/* TRUE if no byte of @text has its top bit set. */
gboolean csv_is_ascii (const char *text, gsize length);

G_END_DECLS
