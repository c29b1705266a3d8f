/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/quality-sums.h"

#include "base/columns.h"
#include "base/number.h"
#include "base/printed.h"
#include "challenge/reproduction.h"
#include "kernel/grim.h"

#include <glib/gi18n.h>

#include <math.h>

static const char *
text_of (const QualityTable *table, gsize row)
{
  return table->value_texts ? table->value_texts[row] : NULL;
}

/* The value as it was printed. */
static char *
dup_printed (const QualityTable *table, gsize row)
{
  char text[NUMBER_TEXT_SIZE];

  if (table->value_texts && table->value_texts[row] && *table->value_texts[row])
    return g_strdup (table->value_texts[row]);

  return g_strdup (number_show (table->numbers[QUALITY_VALUE][row], text));
}

static void
say_off (QualityReading *reading, const Reproduction *found)
{
  const QualityTable *table = reading->table;
  const ReproductionRow *off = reproduction_find_furthest (found, table->numbers[QUALITY_VALUE]);
  const gsize row = off->row;
  g_autofree char *name = quality_table_dup_row (table, row);
  g_autofree char *published = dup_printed (table, row);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n", "x", (gint64) found->n);
  g_variant_dict_insert (&facts, "n_off", "x", (gint64) found->off->len);
  g_variant_dict_insert (&facts, "row", "s", name);
  g_variant_dict_insert (&facts, "published", "s", published);
  g_variant_dict_insert (&facts, "recomputed", "d", off->recomputed);
  g_variant_dict_insert (&facts, "numerator", "d", table->numbers[QUALITY_NUMERATOR][row]);
  g_variant_dict_insert (&facts, "denominator", "d", table->numbers[QUALITY_DENOMINATOR][row]);
  quality_say (
      reading, "quality.not-reproduced",
      N_ ("{n_off:n} of {n:n} figures {n_off|is|are} not what {n_off|its|their} own counts "
          "give; furthest off is {row}: {numerator} of {denominator} is {recomputed:.3}, not "
          "{published}."),
      N_ ("How was {published} worked out, and which of the two figures is right?"), NULL, &facts);
}

static void
look_at_counts (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const ReproductionColumns columns = {
    .values = table->numbers[QUALITY_VALUE],
    .texts = table->value_texts,
    .numerators = table->numbers[QUALITY_NUMERATOR],
    .denominators = table->numbers[QUALITY_DENOMINATOR],
  };
  g_auto (Reproduction) found = { 0 };
  QualityFact *fact;
  gsize first, end = 0;

  reproduction_init (&found);
  while (quality_table_next_group (table, &first, &end))
    reproduction_add (&found, &columns, table->order + first, end - first);
  fact =
      quality_facts_add (reading, "consistency", "reproduced", table->number_names[QUALITY_VALUE],
                         (double) (found.n - found.off->len), (double) found.n);
  for (guint i = 0; i < found.off->len; i++)
    quality_fact_add_row (fact, g_array_index (found.off, ReproductionRow, i).row);
  if (found.off->len > 0)
    say_off (reading, &found);
}

/* A percentage, a column of which goes beyond 1. */
static double
find_scale (const QualityTable *table)
{
  for (gsize row = 0; row < table->n_rows; row++)
    if (table->numbers[QUALITY_VALUE][row] > 1)
      return 100;

  return 1;
}

#define CANNOT_COME \
  "{row}: {published} cannot come from {denominator} {denominator|case|cases}: {below} " \
  "{below|gives|give} {value_below:.3}, {above} {above|gives|give} {value_above:.3}."
#define CANNOT_COME_PERCENT \
  "{row}: {published}% cannot come from {denominator} {denominator|case|cases}: {below} " \
  "{below|gives|give} {value_below:.1}%, {above} {above|gives|give} {value_above:.1}%."
#define AND_OTHERS " The same is so of {n_impossible:n} of {n:n} figures in all."

/* By whether it is so of others, and of percentages. */
static const char *const impossible[2][2] = {
  { N_ (CANNOT_COME), N_ (CANNOT_COME_PERCENT) },
  { N_ (CANNOT_COME AND_OTHERS), N_ (CANNOT_COME_PERCENT AND_OTHERS) },
};

