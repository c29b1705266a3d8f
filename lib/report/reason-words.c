/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/reason-words.h"

#include <scrutiny/companion.h>
#include <scrutiny/harm.h>
#include <scrutiny/view.h>

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
reason_words_dup_kind (const ReasonMap *map, const ChainStatement *statement)
{
  const char *who = statement->details[STATEMENT_WHO];
  const gboolean is_marked = map->n_confirmed > 0 && !reason_map_is_confirmed (statement);

  return g_strconcat (kinds[statement->kind], is_marked ? ", not confirmed" : "", who ? ": " : "",
                      who ? who : "", NULL);
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
  const char *grade = scrutiny_evidence_get_grade (evidence);

  g_string_append_printf (words, "%s%s", before, scrutiny_evidence_get_reference (evidence));
  if (date)
    g_string_append_printf (words, " (%s)", date);
  if (bears (evidence, "contradicts"))
    g_string_append (words, ", contradicts");
  else if (bears (evidence, "neutral"))
    g_string_append (words, ", says neither");
  if (grade && *grade)
    g_string_append_printf (words, ", graded “%s”", grade);
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

/* --- What is said beside it ------------------------------------------------------------ */

static void
append_said (GString *words, const char *before, const char *text, const char *after)
{
  if (text && *text)
    g_string_append_printf (words, "%s%s%s", before, text, after);
}

/* The ways a party may value something, as they are said. */
static const struct way {
  const char *name, *said;
} ways[] = {
  { "for", " are for it" },
  { "against", " are against it" },
  { "higher", " would have it higher" },
  { "lower", " would have it lower" },
};

static const char *
say_way (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (ways[i].name, name) == 0)
      return ways[i].said;

  return " are undecided";
}

/* The title of the figure that @measure names; else what it is, in words. */
static char *
dup_measure (ScrutinyDossier *dossier, const char *measure)
{
  ScrutinyIndicator *figure =
      dossier && measure ? scrutiny_dossier_find_indicator (dossier, measure, NULL) : NULL;

  return figure ? g_strdup_printf ("“%s”", scrutiny_indicator_get_title (figure))
                : g_strdup (measure);
}

static void
append_view (GString *words, gpointer remark, ScrutinyDossier *dossier)
{
  append_said (words, "", scrutiny_view_get_party (remark),
               say_way (scrutiny_view_get_way (remark)));
  append_said (words, ", “", scrutiny_view_get_words (remark), "”");
}

static void
append_harm (GString *words, gpointer remark, ScrutinyDossier *dossier)
{
  g_autofree char *measure = dup_measure (dossier, scrutiny_harm_get_measured_by (remark));

  append_said (words, "may lose: ", scrutiny_harm_get_group (remark), "");
  append_said (words, " (", scrutiny_harm_get_how (remark), ")");
  if (measure && *measure)
    append_said (words, ", shown by ", measure, "");
  else
    g_string_append (words, ", shown by nothing on record");
}

static void
append_companion (GString *words, gpointer remark, ScrutinyDossier *dossier)
{
  g_autofree char *measure = dup_measure (dossier, scrutiny_companion_get_measure (remark));

  append_said (words, "look at too: ", measure, "");
  append_said (words, " (", scrutiny_companion_get_why (remark), ")");
}

char *
reason_words_dup_remarks (const ChainStatement *statement, ScrutinyDossier *dossier)
{
  static void (*const append[N_REMARKS]) (GString *, gpointer, ScrutinyDossier *) = {
    [REMARK_VIEW] = append_view,
    [REMARK_HARM] = append_harm,
    [REMARK_COMPANION] = append_companion,
  };
  GString *words = g_string_new (NULL);

  for (guint sort = 0; sort < N_REMARKS; sort++)
    for (guint i = 0; statement->remarks[sort] && i < statement->remarks[sort]->len; i++) {
      g_string_append (words, words->len > 0 ? "; " : "");
      append[sort](words, statement->remarks[sort]->pdata[i], dossier);
    }

  return g_string_free (words, words->len == 0);
}
