/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

/* What the command line says of the reading. */
typedef struct {
  char *season;
  int window;
  double level;
  gboolean plain;
} TrendWords;

static void
trend_words_clear (TrendWords *self)
{
  g_free (self->season);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TrendWords, trend_words_clear)

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

/* The reading; or, asked for the season alone, its table. */
static char *
dup_text (gboolean is_season, ScrutinyTrend *trend, const Figure *figure)
{
  const char *no_season = scrutiny_trend_get_no_season (trend);

  if (is_season && no_season)
    return g_strdup_printf ("%s\n\nCannot tell: %s\n", scrutiny_indicator_get_title (figure->found),
                            no_season);

  return is_season ? scrutiny_export_csv (scrutiny_trend_get_season (trend))
                   : figure_dup_text (figure, SCRUTINY_RESULT (trend));
}

static int
write_trend (Common *common, gboolean is_season, ScrutinyTrend *trend, const Figure *figure)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = is_season ? scrutiny_trend_dup_season_json (trend)
                                      : scrutiny_result_dup_json (SCRUTINY_RESULT (trend));

    text = with_input (json, figure->dossier);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (is_season ? scrutiny_trend_get_season (trend)
                                          : scrutiny_trend_get_points (trend));
  } else {
    text = dup_text (is_season, trend, figure);
  }

  return common_write (common, text);
}

static int
read_file (Common *common, Figure *figure, gboolean is_season, const TrendWords *words)
{
  g_autoptr (ScrutinyTrendOptions) options = trend_options (words);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTrend) trend = NULL;

  if (!figure_read (figure, common, "a reading"))
    return EXIT_REFUSED;
  trend = scrutiny_trend_new (figure->series, options, &error);

  return trend ? write_trend (common, is_season, trend, figure) : refuse (error);
}

static int
command (gboolean is_season, const char *usage, int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", NULL };
  g_auto (TrendWords) words = { .window = -1, .level = 0.95 };
  const GOptionEntry own[] = {
    { "season", 0, 0, G_OPTION_ARG_STRING, &words.season,
      "periods in a season: auto, none, 12, or several such as 7,365", "N,..." },
    { "window", 0, 0, G_OPTION_ARG_INT, &words.window,
      "seasons that count for the shape of one (7); 0 is one shape throughout", "N" },
    { "no-robust", 0, 0, G_OPTION_ARG_NONE, &words.plain,
      "do not set aside values far from season and trend", NULL },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure intervals are (0.95)", "P" },
    { NULL },
  };
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };

  if (!figure_parse (&figure, &common, usage,
                     "Which way anybody wants the figure to move is not asked.", own, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  return read_file (&common, &figure, is_season, &words);
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