static void
say_impossible (QualityReading *reading, const QualityFact *fact, gsize row, double scale)
{
  const QualityTable *table = reading->table;
  const double value = table->numbers[QUALITY_VALUE][row];
  const double total = table->numbers[QUALITY_DENOMINATOR][row];
  const double below = floor (value / scale * total);
  g_autofree char *name = quality_table_dup_row (table, row);
  g_autofree char *published = dup_printed (table, row);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n", "x", (gint64) fact->of);
  g_variant_dict_insert (&facts, "n_impossible", "x", (gint64) fact->value);
  g_variant_dict_insert (&facts, "row", "s", name);
  g_variant_dict_insert (&facts, "published", "s", published);
  g_variant_dict_insert (&facts, "denominator", "d", total);
  g_variant_dict_insert (&facts, "below", "d", below);
  g_variant_dict_insert (&facts, "above", "d", below + 1);
  g_variant_dict_insert (&facts, "value_below", "d", scale * below / total);
  g_variant_dict_insert (&facts, "value_above", "d", scale * (below + 1) / total);
  quality_say (reading, "quality.not-possible", impossible[fact->value > 1][scale == 100],
               N_ ("Which count does {published} come from, and is {denominator} what it was "
                   "divided by?"),
               N_ ("The numerator and denominator of each figure"), &facts);
}

