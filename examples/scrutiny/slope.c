/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

/* What the command line says of the slope. */
typedef struct {
  char *value, *numerator, *denominator, *period, *indicator, *season;
  double level;
} SlopeWords;

static void
slope_words_clear (SlopeWords *self)
{
  g_free (self->value);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->period);
  g_free (self->indicator);
  g_free (self->season);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlopeWords, slope_words_clear)

static ScrutinyReadOptions *
read_options (const SlopeWords *words)
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

static char *
dup_text (ScrutinySlope *slope, ScrutinyIndicator *indicator)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (slope));
  const char *cannot_tell = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (slope));
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
write_slope (Common *common,
             ScrutinySlope *slope,
             ScrutinyIndicator *indicator,
             ScrutinyDossier *dossier)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (slope));

    text = with_input (json, dossier);
  } else {
    text = dup_text (slope, indicator);
  }

  return common_write (common, text);
}

static int
slope_file (Common *common, const SlopeWords *words)
{
  g_autoptr (ScrutinyTrendOptions) options = scrutiny_trend_options_new ();
  g_autoptr (ScrutinyDossier) dossier = common_read (common, read_options (words));
  ScrutinyIndicator *indicator = dossier ? choose_indicator (dossier, words->indicator) : NULL;
  ScrutinySeries *series = indicator ? scrutiny_indicator_get_series (indicator) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySlope) slope = NULL;

  if (!indicator)
    return EXIT_REFUSED;
  if (!series)
    return refuse_saying ("%s has one value and no history; a slope needs a column of periods",
                          scrutiny_indicator_get_title (indicator));
  scrutiny_trend_options_set_season (options, words->season);
  scrutiny_trend_options_set_level (options, words->level);
  slope = scrutiny_slope_new (series, options, &error);

  return slope ? write_slope (common, slope, indicator, dossier) : refuse (error);
}

int
command_slope (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", NULL };
  g_auto (SlopeWords) words = { .level = 0.95 };
  const GOptionEntry own[] = {
    { "value", 0, 0, G_OPTION_ARG_STRING, &words.value, "column of values", "NAME" },
    { "numerator", 0, 0, G_OPTION_ARG_STRING, &words.numerator, "column of numerators", "NAME" },
    { "denominator", 0, 0, G_OPTION_ARG_STRING, &words.denominator, "column of denominators",
      "NAME" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &words.period, "column of periods", "NAME" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &words.indicator,
      "which figure, when the file holds several", "ID" },
    { "season", 0, 0, G_OPTION_ARG_STRING, &words.season,
      "periods in a season, each compared with its like: auto, none or 12", "N" },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure intervals are (0.95)", "P" },
    { NULL },
  };
  g_auto (Common) common = { 0 };

  if (!common_parse (&common, "FILE - whether a figure moved steadily one way, and how fast",
                     "Which way anybody wants the figure to move is not asked.", own, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  return slope_file (&common, &words);
}
