/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/quality-blanks.h"

#include "base/columns.h"
#include "kernel/fisher-exact.h"
#include "kernel/median.h"
#include "kernel/proportion.h"

#include <glib/gi18n.h>

#include <math.h>

/* A column blank in a smaller share of its rows is only counted. */
static const double SHARE_TO_SAY = 0.05;

/* One blank in more of them is filled in only where there is something to say. */
static const double SHARE_OF_NOTES = 0.5;

/* How often chance alone may speak, each rule by itself. */
static const double CHANCE_TO_SAY = 0.05;

#define FEWEST_BLANK 5
#define MOST_CATEGORIES 400

static const double NORMAL_95 = 1.959963984540054;

static void
set_interval (QualityFact *fact)
{
  gsize bad;

  if (!(fact->of > 0) || kernel_wilson (1, &fact->value, &fact->of, NORMAL_95, &fact->low,
                                        &fact->high, &bad) != KERNEL_OK)
    fact->low = fact->high = NAN;
}

static QualityFact *
count_blank (QualityReading *reading, const char *column)
{
  const QualityTable *table = reading->table;
  QualityFact *fact =
      quality_facts_add (reading, "completeness", "blank", column, 0, (double) table->n_rows);

  for (gsize row = 0; row < table->n_rows; row++)
    if (quality_table_is_blank (table, column, row)) {
      fact->value++;
      quality_fact_add_row (fact, row);
    }
  set_interval (fact);

  return fact;
}

static void
say_all_blank (QualityReading *reading, GPtrArray *columns)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *names = NULL;

  if (columns->len == 0)
    return;

  g_ptr_array_add (columns, NULL);
  names = g_strjoinv (", ", (char **) columns->pdata);
  g_variant_dict_insert (&facts, "columns", "s", names);
  g_variant_dict_insert (&facts, "n_columns", "x", (gint64) columns->len - 1);
  g_variant_dict_insert (&facts, "n_rows", "x", (gint64) reading->table->n_rows);
  quality_say (reading, "quality.blank-column",
               N_ ("{n_columns} {n_columns|column is|columns are} blank in all {n_rows:n} rows: "
                   "{columns}."),
               N_ ("Is {n_columns|it|each of them} recorded somewhere else, or not collected?"),
               N_ ("What the blank columns hold, or a word that they are not collected"), &facts);
}

/* The column blank most often stands for the others. */
static void
say_part_blank (QualityReading *reading, const QualityFact *most, guint n_columns)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n_columns", "x", (gint64) n_columns);
  g_variant_dict_insert (&facts, "n_others", "x", (gint64) n_columns - 1);
  g_variant_dict_insert (&facts, "column", "s", most->column);
  g_variant_dict_insert (&facts, "n_blank", "x", (gint64) most->value);
  g_variant_dict_insert (&facts, "n_rows", "x", (gint64) most->of);
  g_variant_dict_insert (&facts, "share", "d", 100 * most->value / most->of);
  quality_say (
      reading, "quality.blank",
      n_columns > 1
          ? N_ ("{column:q} is blank in {n_blank:n} of {n_rows:n} rows ({share:.1}%), and "
                "{n_others} other {n_others|column|columns} in at least 5%.")
          : N_ ("{column:q} is blank in {n_blank:n} of {n_rows:n} rows ({share:.1}%)."),
      N_ ("Which cases are those, and are they left out where a figure is made from this column?"),
      NULL, &facts);
}

static void
look_at_columns (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  g_autoptr (GPtrArray) all_blank = g_ptr_array_new_with_free_func (g_free);
  const QualityFact *most = NULL;
  guint n_part = 0;

  for (gsize k = 0; table->names[k]; k++) {
    const QualityFact *fact = count_blank (reading, table->names[k]);

    if (table->n_rows == 0 || fact->value < SHARE_TO_SAY * fact->of)
      continue;
    if (fact->value == fact->of) {
      g_ptr_array_add (all_blank, g_strdup_printf ("“%s”", table->names[k]));
      continue;
    }
    n_part++;
    if (fact->value <= SHARE_OF_NOTES * fact->of && (!most || fact->value > most->value))
      most = fact;
  }
  if (table->periods)
    return; /* beside figures by period stand notes and other places: blank is ordinary */
  say_all_blank (reading, all_blank);
  if (most)
    say_part_blank (reading, most, n_part);
}

