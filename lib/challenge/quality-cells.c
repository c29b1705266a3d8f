/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/quality-cells.h"

#include "base/columns.h"
#include "base/number.h"
#include "base/period-reading.h"
#include "kernel/median.h"

#include <glib/gi18n.h>

#include <math.h>
#include <string.h>

/* A column holds numbers, or days, if this share of its entries can be read as one. */
static const double SHARE_OF_A_KIND = 0.9;

/* Entries looked at before a column is given up: none of them is a number or a day. */
#define FIRST_LOOK 20

#define ANY_ORDER 0xff /* of day and month */

/* A step to ten times as much or a tenth: how near to that, in spreads of the ordinary steps of the
 * series but within a half of a tenth, where ordinary steps are small enough to tell.
 */
static const double ORDINARY_STEPS = 3;
static const double LEAST_NEAR = 0.005;
static const double MOST_NEAR = 0.05;
static const double MOST_NEAR_HUNDRED = 0.2; /* no ordinary series goes so far in a step */
static const double UNIT_STEP = 0.9;
static const double MEDIAN_TO_SPREAD = 1.482602218505602;
#define FEWEST_STEPS 7

/* How often a step is told where no unit changed, at most: it was in none of 1,000 tables of a
 * kind, by tests/bench/quality-false-alarm.c.
 */
static const double FALSE_ALARM = 0.003;

/* "£1,495,975.00", "92%": a number for whoever reads it. */
static gboolean
is_number (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  double value;

  for (const char *at = text; *at; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);

    if (c != ',' && c != ' ' && c != 0xa3 && c != '$' && c != 0x20ac && c != '%')
      g_string_append_unichar (digits, c);
  }

  return number_parse (digits->str, digits->len, &value);
}

/* Where the day ends and a time of day begins. */
static gsize
length_of_day (const char *text)
{
  const char *time = strchr (text, ':');
  const char *blank = time ? memchr (text, ' ', (gsize) (time - text)) : NULL;
  const char *letter = time ? memchr (text, 'T', (gsize) (time - text)) : NULL;

  return blank ? (gsize) (blank - text) : letter ? (gsize) (letter - text) : strlen (text);
}

/* In which of @wanted orders of day and month it can be a day; 0: in none. */
static guint8
day_orders (const char *text, guint8 wanted, double *day)
{
  PeriodReadings readings;
  guint8 orders = 0;

  period_readings_take (&readings, text, length_of_day (text));
  for (gsize i = 0; i < readings.n; i++) {
    const PeriodReading *reading = &readings.items[i];

    if (reading->period.calendar != SCRUTINY_CALENDAR_DAY ||
        reading->period.window != PERIOD_PLAIN || !(reading->order & wanted))
      continue;
    if (orders == 0)
      *day = (double) reading->period.ordinal;
    orders |= reading->order & wanted;
  }

  return orders;
}

/* The part of a day that has gone by at “12:35:50 PM”; 0 where no time is said. */
static double
time_of_day (const char *text)
{
  const char *at = text + length_of_day (text);
  char *end;
  guint64 parts[3] = { 0 };

  while (*at && !g_ascii_isdigit (*at))
    at++;
  for (gsize i = 0; i < G_N_ELEMENTS (parts) && g_ascii_isdigit (*at); i++) {
    parts[i] = g_ascii_strtoull (at, &end, 10);
    at = *end == ':' ? end + 1 : end;
  }
  at += strspn (at, ".0123456789 ");
  if (g_ascii_strncasecmp (at, "am", 2) == 0 || g_ascii_strncasecmp (at, "pm", 2) == 0)
    parts[0] = parts[0] % 12 + (g_ascii_tolower (*at) == 'p' ? 12 : 0);

  return (double) (parts[0] * 3600 + parts[1] * 60 + parts[2]) / 86400;
}

typedef struct {
  gsize n, n_numbers, n_days;
} Kinds;

static Kinds
count_kinds (const QualityTable *table, const char *column, const char *const *texts)
{
  Kinds kinds = { 0 };
  double day;

  for (gsize row = 0; row < table->n_rows; row++) {
    if (quality_table_is_blank (table, column, row))
      continue;
    kinds.n++;
    kinds.n_numbers += is_number (texts[row]);
    kinds.n_days += strlen (texts[row]) >= 6 && day_orders (texts[row], ANY_ORDER, &day) != 0;
    if (kinds.n == FIRST_LOOK && kinds.n_numbers + kinds.n_days == 0)
      break;
  }

  return kinds;
}

/* @false_alarm: how often it is said where nothing is amiss, at most. */
static void
say_by_chance (QualityReading *reading,
               const QualityFact *fact,
               const char *id,
               const char *statement,
               const char *question,
               double false_alarm)
{
  g_autofree char *rows = quality_fact_dup_rows (fact, reading->table);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (fact->value == 0)
    return;

  g_variant_dict_insert (&facts, "column", "s", fact->column);
  g_variant_dict_insert (&facts, "n_off", "x", (gint64) fact->value);
  g_variant_dict_insert (&facts, "n", "x", (gint64) fact->of);
  g_variant_dict_insert (&facts, "rows", "s", rows);
  g_variant_dict_insert (&facts, "false_alarm", "d", false_alarm);
  quality_say (reading, id, statement, question, NULL, &facts);
}

