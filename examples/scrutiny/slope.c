/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

/* What the command line says of the slope. */
typedef struct {
  char *season;
  double level;
} SlopeWords;

static void
slope_words_clear (SlopeWords *self)
{
  g_free (self->season);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlopeWords, slope_words_clear)

static int
write_slope (Common *common, ScrutinySlope *slope, const Figure *figure)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (slope));

    text = with_input (json, figure->dossier);
  } else {
    text = figure_dup_text (figure, SCRUTINY_RESULT (slope));
  }

  return common_write (common, text);
}

static int
slope_file (Common *common, Figure *figure, const SlopeWords *words)
{
  g_autoptr (ScrutinyTrendOptions) options = scrutiny_trend_options_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySlope) slope = NULL;

  if (!figure_read (figure, common, "a slope"))
    return EXIT_REFUSED;
  scrutiny_trend_options_set_season (options, words->season);
  scrutiny_trend_options_set_level (options, words->level);
  slope = scrutiny_slope_new (figure->series, options, &error);

  return slope ? write_slope (common, slope, figure) : refuse (error);
}

int
command_slope (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", NULL };
  g_auto (SlopeWords) words = { .level = 0.95 };
  const GOptionEntry own[] = {
    { "season", 0, 0, G_OPTION_ARG_STRING, &words.season,
      "periods in a season, each compared with its like: auto, none or 12", "N" },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure intervals are (0.95)", "P" },
    { NULL },
  };
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };

  if (!figure_parse (&figure, &common,
                     "FILE - whether a figure moved steadily one way, and how fast",
                     "Which way anybody wants the figure to move is not asked.", own, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  return slope_file (&common, &figure, &words);
}
