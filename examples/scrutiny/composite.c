/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

#include <string.h>

/* What the command line says of the score. */
typedef struct {
  char *unit, *scaling, *focus, *published;
  char **weights, **thresholds, **spreads;
  double level;
  int draws;
  gint64 seed;
} CompositeWords;

typedef void (*SetNumber) (ScrutinyCompositeOptions *options, const char *component, double value);

static void
composite_words_clear (CompositeWords *self)
{
  g_free (self->unit);
  g_free (self->scaling);
  g_free (self->focus);
  g_free (self->published);
  g_strfreev (self->weights);
  g_strfreev (self->thresholds);
  g_strfreev (self->spreads);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CompositeWords, composite_words_clear)

/* “NAME=VALUE”, the last sign of equality being the one that parts them; FALSE after saying what
 * was wrong.
 */
static gboolean
set_numbers (ScrutinyCompositeOptions *options,
             const char *word,
             char *const *pairs,
             SetNumber set_number)
{
  for (gsize i = 0; pairs && pairs[i]; i++) {
    const char *sign = strrchr (pairs[i], '=');
    g_autofree char *name = sign ? g_strndup (pairs[i], (gsize) (sign - pairs[i])) : NULL;
    char *end = NULL;
    const double value = sign ? g_ascii_strtod (sign + 1, &end) : 0;

    if (!sign || end == sign + 1 || *end) {
      g_autofree char *message = g_strdup_printf (
          "--%s is written NAME=VALUE with a number, such as --%s homes=2", word, word);

      refuse_usage ("composite", message);
      return FALSE;
    }
    set_number (options, name, value);
  }

  return TRUE;
}

/* NULL after saying what was wrong. */
static ScrutinyCompositeOptions *
composite_options (const CompositeWords *words)
{
  g_autoptr (ScrutinyCompositeOptions) options = scrutiny_composite_options_new ();

  scrutiny_composite_options_set_scaling (options, words->scaling);
  scrutiny_composite_options_set_focus (options, words->focus);
  scrutiny_composite_options_set_published (options, words->published);
  scrutiny_composite_options_set_level (options, words->level);
  scrutiny_composite_options_set_draws (options, (guint) MAX (words->draws, 0));
  scrutiny_composite_options_set_seed (options, (guint64) words->seed);
  if (!set_numbers (options, "weight", words->weights, scrutiny_composite_options_set_weight) ||
      !set_numbers (options, "threshold", words->thresholds,
                    scrutiny_composite_options_set_threshold) ||
      !set_numbers (options, "spread", words->spreads, scrutiny_composite_options_set_spread))
    return NULL;

  return g_steal_pointer (&options);
}

static void
append_units (GString *out, ScrutinyTable *units)
{
  const char *const *names = scrutiny_table_get_texts (units, "unit");
  const double *scores = scrutiny_table_get_doubles (units, "score", NULL);
  const double *places = scrutiny_table_get_doubles (units, "place", NULL);
  const double *lows = scrutiny_table_get_doubles (units, "low", NULL);
  const double *highs = scrutiny_table_get_doubles (units, "high", NULL);

  g_string_append (out, "\n    score  place  with other weights  unit\n");
  for (gsize row = 0; row < scrutiny_table_get_n_rows (units); row++)
    g_string_append_printf (out, "%9.4f %6.0f   %6.0f to %-6.0f  %s\n", scores[row], places[row],
                            lows[row], highs[row], names[row]);
}

static void
append_exchanges (GString *out, ScrutinyTable *exchanges)
{
  const char *const *components = scrutiny_table_get_texts (exchanges, "component");
  const char *const *others = scrutiny_table_get_texts (exchanges, "other");
  const double *rates = scrutiny_table_get_doubles (exchanges, "rate", NULL);

  g_string_append (out, "\n   one more of          is worth so much of\n");
  for (gsize row = 0; row < scrutiny_table_get_n_rows (exchanges); row++)
    g_string_append_printf (out, "   %-20s %.4g %s\n", components[row], rates[row], others[row]);
}

static char *
dup_text (ScrutinyComposite *composite)
{
  GString *out = g_string_new (NULL);

  figure_append_findings (out, SCRUTINY_RESULT (composite));
  if (scrutiny_table_get_n_rows (scrutiny_composite_get_units (composite)) > 0) {
    append_units (out, scrutiny_composite_get_units (composite));
    append_exchanges (out, scrutiny_composite_get_exchanges (composite));
  }

  return g_string_free (out, FALSE);
}

static int
write_composite (Common *common, ScrutinyComposite *composite, const char *name, const char *hash)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (composite));

    text = with_file (json, name, hash);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_composite_get_units (composite));
  } else if (g_strcmp0 (common->format, "svg") == 0) {
    text = scrutiny_draw (SCRUTINY_RESULT (composite), name, &error);
  } else {
    text = dup_text (composite);
  }

  return text ? common_write (common, text) : refuse (error);
}

static int
composite_file (Common *common, const CompositeWords *words, ScrutinyCompositeOptions *options)
{
  g_autofree char *name = NULL, *hash = NULL;
  g_autoptr (ScrutinyTable) table = common_read_table (common, &name, &hash);
  g_autoptr (ScrutinyComposite) composite = NULL;
  g_autoptr (GError) error = NULL;

  if (!table)
    return EXIT_REFUSED;
  composite = scrutiny_composite_new (table, words->unit, options, &error);

  return composite ? write_composite (common, composite, name, hash)
                   : refuse_saying ("%s: %s", name, error->message);
}

static gboolean
parse_words (CompositeWords *words, Common *common, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "unit", 0, 0, G_OPTION_ARG_STRING, &words->unit, "column of what units are called", "NAME" },
    { "weight", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->weights,
      "a component and how much it counts; below 0 where lower values add (all columns, alike)",
      "NAME=W" },
    { "threshold", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->thresholds,
      "where the band of a component begins", "NAME=V" },
    { "spread", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->spreads,
      "how much it ordinarily moves, as a standard deviation", "NAME=S" },
    { "scaling", 0, 0, G_OPTION_ARG_STRING, &words->scaling,
      "min-max, standard, none or unknown (min-max)", "NAME" },
    { "focus", 0, 0, G_OPTION_ARG_STRING, &words->focus, "the unit that is asked about", "UNIT" },
    { "published", 0, 0, G_OPTION_ARG_STRING, &words->published,
      "column of published scores, set beside those worked out", "NAME" },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words->level, "how much intervals of places hold (0.95)",
      "P" },
    { "draws", 0, 0, G_OPTION_ARG_INT, &words->draws, "sets of weights (1000)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &words->seed, "where random numbers start from", "N" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };

  return common_parse (common, "FILE - what the weights of a score decide",
                       "Which places units have with other weights, what makes up for what, and "
                       "what hangs on two units.",
                       lists, argc, argv);
}

int
command_composite (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", "svg", NULL };
  g_autoptr (ScrutinyCompositeOptions) usual = scrutiny_composite_options_new ();
  g_autoptr (ScrutinyCompositeOptions) options = NULL;
  g_auto (CompositeWords) words = { .level = scrutiny_composite_options_get_level (usual),
                                    .draws = (int) scrutiny_composite_options_get_draws (usual),
                                    .seed = (gint64) scrutiny_composite_options_get_seed (usual) };
  g_auto (Common) common = { 0 };

  if (!parse_words (&words, &common, argc, argv) || !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!words.unit)
    return refuse_usage ("composite", "name the column of units with --unit");
  options = composite_options (&words);

  return options ? composite_file (&common, &words, options) : EXIT_USAGE;
}
