/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

/* What the command line says, before it is options. */
typedef struct {
  char *season, *sensitivity, *model;
  char **events;
  double level, penalty;
  int minimum_segment;
  gint64 seed;
} ShiftsWords;

static void
shifts_words_clear (ShiftsWords *self)
{
  g_free (self->season);
  g_free (self->sensitivity);
  g_free (self->model);
  g_strfreev (self->events);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShiftsWords, shifts_words_clear)

static ScrutinyShiftsOptions *
shifts_options (const ShiftsWords *words)
{
  ScrutinyShiftsOptions *options = scrutiny_shifts_options_new ();

  scrutiny_shifts_options_set_model (options, words->model);
  scrutiny_shifts_options_set_penalty (options, words->penalty);
  scrutiny_shifts_options_set_events (options, (const char *const *) words->events);
  scrutiny_shifts_options_set_season (options, words->season);
  scrutiny_shifts_options_set_sensitivity (options, words->sensitivity);
  scrutiny_shifts_options_set_level (options, words->level);
  scrutiny_shifts_options_set_minimum_segment (options, (guint) MAX (words->minimum_segment, 0));
  scrutiny_shifts_options_set_seed (options, (guint64) words->seed);

  return options;
}

static int
write_shifts (Common *common, ScrutinyShifts *shifts, const Figure *figure)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifts));

    text = with_input (json, figure->dossier);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_shifts_get_points (shifts));
  } else {
    text = figure_dup_text (figure, SCRUTINY_RESULT (shifts));
  }

  return common_write (common, text);
}

static int
look_at_file (Common *common, Figure *figure, const ShiftsWords *words)
{
  g_autoptr (ScrutinyShiftsOptions) options = shifts_options (words);
  g_autoptr (ScrutinyShifts) shifts = NULL;
  g_autoptr (GError) error = NULL;

  if (!figure_read (figure, common, "dating a change"))
    return EXIT_REFUSED;
  shifts = scrutiny_shifts_new (figure->series, options, &error);

  return shifts ? write_shifts (common, shifts, figure) : refuse (error);
}

int
command_shifts (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", NULL };
  g_auto (ShiftsWords) words = { .level = 0.95, .seed = 1 };
  const GOptionEntry own[] = {
    { "model", 0, 0, G_OPTION_ARG_STRING, &words.model,
      "auto, level-or-line, mean, mean-variance, poisson, binomial, exponential, gamma, quantile, "
      "biweight, huber or one",
      "NAME" },
    { "penalty", 0, 0, G_OPTION_ARG_DOUBLE, &words.penalty,
      "what a change has to gain, in twice the log of the likelihood (the model's own)", "X" },
    { "event", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.events,
      "what happened: a date and words, '2024-04 new team'; may be repeated", "TEXT" },
    { "season", 0, 0, G_OPTION_ARG_STRING, &words.season,
      "what repeats and is taken off first: auto, none, or how many periods", "N" },
    { "minimum-segment", 0, 0, G_OPTION_ARG_INT, &words.minimum_segment,
      "fewest values between two changes (the model's own)", "N" },
    { "sensitivity", 0, 0, G_OPTION_ARG_STRING, &words.sensitivity,
      "how clear a change has to be: usual, more or less", "NAME" },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure the intervals are (0.95)", "P" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &words.seed, "where the random numbers start (1)", "N" },
    { NULL },
  };
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };

  if (!figure_parse (&figure, &common, "FILE - where the level or slope changed",
                     "Without options the one fixed default is used, whatever the figure.", own,
                     argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  return look_at_file (&common, &figure, &words);
}
