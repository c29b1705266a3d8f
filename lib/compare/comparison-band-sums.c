/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/comparison-band-sums.h"

#include "kernel/merge-bins.h"

void
band_sums_init (BandSums *self, gsize n)
{
  *self = (BandSums){ .n = n };
  self->counts = g_new0 (double, n);
  self->people = g_new0 (double, n);
  self->standard = g_new0 (double, n);
  self->spreads = g_new0 (double, n);
}

void
band_sums_clear (BandSums *self)
{
  g_free (self->counts);
  g_free (self->people);
  g_free (self->standard);
  g_free (self->spreads);
}

static void
add (BandSums *self, gsize place, const BandSums *from, gsize band)
{
  self->counts[place] += from->counts[band];
  self->people[place] += from->people[band];
  self->standard[place] += from->standard[band];
  self->spreads[place] += from->spreads[band];
}

/* Of fewer events than may be told of all bands are one. */
gboolean
band_sums_join (BandSums *self, guint fewest)
{
  g_autofree gsize *places = g_new0 (gsize, self->n);
  gsize n = 1;
  const KernelStatus status = kernel_merge_bins (self->n, self->counts, fewest, places, &n);
  BandSums joined;

  if ((status != KERNEL_OK && status != KERNEL_ERR_TOO_SHORT) || n == self->n)
    return FALSE;
  band_sums_init (&joined, n);
  for (gsize k = 0; k < self->n; k++)
    add (&joined, n > 1 ? places[k] : 0, self, k);
  band_sums_clear (self);
  *self = joined;

  return TRUE;
}
