/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/granger.h"
#include "kernel/known-step.h"
#include "kernel/linkage.h"
#include "kernel/random.h"

#include "support/csv.h"

#include <string.h>

#define MOST_PERIODS 200

/* The panel of A&E departments. */
#define N_TRUST_MONTHS 36
#define N_TRUST_PAIRS 400
enum {
  TRUST_CODE = 1,
  TRUST_ATTENDANCES = 3,
  TRUST_BREACHES = 4,
};

/* Where the two series of a row of known_linkage.csv are, and how many periods of them count. */
static const struct {
  const char *label, *file, *x, *y;
  gsize n;
  gboolean is_logged;
} series[] = {
  { "UK lung deaths male~female monthly (72)", "data_deaths.csv", "m", "f", 72, TRUE },
  { "same, first 36", "data_deaths.csv", "m", "f", 36, TRUE },
  { "same, first 24", "data_deaths.csv", "m", "f", 24, TRUE },
  { "BJsales lead->sales, L=5 (150)", "data_bj.csv", "x", "y", 150, FALSE },
  { "BJsales first 60, L=5", "data_bj.csv", "x", "y", 60, FALSE },
  { "front~rear KSI (60)", "data_seatbelts.csv", "front", "rear", 60, TRUE },
  { "chickens->eggs", "data_chickegg.csv", "chicken", "egg", 54, FALSE },
};

static gsize
column_of (const char *header, const char *name)
{
  g_autoptr (GPtrArray) names = csv_split_line (header);
  guint at = 0;

  assert_true (g_ptr_array_find_with_equal_func (names, name, g_str_equal, &at));

  return at;
}

static void
read_column (char **lines, const char *name, gsize n, gboolean is_logged, double *values)
{
  const gsize column = column_of (lines[0], name);

  for (gsize i = 0; i < n; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i + 1]);
    const double value = g_ascii_strtod (cells->pdata[column], NULL);

    values[i] = is_logged ? log (value) : value;
  }
}

/* Lines may end as on another system. */
static char **
read_lines (const char *name)
{
  char **lines = csv_read_shared (name);

  for (gsize i = 0; lines && lines[i]; i++)
    g_strchomp (lines[i]);

  return lines;
}

static double
cell (GPtrArray *cells, const char *header, const char *name)
{
  return g_ascii_strtod (cells->pdata[column_of (header, name)], NULL);
}

static void
check_case (const char *header, GPtrArray *cells, const char *folder)
{
  double x[MOST_PERIODS], y[MOST_PERIODS], work[KERNEL_LINKAGE_WORK (MOST_PERIODS)];
  int64_t order[2 * MOST_PERIODS];
  const char *label = cells->pdata[0];
  KernelLinkage found;
  gsize k = 0;

  while (k < G_N_ELEMENTS (series) && !g_str_equal (series[k].label, label))
    k++;
  assert_true (k < G_N_ELEMENTS (series));

  g_autofree char *name = g_strconcat (folder, series[k].file, NULL);
  g_auto (GStrv) lines = read_lines (name);
  const KernelLinkageAsked asked = {
    .n = series[k].n,
    .season = (unsigned) cell (cells, header, "period"),
    .most_lag = strstr (label, "L=5") ? 5 : 3,
  };
  read_column (lines, series[k].x, asked.n, series[k].is_logged, x);
  read_column (lines, series[k].y, asked.n, series[k].is_logged, y);
  assert_int_equal (kernel_linkage (&asked, x, y, work, order, &found), KERNEL_OK);

  assert_near (found.level.chance, cell (cells, header, "level_p"), 1e-8);
  assert_near (found.level.r, cell (cells, header, "level_r"), 1e-8);
  assert_int_equal (found.level.lag, (gsize) cell (cells, header, "level_lag"));
  assert_int_equal (found.level.freedom, (gsize) cell (cells, header, "level_df"));
  assert_near (found.change.chance, cell (cells, header, "diff_p"), 1e-8);
  assert_near (found.change.r, cell (cells, header, "diff_r"), 1e-8);
  assert_int_equal (found.change.lag, (gsize) cell (cells, header, "diff_lag"));
  assert_int_equal (found.change.freedom, (gsize) cell (cells, header, "diff_df"));
  assert_near (found.smallest, cell (cells, header, "min_r_80"), 1e-8);
  assert_int_equal (found.verdict, KERNEL_LINKAGE_MOVES_WITH);
}

