/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "challenge/pileup-lengths.h"

G_BEGIN_DECLS

/* Lengths from @first to @last, both included, that stand in one row. */
typedef struct {
  gint64 first, last;
  gboolean is_hidden;
} PileupBin;

/* What may be told of a pile-up without telling of fewer cases than may be shown: how many there
 * are in the window and in what follows it, in all, and before and since a date.
 */
typedef struct {
  gboolean window, beyond;
  gboolean parts_window, parts_after, parts_n;
} PileupTold;

/* Decides, and which of @bins, of PileupBin, are hidden, so that no count can be worked out from
 * the others.
 */
void pileup_told_init (PileupTold *self,
                       const PileupAsked *asked,
                       const PileupLengths *lengths,
                       GArray *bins);

G_END_DECLS
