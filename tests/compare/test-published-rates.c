/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "support/rows.h"

#include "kernel/funnel-limits.h"
#include "kernel/normal.h"
#include "kernel/poisson-interval.h"
#include "kernel/proportion.h"
#include "kernel/standardised-rate.h"
#include "kernel/student.h"
#include "support/csv-rows.h"

/* Every figure of the test vectors of PHEindicatormethods that the shared folder holds. */

static const double CLOSE = 1e-9; /* of the figure itself */
static const double LEVELS[2] = { 0.95, 0.998 };

typedef CsvRows Rows;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rows, csv_rows_free)

/* NULL after saying aloud why not. */
static Rows *
vectors (const char *name)
{
  const char *shared = g_getenv ("SCRUTINY_SHARED");
  g_autofree char *folder = g_build_filename (shared ? shared : "", "cases/challenge", NULL);
  Rows *rows = csv_rows_read (folder, name);

  if (!rows)
    print_message ("# skipped: the shared folder has no cases/challenge/%s\n", name);

  return rows;
}

static double
number (const Rows *rows, guint row, const char *column)
{
  return csv_number (csv_rows_get (rows, row, column));
}

static gboolean
says (const Rows *rows, guint row, const char *column, const char *what)
{
  return strstr (csv_rows_get (rows, row, column), what) != NULL;
}

static void
assert_close (double got, double wanted)
{
  assert_near (got, wanted, CLOSE * fabs (wanted));
}

static double
z_of (double level)
{
  return kernel_normal_quantile (0.5 + level / 2);
}

/* "95%" */
static double
level_of (const Rows *rows, guint row)
{
  return g_ascii_strtod (csv_rows_get (rows, row, "confidence"), NULL) / 100;
}

static void
byar_and_wilson (void **state)
{
  g_autoptr (Rows) rows = vectors ("phe_testdata_Byars_Wilson_testdata_B_W.csv");

  (void) state;
  for (guint i = 0; rows && i < csv_rows_count (rows); i++) {
    const double x = number (rows, i, "x"), n = number (rows, i, "n");
    double low, high;

    if (says (rows, i, "method", "Wilson"))
      assert_int_equal (kernel_wilson (1, &x, &n, z_of (level_of (rows, i)), &low, &high, NULL),
                        KERNEL_OK);
    else
      assert_int_equal (kernel_byar (1, &x, z_of (level_of (rows, i)), &low, &high, NULL),
                        KERNEL_OK);
    assert_close (low, number (rows, i, "lowercl"));
    assert_close (high, number (rows, i, "uppercl"));
  }
}

static void
assert_limits (const Rows *rows, guint row, const double *low, const double *high, double scale)
{
  assert_close (scale * low[0], number (rows, row, "lower95_0cl"));
  assert_close (scale * high[0], number (rows, row, "upper95_0cl"));
  assert_close (scale * low[1], number (rows, row, "lower99_8cl"));
  assert_close (scale * high[1], number (rows, row, "upper99_8cl"));
}

static void
proportions (void **state)
{
  g_autoptr (Rows) rows = vectors ("phe_testdata_Proportion_testdata_Prop.csv");

  (void) state;
  for (guint i = 0; rows && i < csv_rows_count (rows); i++) {
    const double x = number (rows, i, "Numerator"), n = number (rows, i, "Denominator");
    const double scale = number (rows, i, "multiplier");
    double low[2], high[2];

    for (int k = 0; k < 2; k++)
      assert_int_equal (kernel_wilson (1, &x, &n, z_of (LEVELS[k]), &low[k], &high[k], NULL),
                        KERNEL_OK);
    assert_close (scale * x / n, number (rows, i, "value"));
    assert_limits (rows, i, low, high, scale);
  }
}

