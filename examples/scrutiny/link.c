/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "link.h"

#include "batch-form.h"

#include <math.h>
#include <string.h>

void
link_words_clear (LinkWords *self)
{
  g_strfreev (self->indicators);
  g_strfreev (self->outcomes);
  g_free (self->expected);
  g_free (self->because);
  g_strfreev (self->events);
  g_free (self->key);
  g_free (self->period);
  g_free (self->region);
  g_free (self->indicator_of);
  g_free (self->outcome_of);
}

gboolean
link_words_name_two (const LinkWords *self)
{
  return self->indicators && self->outcomes && g_strv_length (self->indicators) == 1 &&
         g_strv_length (self->outcomes) == 1;
}

static gboolean
parse (LinkWords *self, Common *common, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "indicator", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->indicators,
      "the figure; again for more, all without it", "NAME" },
    { "outcome", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->outcomes,
      "what it is said to lead to; again for more, all without it", "NAME" },
    { "because", 0, 0, G_OPTION_ARG_STRING, &self->because,
      "two statements of a recorded chain, in place of both", "FROM:TO" },
    { "max-lag", 0, 0, G_OPTION_ARG_INT, &self->max_lag,
      "how many periods that may take (3; 1 of fewer than 24)", "N" },
    { "expected", 0, 0, G_OPTION_ARG_STRING, &self->expected,
      "which way the outcome is said to move when the figure rises: up, down", "WAY" },
    { "event", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->events,
      "what is known to have happened, left out: “2020-04..2020-06 lockdown”; again for more",
      "PERIODS" },
    { NULL },
  };
  GOptionEntry places[12];
  const GOptionEntry *const lists[] = { own, link_places_entries (self, places), NULL };

  return common_parse (
      common, "FILE - whether a figure and an outcome move together",
      "Beyond the season, the trend and what each foretells of itself. Of more than one figure or "
      "outcome every pair is a row.",
      lists, argc, argv);
}

static ScrutinyLinkageOptions *
options_new (const LinkWords *words)
{
  ScrutinyLinkageOptions *options = scrutiny_linkage_options_new ();

  scrutiny_linkage_options_set_max_lag (options, words->max_lag);
  scrutiny_linkage_options_set_expected (options, words->way);
  scrutiny_linkage_options_set_events (options, (const char *const *) words->events);

  return options;
}

char *
link_dup_text (ScrutinyResult *result)
{
  GString *out = g_string_new (NULL);
  const char *reason = scrutiny_result_get_cannot_tell (result);
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);

  if (reason)
    g_string_append_printf (out, "Cannot tell. %s\n", reason);
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (out, "%s\n  Ask: %s\n", statement, question);
  }

  return g_string_free (out, FALSE);
}

static char *
dup_json (ScrutinyLinkage *linkage, ScrutinyDossier *dossier)
{
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (linkage));

  return with_input (json, dossier);
}

static ScrutinyLinkage *
link_two (ScrutinyDossier *dossier, const LinkWords *words, ScrutinyLinkageOptions *options)
{
  ScrutinyIndicator *indicator = choose_indicator (dossier, words->indicators[0]);
  ScrutinyIndicator *outcome = indicator ? choose_indicator (dossier, words->outcomes[0]) : NULL;
  g_autoptr (GError) error = NULL;
  ScrutinyLinkage *linkage =
      outcome ? scrutiny_linkage_new (indicator, outcome, options, &error) : NULL;

  if (error)
    refuse (error);

  return linkage;
}

static ScrutinyLinkage *
link_reason (ScrutinyDossier *dossier, const LinkWords *words, ScrutinyLinkageOptions *options)
{
  g_auto (GStrv) ends = g_strsplit (words->because, ":", 2);
  g_autoptr (GError) error = NULL;
  ScrutinyLinkage *linkage =
      scrutiny_linkage_new_for_reason (dossier, ends[0], ends[1], options, &error);

  if (error)
    refuse (error);

  return linkage;
}

/* What is wrong with the words, or NULL. */
static const char *
find_fault (LinkWords *words)
{
  if (words->because && (words->indicators || words->outcomes || words->expected))
    return "--because takes the place of --indicator, --outcome and --expected";
  if (words->because && !strchr (words->because, ':'))
    return "--because names two statements: FROM:TO";

  return read_way (words->expected, &words->way) ? link_places_find_stray (words)
                                                 : "--expected is up or down";
}

/* Every pair of the figures and the outcomes. */
static int
link_all (Common *common,
          const LinkWords *words,
          ScrutinyDossier *dossier,
          ScrutinyLinkageOptions *options)
{
  g_autofree char *file = g_path_get_basename (common->files[0]);
  g_autofree char *title = g_strdup_printf ("Links: %s", file);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table = scrutiny_linkage_tabulate_dossier (
      dossier, (const char *const *) words->indicators, (const char *const *) words->outcomes,
      options, NULL, NULL, &error);
  g_autofree char *text =
      table ? batch_dup_form (table, common, file, "link", title, &error) : NULL;

  return text ? common_write (common, text) : refuse (error);
}

static int
link_dossier (Common *common, const LinkWords *words)
{
  g_autoptr (ScrutinyDossier) dossier = common_read (common, scrutiny_read_options_new ());
  g_autoptr (ScrutinyLinkageOptions) options = options_new (words);
  g_autoptr (ScrutinyLinkage) linkage = NULL;
  g_autofree char *text = NULL;

  if (!dossier)
    return EXIT_REFUSED;
  if (!words->because && !link_words_name_two (words))
    return link_all (common, words, dossier, options);
  linkage =
      words->because ? link_reason (dossier, words, options) : link_two (dossier, words, options);
  if (!linkage)
    return EXIT_REFUSED;
  text = g_strcmp0 (common->format, "json") == 0 ? dup_json (linkage, dossier)
                                                 : link_dup_text (SCRUTINY_RESULT (linkage));

  return common_write (common, text);
}

int
command_link (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", NULL };
  static const char *const many[] = { "text", "csv", "json", "md", "html", NULL };
  g_auto (Common) common = { 0 };
  g_auto (LinkWords) words = {
    .max_lag = -1,
    .lag = -1,
    .contrast = NAN,
    .draws = -1,
    .seed = -1,
  };
  const char *fault;

  if (!parse (&words, &common, argc, argv))
    return EXIT_USAGE;
  fault = find_fault (&words);
  if (fault)
    return refuse_usage (argv[0], fault);
  if (!common_has_format (&common, words.because || link_words_name_two (&words) ? forms : many,
                          argv[0]))
    return EXIT_USAGE;

  return words.key ? link_places (&common, &words) : link_dossier (&common, &words);
}
