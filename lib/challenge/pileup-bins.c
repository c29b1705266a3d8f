/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-bins.h"

#include "base/columns-builder.h"
#include "kernel/merge-bins.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MOST_ENDS 6

static double
count_in (const PileupLengths *lengths, const PileupBin *bin)
{
  return pileup_lengths_sum (lengths, PILEUP_ALL, bin->first, bin->last);
}

static double
expected_in (const PileupAsked *asked, const PileupLook *look, const PileupBin *bin)
{
  const gint64 half = (gint64) asked->shape.half;
  double expected = look->has_fit ? 0 : NAN;

  for (gint64 length = bin->first; length <= bin->last && look->has_fit; length++)
    expected += look->around[length - asked->limit + half];

  return expected;
}

/* Which row each length of a stretch goes in. */
static void
merge (const PileupAsked *asked, const PileupLengths *lengths, gint64 first, gsize n, gsize *rows)
{
  g_autofree double *counts = g_new (double, n);
  gsize n_rows;

  for (gsize i = 0; i < n; i++) {
    counts[i] = pileup_lengths_sum (lengths, PILEUP_ALL, first + (gint64) i, first + (gint64) i);
    rows[i] = asked->disclosure > 0 ? 0 : i;
  }
  if (asked->disclosure > 0 &&
      kernel_merge_bins (n, counts, asked->disclosure, rows, &n_rows) != KERNEL_OK)
    memset (rows, 0, n * sizeof *rows);
}

static void
cut_stretch (const PileupAsked *asked,
             const PileupLengths *lengths,
             gint64 first,
             gint64 last,
             GArray *bins)
{
  const gsize n = (gsize) (last - first + 1);
  g_autofree gsize *rows = g_new0 (gsize, n);

  merge (asked, lengths, first, n, rows);
  for (gsize i = 0; i < n; i++) {
    const PileupBin one = { first + (gint64) i, first + (gint64) i, FALSE };

    if (i > 0 && rows[i] == rows[i - 1])
      g_array_index (bins, PileupBin, bins->len - 1).last = one.last;
    else
      g_array_append_val (bins, one);
  }
}

static int
compare_ends (gconstpointer a, gconstpointer b)
{
  const gint64 one = *(const gint64 *) a, other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

GArray *
pileup_bins_cut (const PileupAsked *asked, const PileupLengths *lengths)
{
  GArray *bins = g_array_new (FALSE, FALSE, sizeof (PileupBin));
  const gint64 half = (gint64) asked->shape.half, after = pileup_asked_last (asked) + 1;
  gint64 from = MAX (asked->limit - half, lengths->lengths[PILEUP_ALL].first);
  gint64 ends[MOST_ENDS] = { pileup_asked_first (asked), after,
                             after + pileup_asked_n_window (asked),
                             after + (gint64) asked->shape.beyond, asked->limit + half + 1 };

  qsort (ends, MOST_ENDS - 1, sizeof *ends, compare_ends);
  for (guint i = 0; i < MOST_ENDS - 1; i++) {
    if (ends[i] <= from || ends[i] > asked->limit + half + 1)
      continue;
    cut_stretch (asked, lengths, from, ends[i] - 1, bins);
    from = ends[i];
  }

  return bins;
}

ScrutinyTable *
pileup_bins_new (const PileupAsked *asked,
                 const PileupLengths *lengths,
                 const PileupLook *look,
                 const GArray *bins)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < bins->len; i++) {
    const PileupBin *bin = &g_array_index (bins, PileupBin, i);
    const gboolean is_inside =
        bin->first >= pileup_asked_first (asked) && bin->last <= pileup_asked_last (asked);

    columns_builder_add_number (builder, "first", (double) bin->first);
    columns_builder_add_number (builder, "last", (double) bin->last);
    columns_builder_add_number (builder, "count", bin->is_hidden ? NAN : count_in (lengths, bin));
    columns_builder_add_number (builder, "expected", expected_in (asked, look, bin));
    columns_builder_add_number (builder, "in_window", is_inside);
  }

  return columns_builder_end (builder);
}
