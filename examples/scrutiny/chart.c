/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"
#include "suggestion.h"

#include <math.h>

/* What the command line says of the chart, before it is a chart. */
typedef struct {
  char *kind, *rules, *baseline, *constants, *excluded, *centre, *spread, *gaps, *profile, *suggest;
  char **phases;
  SummaryColumns summary;
  gboolean screen;
  double width, known_centre, known_spread, weight, allowance, decision;
} ChartWords;

static void
chart_words_clear (ChartWords *self)
{
  g_free (self->kind);
  g_free (self->rules);
  g_free (self->baseline);
  g_free (self->constants);
  g_free (self->excluded);
  g_free (self->centre);
  g_free (self->spread);
  g_free (self->gaps);
  g_free (self->profile);
  g_free (self->suggest);
  g_strfreev (self->phases);
  g_free (self->summary.mean);
  g_free (self->summary.deviation);
  g_free (self->summary.size);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ChartWords, chart_words_clear)

static gboolean
set_kind (ScrutinyChartOptions *options, const char *name)
{
  ScrutinyChartKind kind;
  g_autofree char *message = NULL;

  if (!name)
    return TRUE;
  if (scrutiny_chart_kind_from_name (name, &kind)) {
    scrutiny_chart_options_set_kind (options, kind);
    return TRUE;
  }

  message = g_strdup_printf (
      "no kind “%s”; there are auto, run, xmr, mr, i-prime, p, p-prime, u, u-prime, "
      "c, c-prime, g, t, ewma, cusum, xbar and s",
      name);
  refuse_usage ("chart", message);
  return FALSE;
}

/* What was not given is NaN. */
static void
set_numbers (ScrutinyChartOptions *options, const ChartWords *words)
{
  const struct {
    void (*set) (ScrutinyChartOptions *options, double number);
    double number;
  } numbers[] = {
    { scrutiny_chart_options_set_width, words->width },
    { scrutiny_chart_options_set_known_centre, words->known_centre },
    { scrutiny_chart_options_set_known_spread, words->known_spread },
    { scrutiny_chart_options_set_weight, words->weight },
    { scrutiny_chart_options_set_allowance, words->allowance },
    { scrutiny_chart_options_set_decision, words->decision },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!isnan (numbers[i].number))
      numbers[i].set (options, numbers[i].number);
}

static ScrutinyChartOptions *
chart_options (const ChartWords *words)
{
  g_autoptr (ScrutinyChartOptions) options = scrutiny_chart_options_new ();

  if (!set_kind (options, words->kind))
    return NULL;
  if (words->baseline)
    scrutiny_chart_options_set_baseline (options, words->baseline);
  if (words->phases)
    scrutiny_chart_options_set_phases (options, (const char *const *) words->phases);
  if (words->excluded) {
    g_auto (GStrv) excluded = g_strsplit (words->excluded, ",", -1);

    scrutiny_chart_options_set_excluded (options, (const char *const *) excluded);
  }
  if (words->rules) {
    g_auto (GStrv) rules = g_strsplit (words->rules, ",", -1);

    scrutiny_chart_options_set_rules (options, (const char *const *) rules);
  }
  if (words->constants)
    scrutiny_chart_options_set_constants (options, words->constants);
  if (words->screen)
    scrutiny_chart_options_set_screen (options, TRUE);
  set_numbers (options, words);
  scrutiny_chart_options_set_centre (options, words->centre);
  scrutiny_chart_options_set_spread (options, words->spread);
  scrutiny_chart_options_set_gaps (options, words->gaps);
  scrutiny_chart_options_set_profile (options, words->profile);

  return g_steal_pointer (&options);
}

static void
append_signals (GString *out, ScrutinyChart *chart)
{
  g_autoptr (GPtrArray) signals = scrutiny_chart_dup_signals (chart);

  for (guint i = 0; i < signals->len; i++) {
    ScrutinySignal *signal = signals->pdata[i];

    g_string_append_printf (out, "  %-14s %-5s %s to %s (%s)\n", scrutiny_signal_get_rule (signal),
                            scrutiny_direction_get_name (scrutiny_signal_get_direction (signal)),
                            scrutiny_signal_get_first (signal), scrutiny_signal_get_last (signal),
                            scrutiny_signal_get_rule_set (signal));
  }
  if (signals->len == 0)
    g_string_append (out, "  none\n");
}

static void
append_limits (GString *out, ScrutinyChart *chart)
{
  g_autofree char *phases = scrutiny_export_csv (scrutiny_chart_get_phases (chart));

  g_string_append_printf (out, "%s\n", phases);
}

