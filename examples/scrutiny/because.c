/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "because-figures.h"
#include "because-forms.h"

#include <string.h>

#define OLDEST 5 /* years */

typedef struct {
  char *indicator;
  char *as_of;
  int oldest; /* years; -1 where it was not given */
} Words;

static void
words_clear (Words *words)
{
  g_free (words->indicator);
  g_free (words->as_of);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* What is told of several reasons together has none. */
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

/* 32 at most are listed. */
static void
append_loops (GString *out, ScrutinyBecause *because)
{
  ScrutinyChain *chain = scrutiny_because_get_chain (because);
  const guint n = scrutiny_because_get_n_loops (because);

  if (n > 0)
    g_string_append_printf (out, "  Loops among the reasons, feedback included: %s%u\n",
                            scrutiny_because_has_more_loops (because) ? "more than " : "", n);
  for (guint i = 0; i < n; i++) {
    g_auto (GStrv) loop = scrutiny_because_dup_loop (because, i);

    for (gsize k = 0; loop && loop[k]; k++)
      g_string_append_printf (out, "%s%s", k > 0 ? " > " : "    ",
                              scrutiny_chain_get_text (chain, loop[k]));
    if (loop)
      g_string_append_c (out, '\n');
  }
}

/* What is found rests on the kinds. */
static void
append_unconfirmed (GString *out, ScrutinyBecause *because)
{
  const guint n = scrutiny_because_get_n_unconfirmed (because);

  if (n > 0)
    g_string_append_printf (
        out,
        "  Nobody is recorded as having confirmed the kind of %u of %u statements, "
        "and what is found rests on the kinds.\n",
        n, scrutiny_chain_get_n_statements (scrutiny_because_get_chain (because)));
}

static void
append_checked (GString *out, ScrutinyIndicator *indicator, ScrutinyBecause *because)
{
  g_autoptr (GPtrArray) findings = scrutiny_because_dup_findings_in_brief (because);

  append_name (out, indicator);
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);
    g_autofree char *request = scrutiny_finding_dup_request (findings->pdata[i], NULL);

    g_string_append_printf (out, "  %s\n", statement);
    append_path (out, findings->pdata[i]);
    g_string_append_printf (out, "    Ask: %s\n", question);
    if (request)
      g_string_append_printf (out, "    Ask for: %s\n", request);
  }
  if (findings->len == 0)
    g_string_append (out, "  The recorded reasons reach people by steps that each have evidence. "
                          "Whether they are true is for "
                          "people to say.\n");
  append_loops (out, because);
  append_unconfirmed (out, because);
}

/* What words say is only asked, and apart from what the record decides. */
static void
append_hints (GString *out, ScrutinyHints *hints)
{
  const char *cannot_tell = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (hints));
  g_autoptr (GPtrArray) findings = scrutiny_hints_dup_findings_in_brief (hints);

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
                   const ReasonFigures *figures,
                   ScrutinyHints *hints)
{
  g_autofree char *said = scrutiny_result_dup_json (SCRUTINY_RESULT (hints));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (because));

  g_string_append (out, out->str[out->len - 1] == '[' ? "{" : ",{");
  g_string_append (out, "\"indicator\":");
  append_json_string (out, scrutiny_indicator_get_id (indicator));
  g_string_append_printf (out, ",%s", json + 1);
  g_string_truncate (out, out->len - 1);
  g_string_append (out, ",\"figures\":");
  reason_figures_append_json (figures, out);
  g_string_append_printf (out, ",\"hints\":%s}", said);
}

static gboolean
append_indicator (GString *out,
                  ScrutinyDossier *dossier,
                  ScrutinyIndicator *indicator,
                  ScrutinyBecause *because,
                  gboolean as_json,
                  GError **error)
{
  g_autoptr (ScrutinyHints) hints =
      scrutiny_hints_new (scrutiny_because_get_chain (because), indicator, error);
  g_auto (ReasonFigures) figures = reason_figures_look (dossier, indicator);

  if (!hints)
    return FALSE;
  if (as_json) {
    append_claim_json (out, indicator, because, &figures, hints);
  } else {
    append_checked (out, indicator, because);
    reason_figures_append_text (&figures, out, scrutiny_because_get_chain (because));
    append_hints (out, hints);
  }

  return TRUE;
}

