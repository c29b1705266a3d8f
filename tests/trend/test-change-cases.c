/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/binary-segmentation.h"
#include "kernel/buishand.h"
#include "kernel/crops.h"
#include "kernel/fpop-mean.h"
#include "kernel/fpop-robust.h"
#include "kernel/median.h"
#include "kernel/one-break.h"
#include "kernel/pelt.h"
#include "support/change-case.h"

/* What R's packages changepoint, fpop and robseg gave for published series. */

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
  Values self = { NULL, 0 };

  self.values = change_case_dup_column (file, column, &self.n);

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
  assert_change_places (name, key, changes, n_changes, values->n);

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
  assert_change_places (name, key, changes, n_changes, values->n);
}

/* All splits that were asked for, and those that are worth @price. */
static void
check_splits (const char *name,
              const char *key,
              const Values *values,
              KernelSplitting settings,
              double price)
{
  g_autofree double *work = g_new (double, kernel_binary_segmentation_n_work (values->n));
  g_autofree size_t *order = g_new (size_t, kernel_binary_segmentation_n_order (settings.most));
  g_autofree KernelSplit *splits = g_new (KernelSplit, settings.most);
  g_autofree size_t *changes = g_new (size_t, settings.most);
  size_t n_splits, n_worth;

  assert_int_equal (kernel_binary_segmentation (values->n, values->values, &settings, work, order,
                                                splits, &n_splits),
                    KERNEL_OK);
  n_worth = kernel_splits_worth (n_splits, splits, price);
  for (gsize k = 0; k < n_worth; k++) {
    gsize at = k;
    for (; at > 0 && changes[at - 1] > splits[k].at; at--)
      changes[at] = changes[at - 1];
    changes[at] = splits[k].at;
  }
  assert_change_places (name, key, changes, n_worth, values->n);
}

static void
the_nile (void **state)
{
  g_auto (Values) nile = read_values ("nile.csv", "y");
  const double n = (double) nile.n;
  KernelOneBreak both;

  (void) state;
  const double rss = check_means ("nile_fpop", "ends", &nile, 2 * log (n) * 150 * 150);
  assert_change ("nile_fpop", "cost", rss);
  check_pelt ("nile_changepoint", "meanvar_pelt", &nile,
              (KernelPelt){ KERNEL_COST_MEAN_VARIANCE, 4 * log (n), true, 2, 0 });
  assert_int_equal (kernel_one_break_of_both (nile.n, nile.values, 2, &both), KERNEL_OK);
  assert_change_within ("nile_changepoint", "meanvar_amoc_bic/0", (double) both.at, 0);
  assert_change ("nile_changepoint", "meanvar_amoc_bic/1", 1 - both.chance);

  scale (&nile);
  check_pelt ("nile_changepoint", "mean_pelt_scaled", &nile,
              (KernelPelt){ KERNEL_COST_MEAN, 3 * log (n), true, 1, 0 });
}

static void
the_seat_belts (void **state)
{
  g_auto (Values) drivers = read_values ("seatbelts.csv", "drivers");
  const double price = 3 * log ((double) drivers.n);

  (void) state;
  scale (&drivers);
  check_pelt ("seatbelts_cpt", "pelt", &drivers,
              (KernelPelt){ KERNEL_COST_MEAN, price, true, 1, 0 });
  check_splits ("seatbelts_cpt", "binseg", &drivers,
                (KernelSplitting){ KERNEL_SPLIT_MEAN, true, 1, 5 }, price);
}

/* changepoint counts the sum before the first value in its cumulated sums, so that its place
 * is one later, and divides them by the length.
 */
static void
at_most_one_change (void **state)
{
  g_auto (Values) one_change = read_values ("cpt_mean_amoc.csv", "x");
  const double n = (double) one_change.n;
  KernelOneBreak one;
  KernelBuishand sums;

  (void) state;
  assert_int_equal (kernel_one_break (one_change.n, one_change.values, 1, &one), KERNEL_OK);
  assert_true (one.rss_without - one.rss_with >= 2 * log (n));
  assert_change_within ("cpt_mean_amoc", "SIC", (double) one.at, 0);
  assert_true (one.chance < 0.01);
  assert_change_within ("cpt_mean_amoc", "Asymptotic01", (double) one.at, 0);
  assert_int_equal (kernel_buishand (one_change.n, one_change.values, &sums), KERNEL_OK);
  assert_true (fabs (sums.sum) / n >= 0.8);
  assert_change_within ("cpt_mean_amoc", "CUSUM_manual0.8", (double) sums.at + 1, 0);
}

