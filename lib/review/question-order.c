/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/question-order.h"

#include <string.h>

/* The order is said aloud in the documentation and on the sheet, so that it is no hidden
 * score: what cannot be reproduced first, then what its own outcome contradicts, then no
 * answer or a circular one, then a shift that changed no colour, then a colour within a few
 * cases of another.  Whatever is not named here comes next, and what is ordinary last.
 */
static const struct rank {
  const char *prefix;
  int rank;
} ranks[] = {
  { "figure.not-reproduced", 0 }, { "because.contradicted", 1 },
  { "because.no-answer", 2 },     { "because.circular", 2 },
  { "because.restates", 2 },      { "colour.missed", 3 },
  { "colour.flip", 4 },           { "colour.mismatch", 5 },
  { "colour.unexplained", 5 },    { "because.", 6 },
  { "colour.changes", 8 },        { "colour.rules", 8 },
  { "trend.ordinary", 9 },
};

static const int ANY_OTHER = 7;

static int
rank_of (ScrutinyFinding *finding)
{
  const char *id = scrutiny_finding_get_id (finding);

  for (gsize i = 0; i < G_N_ELEMENTS (ranks); i++)
    if (g_str_has_prefix (id, ranks[i].prefix))
      return ranks[i].rank;

  return ANY_OTHER;
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  return rank_of (*(ScrutinyFinding *const *) a) - rank_of (*(ScrutinyFinding *const *) b);
}

/* g_ptr_array_sort() is a stable merge sort since it was written, and says so. */
void
question_order_sort (GPtrArray *findings)
{
  g_ptr_array_sort (findings, compare_ranks);
}
