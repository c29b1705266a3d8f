/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The age bands of one area, in the order in which they first come. */
typedef struct {
  gsize n;
  double *counts, *people, *standard, *spreads; /* shape (n) each */
} BandSums;

/* All bands empty; free it with band_sums_clear(). */
void band_sums_init (BandSums *self, gsize n);
void band_sums_clear (BandSums *self);

/* Takes neighbouring bands together until each holds @fewest events, so that a rate worked out
 * of them is the same for all counts that come to the same sums.  FALSE where nothing had to be.
 */
gboolean band_sums_join (BandSums *self, guint fewest);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BandSums, band_sums_clear)

G_END_DECLS
