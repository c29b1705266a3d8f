/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/pileup-asked.h"

G_BEGIN_DECLS

/* Takes counts by length, shape (@n) from 0 on, together into rows of as many as may be shown, and
 * spreads each evenly; @rows is the row of each length.  A stretch between two ends of sums that
 * are said beside a limit is missing where it holds fewer, and so does nobody in it count; what is
 * left over at the end is nothing.  @has_limit: such ends are there.
 */
void heaping_shown_init (gsize n,
                         double *counts,
                         gsize *rows,
                         const PileupAsked *asked,
                         gboolean has_limit);

/* Spreads what each row holds over its lengths as @curve, shape (@n), does; NULL for evenly. */
void heaping_shown_spread (gsize n, double *counts, const gsize *rows, const double *curve);

G_END_DECLS