static void
grouped_proportions (void **state)
{
  g_autoptr (Rows) rows = vectors ("phe_testdata_Proportion_testdata_Prop_g.csv");

  (void) state;
  for (guint i = 0; rows && i < csv_rows_count (rows); i++) {
    const double x = number (rows, i, "Numerator"), n = number (rows, i, "Denominator");
    double low, high;

    assert_int_equal (kernel_wilson (1, &x, &n, z_of (level_of (rows, i)), &low, &high, NULL),
                      KERNEL_OK);
    assert_close (low, number (rows, i, "lowercl"));
    assert_close (high, number (rows, i, "uppercl"));
  }
}

static void
rates (void **state)
{
  g_autoptr (Rows) rows = vectors ("phe_testdata_Rate_testdata_Rate.csv");

  (void) state;
  for (guint i = 0; rows && i < csv_rows_count (rows); i++) {
    const double x = number (rows, i, "Numerator"), n = number (rows, i, "Denominator");
    const double scale = number (rows, i, "multiplier") / n;
    double low[2], high[2];

    for (int k = 0; k < 2; k++)
      assert_int_equal (kernel_poisson_interval (1, &x, LEVELS[k], &low[k], &high[k], NULL),
                        KERNEL_OK);
    assert_close (scale * x, number (rows, i, "value"));
    assert_limits (rows, i, low, high, scale);
  }
}

/* Student's interval of a mean. */
static void
means (void **state)
{
  g_autoptr (Rows) rows = vectors ("phe_testdata_Mean_testdata_Mean.csv");
  g_autoptr (Rows) wanted = vectors ("phe_testdata_Mean_testdata_Mean_results.csv");

  (void) state;
  for (guint i = 0; rows && wanted && i < csv_rows_count (wanted); i++) {
    const char *area = csv_rows_get (wanted, i, "area");
    double sum = 0, squares = 0, n = 0, low[2], high[2];

    for (int pass = 0; pass < 2; pass++) {
      for (guint k = 0; k < csv_rows_count (rows); k++) {
        const double value = number (rows, k, "values");
        if (!says (rows, k, "area", area) && !g_str_equal (area, "No grouping"))
          continue;
        n += pass == 0;
        sum += pass == 0 ? value : 0;
        squares += pass == 0 ? 0 : (value - sum / n) * (value - sum / n);
      }
    }
    const double deviation = sqrt (squares / (n - 1));
    for (int k = 0; k < 2; k++) {
      const double t = kernel_student_quantile (0.5 + LEVELS[k] / 2, (unsigned) n - 1);
      low[k] = sum / n - t * deviation / sqrt (n);
      high[k] = sum / n + t * deviation / sqrt (n);
    }
    assert_close (deviation, number (wanted, i, "stdev"));
    assert_limits (wanted, i, low, high, 1);
  }
}

/* --- Standardised rates ------------------------------------------------------------ */

enum {
  N_BANDS = 19,
};

/* European Standard Populations of 2013 and 1976. */
static const double esp_2013[N_BANDS] = { 5000, 5500, 5500, 5500, 6000, 6000, 6500,
                                          7000, 7000, 7000, 7000, 6500, 6000, 5500,
                                          5000, 4000, 2500, 1500, 1000 };
static const double esp_1976[] = { 8000, 7000, 7000, 7000, 7000, 7000, 7000, 7000, 7000,
                                   7000, 7000, 6000, 5000, 4000, 3000, 2000, 1000, 1000 };

typedef struct {
  double counts[N_BANDS], populations[N_BANDS], squares[N_BANDS], standard[N_BANDS];
  gsize n;
} Bands;

static double
or_nothing (double x)
{
  return isnan (x) ? 0 : x;
}

static Bands
bands_of (const Rows *rows, const char *area)
{
  Bands bands = { .n = 0 };

  for (guint i = 0; i < csv_rows_count (rows); i++) {
    if (area && !g_str_equal (csv_rows_get (rows, i, "area"), area))
      continue;
    const gboolean has_people = csv_rows_get (rows, i, "f1") != NULL;
    bands.counts[bands.n] = number (rows, i, "count");
    bands.populations[bands.n] = number (rows, i, "pop");
    bands.standard[bands.n] =
        csv_rows_get (rows, i, "stdpop") ? number (rows, i, "stdpop") : esp_2013[bands.n];
    for (int f = 1; has_people && f <= 4; f++) {
      char name[] = { 'f', (char) ('0' + f), 0 };
      bands.squares[bands.n] += f * f * or_nothing (number (rows, i, name));
    }
    bands.n++;
  }

  return bands;
}

