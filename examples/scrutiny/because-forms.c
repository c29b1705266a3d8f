/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "because-forms.h"

#define DRAWS "dot"

static const struct form {
  const char *name;
  char *(*dup) (ScrutinyChain *chain);
} forms[] = {
  { "chain", scrutiny_chain_dup_text },      { "dot", scrutiny_chain_dup_dot },
  { "mermaid", scrutiny_chain_dup_mermaid }, { "gsn", scrutiny_chain_dup_gsn },
  { "dagitty", scrutiny_chain_dup_dagitty }, { "svg", NULL }, /* drawn by another program */
};

static const struct form *
find_form (const char *format)
{
  for (gsize i = 0; format && i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (forms[i].name, format))
      return &forms[i];

  return NULL;
}

gboolean
is_chain_form (const char *format)
{
  return find_form (format) != NULL;
}

/* NULL after saying what was wrong. */
static char *
dup_svg (ScrutinyChain *chain)
{
  g_autofree char *program = g_find_program_in_path (DRAWS);
  g_autofree char *dot = scrutiny_chain_dup_dot (chain);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *svg = NULL;

  if (!program) {
    refuse_saying ("svg is drawn by “%s”, which is not here; install Graphviz (on Debian: apt "
                   "install graphviz), or take --format dot or mermaid",
                   DRAWS);
    return NULL;
  }
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                  G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                              &error, program, "-Tsvg", NULL);
  if (!process || !g_subprocess_communicate_utf8 (process, dot, NULL, &svg, NULL, &error)) {
    refuse (error);
    return NULL;
  }
  if (!g_subprocess_get_successful (process)) {
    refuse_saying ("“%s” did not draw the reasons; take --format dot, and see what it says of that",
                   DRAWS);
    return NULL;
  }

  return g_steal_pointer (&svg);
}

static ScrutinyChain *
get_chain (ScrutinyIndicator *indicator)
{
  ScrutinyChain *chain = scrutiny_indicator_get_chain (indicator);

  return chain && scrutiny_chain_get_n_statements (chain) > 0 ? chain : NULL;
}

/* The only figure with reasons; NULL if several have some, or none. */
static ScrutinyIndicator *
find_only (ScrutinyDossier *dossier)
{
  ScrutinyIndicator *found = NULL;

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (dossier, i);

    if (!get_chain (indicator))
      continue;
    if (found)
      return NULL;
    found = indicator;
  }

  return found;
}

int
write_chain (Common *common, ScrutinyDossier *dossier, const char *id)
{
  const struct form *form = find_form (common->format);
  ScrutinyIndicator *only = id ? NULL : find_only (dossier);
  ScrutinyIndicator *indicator = only ? only : choose_indicator (dossier, id);
  ScrutinyChain *chain = indicator ? get_chain (indicator) : NULL;
  g_autofree char *text = NULL;

  if (!indicator)
    return EXIT_REFUSED;
  if (!chain)
    return refuse_saying ("%s: no reasons are recorded for “%s”; there is nothing to write",
                          scrutiny_dossier_get_source (dossier),
                          scrutiny_indicator_get_id (indicator));

  text = form->dup ? form->dup (chain) : dup_svg (chain);

  return text ? common_write (common, text) : EXIT_REFUSED;
}
