/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

/* What the command line says of the slope. */
typedef struct {
  char *season, *test, *partial, *key;
  double level;
} SlopeWords;

static void
slope_words_clear (SlopeWords *self)
{
  g_free (self->season);
  g_free (self->test);
  g_free (self->partial);
  g_free (self->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlopeWords, slope_words_clear)

static int
write_slope (Common *common, ScrutinySlope *slope, const Figure *figure)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    text = figure_dup_json (figure, SCRUTINY_RESULT (slope));
  } else {
    text = figure_dup_text (figure, SCRUTINY_RESULT (slope));
  }

  return common_write (common, text);
}

static ScrutinyTrendOptions *
slope_options (const SlopeWords *words)
{
  ScrutinyTrendOptions *options = scrutiny_trend_options_new ();

  scrutiny_trend_options_set_season (options, words->season);
  scrutiny_trend_options_set_level (options, words->level);
  scrutiny_trend_options_set_test (options, words->test);

  return options;
}

/* Another figure of the same file, or another column of it. */
static int
slope_partial (Common *common,
               Figure *figure,
               const SlopeWords *words,
               ScrutinyTrendOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_auto (Figure) other = { .value = g_strdup (words->partial),
                            .period = g_strdup (figure->period),
                            .indicator = g_strdup (figure->indicator) };
  ScrutinyIndicator *beside =
      scrutiny_dossier_find_indicator (figure->dossier, words->partial, NULL);
  ScrutinySeries *covariate = beside ? scrutiny_indicator_get_series (beside) : NULL;

  if (!covariate) {
    if (!figure_read (&other, common, "a covariate"))
      return EXIT_REFUSED;
    covariate = other.series;
  }

  g_autoptr (ScrutinySlope) slope =
      scrutiny_slope_new_partial (figure->series, covariate, options, &error);

  return slope ? write_slope (common, slope, figure) : refuse (error);
}

static int
slope_regional (Common *common,
                Figure *figure,
                const SlopeWords *words,
                ScrutinyTrendOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyPanel) panel = figure_read_panel (figure, common, words->key);
  g_autoptr (ScrutinySlope) slope =
      panel ? scrutiny_slope_new_regional (panel, options, &error) : NULL;

  if (!panel)
    return EXIT_REFUSED;

  return slope ? write_slope (common, slope, figure) : refuse (error);
}

static int
slope_file (Common *common, Figure *figure, const SlopeWords *words)
{
  g_autoptr (ScrutinyTrendOptions) options = slope_options (words);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySlope) slope = NULL;

  if (words->key)
    return slope_regional (common, figure, words, options);
  if (!figure_read (figure, common, "a slope"))
    return EXIT_REFUSED;
  if (words->partial)
    return slope_partial (common, figure, words, options);
  slope = scrutiny_slope_new (figure->series, options, &error);

  return slope ? write_slope (common, slope, figure) : refuse (error);
}

/* FALSE after saying which words do not go together. */
static gboolean
words_go_together (const SlopeWords *words, const Figure *figure)
{
  const char *message = NULL;

  if (words->key && words->partial)
    message = "--key is of several places, --partial of one figure and another; give one of them";
  else if (words->key && figure->indicator)
    message = "with --key the file is read as a table of one figure; leave --indicator out";
  else if (g_strcmp0 (words->test, "regional") == 0 && !words->key)
    message = "--test regional needs --key: the columns that say whose a row is";
  else if (g_strcmp0 (words->test, "partial") == 0 && !words->partial)
    message = "--test partial needs --partial: what may explain the figure";
  if (message)
    refuse_usage ("slope", message);

  return message == NULL;
}

int
command_slope (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", NULL };
  g_auto (SlopeWords) words = { .level = 0.95 };
  const GOptionEntry own[] = {
    { "season", 0, 0, G_OPTION_ARG_STRING, &words.season,
      "periods in a season, each compared with its like: auto, none or 12", "N" },
    { "test", 0, 0, G_OPTION_ARG_STRING, &words.test,
      "auto, mann-kendall, seasonal-mann-kendall, correlated-seasonal, hamed-rao, yue-wang, "
      "pre-whitened, trend-free-pre-whitened, regional, partial or pettitt",
      "NAME" },
    { "partial", 0, 0, G_OPTION_ARG_STRING, &words.partial,
      "a figure or column that may explain this one, taken off first", "NAME" },
    { "key", 0, 0, G_OPTION_ARG_STRING, &words.key,
      "columns that say whose a row is: all places taken together", "NAME,..." },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure intervals are (0.95)", "P" },
    { NULL },
  };
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };

  if (!figure_parse (&figure, &common,
                     "FILE - whether a figure moved steadily one way, and how fast",
                     "Which way anybody wants the figure to move is not asked.", own, argc, argv) ||
      !common_has_format (&common, forms, argv[0]) || !words_go_together (&words, &figure))
    return EXIT_USAGE;

  return slope_file (&common, &figure, &words);
}