/* Values that a value is set beside, to say whether it is a high one or a low one. */
#define MOST_BEFORE 8
#define FEWEST_BEFORE 4

/* A gap that begins in the same period in more series than this share is one event, not many. */
static const double SHARE_IN_COMMON = 0.1;
#define FEWEST_IN_COMMON 3

/* What is missing between the first and last period of each series. */
typedef struct {
  gint64 step; /* between neighbours */
  double n, n_missing, n_series, longest;
  gsize after;          /* row before the longest gap */
  GHashTable *common;   /* how many series have a gap after each period */
  double *gaps, *steps; /* of each series: gaps that are its own, and pairs of neighbours */
  double follows[4];    /* gaps after values above the middle, values after; the same below it */
} Gaps;

static const double *
values_of (const QualityTable *table)
{
  return table->numbers[QUALITY_VALUE] ? table->numbers[QUALITY_VALUE]
                                       : table->numbers[QUALITY_NUMERATOR];
}

/* The smallest step between neighbours that are not of one period; a column of days that is
 * written once a week has steps of 7.
 */
static gint64
find_step (const QualityTable *table)
{
  gint64 step = 0;

  for (gsize k = 1; k < table->n_rows; k++) {
    const gsize a = table->order[k - 1], b = table->order[k];
    const gint64 apart = table->periods[b].ordinal - table->periods[a].ordinal;

    if (table->group[a] == table->group[b] && apart > 0 && (step == 0 || apart < step))
      step = apart;
  }

  return MAX (step, 1);
}

/* The rows of one series that hold a value. */
static gsize *
known_rows (const QualityTable *table, const gsize *rows, gsize n, gsize *n_known)
{
  const double *values = values_of (table);
  gsize *known = g_new (gsize, n + 1);

  *n_known = 0;
  for (gsize i = 0; i < n; i++)
    if (!isnan (values[rows[i]]))
      known[(*n_known)++] = rows[i];

  return known;
}

/* Periods missing between two rows of a series. */
static gint64
missing_between (const QualityTable *table, const Gaps *gaps, gsize before, gsize row)
{
  const gint64 apart = table->periods[row].ordinal - table->periods[before].ordinal;

  return MAX (apart / gaps->step - 1, 0);
}

static gpointer
period_key (const QualityTable *table, gsize row)
{
  return GSIZE_TO_POINTER ((gsize) table->periods[row].ordinal);
}

static void
count_gaps (const QualityTable *table, Gaps *gaps, guint group, const gsize *rows, gsize n)
{
  const double before = gaps->n_missing;

  gaps->n += (double) n;
  for (gsize i = 1; i < n; i++) {
    const gint64 n_missing = missing_between (table, gaps, rows[i - 1], rows[i]);
    const gpointer key = period_key (table, rows[i - 1]);

    if (n_missing == 0)
      continue;
    gaps->n += (double) n_missing;
    gaps->n_missing += (double) n_missing;
    g_hash_table_insert (
        gaps->common, key,
        GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (gaps->common, key)) + 1));
    if ((double) n_missing > gaps->longest) {
      gaps->longest = (double) n_missing;
      gaps->after = rows[i - 1];
    }
  }
  gaps->n_series += gaps->n_missing > before;
}

static gboolean
is_common (const QualityTable *table, const Gaps *gaps, gsize row)
{
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (gaps->common, period_key (table, row)));

  return n >= FEWEST_IN_COMMON && n > SHARE_IN_COMMON * table->n_groups;
}

/* Above or below the middle of the values before it; 0 where that cannot be told. */
static int
side_of (const QualityTable *table, const gsize *rows, gsize i)
{
  const double *values = values_of (table);
  double before[MOST_BEFORE], work[MOST_BEFORE], median;
  gsize n = 0;

  for (; n < MOST_BEFORE && n < i; n++)
    before[n] = values[rows[i - 1 - n]];
  if (n < FEWEST_BEFORE || kernel_median (n, before, NULL, work, &median, NULL) != KERNEL_OK)
    return 0;

  return (values[rows[i]] > median) - (values[rows[i]] < median);
}

