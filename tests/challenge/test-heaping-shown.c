/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "bench/made-lengths.h"
#include "support/rows.h"

#include <scrutiny/export.h>
#include <scrutiny/heaping.h>

#include <string.h>

/* Whoever knows every count but those of three lengths, and their sum, tries all there can be and
 * keeps those that give what was published, to the last byte: of each small count as many are left
 * as may not be told apart.
 */
#define FEWEST 5
#define N_LENGTHS 90
#define LIMIT 28
#define HIGHEST 8 /* that is tried */

static char *
publish (const double *counts, gboolean has_limit, guint fewest)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyPileupOptions) options = scrutiny_pileup_options_new ();
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (ScrutinyHeaping) heaping = NULL;
  g_autoptr (GBytes) bytes = NULL;

  for (guint length = 0; length < N_LENGTHS; length++)
    for (guint i = 0; i < counts[length]; i++) {
      const double day = length;

      g_array_append_val (days, day);
    }
  bytes = g_bytes_new (days->data, days->len * sizeof (double));
  table = scrutiny_table_copy_with_doubles (empty, "days", bytes, NULL);
  scrutiny_pileup_options_set_disclosure (options, fewest);
  heaping = has_limit ? scrutiny_heaping_new_beside_limit (table, "days", LIMIT, options, NULL)
                      : scrutiny_heaping_new_with_options (table, "days", options, NULL);
  assert_null (scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (heaping)));
  g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (heaping));
  g_autofree char *digits = scrutiny_export_csv (scrutiny_heaping_get_digits (heaping));

  return g_strdup_printf ("%s\n%s\n%.17g", json, digits,
                          scrutiny_result_get_chance (SCRUTINY_RESULT (heaping)));
}

/* How many counts at @at are left to whoever knows all but those of three lengths from @first on,
 * and their sum.
 */
static guint
attack (const double *counts, gboolean has_limit, guint at, guint first)
{
  g_autofree char *published = publish (counts, has_limit, FEWEST);
  const double sum = counts[first] + counts[first + 1] + counts[first + 2];
  gboolean is_possible[HIGHEST + 1] = { FALSE };
  double tried[N_LENGTHS];
  guint n_possible = 0;

  memcpy (tried, counts, sizeof tried);
  for (double one = 0; one <= sum; one++)
    for (double two = 0; one + two <= sum; two++) {
      tried[first] = one;
      tried[first + 1] = two;
      tried[first + 2] = sum - one - two;
      if (tried[at] > HIGHEST || is_possible[(guint) tried[at]])
        continue;
      g_autofree char *also = publish (tried, has_limit, FEWEST);
      is_possible[(guint) tried[at]] = g_str_equal (also, published);
    }
  for (guint i = 0; i <= HIGHEST; i++)
    n_possible += is_possible[i];

  return n_possible;
}

/* Among the lengths beside it there are such as are taken together with it. */
static gboolean
is_open (const double *counts, gboolean has_limit, guint at)
{
  guint n_most = 0;

  for (guint first = at - 2; first <= at && n_most < FEWEST; first++)
    n_most = MAX (n_most, attack (counts, has_limit, at, first));

  return n_most >= FEWEST;
}

static const struct service {
  const char *label;
  gboolean has_limit;
  guint n;
  guint64 seed;
} services[] = {
  { "700 cases", FALSE, 700, 21 },
  { "600 cases beside a limit", TRUE, 600, 22 },
  { "1,000 cases", FALSE, 1000, 23 },
};

static void
leaves_every_small_count_open (void **state)
{
  const struct service *row = *state;
  const gboolean is_quick = g_getenv ("SCRUTINY_QUICK") != NULL; /* each step costs fifty */
  double counts[N_LENGTHS] = { 0 };
  guint64 seed = row->seed;
  guint n_attacked = 0;

  for (guint i = 0; i < row->n; i++) {
    const guint length = made_length_draw (&seed, &made_lengths[0]);

    counts[MIN (length, N_LENGTHS - 1)]++;
  }
  for (guint at = 5; at < 50 && !(is_quick && n_attacked); at++) {
    if (counts[at] < 2 || counts[at] >= FEWEST)
      continue;
    n_attacked++;
    assert_true (is_open (counts, row->has_limit, at));
  }
  assert_true (n_attacked > (is_quick ? 0 : 1));

  counts[21]++;
  counts[22]--;
  g_autofree char *moved = publish (counts, row->has_limit, 0);
  counts[21]--;
  counts[22]++;
  g_autofree char *open = publish (counts, row->has_limit, 0);
  assert_string_not_equal (moved, open);
}

int
main (void)
{
  struct CMUnitTest tests[G_N_ELEMENTS (services)];
  const size_t n =
      add_rows (tests, leaves_every_small_count_open, services,
                g_getenv ("SCRUTINY_QUICK") ? 1 : G_N_ELEMENTS (services), sizeof *services);

  return _cmocka_run_group_tests ("challenge/heaping-shown", tests, n, NULL, NULL);
}
