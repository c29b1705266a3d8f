/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/kaplan-meier.h"

#include "kernel/radix-sort.h"
#include "kernel/random.h"
#include "support/near.h"
#include "support/rows.h"

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])
#define Z_95 1.959963984540054

enum {
  MOST = 12
};

/* R's survival 3.5-3: survfit (Surv (time, status) ~ 1) with both kinds of interval, and
 * quantile () of the first. R leaves out where an interval ends at nothing.
 */
static const struct known {
  const char *label;
  size_t n_finished, n_open;
  double finished[MOST], open[MOST];
  size_t n;
  KernelKaplanMeierStep steps[9];
  double low[9], high[9], plain_low[9], plain_high[9];
  KernelSurvivalQuantile quantiles[4]; /* 25, 50, 75 and 90% */
} known[] = {
  /* R. G. Miller (1997), Survival Analysis, p. 49: acute leukaemia, maintained. */
  { "leukaemia, maintained",
    7,
    4,
    { 9, 13, 18, 23, 31, 34, 48 },
    { 13, 28, 45, 161 },
    7,
    { { 9, 11, 1, 0.909090909090909, 0.00909090909090909 },
      { 13, 10, 1, 0.818181818181818, 0.0202020202020202 },
      { 18, 8, 1, 0.715909090909091, 0.03805916305916306 },
      { 23, 7, 1, 0.613636363636364, 0.06186868686868686 },
      { 31, 5, 1, 0.490909090909091, 0.11186868686868685 },
      { 34, 4, 1, 0.368181818181818, 0.19520202020202024 },
      { 48, 2, 1, 0.184090909090909, 0.69520202020202015 } },
    { 0.5080802057699297, 0.4474286146821814, 0.3501903859079384, 0.2657520400012861,
      0.1673309097768508, 0.0928295749369852, 0.0117384801231896 },
    { 0.986673822667823, 0.951162228582492, 0.899023974191053, 0.835299243250221, 0.753399790370811,
      0.657040832398164, 0.525014842726641 },
    { 0.7392043331338484, 0.5902550587990167, 0.4421707787150773, 0.3144824919464367,
      0.1690962006517037, 0.0493566605554544, 0 },
    { 1, 1, 0.989647403103104, 0.912790235326290, 0.812721981166478, 0.687006975808182,
      0.484931162720207 },
    { { 18, 9, 34 }, { 31, 13, INFINITY }, { 48, 31, INFINITY }, { NAN, 34, INFINITY } } },
  /* The same trial, not maintained: two ties. */
  { "leukaemia, not maintained",
    11,
    1,
    { 5, 5, 8, 8, 12, 23, 27, 30, 33, 43, 45 },
    { 16 },
    9,
    { { 5, 12, 2, 0.8333333333333334, 0.0166666666666667 },
      { 8, 10, 2, 0.6666666666666667, 0.0416666666666667 },
      { 12, 8, 1, 0.5833333333333334, 0.0595238095238095 },
      { 23, 6, 1, 0.4861111111111112, 0.0928571428571428 },
      { 27, 5, 1, 0.3888888888888890, 0.1428571428571428 },
      { 30, 4, 1, 0.2916666666666667, 0.2261904761904761 },
      { 33, 3, 1, 0.1944444444444445, 0.3928571428571428 },
      { 43, 2, 1, 0.0972222222222222, 0.8928571428571428 },
      { 45, 1, 1, 0, INFINITY } },
    { 0.48171494219537886, 0.33701893254140197, 0.27013892408549733, 0.19187661961872829,
      0.12627201219539366, 0.07240160890777184, 0.03119864293121194, 0.00574630569586383, NAN },
    { 0.955509365728065, 0.859711799084440, 0.800940192333387, 0.729671569779485, 0.649817408289315,
      0.560886052671409, 0.461429476238114, 0.348903861110750, NAN },
    { 0.6224747813530568, 0.3999493513135940, 0.3043936881578344, 0.1957815234786194,
      0.1008012621257653, 0.0197899310527094, 0, 0, NAN },
    { 1, 0.933383982019739, 0.862272978508832, 0.776440698743603, 0.676976515652013,
      0.563543402280624, 0.433314085623752, 0.277276988949175, NAN },
    { { 8, 5, 23 }, { 23, 5, 33 }, { 33, 23, INFINITY }, { 43, 30, INFINITY } } },
  /* E. J. Freireich and others (1963), Blood 21, 699-716: remission with 6-MP. */
  { "6-MP",
    9,
    12,
    { 6, 6, 6, 7, 10, 13, 16, 22, 23 },
    { 6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35 },
    7,
    { { 6, 21, 3, 0.857142857142857, 0.00793650793650794 },
      { 7, 17, 1, 0.806722689075630, 0.01161297852474323 },
      { 10, 15, 1, 0.752941176470588, 0.01637488328664799 },
      { 13, 12, 1, 0.690196078431372, 0.02395064086240557 },
      { 16, 11, 1, 0.627450980392157, 0.03304154995331467 },
      { 22, 7, 1, 0.537815126050420, 0.05685107376283847 },
      { 23, 6, 1, 0.448179271708683, 0.09018440709617179 } },
    { 0.619717955265984, 0.563146564622233, 0.503199510799957, 0.431610222486184, 0.367510855987502,
      0.267778936767135, 0.188052005959232 },
    { 0.951551747646997, 0.922809019202880, 0.889361835169265, 0.849065963349451, 0.804912189471841,
      0.746790717635394, 0.680142628495241 },
    { 0.707479311825200, 0.636332661136999, 0.564099326678788, 0.480843098173183, 0.403909512191338,
      0.286481591129621, 0.184384863840613 },
    { 1, 0.977112717014261, 0.941783026262388, 0.899549058689562, 0.850992448592976,
      0.789148660971219, 0.711973679576754 },
    { { 13, 6, 22 }, { 23, 13, INFINITY }, { NAN, 23, INFINITY }, { NAN, NAN, INFINITY } } },
  /* Flat at each quarter. */
  { "four that all ended",
    4,
    0,
    { 1, 2, 3, 4 },
    { 0 },
    4,
    { { 1, 4, 1, 0.75, 0.0833333333333333 },
      { 2, 3, 1, 0.5, 0.25 },
      { 3, 2, 1, 0.25, 0.75 },
      { 4, 1, 1, 0, INFINITY } },
    { 0.12794691759514587, 0.05784708299514463, 0.00894782441660317, NAN },
    { 0.960548642285078, 0.844861281190374, 0.665325342788865, NAN },
    { 0.3256553497214357, 0.0100090038649866, 0, NAN },
    { 1, 0.989990996135013, 0.674344650278564, NAN },
    { { 1.5, 1, 3 }, { 2.5, 1, INFINITY }, { 3.5, 1, INFINITY }, { 4, 2, INFINITY } } },
  { "open ones only before",
    2,
    4,
    { 7, 7 },
    { 1, 2, 2, 3 },
    1,
    { { 7, 2, 2, 0, INFINITY } },
    { NAN },
    { NAN },
    { NAN },
    { NAN },
    { { 7, NAN, INFINITY }, { 7, NAN, INFINITY }, { 7, NAN, INFINITY }, { 7, NAN, INFINITY } } },
  { "nothing ended",
    0,
    2,
    { 0 },
    { 1, 2 },
    0,
    { { 0, 0, 0, 0, 0 } },
    { 0 },
    { 0 },
    { 0 },
    { 0 },
    { { NAN, NAN, INFINITY },
      { NAN, NAN, INFINITY },
      { NAN, NAN, INFINITY },
      { NAN, NAN, INFINITY } } },
};

