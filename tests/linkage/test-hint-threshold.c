/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "support/csv.h"

#include "linkage/hint-pairs.h"

#include <scrutiny/feature.h>

#include <string.h>

#define MOST_CASES 64
#define FIRST_HUNDREDTH 1
#define END_HUNDREDTH 100
#define LEAST_RIGHT 0.95
#define LEAST_FOUND 0.4
#define LEAST_CHAINS 0.8
#define STEP 0.05

typedef enum {
  SAYS_MORE,
  SAYS_AGAIN,
  SAYS_ELSE
} Judgement;

/* What people judged, and the share that is said again. */
typedef struct {
  char *figure;
  Judgement judgement;
  double share;
} Case;

typedef struct {
  Case pairs[MOST_CASES], chains[MOST_CASES];
  gsize n_pairs, n_chains;
} Cases;

static double
share_of (HintReader *reader, const char *earlier, const char *later)
{
  g_autoptr (GPtrArray) before = hint_reader_read (reader, earlier);
  g_autoptr (GPtrArray) said = hint_reader_read (reader, later);
  const double share = hint_words_share (before, said, NULL);

  return isnan (share) ? 0 : share;
}

static void
read_pair (HintReader *reader, const char *line, Case *pair)
{
  g_autoptr (GPtrArray) cells = csv_split_line (line);
  g_autofree char *figure = g_strjoin (" ", cells->pdata[0], cells->pdata[1], NULL);

  pair->figure = g_strdup (cells->pdata[0]);
  pair->judgement = g_str_equal (cells->pdata[3], "R") ? SAYS_AGAIN : SAYS_MORE;
  pair->share = share_of (reader, figure, cells->pdata[2]);
}

/* The greatest share of any statement; all of it where one stands there twice. */
static double
share_of_chain (HintReader *reader, const char *figure, char **texts)
{
  g_autofree char *claim = g_strjoin (" ", figure, texts[0], NULL);
  double most = 0;

  for (gsize j = 1; texts[j]; j++)
    for (gsize i = 0; i < j; i++) {
      const gboolean is_same = g_str_equal (texts[i], texts[j]);

      most = fmax (most, is_same ? 1 : share_of (reader, i == 0 ? claim : texts[i], texts[j]));
    }

  return most;
}

static void
read_chain (HintReader *reader, const char *line, Case *chain)
{
  g_autoptr (GPtrArray) cells = csv_split_line (line);
  g_auto (GStrv) texts = g_strsplit (cells->pdata[1], " > ", -1);
  const char *verdict = cells->pdata[2];
  const gboolean is_again =
      g_str_equal (verdict, "circular") || g_str_equal (verdict, "restates-indicator");

  chain->figure = g_strdup (cells->pdata[0]);
  chain->judgement = is_again ? SAYS_AGAIN : g_str_equal (verdict, "good") ? SAYS_MORE : SAYS_ELSE;
  chain->share = share_of_chain (reader, cells->pdata[0], texts);
}

static gboolean
read_cases (Cases *cases)
{
  g_auto (GStrv) pairs = csv_read_shared ("cases/challenge/circ_own60.csv");
  g_auto (GStrv) chains = csv_read_shared ("cases/because/because-cases.csv");
  g_autoptr (HintReader) reader = hint_reader_new ();

  if (!pairs || !chains || !reader)
    return FALSE;
  for (gsize i = 1; pairs[i]; i++)
    read_pair (reader, g_strchomp (pairs[i]), &cases->pairs[cases->n_pairs++]);
  for (gsize i = 1; chains[i]; i++)
    read_chain (reader, g_strchomp (chains[i]), &cases->chains[cases->n_chains++]);

  return TRUE;
}

static void
clear_cases (Cases *cases)
{
  for (gsize i = 0; i < cases->n_pairs; i++)
    g_free (cases->pairs[i].figure);
  for (gsize i = 0; i < cases->n_chains; i++)
    g_free (cases->chains[i].figure);
}

