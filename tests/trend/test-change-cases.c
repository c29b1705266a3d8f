/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/crops.h"
#include "kernel/fpop-mean.h"
#include "kernel/fpop-robust.h"
#include "kernel/level-path.h"
#include "kernel/median.h"
#include "kernel/one-break.h"
#include "kernel/pelt.h"
#include "support/csv-rows.h"
#include "support/near.h"

#include <stdio.h>
#include <stdlib.h>

/* What R and its packages changepoint, fpop, robseg and strucchange gave for published
 * series, in the shared cases/change. Their last index of a segment, counted from 1, is the
 * first of the next, counted from 0; the last of all is the length.
 */
#define RELATIVE 1e-9

static char *folder, *expected;

static const char *
after (const char *text, const char *key)
{
  g_autofree char *quoted = g_strdup_printf ("\"%s\":", key);
  const char *found = strstr (text, quoted);

  if (!found)
    print_error ("%s is not in expected.json\n", key);
  assert_non_null (found);

  return found + strlen (quoted);
}

/* Numbers of a list, whatever is nested, or the one number that stands alone. */
static GArray *
numbers_of (const char *name, const char *key)
{
  const char *at = after (after (after (expected, name), "expected"), key);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));
  int depth = 0;

  do {
    at += strspn (at, " \n,");
    if (*at == '[' || *at == ']') {
      depth += *at++ == '[' ? 1 : -1;
    } else {
      char *end;
      const double number = g_ascii_strtod (at, &end);
      assert_true (end > at);
      g_array_append_val (numbers, number);
      at = end;
    }
  } while (depth > 0);

  return numbers;
}

static double
number_of (const char *name, const char *key)
{
  g_autoptr (GArray) numbers = numbers_of (name, key);

  return g_array_index (numbers, double, 0);
}

typedef struct {
  double *values;
  gsize n;
} Values;

