/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "support/near.h"

#include <scrutiny/because.h>
#include <scrutiny/chain-builder.h>
#include <scrutiny/error.h>

#include <string.h>

/* A chain in one line: "a:status" states, "o:outcome@" also says who and what would show that it is
 * not so, "o:outcome@@" leaves who empty; "a>b" gives a reason, "a>b+" one with evidence, "a>b-"
 * one whose evidence contradicts, "a>b0" one whose is neutral, "a>b1" one with the first of nine
 * sources, "a>b~" one with a mechanism; "a=b" marks two as the same, "a!" records the claim.  What
 * "a" says is "A said".
 */
static inline void
draw_people (ScrutinyChainBuilder *builder, const char *id, const char *who)
{
  scrutiny_chain_builder_set_who (builder, id, who);
  if (*who)
    scrutiny_chain_builder_set_detail (builder, id, "wrong_if", "more come back");
}

static inline void
draw_statement (ScrutinyChainBuilder *builder, const char *token)
{
  const char id[] = { token[0], '\0' };
  g_autofree char *text = g_strdup_printf ("%c said", g_ascii_toupper (token[0]));
  g_autofree char *name = g_strndup (token + 2, strcspn (token + 2, "@"));
  ScrutinyStatementKind kind;

  assert_true (scrutiny_statement_kind_from_name (name, &kind));
  scrutiny_chain_builder_state (builder, id, kind, text);
  if (strchr (token, '@'))
    draw_people (builder, id, strstr (token, "@@") ? "" : "children");
}

static inline void
draw_token (ScrutinyChainBuilder *builder, const char *token)
{
  const char id[] = { token[0], '\0' };
  const char other[] = { token[1] ? token[2] : '\0', '\0' };
  g_autoptr (ScrutinyEvidence) seen = scrutiny_evidence_new ("survey, question 7", "2024-11");
  g_autoptr (ScrutinyEvidence) against =
      scrutiny_evidence_copy_with (seen, "bearing", "contradicts", NULL);
  g_autoptr (ScrutinyEvidence) neutral =
      scrutiny_evidence_copy_with (seen, "bearing", "neutral", NULL);

  g_autofree char *name = g_strdup_printf ("source %c", token[1] == '>' ? token[3] : ' ');
  g_autoptr (ScrutinyEvidence) source = scrutiny_evidence_new (name, "2024-11");

  switch (token[1]) {
  case ':':
    draw_statement (builder, token);
    break;
  case '!':
    scrutiny_chain_builder_set_claim (builder, id);
    break;
  case '=':
    scrutiny_chain_builder_same_as (builder, id, other, "marked by a member, 12 June");
    break;
  case '>':
    scrutiny_chain_builder_because (builder, id, other,
                                    token[3] == '+'                      ? seen
                                    : token[3] == '-'                    ? against
                                    : token[3] == '0'                    ? neutral
                                    : token[3] >= '1' && token[3] <= '9' ? source
                                                                         : NULL);
    if (token[3] == '~')
      scrutiny_chain_builder_set_mechanism (builder, id, other, "by doing so");
    break;
  default:
    fail_msg ("%s", token);
  }
}

static inline ScrutinyChain *
draw (const char *line)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  g_auto (GStrv) tokens = g_strsplit (line, " ", -1);
  g_autoptr (GError) error = NULL;
  ScrutinyChain *chain;

  for (gsize i = 0; tokens[i]; i++)
    if (tokens[i][0])
      draw_token (builder, tokens[i]);
  chain = scrutiny_chain_builder_end (builder, &error);
  if (!chain)
    fail_msg ("%s: %s", line, error->message);

  return chain;
}

/* "circular a b c; no-evidence a b" */
static inline char *
spell (GPtrArray *findings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < findings->len; i++) {
    const char *id = scrutiny_finding_get_id (findings->pdata[i]);
    g_autofree const char **path = NULL;

    assert_true (g_str_has_prefix (id, "because."));
    assert_true (
        g_variant_lookup (scrutiny_finding_get_facts (findings->pdata[i]), "path", "^a&s", &path));
    g_string_append_printf (text, "%s%s", i ? "; " : "", id + strlen ("because."));
    for (gsize k = 0; path[k]; k++)
      g_string_append_printf (text, " %s", path[k]);
  }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
