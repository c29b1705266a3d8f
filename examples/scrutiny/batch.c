/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "batch-form.h"

#define DEFAULT_LEVEL 0.95

typedef struct {
  char *keys, *period, *value, *numerator, *denominator, *analysis;
  char *season, *kind, *baseline, *sensitivity, *profile, *rules;
  int window, threads, minimum_segment;
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
  g_free (self->analysis);
  g_free (self->season);
  g_free (self->kind);
  g_free (self->baseline);
  g_free (self->sensitivity);
  g_free (self->profile);
  g_free (self->rules);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BatchWords, batch_words_clear)

/* --- What each series is asked ---------------------------------------------------------- */

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

static ScrutinyTable *
tabulate_trends (ScrutinyPanel *panel, const BatchWords *words, GError **error)
{
  g_autoptr (ScrutinyTrendOptions) options = trend_options (words);

  return scrutiny_trend_tabulate (panel, options, NULL, NULL, error);
}

static ScrutinyTable *
tabulate_slopes (ScrutinyPanel *panel, const BatchWords *words, GError **error)
{
  g_autoptr (ScrutinyTrendOptions) options = trend_options (words);

  return scrutiny_slope_tabulate (panel, options, NULL, NULL, error);
}

static ScrutinyTable *
tabulate_shifts (ScrutinyPanel *panel, const BatchWords *words, GError **error)
{
  g_autoptr (ScrutinyShiftsOptions) options = scrutiny_shifts_options_new ();

  scrutiny_shifts_options_set_season (options, words->season);
  scrutiny_shifts_options_set_level (options, words->level);
  scrutiny_shifts_options_set_sensitivity (options, words->sensitivity);
  scrutiny_shifts_options_set_minimum_segment (options, (guint) MAX (words->minimum_segment, 0));

  return scrutiny_shifts_tabulate (panel, options, NULL, NULL, error);
}

static ScrutinyTable *
tabulate_charts (ScrutinyPanel *panel, const BatchWords *words, GError **error)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();
  ScrutinyChartKind kind = SCRUTINY_CHART_KIND_AUTO;

  if (words->kind && !scrutiny_chart_kind_from_name (words->kind, &kind)) {
    g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND,
                 "Kind: there is none called “%s”; see scrutiny chart --help", words->kind);
    return NULL;
  }
  scrutiny_chart_options_set_kind (options, kind);
  scrutiny_chart_options_set_baseline (options, words->baseline);
  scrutiny_chart_options_set_profile (options, words->profile);
  if (words->rules) {
    g_auto (GStrv) rules = g_strsplit (words->rules, ",", -1);
    scrutiny_chart_options_set_rules (options, (const char *const *) rules);
  }

  return scrutiny_chart_tabulate (panel, options, NULL, NULL, error);
}

static const struct analysis {
  const char *name;
  const char *title;
  ScrutinyTable *(*tabulate) (ScrutinyPanel *panel, const BatchWords *words, GError **error);
  const char *words[6]; /* those of its own */
} analyses[] = {
  { "trend", "What happened", tabulate_trends, { "season", "window", "no-robust", "level" } },
  { "chart", "Charts", tabulate_charts, { "kind", "rules", "baseline", "profile" } },
  { "shifts", "Shifts", tabulate_shifts, { "season", "level", "sensitivity", "minimum-segment" } },
  { "slope", "Slopes", tabulate_slopes, { "season", "level" } },
};

static const struct analysis *
find_analysis (const char *name)
{
  for (gsize k = 0; k < G_N_ELEMENTS (analyses); k++)
    if (g_strcmp0 (analyses[k].name, name) == 0)
      return &analyses[k];

  return NULL;
}

/* The first word that was said and means nothing to the analysis; NULL if all do. */
static const char *
find_stray (const struct analysis *analysis, const BatchWords *words)
{
  const struct {
    const char *name;
    gboolean is_said;
  } said[] = {
    { "season", words->season != NULL },
    { "window", words->window >= 0 },
    { "no-robust", words->plain },
    { "level", words->level != DEFAULT_LEVEL },
    { "kind", words->kind != NULL },
    { "rules", words->rules != NULL },
    { "baseline", words->baseline != NULL },
    { "profile", words->profile != NULL },
    { "sensitivity", words->sensitivity != NULL },
    { "minimum-segment", words->minimum_segment != 0 },
  };

  for (gsize k = 0; k < G_N_ELEMENTS (said); k++)
    if (said[k].is_said && !g_strv_contains (analysis->words, said[k].name))
      return said[k].name;

  return NULL;
}

/* --- From the file to the answer -------------------------------------------------------- */

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