static void
gives_known_linkages (void **state)
{
  const char *folder = "cases/challenge/";
  g_auto (GStrv) lines = read_lines ("cases/challenge/known_linkage.csv");

  (void) state;
  if (!lines)
    return;
  for (gsize i = 1; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i]);

    check_case (lines[0], cells, folder);
  }
  assert_int_equal (g_strv_length (lines), 1 + G_N_ELEMENTS (series));
}

/* Which came first (Thurman and Fisher, 1988): eggs foretell chickens, as lmtest has it. */
static void
gives_known_directions (void **state)
{
  g_auto (GStrv) lines = read_lines ("cases/challenge/known_granger.csv");
  g_auto (GStrv) data = read_lines ("cases/challenge/data_chickegg.csv");
  double chicken[54], egg[54], work[KERNEL_GRANGER_WORK];
  gsize i = 1;

  (void) state;
  if (!lines || !data)
    return;
  read_column (data, "chicken", 54, FALSE, chicken);
  read_column (data, "egg", 54, FALSE, egg);
  for (; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i]);
    g_auto (GStrv) freedom = g_strsplit (cells->pdata[3], ";", 2);
    const gsize order = (gsize) cell (cells, lines[0], "order");
    const gboolean is_egg = g_str_equal (cells->pdata[1], "egg->chicken");
    KernelGranger found;

    assert_int_equal (kernel_granger (54, is_egg ? egg : chicken, is_egg ? chicken : egg, order, 0,
                                      0, work, &found),
                      KERNEL_OK);
    assert_near (found.ratio, cell (cells, lines[0], "F"), 5e-7);
    assert_int_equal (found.freedom_above, g_ascii_strtoull (freedom[0], NULL, 10));
    assert_int_equal (found.freedom_below, g_ascii_strtoull (freedom[1], NULL, 10));
    assert_near (found.chance, cell (cells, lines[0], "p"), 1e-8);
  }
  assert_int_equal (i, 3);
}

static void
check_step (GPtrArray *cells, const char *header, const double *values, gsize n, gsize at)
{
  g_autofree double *work = g_new (double, KERNEL_STEP_WORK (n));
  const gsize lag = (gsize) cell (cells, header, "nw_lag");
  KernelStepEstimate found;

  assert_int_equal (kernel_step_estimate (n, values, at, 12, FALSE, lag, work, &found), KERNEL_OK);
  assert_near (found.estimate, cell (cells, header, "level"), 1e-8);
  assert_near (found.robust, cell (cells, header, "level_se"), 1e-8);
  assert_near (found.estimate / found.robust, cell (cells, header, "level_t"), 5e-6);
  assert_int_equal (kernel_step_estimate (n, values, at, 12, TRUE, lag, work, &found), KERNEL_OK);
  assert_near (found.estimate, cell (cells, header, "slope"), 1e-8);
  assert_near (found.robust, cell (cells, header, "slope_se"), 1e-8);
  assert_near (found.estimate / found.robust, cell (cells, header, "slope_t"), 5e-6);
}

/* Seat belts became law in February 1983; logarithms of British road casualties by month. */
static void
gives_known_steps (void **state)
{
  g_auto (GStrv) lines = read_lines ("cases/challenge/known_its_seatbelts.csv");
  g_auto (GStrv) data = read_lines ("cases/challenge/data_seatbelts.csv");
  double values[192], law[192];
  gsize at = 0, i = 1;

  (void) state;
  if (!lines || !data)
    return;
  read_column (data, "law", 192, FALSE, law);
  while (law[at] == 0)
    at++;
  assert_int_equal (at, 169);
  for (; lines[i]; i++) {
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i]);

    read_column (data, cells->pdata[0], 192, TRUE, values);
    check_step (cells, lines[0], values, 192, at);
  }
  assert_int_equal (i, 5);
}

