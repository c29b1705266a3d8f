/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

#include <math.h>

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

/* From here on a season is taken off before anything else is looked at. */
#define CLEAR 0.64
#define FAINT 0.3
#define MOST_ROWS 60

static const char *
strength_in_words (double strength)
{
  return strength >= CLEAR ? "clear" : strength >= FAINT ? "slight" : "faint";
}

/* Enough to tell one part of a season from another. */
static int
decimals_for (const double *seasonal, gsize n)
{
  double most = 0;
  int decimals = 0;

  for (gsize i = 0; i < n; i++)
    most = isnan (seasonal[i]) ? most : MAX (most, ABS (seasonal[i]));
  for (; most > 0 && most < 100 && decimals < 6; most *= 10)
    decimals++;

  return decimals;
}

static void
append_number (GString *out, double number, int decimals, int width)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "-", format[8];

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  if (!isnan (number))
    g_ascii_formatd (text, sizeof text, format, number);
  g_string_append_printf (out, "%*s", width, text);
}

/* The last round, one row a period; @bar stands between the columns. */
static void
append_round (GString *out, ScrutinyTable *season, gsize first, const char *bar, int width)
{
  static const char *const names[] = { "value", "trend", "seasonal", "remainder" };
  const gsize n = scrutiny_table_get_n_rows (season);
  const char *const *labels = scrutiny_table_get_texts (season, "label");
  const int decimals =
      decimals_for (scrutiny_table_get_doubles (season, "seasonal", NULL) + first, n - first);

  for (gsize i = first; i < n; i++) {
    g_string_append_printf (out, "%s%s%-*s", bar, *bar ? " " : "  ", *bar ? 0 : 20, labels[i]);
    for (gsize c = 0; c < G_N_ELEMENTS (names); c++) {
      g_string_append_printf (out, " %s%s", bar, *bar ? " " : "");
      append_number (out, scrutiny_table_get_doubles (season, names[c], NULL)[i], decimals, width);
    }
    g_string_append_printf (out, "%s%s\n", *bar ? " " : "", bar);
  }
}

/* Where in the round it is highest and lowest. */
static void
append_extremes (GString *out, ScrutinyTable *season, gsize first)
{
  const gsize n = scrutiny_table_get_n_rows (season);
  const double *seasonal = scrutiny_table_get_doubles (season, "seasonal", NULL);
  const char *const *labels = scrutiny_table_get_texts (season, "label");
  const int decimals = decimals_for (seasonal + first, n - first);
  gsize high = first, low = first;

  for (gsize i = first; i < n; i++) {
    high = seasonal[i] > seasonal[high] ? i : high;
    low = seasonal[i] < seasonal[low] ? i : low;
  }
  g_string_append_printf (out, "In the last round it adds most in %s, ", labels[high]);
  append_number (out, seasonal[high], decimals, 0);
  g_string_append_printf (out, ", and least in %s, ", labels[low]);
  append_number (out, seasonal[low], decimals, 0);
  g_string_append (out, ".\n");
}

static void
append_strength (GString *out, ScrutinyTrend *trend)
{
  const double strength = scrutiny_trend_get_season_strength (trend);

  g_string_append_printf (out, "What comes round every %u periods is %s: ",
                          scrutiny_trend_get_season_length (trend), strength_in_words (strength));
  append_number (out, 100 * strength, 0, 0);
  g_string_append_printf (out, "%% of the movement around the trend; %s\n",
                          strength >= CLEAR
                              ? "it is taken off before anything else is looked at."
                              : "from 64% on it is taken off before anything else is looked at.");
}

/* In words, and the last round as a table. */
static char *
dup_season (ScrutinyTrend *trend, const Figure *figure, gboolean is_markdown)
{
  ScrutinyTable *season = scrutiny_trend_get_season (trend);
  const gsize n = scrutiny_table_get_n_rows (season);
  const gsize n_shown = MIN (MIN (n, MOST_ROWS), scrutiny_trend_get_season_length (trend));
  GString *out = g_string_new (is_markdown ? "# " : "");

  if (is_markdown)
    append_markdown (out, figure->title);
  else
    g_string_append (out, figure->title);
  g_string_append (out, "\n\n");
  append_strength (out, trend);
  append_extremes (out, season, n - n_shown);
  if (is_markdown)
    g_string_append (out, "\n| period | value | trend | season | rest |\n|---|---|---|---|---|\n");
  else
    g_string_append_printf (out, "\n  %-20s %10s %10s %10s %10s\n", "period", "value", "trend",
                            "season", "rest");
  append_round (out, season, n - n_shown, is_markdown ? "|" : "", is_markdown ? 0 : 10);
  if (n_shown < n)
    g_string_append_printf (out, "\nAll %" G_GSIZE_FORMAT " periods: --format csv\n", n);

  return g_string_free (out, FALSE);
}

/* The reading; or, asked for the season alone, that. */
static char *
dup_text (gboolean is_season, ScrutinyTrend *trend, const Figure *figure, gboolean is_markdown)
{
  const char *no_season = scrutiny_trend_get_no_season (trend);

  if (is_season && no_season)
    return g_strdup_printf ("%s\n\nCannot tell: %s\n", figure->title, no_season);

  return is_season ? dup_season (trend, figure, is_markdown)
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
    text = dup_text (is_season, trend, figure, g_strcmp0 (common->format, "md") == 0);
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
  static const char *const of_season[] = { "text", "json", "csv", "md", NULL };
  static const char *const of_trend[] = { "text", "json", "csv", NULL };
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
      !common_has_format (&common, is_season ? of_season : of_trend, argv[0]))
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