static char *
dup_answer (ScrutinyTable *table,
            const Common *common,
            const char *file,
            const struct analysis *analysis,
            GError **error)
{
  g_autofree char *title = g_strdup_printf ("%s: %s", analysis->title, file);

  return batch_dup_form (table, common, file, analysis->name, title, error);
}

static int
read_panel (Common *common, const BatchWords *words, const struct analysis *analysis)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (common->files[0]);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (ScrutinyTable) table = scrutiny_read_table (file, NULL, &error);
  if (!table)
    return refuse (error);

  g_autoptr (ScrutinyPanel) made = make_panel (table, words, &error);
  g_autoptr (ScrutinyPanel) panel =
      made ? scrutiny_panel_copy_with_threads (made, (guint) MAX (words->threads, 0)) : NULL;
  g_autoptr (ScrutinyTable) result = panel ? analysis->tabulate (panel, words, &error) : NULL;
  g_autofree char *text = result ? dup_answer (result, common, name, analysis, &error) : NULL;

  return text ? common_write (common, text) : refuse_saying ("%s: %s", name, error->message);
}

static gboolean
parse_words (BatchWords *words, Common *common, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "key", 0, 0, G_OPTION_ARG_STRING, &words->keys, "columns that say whose a row is",
      "NAME,..." },
    { "period", 0, 0, G_OPTION_ARG_STRING, &words->period, "column of periods (period)", "NAME" },
    { "value", 0, 0, G_OPTION_ARG_STRING, &words->value, "column of values (value)", "NAME" },
    { "numerator", 0, 0, G_OPTION_ARG_STRING, &words->numerator, "column of numerators", "NAME" },
    { "denominator", 0, 0, G_OPTION_ARG_STRING, &words->denominator, "column of denominators",
      "NAME" },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &words->scale,
      "what the ratio is multiplied by (100, per cent)", "N" },
    { "analysis", 0, 0, G_OPTION_ARG_STRING, &words->analysis,
      "what each series is asked: trend, chart, shifts or slope (trend)", "NAME" },
    { "season", 0, 0, G_OPTION_ARG_STRING, &words->season,
      "periods in a season: auto, none, 12, or several such as 7,365", "N,..." },
    { "window", 0, 0, G_OPTION_ARG_INT, &words->window,
      "seasons that count for the shape of one (7); 0 is one shape throughout", "N" },
    { "no-robust", 0, 0, G_OPTION_ARG_NONE, &words->plain,
      "do not set aside values far from season and trend", NULL },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words->level, "how sure intervals are (0.95)", "P" },
    { "sensitivity", 0, 0, G_OPTION_ARG_STRING, &words->sensitivity,
      "of shifts: how readily one is said (usual)", "NAME" },
    { "minimum-segment", 0, 0, G_OPTION_ARG_INT, &words->minimum_segment,
      "of shifts: fewest values between two changes (2)", "N" },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &words->kind, "of charts: the kind (auto)", "KIND" },
    { "rules", 0, 0, G_OPTION_ARG_STRING, &words->rules, "of charts: sets of rules", "NAME,..." },
    { "baseline", 0, 0, G_OPTION_ARG_STRING, &words->baseline,
      "of charts: periods the limits come from", "A..B" },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &words->profile,
      "of charts: the choices of another program", "NAME" },
    { "threads", 0, 0, G_OPTION_ARG_INT, &words->threads,
      "threads to work on; the result is the same for any number (0, one a processor)", "N" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };

  return common_parse (
      common, "FILE - every series of a table in one pass",
      "The first row of the CSV names its columns; rows of one key stand together, "
      "in the order of their periods.",
      lists, argc, argv);
}

int
command_batch (int argc, char **argv)
{
  static const char *const forms[] = { "text", "csv", "json", "md", "html", NULL };
  g_auto (BatchWords) words = { .window = -1, .level = DEFAULT_LEVEL, .scale = 100 };
  g_auto (Common) common = { 0 };

  const struct analysis *analysis;
  const char *stray;

  if (!parse_words (&words, &common, argc, argv) || !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!words.keys)
    return refuse_usage (argv[0], "--key is needed: the columns that say whose a row is");
  if (!words.numerator != !words.denominator)
    return refuse_usage (argv[0], "--numerator and --denominator go together");

  analysis = find_analysis (words.analysis ? words.analysis : "trend");
  if (!analysis)
    return refuse_usage (argv[0], "--analysis is trend, chart, shifts or slope");
  stray = find_stray (analysis, &words);
  if (stray) {
    g_autofree char *message =
        g_strdup_printf ("--%s means nothing with --analysis %s", stray, analysis->name);
    return refuse_usage (argv[0], message);
  }

  return read_panel (&common, &words, analysis);
}