static void
assert_direct (const Rows *wanted,
               guint row,
               const Bands *bands,
               gsize n,
               const double *standard,
               gboolean is_together)
{
  const double scale = says (wanted, row, "statistic", "100000") ? 1e5 : 1e4;
  double low[2], high[2], value = NAN;

  for (int k = 0; k < 2; k++) {
    KernelStandardisedRate rate;
    assert_int_equal (kernel_direct_rate (n, bands->counts, is_together ? bands->squares : NULL,
                                          bands->populations, standard, z_of (LEVELS[k]), &rate,
                                          NULL),
                      KERNEL_OK);
    low[k] = rate.lower;
    high[k] = rate.upper;
    value = rate.rate;
  }
  assert_close (scale * value, number (wanted, row, "value"));
  /* In the rows of 1976 the published 99.8% limits are ten times too large. */
  if (standard == esp_1976) {
    low[1] *= 10;
    high[1] *= 10;
  }
  assert_limits (wanted, row, low, high, scale);
}

static void
directly_standardised (void **state)
{
  g_autoptr (Rows) rows = vectors ("phe_testdata_DSR_ISR_testdata_multiarea.csv");
  g_autoptr (Rows) together = vectors ("phe_testdata_DSR_ISR_testdata_nonindepe.csv");
  g_autoptr (Rows) wanted = vectors ("phe_testdata_DSR_ISR_testresults_DSR.csv");

  (void) state;
  for (guint i = 0; rows && together && wanted && i < csv_rows_count (wanted); i++) {
    const char *area = csv_rows_get (wanted, i, "area");
    const gboolean is_together = strstr (area, "nonind") != NULL;
    const gboolean is_old = g_str_equal (area, "testdata_1976");
    const Bands bands = bands_of (is_together ? together : rows, is_old ? "testdata_big" : area);

    assert_int_equal (bands.n, N_BANDS);
    assert_direct (wanted, i, &bands, is_old ? G_N_ELEMENTS (esp_1976) : N_BANDS,
                   is_old ? esp_1976 : esp_2013, is_together);
  }
}

static const struct refused {
  const char *label, *area;
  gsize bad;
} refused[] = {
  { "phe_testdata_DSR_ISR_testdata_err1.csv", NULL, 5 },
  { "phe_testdata_DSR_ISR_testdata_err2.csv", "Area1", 1 },
  { "phe_testdata_DSR_ISR_testdata_err3.csv", NULL, 1 },
  { "phe_testdata_DSR_ISR_testdata_err4.csv", NULL, 5 },
};

static void
refuses (void **state)
{
  const struct refused *row = *state;
  g_autoptr (Rows) rows = vectors (row->label);
  KernelStandardisedRate rate;
  gsize bad = 99;

  if (!rows)
    return;
  const Bands bands = bands_of (rows, row->area);
  assert_int_equal (kernel_direct_rate (bands.n, bands.counts, NULL, bands.populations,
                                        bands.standard, z_of (0.95), &rate, &bad),
                    KERNEL_ERR_DOMAIN);
  assert_int_equal (bad, row->bad);
}

