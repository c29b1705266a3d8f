/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

#include <string.h>

/* What the command line says of the comparison. */
typedef struct {
  char *area, *numerator, *denominator, *period, *at;
  char **where, **ranges;
  char *kind, *dispersion, *limits, *score, *trim, *focus;
  char *band, *standard, *spread, *published, *rank, *quartile, *called, *neighbours;
  double scale, level;
  int draws, disclosure;
  gint64 seed;
} CompareWords;

static void
compare_words_clear (CompareWords *self)
{
  char **const texts[] = { &self->area,     &self->numerator, &self->denominator, &self->period,
                           &self->at,       &self->kind,      &self->dispersion,  &self->limits,
                           &self->score,    &self->trim,      &self->focus,       &self->band,
                           &self->standard, &self->spread,    &self->published,   &self->neighbours,
                           &self->called,   &self->rank,      &self->quartile };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_clear_pointer (texts[i], g_free);
  g_clear_pointer (&self->where, g_strfreev);
  g_clear_pointer (&self->ranges, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CompareWords, compare_words_clear)

/* --- Which rows ----------------------------------------------------------------------------- */

/* A cell as it stands in the file, near enough: whole numbers without a point. */
static char *
dup_cell (ScrutinyTable *table, const char *column, gsize row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (scrutiny_table_is_text (table, column))
    return g_strdup (scrutiny_table_get_texts (table, column)[row]);
  append_json_number (text, scrutiny_table_get_doubles (table, column, NULL)[row]);

  return g_strdup (text->str);
}

static ScrutinyTable *
with_rows (ScrutinyTable *table, ScrutinyTable *kept, const char *name, const GArray *rows)
{
  g_autoptr (ScrutinyTable) before = kept;

  if (scrutiny_table_is_text (table, name)) {
    const char *const *texts = scrutiny_table_get_texts (table, name);
    g_autofree const char **chosen = g_new0 (const char *, rows->len + 1);

    for (guint i = 0; i < rows->len; i++)
      chosen[i] = texts[g_array_index (rows, gsize, i)];
    return scrutiny_table_copy_with_texts (before, name, chosen, NULL);
  }

  const double *numbers = scrutiny_table_get_doubles (table, name, NULL);
  double *chosen = g_new (double, rows->len + 1);
  for (guint i = 0; i < rows->len; i++)
    chosen[i] = numbers[g_array_index (rows, gsize, i)];
  g_autoptr (GBytes) bytes = g_bytes_new_take (chosen, rows->len * sizeof *chosen);

  return scrutiny_table_copy_with_doubles (before, name, bytes, NULL);
}

static ScrutinyTable *
keep_rows (ScrutinyTable *table, const GArray *rows)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  ScrutinyTable *kept = scrutiny_table_new ();

  for (gsize i = 0; names[i]; i++)
    kept = with_rows (table, kept, names[i], rows);

  return kept;
}

static ScrutinyTable *
keep_where (ScrutinyTable *table, const char *column, const char *value, const char *file)
{
  g_autoptr (ScrutinyTable) whole = table;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_auto (GStrv) names = scrutiny_table_dup_names (whole);
  g_autofree char *list = g_strjoinv ("”, “", names);

  if (!scrutiny_table_has_column (whole, column)) {
    refuse_saying ("%s: there is no column “%s”; there are “%s”", file, column, list);
    return NULL;
  }
  for (gsize i = 0; i < scrutiny_table_get_n_rows (whole); i++) {
    g_autofree char *cell = dup_cell (whole, column, i);

    if (g_str_equal (cell, value))
      g_array_append_val (rows, i);
  }
  if (rows->len == 0) {
    g_autofree char *first = scrutiny_table_get_n_rows (whole) ? dup_cell (whole, column, 0) : NULL;
    refuse_saying ("%s: no row has “%s” in column “%s”; the first has “%s”", file, value, column,
                   first ? first : "");
    return NULL;
  }

  return keep_rows (whole, rows);
}

/* Takes @table; NULL after saying what was wrong. */
static ScrutinyTable *
choose_rows (ScrutinyTable *table, const CompareWords *words, const char *file)
{
  for (gsize i = 0; table && words->where && words->where[i]; i++) {
    g_auto (GStrv) pair = g_strsplit (words->where[i], "=", 2);

    table = keep_where (table, pair[0], pair[1], file);
  }
  if (table && words->period)
    table = keep_where (table, words->period, words->at, file);

  return table;
}

/* --- The comparison ------------------------------------------------------------------------- */

