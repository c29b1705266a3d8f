/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "compare/mix-protection.h"

#include "base/printed.h"
#include "compare/mix-spread.h"
#include "kernel/merge-parts.h"

#define N_COUNTS 4

/* Of each part what counts and the rest in both times; of events what they are out of, and of
 * means and sums that alone.
 */
static double *
dup_counts (const MixCells *self, MixCounts counts)
{
  const gboolean has_counts = counts == MIX_CASES || counts == MIX_EVENTS;
  double *all = g_new (double, N_COUNTS * self->n + 1);

  for (gsize i = 0; i < self->n; i++)
    for (gsize t = 0; t < 2; t++) {
      const double count = self->counts[t][i], total = self->totals[t][i];

      all[N_COUNTS * i + 2 * t] = has_counts ? count : 0;
      all[N_COUNTS * i + 2 * t + 1] = counts == MIX_CASES ? total - count : total;
    }

  return all;
}

static void
rename_parts (MixCells *self, const gsize *parts, gsize n_parts, gsize n_merged)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (gsize i = 0; i < self->n; i++)
    if (parts[i] + 1 < n_parts)
      g_ptr_array_add (names, g_strdup (self->names->pdata[i]));
  g_ptr_array_add (names, g_strdup_printf ("(%" G_GSIZE_FORMAT " smaller parts)", n_merged));
  g_ptr_array_unref (self->names);
  self->names = names;
}

/* Of one way to divide: its parts are the cells. */
static void
take_together (MixCells *self, const gsize *parts, gsize n_parts, gsize n_merged)
{
  for (gsize t = 0; t < 2; t++) {
    double *counts = self->counts[t], *totals = self->totals[t], *squares = self->squares[t];
    g_autofree MixCases *merged = g_new0 (MixCases, n_parts + 1);

    for (gsize i = 0; i < self->n; i++)
      merged[parts[i]] =
          mix_cases_together (merged[parts[i]], (MixCases){ counts[i], totals[i], squares[i] });
    for (gsize i = 0; i < n_parts; i++) {
      counts[i] = merged[i].sum;
      totals[i] = merged[i].n;
      squares[i] = merged[i].squares;
    }
  }
  rename_parts (self, parts, n_parts, n_merged);
  self->n = n_parts;
}

static char *
dup_why_not (const MixCells *self,
             MixCounts counts,
             KernelStatus status,
             gsize n_parts,
             guint least)
{
  if (status != KERNEL_OK && counts != MIX_CASES)
    return g_strdup_printf ("All parts together have fewer than %u cases in one of the two, and "
                            "are not told of: ask for longer periods.",
                            least);
  if (status != KERNEL_OK)
    return g_strdup_printf ("All parts together have fewer than %u cases that count, or fewer that "
                            "do not, in one of the two, and are not told of: ask for longer "
                            "periods.",
                            least);
  if (self->n_ways > 1)
    return g_strdup_printf ("Parts of fewer than %u cases are not told of, and parts by several "
                            "columns cannot be taken together without leaving one column out: "
                            "name one column, or ask for coarser parts.",
                            least);
  if (n_parts < 2)
    return g_strdup_printf (
        "Parts of fewer than %u cases are not told of, and taken together until "
        "none is so small they are one: ask for coarser parts, or for longer "
        "periods.",
        least);

  return NULL;
}

char *
mix_cells_protect (MixCells *self, MixCounts counts, guint least)
{
  g_autofree double *all = NULL;
  g_autofree gsize *parts = g_new0 (gsize, self->n + 1);
  gsize n_parts = 0, n_merged = 0;
  KernelStatus status;
  char *why_not;

  if (least == 0 || self->unknown)
    return NULL;
  all = dup_counts (self, counts);
  status = kernel_merge_parts (self->n, N_COUNTS, all, least, parts, &n_parts, &n_merged);
  if (status == KERNEL_OK && n_merged == 0)
    return NULL;
  why_not = dup_why_not (self, counts, status, n_parts, least);
  if (!why_not)
    take_together (self, parts, n_parts, n_merged);

  return why_not;
}

void
mix_cells_round (MixCells *self, MixCounts counts, guint round_to)
{
  for (gsize t = 0; t < 2; t++)
    for (gsize i = 0; i < self->n; i++) {
      self->counts[t][i] = printed_round_count (self->counts[t][i], round_to);
      if (counts == MIX_CASES)
        self->totals[t][i] = printed_round_count (self->totals[t][i], round_to);
    }
}
