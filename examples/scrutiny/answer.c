/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kept.h"

typedef struct {
  char *request, *finding, *indicator;
  char *text, *said_by, *on, *reference, *state, *into;
} Words;

static void
words_clear (Words *words)
{
  g_free (words->request);
  g_free (words->finding);
  g_free (words->indicator);
  g_free (words->text);
  g_free (words->said_by);
  g_free (words->on);
  g_free (words->reference);
  g_free (words->state);
  g_free (words->into);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static ScrutinyResponse *
response_of (const Words *words, GError **error)
{
  g_autoptr (ScrutinyResponse) said =
      words->request ? scrutiny_response_new_to_request (words->request, words->text,
                                                         words->said_by, words->on)
                     : scrutiny_response_new (words->finding, words->indicator, words->text,
                                              words->said_by, words->on);

  return scrutiny_response_copy_with (said, "reference", words->reference, error);
}

/* A request that is answered came, unless it is said otherwise. */
static ScrutinyDossier *
with_state (ScrutinyDossier *dossier, const Words *words, GError **error)
{
  ScrutinyRequest *asked = scrutiny_dossier_find_request (dossier, words->request, error);
  g_autoptr (ScrutinyRequest) came =
      asked ? scrutiny_request_copy_with_state (asked, words->state ? words->state : "received",
                                                error)
            : NULL;

  return came ? scrutiny_dossier_copy_with_request (dossier, came) : NULL;
}

static ScrutinyDossier *
answer (ScrutinyDossier *dossier, const Words *words, GError **error)
{
  g_autoptr (ScrutinyResponse) response = response_of (words, error);
  g_autoptr (ScrutinyDossier) answered =
      response ? scrutiny_dossier_copy_with_response (dossier, response, error) : NULL;

  if (answered && words->request)
    return with_state (answered, words, error);

  return g_steal_pointer (&answered);
}

static gboolean
parse (Words *words, Common *common, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "request", 0, 0, G_OPTION_ARG_STRING, &words->request,
      "the id of the request, as scrutiny request lists it", "ID" },
    { "finding", 0, 0, G_OPTION_ARG_STRING, &words->finding,
      "or the id of a finding, such as trend.shift", "ID" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &words->indicator,
      "the id of the indicator that the finding is about", "ID" },
    { "text", 0, 0, G_OPTION_ARG_STRING, &words->text, "what is answered, word for word", "TEXT" },
    { "said-by", 0, 0, G_OPTION_ARG_STRING, &words->said_by, "who answers", "NAME" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &words->on, "when, such as 2025-06-03", "DATE" },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &words->reference,
      "where what was brought can be looked up", "TEXT" },
    { "state", 0, 0, G_OPTION_ARG_STRING, &words->state,
      "what became of the request: received (the default), partly-received, open, refused or "
      "withdrawn",
      "STATE" },
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &words->into, "keep it in another folder", "FOLDER" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };

  return common_parse (common, "FOLDER - an answer, kept",
                       "FOLDER is a dossier. The answer is kept in it word for word and printed in "
                       "its reports beside what it answers.",
                       lists, argc, argv);
}

/* NULL if nothing is wrong with them. */
static const char *
find_fault (const Words *words)
{
  if (!words->request == !words->finding)
    return "say what it answers: --request ID or --finding ID, one of them";
  if (!words->text || !*words->text)
    return "--text says what is answered";
  if (words->request && words->indicator)
    return "--indicator goes with --finding";
  if (words->finding && words->state)
    return "--state goes with --request";

  return NULL;
}

int
command_answer (int argc, char **argv)
{
  g_auto (Common) common = { 0 };
  g_auto (Words) words = { 0 };
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinyDossier) answered = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse (&words, &common, argc, argv))
    return EXIT_USAGE;
  if (find_fault (&words))
    return refuse_usage (argv[0], find_fault (&words));

  dossier = common_read (&common, scrutiny_read_options_new ());
  if (!dossier)
    return EXIT_REFUSED;
  answered = answer (dossier, &words, &error);

  return answered ? keep_dossier (&common, answered, words.into) : refuse (error);
}
