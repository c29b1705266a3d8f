/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

/* What the command line says of the parts. */
typedef struct {
  char **segments;
  char *numerator, *denominator, *period, *before, *after, *counts, *deviation, *standard_error,
      *unit;
  double scale, level;
  int draws, seed, disclosure;
} MixWords;

static void
mix_words_clear (MixWords *self)
{
  g_strfreev (self->segments);
  g_free (self->numerator);
  g_free (self->denominator);
  g_free (self->period);
  g_free (self->before);
  g_free (self->after);
  g_free (self->counts);
  g_free (self->deviation);
  g_free (self->standard_error);
  g_free (self->unit);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MixWords, mix_words_clear)

static ScrutinyMixOptions *
mix_options (const MixWords *words)
{
  ScrutinyMixOptions *options = scrutiny_mix_options_new ();

  scrutiny_mix_options_set_period (options, words->period ? words->period : "period");
  scrutiny_mix_options_set_before (options, words->before);
  scrutiny_mix_options_set_after (options, words->after);
  scrutiny_mix_options_set_counts (options, words->counts);
  scrutiny_mix_options_set_deviation (options, words->deviation);
  scrutiny_mix_options_set_standard_error (options, words->standard_error);
  scrutiny_mix_options_set_unit (options, words->unit);
  scrutiny_mix_options_set_scale (options, words->scale);
  scrutiny_mix_options_set_level (options, words->level);
  scrutiny_mix_options_set_draws (options, (guint) MAX (words->draws, 0));
  scrutiny_mix_options_set_disclosure (options, (guint) MAX (words->disclosure, 0));
  scrutiny_mix_options_set_seed (options, (guint64) MAX (words->seed, 0));

  return options;
}

static const char *
numerator_of (const MixWords *words)
{
  return words->numerator ? words->numerator : "numerator";
}

static const char *
denominator_of (const MixWords *words)
{
  return words->denominator ? words->denominator : "denominator";
}

/* The parts and what each gives, as columns. */
static void
append_segments (GString *out, ScrutinyTable *segments)
{
  const char *const *names = scrutiny_table_get_texts (segments, "segment");
  static const char *const columns[] = { "value_before", "value_after", "share_before",
                                         "share_after",  "rate",        "mix" };

  g_string_append (out,
                   "\n     value before      after share before      after   by value   by share"
                   "  part\n");
  for (gsize row = 0; row < scrutiny_table_get_n_rows (segments); row++) {
    for (gsize k = 0; k < G_N_ELEMENTS (columns); k++) {
      const double value = scrutiny_table_get_doubles (segments, columns[k], NULL)[row];
      const double shown = k == 2 || k == 3 ? 100 * value : value;
      const int width = k == 0 ? 17 : k == 2 ? 13 : 11;

      if (shown == shown)
        g_string_append_printf (out, "%*.1f%s", k == 2 || k == 3 ? width - 1 : width, shown,
                                k == 2 || k == 3 ? "%" : "");
      else
        g_string_append_printf (out, "%*s", width, "-");
    }
    g_string_append_printf (out, "  %s\n", names[row]);
  }
}

static char *
dup_text (ScrutinyMix *mix)
{
  GString *out = g_string_new (NULL);

  figure_append_findings (out, SCRUTINY_RESULT (mix));
  if (scrutiny_table_get_n_rows (scrutiny_mix_get_segments (mix)) > 0)
    append_segments (out, scrutiny_mix_get_segments (mix));

  return g_string_free (out, FALSE);
}

static int
write_mix (Common *common,
           ScrutinyMix *mix,
           const MixWords *words,
           const char *title,
           const char *hash)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (mix));

    /* Of few counts a hash tells them, to whoever tries one after the other. */
    text = with_file (json, title, words->disclosure > 0 ? NULL : hash);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_mix_get_segments (mix));
  } else if (g_strcmp0 (common->format, "svg") == 0) {
    text = scrutiny_draw (SCRUTINY_RESULT (mix), title, &error);
  } else {
    text = dup_text (mix);
  }

  return text ? common_write (common, text) : refuse (error);
}

