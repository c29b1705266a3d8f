/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kept.h"

#include <string.h>

typedef struct {
  gboolean keep;
  char **only;
  char *what, *of_whom, *on, *by, *into;
} Words;

static void
words_clear (Words *words)
{
  g_strfreev (words->only);
  g_free (words->what);
  g_free (words->of_whom);
  g_free (words->on);
  g_free (words->by);
  g_free (words->into);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

static gboolean
is_recorded (ScrutinyDossier *dossier, ScrutinyRequest *request)
{
  return scrutiny_dossier_find_request (dossier, scrutiny_request_get_id (request), NULL) != NULL;
}

/* --- The list ------------------------------------------------------------------------ */

static void
append_part (GString *out, const char *before, const char *text)
{
  if (text && *text)
    g_string_append_printf (out, "%s%s", before, text);
}

/* What somebody wrote stays on its line. */
static void
append_line (GString *out, const char *before, const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text ? text : ""), "\r\n", ' ');

  append_part (out, before, line);
}

static void
append_request (GString *out, ScrutinyDossier *dossier, ScrutinyRequest *request)
{
  append_line (out, "", scrutiny_request_get_id (request));
  append_line (out, "\n  ", scrutiny_request_get_what (request));
  append_part (out, "\n  ",
               is_recorded (dossier, request) ? scrutiny_request_get_state (request)
                                              : "not kept yet");
  append_line (out, "; asked on ", scrutiny_request_get_asked_on (request));
  append_line (out, "; of ", scrutiny_request_get_of_whom (request));
  append_line (out, "; by ", scrutiny_request_get_by (request));
  g_string_append_c (out, '\n');
}

static void
append_text (GString *out, const char *key, const char *text)
{
  g_string_append_printf (out, "%s\"%s\":", out->str[out->len - 1] == '{' ? "" : ",", key);
  if (text)
    append_json_string (out, text);
  else
    g_string_append (out, "null");
}

static void
append_request_json (GString *out, ScrutinyDossier *dossier, ScrutinyRequest *request)
{
  g_string_append (out, out->str[out->len - 1] == '[' ? "{" : ",{");
  append_text (out, "id", scrutiny_request_get_id (request));
  append_text (out, "what", scrutiny_request_get_what (request));
  append_text (out, "of_whom", scrutiny_request_get_of_whom (request));
  append_text (out, "asked_on", scrutiny_request_get_asked_on (request));
  append_text (out, "by", scrutiny_request_get_by (request));
  append_text (out, "state", scrutiny_request_get_state (request));
  g_string_append_printf (out, ",\"recorded\":%s}",
                          is_recorded (dossier, request) ? "true" : "false");
}

static char *
list (ScrutinyDossier *dossier, GPtrArray *requests, gboolean as_json)
{
  GString *out = g_string_new (as_json ? "{\"schema\":\"scrutiny.request/1\",\"requests\":[" : "");

  for (guint i = 0; i < requests->len; i++)
    if (as_json)
      append_request_json (out, dossier, requests->pdata[i]);
    else
      append_request (out, dossier, requests->pdata[i]);
  g_string_append (out, as_json ? "]}" : "");
  if (!as_json && requests->len == 0)
    g_string_append (out, "Nothing is asked for.\n");

  return g_string_free (out, FALSE);
}

/* --- Keeping them -------------------------------------------------------------------- */

static gboolean
is_chosen (const Words *words, ScrutinyRequest *request)
{
  return !words->only ||
         g_strv_contains ((const char *const *) words->only, scrutiny_request_get_id (request));
}

static ScrutinyRequest *
dated (ScrutinyRequest *request, const Words *words, ScrutinyDossier *dossier, GError **error)
{
  const char *meeting = scrutiny_dossier_get_meeting (dossier);
  ScrutinyRequest *made = g_object_ref (request);

  made = request_with (made, "asked-on", words->on ? words->on : meeting, error);
  made = made ? request_with (made, "by", words->by, error) : NULL;

  return made ? request_with (made, "of-whom", words->of_whom, error) : NULL;
}

static gboolean
keep (ScrutinyDossier **dossier, ScrutinyRequest *request, const Words *words, GError **error)
{
  g_autoptr (ScrutinyDossier) before = *dossier;
  g_autoptr (ScrutinyRequest) asked = dated (request, words, before, error);

  *dossier = asked ? scrutiny_dossier_copy_with_request (before, asked) : NULL;

  return *dossier != NULL;
}

