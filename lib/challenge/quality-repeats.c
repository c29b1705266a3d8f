/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/quality-repeats.h"

#include "base/columns.h"
#include "base/number.h"
#include "base/printed.h"
#include "kernel/median.h"
#include "kernel/normal.h"
#include "kernel/repeats.h"

#include <glib/gi18n.h>

#include <math.h>
#include <string.h>

/* A run of the same value is said where chance, worked out from so few steps, gives one as long
 * less often than this; it then speaks of made-up figures less than once in 100.
 */
static const double CHANCE_TO_SAY = 0.003;
static const double FALSE_ALARM = 0.01;

/* The last part of a share that counts as its bound. */
static const double NEAR = 0.05;

/* Fewer values tell too little of what is ordinary. */
#define FEWEST_VALUES 12

/* Rows of fewer columns are alike by chance, and so are short series. */
#define FEWEST_COLUMNS 4

/* A column with more different entries holds no categories. */
#define MOST_CATEGORIES 400

/* Of a median step: what it is multiplied with to give the spread of normal steps. */
static const double MEDIAN_TO_SPREAD = 1.482602218505602;

static void
append_cell (GString *out, const QualityTable *table, const char *column, gsize row)
{
  const char *const *texts = columns_find_texts (table->table, column);
  const double *numbers = texts ? NULL : columns_find_numbers (table->table, column);
  char text[NUMBER_TEXT_SIZE];

  if (texts && texts[row])
    g_string_append (out, texts[row]);
  else if (numbers && !isnan (numbers[row]))
    g_string_append (out, number_show (numbers[row], text));
  g_string_append_c (out, '\x1f');
}

static char *
dup_row_text (const QualityTable *table, gsize row)
{
  GString *out = g_string_new (NULL);

  for (gsize k = 0; table->names[k]; k++)
    append_cell (out, table, table->names[k], row);

  return g_string_free (out, FALSE);
}

/* Rows that are the same as an earlier one in every column. */
static void
count_same_rows (const QualityTable *table, QualityFact *fact)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize row = 0; row < table->n_rows; row++) {
    if (g_hash_table_add (seen, dup_row_text (table, row)))
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
}

static gboolean
has_key_of (const QualityTable *table, gsize row, gsize other)
{
  return table->group[row] == table->group[other] &&
         (!table->periods || table->periods[row].ordinal == table->periods[other].ordinal);
}

/* Rows with the key and period of an earlier one, which stand behind it in order of time. */
static void
count_same_keys (const QualityTable *table, QualityFact *fact)
{
  g_autofree gboolean *is_repeated = g_new0 (gboolean, table->n_rows);

  for (gsize i = 1; i < table->n_rows; i++)
    is_repeated[table->order[i]] = has_key_of (table, table->order[i], table->order[i - 1]);
  for (gsize row = 0; row < table->n_rows; row++) {
    if (!is_repeated[row])
      continue;
    fact->value++;
    quality_fact_add_row (fact, row);
  }
}

static void
say_repeated (QualityReading *reading,
              const QualityFact *fact,
              const char *id,
              const char *statement,
              const char *question)
{
  g_autofree char *rows = quality_fact_dup_rows (fact, reading->table);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n", "x", (gint64) fact->value);
  g_variant_dict_insert (&facts, "n_rows", "x", (gint64) fact->of);
  g_variant_dict_insert (&facts, "rows", "s", rows);
  quality_say (reading, id, statement, question, NULL, &facts);
}

/* Rows are the same only where their keys are. */
static void
look_at_rows (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const gboolean has_key = table->key[0] || table->periods;
  const double n_rows = (double) table->n_rows;
  QualityFact *rows = quality_facts_add (reading, "uniqueness", "same-row", NULL, 0, n_rows);
  QualityFact *keys =
      has_key ? quality_facts_add (reading, "uniqueness", "same-key", NULL, 0, n_rows) : NULL;

  if (keys)
    count_same_keys (table, keys);
  if (!keys || keys->value > 0)
    count_same_rows (table, rows);
  if (rows->value > 0 && g_strv_length (table->names) >= FEWEST_COLUMNS)
    say_repeated (reading, rows, "quality.same-row",
                  N_ ("{n:n} of {n_rows:n} rows {n|is|are} the same as an earlier row in every "
                      "column: {rows}."),
                  N_ ("Do they stand for cases that look alike, or for one that is there twice?"));
  if (keys && keys->value > rows->value)
    say_repeated (reading, keys, "quality.same-key",
                  N_ ("{n:n} of {n_rows:n} rows {n|has|have} the key and period of an earlier row: "
                      "{rows}."),
                  N_ ("Which of the rows counts, or what tells them apart?"));
}

/* Of such texts, no two that differ differ only in capitals or blanks. */
static gboolean
is_plain (const char *text)
{
  return text[strspn (text, "0123456789-/.:,%+")] == '\0';
}

