/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"
#include "pileup-words.h"

#include <math.h>

/* The file the rows are from. */
typedef struct {
  char *name, *hash;
} Source;

static void
source_clear (Source *self)
{
  g_free (self->name);
  g_free (self->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_clear)

static void
append_parts (GString *out, ScrutinyTable *parts)
{
  const char *const *names = scrutiny_table_get_texts (parts, "part");
  const char *const *verdicts = scrutiny_table_get_texts (parts, "verdict");
  gsize n;
  const double *cases = scrutiny_table_get_doubles (parts, "n", &n);
  const double *observed = scrutiny_table_get_doubles (parts, "observed", NULL);
  const double *expected = scrutiny_table_get_doubles (parts, "expected", NULL);

  for (gsize i = 0; cases && i < n; i++) {
    g_string_append_printf (out, "  %-6s", names[i]);
    if (!isnan (cases[i]))
      g_string_append_printf (out, "  %6.0f cases", cases[i]);
    if (!isnan (observed[i]))
      g_string_append_printf (out, ", %.0f up to the limit", observed[i]);
    if (!isnan (expected[i]))
      g_string_append_printf (out, ", about %.0f to be expected", expected[i]);
    g_string_append_printf (out, ": %s\n",
                            g_str_equal (verdicts[i], "excess") ? "more than chance gives"
                            : g_str_equal (verdicts[i], "none") ? "no more than chance gives"
                                                                : "cannot tell");
  }
}

static void
append_findings (GString *out, ScrutinyResult *result)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);

  if (scrutiny_result_get_cannot_tell (result))
    g_string_append_printf (out, "Cannot tell: %s\n", scrutiny_result_get_cannot_tell (result));
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);
    g_autofree char *request = scrutiny_finding_dup_request (findings->pdata[i], NULL);

    g_string_append_printf (out, "%s\n", statement);
    if (question)
      g_string_append_printf (out, "  Ask: %s\n", question);
    if (request)
      g_string_append_printf (out, "  Ask for: %s\n", request);
  }
}

static char *
dup_text (ScrutinyPileup *pileup, const Source *source)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (
      out, "%s: %.0f cases, limit %.0f %s\n\n", source->name, scrutiny_pileup_get_n_cases (pileup),
      scrutiny_pileup_get_threshold (pileup), scrutiny_pileup_get_unit (pileup));
  append_findings (out, SCRUTINY_RESULT (pileup));
  append_parts (out, scrutiny_pileup_get_parts (pileup));
  if (g_str_equal (scrutiny_pileup_get_verdict (pileup), "excess"))
    g_string_append (out,
                     "Where nothing piles up, this says so in about 5 of 100 services at most.\n");

  return g_string_free (out, FALSE);
}

static int
write_pileup (Common *common, ScrutinyPileup *pileup, const Source *source)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (pileup));

    text = with_file (json, source->name, source->hash);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_pileup_get_bins (pileup));
  } else if (g_strcmp0 (common->format, "svg") == 0) {
    text = scrutiny_draw (SCRUTINY_RESULT (pileup), source->name, &error);
  } else {
    text = dup_text (pileup, source);
  }

  return text ? common_write (common, text) : refuse (error);
}

static ScrutinyPileup *
pileup_of (ScrutinyTable *table, const PileupWords *words, GError **error)
{
  g_autoptr (ScrutinyPileupOptions) options = pileup_words_dup_options (words);
  const double threshold = g_ascii_strtod (words->threshold, NULL);

  if (words->from)
    return scrutiny_pileup_new_between (table, words->from, words->to, threshold, options, error);
  if (words->count)
    return scrutiny_pileup_new_counted (table, words->value, words->count, threshold, options,
                                        error);

  return scrutiny_pileup_new (table, words->value, threshold, options, error);
}

/* A result without a picture; @table has what it says as rows, or is NULL. */
static int
write_result (Common *common,
              ScrutinyResult *result,
              ScrutinyTable *table,
              const char *what,
              const Source *source)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (result);

    text = with_file (json, source->name, source->hash);
  } else if (table && g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (table);
  } else {
    GString *out = g_string_new (NULL);

    g_string_append_printf (out, "%s: %s\n\n", source->name, what);
    append_findings (out, result);
    text = g_string_free (out, FALSE);
  }

  return common_write (common, text);
}

/* Of the column itself, or, where a limit is given, of what lies beside it. */
static int
heaping_of (Common *common, const PileupWords *words, ScrutinyTable *table, const Source *source)
{
  g_autoptr (ScrutinyPileupOptions) options = pileup_words_dup_options (words);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyHeaping) heaping =
      words->threshold ? scrutiny_heaping_new_beside_limit (table, words->value,
                                                            g_ascii_strtod (words->threshold, NULL),
                                                            options, &error)
                       : scrutiny_heaping_new_with_options (table, words->value, options, &error);

  if (!heaping)
    return refuse_saying ("%s: %s", source->name, error->message);

  return write_result (common, SCRUTINY_RESULT (heaping), scrutiny_heaping_get_digits (heaping),
                       "last digits", source);
}