static void
count_what_follows (const QualityTable *table, Gaps *gaps, guint group, const gsize *rows, gsize n)
{
  for (gsize i = 0; i + 1 < n; i++) {
    const gboolean is_gap = missing_between (table, gaps, rows[i], rows[i + 1]) > 0;
    const int side = side_of (table, rows, i);

    if (is_common (table, gaps, rows[i]))
      continue;
    gaps->steps[group]++;
    gaps->gaps[group] += is_gap;
    if (side != 0)
      gaps->follows[(side > 0 ? 0 : 2) + (is_gap ? 0 : 1)]++;
  }
}

/* By whether they lie together. */
static const char *
choose_gaps (const Gaps *gaps, gboolean are_series)
{
  if (are_series)
    return N_ ("{n_missing:n} of {n:n} periods between the first and the last of their series "
               "{n_missing|has|have} no value, in {n_series} of {n_all} series; the longest gap, "
               "{longest}, comes after {after}.");

  return gaps->longest == gaps->n_missing
             ? N_ ("{n_missing} of {n} periods between the first and the last {n_missing|has|have} "
                   "no value; {n_missing|it comes|they come} after {after}.")
             : N_ ("{n_missing} of {n} periods between the first and the last {n_missing|has|have} "
                   "no value; the longest gap, {longest}, comes after {after}.");
}

static void
say_gaps (QualityReading *reading, const Gaps *gaps)
{
  const QualityTable *table = reading->table;
  g_autofree char *after = quality_table_dup_row (table, gaps->after);
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (gaps->n_missing == 0)
    return;

  g_variant_dict_insert (&facts, "n_missing", "x", (gint64) gaps->n_missing);
  g_variant_dict_insert (&facts, "n", "x", (gint64) gaps->n);
  g_variant_dict_insert (&facts, "n_series", "x", (gint64) gaps->n_series);
  g_variant_dict_insert (&facts, "n_all", "x", (gint64) table->n_groups);
  g_variant_dict_insert (&facts, "longest", "x", (gint64) gaps->longest);
  g_variant_dict_insert (&facts, "after", "s", after);
  quality_say (reading, "quality.gaps", choose_gaps (gaps, table->n_groups > 1),
               N_ ("Was the figure not collected then, or not published?"),
               N_ ("The figures of the periods that are missing, or why there are none"), &facts);
}

/* Whether values go missing after high ones, or after low ones. */
static void
look_at_what_gaps_follow (QualityReading *reading, const Gaps *gaps)
{
  const double *t = gaps->follows;
  const double n_gaps = t[0] + t[2];
  QualityFact *fact;
  double chance;
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  if (n_gaps < FEWEST_BLANK || kernel_fisher_exact (t[0], t[1], t[2], t[3], &chance) != KERNEL_OK)
    return;
  fact = quality_facts_add (reading, "completeness", "gaps-after-high", NULL, t[0], n_gaps);
  set_interval (fact);
  if (chance >= CHANCE_TO_SAY)
    return;

  g_variant_dict_insert (&facts, "n_gaps", "x", (gint64) n_gaps);
  g_variant_dict_insert (&facts, "n_after_high", "x", (gint64) t[0]);
  g_variant_dict_insert (&facts, "n_high", "x", (gint64) (t[0] + t[1]));
  g_variant_dict_insert (&facts, "n_after_low", "x", (gint64) t[2]);
  g_variant_dict_insert (&facts, "n_low", "x", (gint64) (t[2] + t[3]));
  g_variant_dict_insert (&facts, "chance", "d", chance);
  g_variant_dict_insert (&facts, "false_alarm", "d", CHANCE_TO_SAY);
  quality_say (
      reading, "quality.gaps-follow",
      N_ ("A gap follows {n_after_high:n} of {n_high:n} figures higher than those before "
          "them, and {n_after_low:n} of {n_low:n} lower ones. Chance alone parts the two as "
          "far less than once in 20 such tables."),
      N_ ("Is a period with none left out, or one not published, and who decides that?"), NULL,
      &facts);
}