static gboolean
set_neighbours (ScrutinyComparisonOptions *options, const CompareWords *words)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (GError) error = NULL;

  if (!words->neighbours)
    return TRUE;
  file = g_file_new_for_commandline_arg (words->neighbours);
  table = scrutiny_read_table (file, NULL, &error);
  if (!table) {
    refuse (error);
    return FALSE;
  }
  scrutiny_comparison_options_set_neighbours (options, table);

  return TRUE;
}

static ScrutinyComparisonOptions *
compare_options (const CompareWords *words)
{
  g_autoptr (ScrutinyComparisonOptions) options = scrutiny_comparison_options_new ();

  scrutiny_comparison_options_set_kind (options, words->kind);
  scrutiny_comparison_options_set_scale (options, words->scale);
  scrutiny_comparison_options_set_dispersion (options, words->dispersion);
  scrutiny_comparison_options_set_limits (options, words->limits);
  scrutiny_comparison_options_set_score (options, words->score);
  scrutiny_comparison_options_set_trim (options, words->trim);
  scrutiny_comparison_options_set_focus (options, words->focus);
  scrutiny_comparison_options_set_band (options, words->band);
  scrutiny_comparison_options_set_standard (options, words->standard);
  scrutiny_comparison_options_set_spread (options, words->spread);
  scrutiny_comparison_options_set_published (options, words->published);
  scrutiny_comparison_options_set_rank (options, words->rank);
  scrutiny_comparison_options_set_quartile (options, words->quartile);
  scrutiny_comparison_options_set_ranges (options, (const char *const *) words->ranges);
  scrutiny_comparison_options_set_called (options, words->called);
  scrutiny_comparison_options_set_level (options, words->level);
  scrutiny_comparison_options_set_draws (options, (guint) MAX (words->draws, 0));
  scrutiny_comparison_options_set_disclosure (options, (guint) MAX (words->disclosure, 0));
  scrutiny_comparison_options_set_seed (options, (guint64) words->seed);

  return set_neighbours (options, words) ? g_steal_pointer (&options) : NULL;
}

/* “rereferral_count of referral_count, 2019” */
static char *
dup_title (const CompareWords *words)
{
  GString *title = g_string_new (words->numerator);
  const gboolean is_value = g_strcmp0 (words->kind, "value") == 0;

  if (!is_value)
    g_string_append_printf (title, " of %s", words->denominator);
  for (gsize i = 0; words->where && words->where[i]; i++)
    g_string_append_printf (title, ", %s", strchr (words->where[i], '=') + 1);
  if (words->at)
    g_string_append_printf (title, ", %s", words->at);

  return g_string_free (title, FALSE);
}

static int
write_comparison (Common *common,
                  ScrutinyComparison *comparison,
                  const CompareWords *words,
                  const char *file,
                  const char *hash)
{
  const char *form = common->format ? common->format : "text";
  g_autofree char *title = dup_title (words);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_str_equal (form, "json")) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (comparison));
    /* Of few counts a hash tells them, to whoever tries one after the other. */
    text = with_file (json, file, words->disclosure > 0 ? NULL : hash);
  } else if (g_str_equal (form, "csv")) {
    text = scrutiny_export_csv (scrutiny_comparison_get_areas (comparison));
  } else if (g_str_equal (form, "svg")) {
    text = scrutiny_draw (SCRUTINY_RESULT (comparison), title, &error);
  } else {
    text = scrutiny_export_comparison (comparison, title, form, &error);
  }

  return text ? common_write (common, text) : refuse (error);
}

static int
compare_file (Common *common, const CompareWords *words)
{
  g_autofree char *file = NULL;
  g_autofree char *hash = NULL;
  g_autoptr (GError) error = NULL;
  ScrutinyTable *whole = common_read_table (common, &file, &hash);
  g_autoptr (ScrutinyTable) table = whole ? choose_rows (whole, words, file) : NULL;
  g_autoptr (ScrutinyComparisonOptions) options = table ? compare_options (words) : NULL;
  g_autoptr (ScrutinyComparison) comparison = NULL;

  if (!options)
    return EXIT_REFUSED;
  comparison = scrutiny_comparison_new (table, words->area, words->numerator, words->denominator,
                                        options, &error);
  if (!comparison)
    return refuse_saying ("%s: %s", file, error->message);

  return write_comparison (common, comparison, words, file, hash);
}

