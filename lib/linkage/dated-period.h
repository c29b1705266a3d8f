/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "base/period.h"

G_BEGIN_DECLS

/* The period like @like that a text means: one of its kind, or else that in which a date, or a
 * longer period, begins, or with @is_end ends.  FALSE where it means none.
 */
gboolean dated_period_find (const Period *like, const char *text, gboolean is_end, gint64 *ordinal);

G_END_DECLS