/* What a cell cannot be, it is by no chance. */
static void
say_cells (QualityReading *reading,
           const QualityFact *fact,
           const char *id,
           const char *statement,
           const char *question)
{
  say_by_chance (reading, fact, id, statement, question, 0);
}

static void
look_at_numbers (QualityReading *reading, const char *column, const char *const *texts, gsize n)
{
  const QualityTable *table = reading->table;
  QualityFact *fact = quality_facts_add (reading, "validity", "not-number", column, 0, (double) n);

  for (gsize row = 0; row < table->n_rows; row++) {
    if (quality_table_is_blank (table, column, row) || is_number (texts[row]))
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say_cells (reading, fact, "quality.not-number",
             N_ ("{n_off:n} of {n:n} entries of {column:q} {n_off|is|are} not {n_off|a number|"
                 "numbers} like the others: {rows}."),
             N_ ("What do they stand for, and how are they counted?"));
}

/* Days that no calendar has, and days that can only be read the other way round. */
static void
look_at_days (QualityReading *reading, const char *column, const char *const *texts, gsize n)
{
  const QualityTable *table = reading->table;
  QualityFact *none = quality_facts_add (reading, "validity", "not-day", column, 0, (double) n);
  QualityFact *turned =
      quality_facts_add (reading, "validity", "day-turned", column, 0, (double) n);
  guint8 orders = ANY_ORDER;
  double day;

  for (gsize row = 0; row < table->n_rows; row++) {
    const guint8 possible = quality_table_is_blank (table, column, row)
                                ? orders
                                : day_orders (texts[row], ANY_ORDER, &day);
    QualityFact *fact = possible == 0 ? none : (possible & orders) == 0 ? turned : NULL;

    if (fact) {
      fact->value++;
      quality_fact_add_row (fact, row);
    } else {
      orders &= possible;
    }
  }
  say_cells (
      reading, none, "quality.not-day",
      N_ ("{n_off:n} of {n:n} entries of {column:q} {n_off|is|are} not {n_off|a day|days} that "
          "can be read, or that a calendar has: {rows}."),
      N_ ("Which day is meant?"));
  say_cells (
      reading, turned, "quality.day-turned",
      N_ ("{n_off:n} of {n:n} days in {column:q} can only be read with day and month the other "
          "way round than those above them: {rows}."),
      N_ ("In which order are day and month written, and was it always the same?"));
}

static void
look_at_column (QualityReading *reading, const char *column)
{
  const QualityTable *table = reading->table;
  const char *const *texts = columns_find_texts (table->table, column);
  const Kinds kinds = texts ? count_kinds (table, column, texts) : (Kinds){ 0 };

  if (kinds.n == 0)
    return;
  if ((double) kinds.n_days >= SHARE_OF_A_KIND * (double) kinds.n)
    look_at_days (reading, column, texts, kinds.n);
  else if ((double) kinds.n_numbers >= SHARE_OF_A_KIND * (double) kinds.n)
    look_at_numbers (reading, column, texts, kinds.n);
}

static void
look_at_shares (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const double *numerators = table->numbers[QUALITY_NUMERATOR];
  const double *denominators = table->numbers[QUALITY_DENOMINATOR];
  QualityFact *fact = quality_facts_add (reading, "validity", "numerator-larger",
                                         table->number_names[QUALITY_NUMERATOR], 0, 0);

  for (gsize row = 0; row < table->n_rows; row++) {
    if (isnan (numerators[row]) || isnan (denominators[row]) || denominators[row] == 0)
      continue;
    fact->of++;
    if (numerators[row] <= denominators[row])
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  /* Days per repair and events per person are larger by right. */
  if (fact->value > 0 && fact->value <= fact->of / 2)
    say_cells (reading, fact, "quality.numerator-larger",
               N_ ("In {n_off:n} of {n:n} rows {column:q} is larger than what it is divided by: "
                   "{rows}."),
               N_ ("Are the two counted for the same people and the same time?"));
}

/* A figure of no cases: a share of nothing is not nought. */
static void
look_at_denominators (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const double *values = table->numbers[QUALITY_VALUE];
  const double *numerators = table->numbers[QUALITY_NUMERATOR];
  const double *denominators = table->numbers[QUALITY_DENOMINATOR];
  QualityFact *fact = quality_facts_add (reading, "validity", "denominator-nought",
                                         table->number_names[QUALITY_DENOMINATOR], 0, 0);

  for (gsize row = 0; row < table->n_rows; row++) {
    const gboolean has_figure =
        (values && !isnan (values[row])) || (numerators && numerators[row] > 0);

    if (isnan (denominators[row]) || !has_figure)
      continue;
    fact->of++;
    if (denominators[row] != 0)
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say_cells (reading, fact, "quality.denominator-nought",
             N_ ("In {n_off:n} of {n:n} rows {column:q}, what the figure is divided by, is nought, "
                 "and there is a figure all the same: {rows}."),
             N_ ("What does a figure of no cases stand for, and is it counted in averages and "
                 "totals?"));
}

/* The logarithms of the steps of one series; NaN where one cannot be taken. */
static double *
steps_of (const double *values, const gsize *rows, gsize n)
{
  double *steps = g_new (double, n);

  steps[0] = NAN;
  for (gsize i = 1; i < n; i++) {
    const double ratio = values[rows[i]] / values[rows[i - 1]];

    steps[i] = ratio > 0 && isfinite (ratio) ? log10 (ratio) : NAN;
  }

  return steps;
}

static gboolean
is_unit_step (double step, double spread)
{
  const double powers = round (fabs (step));
  const double near = MAX (ORDINARY_STEPS * spread, LEAST_NEAR);

  return fabs (step) > UNIT_STEP && near <= (powers < 2 ? MOST_NEAR : MOST_NEAR_HUNDRED) &&
         fabs (fabs (step) - powers) <= near;
}

/* The middle of the steps whatever their direction, as a spread. */
static double
spread_of (const double *steps, gsize n)
{
  g_autofree double *sizes = g_new (double, n);
  g_autofree double *work = g_new (double, n);
  gsize n_used;
  double middle;

  for (gsize i = 0; i < n; i++)
    sizes[i] = fabs (steps[i]);
  if (kernel_median (n, sizes, NULL, work, &middle, &n_used) != KERNEL_OK || n_used < FEWEST_STEPS)
    return INFINITY;

  return MEDIAN_TO_SPREAD * middle;
}

static void
look_at_steps (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const double *values = table->numbers[QUALITY_VALUE];
  QualityFact *fact = quality_facts_add (reading, "validity", "unit-step",
                                         table->number_names[QUALITY_VALUE], 0, 0);
  gsize first, end = 0;

  while (quality_table_next_group (table, &first, &end)) {
    g_autofree double *steps = steps_of (values, table->order + first, end - first);
    const double spread = spread_of (steps, end - first);

    for (gsize i = 1; i < end - first; i++) {
      fact->of += !isnan (steps[i]);
      if (!is_unit_step (steps[i], spread))
        continue;
      fact->value++;
      quality_fact_add_row (fact, table->order[first + i]);
    }
  }
  say_by_chance (
      reading, fact, "quality.unit-step",
      N_ ("The figure goes to about ten, a hundred or a thousand times what it was, or that "
          "part of it, in one step: {rows}."),
      N_ ("Is it in another unit from there, such as a share in place of per cent?"), FALSE_ALARM);
}

/* The orders of day and month in which most of a column can be read. */
static guint8
find_orders (const QualityTable *table, const char *column, const char *const *texts)
{
  guint8 orders = ANY_ORDER;
  double day;

  for (gsize row = 0; row < table->n_rows; row++)
    if (!quality_table_is_blank (table, column, row)) {
      const guint8 possible = day_orders (texts[row], orders, &day);

      orders = possible ? possible : orders;
    }

  return orders;
}

/* The moments of a column in days, NaN where there is none. */
static double *
moments_of (const QualityTable *table, const char *column)
{
  const char *const *texts = columns_find_texts (table->table, column);
  const guint8 orders = find_orders (table, column, texts);
  double *moments = g_new (double, table->n_rows);

  for (gsize row = 0; row < table->n_rows; row++) {
    double day = 0;
    const gboolean is_day =
        !quality_table_is_blank (table, column, row) && day_orders (texts[row], orders, &day) != 0;

    moments[row] = is_day ? day + time_of_day (texts[row]) : NAN;
  }

  return moments;
}

static void
look_at_order_of_days (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  g_autofree double *opened = moments_of (table, table->days[QUALITY_OPENED]);
  g_autofree double *closed = moments_of (table, table->days[QUALITY_CLOSED]);
  QualityFact *fact = quality_facts_add (reading, "validity", "closed-before-opened",
                                         table->days[QUALITY_CLOSED], 0, 0);

  for (gsize row = 0; row < table->n_rows; row++) {
    if (isnan (opened[row]) || isnan (closed[row]))
      continue;
    fact->of++;
    if (closed[row] >= opened[row])
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
  say_cells (reading, fact, "quality.closed-before-opened",
             N_ ("In {n_off:n} of {n:n} rows {column:q} comes before the case began: {rows}."),
             N_ ("Which of the two is right, and are these cases in the figures?"));
}

void
quality_cells_look (QualityReading *reading)
{
  const QualityTable *table = reading->table;

  for (gsize k = 0; table->names[k]; k++)
    if (g_strcmp0 (table->names[k], table->period_name) != 0)
      look_at_column (reading, table->names[k]);
  if (table->numbers[QUALITY_NUMERATOR] && table->numbers[QUALITY_DENOMINATOR])
    look_at_shares (reading);
  if (table->numbers[QUALITY_DENOMINATOR])
    look_at_denominators (reading);
  if (table->periods && table->numbers[QUALITY_VALUE])
    look_at_steps (reading);
  if (table->days[QUALITY_OPENED] && table->days[QUALITY_CLOSED])
    look_at_order_of_days (reading);
}
