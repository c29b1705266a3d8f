/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/hint-findings.h"

#include <glib/gi18n.h>

#include <math.h>

#include "base/finding-list.h"

/* Of 64 reasons that say something else, two share this much with what is before them: how
 * often a hint speaks where there is nothing.  docs/methods/hints.md says which.
 */
#define FALSE_ALARM (2. / 64)

#define THE_QUESTION N_ ("Do these two say the same? A person decides.")

static const struct wording {
  const char *id, *statement, *of_figure, *question;
} wordings[] = {
  [HINT_SAME] = { "because.hint-same",
                  N_ ("“{reason}” has the words of “{earlier}”. Nobody has confirmed that they say "
                      "the same."),
                  NULL, THE_QUESTION },
  [HINT_NUMBER] = { "because.hint-number", N_ ("“{reason}” says nothing beyond the number."), NULL,
                    N_ ("Leave the number out: what is left?") },
  [HINT_REPEATS] = { "because.hint-repeats",
                     N_ ("“{reason}” has words of “{earlier}”: {shared_words}. Nobody has "
                         "confirmed "
                         "that they say the same."),
                     N_ ("“{reason}” has words of the figure or of what is said of it: "
                         "{shared_words}. Nobody has confirmed that they say the same."),
                     THE_QUESTION },
};

/* Without stems there are no words to name. */
static const struct wording alike = {
  "because.hint-repeats",
  N_ ("“{reason}” reads much like “{earlier}”. Nobody has confirmed that they say the same."),
  N_ ("“{reason}” reads much like the figure or what is said of it. Nobody has confirmed that they "
      "say the same."),
  THE_QUESTION,
};

static void
insert_statements (GVariantDict *facts, const ReasonGraph *graph, const Hint *hint)
{
  const char *earlier = graph->words[hint->earlier], *reason = graph->words[hint->later];
  const char *path[] = { graph->ids[hint->earlier], graph->ids[hint->later], NULL };
  const char *words[] = { earlier, reason, NULL };

  g_variant_dict_insert (facts, "earlier", "s", earlier);
  g_variant_dict_insert (facts, "reason", "s", reason);
  g_variant_dict_insert (facts, "path", "^as", path);
  g_variant_dict_insert (facts, "words", "^as", words);
}

static void
add_finding (GPtrArray *findings,
             const ReasonGraph *graph,
             const Hint *hint,
             ScrutinyMethod *method)
{
  const gboolean is_alike = hint->kind == HINT_REPEATS && !(hint->shared && hint->shared[0]);
  const struct wording *wording = is_alike ? &alike : &wordings[hint->kind];
  const gboolean of_figure = hint->earlier == 0 && wording->of_figure;
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);

  insert_statements (&facts, graph, hint);
  g_variant_dict_insert (&facts, "confirmed", "b", FALSE);
  g_variant_dict_insert (&facts, "false_alarm", "d", FALSE_ALARM);
  if (!isnan (hint->share))
    g_variant_dict_insert (&facts, "share", "d", hint->share);
  if (hint->shared && hint->shared[0]) {
    g_autofree char *shared = g_strjoinv (", ", hint->shared);

    g_variant_dict_insert (&facts, "shared_words", "s", shared);
  }

  finding_list_add (findings, method, wording->id,
                    of_figure ? wording->of_figure : wording->statement, wording->question, NULL,
                    &facts);
}

GPtrArray *
hint_findings_of (const ReasonGraph *graph, GPtrArray *hints, ScrutinyMethod *method)
{
  GPtrArray *findings = finding_list_new ();

  for (guint i = 0; i < hints->len; i++)
    add_finding (findings, graph, hints->pdata[i], method);

  return findings;
}
