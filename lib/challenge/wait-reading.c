/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/wait-reading.h"

#include "base/error-private.h"
#include "base/number.h"
#include "challenge/wait-cases.h"
#include "challenge/wait-protection.h"
#include "kernel/normal.h"
#include "kernel/quantile-ranks.h"
#include "kernel/radix-sort.h"

#include <math.h>

#define MOST_WINDOWS 1000

const double waits_shares[WAITS_N_SHARES] = { 0.5, 0.75, 0.9, 0.95 };

static gboolean
check_options (ScrutinyWaitsOptions *options, GError **error)
{
  const double level = scrutiny_waits_options_get_level (options);
  const guint windows = scrutiny_waits_options_get_windows (options);
  char text[NUMBER_TEXT_SIZE];

  if (level > 0 && level < 1 && windows >= 1 && windows <= MOST_WINDOWS)
    return TRUE;
  if (!(level > 0 && level < 1))
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "level", NULL,
                           "Waits, level: %s is not between 0 and 1; 0.95 is usual",
                           number_show (level, text));
  else
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "windows", NULL,
                           "Waits, windows: %u is not from 1 to %d days", windows, MOST_WINDOWS);

  return FALSE;
}

static void
fill_lengths (WaitReading *self)
{
  const WaitSpans *spans = self->spans;
  double sum = 0;

  self->n = spans->spans->len;
  self->finished = g_new (double, self->n + 1);
  self->open = g_new (double, self->n + 1);
  for (gsize i = 0; i < self->n; i++) {
    const WaitSpan *span = &g_array_index (spans->spans, WaitSpan, i);
    const double length = wait_span_length (spans, span);

    if (isnan (span->end)) {
      self->open[self->n_open++] = length;
    } else {
      self->finished[self->n_finished++] = length;
      sum += length;
    }
  }
  self->mean = self->n_finished ? sum / (double) self->n_finished : NAN;
}

static double
at_rank (const double *values, gsize n, gsize rank)
{
  return rank < n ? values[rank] : NAN;
}

/* The smallest value with at least that share at or below it. */
static double
quantile_of (const double *values, gsize n, double share)
{
  const gsize rank = (gsize) ceil (share * (double) n - 1e-9);

  return n ? values[rank > 0 ? rank - 1 : 0] : NAN;
}

static void
fill_quantiles (WaitReading *self)
{
  for (gsize k = 0; k < WAITS_N_SHARES; k++) {
    WaitQuantile *plain = &self->finished_quantiles[k];
    KernelQuantileRanks ranks;

    if (kernel_survival_quantile (self->n_steps, self->steps, waits_shares[k], self->z,
                                  &self->quantiles[k]) != KERNEL_OK)
      self->quantiles[k] = (KernelSurvivalQuantile){ NAN, NAN, NAN };
    plain->value = quantile_of (self->finished, self->n_finished, waits_shares[k]);
    plain->low = plain->high = NAN;
    if (kernel_quantile_ranks (self->n_finished, waits_shares[k], self->level, &ranks) != KERNEL_OK)
      continue;
    plain->low = at_rank (self->finished, self->n_finished, ranks.low);
    plain->high = at_rank (self->finished, self->n_finished, ranks.high);
  }
}

gboolean
wait_reading_init (WaitReading *self,
                   ScrutinyTable *table,
                   const char *from,
                   const char *to,
                   ScrutinyWaitsOptions *options,
                   GError **error)
{
  g_autofree guint64 *work = NULL;

  if (!check_options (options, error))
    return FALSE;
  self->spans = wait_spans_new (table, from, to, options, error);
  if (!self->spans)
    return FALSE;

  self->level = scrutiny_waits_options_get_level (options);
  self->fewest = scrutiny_waits_options_get_disclosure (options);
  self->names_rows = scrutiny_waits_options_get_names_rows (options);
  self->z = kernel_normal_quantile (0.5 + self->level / 2);
  fill_lengths (self);
  work = g_new (guint64, 2 * self->n + 1);
  kernel_radix_sort (self->n_finished, self->finished, work);
  kernel_radix_sort (self->n_open, self->open, work);
  self->steps = g_new (KernelKaplanMeierStep, self->n_finished + 1);
  self->n_steps =
      kernel_kaplan_meier (self->n_finished, self->finished, self->n_open, self->open, self->steps);
  self->open_median = quantile_of (self->open, self->n_open, 0.5);
  fill_quantiles (self);
  wait_balance_init (&self->balance, self->spans);
  wait_cases_fill (&self->cases, self->spans, options);
  self->n_known = isnan (self->quantiles[0].value) ? 0 : isnan (self->quantiles[3].value) ? 1 : 2;
  wait_reading_protect (self);

  return TRUE;
}

void
wait_reading_clear (WaitReading *self)
{
  g_clear_pointer (&self->spans, wait_spans_free);
  g_free (self->finished);
  g_free (self->open);
  g_free (self->steps);
  g_free (self->cases.followed);
  g_free (self->cases.returned);
}
