/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/random.h"
#include "support/drawn-chain.h"

#define MOST 9
#define N_RECORDS 6000
#define N_RECORDS_QUICK 600

/* A record of at most nine statements, and by trying everything what may be said of its loops. */
typedef struct {
  guint n;
  ScrutinyStatementKind kinds[MOST];
  gboolean is_reason[MOST][MOST];  /* [a][b]: a because b */
  gboolean is_same[MOST][MOST];    /* marked, directly or through others */
  gboolean leads[MOST][MOST];      /* by one step or more, among what is the same */
  gboolean goes_round[MOST][MOST]; /* the same, but not on from an outcome, nor by what restates */
  guint steps[MOST][MOST];         /* the fewest for that; MOST + 1: none */
} Record;

static void
close_pairs (guint n, gboolean pairs[MOST][MOST])
{
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        pairs[i][j] |= pairs[i][k] && pairs[k][j];
}

static gboolean
is_outcome (const Record *record, guint i)
{
  for (guint k = 0; k < record->n; k++)
    if (record->is_same[i][k] && record->kinds[k] == SCRUTINY_STATEMENT_KIND_OUTCOME)
      return TRUE;

  return FALSE;
}

/* Whether any statement that is the same as @a has one that is the same as @b for a reason. */
static gboolean
is_step (const Record *record, guint a, guint b, gboolean round)
{
  if (round && is_outcome (record, a))
    return FALSE;
  for (guint i = 0; i < record->n; i++)
    for (guint j = 0; j < record->n; j++)
      if (record->is_reason[i][j] && record->is_same[a][i] && record->is_same[b][j] &&
          (!round || i == j || !record->is_same[i][j]))
        return TRUE;

  return FALSE;
}

static void
follow (Record *record)
{
  const guint n = record->n;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++) {
      record->leads[i][j] = is_step (record, i, j, FALSE);
      record->goes_round[i][j] = is_step (record, i, j, TRUE);
      record->steps[i][j] = record->goes_round[i][j] ? 1 : MOST + 1;
    }
  close_pairs (n, record->leads);
  close_pairs (n, record->goes_round);
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        record->steps[i][j] = MIN (record->steps[i][j], record->steps[i][k] + record->steps[k][j]);
}

static ScrutinyChain *
make_record (Record *record, guint64 *seed)
{
  g_autoptr (ScrutinyChainBuilder) builder = scrutiny_chain_builder_new ();
  guint n_reasons, n_sames;

  *record = (Record){ .n = 1 + (guint) kernel_random_below (seed, MOST) };
  n_reasons = (guint) kernel_random_below (seed, 2 * record->n + 1);
  n_sames = (guint) kernel_random_below (seed, 3);
  for (guint i = 0; i < record->n; i++) {
    const gboolean is_for_people = kernel_random_below (seed, 5) == 0;

    record->kinds[i] =
        is_for_people ? SCRUTINY_STATEMENT_KIND_OUTCOME : SCRUTINY_STATEMENT_KIND_OUTPUT;
    record->is_same[i][i] = TRUE;
    scrutiny_chain_builder_state (builder, (char[]){ (char) ('a' + i), 0 }, record->kinds[i], "x");
  }
  for (guint k = 0; k < n_reasons + n_sames; k++) {
    const guint i = (guint) kernel_random_below (seed, record->n);
    const guint j = (guint) kernel_random_below (seed, record->n);
    const char id[] = { (char) ('a' + i), 0 }, other[] = { (char) ('a' + j), 0 };

    if (k < n_reasons) {
      record->is_reason[i][j] = TRUE;
      scrutiny_chain_builder_because (builder, id, other, NULL);
    } else if (i != j) {
      record->is_same[i][j] = record->is_same[j][i] = TRUE;
      scrutiny_chain_builder_same_as (builder, id, other, NULL);
    }
  }
  close_pairs (record->n, record->is_same);
  scrutiny_chain_builder_set_claim (builder, "a");
  follow (record);

  return scrutiny_chain_builder_end (builder, NULL);
}

/* Whether the claim arrives at @i, going any way. */
static gboolean
is_reached (const Record *record, guint i)
{
  return record->is_same[0][i] || record->leads[0][i];
}