/* One way to divide the figure, or several at once: --segment type,area. */
static int
mix_one (Common *common,
         const MixWords *words,
         ScrutinyTable *table,
         const char *name,
         const char *hash)
{
  g_auto (GStrv) segments = g_strsplit (words->segments[0], ",", -1);
  g_autoptr (ScrutinyMixOptions) options = mix_options (words);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyMix) mix =
      scrutiny_mix_new (table, (const char *const *) segments, numerator_of (words),
                        denominator_of (words), options, &error);

  return mix ? write_mix (common, mix, words, name, hash)
             : refuse_saying ("%s: %s", name, error->message);
}

/* One after the other, allowing for how many they are. */
static int
mix_several (Common *common, const MixWords *words, ScrutinyTable *table, const char *name)
{
  g_autoptr (ScrutinyMixOptions) options = mix_options (words);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) ways = NULL;
  g_autofree char *text = NULL;

  if (common->format && g_strcmp0 (common->format, "csv") != 0)
    return refuse_usage ("mix", "several --segment are compared in a table: take --format csv, or "
                                "one --segment");
  ways = scrutiny_mix_tabulate (table, (const char *const *) words->segments, numerator_of (words),
                                denominator_of (words), options, &error);
  if (!ways)
    return refuse_saying ("%s: %s", name, error->message);
  text = scrutiny_export_csv (ways);

  return common_write (common, text);
}

static int
mix_file (Common *common, const MixWords *words)
{
  g_autofree char *name = NULL, *hash = NULL;
  g_autoptr (ScrutinyTable) table = common_read_table (common, &name, &hash);

  if (!table)
    return EXIT_REFUSED;
  if (words->segments[1])
    return mix_several (common, words, table, name);

  return mix_one (common, words, table, name, hash);
}

int
command_mix (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", "svg", NULL };
  g_auto (MixWords) words = { .scale = 100, .level = 0.95, .draws = 2000, .seed = 1 };
  const GOptionEntry own[] = {
    { "segment", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.segments,
      "columns that say which part a row is of; again for another way to divide", "NAME,..." },
    { "numerator", 0, 0, G_OPTION_ARG_STRING, &words.numerator, "column of numerators, or of means",
      "NAME" },
    { "denominator", 0, 0, G_OPTION_ARG_STRING, &words.denominator,
      "column of denominators, or of how many cases means are of", "NAME" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &words.period, "column of periods, or of any two groups",
      "NAME" },
    { "before", 0, 0, G_OPTION_ARG_STRING, &words.before, "the first of the two", "PERIOD" },
    { "after", 0, 0, G_OPTION_ARG_STRING, &words.after, "the second", "PERIOD" },
    { "counts", 0, 0, G_OPTION_ARG_STRING, &words.counts,
      "what is counted: auto, cases, events, means or sums", "WHAT" },
    { "deviation", 0, 0, G_OPTION_ARG_STRING, &words.deviation,
      "of means, column of the standard deviation of a case", "NAME" },
    { "standard-error", 0, 0, G_OPTION_ARG_STRING, &words.standard_error,
      "of means, column of the standard error of the mean instead", "NAME" },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &words.unit, "what the figure is in, such as days",
      "WORD" },
    { "scale", 0, 0, G_OPTION_ARG_DOUBLE, &words.scale, "what one in one comes to (100)", "N" },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure intervals are (0.95)", "P" },
    { "draws", 0, 0, G_OPTION_ARG_INT, &words.draws, "redrawn sets of counts (2000)", "N" },
    { "disclosure", 0, 0, G_OPTION_ARG_INT, &words.disclosure,
      "fewest cases a part is told of, where counts were not published (0)", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &words.seed, "where the random numbers start (1)", "N" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };
  g_auto (Common) common = { 0 };

  if (!common_parse (&common, "FILE - what the change of a figure is made of",
                     "Takes it apart into how the parts moved and how much of the whole each is.",
                     lists, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!words.segments)
    return refuse_usage ("mix", "name the column of the parts with --segment");

  return mix_file (&common, &words);
}
