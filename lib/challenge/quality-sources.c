/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/quality-sources.h"

#include "base/columns.h"
#include "base/period-days.h"
#include "kernel/agreement.h"
#include "kernel/clopper-pearson.h"
#include "kernel/hampel.h"
#include "kernel/median.h"

#include <glib/gi18n.h>

#include <math.h>
#include <string.h>

static const double CHANCE_TO_SAY = 0.05;

/* A window of seven values, three spreads wide: what is usual for this filter. */
#define HALF_WINDOW 3
static const double HAMPEL_WIDTH = 3;

static const double AUDIT_LEVEL = 0.90; /* an upper limit of 95%, both sides together */

static void
say_other (QualityReading *reading, const KernelAgreement *found, gsize n_off)
{
  const QualityTable *table = reading->table;
  const gboolean is_one_sided = found->sign_chance < CHANCE_TO_SAY;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n", "x", (gint64) found->n);
  g_variant_dict_insert (&facts, "n_off", "x", (gint64) n_off);
  g_variant_dict_insert (&facts, "value", "s", table->number_names[QUALITY_VALUE]);
  g_variant_dict_insert (&facts, "other", "s", table->number_names[QUALITY_OTHER]);
  g_variant_dict_insert (&facts, "bias", "d", fabs (found->bias));
  g_variant_dict_insert (&facts, "low", "d", found->low);
  g_variant_dict_insert (&facts, "high", "d", found->high);
  g_variant_dict_insert (&facts, "chance", "d", found->sign_chance);
  g_variant_dict_insert (&facts, "false_alarm", "d", CHANCE_TO_SAY);
  quality_say (
      reading, "quality.sources-differ",
      !is_one_sided
          ? N_ ("{value:q} and {other:q} differ in {n_off:n} of {n:n} rows, neither of them "
                "higher more often than chance.")
      : found->bias > 0
          ? N_ ("{value:q} and {other:q} differ in {n_off:n} of {n:n} rows; {value:q} is "
                "higher by {bias:.2} on average, and more often than chance would have it.")
          : N_ ("{value:q} and {other:q} differ in {n_off:n} of {n:n} rows; {value:q} is "
                "lower by {bias:.2} on average, and more often than chance would have it."),
      N_ ("Do the two count the same thing, and which of them is used?"), NULL, &facts);
}

/* Bland and Altman's limits, and the signs. */
static void
look_at_other (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const double *values = table->numbers[QUALITY_VALUE], *others = table->numbers[QUALITY_OTHER];
  KernelAgreement found;
  QualityFact *fact;

  if (kernel_agreement (table->n_rows, values, others, &found) != KERNEL_OK)
    return;
  fact = quality_facts_add (reading, "accuracy", "difference", table->number_names[QUALITY_OTHER],
                            found.bias, NAN);
  fact->low = found.low;
  fact->high = found.high;
  fact = quality_facts_add (reading, "accuracy", "rows-that-differ",
                            table->number_names[QUALITY_OTHER],
                            (double) (found.n_above + found.n_below), (double) found.n);
  for (gsize row = 0; row < table->n_rows; row++)
    if (values[row] != others[row] && !isnan (values[row]) && !isnan (others[row]))
      quality_fact_add_row (fact, row);
  if (found.n_above + found.n_below > 0)
    say_other (reading, &found, found.n_above + found.n_below);
}

/* What a sample tells of all rows. */
static void
look_at_audit (QualityReading *reading)
{
  const double n_wrong = reading->table->n_wrong, n_checked = reading->table->n_checked;
  QualityFact *fact =
      quality_facts_add (reading, "accuracy", "audited-wrong", NULL, n_wrong, n_checked);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);
  gsize bad;

  if (kernel_clopper_pearson (1, &n_wrong, &n_checked, AUDIT_LEVEL, &fact->low, &fact->high,
                              &bad) != KERNEL_OK)
    return;
  g_variant_dict_insert (&facts, "n_wrong", "x", (gint64) n_wrong);
  g_variant_dict_insert (&facts, "n_checked", "x", (gint64) n_checked);
  g_variant_dict_insert (&facts, "most", "d", 100 * fact->high);
  if (n_wrong > 0)
    quality_say (
        reading, "quality.audited",
        N_ ("{n_wrong} of {n_checked} rows that were checked did not agree with what they "
            "record. If the sample was drawn by lot, up to {most:.1}% of all rows may not."),
        N_ ("What was wrong with them, and does it change a figure?"), NULL, &facts);
  else
    g_variant_dict_clear (&facts);
}

/* How values were revised after they were first published. */
typedef struct {
  double n, n_up, n_down, sum, size, most;
  gsize most_row;
} Revisions;

