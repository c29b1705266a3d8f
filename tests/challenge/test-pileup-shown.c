/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/columns-builder.h"
#include "bench/made-lengths.h"
#include "support/rows.h"

#include <scrutiny/draw.h>
#include <scrutiny/export.h>
#include <scrutiny/pileup.h>

#include <string.h>

/* Whoever knows every count but those of one row, and the sum of that row, tries all there can be
 * and keeps those that give what was published, to the last byte: of each small count at least as
 * many must be left as may not be told apart.
 */
#define FEWEST 5
#define N_LENGTHS 120
#define LIMIT 28
#define LONGEST_ROW 3
#define MOST_CASES 12

/* Before a date, and since. */
enum {
  BEFORE,
  SINCE,
  N_PARTS
};

typedef struct {
  double counts[N_PARTS][N_LENGTHS];
} Cases;

/* Set where each step costs fifty: a few attacks will do. */
static gboolean
is_quick (void)
{
  return g_getenv ("SCRUTINY_QUICK") != NULL;
}

/* @known: a length up to which cases are counted elsewhere too, or 0. */
static ScrutinyPileup *
look_beside (const Cases *cases, gboolean with_parts, guint fewest, double known)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;

  for (guint i = 0; i < N_PARTS * N_LENGTHS; i++) {
    columns_builder_add_number (builder, "days", i % N_LENGTHS);
    columns_builder_add_number (builder, "cases", cases->counts[i / N_LENGTHS][i % N_LENGTHS]);
    columns_builder_add_text (builder, "date", i < N_LENGTHS ? "2024-03-31" : "2024-04-01");
  }
  table = columns_builder_end (builder);
  scrutiny_pileup_options_set_disclosure (options, fewest);
  if (known > 0)
    scrutiny_pileup_options_add_known_limit (options, known);
  if (with_parts) {
    scrutiny_pileup_options_set_dated (options, "date");
    scrutiny_pileup_options_set_since (options, "2024-04-01");
  }

  return scrutiny_pileup_new_counted (table, "days", "cases", LIMIT, options, NULL);
}

static ScrutinyPileup *
look (const Cases *cases, gboolean with_parts, guint fewest)
{
  return look_beside (cases, with_parts, fewest, 0);
}

/* All that leaves. */
static char *
publish (const Cases *cases, gboolean with_parts, guint fewest)
{
  g_autoptr (ScrutinyPileup) pileup = look (cases, with_parts, fewest);
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (pileup));
  g_autofree char *drawn = scrutiny_draw (SCRUTINY_RESULT (pileup), "title", NULL);
  g_autofree char *bins = scrutiny_export_csv (scrutiny_pileup_get_bins (pileup));
  g_autofree char *parts = scrutiny_export_csv (scrutiny_pileup_get_parts (pileup));

  return g_strdup_printf ("%s\n%s\n%s\n%s\n%.17g", json, drawn ? drawn : "", bins, parts,
                          scrutiny_result_get_chance (SCRUTINY_RESULT (pileup)));
}

/* Days by weekday, gamma of 3 and 10. */
static void
draw (Cases *cases, guint n, guint64 seed)
{
  *cases = (Cases){ 0 };
  for (guint i = 0; i < n; i++) {
    guint length = made_length_draw (&seed, &made_lengths[0]);

    cases->counts[i % N_PARTS][MIN (length, N_LENGTHS - 1)]++;
  }
}

/* Every way to split @sum over @n lengths; calls itself for those after the first. */
typedef struct {
  Cases cases;
  guint first, n;
  const char *published;
  gboolean is_possible[LONGEST_ROW][MOST_CASES + 1];
} Attack;

static void
try_all (Attack *self, guint at, guint left)
{
  double *const tried = self->cases.counts[BEFORE] + self->first;

  if (at + 1 < self->n) {
    for (guint count = 0; count <= left; count++) {
      tried[at] = count;
      try_all (self, at + 1, left - count);
    }
    return;
  }
  tried[at] = left;
  g_autofree char *published = publish (&self->cases, FALSE, FEWEST);
  if (!g_str_equal (published, self->published))
    return;
  for (guint i = 0; i < self->n; i++)
    self->is_possible[i][(guint) tried[i]] = TRUE;
}

/* How many rows were attacked. */
static guint
attack_row (const Cases *cases, double first, double last, double sum)
{
  const guint n = (guint) (last - first) + 1;
  g_autofree char *published = publish (cases, FALSE, FEWEST);
  Attack attack = { .cases = *cases, .first = (guint) first, .n = n, .published = published };

  if (n < 2 || n > LONGEST_ROW || !(sum <= MOST_CASES))
    return 0;
  for (guint i = 0; i < n; i++) {
    attack.cases.counts[SINCE][attack.first + i] = 0;
    attack.cases.counts[BEFORE][attack.first + i] = 0;
  }
  try_all (&attack, 0, (guint) sum);
  for (guint i = 0; i < n; i++) {
    const guint at = attack.first + i;
    guint n_possible = 0;

    for (guint count = 0; count < G_N_ELEMENTS (attack.is_possible[i]); count++)
      n_possible += attack.is_possible[i][count];
    if (cases->counts[BEFORE][at] + cases->counts[SINCE][at] < FEWEST)
      assert_true (n_possible >= FEWEST);
  }

  return 1;
}

static const struct service {
  const char *label;
  guint n;
  guint64 seed;
} services[] = {
  { "300 cases", 300, 12 },
  { "600 cases", 600, 13 },
  { "1,000 cases", 1000, 14 },
};