static int
units_of (Common *common, const PileupWords *words, ScrutinyTable *table, const Source *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyJustMade) units =
      scrutiny_just_made_new (table, words->numerator ? words->numerator : "numerator",
                              words->denominator ? words->denominator : "denominator",
                              g_ascii_strtod (words->threshold, NULL), words->width, &error);

  if (!units)
    return refuse_saying ("%s: %s", source->name, error->message);

  return write_result (common, SCRUTINY_RESULT (units), NULL, "units just beyond a threshold",
                       source);
}

static int
months_of (Common *common, const PileupWords *words, ScrutinyTable *table, const Source *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyPeriodEnd) months =
      scrutiny_period_end_new (table, words->to, words->from, (guint) words->last_days, &error);

  if (!months)
    return refuse_saying ("%s: %s", source->name, error->message);

  return write_result (common, SCRUTINY_RESULT (months), NULL, "ends of months", source);
}

static int
pileup_file (Common *common, const PileupWords *words)
{
  g_auto (Source) source = { NULL };
  g_autoptr (ScrutinyTable) table = common_read_table (common, &source.name, &source.hash);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyPileup) pileup = NULL;

  if (!table)
    return EXIT_REFUSED;

  switch (pileup_words_get_question (words)) {
  case PILEUP_OF_DIGITS:
    return heaping_of (common, words, table, &source);
  case PILEUP_OF_UNITS:
    return units_of (common, words, table, &source);
  case PILEUP_OF_MONTHS:
    return months_of (common, words, table, &source);
  case PILEUP_OF_LENGTHS:
    break;
  }
  pileup = pileup_of (table, words, &error);
  if (!pileup)
    return refuse_saying ("%s: %s", source.name, error->message);

  return write_pileup (common, pileup, &source);
}

int
command_pileup (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", "svg", NULL };
  static const char *const forms_of_digits[] = { "text", "json", "csv", NULL };
  static const char *const forms_of_others[] = { "text", "json", NULL };
  static const char *const *const by_question[] = { forms, forms_of_digits, forms_of_others,
                                                    forms_of_others };
  g_auto (PileupWords) words = { .disclosure = 5, .width = 2, .last_days = 2 };
  const GOptionEntry own[] = {
    { "value", 0, 0, G_OPTION_ARG_STRING, &words.value, "column of lengths, a row a case", "NAME" },
    { "count", 0, 0, G_OPTION_ARG_STRING, &words.count,
      "column of counts, where a row is a length and not a case", "NAME" },
    { "from", 0, 0, G_OPTION_ARG_STRING, &words.from, "column of dates where lengths begin",
      "NAME" },
    { "to", 0, 0, G_OPTION_ARG_STRING, &words.to, "column of dates where they end", "NAME" },
    { "threshold", 0, 0, G_OPTION_ARG_STRING, &words.threshold,
      "the limit, the last length that meets it; 0 where --from is the date to be met", "N" },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &words.unit,
      "days, working-days, hours, minutes or points (days)", "UNIT" },
    { "window", 0, 0, G_OPTION_ARG_STRING, &words.window,
      "lengths before the limit and after it that may hold a pile (2,0)", "A,B" },
    { "half-width", 0, 0, G_OPTION_ARG_INT, &words.half_width,
      "lengths on either side of the limit that count (24)", "N" },
    { "dated", 0, 0, G_OPTION_ARG_STRING, &words.dated, "column with the date of each case",
      "NAME" },
    { "since", 0, 0, G_OPTION_ARG_STRING, &words.since,
      "compare cases from this date on with those before", "DATE" },
    { "heaping", 0, 0, G_OPTION_ARG_NONE, &words.heaping,
      "whether last digits are even instead; a limit leaves out what lies at it", NULL },
    { "units", 0, 0, G_OPTION_ARG_NONE, &words.units,
      "whether more units lie just beyond a threshold instead; a row a unit", NULL },
    { "numerator", 0, 0, G_OPTION_ARG_STRING, &words.numerator,
      "column of cases that count, of units (numerator)", "NAME" },
    { "denominator", 0, 0, G_OPTION_ARG_STRING, &words.denominator,
      "column of cases in all, of units (denominator)", "NAME" },
    { "width", 0, 0, G_OPTION_ARG_DOUBLE, &words.width,
      "how many percent from the threshold on are just beyond it, of units (2)", "N" },
    { "period-end", 0, 0, G_OPTION_ARG_NONE, &words.period_end,
      "whether more cases end on the last working days of months instead", NULL },
    { "last-days", 0, 0, G_OPTION_ARG_INT, &words.last_days, "how many working days that is (2)",
      "N" },
    { "disclosure", 0, 0, G_OPTION_ARG_INT, &words.disclosure, "fewest cases a figure may show (5)",
      "N" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };
  g_auto (Common) common = { 0 };

  if (!common_parse (&common, "FILE - whether cases pile up at a limit",
                     "Sets the cases that end at a limit beside what the lengths around it "
                     "suggest.",
                     lists, argc, argv) ||
      !pileup_words_go_together (&words) ||
      !common_has_format (&common, by_question[pileup_words_get_question (&words)], argv[0]))
    return EXIT_USAGE;

  return pileup_file (&common, &words);
}
