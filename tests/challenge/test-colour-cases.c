/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/status-chances.h"
#include "kernel/status-changes.h"
#include "support/near.h"

#include "support/csv.h"

#include <string.h>

#define MOST_EDGES 2
#define MOST_PERIODS 24

/* One row of known_rag.csv: kind, params, thresholds, T, band_probs, flip_rate, exp_flips,
 * var_flips, q025, q975.  Commas do not stand in fields.
 */
typedef struct {
  char **cells;
  size_t n_edges, n_periods;
  double edges[MOST_EDGES], chances[MOST_EDGES + 1];
} KnownRow;

static double
number_after (const char *text, const char *name)
{
  const char *at = strstr (text, name);

  return at ? g_ascii_strtod (at + strlen (name), NULL) : NAN;
}

static size_t
read_numbers (const char *text, double *numbers)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  size_t n = 0;

  for (; parts[n]; n++)
    numbers[n] = g_ascii_strtod (parts[n], NULL);

  return n;
}

static KernelStatus
find_chances (KnownRow *row)
{
  const char *kind = row->cells[0], *parameters = row->cells[1];

  if (g_str_equal (kind, "normal"))
    return kernel_normal_chances (row->n_edges, row->edges, number_after (parameters, "mu="),
                                  number_after (parameters, "sd="), row->chances);
  if (g_str_equal (kind, "binomial"))
    return kernel_binomial_chances (row->n_edges, row->edges, NULL, number_after (parameters, "n="),
                                    number_after (parameters, "p="), row->chances);

  return kernel_poisson_chances (row->n_edges, row->edges, NULL,
                                 number_after (parameters, "lambda="), row->chances);
}

static void
check_changes (const KnownRow *row)
{
  const size_t n = row->n_periods, k = row->n_edges + 1;
  double chances[MOST_PERIODS * 3], after[MOST_PERIODS * 9], work[MOST_PERIODS * 6];
  double counts[MOST_PERIODS], mean, variance, same = 0;
  size_t low, high;

  for (size_t i = 0; i < n * k * k; i++)
    after[i] = row->chances[i % k];
  memcpy (chances, after, n * k * sizeof *chances);
  for (size_t i = 0; i < k; i++)
    same += row->chances[i] * row->chances[i];
  assert_near (1 - same, g_ascii_strtod (row->cells[5], NULL), 1e-12);

  assert_int_equal (kernel_expected_changes (n, k, chances, &mean, &variance), KERNEL_OK);
  assert_near (mean, g_ascii_strtod (row->cells[6], NULL), 2e-11);
  assert_near (variance, g_ascii_strtod (row->cells[7], NULL), 2e-11);
  assert_int_equal (kernel_change_counts (n, k, row->chances, after, work, counts), KERNEL_OK);
  assert_int_equal (kernel_count_interval (n, counts, 0.95, &low, &high), KERNEL_OK);
  assert_int_equal (low, g_ascii_strtoull (row->cells[8], NULL, 10));
  assert_int_equal (high, g_ascii_strtoull (row->cells[9], NULL, 10));
}

static void
gives_all_rows_of_the_known_file (void **state)
{
  g_auto (GStrv) lines = csv_read_shared ("cases/challenge/known_rag.csv");
  guint n_rows = 0;

  (void) state;
  for (gsize i = 1; lines && lines[i]; i++) {
    g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);
    KnownRow row = { .cells = cells, .n_periods = g_ascii_strtoull (cells[3], NULL, 10) };
    double want[MOST_EDGES + 1];

    row.n_edges = read_numbers (cells[2], row.edges);
    assert_int_equal (find_chances (&row), KERNEL_OK);
    assert_int_equal (read_numbers (cells[4], want), row.n_edges + 1);
    for (size_t k = 0; k <= row.n_edges; k++)
      assert_near (row.chances[k], want[k], 1e-12);
    check_changes (&row);
    n_rows++;
  }
  if (lines)
    assert_int_equal (n_rows, 17);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (gives_all_rows_of_the_known_file),
  };

  return cmocka_run_group_tests_name ("challenge/colour-cases", tests, NULL, NULL);
}