static Revisions
count_revisions (const QualityTable *table)
{
  Revisions found = { 0 };

  for (gsize row = 0; row < table->n_rows; row++) {
    const double moved = table->numbers[QUALITY_VALUE][row] - table->numbers[QUALITY_FIRST][row];

    if (isnan (moved))
      continue;
    found.n++;
    found.n_up += moved > 0;
    found.n_down += moved < 0;
    found.sum += moved;
    found.size += fabs (moved);
    if (fabs (moved) > found.most) {
      found.most = fabs (moved);
      found.most_row = row;
    }
  }

  return found;
}

/* Correlation of the revision with @values; NaN where one of them does not vary. */
static double
correlation_with (const QualityTable *table, const double *values)
{
  double n = 0, x_mean = 0, y_mean = 0, xx = 0, yy = 0, xy = 0;

  for (gsize row = 0; row < table->n_rows; row++) {
    const double x = table->numbers[QUALITY_VALUE][row] - table->numbers[QUALITY_FIRST][row];
    const double y = values[row];

    if (isnan (x) || isnan (y))
      continue;
    n++;
    const double x_off = x - x_mean, y_off = y - y_mean;
    x_mean += x_off / n;
    y_mean += y_off / n;
    xx += x_off * (x - x_mean);
    yy += y_off * (y - y_mean);
    xy += x_off * (y - y_mean);
  }

  return xx > 0 && yy > 0 ? xy / sqrt (xx * yy) : NAN;
}

static void
say_revisions (QualityReading *reading, const Revisions *found)
{
  g_autofree char *row = quality_table_dup_row (reading->table, found->most_row);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n", "x", (gint64) found->n);
  g_variant_dict_insert (&facts, "n_revised", "x", (gint64) (found->n_up + found->n_down));
  g_variant_dict_insert (&facts, "n_up", "x", (gint64) found->n_up);
  g_variant_dict_insert (&facts, "n_down", "x", (gint64) found->n_down);
  g_variant_dict_insert (&facts, "size", "d", found->size / (found->n_up + found->n_down));
  g_variant_dict_insert (&facts, "most", "d", found->most);
  g_variant_dict_insert (&facts, "row", "s", row);
  quality_say (
      reading, "quality.revised",
      N_ ("{n_revised} of {n} figures {n_revised|was|were} revised after they were first "
          "published, {n_up} "
          "up and {n_down} down, by {size:.2} on average; the furthest, by {most:.2}, is "
          "{row}."),
      N_ ("Which figures did decisions rest on, and is the latest one still to be revised?"),
      N_ ("Each figure as first published and as it is now"), &facts);
}

static void
look_at_revisions (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const Revisions found = count_revisions (table);
  const char *column = table->number_names[QUALITY_FIRST];
  QualityFact *fact;

  fact = quality_facts_add (reading, "revision", "revised", column, found.n_up + found.n_down,
                            found.n);
  for (gsize row = 0; row < table->n_rows; row++)
    if (fabs (table->numbers[QUALITY_VALUE][row] - table->numbers[QUALITY_FIRST][row]) > 0)
      quality_fact_add_row (fact, row);
  quality_facts_add (reading, "revision", "revised-up", column, found.n_up,
                     found.n_up + found.n_down);
  quality_facts_add (reading, "revision", "mean", column, found.n > 0 ? found.sum / found.n : NAN,
                     NAN);
  quality_facts_add (reading, "revision", "mean-size", column,
                     found.n > 0 ? found.size / found.n : NAN, NAN);
  /* News leaves the first value unrelated to what is to come; noise, the last. */
  quality_facts_add (reading, "revision", "correlation-with-first", column,
                     correlation_with (table, table->numbers[QUALITY_FIRST]), NAN);
  quality_facts_add (reading, "revision", "correlation-with-last", column,
                     correlation_with (table, table->numbers[QUALITY_VALUE]), NAN);
  if (found.n_up + found.n_down > 0)
    say_revisions (reading, &found);
}

static void
say_early (QualityReading *reading, const QualityFact *fact)
{
  g_autofree char *rows = quality_fact_dup_rows (fact, reading->table);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (fact->value == 0)
    return;

  g_variant_dict_insert (&facts, "n_off", "x", (gint64) fact->value);
  g_variant_dict_insert (&facts, "n", "x", (gint64) fact->of);
  g_variant_dict_insert (&facts, "rows", "s", rows);
  quality_say (
      reading, "quality.published-early",
      N_ ("{n_off} of {n} figures {n_off|was|were} published before {n_off|its|their} period "
          "had ended: {rows}."),
      N_ ("What do they hold of the rest of the period?"), NULL, &facts);
}

