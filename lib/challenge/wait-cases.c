/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-cases.h"

#include "kernel/returns.h"

#include <math.h>
#include <stdlib.h>

/* By case, and within it in order of time. */
static int
by_case (gconstpointer a, gconstpointer b)
{
  const WaitSpan *first = a, *second = b;

  if (first->case_number != second->case_number)
    return first->case_number < second->case_number ? -1 : 1;
  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;

  return first->row < second->row ? -1 : first->row > second->row;
}

/* Sums over the rows that ended, and the cases that did. */
typedef struct {
  double reported, whole;
  gsize n_rows;
} Sums;

/* Rows @first to @last, without it, are one case.  It has ended when all of them have. */
static void
add_case (WaitCases *self,
          const WaitSpans *all,
          const WaitSpan *spans,
          gsize first,
          gsize last,
          Sums *sums)
{
  double end = -INFINITY;

  for (gsize i = first; i < last; i++) {
    end = isnan (spans[i].end) || isnan (end) ? NAN : fmax (end, spans[i].end);
    if (isnan (spans[i].end))
      continue;
    sums->reported += wait_span_length (all, &spans[i]);
    sums->n_rows++;
  }
  self->n_all++;
  self->n_again += last - first > 1;
  if (isnan (end))
    return;
  self->n_cases++;
  sums->whole += wait_spans_between (all, spans[first].start, end);
}

/* From the end of each row to the start of the next of its case. */
static void
fill_returns (WaitCases *self, const WaitSpan *spans, gsize n, double until)
{
  g_autofree double *gaps = g_new (double, n + 1), *left = g_new (double, n + 1);

  for (gsize i = 0; i < n; i++) {
    const gboolean again = i + 1 < n && spans[i + 1].case_number == spans[i].case_number;

    gaps[i] = again ? MAX (0, spans[i + 1].start - spans[i].end) : NAN;
    left[i] = until - spans[i].end; /* NaN while it is open */
  }
  kernel_returns (n, gaps, left, self->n_windows, self->followed, self->returned);
}

void
wait_cases_fill (WaitCases *self, const WaitSpans *spans, ScrutinyWaitsOptions *options)
{
  const gsize n = spans->spans->len;
  g_autofree WaitSpan *sorted = NULL;
  Sums sums = { 0 };

  self->ratio = self->reported = self->whole = NAN;
  if (!scrutiny_waits_options_get_key (options) || n == 0)
    return;

  sorted = g_memdup2 (spans->spans->data, n * sizeof *sorted);
  qsort (sorted, n, sizeof *sorted, by_case);
  for (gsize first = 0, last; first < n; first = last) {
    for (last = first + 1; last < n && sorted[last].case_number == sorted[first].case_number;)
      last++;
    add_case (self, spans, sorted, first, last, &sums);
  }
  self->reported = sums.reported / (double) sums.n_rows;
  self->whole = sums.whole / (double) self->n_cases;
  self->ratio = self->reported > 0 ? self->whole / self->reported : NAN;
  self->n_windows = scrutiny_waits_options_get_windows (options);
  self->followed = g_new0 (double, self->n_windows);
  self->returned = g_new0 (double, self->n_windows);
  fill_returns (self, sorted, n, spans->until);
}