static void
leaves_every_small_count_open (void **state)
{
  const struct service *row = *state;
  g_autoptr (ScrutinyPileup) pileup = NULL;
  guint n_attacked = 0;
  Cases cases;

  draw (&cases, row->n, row->seed);
  pileup = look (&cases, FALSE, FEWEST);
  ScrutinyTable *bins = scrutiny_pileup_get_bins (pileup);
  const double *first = scrutiny_table_get_doubles (bins, "first", NULL);
  const double *last = scrutiny_table_get_doubles (bins, "last", NULL);
  const double *count = scrutiny_table_get_doubles (bins, "count", NULL);

  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (pileup)));
  for (gsize i = 0; i < scrutiny_table_get_n_rows (bins) && !(is_quick () && n_attacked); i++)
    n_attacked += attack_row (&cases, first[i], last[i], count[i]);
  assert_true (n_attacked > 0);
}

/* Whether a row of the distribution, or a row before the first, ends with a length. */
static gboolean
has_end (ScrutinyPileup *pileup, double length)
{
  ScrutinyTable *bins = scrutiny_pileup_get_bins (pileup);
  const double *last = scrutiny_table_get_doubles (bins, "last", NULL);

  for (gsize i = 0; i < scrutiny_table_get_n_rows (bins); i++)
    if (last[i] == length)
      return TRUE;

  return FALSE;
}

/* No row has lengths on both sides of one up to which cases are counted elsewhere; where few lie on
 * one side that count is not told.
 */
static void
cuts_where_others_do (void **state)
{
  g_autoptr (ScrutinyPileup) few = NULL, enough = NULL;
  guint n_moved = 0;
  Cases cases;

  (void) state;
  draw (&cases, 100, 12);
  for (double known = 8; known < 22; known++) {
    g_autoptr (ScrutinyPileup) alone = look (&cases, FALSE, FEWEST);
    g_autoptr (ScrutinyPileup) beside = look_beside (&cases, FALSE, FEWEST, known);

    assert_true (has_end (beside, known));
    n_moved += !has_end (alone, known);
  }
  assert_true (n_moved > 0);
  for (guint i = 0; i < N_PARTS; i++)
    for (guint length = 4; length < 26; length++)
      cases.counts[i][length] = length == 4 ? 1 : length == 20 ? 10 : 0;
  few = look_beside (&cases, FALSE, FEWEST, 4);
  enough = look_beside (&cases, FALSE, FEWEST, 20);
  assert_false (has_end (few, 4));
  assert_true (has_end (enough, 20));
}

/* How many counts of before at @one are left to whoever knows all cases of each length, and how
 * many of before there are at @one and @other together.
 */
static guint
attack_pair (const Cases *cases, guint one, guint other)
{
  g_autofree char *published = publish (cases, TRUE, FEWEST);
  const double both = cases->counts[BEFORE][one] + cases->counts[BEFORE][other];
  guint n_possible = 0;

  for (double count = 0; count <= both; count++) {
    const double change = count - cases->counts[BEFORE][one];
    Cases tried = *cases;

    tried.counts[BEFORE][one] += change;
    tried.counts[BEFORE][other] -= change;
    tried.counts[SINCE][one] -= change;
    tried.counts[SINCE][other] += change;
    if (tried.counts[SINCE][one] < 0 || tried.counts[SINCE][other] < 0)
      continue;
    g_autofree char *also = publish (&tried, TRUE, FEWEST);
    n_possible += g_str_equal (also, published);
  }

  return n_possible;
}

/* The sums that are said of the parts end where the window and as many lengths after it do. */
static gboolean
is_one_stretch (guint one, guint other)
{
  static const guint ends[] = { 4, 26, 29, 32, 36, 53 };
  gboolean is_one = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    is_one &= (one < ends[i]) == (other < ends[i]);

  return is_one;
}

static guint
attack_length (const Cases *cases, guint at)
{
  guint n_most = 0;

  for (guint other = at - 3; other <= at + 3; other++)
    if (other != at && is_one_stretch (at, other))
      n_most = MAX (n_most, attack_pair (cases, at, other));

  return n_most;
}

static void
leaves_those_of_parts_open (void **state)
{
  guint n_attacked = 0;
  Cases cases;

  (void) state;
  draw (&cases, 900, 15);
  for (guint at = 7; at < 50 && !(is_quick () && n_attacked); at++) {
    const double few = MIN (cases.counts[BEFORE][at], cases.counts[SINCE][at]);

    if (few >= FEWEST || cases.counts[BEFORE][at] + cases.counts[SINCE][at] < FEWEST)
      continue;
    n_attacked++;
    assert_true (attack_length (&cases, at) >= FEWEST);
  }
  assert_true (n_attacked > (is_quick () ? 0 : 5));
}

/* Without a threshold the same attack leaves one. */
static void
an_open_one_tells (void **state)
{
  Cases cases, other;

  (void) state;
  draw (&cases, 300, 12);
  other = cases;
  other.counts[BEFORE][21]++;
  other.counts[BEFORE][22]--;
  g_autofree char *one = publish (&cases, FALSE, 0);
  g_autofree char *two = publish (&other, FALSE, 0);

  assert_string_not_equal (one, two);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (services) + 3];
  size_t n = add_rows (tests, leaves_every_small_count_open, services,
                       is_quick () ? 1 : G_N_ELEMENTS (services), sizeof *services);

  tests[n++] = (struct CMUnitTest) cmocka_unit_test (cuts_where_others_do);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (leaves_those_of_parts_open);
  tests[n++] = (struct CMUnitTest) cmocka_unit_test (an_open_one_tells);

  return _cmocka_run_group_tests ("challenge/pileup-shown", tests, n, NULL, NULL);
}