/* Shares of a whole number of cases, without the count itself. */
static void
look_at_shares (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const double *totals = table->numbers[QUALITY_DENOMINATOR];
  const double scale = find_scale (table);
  QualityFact *fact = quality_facts_add (reading, "consistency", "not-possible",
                                         table->number_names[QUALITY_VALUE], 0, 0);

  for (gsize row = 0; row < table->n_rows; row++) {
    const double value = table->numbers[QUALITY_VALUE][row];
    const guint places = printed_places (text_of (table, row), value);
    KernelCounts counts;

    if (totals[row] != floor (totals[row]) || value > scale ||
        kernel_grim (value, printed_half_digit (value, places), scale, totals[row], &counts) !=
            KERNEL_OK)
      continue;
    fact->of++;
    if (counts.first <= counts.last)
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  if (fact->value > 0)
    say_impossible (reading, fact, g_array_index (fact->rows, gsize, fact->rows->len - 1), scale);
}

/* How far a sum of @n printed numbers may be from another by rounding alone. */
static double
slack_of (guint n, guint decimals)
{
  if (decimals > PRINTED_MOST_DECIMALS)
    return 1e-6;

  return decimals == 0 ? 0 : 0.5 * pow (10, -(double) decimals) * (n + 1);
}

static void
say_sums (QualityReading *reading,
          const QualityFact *fact,
          const char *id,
          const char *statement,
          const char *question)
{
  const QualityTable *table = reading->table;
  g_autofree char *rows = quality_fact_dup_rows (fact, table);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (fact->value == 0)
    return;

  g_variant_dict_insert (&facts, "n_off", "x", (gint64) fact->value);
  g_variant_dict_insert (&facts, "n", "x", (gint64) fact->of);
  g_variant_dict_insert (&facts, "column", "s", fact->column);
  g_variant_dict_insert (&facts, "rows", "s", rows);
  quality_say (reading, id, statement, question, NULL, &facts);
}

/* Sums of whole numbers agree exactly; of rounded ones to half a digit each. */
static void
look_at_parts (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const guint n_parts = g_strv_length (table->parts);
  const double *totals = table->numbers[QUALITY_TOTAL];
  guint decimals = printed_decimals_of (totals, table->n_rows);
  QualityFact *fact =
      quality_facts_add (reading, "consistency", "parts", table->number_names[QUALITY_TOTAL], 0, 0);

  for (guint k = 0; k < n_parts; k++)
    decimals =
        MAX (decimals, printed_decimals_of (columns_find_numbers (table->table, table->parts[k]),
                                            table->n_rows));
  for (gsize row = 0; row < table->n_rows; row++) {
    double sum = 0;

    for (guint k = 0; k < n_parts; k++)
      sum += columns_find_numbers (table->table, table->parts[k])[row];
    if (isnan (sum) || isnan (totals[row]))
      continue;
    fact->of++;
    if (fabs (sum - totals[row]) <= slack_of (n_parts, decimals) + 1e-9 * fabs (sum))
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say_sums (reading, fact, "quality.parts",
            N_ ("In {n_off:n} of {n:n} rows the parts do not add up to {column:q}: {rows}."),
            N_ ("Is a part missing, or is one counted twice?"));
}

/* opening + in - out = closing */
static void
look_at_stock (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const double *opening = table->numbers[QUALITY_OPENING], *into = table->numbers[QUALITY_INTO];
  const double *out = table->numbers[QUALITY_OUT], *closing = table->numbers[QUALITY_CLOSING];
  QualityFact *fact = quality_facts_add (reading, "consistency", "stock",
                                         table->number_names[QUALITY_CLOSING], 0, 0);

  for (gsize row = 0; row < table->n_rows; row++) {
    const double off = opening[row] + into[row] - out[row] - closing[row];

    if (isnan (off))
      continue;
    fact->of++;
    if (fabs (off) <= 1e-9 * fabs (closing[row]))
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say_sums (
      reading, fact, "quality.stock",
      N_ ("In {n_off:n} of {n:n} rows what was there at the start, and what came and went, do "
          "not give {column:q}: {rows}."),
      N_ ("Which of the four numbers is taken from another source or at another time?"));
}

/* The stock at the end of a period is the one the next begins with. */
static void
look_at_openings (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  QualityFact *fact = quality_facts_add (reading, "consistency", "carried-over",
                                         table->number_names[QUALITY_OPENING], 0, 0);

  for (gsize k = 1; k < table->n_rows; k++) {
    const gsize before = table->order[k - 1], row = table->order[k];
    const double off =
        table->numbers[QUALITY_CLOSING][before] - table->numbers[QUALITY_OPENING][row];

    if (table->group[before] != table->group[row] || isnan (off) ||
        table->periods[row].ordinal != table->periods[before].ordinal + 1)
      continue;
    fact->of++;
    if (off == 0)
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say_sums (reading, fact, "quality.carried-over",
            N_ ("{n_off:n} of {n:n} periods {n_off|does|do} not begin with what the one before "
                "ended with: "
                "{rows}."),
            N_ ("Were cases opened again, removed or moved between two counts?"));
}

/* Whole numbers, so that each period's total to date holds the one before. */
static gboolean
is_count (const double *values, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[i]) && values[i] != floor (values[i]))
      return FALSE;

  return TRUE;
}

/* Totals of a year to date rise until the year ends. */
static void
look_at_totals_to_date (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const double *counts = table->numbers[QUALITY_NUMERATOR] ? table->numbers[QUALITY_NUMERATOR]
                                                           : table->numbers[QUALITY_VALUE];
  QualityFact *fact;

  if (!table->periods || table->n_rows == 0 || table->periods[0].window != PERIOD_TO_DATE ||
      !counts || !is_count (counts, table->n_rows))
    return;

  fact = quality_facts_add (reading, "consistency", "to-date", NULL, 0, 0);
  for (gsize k = 1; k < table->n_rows; k++) {
    const gsize before = table->order[k - 1], row = table->order[k];
    const guint steps = period_steps_per_year (table->periods[row].calendar);
    const gint64 start = steps == 12 ? 3 : steps == 4 ? 1 : 0; /* years from April */
    const gint64 year = steps ? (table->periods[row].ordinal - start) / steps : 0;
    const gint64 year_before = steps ? (table->periods[before].ordinal - start) / steps : 0;

    if (table->group[before] != table->group[row] || steps == 0 || year != year_before ||
        isnan (counts[row]) || isnan (counts[before]))
      continue;
    fact->of++;
    if (counts[row] >= counts[before])
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say_sums (reading, fact, "quality.to-date",
            N_ ("A total of the year to date is lower than the one before it in {n_off} of {n} "
                "periods: {rows}."),
            N_ ("Were cases taken out, or was an earlier total too high?"));
}

/* Between what a publisher says are the ordinary limits. */
static void
look_at_published_range (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  QualityFact *fact = quality_facts_add (reading, "consistency", "beyond-published-range",
                                         table->number_names[QUALITY_VALUE], 0, 0);

  for (gsize row = 0; row < table->n_rows; row++) {
    const double value = table->numbers[QUALITY_VALUE][row];
    const double low = table->numbers[QUALITY_LOW][row], high = table->numbers[QUALITY_HIGH][row];

    if (isnan (value) || isnan (low) || isnan (high))
      continue;
    fact->of++;
    if (low <= value && value <= high)
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say_sums (reading, fact, "quality.beyond-published-range",
            N_ ("{n_off:n} of {n:n} figures {n_off|lies|lie} outside the limits published beside "
                "them: {rows}."),
            N_ ("What does the publisher say of each of them?"));
}

static gboolean
has (const QualityTable *table, QualityNumber role)
{
  return table->numbers[role] != NULL;
}

void
quality_sums_look (QualityReading *reading)
{
  const QualityTable *table = reading->table;

  if (has (table, QUALITY_VALUE) && has (table, QUALITY_NUMERATOR) &&
      has (table, QUALITY_DENOMINATOR))
    look_at_counts (reading);
  else if (has (table, QUALITY_VALUE) && has (table, QUALITY_DENOMINATOR))
    look_at_shares (reading);
  if (has (table, QUALITY_TOTAL) && table->parts[0])
    look_at_parts (reading);
  if (has (table, QUALITY_OPENING) && has (table, QUALITY_INTO) && has (table, QUALITY_OUT) &&
      has (table, QUALITY_CLOSING))
    look_at_stock (reading);
  if (has (table, QUALITY_OPENING) && has (table, QUALITY_CLOSING) && table->periods)
    look_at_openings (reading);
  look_at_totals_to_date (reading);
  if (has (table, QUALITY_VALUE) && has (table, QUALITY_LOW) && has (table, QUALITY_HIGH))
    look_at_published_range (reading);
}
