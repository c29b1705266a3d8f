/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "io/grid.h"

G_BEGIN_DECLS

/* Reads separated text, UTF-8: delimiter and line ends are found by looking.  Notes
 * worth saying aloud are added to @notes, (element-type utf8) with a free function.
 * @text is a g_malloc() block and is taken; it is rewritten in place.
 */
Grid *
csv_scan_take (char *text, gsize n_text, const char *origin, GPtrArray *notes, GError **error);

/* The same for bytes as published: finds the encoding first (@encoding: NULL to look). */
Grid *csv_scan_bytes (GBytes *bytes,
                      const char *encoding,
                      const char *origin,
                      GPtrArray *notes,
                      GError **error);

G_END_DECLS