/* Shares of attendances within four hours, months of each trust that has all of them. */
static GPtrArray *
read_trusts (void)
{
  g_auto (GStrv) lines = read_lines ("cases/challenge/data_ae_type1.csv");
  g_autoptr (GHashTable) trusts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  GPtrArray *whole = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GHashTableIter iter;
  gpointer values;

  for (gsize i = lines ? g_strv_length (lines) : 1; i-- > 1;) { /* the latest months come first */
    g_autoptr (GPtrArray) cells = csv_split_line (lines[i]);
    GArray *of_trust = g_hash_table_lookup (trusts, cells->pdata[TRUST_CODE]);
    const double share = 1 - g_ascii_strtod (cells->pdata[TRUST_BREACHES], NULL) /
                                 g_ascii_strtod (cells->pdata[TRUST_ATTENDANCES], NULL);

    if (!of_trust) {
      of_trust = g_array_new (FALSE, FALSE, sizeof (double));
      g_hash_table_insert (trusts, g_strdup (cells->pdata[TRUST_CODE]), of_trust);
    }
    g_array_append_val (of_trust, share);
  }
  g_hash_table_iter_init (&iter, trusts);
  while (g_hash_table_iter_next (&iter, NULL, &values))
    if (((GArray *) values)->len == N_TRUST_MONTHS)
      g_ptr_array_add (whole, g_array_ref (values));

  return whole;
}

/* Whether Pearson's correlation is clear at 1 in 20. */
static gboolean
correlate_plainly (const double *x, const double *y)
{
  KernelLagged found;

  return kernel_lagged_correlation (N_TRUST_MONTHS, x, y, 0, 0, &found) == KERNEL_OK &&
         found.chance <= 0.05;
}

/* Unrelated departments: at most 6 of 100 pairs move together, and by plain correlation most do. */
static void
tells_trusts_apart (void **state)
{
  g_autoptr (GPtrArray) trusts = read_trusts ();
  double work[KERNEL_LINKAGE_WORK (N_TRUST_MONTHS)];
  int64_t order[2 * N_TRUST_MONTHS];
  const KernelLinkageAsked asked = { .n = N_TRUST_MONTHS, .season = 12, .most_lag = 3 };
  uint64_t seed = 20261201;
  guint n_moves = 0, n_plain = 0;

  (void) state;
  if (trusts->len == 0)
    return;
  assert_int_equal (trusts->len, 130);
  for (guint k = 0; k < N_TRUST_PAIRS; k++) {
    const gsize one = kernel_random_below (&seed, trusts->len);
    const gsize apart = 1 + kernel_random_below (&seed, trusts->len - 1);
    const double *x = (double *) ((GArray *) trusts->pdata[one])->data;
    const double *y = (double *) ((GArray *) trusts->pdata[(one + apart) % trusts->len])->data;
    KernelLinkage found;

    n_plain += correlate_plainly (x, y);
    assert_int_equal (kernel_linkage (&asked, x, y, work, order, &found), KERNEL_OK);
    n_moves += found.verdict == KERNEL_LINKAGE_MOVES_WITH;
  }
  print_message ("# %u of %d pairs move together; by plain correlation %u\n", n_moves,
                 N_TRUST_PAIRS, n_plain);
  assert_true (n_moves <= N_TRUST_PAIRS * 6 / 100);
  assert_true (n_plain >= N_TRUST_PAIRS * 60 / 100);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_known_linkages),
    cmocka_unit_test (gives_known_directions),
    cmocka_unit_test (gives_known_steps),
    cmocka_unit_test (tells_trusts_apart),
  };

  return cmocka_run_group_tests_name ("linkage/linkage-cases", tests, NULL, NULL);
}