static char *
dup_text (ScrutinyChart *chart, const Figure *figure, const Suggestion *suggestion)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\nChart: %s. %s\n\n", figure->title,
                          scrutiny_chart_kind_get_name (scrutiny_chart_get_kind (chart)),
                          scrutiny_chart_get_reason (chart));
  append_limits (out, chart);
  figure_append_findings (out, SCRUTINY_RESULT (chart));
  g_string_append (out, "\nSignals:\n");
  append_signals (out, chart);
  if (suggestion)
    suggestion_append_text (suggestion, out);

  return g_string_free (out, FALSE);
}

static void
append_markdown_findings (GString *out, ScrutinyResult *result)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);

  if (scrutiny_result_get_cannot_tell (result)) {
    g_string_append (out, "\nCannot tell: ");
    append_markdown (out, scrutiny_result_get_cannot_tell (result));
    g_string_append_c (out, '\n');
  }
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append (out, "\n- ");
    append_markdown (out, statement);
    g_string_append (out, " *Ask:* ");
    append_markdown (out, question);
  }
  g_string_append (out, findings->len > 0 ? "\n" : "");
}

static char *
dup_markdown (ScrutinyChart *chart, const Figure *figure, const Suggestion *suggestion)
{
  GString *out = g_string_new ("# ");

  append_markdown (out, figure->title);
  g_string_append_printf (out, "\n\nChart: %s. ",
                          scrutiny_chart_kind_get_name (scrutiny_chart_get_kind (chart)));
  append_markdown (out, scrutiny_chart_get_reason (chart));
  g_string_append_c (out, '\n');
  append_markdown_findings (out, SCRUTINY_RESULT (chart));
  if (suggestion)
    suggestion_append_markdown (suggestion, out);

  return g_string_free (out, FALSE);
}

static char *
dup_json (ScrutinyChart *chart, const Figure *figure, const Suggestion *suggestion)
{
  g_autofree char *json = figure_dup_json (figure, SCRUTINY_RESULT (chart));

  return suggestion ? suggestion_add_to_json (suggestion, json) : g_steal_pointer (&json);
}

static int
write_chart (Common *common,
             ScrutinyChart *chart,
             const Figure *figure,
             const Suggestion *suggestion)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    text = dup_json (chart, figure, suggestion);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = suggestion ? suggestion_dup_csv (suggestion)
                      : scrutiny_export_csv (scrutiny_chart_get_points (chart));
  } else if (g_strcmp0 (common->format, "md") == 0) {
    text = dup_markdown (chart, figure, suggestion);
  } else if (g_strcmp0 (common->format, "svg") == 0) {
    text = scrutiny_draw (SCRUTINY_RESULT (chart), figure->title, &error);
  } else {
    text = dup_text (chart, figure, suggestion);
  }

  return text ? common_write (common, text) : refuse (error);
}

/* Several observations a period: one a row, or summed up. */
static gboolean
wants_subgroups (const ChartWords *words)
{
  return words->summary.mean || g_strcmp0 (words->kind, "xbar") == 0 ||
         g_strcmp0 (words->kind, "s") == 0;
}

/* FALSE after saying which words do not go together. */
static gboolean
words_go_together (const ChartWords *words, const Figure *figure)
{
  const SummaryColumns *summary = &words->summary;
  const char *message = NULL;

  if (!summary->mean != !summary->deviation || !summary->mean != !summary->size)
    message = "--mean, --deviation and --size go together";
  else if (summary->mean && figure->value)
    message = "--mean is what somebody summed up, --value the observations; give one of them";
  else if (wants_subgroups (words) && (figure->numerator || figure->denominator))
    message = "subgroups are of measurements; for counts out of a total ask for kind p or i-prime";
  else if (wants_subgroups (words) && figure->indicator)
    message = "subgroups are read from a file of one figure; leave --indicator out";
  else if (wants_subgroups (words) && words->suggest)
    message = "--suggest looks at one value a period; leave it out for subgroups";
  if (message)
    refuse_usage ("chart", message);

  return message == NULL;
}

static int
chart_subgroups (Common *common,
                 Figure *figure,
                 const ChartWords *words,
                 ScrutinyChartOptions *options)
{
  g_autoptr (ScrutinyChart) chart = NULL;
  g_autoptr (GError) error = NULL;

  if (!figure_read_subgroups (figure, common, &words->summary))
    return EXIT_REFUSED;
  chart = scrutiny_chart_new_subgroups (figure->subgroups, options, &error);

  return chart ? write_chart (common, chart, figure, NULL) : refuse (error);
}