/* The rows below the first six are of the file with an empty band. */
static void
indirectly_standardised (void **state)
{
  g_autoptr (Rows) rows = vectors ("phe_testdata_DSR_ISR_testdata_multiarea.csv");
  g_autoptr (Rows) empty = vectors ("phe_testdata_DSR_ISR_testdata_err2.csv");
  g_autoptr (Rows) reference = vectors ("phe_testdata_DSR_ISR_refdata.csv");
  g_autoptr (Rows) wanted = vectors ("phe_testdata_DSR_ISR_testresults_ISR.csv");

  (void) state;
  for (guint i = 0; rows && empty && reference && wanted && i < csv_rows_count (wanted); i++) {
    const char *area = csv_rows_get (wanted, i, "area");
    const Bands bands = bands_of (strstr (area, "Area") ? empty : rows, area);
    g_autofree double *events = csv_rows_dup_numbers (reference, "refcount");
    g_autofree double *people = csv_rows_dup_numbers (reference, "refpop");
    const double rate = number (wanted, i, "ref_rate");
    const double ratio = says (wanted, i, "statistic", "x 100") ? 100 : 1;
    double observed = 0, expected, low[2], high[2];

    for (gsize k = 0; k < bands.n; k++)
      observed += or_nothing (bands.counts[k]);
    assert_int_equal (
        kernel_indirect_expected (bands.n, bands.populations, events, people, &expected, NULL),
        KERNEL_OK);
    assert_close (observed, number (wanted, i, "observed"));
    assert_close (expected, number (wanted, i, "expected"));
    const double scale = (isnan (rate) ? ratio : rate) / expected;
    for (int k = 0; k < 2; k++)
      assert_int_equal (kernel_poisson_interval (1, &observed, LEVELS[k], &low[k], &high[k], NULL),
                        KERNEL_OK);
    assert_close (scale * observed, number (wanted, i, "value"));
    assert_close (scale * low[0], number (wanted, i, "lower95_0cl"));
    assert_close (scale * high[0], number (wanted, i, "upper95_0cl"));
    if (!strstr (area, "Area"))
      assert_limits (wanted, i, low, high, scale);
  }
}

/* --- Funnels ------------------------------------------------------------------------- */

static double
sum_of (const Rows *rows, const char *column)
{
  double sum = 0;

  for (guint i = 0; i < csv_rows_count (rows); i++)
    sum += number (rows, i, column);

  return sum;
}

/* Half of the last digit printed. */
static void
assert_share_limits (const Rows *rows, double share)
{
  for (guint i = 0; i < csv_rows_count (rows); i++) {
    const double total = number (rows, i, "Population");
    double low, high;

    assert_int_equal (kernel_funnel_share (1, &total, share, z_of (0.95), &low, &high), KERNEL_OK);
    assert_near (100 * low, number (rows, i, "Lower2s0025limit"), 5.01e-7);
    assert_near (100 * high, number (rows, i, "Upper2s0025limit"), 5.01e-7);
    assert_int_equal (kernel_funnel_share (1, &total, share, z_of (0.998), &low, &high), KERNEL_OK);
    assert_near (100 * low, number (rows, i, "Lower3s0001limit"), 5.01e-7);
    assert_near (100 * high, number (rows, i, "Upper3s0001limit"), 5.01e-7);
  }
}

static void
assert_beyond (const char *said, double value, const double low[2], const double high[2])
{
  const char *expected = value > high[1]   ? "High (0.001)"
                         : value > high[0] ? "High (0.025)"
                         : value < low[1]  ? "Low (0.001)"
                         : value < low[0]  ? "Low (0.025)"
                                           : "Not significant";

  assert_string_equal (said, expected);
}

static void
funnels_of_proportions (void **state)
{
  g_autoptr (Rows) inputs = vectors ("testdata_funnel_prop_inputs.csv");
  g_autoptr (Rows) limits = vectors ("testdata_funnel_prop_outputs.csv");
  g_autoptr (Rows) others = vectors ("testdata_funnel_prop_outputs_with_axis_variation.csv");

  (void) state;
  if (!inputs || !limits || !others)
    return;
  const double share = sum_of (inputs, "numerator") / sum_of (inputs, "denominator");
  assert_near (100 * share, number (limits, 0, "Baseline"), 5e-7);
  assert_share_limits (limits, share);
  assert_share_limits (others, number (others, 0, "Baseline") / 100);
  for (guint i = 0; i < csv_rows_count (inputs); i++) {
    const double total = number (inputs, i, "denominator");
    double low[2], high[2];

    for (int k = 0; k < 2; k++)
      assert_int_equal (kernel_funnel_share (1, &total, share, z_of (LEVELS[k]), &low[k], &high[k]),
                        KERNEL_OK);
    assert_beyond (csv_rows_get (inputs, i, "significance"),
                   number (inputs, i, "numerator") / total, low, high);
  }
}