/* What is left of a text when nobody minds capitals and blanks. */
static char *
dup_plain (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit_set (g_strstrip (folded), " \t\r\n", -1);
  GString *out = g_string_new (NULL);

  for (gsize i = 0; words[i]; i++)
    if (*words[i])
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", words[i]);

  return g_string_free (out, FALSE);
}

/* Rows whose entry is spelled otherwise than the first that differs from it only in capitals
 * or blanks; 0 of a column that holds no categories.
 */
static gsize
count_spellings (const char *const *texts, gsize n_rows, gsize *first_row)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) plain = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n = 0;

  for (gsize row = 0; row < n_rows; row++) {
    char *key;

    if (!texts[row] || !*texts[row] || !g_hash_table_add (known, (gpointer) texts[row]))
      continue;
    if (g_hash_table_size (known) > MOST_CATEGORIES)
      return 0;
    if (is_plain (texts[row]))
      continue;
    key = dup_plain (texts[row]);
    if (g_hash_table_contains (plain, key)) {
      *first_row = n++ == 0 ? row : *first_row;
      g_free (key);
    } else {
      g_hash_table_add (plain, key);
    }
  }

  return 2 * g_hash_table_size (known) > n_rows ? 0 : n;
}

static void
look_at_spellings (QualityReading *reading, const char *column)
{
  const QualityTable *table = reading->table;
  const char *const *texts = columns_find_texts (table->table, column);
  gsize row = 0;
  const gsize n = texts ? count_spellings (texts, table->n_rows, &row) : 0;
  QualityFact *fact;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (n == 0)
    return;

  fact = quality_facts_add (reading, "uniqueness", "spelled-otherwise", column, (double) n, NAN);
  quality_fact_add_row (fact, row);
  g_variant_dict_insert (&facts, "column", "s", column);
  g_variant_dict_insert (&facts, "n", "x", (gint64) n);
  g_variant_dict_insert (&facts, "row", "x",
                         (gint64) (scrutiny_table_get_first_row (table->table) + row));
  quality_say (reading, "quality.spelled-otherwise",
               N_ ("{n} {n|entry|entries} of {column:q} {n|differs|differ} from another only in "
                   "capitals or blanks, first in row {row:n}."),
               N_ ("Are they counted as one, or apart?"), NULL, &facts);
}

/* The values of one series in order of time. */
typedef struct {
  const QualityTable *table;
  const double *values;
  const gsize *rows;
  gsize n;
} Line;

static double
value_at (const Line *line, gsize i)
{
  return line->values[line->rows[i]];
}

/* What shares of this series are shares of: 1, 100, or 0 where it holds none. */
static double
find_whole (const Line *line)
{
  double most = 0;

  for (gsize i = 0; i < line->n; i++) {
    if (value_at (line, i) < 0)
      return 0;
    most = fmax (most, value_at (line, i));
  }

  return most <= 1 ? 1 : most <= 100 ? 100 : 0;
}

/* None, one, all or nearly: a figure stays there because it can go no further, or holds a case. */
static gboolean
is_at_bound (double value, double whole)
{
  return value == 0 || value == 1 ||
         (whole > 0 && (value <= NEAR * whole || value >= (1 - NEAR) * whole));
}

/* The longest run of one value that is not at a bound. */
static gsize
find_run (const Line *line, gsize *start)
{
  const double whole = find_whole (line);
  gsize longest = 0;

  for (gsize i = 0, first = 0; i < line->n; i++) {
    const double value = value_at (line, i);

    if (i > 0 && value != value_at (line, i - 1))
      first = i;
    if (isnan (value) || is_at_bound (value, whole))
      first = i + 1;
    else if (i + 1 - first > longest) {
      longest = i + 1 - first;
      *start = first;
    }
  }

  return longest;
}

/* How often a count is the one before again, if it is as large as that on average: the height of
 * a Poisson distribution in its middle.
 */
static double
count_chance (const Line *line, double value)
{
  for (gsize i = 0; i < line->n; i++)
    if (value_at (line, i) != floor (value_at (line, i)) && !isnan (value_at (line, i)))
      return 0;

  return 1 / sqrt (2 * G_PI * value);
}

/* How often a value of this series is the one before again: as often as its other steps are
 * none, as normal steps of their size round to none, or as counts so small are alike, whichever
 * is most.
 */
static double
repeat_chance (const Line *line, gsize start, gsize length)
{
  g_autofree double *steps = g_new (double, line->n);
  g_autofree double *work = g_new (double, line->n);
  double unit = 1, n_none = 0, spread = NAN;
  gsize n = 0, n_used;
  guint decimals = 0;

  for (gsize i = 0; i < line->n; i++)
    decimals = MAX (decimals, printed_decimals (value_at (line, i)));
  unit = pow (10, -(double) decimals);
  for (gsize i = 1; i < line->n; i++) {
    const double step = fabs (value_at (line, i) - value_at (line, i - 1));

    if (isnan (step) || (i > start && i < start + length))
      continue;
    n_none += step == 0;
    steps[n++] = step;
  }
  if (kernel_median (n, steps, NULL, work, &spread, &n_used) != KERNEL_OK || !(spread > 0))
    return 1;
  spread *= MEDIAN_TO_SPREAD;

  return MIN (
      1, MAX (MAX ((n_none + 1) / ((double) n + 2), 2 * kernel_normal_cdf (unit / 2 / spread) - 1),
              count_chance (line, value_at (line, start))));
}

