/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/reconcile.h"

#include "base/columns.h"
#include "base/error-private.h"
#include "base/number.h"
#include "base/period-days.h"
#include "base/printable.h"
#include "base/printed.h"

#include <math.h>
#include <string.h>

char *
reconcile_dup_printed (ScrutinyTable *published, gsize row)
{
  const char *const *texts = columns_find_texts (published, "value_text");
  const double *values = columns_find_numbers (published, "value");
  char shown[NUMBER_TEXT_SIZE];

  if (texts && *texts[row])
    return g_strdup (texts[row]);

  return g_strdup (isfinite (values[row]) ? number_format (values[row], shown) : "");
}

/* The days of each period that was recomputed. */
static GArray *
days_of (ScrutinySeries *series)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  const gsize n = scrutiny_series_get_n_values (series);
  GArray *days = g_array_sized_new (FALSE, TRUE, sizeof (PeriodDays), (guint) n);

  for (gsize i = 0; i < n; i++) {
    g_autofree char *text = scrutiny_timeline_dup_text (timeline, i);
    PeriodDays period = { G_MAXINT64, G_MININT64 }; /* within nothing */

    period_parse_days (text, strlen (text), &period);
    g_array_append_val (days, period);
  }

  return days;
}

/* The periods from @first on that lie within @days; FALSE unless they fill it without a gap. */
static gboolean
find_periods (const GArray *periods, const PeriodDays *days, guint *first, guint *n)
{
  gint64 next = days->first;

  *n = 0;
  for (guint i = 0; i < periods->len; i++) {
    const PeriodDays *period = &g_array_index (periods, PeriodDays, i);

    if (period->first < days->first || period->last > days->last)
      continue;
    if (period->first != next)
      return FALSE;
    if (*n == 0)
      *first = i;
    (*n)++;
    next = period->last + 1;
  }

  return *n > 0 && next == days->last + 1;
}

static void
sum_counts (ScrutinySeries *series, guint first, guint n, ReconciledRow *row)
{
  const double *numerators = scrutiny_series_get_numerators (series, NULL);
  const double *denominators = scrutiny_series_get_denominators (series, NULL);

  if (!numerators || !denominators)
    return;

  row->numerator = row->denominator = 0;
  for (guint i = first; i < first + n; i++) {
    row->numerator += numerators[i];
    row->denominator += denominators[i];
  }
}

static void
recompute_row (ScrutinySeries *series, guint first, guint n, ReconciledRow *row)
{
  sum_counts (series, first, n, row);
  if (n == 1)
    row->recomputed = scrutiny_series_get_value (series, first);
  else
    row->recomputed = scrutiny_series_get_scale (series) * row->numerator / row->denominator;
}

static GArray *
refuse_period (const char *period, gsize row, GError **error)
{
  g_autofree char *shown = printable_dup (period, 40);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, row + 1, "period", period,
                         "Published, row %" G_GSIZE_FORMAT ", column “period”: “%s” is not a "
                         "period that stands by itself, such as 2024-04 or 2024/25-Q1",
                         row + 1, shown);

  return NULL;
}

GArray *
reconcile_rows (ScrutinyTable *published, ScrutinySeries *recomputed, GError **error)
{
  const char *const *texts = columns_need_texts (published, "period", error);
  const double *values = texts ? columns_need_numbers (published, "value", error) : NULL;
  g_autoptr (GArray) periods = days_of (recomputed);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (ReconciledRow));

  for (gsize i = 0; values && i < scrutiny_table_get_n_rows (published); i++) {
    ReconciledRow row = { i, values[i], NAN, NAN, NAN, FALSE };
    g_autofree char *printed = reconcile_dup_printed (published, i);
    PeriodDays days;
    guint first, n;

    if (!period_parse_days (texts[i], strlen (texts[i]), &days))
      return refuse_period (texts[i], i, error);
    if (find_periods (periods, &days, &first, &n))
      recompute_row (recomputed, first, n, &row);
    row.agrees =
        printed_agrees (row.published, row.recomputed, printed_places (printed, row.published));
    g_array_append_val (rows, row);
  }

  return values ? g_steal_pointer (&rows) : NULL;
}
