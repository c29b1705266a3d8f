/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/question-order.h"

#include "base/finding-private.h"

#include <string.h>

/* The order is said aloud in the documentation and on the sheet, so that it is no hidden
 * score: what cannot be reproduced first, then what its own evidence or outcome contradicts, then
 * no answer or a circular one, then a shift that changed no colour, then a colour within a few
 * cases of another, then what else the reasons need.  Whatever is not named here comes next, then
 * parts and places side by side and how long it takes, and what is ordinary last.
 */
static const struct rank {
  const char *prefix;
  int rank;
} ranks[] = {
  { "figure.not-reproduced", 0 },
  { "quality.not-possible", 0 },
  { "because.contradicted", 1 },
  { "linkage.contradicted", 1 },
  { "linkage.moved-other-way", 1 },
  { "because.no-answer", 2 },
  { "because.circular", 2 },
  { "because.restates", 2 },
  { "colour.missed", 3 },
  { "colour.flip", 4 },
  { "colour.mismatch", 5 },
  { "colour.unexplained", 5 },
  { "because.hint-", 9 },
  { "because.", 6 },
  { "linkage.shifted-as-stated", 9 },
  { "linkage.moved-as-stated", 9 },
  { "linkage.moves-with", 9 },
  { "linkage.companion-shown", 9 },
  { "linkage.companion-more", 9 },
  { "linkage.none-as-strong", 9 },
  { "linkage.cannot-tell", 9 },
  { "linkage.", 6 },
  { "compare.outside", 8 },
  { "compare.focus", 8 },
  { "compare.place", 8 },
  { "compare.neighbours", 8 },
  { "compare.left-out", 8 },
  { "composite.published-value", 5 },
  { "composite.", 8 },
  { "drift.", 8 },
  { "mix.rate", 8 },
  { "mix.open", 8 },
  { "capability.moved", 8 },
  { "waits.tail", 8 },
  { "demand.", 8 },
  { "overlap.", 8 },
  { "compare.none-outside", 9 },
  { "compare.joined-bands", 9 },
  { "compare.dispersion", 9 },
  { "compare.order", 9 },
  { "colour.changes", 9 },
  { "colour.rules", 9 },
  { "colour.expected", 9 },
  { "colour.alarm", 9 },
  { "colour.bits", 9 },
  { "colour.errors", 9 },
  { "colour.percent", 9 },
  { "colour.arrows", 9 },
  { "notice.smallest", 9 },
  { "notice.time", 9 },
  { "quality.gaps", 9 },
  { "purpose.not-recorded", 9 },
  { "purpose.change", 9 },
  { "purpose.no-change", 9 },
  { "purpose.end-to-end", 9 },
  { "purpose.path", 9 },
  { "trend.ordinary", 10 },
  { "trend.no-shift", 10 },
  { "trend.season", 10 },
  { "trend.dependence", 10 },
};

static const int ANY_OTHER = 7;
static const int ORDINARY = 9;
static const int LAST_RANK = 10;

/* A status that more cases than chance moves would turn is an ordinary one. */
static gboolean
is_far_from_another (ScrutinyFinding *finding)
{
  GVariant *fact = scrutiny_finding_find_fact (finding, "within_chance");

  return g_str_equal (scrutiny_finding_get_id (finding), "colour.flip") && fact &&
         g_variant_is_of_type (fact, G_VARIANT_TYPE_BOOLEAN) && !g_variant_get_boolean (fact);
}

static int
rank_of (ScrutinyFinding *finding)
{
  const char *id = scrutiny_finding_get_id (finding);

  if (is_far_from_another (finding))
    return ORDINARY;

  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_str_has_prefix (id, ranks[i].prefix))
      return ranks[i].rank;

  return ANY_OTHER;
}

/* By counting: each finding is ranked once, and those of one rank keep their order. */
void
question_order_sort (GPtrArray *findings)
{
  g_autofree int *found = g_new (int, findings->len);
  g_autofree gpointer *sorted = g_new (gpointer, findings->len);
  guint n = 0;

  for (guint i = 0; i < findings->len; i++)
    found[i] = rank_of (findings->pdata[i]);
  for (int rank = 0; rank <= LAST_RANK; rank++)
    for (guint i = 0; i < findings->len; i++)
      if (found[i] == rank)
        sorted[n++] = findings->pdata[i];
  if (n > 0)
    memcpy (findings->pdata, sorted, n * sizeof *sorted);
}

/* Of one status, how near it is to another and whether it is what the rule gives, then what it did
 * not show and what else decided it, then what it did.  Of one history, what tells most: the dates
 * of changes, then what the chart shows and other movement, then what lies in the figure itself.
 * Of places, those that stand out before how far apart all are; of waits, who still waits.
 */
