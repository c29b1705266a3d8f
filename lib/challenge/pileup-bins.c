/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-bins.h"

#include "base/columns-builder.h"
#include "kernel/merge-bins.h"

#include <math.h>
#include <stdlib.h>

#define MOST_ENDS 6

typedef struct {
  gint64 first, last;
  double count, expected;
  gboolean is_hidden;
} Bin;

typedef struct {
  const PileupAsked *asked;
  const PileupLengths *lengths;
  const PileupLook *look;
  GArray *bins; /* of Bin */
} Binning;

static double
expected_at (const Binning *self, gint64 length)
{
  const gint64 half = (gint64) self->asked->shape.half;

  return self->look->has_fit ? self->look->around[length - self->asked->limit + half] : NAN;
}

static Bin
bin_of_one (const Binning *self, gint64 length)
{
  return (Bin){ .first = length,
                .last = length,
                .count = pileup_lengths_sum (self->lengths, PILEUP_ALL, length, length),
                .expected = expected_at (self, length) };
}

static void
join (Bin *self, const Bin *next)
{
  self->last = next->last;
  self->count += next->count;
  self->expected += next->expected;
}

/* Which row each length of a stretch goes in; FALSE where it may not be shown at all. */
static gboolean
merge (const Binning *self, gint64 first, gsize n, gsize *rows)
{
  g_autofree double *counts = g_new (double, n);
  gsize n_rows;

  for (gsize i = 0; i < n; i++) {
    counts[i] = bin_of_one (self, first + (gint64) i).count;
    rows[i] = self->asked->disclosure > 0 ? 0 : i;
  }

  return self->asked->disclosure == 0 ||
         kernel_merge_bins (n, counts, self->asked->disclosure, rows, &n_rows) == KERNEL_OK;
}

static void
cut_stretch (Binning *self, gint64 first, gint64 last)
{
  const gsize n = (gsize) (last - first + 1);
  g_autofree gsize *rows = g_new0 (gsize, n);
  const gboolean is_shown = merge (self, first, n, rows);
  const guint n_before = self->bins->len;

  for (gsize i = 0; i < n; i++) {
    Bin one = bin_of_one (self, first + (gint64) i);

    one.is_hidden = !is_shown;
    if (self->bins->len > n_before && (!is_shown || rows[i] == rows[i - 1]))
      join (&g_array_index (self->bins, Bin, self->bins->len - 1), &one);
    else
      g_array_append_val (self->bins, one);
  }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
cut (Binning *self)
{
  const PileupAsked *asked = self->asked;
  const gint64 half = (gint64) asked->shape.half, after = pileup_asked_last (asked) + 1;
  gint64 from = MAX (asked->limit - half, self->lengths->lengths[PILEUP_ALL].first);
  gint64 ends[MOST_ENDS] = { pileup_asked_first (asked), after,
                             after + pileup_asked_n_window (asked),
                             after + (gint64) asked->shape.beyond, asked->limit + half + 1 };

  qsort (ends, MOST_ENDS - 1, sizeof *ends, compare_ends);
  for (guint i = 0; i < MOST_ENDS - 1; i++) {
    if (ends[i] <= from || ends[i] > asked->limit + half + 1)
      continue;
    cut_stretch (self, from, ends[i] - 1);
    from = ends[i];
  }
}

/* The row after each that is hidden, or the one before at the end. */
static void
hide_neighbours (GArray *bins)
{
  gboolean was_hidden = FALSE;

  for (guint i = 0; i < bins->len; i++) {
    Bin *bin = &g_array_index (bins, Bin, i);
    const gboolean is_hidden = bin->is_hidden;

    bin->is_hidden |= was_hidden;
    if (is_hidden && !was_hidden && i + 1 == bins->len && i > 0)
      g_array_index (bins, Bin, i - 1).is_hidden = TRUE;
    was_hidden = is_hidden && !was_hidden;
  }
}

ScrutinyTable *
pileup_bins_new (const PileupAsked *asked, const PileupLengths *lengths, const PileupLook *look)
{
  g_autoptr (GArray) bins = g_array_new (FALSE, FALSE, sizeof (Bin));
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  Binning self = { asked, lengths, look, bins };

  cut (&self);
  hide_neighbours (bins);
  for (guint i = 0; i < bins->len; i++) {
    const Bin *bin = &g_array_index (bins, Bin, i);
    const gboolean is_inside =
        bin->first >= pileup_asked_first (asked) && bin->last <= pileup_asked_last (asked);

    columns_builder_add_number (builder, "first", (double) bin->first);
    columns_builder_add_number (builder, "last", (double) bin->last);
    columns_builder_add_number (builder, "count", bin->is_hidden ? NAN : bin->count);
    columns_builder_add_number (builder, "expected", bin->expected);
    columns_builder_add_number (builder, "in_window", is_inside);
  }

  return columns_builder_end (builder);
}