/* Those that were not kept before; what was keeps its date. */
static gboolean
keep_new (ScrutinyDossier **dossier, GPtrArray *requests, const Words *words, GError **error)
{
  for (guint i = 0; i < requests->len; i++) {
    ScrutinyRequest *request = requests->pdata[i];

    if (is_recorded (*dossier, request) || !is_chosen (words, request))
      continue;
    if (!keep (dossier, request, words, error))
      return FALSE;
  }

  return TRUE;
}

/* One that a person asks for. */
static gboolean
keep_own (ScrutinyDossier **dossier, const Words *words, GError **error)
{
  g_autoptr (ScrutinyRequest) own = scrutiny_request_new (words->what, NULL, NULL);

  return keep (dossier, own, words, error);
}

/* An id that nothing has is a slip of the pen. */
static const char *
find_unknown (const Words *words, GPtrArray *requests)
{
  for (gsize i = 0; words->only && words->only[i]; i++) {
    gboolean is_there = FALSE;

    for (guint k = 0; k < requests->len; k++)
      is_there |= strcmp (scrutiny_request_get_id (requests->pdata[k]), words->only[i]) == 0;
    if (!is_there)
      return words->only[i];
  }

  return NULL;
}

static int
keep_all (Common *common, ScrutinyDossier **dossier, GPtrArray *requests, const Words *words)
{
  const char *unknown = find_unknown (words, requests);
  g_autoptr (GError) error = NULL;

  if (unknown)
    return refuse_saying ("%s: nothing is asked for under the id “%s”; without --keep all are "
                          "listed",
                          common->files[0], unknown);
  if ((words->keep && !keep_new (dossier, requests, words, &error)) ||
      (words->what && !keep_own (dossier, words, &error)))
    return refuse (error);

  return keep_dossier (common, *dossier, words->into);
}

/* --- The command --------------------------------------------------------------------- */

static gboolean
parse (Words *words, Common *common, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "keep", 0, 0, G_OPTION_ARG_NONE, &words->keep,
      "keep what is asked for in the dossier, for the next meeting", NULL },
    { "only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words->only, "keep this one; may be given again",
      "ID" },
    { "what", 0, 0, G_OPTION_ARG_STRING, &words->what, "ask for something of your own and keep it",
      "TEXT" },
    { "of-whom", 0, 0, G_OPTION_ARG_STRING, &words->of_whom, "who is asked for what is kept",
      "NAME" },
    { "on", 0, 0, G_OPTION_ARG_STRING, &words->on,
      "when it was asked for, such as 2025-03-12 (the dossier’s meeting)", "DATE" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &words->by, "when it is wanted (the next meeting)", "DATE" },
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &words->into, "keep it in another folder", "FOLDER" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };

  return common_parse (common, "FILE - what is asked for",
                       "FILE is a dossier folder, or any file that a report can be made of. Lists "
                       "what was asked for before and what its figures ask for now.",
                       lists, argc, argv);
}

static int
write_list (Common *common, ScrutinyDossier *dossier, GPtrArray *requests)
{
  const gboolean as_json = g_strcmp0 (common->format, "json") == 0;
  g_autofree char *text = list (dossier, requests, as_json);
  g_autofree char *whole = as_json ? with_input (text, dossier) : NULL;

  return common_write (common, whole ? whole : text);
}

int
command_request (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", NULL };
  g_auto (Common) common = { 0 };
  g_auto (Words) words = { 0 };
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (ScrutinyReport) report = NULL;
  g_autoptr (GPtrArray) requests = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse (&words, &common, argc, argv) || !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (words.only && !words.keep)
    return refuse_usage (argv[0], "--only goes with --keep");
  if ((words.on || words.by || words.of_whom || words.into) && !words.keep && !words.what)
    return refuse_usage (argv[0], "--on, --by, --of-whom and --into go with --keep or --what");

  dossier = common_read (&common, scrutiny_read_options_new ());
  if (!dossier)
    return EXIT_REFUSED;
  report = scrutiny_review (dossier, NULL, NULL, NULL, &error);
  if (!report)
    return refuse (error);
  requests = scrutiny_report_dup_requests (report);

  return words.keep || words.what ? keep_all (&common, &dossier, requests, &words)
                                  : write_list (&common, dossier, requests);
}
