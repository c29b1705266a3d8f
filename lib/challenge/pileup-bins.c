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

static double
count_in (const PileupLengths *lengths, const PileupBin *bin)
{
  return pileup_lengths_sum (lengths, PILEUP_ALL, bin->first, bin->last);
}

/* Cases before a date, since and without one. */
#define N_KINDS 3

/* Lengths cut into rows. */
typedef struct {
  const PileupAsked *asked;
  const PileupLengths *lengths;
  gboolean is_of_parts; /* each row holds enough of each kind, and not only of all */
  GArray *bins;
} Cutting;

static void
count_kinds (const Cutting *self, gint64 first, gint64 last, double kinds[N_KINDS])
{
  kinds[0] = pileup_lengths_sum (self->lengths, PILEUP_BEFORE, first, last);
  kinds[1] = pileup_lengths_sum (self->lengths, PILEUP_SINCE, first, last);
  kinds[2] = pileup_lengths_sum (self->lengths, PILEUP_ALL, first, last) - kinds[0] - kinds[1];
}

/* Whether what is between two lengths holds enough of each kind that the stretch has any of. */
static gboolean
holds_enough (const Cutting *self, gint64 first, gint64 last, const double stretch[N_KINDS])
{
  double kinds[N_KINDS];

  count_kinds (self, first, last, kinds);
  for (guint i = 0; i < N_KINDS; i++)
    if (stretch[i] > 0 && kinds[i] < self->asked->disclosure)
      return FALSE;

  return TRUE;
}

/* What is left over at the end goes with the row before it. */
static void
merge_kinds (const Cutting *self, gint64 first, gsize n, gsize *rows)
{
  double stretch[N_KINDS];
  gsize row = 0, begin = 0;

  count_kinds (self, first, first + (gint64) n - 1, stretch);
  for (gsize i = 0; i < n; i++) {
    rows[i] = row;
    if (!holds_enough (self, first + (gint64) begin, first + (gint64) i, stretch))
      continue;
    begin = i + 1;
    row++;
  }
  for (gsize i = begin; i < n && row > 0; i++)
    rows[i] = row - 1;
}

static gboolean
has_few_of_a_kind (const Cutting *self, const PileupBin *bin)
{
  double kinds[N_KINDS];
  gboolean is_few = FALSE;

  count_kinds (self, bin->first, bin->last, kinds);
  for (guint i = 0; i < N_KINDS; i++)
    is_few |= kinds[i] > 0 && kinds[i] < self->asked->disclosure;

  return is_few;
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
merge (const Cutting *self, gint64 first, gsize n, gsize *rows)
{
  const guint least = self->asked->disclosure;
  g_autofree double *counts = g_new (double, n);
  gsize n_rows;

  if (self->is_of_parts) {
    merge_kinds (self, first, n, rows);
    return;
  }
  for (gsize i = 0; i < n; i++) {
    const gint64 length = first + (gint64) i;

    counts[i] = pileup_lengths_sum (self->lengths, PILEUP_ALL, length, length);
    rows[i] = least > 0 ? 0 : i;
  }
  if (least > 0 && kernel_merge_bins (n, counts, least, rows, &n_rows) != KERNEL_OK)
    memset (rows, 0, n * sizeof *rows);
}

static void
cut_stretch (const Cutting *self, gint64 first, gint64 last)
{
  const gsize n = (gsize) (last - first + 1);
  g_autofree gsize *rows = g_new0 (gsize, n);

  merge (self, first, n, rows);
  for (gsize i = 0; i < n; i++) {
    const PileupBin one = { first + (gint64) i, first + (gint64) i, FALSE };

    if (i > 0 && rows[i] == rows[i - 1])
      g_array_index (self->bins, PileupBin, self->bins->len - 1).last = one.last;
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

static double
count_between (gint64 first, gint64 end, gconstpointer lengths)
{
  return pileup_lengths_sum (lengths, PILEUP_ALL, first, end - 1);
}

/* From the shortest length on, or from the first that counts, to where each of the sums ends. */
static GArray *
cut (const Cutting *self, gboolean is_whole)
{
  const PileupAsked *asked = self->asked;
  const KernelLengths *known = &self->lengths->lengths[PILEUP_ALL];
  const gint64 half = (gint64) asked->shape.half, after = pileup_asked_last (asked) + 1;
  const gint64 end = is_whole ? known->first + (gint64) known->n : asked->limit + half + 1;
  gint64 from = is_whole ? known->first : MAX (asked->limit - half, known->first);
  gint64 ends[] = { asked->limit - half,
                    pileup_asked_first (asked),
                    after,
                    after + pileup_asked_n_window (asked),
                    after + (gint64) asked->shape.beyond,
                    asked->limit + half + 1,
                    end };

  qsort (ends, G_N_ELEMENTS (ends), sizeof *ends, compare_ends);
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++) {
    while (ends[i] > from && ends[i] <= end) {
      const gint64 next =
          pileup_asked_find_known_end (asked, from, ends[i], count_between, self->lengths);

      cut_stretch (self, from, next - 1);
      from = next;
    }
  }

  return self->bins;
}

static Cutting
begin (const PileupAsked *asked, const PileupLengths *lengths)
{
  return (Cutting){ asked, lengths, FALSE, g_array_new (FALSE, FALSE, sizeof (PileupBin)) };
}

GArray *
pileup_bins_cut (const PileupAsked *asked, const PileupLengths *lengths)
{
  const Cutting cutting = begin (asked, lengths);

  return cut (&cutting, FALSE);
}

GArray *
pileup_bins_cut_whole (const PileupAsked *asked, const PileupLengths *lengths)
{
  const Cutting cutting = begin (asked, lengths);

  return cut (&cutting, TRUE);
}

GArray *
pileup_bins_cut_parts (const PileupAsked *asked, const PileupLengths *lengths)
{
  Cutting cutting = begin (asked, lengths);

  cutting.is_of_parts = TRUE;
  cut (&cutting, TRUE);
  for (guint i = 0; i < cutting.bins->len; i++) {
    PileupBin *bin = &g_array_index (cutting.bins, PileupBin, i);

    bin->is_hidden = has_few_of_a_kind (&cutting, bin);
  }

  return cutting.bins;
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