static gboolean
reaches_people (const Record *record, guint i)
{
  for (guint k = 0; k < record->n; k++)
    if (record->kinds[k] == SCRUTINY_STATEMENT_KIND_OUTCOME &&
        (record->is_same[i][k] || record->leads[i][k]))
      return TRUE;

  return FALSE;
}

/* Whether both are on one loop, so that the two are told as one. */
static gboolean
is_one_knot (const Record *record, guint i, guint j)
{
  return record->goes_round[i][j] && record->goes_round[j][i];
}

static gboolean
is_told (const Record *record, guint i)
{
  return record->goes_round[i][i] && is_reached (record, i) &&
         (is_one_knot (record, 0, i) || !reaches_people (record, i));
}

static guint
count_knots (const Record *record)
{
  guint n = 0;

  for (guint i = 0; i < record->n; i++) {
    gboolean is_first = is_told (record, i);

    for (guint k = 0; k < i; k++)
      is_first &= !is_one_knot (record, i, k);
    n += is_first;
  }

  return n;
}

/* The path leads by reasons, ends where its loop began, and no shorter loop leads back there. */
static void
check_path (const Record *record, ScrutinyFinding *finding)
{
  GVariant *facts = scrutiny_finding_get_facts (finding);
  g_autofree const char **path = NULL;
  gint64 steps;
  guint last, first;

  assert_true (g_variant_lookup (facts, "path", "^a&s", &path));
  assert_true (g_variant_lookup (facts, "steps", "x", &steps));
  last = g_strv_length ((char **) path) - 1;
  first = last - (guint) steps;
  assert_true (record->is_same[0][path[0][0] - 'a']);
  for (guint i = 0; i < last; i++)
    assert_true (
        is_step (record, (guint) (path[i][0] - 'a'), (guint) (path[i + 1][0] - 'a'), i >= first));
  assert_true (record->is_same[path[first][0] - 'a'][path[last][0] - 'a']);
  assert_int_equal (record->steps[path[first][0] - 'a'][path[first][0] - 'a'], steps);
  assert_true (is_told (record, (guint) (path[first][0] - 'a')));
}

static void
loops_are_those_found_by_trying_all (void **state)
{
  const guint n_records = g_getenv ("SCRUTINY_QUICK") ? N_RECORDS_QUICK : N_RECORDS;
  guint64 seed = 20261201;

  (void) state;
  for (guint run = 0; run < n_records; run++) {
    Record record;
    g_autoptr (ScrutinyChain) chain = make_record (&record, &seed);
    g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
    guint n = 0;

    for (guint i = 0; i < findings->len; i++) {
      if (!g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), "because.circular"))
        continue;
      check_path (&record, findings->pdata[i]);
      n++;
    }
    assert_int_equal (n, count_knots (&record));
  }
}

/* An outcome that nothing leads to is told, one for each that are the same. */
static void
people_not_reached_are_those_found_by_trying_all (void **state)
{
  guint64 seed = 7;

  (void) state;
  for (guint run = 0; run < N_RECORDS_QUICK; run++) {
    Record record;
    g_autoptr (ScrutinyChain) chain = make_record (&record, &seed);
    g_autoptr (GPtrArray) findings = scrutiny_because (chain, NULL);
    guint n = 0, n_wanted = 0;

    for (guint i = 0; i < findings->len; i++)
      n +=
          g_str_equal (scrutiny_finding_get_id (findings->pdata[i]), "because.outcome-not-reached");
    for (guint i = 0; i < record.n; i++) {
      gboolean is_first =
          record.kinds[i] == SCRUTINY_STATEMENT_KIND_OUTCOME && !is_reached (&record, i);

      for (guint k = 0; k < i; k++)
        is_first &= !(record.is_same[i][k] && record.kinds[k] == SCRUTINY_STATEMENT_KIND_OUTCOME);
      n_wanted += is_first;
    }
    assert_int_equal (n, n_wanted);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (loops_are_those_found_by_trying_all),
    cmocka_unit_test (people_not_reached_are_those_found_by_trying_all),
  };

  return cmocka_run_group_tests_name ("linkage/because-random", tests, NULL, NULL);
}