static void
say_run (QualityReading *reading, const Line *line, gsize start, gsize length, double chance)
{
  g_autofree char *from = quality_table_dup_row (line->table, line->rows[start]);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "value", "d", value_at (line, start));
  g_variant_dict_insert (&facts, "length", "x", (gint64) length);
  g_variant_dict_insert (&facts, "n", "x", (gint64) line->n);
  g_variant_dict_insert (&facts, "from", "s", from);
  g_variant_dict_insert (&facts, "chance", "d", chance);
  g_variant_dict_insert (&facts, "false_alarm", "d", FALSE_ALARM);
  quality_say (
      reading, "quality.same-value",
      N_ ("The same figure, {value}, stands {length} times in a row, from {from} on. A series "
          "that moves as much as this one otherwise does stays as long on one value less "
          "than once in 100."),
      N_ ("Was it measured each time, or carried forward?"), NULL, &facts);
}

/* @n_series: looked at in the same way, each with its own chance to speak. */
static void
look_at_run (QualityReading *reading, const Line *line, guint n_series)
{
  g_autofree double *work = g_new (double, line->n + 1);
  gsize start = 0;
  const gsize length = find_run (line, &start);
  QualityFact *fact;
  double chance;

  if (line->n < FEWEST_VALUES || length < 3 ||
      kernel_repeats (line->n, repeat_chance (line, start, length), length, work, &chance) !=
          KERNEL_OK)
    return;
  chance = MIN (1, chance * n_series);
  if (chance >= CHANCE_TO_SAY)
    return;

  fact = quality_facts_add (reading, "uniqueness", "same-value", NULL, (double) length,
                            (double) line->n);
  for (gsize i = start; i < start + length; i++)
    quality_fact_add_row (fact, line->rows[i]);
  say_run (reading, line, start, length, chance);
}

/* A series as text; NULL where it is too short or too plain to be told from another. */
static char *
dup_series_text (const Line *line)
{
  g_autoptr (GHashTable) different = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  char text[NUMBER_TEXT_SIZE];

  for (gsize i = 0; i < line->n; i++) {
    const gsize row = line->rows[i];

    if (isnan (line->values[row]))
      continue;
    number_show (line->values[row], text);
    g_string_append_printf (out, "%" G_GINT64_FORMAT "=%s ",
                            line->table->periods ? line->table->periods[row].ordinal : (gint64) i,
                            text);
    g_hash_table_add (different, g_strdup (text));
  }

  return g_hash_table_size (different) >= FEWEST_COLUMNS
             ? g_string_free (g_steal_pointer (&out), FALSE)
             : NULL;
}

static void
say_same_series (QualityReading *reading, const QualityFact *fact, gsize one, gsize other)
{
  GPtrArray *names = reading->table->group_names;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n", "x", (gint64) fact->value);
  g_variant_dict_insert (&facts, "one", "s", (char *) names->pdata[reading->table->group[one]]);
  g_variant_dict_insert (&facts, "other", "s", (char *) names->pdata[reading->table->group[other]]);
  quality_say (reading, "quality.same-series",
               fact->value > 1
                   ? N_ ("{n} series hold the same values as another throughout, such as {other:q} "
                         "and {one:q}.")
                   : N_ ("{other:q} holds the same values as {one:q} throughout."),
               N_ ("Are they one figure under two names, or was one copied?"), NULL, &facts);
}

/* Runs and whole series, in one pass over the series. */
static void
look_at_series (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  QualityFact *fact =
      quality_facts_add (reading, "uniqueness", "same-series", NULL, 0, table->n_groups);
  gsize first, end = 0, one = 0, other = 0;

  while (quality_table_next_group (table, &first, &end)) {
    const Line line = { table, table->numbers[QUALITY_VALUE], table->order + first, end - first };
    char *text = table->n_groups > 1 ? dup_series_text (&line) : NULL;
    const gsize *before = text ? g_hash_table_lookup (seen, text) : NULL;

    look_at_run (reading, &line, table->n_groups);
    if (before && fact->value++ == 0) {
      one = *before;
      other = *line.rows;
    }
    if (before)
      quality_fact_add_row (fact, *line.rows);
    if (text && !before)
      g_hash_table_insert (seen, g_steal_pointer (&text), (gpointer) line.rows);
    g_free (text);
  }
  if (fact->value > 0)
    say_same_series (reading, fact, one, other);
}

void
quality_repeats_look (QualityReading *reading)
{
  const QualityTable *table = reading->table;

  look_at_rows (reading);
  for (gsize k = 0; table->names[k]; k++)
    look_at_spellings (reading, table->names[k]);
  if (table->periods && table->numbers[QUALITY_VALUE])
    look_at_series (reading);
}
