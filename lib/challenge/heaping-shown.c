/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/heaping-shown.h"

#include "kernel/merge-bins.h"

#include <math.h>

static double
count_between (gint64 first, gint64 end, gconstpointer counts)
{
  double sum = 0;

  for (gint64 i = first; i < end; i++)
    sum += ((const double *) counts)[i];

  return sum;
}

/* The first length after @from at which a row has to end. */
static gsize
find_end (const PileupAsked *asked, gsize from, gsize n, const double *counts, gboolean has_limit)
{
  const gint64 half = (gint64) asked->shape.half, after = pileup_asked_last (asked) + 1;
  const gint64 ends[] = { asked->limit - half,
                          pileup_asked_first (asked),
                          after,
                          after + pileup_asked_n_window (asked),
                          after + (gint64) asked->shape.beyond,
                          asked->limit + half + 1 };
  gint64 end = (gint64) n;

  for (guint i = 0; has_limit && i < G_N_ELEMENTS (ends); i++)
    if (ends[i] > (gint64) from)
      end = MIN (end, ends[i]);

  return (gsize) pileup_asked_find_known_end (asked, (gint64) from, end, count_between, counts);
}

/* What comes after the last length at which enough have been counted since the last one. */
static void
drop_rest (gsize n, double *counts, double threshold)
{
  double held = 0;
  gsize kept = 0;

  for (gsize i = 0; i < n; i++) {
    held += counts[i];
    if (held < threshold)
      continue;
    held = 0;
    kept = i + 1;
  }
  for (gsize i = kept; i < n; i++)
    counts[i] = 0;
}

/* Rows of one stretch, numbered from @first on; returns the number after them. */
static gsize
cut_stretch (gsize n, double *counts, gsize *rows, gsize first, double threshold)
{
  gsize n_rows;

  if (kernel_merge_bins (n, counts, threshold, rows, &n_rows) != KERNEL_OK) {
    for (gsize i = 0; i < n; i++) {
      counts[i] = NAN;
      rows[i] = first;
    }
    return first + 1;
  }
  for (gsize i = 0; i < n; i++)
    rows[i] += first;

  return first + n_rows;
}

/* The last stretch ends where its last row does: nothing of what is left over counts. */
static void
cut_end (gsize n, double *counts, gsize *rows, gsize first, double threshold)
{
  gsize n_kept = n;

  drop_rest (n, counts, threshold);
  while (n_kept > 0 && counts[n_kept - 1] == 0)
    n_kept--;
  if (n_kept > 0)
    first = cut_stretch (n_kept, counts, rows, first, threshold);
  for (gsize i = n_kept; i < n; i++)
    rows[i] = first;
}

/* Shorter ones than a length that may be shown are a row of nothing. */
static gsize
skip_empty (gsize n, const double *counts, gsize *rows, double threshold)
{
  gsize n_empty = 0;

  while (n_empty < n && counts[n_empty] == 0)
    rows[n_empty++] = 0;

  return n_empty < n && counts[n_empty] >= threshold ? n_empty : 0;
}

void
heaping_shown_init (gsize n,
                    double *counts,
                    gsize *rows,
                    const PileupAsked *asked,
                    gboolean has_limit)
{
  gsize from = skip_empty (n, counts, rows, asked->disclosure), row = 1;

  for (gsize end = 0; end < n; from = end) {
    end = find_end (asked, from, n, counts, has_limit);
    if (end == n)
      break;
    row = cut_stretch (end - from, counts + from, rows + from, row, asked->disclosure);
  }
  cut_end (n - from, counts + from, rows + from, row, asked->disclosure);
  heaping_shown_spread (n, counts, rows, NULL);
}

void
heaping_shown_spread (gsize n, double *counts, const gsize *rows, const double *curve)
{
  for (gsize first = 0, end; first < n; first = end) {
    double sum = 0, height = 0;

    for (end = first; end < n && rows[end] == rows[first]; end++) {
      sum += counts[end];
      height += curve ? curve[end] : 1;
    }
    for (gsize i = first; height > 0 && i < end; i++)
      counts[i] = sum * (curve ? curve[i] : 1) / height;
  }
}