/* How many cases of a judgement have @least, and how many there are, without those of @left_out. */
static gsize
count (const Case *cases,
       gsize n,
       Judgement judgement,
       const char *left_out,
       double least,
       gsize *n_all)
{
  gsize n_found = 0;

  *n_all = 0;
  for (gsize i = 0; i < n; i++) {
    if (cases[i].judgement != judgement || g_strcmp0 (cases[i].figure, left_out) == 0)
      continue;
    (*n_all)++;
    n_found += cases[i].share >= least;
  }

  return n_found;
}

/* The three promises that docs/methods/hints.md makes. */
static gboolean
keeps_promises (const Cases *cases, const char *left_out, double least)
{
  gsize n_again, n_more, n_loops, n_good;
  const double found =
      (double) count (cases->pairs, cases->n_pairs, SAYS_AGAIN, left_out, least, &n_again);
  const double wrong =
      (double) count (cases->pairs, cases->n_pairs, SAYS_MORE, left_out, least, &n_more);
  const double loops =
      (double) count (cases->chains, cases->n_chains, SAYS_AGAIN, left_out, least, &n_loops);

  return found >= LEAST_FOUND * (double) n_again && found >= LEAST_RIGHT * (found + wrong) &&
         loops >= LEAST_CHAINS * (double) n_loops &&
         count (cases->chains, cases->n_chains, SAYS_MORE, left_out, least, &n_good) == 0;
}

/* The middle of the thresholds that keep them, to the nearest step. */
static double
choose (const Cases *cases, const char *left_out, double *low, double *high)
{
  *low = *high = NAN;
  for (int i = FIRST_HUNDREDTH; i < END_HUNDREDTH; i++) {
    if (!keeps_promises (cases, left_out, i / 100.))
      continue;
    *low = isnan (*low) ? i / 100. : *low;
    *high = i / 100.;
  }

  return STEP * round ((*low + *high) / 2 / STEP);
}

static void
is_the_middle_of_what_both_sets_allow (void **state)
{
  Cases cases = { 0 };
  double low, high;

  (void) state;
  if (!scrutiny_has_feature ("words") || !read_cases (&cases))
    return;
  assert_near (choose (&cases, NULL, &low, &high), HINT_LEAST_SHARE, 1e-12);
  assert_near (low, 0.26, 0);
  assert_near (high, 0.5, 0);
  clear_cases (&cases);
}

/* Each figure is looked at with a threshold that was chosen without it. */
static void
holds_for_figures_that_were_left_out (void **state)
{
  Cases cases = { 0 };
  gsize n_right = 0, n_wrong = 0, n_missed = 0, n_good = 0, n_loops = 0;
  double low, high;

  (void) state;
  if (!scrutiny_has_feature ("words") || !read_cases (&cases))
    return;
  for (gsize i = 0; i < cases.n_pairs; i++) {
    const Case *pair = &cases.pairs[i];
    const double least = choose (&cases, pair->figure, &low, &high);

    assert_true (least >= 0.349 && least <= 0.401);
    n_right += pair->share >= least && pair->judgement == SAYS_AGAIN;
    n_wrong += pair->share >= least && pair->judgement == SAYS_MORE;
    n_missed += pair->share < least && pair->judgement == SAYS_AGAIN;
  }
  for (gsize i = 0; i < cases.n_chains; i++) {
    const gboolean speaks =
        cases.chains[i].share >= choose (&cases, cases.chains[i].figure, &low, &high);

    n_good += speaks && cases.chains[i].judgement == SAYS_MORE;
    n_loops += speaks && cases.chains[i].judgement == SAYS_AGAIN;
  }
  assert_int_equal (n_right, 12);
  assert_int_equal (n_wrong, 0);
  assert_int_equal (n_missed, 14);
  assert_int_equal (n_good, 0);
  assert_int_equal (n_loops, 5);
  clear_cases (&cases);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (is_the_middle_of_what_both_sets_allow),
    cmocka_unit_test (holds_for_figures_that_were_left_out),
  };

  return cmocka_run_group_tests_name ("linkage/hint-threshold", tests, NULL, NULL);
}