static void
check_steps (const struct known *row, const KernelKaplanMeierStep *steps)
{
  for (size_t i = 0; i < row->n; i++) {
    double low, high;

    assert_near (steps[i].time, row->steps[i].time, 0);
    assert_near (steps[i].at_risk, row->steps[i].at_risk, 0);
    assert_near (steps[i].finished, row->steps[i].finished, 0);
    assert_near (steps[i].survival, row->steps[i].survival, 1e-15);
    assert_near (steps[i].hazard_variance, row->steps[i].hazard_variance, 1e-15);
    kernel_survival_interval (&steps[i], Z_95, &low, &high);
    assert_near (low, row->low[i], 1e-14);
    assert_near (high, row->high[i], 1e-14);
    kernel_survival_plain_interval (&steps[i], Z_95, &low, &high);
    assert_near (low, row->plain_low[i], 1e-14);
    assert_near (high, row->plain_high[i], 1e-14);
  }
}

static void
gives_known_answer (void **state)
{
  static const double shares[] = { 0.25, 0.5, 0.75, 0.9 };
  const struct known *row = *state;
  KernelKaplanMeierStep steps[MOST];

  assert_int_equal (
      kernel_kaplan_meier (row->n_finished, row->finished, row->n_open, row->open, steps), row->n);
  check_steps (row, steps);
  for (size_t k = 0; k < LENGTH (shares); k++) {
    KernelSurvivalQuantile got;

    assert_int_equal (kernel_survival_quantile (row->n, steps, shares[k], Z_95, &got), KERNEL_OK);
    assert_near (got.value, row->quantiles[k].value, 0);
    assert_near (got.low, row->quantiles[k].low, 0);
    assert_near (got.high, row->quantiles[k].high, 0);
  }
}

