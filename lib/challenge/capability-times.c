/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/capability-times.h"

#include "kernel/radix-sort.h"
#include "kernel/random.h"

#include <math.h>

/* A record begins with the first start but for 1 in 100, and is whole once 19 of 20 of those that
 * began with it have ended; it is whole until the last start but for 1 in 100.
 */
#define STRAY_SHARE 0.01
#define SETTLED_SHARE 0.95

/* One for each case: from its first start to its last end, NaN while a row of it is open. */
static WaitSpan *
tie_cases (const WaitSpans *spans)
{
  WaitSpan *cases = g_new (WaitSpan, spans->n_cases + 1);

  for (gsize i = 0; i < spans->n_cases; i++)
    cases[i] = (WaitSpan){ .start = INFINITY, .end = -INFINITY };
  for (guint i = 0; i < spans->spans->len; i++) {
    const WaitSpan *span = &g_array_index (spans->spans, WaitSpan, i);
    WaitSpan *whole = &cases[span->case_number];

    whole->start = fmin (whole->start, span->start);
    whole->end = isnan (span->end) || isnan (whole->end) ? NAN : fmax (whole->end, span->end);
  }

  return cases;
}

/* The value that a share of the sorted @values lies below. */
static double
value_at (const double *values, gsize n, double share)
{
  return n > 0 ? values[MIN ((gsize) (share * (double) n), n - 1)] : NAN;
}

/* From when to when what ends is not the shorter or the longer of what began. */
static void
find_window (CapabilityTimes *self, const WaitSpans *spans, const WaitSpan *cases)
{
  g_autofree double *starts = g_new (double, spans->n_cases + 1);
  g_autofree double *lasted = g_new (double, spans->n_cases + 1);
  g_autofree guint64 *work = g_new (guint64, 2 * spans->n_cases + 1);
  gsize n = 0;

  for (gsize i = 0; i < spans->n_cases; i++) {
    if (!isfinite (cases[i].start))
      continue;
    starts[n] = cases[i].start;
    lasted[n++] = wait_span_length_in_all_days (spans, &cases[i]);
  }
  kernel_radix_sort (n, starts, work);
  kernel_radix_sort (n, lasted, work);
  self->settled = value_at (lasted, n, SETTLED_SHARE);
  self->from = value_at (starts, n, STRAY_SHARE) + self->settled;
  self->to = floor (value_at (starts, n, 1 - STRAY_SHARE));
}

static int
by_end (gconstpointer a, gconstpointer b)
{
  const SingleTime *first = a, *second = b;

  if (first->end != second->end)
    return first->end < second->end ? -1 : 1;

  return first->lot < second->lot ? -1 : first->lot > second->lot;
}

void
capability_times_init (CapabilityTimes *self, const WaitSpans *spans, guint64 seed)
{
  g_autofree WaitSpan *cases = tie_cases (spans);

  *self = (CapabilityTimes){ .times = g_array_new (FALSE, FALSE, sizeof (SingleTime)) };
  find_window (self, spans, cases);
  for (gsize i = 0; i < spans->n_cases; i++) {
    const SingleTime one = {
      .end = cases[i].end,
      .lot = kernel_random_next (&seed),
      .length = wait_span_length (spans, &cases[i]),
      .is_settled = cases[i].end - cases[i].start <= self->settled,
    };

    if (!isfinite (one.end))
      continue;
    self->n_ended++;
    if (one.end >= self->from && one.end < self->to + 1)
      g_array_append_val (self->times, one);
  }
  g_array_sort (self->times, by_end);
}

void
capability_times_clear (CapabilityTimes *self)
{
  g_clear_pointer (&self->times, g_array_unref);
}