static void
values_clear (Values *self)
{
  g_free (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Values, values_clear)

static Values
read_values (const char *file, const char *column)
{
  CsvRows *rows = csv_rows_read (folder, file);
  Values self = { csv_rows_dup_numbers (rows, column), csv_rows_count (rows) };

  csv_rows_free (rows);

  return self;
}

/* As R's scale (). */
static void
scale (Values *self)
{
  double mean = 0, variance = 0;

  for (gsize i = 0; i < self->n; i++)
    mean += self->values[i] / (double) self->n;
  for (gsize i = 0; i < self->n; i++)
    variance += (self->values[i] - mean) * (self->values[i] - mean) / (double) (self->n - 1);
  for (gsize i = 0; i < self->n; i++)
    self->values[i] = (self->values[i] - mean) / sqrt (variance);
}

static void
check_changes (const char *name, const char *key, const size_t *changes, size_t n, size_t length)
{
  g_autoptr (GArray) wanted = numbers_of (name, key);
  const guint n_wanted =
      wanted->len - (g_array_index (wanted, double, wanted->len - 1) == (double) length);

  print_message ("# %s %s\n", name, key);
  assert_int_equal (n, n_wanted);
  for (guint k = 0; k < n_wanted; k++)
    assert_near ((double) changes[k], g_array_index (wanted, double, k), 0);
}

static double
check_means (const char *name, const char *key, const Values *values, double price)
{
  g_autofree KernelMeanPiece *pieces =
      g_new (KernelMeanPiece, kernel_fpop_mean_n_pieces (values->n));
  g_autofree size_t *starts = g_new (size_t, values->n);
  g_autofree size_t *changes = g_new (size_t, values->n);
  size_t n_changes;
  double total;

  assert_int_equal (kernel_fpop_mean (values->n, values->values, price, 1, pieces, starts, changes,
                                      &n_changes, &total),
                    KERNEL_OK);
  check_changes (name, key, changes, n_changes, values->n);

  return total - price * (double) n_changes;
}

static void
check_pelt (const char *name, const char *key, const Values *values, KernelPelt settings)
{
  g_autofree double *work = g_new (double, kernel_pelt_n_work (values->n, 0));
  g_autofree size_t *order = g_new (size_t, kernel_pelt_n_order (values->n));
  g_autofree size_t *changes = g_new (size_t, values->n);
  size_t n_changes;
  double total;

  assert_int_equal (
      kernel_pelt (values->n, values->values, &settings, work, order, changes, &n_changes, &total),
      KERNEL_OK);
  check_changes (name, key, changes, n_changes, values->n);
}

static void
the_nile (void **state)
{
  g_auto (Values) nile = read_values ("nile.csv", "y");
  const double n = (double) nile.n;
  KernelOneBreak one;

  (void) state;
  const double rss = check_means ("nile_fpop", "ends", &nile, 2 * log (n) * 150 * 150);
  assert_near (rss, number_of ("nile_fpop", "cost"), RELATIVE * rss);
  check_pelt ("nile_changepoint", "meanvar_pelt", &nile,
              (KernelPelt){ KERNEL_COST_MEAN_VARIANCE, 4 * log (n), true, 2, 0 });

  assert_int_equal (kernel_one_break (nile.n, nile.values, 15, &one), KERNEL_OK);
  assert_near ((double) one.at, number_of ("nile_breakpoints", "breakpoint"), 0);
  g_autoptr (GArray) path = numbers_of ("nile_breakpoints", "rss");
  assert_near (one.rss_without, g_array_index (path, double, 0), RELATIVE * one.rss_without);
  assert_near (one.rss_with, g_array_index (path, double, 1), RELATIVE * one.rss_with);
  const double f = (one.rss_without - one.rss_with) / (one.rss_with / (n - 2));
  assert_near (f, number_of ("nile_breakpoints", "supF"), RELATIVE * f);

  scale (&nile);
  check_pelt ("nile_changepoint", "mean_pelt_scaled", &nile,
              (KernelPelt){ KERNEL_COST_MEAN, 3 * log (n), true, 1, 0 });
}

/* The path of breakpoints () with h = 0.15, and the BIC of its one break. */
static void
the_path_of_the_nile (void **state)
{
  g_auto (Values) nile = read_values ("nile.csv", "y");
  g_autofree double *work = g_new (double, kernel_level_path_n_work (nile.n, 5));
  g_autofree size_t *order = g_new (size_t, kernel_level_path_n_order (nile.n, 5));
  g_autoptr (GArray) wanted = numbers_of ("nile_breakpoints", "rss");
  const double n = (double) nile.n;
  double rss[6], bic, least = INFINITY;
  size_t changes[15], n_best = 0;

  (void) state;
  assert_int_equal (kernel_level_path (nile.n, nile.values, 15, 5, work, order, rss, changes),
                    KERNEL_OK);
  for (size_t q = 0; q <= 5; q++) {
    assert_near (rss[q], g_array_index (wanted, double, q), RELATIVE * rss[q]);
    bic = n * (log (rss[q] / n) + 1 + log (2 * G_PI)) + 2 * (double) (q + 1) * log (n);
    n_best = bic < least ? q : n_best;
    least = fmin (bic, least);
  }
  assert_int_equal (n_best, 1);
  assert_int_equal (changes[0], 28);
  assert_near (least, number_of ("nile_breakpoints", "BIC"), RELATIVE * least);
}

static void
the_seat_belts (void **state)
{
  g_auto (Values) drivers = read_values ("seatbelts.csv", "drivers");

  (void) state;
  scale (&drivers);
  check_pelt ("seatbelts_cpt", "pelt", &drivers,
              (KernelPelt){ KERNEL_COST_MEAN, 3 * log ((double) drivers.n), true, 1, 0 });
}

static void
changepoint_examples (void **state)
{
  g_auto (Values) one_change = read_values ("cpt_mean_amoc.csv", "x");
  g_auto (Values) means = read_values ("cpt_mean_multi.csv", "x");
  g_auto (Values) both = read_values ("cpt_meanvar_multi.csv", "x");
  g_auto (Values) variances = read_values ("cpt_var_multi.csv", "x");
  g_auto (Values) lai = read_values ("lai2005fig4.csv", "x");
  KernelOneBreak one;

  (void) state;
  assert_int_equal (kernel_one_break (one_change.n, one_change.values, 1, &one), KERNEL_OK);
  assert_near ((double) one.at, number_of ("cpt_mean_amoc", "SIC"), 0);
  assert_true (one.chance < 0.01);
  assert_near ((double) one.at, number_of ("cpt_mean_amoc", "Asymptotic01"), 0);

  const double price = 2 * log ((double) means.n);
  const double rss = check_means ("cpt_mean_multi_crops", "pelt_2logn", &means, price);
  assert_near (rss, number_of ("cpt_mean_multi_crops", "pelt_cost_at_2logn"), RELATIVE * rss);
  check_pelt ("cpt_mean_multi_crops", "pelt_2logn", &means,
              (KernelPelt){ KERNEL_COST_MEAN, price, false, 1, 0 });
  check_pelt ("cpt_meanvar_multi", "pelt_mbic", &both,
              (KernelPelt){ KERNEL_COST_MEAN_VARIANCE, 4 * log ((double) both.n), true, 2, 0 });
  check_pelt ("cpt_var_multi", "pelt_mbic", &variances,
              (KernelPelt){ KERNEL_COST_VARIANCE, 3 * log ((double) variances.n), true, 2, 0 });
  check_pelt ("lai_gbm", "pelt_mbic", &lai,
              (KernelPelt){ KERNEL_COST_MEAN, 3 * log ((double) lai.n), true, 1, 0 });
  check_means ("lai_gbm", "pelt_sic", &lai, log ((double) lai.n));
}

static void
a_range_of_prices (void **state)
{
  g_auto (Values) means = read_values ("cpt_mean_multi.csv", "x");
  g_autofree KernelMeanPiece *pieces = g_new (KernelMeanPiece, kernel_fpop_mean_n_pieces (means.n));
  g_autofree size_t *starts = g_new (size_t, means.n);
  g_autofree size_t *changes = g_new (size_t, means.n);
  g_autoptr (GArray) prices = numbers_of ("cpt_mean_multi_crops", "crops_pen");
  KernelPriceRange ranges[50];
  size_t n_ranges;
  guint n_all = 0;

  (void) state;
  assert_int_equal (kernel_crops_mean (means.n, means.values, 4, 1500, 50, pieces, starts, changes,
                                       ranges, &n_ranges),
                    KERNEL_OK);
  assert_int_equal (n_ranges + 1, prices->len);
  for (size_t k = 0; k < n_ranges; k++) {
    const double wanted = g_array_index (prices, double, k);
    assert_near (ranges[k].from, wanted, RELATIVE * wanted);
    n_all += (guint) ranges[k].n_changes;
  }
  assert_near (ranges[n_ranges - 1].to, g_array_index (prices, double, n_ranges), 0);
  g_autoptr (GArray) all = numbers_of ("cpt_mean_multi_crops", "crops_cpts");
  assert_int_equal (n_all, all->len);
}

/* By the median deviation of the differences, as the packages' authors do. */
static double
scale_by_differences (Values *self)
{
  const gsize n = self->n - 1;
  g_autofree double *differences = g_new (double, n);
  g_autofree double *work = g_new (double, n);
  double median, deviation, mean = 0;

  for (gsize i = 0; i < n; i++)
    differences[i] = (self->values[i + 1] - self->values[i]) / sqrt (2);
  assert_int_equal (kernel_median (n, differences, NULL, work, &median, NULL), KERNEL_OK);
  for (gsize i = 0; i < n; i++)
    differences[i] = fabs (differences[i] - median);
  assert_int_equal (kernel_median (n, differences, NULL, work, &deviation, NULL), KERNEL_OK);
  for (gsize i = 0; i < self->n; i++)
    mean += self->values[i] / (double) self->n;
  for (gsize i = 0; i < self->n; i++)
    self->values[i] = (self->values[i] - mean) / (1.4826 * deviation);

  return 1.4826 * deviation;
}

/* The prices and the bends are those of the examples of robseg. */
static void
the_well (void **state)
{
  static const struct {
    const char *key;
    KernelLoss loss;
    double bend, price;
  } rows[] = {
    { "biweight", KERNEL_LOSS_BIWEIGHT, 3, 2 },
    { "huber", KERNEL_LOSS_HUBER, 1.345, 1.4 },
    { "l1", KERNEL_LOSS_ABSOLUTE, 1, 1 },
  };
  g_auto (Values) well = read_values ("well_log_tcpd.csv", "x");
  const double spread = scale_by_differences (&well), logs = log ((double) well.n);
  g_autofree KernelRobustPiece *pieces =
      g_new (KernelRobustPiece, kernel_fpop_robust_n_pieces (well.n));
  g_autofree size_t *starts = g_new (size_t, well.n);
  g_autofree size_t *changes = g_new (size_t, well.n);

  (void) state;
  assert_near (spread, number_of ("well_log", "scale"), RELATIVE * spread);
  const double rss = check_means ("well_log", "fpop", &well, 2 * logs);
  assert_near (rss, number_of ("well_log", "fpop_J"), RELATIVE * rss);
  for (gsize k = 0; k < G_N_ELEMENTS (rows); k++) {
    size_t n_changes;
    double total;

    assert_int_equal (kernel_fpop_robust (well.n, well.values, rows[k].loss, rows[k].bend,
                                          rows[k].price * logs, 1, pieces, starts, changes,
                                          &n_changes, &total),
                      KERNEL_OK);
    check_changes ("well_log", rows[k].key, changes, n_changes, well.n);
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_nile),          cmocka_unit_test (the_path_of_the_nile),
    cmocka_unit_test (the_seat_belts),    cmocka_unit_test (changepoint_examples),
    cmocka_unit_test (a_range_of_prices), cmocka_unit_test (the_well),
  };
  const char *shared = getenv ("SCRUTINY_SHARED");

  folder = g_build_filename (shared ? shared : "", "cases", "change", NULL);
  g_autofree char *path = g_build_filename (folder, "expected.json", NULL);
  if (!g_file_get_contents (path, &expected, NULL, NULL)) {
    printf ("1..0 # SKIP the shared folder with the known answers is absent\n");
    return 0;
  }

  const int status = cmocka_run_group_tests_name ("trend/change-cases", tests, NULL, NULL);
  g_free (folder);
  g_free (expected);

  return status;
}