static int
chart_file (Common *common, Figure *figure, const ChartWords *words, char *const *argv)
{
  g_autoptr (ScrutinyChartOptions) options = chart_options (words);
  g_autoptr (ScrutinyChart) chart = NULL;
  g_auto (Suggestion) suggestion = { 0 };
  g_autoptr (GError) error = NULL;

  if (!options)
    return EXIT_USAGE;
  if (wants_subgroups (words))
    return chart_subgroups (common, figure, words, options);
  if (!figure_read (figure, common, "a chart"))
    return EXIT_REFUSED;

  if (words->suggest &&
      !suggestion_make (&suggestion, common, figure->series, words->suggest, argv))
    return EXIT_REFUSED;
  chart = scrutiny_chart_new (figure->series, options, &error);

  return chart ? write_chart (common, chart, figure, suggestion.found ? &suggestion : NULL)
               : refuse (error);
}

static gboolean
parse_words (Figure *figure, Common *common, ChartWords *words, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &words->kind,
      "auto, run, xmr, mr, i-prime, p, p-prime, u, u-prime, c, c-prime, g, t, ewma or cusum; or "
      "xbar or s, of rows that share a period",
      "KIND" },
    { "rules", 0, 0, G_OPTION_ARG_STRING, &words->rules,
      "rule sets: anhoej, wheeler, mdc-2023, nelson; or rules, “2 of 3 beyond 2”", "NAME,..." },
    { "baseline", 0, 0, G_OPTION_ARG_STRING, &words->baseline,
      "periods that the limits of their phase come from, one for each of some phases", "A..B,..." },
    { "phase", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->phases, "a new phase starts here", "AT" },
    { "exclude", 0, 0, G_OPTION_ARG_STRING, &words->excluded, "periods shown and not counted",
      "AT,..." },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &words->width,
      "how far the limits lie from the centre line (3)", "N" },
    { "screen", 0, 0, G_OPTION_ARG_NONE, &words->screen,
      "leave out moving ranges beyond their own limit", NULL },
    { "constants", 0, 0, G_OPTION_ARG_STRING, &words->constants, "exact, wheeler or montgomery",
      "NAME" },
    { "centre", 0, 0, G_OPTION_ARG_STRING, &words->centre, "mean, median, slope or half-averages",
      "NAME" },
    { "spread", 0, 0, G_OPTION_ARG_STRING, &words->spread,
      "mr or median-mr: the mean or the median moving range", "NAME" },
    { "gaps", 0, 0, G_OPTION_ARG_STRING, &words->gaps, "break or bridge", "NAME" },
    { "profile", 0, 0, G_OPTION_ARG_STRING, &words->profile,
      "the choices of another program or school, such as qicharts2", "NAME" },
    { "known-centre", 0, 0, G_OPTION_ARG_DOUBLE, &words->known_centre,
      "the centre line, known from elsewhere", "N" },
    { "known-spread", 0, 0, G_OPTION_ARG_DOUBLE, &words->known_spread,
      "the spread of a value, known from elsewhere", "N" },
    { "weight", 0, 0, G_OPTION_ARG_DOUBLE, &words->weight, "ewma: weight of the newest value (0.2)",
      "N" },
    { "allowance", 0, 0, G_OPTION_ARG_DOUBLE, &words->allowance,
      "cusum: spreads from the centre that do not count (0.5)", "N" },
    { "decision", 0, 0, G_OPTION_ARG_DOUBLE, &words->decision,
      "cusum: the sum that stands out, in spreads (5)", "N" },
    { "mean", 0, 0, G_OPTION_ARG_STRING, &words->summary.mean,
      "xbar or s: column of means, one period a row", "NAME" },
    { "deviation", 0, 0, G_OPTION_ARG_STRING, &words->summary.deviation,
      "column of their standard deviations", "NAME" },
    { "size", 0, 0, G_OPTION_ARG_STRING, &words->summary.size,
      "column of how many observations they are of", "NAME" },
    { "suggest", 0, 0, G_OPTION_ARG_STRING, &words->suggest,
      "say where new lines might start, and why: stable-shift or run-of-n", "NAME" },
    { NULL },
  };

  return figure_parse (figure, common, "FILE - one chart",
                       "Periods are written as in the file, or @12 for the row counted from 0.",
                       own, argc, argv);
}

int
command_chart (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", "md", "svg", NULL };
  g_auto (ChartWords) words = { .width = NAN,
                                .known_centre = NAN,
                                .known_spread = NAN,
                                .weight = NAN,
                                .allowance = NAN,
                                .decision = NAN };
  g_auto (GStrv) given = g_strdupv (argv); /* parsing takes words out */
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };

  if (!parse_words (&figure, &common, &words, argc, argv) ||
      !common_has_format (&common, forms, argv[0]) || !words_go_together (&words, &figure))
    return EXIT_USAGE;

  return chart_file (&common, &figure, &words, given);
}
