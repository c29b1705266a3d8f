/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-protection.h"

#include "kernel/span-suppression.h"
#include "kernel/suppression.h"

#include <math.h>
#include <stdbool.h>

/* Sums that are said besides the bins: all, the window, what lies beyond it and what comes after.
 */
enum {
  SUM_ALL,
  SUM_WINDOW,
  SUM_BEYOND,
  SUM_AFTER,
  N_SUMS,
};

/* Lengths are steps; the first step holds what is shorter or longer than the bins. */
typedef struct {
  const PileupAsked *asked;
  const PileupLengths *lengths;
  const GArray *bins;
  gint64 first, last; /* lengths that are in a bin */
  gsize n_spans;
  gsize *starts, *ends, *levels;
  double *sums, *falls, *rises;
  bool *is_hidden;
} Line;

static gsize
n_steps_of (const Line *self)
{
  return (gsize) (self->last - self->first + 2);
}

static void
line_init (Line *self, const PileupAsked *asked, const PileupLengths *lengths, const GArray *bins)
{
  const gsize n = bins->len + N_SUMS;

  *self = (Line){ .asked = asked, .lengths = lengths, .bins = bins, .n_spans = n };
  self->first = g_array_index (bins, PileupBin, 0).first;
  self->last = g_array_index (bins, PileupBin, bins->len - 1).last;
  self->starts = g_new0 (gsize, n);
  self->ends = g_new0 (gsize, n);
  self->levels = g_new0 (gsize, n);
  self->is_hidden = g_new0 (bool, n);
  self->sums = g_new0 (double, n_steps_of (self) + 1);
  self->falls = g_new0 (double, n_steps_of (self));
  self->rises = g_new0 (double, n_steps_of (self));
}

