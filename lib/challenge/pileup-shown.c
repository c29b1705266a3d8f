/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-shown.h"

#include "challenge/pileup-bins.h"

#include <math.h>
#include <string.h>

/* The curve is drawn through the rows and the rows are spread by it, by turns: further turns move
 * nothing that is said.
 */
#define N_TURNS 5

typedef struct {
  const PileupAsked *asked;
  const KernelLengths *lengths; /* of one part, as they are */
  const KernelLengths *shown;   /* the same, as they may be shown */
  double *counts;               /* of @shown */
} Spreading;

static double *
count_at (const Spreading *self, gint64 length)
{
  return self->counts + (length - self->lengths->first);
}

static double
sum_of (const Spreading *self, const PileupBin *row)
{
  double sum = 0;

  for (gint64 length = row->first; length <= row->last; length++)
    sum += self->lengths->counts[length - self->lengths->first];

  return sum;
}

static gboolean
is_in_window (const Spreading *self, const PileupBin *row)
{
  return row->first >= pileup_asked_first (self->asked) &&
         row->last <= pileup_asked_last (self->asked);
}

/* The sum of a row as far as it may be known. */
static double
shown_sum_of (const Spreading *self, const PileupBin *row)
{
  return row->is_hidden && !is_in_window (self, row) ? NAN : sum_of (self, row);
}

/* As many at each length of a row as @curve, from @low on, has; NULL for a level one. */
static void
spread (const Spreading *self, const PileupBin *row, const double *curve, gint64 low)
{
  const double sum = shown_sum_of (self, row);
  double height = 0;

  for (gint64 length = row->first; length <= row->last; length++)
    height += curve ? curve[length - low] : 1;
  for (gint64 length = row->first; height > 0 && length <= row->last; length++)
    *count_at (self, length) = sum * (curve ? curve[length - low] : 1) / height;
}

static void
spread_all (const Spreading *self, const GArray *rows, const double *curve)
{
  const gint64 half = (gint64) self->asked->shape.half, limit = self->asked->limit;

  for (guint i = 0; i < rows->len; i++) {
    const PileupBin *row = &g_array_index (rows, PileupBin, i);
    const gboolean has_curve = row->first >= limit - half && row->last <= limit + half;

    if (!curve || has_curve)
      spread (self, row, curve, limit - half);
  }
}

static void
spread_by_turns (const Spreading *self, const GArray *rows)
{
  const KernelPileUpShape *shape = &self->asked->shape;
  g_autofree double *work = g_new (double, kernel_pile_up_n_work (shape));
  g_autofree double *curve = g_new (double, 2 * shape->half + 1);
  KernelPileUp look;

  spread_all (self, rows, NULL);
  for (guint turn = 0; turn < N_TURNS; turn++)
    if (kernel_pile_up (self->shown, shape, self->asked->limit, curve, work, &look) == KERNEL_OK)
      spread_all (self, rows, curve);
}

/* The rows among @rows that are hidden among @bins, which are cut alike, and those beyond that are
 * small.
 */
static void
mark_hidden (const Spreading *self, GArray *rows, const GArray *bins)
{
  for (guint i = 0, k = 0; i < rows->len; i++) {
    PileupBin *row = &g_array_index (rows, PileupBin, i);
    const double sum = sum_of (self, row);

    if (k < bins->len && row->first == g_array_index (bins, PileupBin, k).first)
      row->is_hidden = g_array_index (bins, PileupBin, k++).is_hidden;
    else
      row->is_hidden = sum > 0 && sum < self->asked->disclosure;
  }
}

/* Which row each length is in; of one that holds nobody each length is known by itself. */
static gsize *
number_rows (const Spreading *self, const GArray *rows)
{
  gsize *numbers = g_new0 (gsize, self->lengths->n), number = 0;

  for (guint i = 0; i < rows->len; i++) {
    const PileupBin *row = &g_array_index (rows, PileupBin, i);
    const gboolean is_empty = sum_of (self, row) == 0;

    number++;
    for (gint64 length = row->first; length <= row->last; length++) {
      numbers[length - self->lengths->first] = number;
      number += is_empty;
    }
  }

  return numbers;
}

static Spreading
begin (PileupLengths *self, const PileupAsked *asked, const PileupLengths *lengths, guint part)
{
  return (Spreading){ asked, &lengths->lengths[part], &self->lengths[part], self->counts[part] };
}

static void
show_part (PileupLengths *self, const Spreading *spreading, guint part, const GArray *rows)
{
  self->rows[part] = number_rows (spreading, rows);
  self->lengths[part].rows = self->rows[part];
  spread_by_turns (spreading, rows);
}

static void
show_all (PileupLengths *self,
          const PileupAsked *asked,
          const PileupLengths *lengths,
          const GArray *bins)
{
  const Spreading spreading = begin (self, asked, lengths, PILEUP_ALL);
  g_autoptr (GArray) rows = pileup_bins_cut_whole (asked, lengths);

  mark_hidden (&spreading, rows, bins);
  show_part (self, &spreading, PILEUP_ALL, rows);
}

static void
show_parts (PileupLengths *self, const PileupAsked *asked, const PileupLengths *lengths)
{
  g_autoptr (GArray) rows = pileup_bins_cut_parts (asked, lengths);

  for (guint part = PILEUP_BEFORE; part < PILEUP_N_PARTS; part++) {
    const Spreading spreading = begin (self, asked, lengths, part);

    show_part (self, &spreading, part, rows);
  }
}

void
pileup_shown_init (PileupLengths *self,
                   const PileupAsked *asked,
                   const PileupLengths *lengths,
                   const GArray *bins)
{
  pileup_lengths_init (self, asked);
  memcpy (self->n_cases, lengths->n_cases, sizeof self->n_cases);
  for (guint part = 0; part < PILEUP_N_PARTS; part++)
    memcpy (self->counts[part], lengths->counts[part],
            lengths->lengths[part].n * sizeof *self->counts[part]);
  if (asked->disclosure == 0)
    return;
  show_all (self, asked, lengths, bins);
  if (asked->since)
    show_parts (self, asked, lengths);
}
