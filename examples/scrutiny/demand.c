/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

/* What the command line says of the contacts. */
typedef struct {
  char *kind, *cause, *second;
  double level, margin;
  int disclosure;
} DemandWords;

static void
demand_words_clear (DemandWords *self)
{
  g_free (self->kind);
  g_free (self->cause);
  g_free (self->second);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (DemandWords, demand_words_clear)

static void
append_causes (GString *out, ScrutinyTable *causes)
{
  const char *const *kinds = scrutiny_table_get_texts (causes, "kind");
  const char *const *names = scrutiny_table_get_texts (causes, "cause");
  const double *counts = scrutiny_table_get_doubles (causes, "count", NULL);
  const double *shares = scrutiny_table_get_doubles (causes, "share", NULL);
  const double *lows = scrutiny_table_get_doubles (causes, "low", NULL);
  const double *highs = scrutiny_table_get_doubles (causes, "high", NULL);

  g_string_append (out, "\n   count   share     between        kind: cause\n");
  for (gsize row = 0; row < scrutiny_table_get_n_rows (causes); row++)
    g_string_append_printf (out, "%8.0f %6.1f%% %6.1f%% and %5.1f%%  %s: %s\n", counts[row],
                            100 * shares[row], 100 * lows[row], 100 * highs[row], kinds[row],
                            names[row]);
}

static char *
dup_text (ScrutinyDemand *demand)
{
  GString *out = g_string_new (NULL);

  figure_append_findings (out, SCRUTINY_RESULT (demand));
  if (scrutiny_table_get_n_rows (scrutiny_demand_get_causes (demand)) > 0)
    append_causes (out, scrutiny_demand_get_causes (demand));

  return g_string_free (out, FALSE);
}

static int
write_demand (Common *common, ScrutinyDemand *demand, const char *name, const char *hash)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (demand));

    text = with_file (json, name, hash);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_demand_get_causes (demand));
  } else {
    text = dup_text (demand);
  }

  return common_write (common, text);
}

static int
demand_file (Common *common, const DemandWords *words)
{
  g_autofree char *name = NULL, *hash = NULL;
  g_autoptr (ScrutinyTable) table = common_read_table (common, &name, &hash);
  g_autoptr (ScrutinyDemandOptions) options = scrutiny_demand_options_new ();
  g_autoptr (ScrutinyDemand) demand = NULL;
  g_autoptr (GError) error = NULL;

  if (!table)
    return EXIT_REFUSED;
  scrutiny_demand_options_set_second_coder (options, words->second);
  scrutiny_demand_options_set_level (options, words->level);
  scrutiny_demand_options_set_margin (options, words->margin);
  scrutiny_demand_options_set_disclosure (options, (guint) MAX (words->disclosure, 0));
  demand = scrutiny_demand_new (table, words->kind, words->cause, options, &error);

  return demand ? write_demand (common, demand, name, hash)
                : refuse_saying ("%s: %s", name, error->message);
}

int
command_demand (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", NULL };
  g_auto (DemandWords) words = { .level = 0.95, .margin = 0.05, .disclosure = 5 };
  const GOptionEntry own[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &words.kind, "column of the kinds of contacts", "NAME" },
    { "cause", 0, 0, G_OPTION_ARG_STRING, &words.cause, "column of what brings each of them about",
      "NAME" },
    { "second-coder", 0, 0, G_OPTION_ARG_STRING, &words.second,
      "column of the kinds that somebody else gave", "NAME" },
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &words.level, "how sure intervals are (0.95)", "P" },
    { "margin", 0, 0, G_OPTION_ARG_DOUBLE, &words.margin,
      "how far from the share of a kind is near enough (0.05)", "D" },
    { "disclosure", 0, 0, G_OPTION_ARG_INT, &words.disclosure,
      "fewest contacts that a kind or a cause is told of (5)", "N" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };
  g_auto (Common) common = { 0 };

  if (!common_parse (
          &common, "FILE - what people contact a service about, by cause",
          "It is no figure to set a target for: what brings them about is in the way work is done.",
          lists, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!words.kind || !words.cause)
    return refuse_usage ("demand", "name the columns with --kind and --cause");

  return demand_file (&common, &words);
}
