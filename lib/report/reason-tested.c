/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/reason-tested.h"

#include <scrutiny/reason-tests.h>

/* What a linkage may say, in as many words as fit on an arrow. */
static const struct verdict {
  const char *name, *said;
} verdicts[] = {
  { "moves-with", "the two moved together" },
  { "moved-as-stated", "moved as stated" },
  { "moved-other-way", "moved the other way" },
  { "none-as-strong", "no link as strong as 0.5 seen" },
};

static const char *
say_verdict (ScrutinyLinkage *linkage)
{
  const char *name = scrutiny_linkage_get_verdict (linkage);

  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (verdicts[i].name, name) == 0)
      return verdicts[i].said;

  return "cannot tell";
}

/* The last of the reasons along @path, and how many there are: two that say the same are no step.
 */
static ReasonArrow *
find_last (const ReasonMap *map, char **path, guint *n_steps)
{
  ReasonArrow *last = NULL;

  *n_steps = 0;
  for (gsize i = 0; path[i] && path[i + 1]; i++) {
    ReasonArrow *arrow = reason_map_find_arrow (map, path[i], path[i + 1]);

    if (!arrow)
      continue;
    last = arrow;
    ++*n_steps;
  }

  return last;
}

static void
note_test (ReasonMap *map, ScrutinyReasonTests *tests, guint index)
{
  g_auto (GStrv) path = scrutiny_reason_tests_dup_path (tests, index);
  const char *said = say_verdict (scrutiny_reason_tests_get_linkage (tests, index));
  guint n_steps;
  ReasonArrow *last = path ? find_last (map, path, &n_steps) : NULL;

  if (!last)
    return;
  g_ptr_array_add (last->notes, n_steps == 1
                                    ? g_strdup_printf ("data: %s", said)
                                    : g_strdup_printf ("data, over %u steps: %s", n_steps, said));
}

void
reason_tested_note (ReasonMap *map, GPtrArray *results)
{
  for (guint i = 0; results && i < results->len; i++) {
    ScrutinyReasonTests *tests = results->pdata[i];

    if (!SCRUTINY_IS_REASON_TESTS (tests))
      continue;
    for (guint k = 0; k < scrutiny_reason_tests_get_n_tests (tests); k++)
      note_test (map, tests, k);
  }
}
