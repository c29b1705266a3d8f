/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/timeline.h>

G_BEGIN_DECLS

/* Where a period lies, as somebody wrote it; @where begins the message of an error. */
gboolean timeline_span_find_point (ScrutinyTimeline *timeline,
                                   const char *where,
                                   const char *text,
                                   guint *point,
                                   GError **error);

/* `A..B`, `A..`, `..B`, or `A` alone for one period; gives [first, end).  The timeline must have
 * one.
 */
gboolean timeline_span_find (ScrutinyTimeline *timeline,
                             const char *where,
                             const char *text,
                             guint *first,
                             guint *end,
                             GError **error);

G_END_DECLS
