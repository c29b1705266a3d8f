/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

typedef struct {
  char *keys, *period, *value, *numerator, *denominator, *season;
  int window, threads;
  double level, scale;
  gboolean plain;
} BatchWords;

static void
batch_words_clear (BatchWords *self)
{
  g_free (self->keys);
  g_free (self->period);
  g_free (self->value);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->season);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BatchWords, batch_words_clear)

static ScrutinyTrendOptions *
trend_options (const BatchWords *words)
{
  ScrutinyTrendOptions *options = scrutiny_trend_options_new ();

  scrutiny_trend_options_set_season (options, words->season);
  if (words->window >= 0)
    scrutiny_trend_options_set_window (options, (guint) words->window);
  scrutiny_trend_options_set_robust (options, !words->plain);
  scrutiny_trend_options_set_level (options, words->level);

  return options;
}

static ScrutinyPanel *
make_panel (ScrutinyTable *table, const BatchWords *words, GError **error)
{
  g_auto (GStrv) keys = g_strsplit (words->keys, ",", -1);
  const char *period = words->period ? words->period : "period";

  if (words->numerator)
    return scrutiny_panel_new_ratio (table, (const char *const *) keys, period, words->numerator,
                                     words->denominator, words->scale, error);

  return scrutiny_panel_new (table, (const char *const *) keys, period,
                             words->value ? words->value : "value", error);
}

static void
append_column (GString *out, ScrutinyTable *table, const char *name)
{
  const gsize n_rows = scrutiny_table_get_n_rows (table);
  const char *const *texts = scrutiny_table_get_texts (table, name);
  const double *numbers = texts ? NULL : scrutiny_table_get_doubles (table, name, NULL);

  append_json_string (out, name);
  g_string_append (out, ":[");
  for (gsize i = 0; i < n_rows; i++) {
    if (i > 0)
      g_string_append_c (out, ',');
    if (texts && texts[i][0] == '\0')
      g_string_append (out, "null");
    else if (texts)
      append_json_string (out, texts[i]);
    else
      append_json_number (out, numbers[i]);
  }
  g_string_append_c (out, ']');
}

/* Columns side by side, which is how ten thousand series are read again. */
static char *
dup_json (ScrutinyTable *table, const char *file)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  GString *out = g_string_new ("{\"schema\":\"scrutiny.batch/1\",\"input\":{\"file\":");

  append_json_string (out, file);
  g_string_append_printf (out, "},\"n\":%" G_GSIZE_FORMAT ",\"columns\":{",
                          scrutiny_table_get_n_rows (table));
  for (guint k = 0; names[k]; k++) {
    if (k > 0)
      g_string_append_c (out, ',');
    append_column (out, table, names[k]);
  }
  g_string_append (out, "}}\n");

  return g_string_free (out, FALSE);
}

static int
read_panel (Common *common, const BatchWords *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (common->files[0]);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (ScrutinyTrendOptions) options = trend_options (words);
  g_autoptr (ScrutinyTable) table = scrutiny_read_table (file, NULL, &error);
  g_autoptr (ScrutinyPanel) made = table ? make_panel (table, words, &error) : NULL;
  g_autoptr (ScrutinyPanel) panel =
      made ? scrutiny_panel_copy_with_threads (made, (guint) MAX (words->threads, 0)) : NULL;
  g_autoptr (ScrutinyTable) result =
      panel ? scrutiny_trend_tabulate (panel, options, NULL, NULL, &error) : NULL;
  g_autofree char *text = NULL;

  if (!result)
    return refuse_saying ("%s: %s", name, error->message);
  text = g_strcmp0 (common->format, "json") == 0 ? dup_json (result, name)
                                                 : scrutiny_export_csv (result);

  return common_write (common, text);
}

int
command_batch (int argc, char **argv)
{
  static const char *const forms[] = { "csv", "json", NULL };
  g_auto (BatchWords) words = { .window = -1, .level = 0.95, .scale = 100 };
  const GOptionEntry own[] = {
    { "key", 0, 0, G_OPTION_ARG_STRING, &words.keys, "columns that say whose a row is",
      "NAME,..." },
    { "period", 0, 0, G_OPTION_ARG_STRING, &words.period, "column of periods (period)", "NAME" },
    { "value", 0, 0, G_OPTION_ARG_STRING, &words.value, "column of values (value)", "NAME" },
    { "numerator", 0, 0, G_OPTION_ARG_STRING, &words.numerator, "column of numerators", "NAME" },
    { "denominator", 0, 0, G_OPTION_ARG_STRING, &words.denominator, "column of denominators",
      "NAME" },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &words.scale,
      "what the ratio is multiplied by (100, per cent)", "N" },
    { "season", 0, 0, G_OPTION_ARG_STRING, &words.season,
      "periods in a season: auto, none, 12, or several such as 7,365", "N,..." },
    { "window", 0, 0, G_OPTION_ARG_INT, &words.window,
      "seasons that count for the shape of one (7); 0 is one shape throughout", "N" },
    { "no-robust", 0, 0, G_OPTION_ARG_NONE, &words.plain,
      "do not weigh down values far from the others", NULL },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure intervals are (0.95)", "P" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &words.threads,
      "threads to work on; the result is the same for any number (0, one a processor)", "N" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };
  g_auto (Common) common = { 0 };

  if (!common_parse (&common, "FILE - every series of a table in one pass",
                     "The first row of the CSV names its columns; rows of one key stand together, "
                     "in the order of their periods.",
                     lists, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!words.keys)
    return refuse_usage (argv[0], "--key is needed: the columns that say whose a row is");
  if (!words.numerator != !words.denominator)
    return refuse_usage (argv[0], "--numerator and --denominator go together");

  return read_panel (&common, &words);
}
