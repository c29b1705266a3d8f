/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

#include <string.h>

/* What the command line says, before it is options. */
typedef struct {
  char *season, *sensitivity, *model;
  char **events, *path;
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
  g_free (self->path);
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
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifts));

    text = with_input (json, figure->dossier);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_shifts_get_points (shifts));
  } else if (g_strcmp0 (common->format, "svg") == 0) {
    text = scrutiny_draw (SCRUTINY_RESULT (shifts), figure->title, &error);
  } else {
    text = figure_dup_text (figure, SCRUTINY_RESULT (shifts));
  }

  return text ? common_write (common, text) : refuse (error);
}

/* “2..100” */
static gboolean
parse_path (const char *text, double *low, double *high)
{
  const char *dots = strstr (text, "..");
  g_autofree char *first = dots ? g_strndup (text, (gsize) (dots - text)) : NULL;
  char *first_end = NULL, *last_end = NULL;

  if (!dots)
    return FALSE;
  *low = g_ascii_strtod (first, &first_end);
  *high = g_ascii_strtod (dots + 2, &last_end);

  return first_end > first && *first_end == '\0' && last_end > dots + 2 && *last_end == '\0';
}

static char *
dup_path_text (const Figure *figure, ScrutinyTable *path)
{
  const double *from = scrutiny_table_get_doubles (path, "from", NULL);
  const double *to = scrutiny_table_get_doubles (path, "to", NULL);
  const double *n_shifts = scrutiny_table_get_doubles (path, "n_shifts", NULL);
  const double *usual = scrutiny_table_get_doubles (path, "usual", NULL);
  const char *const *at = scrutiny_table_get_texts (path, "at");
  GString *out = g_string_new (scrutiny_indicator_get_title (figure->found));

  g_string_append (out, "\n\nAt a penalty of     changes\n");
  for (gsize k = 0; k < scrutiny_table_get_n_rows (path); k++)
    g_string_append_printf (out, "%8.2f to %8.2f %6.0f%s  %s\n", from[k], to[k], n_shifts[k],
                            usual[k] > 0 ? " (usual)" : "", at[k]);

  return g_string_free (out, FALSE);
}

static int
write_path (Common *common, const Figure *figure, ScrutinyShiftsOptions *options, const char *range)
{
  double low, high;
  g_autoptr (GError) error = NULL;

  if (!parse_path (range, &low, &high))
    return refuse_saying ("Path: “%s” is no range of penalties; write two numbers, such as 2..100",
                          range);
  g_autoptr (ScrutinyTable) path =
      scrutiny_shifts_dup_path (figure->series, options, low, high, &error);
  if (!path)
    return refuse (error);
  g_autofree char *text = g_strcmp0 (common->format, "csv") == 0 ? scrutiny_export_csv (path)
                                                                 : dup_path_text (figure, path);

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
  if (words->path)
    return write_path (common, figure, options, words->path);
  shifts = scrutiny_shifts_new (figure->series, options, &error);

  return shifts ? write_shifts (common, shifts, figure) : refuse (error);
}

int
command_shifts (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", "svg", NULL };
  static const char *const path_forms[] = { "text", "csv", NULL };
  g_auto (ShiftsWords) words = { .level = 0.95, .seed = 1 };
  const GOptionEntry own[] = {
    { "model", 0, 0, G_OPTION_ARG_STRING, &words.model,
      "auto, level-or-line, mean, mean-variance, poisson, binomial, exponential, gamma, quantile, "
      "biweight, huber or one",
      "NAME" },
    { "penalty", 0, 0, G_OPTION_ARG_DOUBLE, &words.penalty,
      "what a change has to gain, in twice the log of the likelihood (the model's own)", "X" },
    { "path", 0, 0, G_OPTION_ARG_STRING, &words.path,
      "every cut that is least at some penalty between two, as text or CSV", "LOW..HIGH" },
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
      !common_has_format (&common, words.path ? path_forms : forms, argv[0]))
    return EXIT_USAGE;

  return look_at_file (&common, &figure, &words);
}
