/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

/* What the command line says, before it is options. */
typedef struct {
  char *value, *numerator, *denominator, *period, *indicator, *season, *sensitivity;
  double level;
  int minimum_segment;
  gint64 seed;
} ShiftsWords;

static void
shifts_words_clear (ShiftsWords *self)
{
  g_free (self->value);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->period);
  g_free (self->indicator);
  g_free (self->season);
  g_free (self->sensitivity);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ShiftsWords, shifts_words_clear)

static ScrutinyShiftsOptions *
shifts_options (const ShiftsWords *words)
{
  ScrutinyShiftsOptions *options = scrutiny_shifts_options_new ();

  scrutiny_shifts_options_set_season (options, words->season);
  scrutiny_shifts_options_set_sensitivity (options, words->sensitivity);
  scrutiny_shifts_options_set_level (options, words->level);
  scrutiny_shifts_options_set_minimum_segment (options, (guint) MAX (words->minimum_segment, 0));
  scrutiny_shifts_options_set_seed (options, (guint64) words->seed);

  return options;
}

static ScrutinyReadOptions *
read_options (const ShiftsWords *words)
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
dup_text (ScrutinyShifts *shifts, ScrutinyIndicator *indicator)
{
  ScrutinyResult *result = SCRUTINY_RESULT (shifts);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n\n", scrutiny_indicator_get_title (indicator));
  if (scrutiny_result_get_cannot_tell (result))
    g_string_append_printf (out, "Cannot tell: %s\n", scrutiny_result_get_cannot_tell (result));
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (out, "%s\n  Ask: %s\n", statement, question);
  }

  return g_string_free (out, FALSE);
}

static int
write_shifts (Common *common,
              ScrutinyShifts *shifts,
              ScrutinyIndicator *indicator,
              ScrutinyDossier *dossier)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (shifts));

    text = with_input (json, dossier);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_shifts_get_points (shifts));
  } else {
    text = dup_text (shifts, indicator);
  }

  return common_write (common, text);
}

static int
look_at_file (Common *common, const ShiftsWords *words)
{
  g_autoptr (ScrutinyShiftsOptions) options = shifts_options (words);
  g_autoptr (ScrutinyDossier) dossier = common_read (common, read_options (words));
  ScrutinyIndicator *indicator = dossier ? choose_indicator (dossier, words->indicator) : NULL;
  ScrutinySeries *series = indicator ? scrutiny_indicator_get_series (indicator) : NULL;
  g_autoptr (ScrutinyShifts) shifts = NULL;
  g_autoptr (GError) error = NULL;

  if (!indicator)
    return EXIT_REFUSED;
  if (!series)
    return refuse_saying ("%s has one value and no history; dating a change needs a column of "
                          "periods",
                          scrutiny_indicator_get_title (indicator));

  shifts = scrutiny_shifts_new (series, options, &error);

  return shifts ? write_shifts (common, shifts, indicator, dossier) : refuse (error);
}

int
command_shifts (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", NULL };
  g_auto (ShiftsWords) words = { .level = 0.95, .seed = 1 };
  const GOptionEntry own[] = {
    { "value", 0, 0, G_OPTION_ARG_STRING, &words.value, "column of values", "NAME" },
    { "numerator", 0, 0, G_OPTION_ARG_STRING, &words.numerator, "column of numerators", "NAME" },
    { "denominator", 0, 0, G_OPTION_ARG_STRING, &words.denominator, "column of denominators",
      "NAME" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &words.period, "column of periods", "NAME" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &words.indicator,
      "which figure, when the file holds several", "ID" },
    { "season", 0, 0, G_OPTION_ARG_STRING, &words.season,
      "what repeats and is taken off first: auto, none, or how many periods", "N" },
    { "minimum-segment", 0, 0, G_OPTION_ARG_INT, &words.minimum_segment,
      "fewest values between two changes (2)", "N" },
    { "sensitivity", 0, 0, G_OPTION_ARG_STRING, &words.sensitivity,
      "how clear a change has to be: usual, more or less", "NAME" },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure the intervals are (0.95)", "P" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &words.seed, "where the random numbers start (1)", "N" },
    { NULL },
  };
  g_auto (Common) common = { 0 };

  if (!common_parse (&common, "FILE - where the level or slope changed",
                     "Without options the one fixed default is used, whatever the figure.", own,
                     argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  return look_at_file (&common, &words);
}