/* The chance of lasting each day, day by day from the definition. */
static double
survival_by_hand (size_t n_finished,
                  const double *finished,
                  size_t n_open,
                  const double *open,
                  double time)
{
  double survival = 1;

  for (double t = 0; t <= time; t++) {
    double at_risk = 0, ended = 0;

    for (size_t i = 0; i < n_finished; i++) {
      at_risk += finished[i] >= t;
      ended += finished[i] == t;
    }
    for (size_t i = 0; i < n_open; i++)
      at_risk += open[i] >= t;
    if (ended > 0)
      survival *= (at_risk - ended) / at_risk;
  }

  return survival;
}

static void
agrees_with_the_definition (void **state)
{
  enum {
    N = 300
  };
  double finished[N], open[N];
  KernelKaplanMeierStep steps[N];
  uint64_t work[2 * N], seed = 1;

  (void) state;
  for (size_t n_open = 0; n_open < N; n_open += 37) {
    const size_t n_finished = N - n_open;

    for (size_t i = 0; i < n_finished; i++)
      finished[i] = (double) kernel_random_below (&seed, 40);
    for (size_t i = 0; i < n_open; i++)
      open[i] = (double) kernel_random_below (&seed, 40);
    kernel_radix_sort (n_finished, finished, work);
    kernel_radix_sort (n_open, open, work);
    const size_t n = kernel_kaplan_meier (n_finished, finished, n_open, open, steps);
    for (size_t k = 0; k < n; k++)
      assert_near (steps[k].survival,
                   survival_by_hand (n_finished, finished, n_open, open, steps[k].time), 1e-13);
  }
}

static void
refuses (void **state)
{
  static const KernelKaplanMeierStep step = { 1, 2, 1, 0.5, 0.5 };
  KernelSurvivalQuantile got;

  (void) state;
  assert_int_equal (kernel_survival_quantile (1, &step, 0, 2, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_survival_quantile (1, &step, 1, 2, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_survival_quantile (1, &step, NAN, 2, &got), KERNEL_ERR_PARAMETER);
  assert_int_equal (kernel_survival_quantile (1, &step, 0.5, 0, &got), KERNEL_ERR_PARAMETER);
}

int
main (void)
{
  struct CMUnitTest tests[LENGTH (known) + 2] = {
    cmocka_unit_test (agrees_with_the_definition),
    cmocka_unit_test (refuses),
  };

  add_rows (tests + 2, gives_known_answer, known, LENGTH (known), sizeof *known);

  return cmocka_run_group_tests_name ("kernel/kaplan-meier", tests, NULL, NULL);
}