/* The group that has more blank than all others together by the smallest chance. */
typedef struct {
  guint place;
  double chance, rows, blank, all_rows, all_blank;
} Odd;

static Odd
find_odd (const double *rows, const double *blank, guint n)
{
  Odd odd = { .chance = 1 };

  for (guint i = 0; i < n; i++) {
    odd.all_rows += rows[i];
    odd.all_blank += blank[i];
  }
  for (guint i = 0; i < n; i++) {
    const double others = odd.all_rows - rows[i], others_blank = odd.all_blank - blank[i];
    double chance;

    if (blank[i] * others > others_blank * rows[i] &&
        kernel_fisher_exact (blank[i], rows[i] - blank[i], others_blank, others - others_blank,
                             &chance) == KERNEL_OK &&
        chance < odd.chance) {
      odd.place = i;
      odd.chance = chance;
      odd.rows = rows[i];
      odd.blank = blank[i];
    }
  }

  return odd;
}

static void
say_odd (QualityReading *reading,
         const char *column,
         const char *name,
         const Odd *odd,
         const char *id,
         const char *statement,
         const char *question)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "column", "s", column);
  g_variant_dict_insert (&facts, "segment", "s", name);
  g_variant_dict_insert (&facts, "n_blank", "x", (gint64) odd->blank);
  g_variant_dict_insert (&facts, "n", "x", (gint64) odd->rows);
  g_variant_dict_insert (&facts, "n_blank_others", "x", (gint64) (odd->all_blank - odd->blank));
  g_variant_dict_insert (&facts, "n_others", "x", (gint64) (odd->all_rows - odd->rows));
  g_variant_dict_insert (&facts, "chance", "d", odd->chance);
  g_variant_dict_insert (&facts, "false_alarm", "d", CHANCE_TO_SAY);
  quality_say (reading, id, statement, question, NULL, &facts);
}

/* @n_looks: groups and columns looked at in the same way, each with its own chance to speak. */
static gboolean
stands_out (QualityReading *reading, const char *column, const Odd *odd, double n_looks)
{
  const double adjusted = MIN (1, odd->chance * n_looks);

  if (odd->all_blank < FEWEST_BLANK)
    return FALSE;
  quality_facts_add (reading, "completeness", "blank-unevenly", column, adjusted, NAN);

  return adjusted < CHANCE_TO_SAY;
}

static void
look_at_series_with_gaps (QualityReading *reading, const Gaps *gaps)
{
  const QualityTable *table = reading->table;
  const Odd odd = find_odd (gaps->steps, gaps->gaps, table->n_groups);

  if (table->n_groups > 1 && stands_out (reading, NULL, &odd, table->n_groups))
    say_odd (
        reading, "", table->group_names->pdata[odd.place], &odd, "quality.gaps-unevenly",
        N_ ("{segment} has {n_blank} gaps between {n} periods, the others {n_blank_others:n} "
            "between {n_others:n}. Were gaps spread by chance, none of them would have so many, "
            "in 19 of 20 such tables."),
        N_ ("Is a period with none left out there, or counted in another way?"));
}

static void
add_gap_facts (QualityReading *reading, const Gaps *gaps)
{
  QualityFact *fact =
      quality_facts_add (reading, "completeness", "periods", reading->table->period_name,
                         gaps->n - gaps->n_missing, gaps->n);

  set_interval (fact);
  fact = quality_facts_add (reading, "completeness", "longest-gap", reading->table->period_name,
                            gaps->longest, NAN);
  if (gaps->longest > 0)
    quality_fact_add_row (fact, gaps->after);
}

static void
look_at_each_series (
    const QualityTable *table,
    Gaps *gaps,
    void (*take) (const QualityTable *, Gaps *, guint group, const gsize *rows, gsize n))
{
  gsize first, end = 0;

  while (quality_table_next_group (table, &first, &end)) {
    gsize n_known;
    g_autofree gsize *known = known_rows (table, table->order + first, end - first, &n_known);

    take (table, gaps, table->group[table->order[first]], known, n_known);
  }
}