static void
changepoint_examples (void **state)
{
  g_auto (Values) means = read_values ("cpt_mean_multi.csv", "x");
  g_auto (Values) both = read_values ("cpt_meanvar_multi.csv", "x");
  g_auto (Values) variances = read_values ("cpt_var_multi.csv", "x");
  g_auto (Values) lai = read_values ("lai2005fig4.csv", "x");
  const double logs = log ((double) means.n);

  (void) state;
  const double rss = check_means ("cpt_mean_multi_crops", "pelt_2logn", &means, 2 * logs);
  assert_change ("cpt_mean_multi_crops", "pelt_cost_at_2logn", rss);
  check_pelt ("cpt_mean_multi_crops", "pelt_2logn", &means,
              (KernelPelt){ KERNEL_COST_MEAN, 2 * logs, false, 1, 0 });
  check_splits ("cpt_mean_multi_crops", "binseg", &means,
                (KernelSplitting){ KERNEL_SPLIT_MEAN, false, 1, 5 }, 2 * logs);
  check_pelt ("cpt_meanvar_multi", "pelt_mbic", &both,
              (KernelPelt){ KERNEL_COST_MEAN_VARIANCE, 4 * logs, true, 2, 0 });
  check_splits ("cpt_meanvar_multi", "binseg_4logn", &both,
                (KernelSplitting){ KERNEL_SPLIT_MEAN_VARIANCE, false, 2, 5 }, 4 * logs);
  check_pelt ("cpt_var_multi", "pelt_mbic", &variances,
              (KernelPelt){ KERNEL_COST_VARIANCE, 3 * logs, true, 2, 0 });
  check_pelt ("lai_gbm", "pelt_mbic", &lai,
              (KernelPelt){ KERNEL_COST_MEAN, 3 * log ((double) lai.n), true, 1, 0 });
  check_means ("lai_gbm", "pelt_sic", &lai, log ((double) lai.n));
}

/* By the sums of squares; its manual takes log (2 log n) for the price. */
static void
changes_of_spread (void **state)
{
  static const char *const name = "cpt_var_multi";
  const KernelSplitting how = { KERNEL_SPLIT_SQUARES, false, 2, 5 };
  g_auto (Values) values = read_values ("cpt_var_multi.csv", "x");
  const double price = log (2 * log ((double) values.n));
  g_autofree double *work = g_new (double, kernel_binary_segmentation_n_work (values.n));
  size_t order[6], n_splits;
  KernelSplit splits[5];

  (void) state;
  check_splits (name, "binseg_css/cpts", &values, how, price);
  assert_change (name, "binseg_css/pen", price);
  assert_int_equal (
      kernel_binary_segmentation (values.n, values.values, &how, work, order, splits, &n_splits),
      KERNEL_OK);
  assert_int_equal (n_splits, 5);
  for (gsize k = 0; k < n_splits; k++) {
    g_autofree char *place = g_strdup_printf ("binseg_css/cps/0/%" G_GSIZE_FORMAT, k);
    g_autofree char *gain = g_strdup_printf ("binseg_css/cps/1/%" G_GSIZE_FORMAT, k);

    assert_change_within (name, place, (double) splits[k].at, 0);
    assert_change (name, gain, splits[k].gain);
  }
  assert_change_within (name, "binseg_css/op.cpts",
                        (double) kernel_splits_worth (n_splits, splits, price), 0);
}

/* The cut of each range, made again in the middle of it. */
static void
a_range_of_prices (void **state)
{
  static const char *const name = "cpt_mean_multi_crops";
  g_auto (Values) means = read_values ("cpt_mean_multi.csv", "x");
  g_autofree KernelMeanPiece *pieces = g_new (KernelMeanPiece, kernel_fpop_mean_n_pieces (means.n));
  g_autofree size_t *starts = g_new (size_t, means.n);
  g_autofree size_t *changes = g_new (size_t, means.n);
  KernelPriceRange ranges[50];
  size_t n_ranges;

  (void) state;
  assert_int_equal (kernel_crops_mean (means.n, means.values, 4, 1500, 50, pieces, starts, changes,
                                       ranges, &n_ranges),
                    KERNEL_OK);
  assert_int_equal (n_ranges + 1, change_case_count (name, "crops_pen"));
  assert_int_equal (n_ranges, change_case_count (name, "crops_cpts"));
  for (gsize k = 0; k < n_ranges; k++) {
    g_autofree char *from = g_strdup_printf ("crops_pen/%" G_GSIZE_FORMAT, k);
    g_autofree char *to = g_strdup_printf ("crops_pen/%" G_GSIZE_FORMAT, k + 1);
    g_autofree char *places = g_strdup_printf ("crops_cpts/%" G_GSIZE_FORMAT, k);
    const double rss = check_means (name, places, &means, ranges[k].from / 2 + ranges[k].to / 2);

    assert_near (ranges[k].rss, rss, 1e-9 * rss);
    assert_change (name, from, ranges[k].from);
    assert_change (name, to, ranges[k].to);
  }
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
  assert_change ("well_log", "scale", spread);
  const double rss = check_means ("well_log", "fpop", &well, 2 * logs);
  assert_change ("well_log", "fpop_J", rss);
  assert_change_null ("well_log", "biweight_cost");
  for (gsize k = 0; k < G_N_ELEMENTS (rows); k++) {
    size_t n_changes;
    double total;

    assert_int_equal (kernel_fpop_robust (well.n, well.values, rows[k].loss, rows[k].bend,
                                          rows[k].price * logs, 1, pieces, starts, changes,
                                          &n_changes, &total),
                      KERNEL_OK);
    assert_change_places ("well_log", rows[k].key, changes, n_changes, well.n);
  }
}

static void
compares_all_of_its_cases (void **state)
{
  (void) state;
  assert_change_cases_compared ("change-cases");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_nile),           cmocka_unit_test (the_seat_belts),
    cmocka_unit_test (at_most_one_change), cmocka_unit_test (changepoint_examples),
    cmocka_unit_test (changes_of_spread),  cmocka_unit_test (a_range_of_prices),
    cmocka_unit_test (the_well),           cmocka_unit_test (compares_all_of_its_cases),
  };
  int n_failed;

  if (!change_cases_open ())
    return 0;
  n_failed = cmocka_run_group_tests_name ("trend/change-cases", tests, NULL, NULL);
  change_cases_close ();

  return n_failed;
}