static const struct rank tellings[] = {
  { "colour.flip", 0 },          { "colour.mismatch", 0 },    { "colour.changes", 2 },
  { "colour.alarm", 3 },         { "colour.rules", 4 },       { "colour.expected", 5 },
  { "colour.percent", 8 },       { "colour.arrows", 8 },      { "colour.errors", 8 },
  { "colour.bits", 8 },          { "trend.shift", 0 },        { "trend.mixed", 2 },
  { "trend.movement", 3 },       { "trend.ceiling", 4 },      { "trend.floor", 4 },
  { "trend.few-points", 5 },     { "trend.short", 5 },        { "trend.season", 6 },
  { "trend.dependence", 7 },     { "trend.no-shift", 8 },     { "trend.ordinary", 8 },
  { "trend.no-slope", 8 },       { "compare.dispersion", 3 }, { "compare.order", 4 },
  { "compare.none-outside", 5 }, { "waits.open", 0 },         { "waits.balance", 1 },
  { "waits.tail", 2 },           { "waits.returns", 3 },      { "waits.end-to-end", 3 },
  { "capability.kinds", 4 },     { "capability.now", 5 },
};

static const int ANY_OTHER_TELLING = 1;
static const int LAST_TELLING = 8;

static int
telling_of (ScrutinyFinding *finding)
{
  const char *id = scrutiny_finding_get_id (finding);

  for (gsize i = 0; i < G_N_ELEMENTS (tellings); i++)
    if (g_str_equal (id, tellings[i].prefix))
      return tellings[i].rank;

  return ANY_OTHER_TELLING;
}

void
question_order_keep (GPtrArray *findings, guint most)
{
  guint n_kept = 0;

  for (int rank = 0; rank <= LAST_TELLING; rank++)
    for (guint i = 0; i < findings->len; i++) {
      ScrutinyFinding *finding = findings->pdata[i];

      if (telling_of (finding) != rank || n_kept++ < most)
        continue;
      findings->pdata[i] = scrutiny_finding_copy_without_question (finding);
      g_object_unref (finding);
    }
}

/* What a chain of reasons needs: first that something speaks against it, then that it is none, then
 * that it does not arrive at people, then what a step of it lacks, then what would show it wrong
 * and who sees it otherwise, then what is to be looked at beside it; last what is there, and what
 * words alone suggest.  What is not named
 * here comes with what a step lacks.
 */
static const struct rank needs[] = {
  { "because.contradicted", 0 },
  { "linkage.contradicted", 0 },
  { "linkage.moved-other-way", 0 },
  { "because.circular", 1 },
  { "because.no-answer", 2 },
  { "because.restates", 3 },
  { "because.ends-at-target", 4 },
  { "because.ends-at-inspector", 4 },
  { "because.ends-at-government", 4 },
  { "because.ends-at-funding", 4 },
  { "because.ends-at-status", 4 },
  { "because.ends-at-indicator", 4 },
  { "because.ends-at-", 5 },
  { "because.outcome-not-reached", 5 },
  { "because.other-people", 6 },
  { "because.nobody-named", 6 },
  { "because.leap", 7 },
  { "linkage.not-shifted", 7 },
  { "because.no-evidence", 8 },
  { "linkage.not-measured", 8 },
  { "because.harm-not-measured", 8 },
  { "because.unfalsifiable", 10 },
  { "because.contested", 11 },
  { "linkage.companion-asked", 12 },
  { "linkage.none-as-strong", 13 },
  { "linkage.cannot-tell", 14 },
  { "linkage.shifted-as-stated", 14 },
  { "linkage.moved-as-stated", 14 },
  { "linkage.moves-with", 14 },
  { "linkage.companion-shown", 15 },
  { "linkage.companion-more", 15 },
  { "because.hint-", 16 },
};

static const int ANY_OTHER_NEED = 9;
static const int NO_NEED = 17;

/* Of what is said of reasons and asked about; what is not comes after all. */
static int
need_of (ScrutinyFinding *finding)
{
  const char *id = scrutiny_finding_get_id (finding);
  g_autofree char *question = NULL;

  if (!g_str_has_prefix (id, "because.") && !g_str_has_prefix (id, "linkage."))
    return NO_NEED;
  question = scrutiny_finding_dup_question (finding, NULL);
  if (!question || !*question)
    return NO_NEED;

  for (gsize i = 0; i < G_N_ELEMENTS (needs); i++)
    if (g_str_has_prefix (id, needs[i].prefix))
      return needs[i].rank;

  return ANY_OTHER_NEED;
}

void
question_order_keep_of_reasons (GPtrArray *findings)
{
  int least = NO_NEED;
  guint n = 0, kept = 0;

  for (guint i = 0; i < findings->len; i++) {
    const int need = need_of (findings->pdata[i]);

    n += need < NO_NEED;
    kept = need < least ? i : kept;
    least = MIN (need, least);
  }
  for (guint i = 0; n > 1 && i < findings->len; i++) {
    ScrutinyFinding *finding = findings->pdata[i];

    if (i == kept || need_of (finding) == NO_NEED)
      continue;
    findings->pdata[i] = scrutiny_finding_copy_unasked (finding);
    g_object_unref (finding);
  }
}