/* Its populations are of one year of three.  Its own search ends a few millionths off, and with one
 * event, of which -log (0.999) are expected at the upper 99.8% limit, at 5 in 100,000.
 */
static void
assert_rate_limits (const Rows *rows, guint row, double level, const char *width)
{
  const double events = number (rows, row, "Events"), baseline = number (rows, row, "baseline");
  static const char *const sides[] = { "upper", "lower" };
  double expected[2];

  assert_int_equal (kernel_poisson_exact (1, &events, level, &expected[0], &expected[1], NULL),
                    KERNEL_OK);
  for (int k = 0; k < 2; k++) {
    g_autofree char *limit = g_strdup_printf ("%s_%s_limit", sides[k], width);
    g_autofree char *people = g_strdup_printf ("%s_%s_population_1_year", sides[k], width);
    const double wanted = number (rows, row, limit), wanted_people = number (rows, row, people);
    const gboolean is_coarse = events == 1 && level == 0.998 && k == 0;
    const double off = is_coarse ? 5e-5 : 5e-6;

    if (is_coarse)
      assert_near (expected[k], -log1p (-0.001), 1e-15);
    assert_near (events / expected[k] * baseline, wanted, off * wanted);
    assert_near (expected[k] / baseline * 1e5 / 3, wanted_people, off * wanted_people);
  }
}

static const struct rate_file {
  const char *label;
} rate_files[] = {
  { "testdata_funnel_rate_outputs.csv" },
  { "testdata_funnel_rate_outputs_2.csv" },
  { "testdata_funnel_rate_outputs_3.csv" },
};

static void
funnels_of_rates (void **state)
{
  const struct rate_file *file = *state;
  g_autoptr (Rows) rows = vectors (file->label);

  for (guint i = 0; rows && i < csv_rows_count (rows); i++) {
    assert_rate_limits (rows, i, 0.95, "2s");
    assert_rate_limits (rows, i, 0.998, "3s");
  }
}

/* Crude rates against all events over all people. */
static void
places_beyond_a_funnel_of_rates (void **state)
{
  g_autoptr (Rows) rows = vectors ("testdata_funnel_rate_dsr_inputs.csv");

  (void) state;
  for (guint i = 0; rows && i < csv_rows_count (rows); i++) {
    const double count = number (rows, i, "count");
    const double expected = number (rows, i, "pop") * sum_of (rows, "count") / sum_of (rows, "pop");
    double low[2], high[2];

    for (int k = 0; k < 2; k++)
      assert_int_equal (
          kernel_funnel_poisson (1, &expected, (1 - LEVELS[k]) / 2, &low[k], &high[k]), KERNEL_OK);
    assert_beyond (csv_rows_get (rows, i, "crude_per_100000_with_0"), count, low, high);
  }
}

int
main (void)
{
  struct CMUnitTest tests[16] = {
    cmocka_unit_test (byar_and_wilson),
    cmocka_unit_test (proportions),
    cmocka_unit_test (grouped_proportions),
    cmocka_unit_test (rates),
    cmocka_unit_test (means),
    cmocka_unit_test (directly_standardised),
    cmocka_unit_test (indirectly_standardised),
    cmocka_unit_test (funnels_of_proportions),
    cmocka_unit_test (places_beyond_a_funnel_of_rates),
  };

  add_rows (tests + 9, refuses, refused, G_N_ELEMENTS (refused), sizeof *refused);
  add_rows (tests + 13, funnels_of_rates, rate_files, G_N_ELEMENTS (rate_files),
            sizeof *rate_files);

  return cmocka_run_group_tests_name ("compare/published-rates", tests, NULL, NULL);
}