static void
line_clear (Line *self)
{
  g_free (self->starts);
  g_free (self->ends);
  g_free (self->levels);
  g_free (self->is_hidden);
  g_free (self->sums);
  g_free (self->falls);
  g_free (self->rises);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

/* A sum of lengths of which none is in a bin is that of nothing, and the first step stands for it.
 */
static void
set_span (Line *self, gsize span, gint64 first, gint64 last, gsize level)
{
  const gint64 low = MAX (first, self->first), high = MIN (last, self->last);

  self->starts[span] = low <= high ? (gsize) (low - self->first + 1) : 0;
  self->ends[span] = low <= high ? (gsize) (high - self->first + 2) : 1;
  self->levels[span] = level;
}

static void
line_fill (Line *self)
{
  const gint64 window = pileup_asked_first (self->asked),
               after = pileup_asked_last (self->asked) + 1;
  const double inside = pileup_lengths_sum (self->lengths, PILEUP_ALL, self->first, self->last);

  set_span (self, SUM_WINDOW, window, after - 1, 1);
  set_span (self, SUM_BEYOND, after, after + (gint64) self->asked->shape.beyond - 1, 1);
  set_span (self, SUM_AFTER, after, after + pileup_asked_n_window (self->asked) - 1, 1);
  self->starts[SUM_ALL] = 0;
  self->ends[SUM_ALL] = n_steps_of (self);
  for (guint i = 0; i < self->bins->len; i++) {
    const PileupBin *bin = &g_array_index (self->bins, PileupBin, i);

    set_span (self, N_SUMS + i, bin->first, bin->last, 2);
  }
  self->sums[1] = self->lengths->n_cases[PILEUP_ALL] - inside;
  for (gsize i = 1; i < n_steps_of (self); i++)
    self->sums[i + 1] =
        self->sums[i] + pileup_lengths_sum (self->lengths, PILEUP_ALL, self->first + (gint64) i - 1,
                                            self->first + (gint64) i - 1);
  for (gsize i = 0; i < n_steps_of (self); i++) {
    self->falls[i] = self->sums[i + 1] - self->sums[i];
    self->rises[i] = INFINITY;
  }
}

/* FALSE where they are no counts. */
static gboolean
line_hide (Line *self)
{
  const gsize n_steps = n_steps_of (self);
  g_autofree gsize *nodes = g_new (gsize, KERNEL_SPAN_NODES (n_steps, self->n_spans));
  g_autofree double *work = g_new (double, KERNEL_SPAN_WORK (n_steps));
  const bool is_signed = false;
  const KernelSpans spans = { .n_steps = n_steps,
                              .n_spans = self->n_spans,
                              .n_counts = 1,
                              .first = self->starts,
                              .end = self->ends,
                              .levels = self->levels,
                              .sums = self->sums,
                              .falls = self->falls,
                              .rises = self->rises,
                              .is_signed = &is_signed,
                              .threshold = self->asked->disclosure,
                              .is_hidden = self->is_hidden,
                              .nodes = nodes,
                              .work = work };
  size_t n_narrow;

  return kernel_suppress_spans (&spans, &n_narrow) == KERNEL_OK;
}

/* Cases before the date, since and without one, in the window, after it and elsewhere. */
enum {
  PART_ROWS = 3,
  PART_COLUMNS = 3,
  PART_CELLS = KERNEL_SUPPRESSION_CELLS (PART_ROWS, PART_COLUMNS),
};

static double
count_part (const PileupLengths *lengths, guint part, gint64 first, gint64 last)
{
  double sum = pileup_lengths_sum (lengths, part, first, last);

  if (part == PILEUP_ALL)
    sum -= pileup_lengths_sum (lengths, PILEUP_BEFORE, first, last) +
           pileup_lengths_sum (lengths, PILEUP_SINCE, first, last);

  return sum;
}

static void
fill_parts (double *cells, const PileupAsked *asked, const PileupLengths *lengths)
{
  static const guint parts[PART_ROWS] = { PILEUP_BEFORE, PILEUP_SINCE, PILEUP_ALL };
  const gint64 first = pileup_asked_first (asked), after = pileup_asked_last (asked) + 1;
  const double *n = lengths->n_cases;

  for (gsize row = 0; row < PART_ROWS; row++) {
    double *const counts = cells + row * (PART_COLUMNS + 1);
    const double all = parts[row] == PILEUP_ALL ? n[PILEUP_ALL] - n[PILEUP_BEFORE] - n[PILEUP_SINCE]
                                                : n[parts[row]];

    counts[0] = count_part (lengths, parts[row], first, after - 1);
    counts[1] = count_part (lengths, parts[row], after, after + pileup_asked_n_window (asked) - 1);
    counts[2] = all - counts[0] - counts[1];
  }
}

static void
tell_parts (PileupTold *self, const PileupAsked *asked, const PileupLengths *lengths)
{
  double cells[PART_CELLS] = { 0 };
  uint8_t states[PART_CELLS] = { 0 };
  double work[KERNEL_SUPPRESSION_WORK (PART_ROWS, PART_COLUMNS)];
  size_t nodes[KERNEL_SUPPRESSION_NODES (PART_ROWS, PART_COLUMNS)], n_narrow;
  const KernelSuppression table = { PART_ROWS, PART_COLUMNS, cells, states, asked->disclosure,
                                    false,     work,         nodes, true };

  fill_parts (cells, asked, lengths);
  kernel_suppression_add_up (&table);
  if (kernel_suppress (&table, &n_narrow) != KERNEL_OK)
    return;
  self->parts_window =
      states[0] == KERNEL_CELL_SHOWN && states[PART_COLUMNS + 1] == KERNEL_CELL_SHOWN;
  self->parts_after =
      states[1] == KERNEL_CELL_SHOWN && states[PART_COLUMNS + 2] == KERNEL_CELL_SHOWN;
  self->parts_n = states[PART_COLUMNS] == KERNEL_CELL_SHOWN &&
                  states[2 * PART_COLUMNS + 1] == KERNEL_CELL_SHOWN;
}

void
pileup_told_init (PileupTold *self,
                  const PileupAsked *asked,
                  const PileupLengths *lengths,
                  GArray *bins)
{
  g_auto (Line) line = { 0 };
  gboolean is_counted;

  *self = (PileupTold){ TRUE, TRUE, TRUE, TRUE, TRUE };
  if (asked->disclosure == 0 || bins->len == 0)
    return;
  line_init (&line, asked, lengths, bins);
  line_fill (&line);
  is_counted = line_hide (&line);
  *self = (PileupTold){ .window = is_counted && !line.is_hidden[SUM_WINDOW],
                        .beyond = is_counted && !line.is_hidden[SUM_BEYOND] };
  for (guint i = 0; i < bins->len; i++)
    g_array_index (bins, PileupBin, i).is_hidden = !is_counted || line.is_hidden[N_SUMS + i];
  if (asked->since)
    tell_parts (self, asked, lengths);
}
