/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

#include <string.h>

static void
append_path (GString *out, ScrutinyFinding *finding)
{
  g_autofree const char **words = NULL;

  if (!g_variant_lookup (scrutiny_finding_get_facts (finding), "words", "^a&s", &words))
    return;
  for (gsize i = 0; words[i]; i++)
    g_string_append_printf (out, "    %s%s\n", i > 0 ? "because " : "", words[i]);
}

/* The same figure may be published for many areas. */
static void
append_name (GString *out, ScrutinyIndicator *indicator)
{
  const char *title = scrutiny_indicator_get_title (indicator);
  const char *area = scrutiny_indicator_get_area (indicator);

  if (area && *area && !strstr (title, area))
    g_string_append_printf (out, "%s, %s\n", title, area);
  else
    g_string_append_printf (out, "%s\n", title);
}

static void
append_checked (GString *out, ScrutinyIndicator *indicator, ScrutinyBecause *because)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (because));

  append_name (out, indicator);
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (out, "  %s\n", statement);
    append_path (out, findings->pdata[i]);
    g_string_append_printf (out, "    Ask: %s\n", question);
  }
  if (findings->len == 0)
    g_string_append (out, "  The recorded reasons reach people by steps that each have evidence. "
                          "Whether they are true is for "
                          "people to say.\n");
}

/* What words say is only asked, and apart from what the record decides. */
static void
append_hints (GString *out, ScrutinyHints *hints)
{
  const char *cannot_tell = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (hints));
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (hints));

  if (cannot_tell && scrutiny_chain_get_n_statements (scrutiny_hints_get_chain (hints)) > 0)
    g_string_append_printf (out, "  %s\n", cannot_tell);
  if (findings->len > 0)
    g_string_append (out, "  May say the same, going by the words alone:\n");
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (out, "    %s\n    Ask: %s\n", statement, question);
  }
}

static void
append_claim_json (GString *out,
                   ScrutinyIndicator *indicator,
                   ScrutinyBecause *because,
                   ScrutinyHints *hints)
{
  g_autofree char *said = scrutiny_result_dup_json (SCRUTINY_RESULT (hints));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (because));

  g_string_append (out, out->str[out->len - 1] == '[' ? "{" : ",{");
  g_string_append (out, "\"indicator\":");
  append_json_string (out, scrutiny_indicator_get_id (indicator));
  g_string_append_printf (out, ",%s", json + 1);
  g_string_truncate (out, out->len - 1);
  g_string_append_printf (out, ",\"hints\":%s}", said);
}

static gboolean
append_indicator (GString *out,
                  ScrutinyIndicator *indicator,
                  ScrutinyBecause *because,
                  gboolean as_json,
                  GError **error)
{
  g_autoptr (ScrutinyHints) hints =
      scrutiny_hints_new (scrutiny_because_get_chain (because), indicator, error);

  if (!hints)
    return FALSE;
  if (as_json) {
    append_claim_json (out, indicator, because, hints);
  } else {
    append_checked (out, indicator, because);
    append_hints (out, hints);
  }

  return TRUE;
}

static ScrutinyBecause *
check_indicator (ScrutinyIndicator *indicator, GError **error)
{
  ScrutinyChain *chain = scrutiny_indicator_get_chain (indicator);
  g_autoptr (ScrutinyChain) none = chain ? NULL : g_object_new (SCRUTINY_TYPE_CHAIN, NULL);

  return scrutiny_because_new (chain ? chain : none, error);
}

static char *
check_all (ScrutinyDossier *dossier, gboolean as_json, GError **error)
{
  g_autoptr (GString) out =
      g_string_new (as_json ? "{\"schema\":\"scrutiny.because/1\",\"claims\":[" : "");

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (dossier, i);
    g_autoptr (ScrutinyBecause) because = check_indicator (indicator, error);

    if (!because || !append_indicator (out, indicator, because, as_json, error))
      return NULL;
  }
  if (as_json)
    g_string_append (out, "]}");

  return g_string_free (g_steal_pointer (&out), FALSE);
}

int
command_because (int argc, char **argv)
{
  static const GOptionEntry *const none[] = { NULL };
  static const char *const forms[] = { "text", "json", NULL };
  g_auto (Common) common = { 0 };
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean as_json;

  if (!common_parse (
          &common, "FILE - the recorded reasons checked",
          "FILE is a dossier folder, its scrutiny.json, or one chain of reasons as JSON.", none,
          argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  dossier = common_read (&common, scrutiny_read_options_new ());
  if (!dossier)
    return EXIT_REFUSED;
  as_json = g_strcmp0 (common.format, "json") == 0;
  text = check_all (dossier, as_json, &error);
  if (text && as_json) {
    g_autofree char *bare = g_steal_pointer (&text);

    text = with_input (bare, dossier);
  }

  return text ? common_write (&common, text) : refuse (error);
}