/* Days from the end of a period to its publication. */
static void
look_at_lag (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const char *column = table->days[QUALITY_PUBLISHED];
  const char *const *texts = columns_find_texts (table->table, column);
  g_autofree double *lags = g_new (double, table->n_rows);
  g_autofree double *work = g_new (double, table->n_rows);
  QualityFact *early = quality_facts_add (reading, "timeliness", "before-end", column, 0, 0);
  double median = NAN, most = NAN;
  gsize n_used;

  for (gsize row = 0; row < table->n_rows; row++) {
    PeriodDays published, period;

    lags[row] = NAN;
    if (!texts[row] || !period_parse_days (texts[row], strlen (texts[row]), &published) ||
        !period_get_days (&table->periods[row], &period))
      continue;
    lags[row] = (double) (published.last - period.last);
    most = fmax (most, lags[row]);
    early->of++;
    if (lags[row] >= 0)
      continue;
    early->value++;
    quality_fact_add_row (early, row);
  }
  if (kernel_median (table->n_rows, lags, NULL, work, &median, &n_used) == KERNEL_OK) {
    quality_facts_add (reading, "timeliness", "median-days", column, median, NAN);
    quality_facts_add (reading, "timeliness", "most-days", column, most, NAN);
  }
  say_early (reading, early);
}

static void
say_after_meeting (QualityReading *reading, const QualityFact *fact)
{
  g_autofree char *rows = quality_fact_dup_rows (fact, reading->table);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (fact->value == 0)
    return;

  g_variant_dict_insert (&facts, "n_off", "x", (gint64) fact->value);
  g_variant_dict_insert (&facts, "n", "x", (gint64) fact->of);
  g_variant_dict_insert (&facts, "rows", "s", rows);
  g_variant_dict_insert (&facts, "false_alarm", "d", 0.0);
  quality_say (reading, "quality.after-meeting",
               N_ ("{n_off} of {n} figures {n_off|was|were} published after the meeting that used "
                   "{n_off|it|them}: {rows}."),
               N_ ("Which figures did the meeting have before it, and from where?"),
               N_ ("The papers of the meeting, with the day each figure in them was made"), &facts);
}

/* Figures of which a meeting could not have seen the publication. */
static void
look_at_meetings (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const char *column = table->days[QUALITY_MEETING];
  const char *const *texts = columns_find_texts (table->table, table->days[QUALITY_PUBLISHED]);
  const char *const *met = columns_find_texts (table->table, column);
  QualityFact *fact = quality_facts_add (reading, "timeliness", "after-meeting", column, 0, 0);

  for (gsize row = 0; row < table->n_rows; row++) {
    PeriodDays published, meeting;

    if (!texts[row] || !period_parse_days (texts[row], strlen (texts[row]), &published) ||
        !met[row] || !period_parse_days (met[row], strlen (met[row]), &meeting))
      continue;
    fact->of++;
    if (published.first <= meeting.last)
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say_after_meeting (reading, fact);
}

/* Values far from their neighbours: a fact beside the chart, which is where they are asked of. */
static void
look_at_outliers (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  QualityFact *fact = quality_facts_add (reading, "outlier", "far-from-neighbours",
                                         table->number_names[QUALITY_VALUE], 0, 0);
  gsize first, end = 0;

  while (quality_table_next_group (table, &first, &end)) {
    const gsize n = end - first;
    g_autofree double *values = g_new (double, n);
    g_autofree double *filtered = g_new (double, n);
    g_autofree guint8 *clipped = g_new0 (guint8, n);

    for (gsize i = 0; i < n; i++)
      values[i] = table->numbers[QUALITY_VALUE][table->order[first + i]];
    if (kernel_hampel (n, values, HALF_WINDOW, HAMPEL_WIDTH, filtered, clipped, NULL) != KERNEL_OK)
      continue;
    for (gsize i = 0; i < n; i++) {
      fact->of += !isnan (values[i]);
      fact->value += clipped[i];
      if (clipped[i])
        quality_fact_add_row (fact, table->order[first + i]);
    }
  }
}

void
quality_sources_look (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const gboolean has_value = table->numbers[QUALITY_VALUE] != NULL;

  if (has_value && table->numbers[QUALITY_OTHER])
    look_at_other (reading);
  if (table->n_checked > 0)
    look_at_audit (reading);
  if (has_value && table->numbers[QUALITY_FIRST])
    look_at_revisions (reading);
  if (table->periods && table->days[QUALITY_PUBLISHED])
    look_at_lag (reading);
  if (table->days[QUALITY_PUBLISHED] && table->days[QUALITY_MEETING])
    look_at_meetings (reading);
  if (table->periods && has_value)
    look_at_outliers (reading);
}
