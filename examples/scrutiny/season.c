/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

/* What the command line says of the reading. */
typedef struct {
  char *value, *numerator, *denominator, *period, *indicator, *season;
  int window;
  double level;
  gboolean plain;
} TrendWords;

static void
trend_words_clear (TrendWords *self)
{
  g_free (self->value);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->period);
  g_free (self->indicator);
  g_free (self->season);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrendWords, trend_words_clear)

static ScrutinyReadOptions *
read_options (const TrendWords *words)
{
  const char *const pairs[][2] = {
    { "value", words->value },
    { "numerator", words->numerator },
    { "denominator", words->denominator },
    { "period", words->period },
  };
  ScrutinyReadOptions *options = scrutiny_read_options_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][1])
      scrutiny_read_options_set_column (options, pairs[i][0], pairs[i][1]);

  return options;
}

static ScrutinyTrendOptions *
trend_options (const TrendWords *words)
{
  ScrutinyTrendOptions *options = scrutiny_trend_options_new ();

  scrutiny_trend_options_set_season (options, words->season);
  if (words->window >= 0)
    scrutiny_trend_options_set_window (options, (guint) words->window);
  scrutiny_trend_options_set_robust (options, !words->plain);
  scrutiny_trend_options_set_level (options, words->level);

  return options;
}

static char *
dup_text (ScrutinyTrend *trend, ScrutinyIndicator *indicator)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (trend));
  const char *cannot_tell = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (trend));
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n", scrutiny_indicator_get_title (indicator));
  if (cannot_tell)
    g_string_append_printf (out, "Cannot tell: %s\n", cannot_tell);
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (out, "%s\n  Ask: %s\n", statement, question);
  }

  return g_string_free (out, FALSE);
}

static int
write_trend (Common *common,
             gboolean is_season,
             ScrutinyTrend *trend,
             ScrutinyIndicator *indicator,
             ScrutinyDossier *dossier)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = is_season ? scrutiny_trend_dup_season_json (trend)
                                      : scrutiny_result_dup_json (SCRUTINY_RESULT (trend));

    text = with_input (json, dossier);
  } else if (g_strcmp0 (common->format, "csv") == 0 || (is_season && !common->format)) {
    text = scrutiny_export_csv (is_season ? scrutiny_trend_get_season (trend)
                                          : scrutiny_trend_get_points (trend));
  } else {
    text = dup_text (trend, indicator);
  }

  return common_write (common, text);
}

static int
read_file (Common *common, gboolean is_season, const TrendWords *words)
{
  g_autoptr (ScrutinyTrendOptions) options = trend_options (words);
  g_autoptr (ScrutinyDossier) dossier = common_read (common, read_options (words));
  ScrutinyIndicator *indicator = dossier ? choose_indicator (dossier, words->indicator) : NULL;
  ScrutinySeries *series = indicator ? scrutiny_indicator_get_series (indicator) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTrend) trend = NULL;

  if (!indicator)
    return EXIT_REFUSED;
  if (!series)
    return refuse_saying ("%s has one value and no history; a reading needs a column of periods",
                          scrutiny_indicator_get_title (indicator));
  trend = scrutiny_trend_new (series, options, &error);

  return trend ? write_trend (common, is_season, trend, indicator, dossier) : refuse (error);
}

static int
command (gboolean is_season, const char *usage, int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", NULL };
  g_auto (TrendWords) words = { .window = -1, .level = 0.95 };
  const GOptionEntry own[] = {
    { "value", 0, 0, G_OPTION_ARG_STRING, &words.value, "column of values", "NAME" },
    { "numerator", 0, 0, G_OPTION_ARG_STRING, &words.numerator, "column of numerators", "NAME" },
    { "denominator", 0, 0, G_OPTION_ARG_STRING, &words.denominator, "column of denominators",
      "NAME" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &words.period, "column of periods", "NAME" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &words.indicator,
      "which figure, when the file holds several", "ID" },
    { "season", 0, 0, G_OPTION_ARG_STRING, &words.season,
      "periods in a season: auto, none, 12, or several such as 7,365", "N,..." },
    { "window", 0, 0, G_OPTION_ARG_INT, &words.window,
      "seasons that count for the shape of one (7); 0 is one shape throughout", "N" },
    { "no-robust", 0, 0, G_OPTION_ARG_NONE, &words.plain,
      "do not weigh down values far from the others", NULL },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure intervals are (0.95)", "P" },
    { NULL },
  };
  g_auto (Common) common = { 0 };

  if (!common_parse (&common, usage, "Which way anybody wants the figure to move is not asked.",
                     own, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  return read_file (&common, is_season, &words);
}

int
command_season (int argc, char **argv)
{
  return command (TRUE, "FILE - a series taken apart: trend, season and what is left", argc, argv);
}

int
command_trend (int argc, char **argv)
{
  return command (FALSE, "FILE - what happened in a series, and since when", argc, argv);
}
