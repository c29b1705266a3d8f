/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/level-path.h"
#include "kernel/regression-breaks.h"
#include "kernel/sup-f.h"
#include "support/change-case.h"

/* What R's strucchange gave for two published series: breaks of a level and of a regression.
 * Its place of a break is the last row before, counted from 1, which is the first row after,
 * counted from 0.
 */
#define MOST 8

typedef struct {
  KernelRegression regression;
  double *values, *design;
  double rss[MOST + 1];
  size_t changes[MOST * (MOST + 1) / 2];
} Fit;

static void
fit_clear (Fit *self)
{
  g_free (self->values);
  g_free (self->design);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fit, fit_clear)

/* A level first, then the columns named. */
static Fit
fit_read (const char *file, const char *value, const char *const *names, gsize n_names)
{
  Fit self = { .values = NULL };
  gsize n;

  self.values = change_case_dup_column (file, value, &n);
  self.design = g_new (double, n *(n_names + 1));
  for (gsize k = 0; k <= n_names; k++) {
    g_autofree double *column = k ? change_case_dup_column (file, names[k - 1], &n) : NULL;

    for (gsize i = 0; i < n; i++)
      self.design[i * (n_names + 1) + k] = k ? column[i] : 1;
  }
  self.regression = (KernelRegression){ n, n_names + 1, self.design, self.values };

  return self;
}

static void
find_breaks (Fit *self, gsize least, gsize most)
{
  g_autofree double *work =
      g_new (double, kernel_regression_breaks_n_work (&self->regression, most));
  g_autofree size_t *order =
      g_new (size_t, kernel_regression_breaks_n_order (&self->regression, most));

  assert_int_equal (kernel_regression_breaks (&self->regression, least, most, work, order,
                                              self->rss, self->changes),
                    KERNEL_OK);
}

/* The place itself and both ends of its interval, in rows that are whole. */
static void
assert_interval (const Fit *fit, const size_t ends[3], const char *name, const char *path)
{
  g_autofree double *work = g_new (double, kernel_regression_interval_n_work (&fit->regression));
  g_autofree char *low = g_strconcat (path, "/0", NULL);
  g_autofree char *at = g_strconcat (path, "/1", NULL);
  g_autofree char *high = g_strconcat (path, "/2", NULL);
  double earlier, later;

  assert_int_equal (
      kernel_regression_interval (&fit->regression, ends, 0.95, work, &earlier, &later), KERNEL_OK);
  assert_change_within (name, low, (double) ends[1] - ceil (earlier), 0);
  assert_change_within (name, at, (double) ends[1], 0);
  assert_change_within (name, high, (double) ends[1] + ceil (later), 0);
}

static void
assert_path (const char *name, const char *path, const double *got, gsize n)
{
  assert_int_equal (change_case_count (name, path), n);
  for (gsize q = 0; q < n; q++) {
    g_autofree char *item = g_strdup_printf ("%s/%" G_GSIZE_FORMAT, path, q);

    assert_change (name, item, got[q]);
  }
}

/* One level before the dam and one after; by the path of levels and by that of a regression
 * on nothing else.
 */
static void
the_dam (void **state)
{
  g_auto (Fit) nile = fit_read ("nile.csv", "y", NULL, 0);
  const gsize n = nile.regression.n;
  g_autofree double *work = g_new (double, kernel_level_path_n_work (n, 5));
  g_autofree size_t *order = g_new (size_t, kernel_level_path_n_order (n, 5));
  g_autofree double *room = g_new (double, kernel_sup_f_n_work (n, 1));
  double rss[6], least = INFINITY;
  size_t changes[15], n_best = 0;
  KernelSupF largest;

  (void) state;
  assert_int_equal (kernel_level_path (n, nile.values, 15, 5, work, order, rss, changes),
                    KERNEL_OK);
  find_breaks (&nile, 15, 5);
  assert_path ("nile_breakpoints", "rss", rss, 6);
  assert_path ("nile_breakpoints", "rss", nile.rss, 6);
  for (size_t q = 0; q < 6; q++) {
    const double bic = kernel_regression_bic (&nile.regression, rss[q], q);

    n_best = bic < least ? q : n_best;
    least = fmin (bic, least);
  }
  assert_int_equal (n_best, 1);
  assert_change ("nile_breakpoints", "BIC", least);
  assert_change_within ("nile_breakpoints", "breakpoint", (double) changes[0], 0);
  assert_int_equal (nile.changes[0], changes[0]);
  assert_interval (&nile, (const size_t[]){ 0, changes[0], n }, "nile_breakpoints", "ci95");

  assert_int_equal (kernel_sup_f (n, 1, nile.design, nile.values, 15, room, &largest), KERNEL_OK);
  assert_int_equal (largest.at, changes[0]);
  assert_change ("nile_breakpoints", "supF", largest.f);
  /* R takes it from 1 and has an ulp of 1 left. */
  assert_change_chance ("nile_breakpoints", "supF_p", kernel_sup_f_chance (largest.f, 1, 0.15));
}

/* Car drivers killed or seriously injured, after those of the month and the year before. */
static void
the_seat_belts (void **state)
{
  static const char *const columns[] = { "ylag1", "ylag12" };
  g_auto (Fit) belts = fit_read ("seatbelt_sarima_design.csv", "y", columns, 2);
  const size_t *two = belts.changes + 1, n = belts.regression.n;
  double bic[MOST + 1];

  (void) state;
  find_breaks (&belts, n / 10, MOST);
  for (size_t q = 0; q <= MOST; q++)
    bic[q] = kernel_regression_bic (&belts.regression, belts.rss[q], q);
  assert_path ("seatbelt_breakpoints", "RSS", belts.rss, MOST + 1);
  assert_path ("seatbelt_breakpoints", "BIC", bic, MOST + 1);
  assert_change_places ("seatbelt_breakpoints", "breaks2", two, 2, n);
  assert_interval (&belts, (const size_t[]){ 0, two[0], two[1] }, "seatbelt_breakpoints", "ci2/0");
  assert_interval (&belts, (const size_t[]){ two[0], two[1], n }, "seatbelt_breakpoints", "ci2/1");
}

static void
compares_all_of_its_cases (void **state)
{
  (void) state;
  assert_change_cases_compared ("break-cases");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_dam),
    cmocka_unit_test (the_seat_belts),
    cmocka_unit_test (compares_all_of_its_cases),
  };
  int n_failed;

  if (!change_cases_open ())
    return 0;
  n_failed = cmocka_run_group_tests_name ("trend/break-cases", tests, NULL, NULL);
  change_cases_close ();

  return n_failed;
}
