/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

/* What the command line says of the date. */
typedef struct {
  char *at, *stated, *expected;
  gint64 draws, seed;
} StepWords;

static void
step_words_clear (StepWords *self)
{
  g_free (self->at);
  g_free (self->stated);
  g_free (self->expected);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StepWords, step_words_clear)

static int
write_step (Common *common, const Figure *figure, ScrutinyStep *step)
{
  g_autofree char *text = g_strcmp0 (common->format, "json") == 0
                              ? figure_dup_json (figure, SCRUTINY_RESULT (step))
                              : figure_dup_text (figure, SCRUTINY_RESULT (step));

  return common_write (common, text);
}

static ScrutinyStepOptions *
options_new (const StepWords *words, ScrutinyDirection way)
{
  ScrutinyStepOptions *options = scrutiny_step_options_new ();

  scrutiny_step_options_set_at (options, words->at);
  scrutiny_step_options_set_stated (options, words->stated);
  scrutiny_step_options_set_expected (options, way);
  scrutiny_step_options_set_draws (options, (guint) CLAMP (words->draws, 0, G_MAXUINT));
  scrutiny_step_options_set_seed (options, (guint64) MAX (words->seed, 0));

  return options;
}

static gboolean
parse (StepWords *words, Common *common, Figure *figure, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "at", 0, 0, G_OPTION_ARG_STRING, &words->at,
      "the first period that is said to be changed, such as 2024-04", "PERIOD" },
    { "stated", 0, 0, G_OPTION_ARG_STRING, &words->stated,
      "when that was stated, such as 2024-03-14", "DATE" },
    { "expected", 0, 0, G_OPTION_ARG_STRING, &words->expected,
      "which way the figure is said to move: up, down", "WAY" },
    { "draws", 0, 0, G_OPTION_ARG_INT64, &words->draws,
      "series in which nothing happens that are drawn (999)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &words->seed, "where the drawing starts (1)", "N" },
    { NULL },
  };

  return figure_parse (figure, common, "FILE - whether a figure moved at a date that was named",
                       "A date that was stated once its figures were known looks back; that is "
                       "said.",
                       own, argc, argv);
}

int
command_step (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", NULL };
  g_auto (StepWords) words = { .draws = 999, .seed = 1 };
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };
  g_autoptr (ScrutinyStepOptions) options = NULL;
  g_autoptr (ScrutinyStep) step = NULL;
  g_autoptr (GError) error = NULL;
  ScrutinyDirection way;

  if (!parse (&words, &common, &figure, argc, argv) || !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!words.at)
    return refuse_usage (argv[0], "--at is needed: the first period that is said to be changed");
  if (!read_way (words.expected, &way))
    return refuse_usage (argv[0], "--expected is up or down");
  if (!figure_read (&figure, &common, "a step"))
    return EXIT_REFUSED;
  options = options_new (&words, way);
  step = scrutiny_step_new (figure.series, options, &error);

  return step ? write_step (&common, &figure, step) : refuse (error);
}