/* FALSE after saying which words are missing or do not go together. */
static gboolean
words_are_whole (const CompareWords *words)
{
  const char *message = NULL;

  if (!words->area || !words->numerator || !words->denominator)
    message = "name the columns with --area, --numerator and --denominator";
  else if (!words->period != !words->at)
    message = "--period names the column of periods and --at one of them; give both";
  for (gsize i = 0; words->where && words->where[i]; i++)
    if (!strchr (words->where[i], '='))
      message = "--where is written COLUMN=VALUE, such as --where year=2019";
  if (message)
    refuse_usage ("compare", message);

  return message == NULL;
}

static gboolean
parse_words (CompareWords *words, Common *common, int argc, char **argv)
{
  const GOptionEntry columns[] = {
    { "area", 0, 0, G_OPTION_ARG_STRING, &words->area, "column of areas", "NAME" },
    { "numerator", 0, 0, G_OPTION_ARG_STRING, &words->numerator,
      "column of cases or events, or of values", "NAME" },
    { "denominator", 0, 0, G_OPTION_ARG_STRING, &words->denominator,
      "column of what they are out of, or of standard errors", "NAME" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &words->period, "column of periods, with --at", "NAME" },
    { "at", 0, 0, G_OPTION_ARG_STRING, &words->at, "the period to compare in", "PERIOD" },
    { "where", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->where, "only rows with this cell",
      "NAME=VALUE" },
    { "band", 0, 0, G_OPTION_ARG_STRING, &words->band, "column of age bands", "NAME" },
    { "standard", 0, 0, G_OPTION_ARG_STRING, &words->standard, "column of the standard population",
      "NAME" },
    { "spread", 0, 0, G_OPTION_ARG_STRING, &words->spread,
      "column of the variances of counts, where events come together", "NAME" },
    { "published", 0, 0, G_OPTION_ARG_STRING, &words->published,
      "column of published values, to be worked out again", "NAME" },
    { "rank", 0, 0, G_OPTION_ARG_STRING, &words->rank, "column of published ranks", "NAME" },
    { "quartile", 0, 0, G_OPTION_ARG_STRING, &words->quartile,
      "column of published quartiles, 1 to 4", "NAME" },
    { "ranges", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->ranges,
      "columns of a range that was published; again for a wider one", "LOW..HIGH" },
    { NULL },
  };
  const GOptionEntry own[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &words->kind,
      "proportion, rate, ratio, standardised or value", "KIND" },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &words->scale, "what values are multiplied by", "N" },
    { "dispersion", 0, 0, G_OPTION_ARG_STRING, &words->dispersion,
      "what limits allow for besides chance: none, multiplicative or additive", "NAME" },
    { "limits", 0, 0, G_OPTION_ARG_STRING, &words->limits, "exact or normal", "NAME" },
    { "score", 0, 0, G_OPTION_ARG_STRING, &words->score,
      "auto, share, arcsine, root, log or counts", "NAME" },
    { "trim", 0, 0, G_OPTION_ARG_STRING, &words->trim, "winsorise, truncate or none", "NAME" },
    { "focus", 0, 0, G_OPTION_ARG_STRING, &words->focus, "the area that is asked about", "AREA" },
    { "called", 0, 0, G_OPTION_ARG_STRING, &words->called,
      "what those that are compared are called, in the plural (areas)", "WORDS" },
    { "neighbours", 0, 0, G_OPTION_ARG_FILENAME, &words->neighbours,
      "a table of area and neighbour", "FILE" },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words->level, "how sure intervals and places are (0.95)",
      "P" },
    { "draws", 0, 0, G_OPTION_ARG_INT, &words->draws, "draws that decide places (2000)", "N" },
    { "disclosure", 0, 0, G_OPTION_ARG_INT, &words->disclosure,
      "fewest cases an area is told of, where counts were not published (0)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &words->seed, "where random numbers start from", "N" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { columns, own, NULL };

  return common_parse (common, "FILE - areas set side by side",
                       "Which areas chance does not explain, and which places each could have. No "
                       "order without its places.",
                       lists, argc, argv);
}

int
command_compare (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", "md", "html", "svg", NULL };
  g_autoptr (ScrutinyComparisonOptions) usual = scrutiny_comparison_options_new ();
  g_auto (CompareWords) words = { .level = scrutiny_comparison_options_get_level (usual),
                                  .draws = (int) scrutiny_comparison_options_get_draws (usual),
                                  .seed = (gint64) scrutiny_comparison_options_get_seed (usual) };
  g_auto (Common) common = { 0 };

  if (!parse_words (&words, &common, argc, argv) || !common_has_format (&common, forms, argv[0]) ||
      !words_are_whole (&words))
    return EXIT_USAGE;

  return compare_file (&common, &words);
}