static void
look_at_periods (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  g_autoptr (GHashTable) common = g_hash_table_new (NULL, NULL);
  g_autofree double *own = g_new0 (double, table->n_groups);
  g_autofree double *steps = g_new0 (double, table->n_groups);
  Gaps gaps = { .step = find_step (table), .common = common, .gaps = own, .steps = steps };

  look_at_each_series (table, &gaps, count_gaps);
  look_at_each_series (table, &gaps, count_what_follows);
  add_gap_facts (reading, &gaps);
  say_gaps (reading, &gaps);
  look_at_what_gaps_follow (reading, &gaps);
  look_at_series_with_gaps (reading, &gaps);
}

/* Rows and blank ones of each category of a column. */
typedef struct {
  GHashTable *places;   /* of the categories' names, owned */
  GArray *rows, *blank; /* of double */
} Categories;

static void
categories_clear (Categories *self)
{
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->blank, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Categories, categories_clear)

static guint
category_of (Categories *self, const char *name)
{
  gpointer place;
  const double none = 0;

  if (g_hash_table_lookup_extended (self->places, name, NULL, &place))
    return GPOINTER_TO_UINT (place);
  g_hash_table_insert (self->places, g_strdup (name), GUINT_TO_POINTER (self->rows->len));
  g_array_append_val (self->rows, none);
  g_array_append_val (self->blank, none);

  return self->rows->len - 1;
}

static void
count_categories (Categories *self,
                  const QualityTable *table,
                  const char *const *segments,
                  const char *column)
{
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->rows = g_array_new (FALSE, FALSE, sizeof (double));
  self->blank = g_array_new (FALSE, FALSE, sizeof (double));
  for (gsize row = 0; row < table->n_rows && self->rows->len <= MOST_CATEGORIES; row++) {
    const guint place = category_of (self, segments[row] ? segments[row] : "");

    g_array_index (self->rows, double, place)++;
    g_array_index (self->blank, double, place) += quality_table_is_blank (table, column, row);
  }
}

static const char *
name_of (const Categories *self, guint place)
{
  GHashTableIter iter;
  gpointer name, at;

  g_hash_table_iter_init (&iter, self->places);
  while (g_hash_table_iter_next (&iter, &name, &at))
    if (GPOINTER_TO_UINT (at) == place)
      return name;

  return "";
}

static void
look_at_segments (QualityReading *reading,
                  const char *const *segments,
                  const char *column,
                  gsize n_columns)
{
  g_auto (Categories) categories = { 0 };
  Odd odd;

  count_categories (&categories, reading->table, segments, column);
  if (categories.rows->len < 2 || categories.rows->len > MOST_CATEGORIES)
    return;
  odd = find_odd ((const double *) categories.rows->data, (const double *) categories.blank->data,
                  categories.rows->len);
  if (stands_out (reading, column, &odd, categories.rows->len * (double) n_columns) &&
      odd.blank >= FEWEST_BLANK) /* fewer may be somebody */
    say_odd (reading, column, name_of (&categories, odd.place), &odd, "quality.blank-unevenly",
             N_ ("{column:q} is blank in {n_blank:n} of {n:n} rows of {segment:q}, and in "
                 "{n_blank_others:n} of {n_others:n} others. Were blanks spread by chance, none "
                 "would have so many, in 19 of 20 such tables."),
             N_ ("Is it recorded in another way there, and what does that do to a comparison?"));
}

/* Each column of records by the segment named. */
static void
look_at_all_segments (QualityReading *reading)
{
  const QualityTable *table = reading->table;
  const char *const *segments =
      table->segment ? columns_find_texts (table->table, table->segment) : NULL;
  const gsize n_columns = g_strv_length (table->names);

  for (gsize k = 0; segments && k < n_columns; k++)
    if (!g_str_equal (table->names[k], table->segment))
      look_at_segments (reading, segments, table->names[k], n_columns - 1);
}

void
quality_blanks_look (QualityReading *reading)
{
  look_at_columns (reading);
  if (reading->table->periods && values_of (reading->table))
    look_at_periods (reading);
  look_at_all_segments (reading);
}