static ScrutinyBecause *
check_indicator (ScrutinyIndicator *indicator, const Words *words, GError **error)
{
  ScrutinyChain *chain = scrutiny_indicator_get_chain (indicator);
  g_autoptr (ScrutinyChain) none = chain ? NULL : g_object_new (SCRUTINY_TYPE_CHAIN, NULL);

  if (!chain)
    chain = none;

  if (!words->as_of)
    return scrutiny_because_new (chain, error);

  return scrutiny_because_new_as_of (
      chain, words->as_of, words->oldest == -1 ? OLDEST : (guint) MAX (words->oldest, 0), error);
}

/* What was taken for granted in reading plain lines. */
static void
append_notes (GString *out, const Common *common, ScrutinyDossier *dossier)
{
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);

  if (g_strcmp0 (common->layout, "chain") != 0)
    return;
  for (gsize i = 0; notes[i]; i++)
    g_string_append_printf (out, "  %s\n", notes[i]);
}

static char *
check_all (ScrutinyDossier *dossier,
           const Words *words,
           const Common *common,
           gboolean as_json,
           GError **error)
{
  g_autoptr (GString) out =
      g_string_new (as_json ? "{\"schema\":\"scrutiny.because/1\",\"claims\":[" : "");

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (dossier, i);
    g_autoptr (ScrutinyBecause) because = NULL;

    if (words->indicator && !g_str_equal (words->indicator, scrutiny_indicator_get_id (indicator)))
      continue;
    because = check_indicator (indicator, words, error);
    if (!because || !append_indicator (out, dossier, indicator, because, as_json, error))
      return NULL;
  }
  if (as_json)
    g_string_append (out, "]}");
  else
    append_notes (out, common, dossier);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
parse (Words *words, Common *common, int argc, char **argv)
{
  const GOptionEntry own[] = {
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &words->indicator, "Only the reasons for this figure",
      "ID" },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &words->as_of,
      "Say which evidence is old at this date, such as 2025-06", "DATE" },
    { "oldest", 0, 0, G_OPTION_ARG_INT, &words->oldest,
      "How many years old evidence may be then (default 5)", "YEARS" },
    { NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };

  return common_parse (common, "FILE - the recorded reasons checked",
                       "FILE is a dossier folder, its scrutiny.json, or one chain of reasons: as "
                       "JSON, or as text in a .txt, such as “Repairs are quick > homes are dry > "
                       "fewer people fall ill [outcome: tenants]”. Where a dossier has figures of "
                       "what the reasons lead to, what they say stands below the reasons that it "
                       "is of.\n\nWith --format chain, dot, "
                       "mermaid, gsn or dagitty the reasons themselves are written, with svg they "
                       "are drawn by Graphviz.",
                       lists, argc, argv);
}

/* What is asked about in a .txt are reasons, whatever else a table could be in. */
static void
choose_layout (Common *common)
{
  g_autofree char *name = g_ascii_strdown (common->files[0], -1);

  if (!common->layout && g_str_has_suffix (name, ".txt"))
    common->layout = g_strdup ("chain");
}

int
command_because (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json",    "chain", "dot", "mermaid",
                                       "gsn",  "dagitty", "svg",   NULL };
  g_auto (Common) common = { 0 };
  g_auto (Words) words = { .oldest = -1 };
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gboolean as_json;

  if (!parse (&words, &common, argc, argv) || !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  if (words.oldest != -1 && !words.as_of)
    return refuse_usage (argv[0], "--oldest goes with --as-of");

  choose_layout (&common);
  dossier = common_read (&common, scrutiny_read_options_new ());
  if (!dossier)
    return EXIT_REFUSED;
  if (words.indicator && !choose_indicator (dossier, words.indicator))
    return EXIT_REFUSED;
  if (is_chain_form (common.format))
    return write_chain (&common, dossier, words.indicator);
  as_json = g_strcmp0 (common.format, "json") == 0;
  text = check_all (dossier, &words, &common, as_json, &error);
  if (text && as_json) {
    g_autofree char *bare = g_steal_pointer (&text);

    text = with_input (bare, dossier);
  }

  return text ? common_write (&common, text) : refuse (error);
}
