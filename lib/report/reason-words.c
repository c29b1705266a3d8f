/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/reason-words.h"

#include <string.h>

static const char *const kinds[] = {
  [SCRUTINY_STATEMENT_KIND_STATUS] = "a published status",
  [SCRUTINY_STATEMENT_KIND_INDICATOR] = "a published figure",
  [SCRUTINY_STATEMENT_KIND_ACTIVITY] = "something people do",
  [SCRUTINY_STATEMENT_KIND_OUTPUT] = "something produced",
  [SCRUTINY_STATEMENT_KIND_SERVICE] = "about the organisation itself",
  [SCRUTINY_STATEMENT_KIND_TARGET] = "a target",
  [SCRUTINY_STATEMENT_KIND_INSPECTOR] = "an inspection or audit",
  [SCRUTINY_STATEMENT_KIND_GOVERNMENT] = "a law or a ministry",
  [SCRUTINY_STATEMENT_KIND_FUNDING] = "money",
  [SCRUTINY_STATEMENT_KIND_INTERMEDIATE] = "a step people outside could notice",
  [SCRUTINY_STATEMENT_KIND_OUTCOME] = "in people’s lives",
};

const char *
reason_words_of_kind (ScrutinyStatementKind kind)
{
  return kinds[kind];
}

char *
reason_words_dup_kind (const ChainStatement *statement)
{
  const char *who = statement->details[STATEMENT_WHO];

  return who ? g_strdup_printf ("%s: %s", kinds[statement->kind], who)
             : g_strdup (kinds[statement->kind]);
}

/* --- Evidence ---------------------------------------------------------------------------- */

typedef struct {
  guint n, n_contradict, n_silent;
} Counts;

static gboolean
bears (ScrutinyEvidence *evidence, const char *bearing)
{
  return strcmp (scrutiny_evidence_get_bearing (evidence), bearing) == 0;
}

static Counts
count_evidence (const GPtrArray *reasons)
{
  Counts counts = { 0 };

  for (guint i = 0; i < reasons->len; i++) {
    const ChainReason *reason = reasons->pdata[i];

    for (guint k = 0; k < reason->evidence->len; k++) {
      counts.n++;
      counts.n_contradict += bears (reason->evidence->pdata[k], "contradicts");
      counts.n_silent += bears (reason->evidence->pdata[k], "neutral");
    }
  }

  return counts;
}

static void
append_count (GString *words, guint n, const char *one, const char *several)
{
  if (n > 0)
    g_string_append_printf (words, ", %u %s", n, n == 1 ? one : several);
}

char *
reason_words_dup_evidence (const GPtrArray *reasons)
{
  const Counts counts = count_evidence (reasons);
  GString *words = g_string_new (NULL);

  if (counts.n == 0)
    g_string_append (words, "no evidence recorded");
  else if (counts.n == 1)
    g_string_append_printf (words, "1 item of evidence%s",
                            counts.n_contradict ? ", which contradicts"
                            : counts.n_silent   ? ", which says neither"
                                                : "");
  else
    g_string_append_printf (words, "%u items of evidence", counts.n);
  if (counts.n > 1) {
    append_count (words, counts.n_contradict, "contradicts", "contradict");
    append_count (words, counts.n_silent, "says neither", "say neither");
  }

  return g_string_free (words, FALSE);
}

static void
append_item (GString *words, ScrutinyEvidence *evidence, const char *before)
{
  const char *date = scrutiny_evidence_get_date (evidence);

  g_string_append_printf (words, "%s%s", before, scrutiny_evidence_get_reference (evidence));
  if (date)
    g_string_append_printf (words, " (%s)", date);
  if (bears (evidence, "contradicts"))
    g_string_append (words, ", contradicts");
  else if (bears (evidence, "neutral"))
    g_string_append (words, ", says neither");
}

char *
reason_words_dup_evidence_in_full (const GPtrArray *reasons)
{
  const Counts counts = count_evidence (reasons);
  GString *words = g_string_new (NULL);
  const char *before = ": ";

  if (counts.n == 0)
    return g_string_free (g_string_append (words, "no evidence recorded"), FALSE);

  g_string_append_printf (words, "%u %s of evidence", counts.n, counts.n == 1 ? "item" : "items");
  for (guint i = 0; i < reasons->len; i++) {
    const ChainReason *reason = reasons->pdata[i];

    for (guint k = 0; k < reason->evidence->len; k++) {
      append_item (words, reason->evidence->pdata[k], before);
      before = "; ";
    }
  }

  return g_string_free (words, FALSE);
}

/* --- The same ------------------------------------------------------------------------------ */

/* The first mark that ties @statement to one of @others. */
static const ChainSame *
find_mark (const ChainStatement *statement, const GPtrArray *others)
{
  for (guint i = 0; i < statement->sames->len; i++) {
    const ChainSame *same = statement->sames->pdata[i];

    if (g_ptr_array_find ((GPtrArray *) others, same->one == statement ? same->other : same->one,
                          NULL))
      return same;
  }

  return NULL;
}

char *
reason_words_dup_same (const ChainStatement *statement, const GPtrArray *others)
{
  const ChainSame *same = find_mark (statement, others);

  return same && same->marked_by && *same->marked_by
             ? g_strdup_printf ("marked as the same: %s", same->marked_by)
             : g_strdup ("said to be the same; nobody has confirmed it");
}
