/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kernel/kaplan-meier.h"

#include <math.h>

/* Shares are compared with this much room, as R's survival does: they are products of many. */
#define SAME_SHARE 1.490116119384766e-08

/**
 * kernel_kaplan_meier:
 * @n_finished: number of durations that ended
 * @finished: shape (@n_finished), in rising order, in any unit; none missing
 * @n_open: number of durations that have not ended yet
 * @open: shape (@n_open), how long they have lasted, in rising order
 * @steps: (out): shape (number of different values in @finished, at most @n_finished)
 *
 * The share that lasts longer than each time, from durations some of which are known only to
 * be longer than they are by now. What is open as long as something ends was there when it
 * ended. With nothing open it is the plain share of longer ones. O(@n_finished + @n_open)
 * time.
 *
 * Source: E. L. Kaplan, P. Meier (1958), J. Am. Stat. Assoc. 53, 457-481, formula 2b; M.
 * Greenwood (1926), Reports on Public Health 33, the sum of d / (n (n - d)).
 *
 * Returns: how many steps there are
 */
size_t
kernel_kaplan_meier (size_t n_finished,
                     const double *finished,
                     size_t n_open,
                     const double *open,
                     KernelKaplanMeierStep *steps)
{
  double survival = 1, variance = 0;
  size_t n = 0, gone = 0;

  for (size_t i = 0; i < n_finished;) {
    const double time = finished[i];
    const size_t first = i;

    while (i < n_finished && finished[i] == time)
      i++;
    while (gone < n_open && open[gone] < time)
      gone++;
    const double at_risk = (double) (n_finished - first) + (double) (n_open - gone);
    const double ended = (double) (i - first);
    survival *= 1 - ended / at_risk;
    variance += ended / (at_risk * (at_risk - ended));
    steps[n++] = (KernelKaplanMeierStep){ time, at_risk, ended, survival, variance };
  }

  return n;
}

/**
 * kernel_survival_interval:
 * @step: a step
 * @z: standard normal quantile, 1.96 for a two-sided 95% interval
 * @low: (out): from 0 to 1; NaN where nothing is left
 * @high: (out): likewise
 *
 * The interval of a step's share on the scale of log (-log S), which keeps it between 0 and
 * 1: S^exp (±z √V / log S).
 *
 * Source: J. D. Kalbfleisch, R. L. Prentice (1980), The Statistical Analysis of Failure Time
 * Data, section 1.3, as R's survival with conf.type = "log-log".
 */
void
kernel_survival_interval (const KernelKaplanMeierStep *step, double z, double *low, double *high)
{
  if (!(step->survival > 0 && step->survival < 1)) {
    *low = *high = NAN;
    return;
  }

  const double reach = z * sqrt (step->hazard_variance) / log (step->survival);
  *low = pow (step->survival, exp (-reach));
  *high = pow (step->survival, exp (reach));
}

/**
 * kernel_survival_plain_interval:
 * @step: a step
 * @z: standard normal quantile, 1.96 for a two-sided 95% interval
 * @low: (out): from 0 to 1; NaN where nothing is left
 * @high: (out): likewise
 *
 * Greenwood's interval, S ± z S √V, cut off at 0 and 1.
 *
 * Source: Greenwood (1926), as R's survival with conf.type = "plain".
 */
void
kernel_survival_plain_interval (const KernelKaplanMeierStep *step,
                                double z,
                                double *low,
                                double *high)
{
  const double reach = z * step->survival * sqrt (step->hazard_variance);

  if (!(step->survival > 0)) {
    *low = *high = NAN;
    return;
  }
  *low = step->survival > reach ? step->survival - reach : 0;
  *high = step->survival + reach < 1 ? step->survival + reach : 1;
}

/* Which of the three curves of a step. */
typedef enum {
  CURVE_ITSELF,
  CURVE_LOW,
  CURVE_HIGH,
} Curve;

static double
curve_at (const KernelKaplanMeierStep *step, Curve curve, double z)
{
  double low, high;

  if (curve == CURVE_ITSELF)
    return step->survival;
  kernel_survival_interval (step, z, &low, &high);

  return curve == CURVE_LOW ? low : high;
}

/* The first time at which a curve is down to @rest; the middle of the flat where it is at it.
 * Where nothing is left an interval's curve has no value and is passed over.
 */
static double
reached_at (size_t n, const KernelKaplanMeierStep *steps, Curve curve, double z, double rest)
{
  for (size_t i = 0; i < n; i++) {
    const double share = curve_at (&steps[i], curve, z);

    if (!(share < rest + SAME_SHARE))
      continue;
    if (share > rest - SAME_SHARE && i + 1 < n)
      return (steps[i].time + steps[i + 1].time) / 2;
    return steps[i].time;
  }

  return NAN;
}

/**
 * kernel_survival_quantile:
 * @n: number of steps
 * @steps: shape (@n), of kernel_kaplan_meier()
 * @share: the share that has ended, between 0 and 1
 * @z: standard normal quantile, 1.96 for a two-sided 95% interval
 * @result: (out): the time by which it has
 *
 * The time by which a share has ended, and the times at which the interval of the curve
 * covers that share. Where the curve is flat at it, the middle of the flat. O(@n) time.
 *
 * Source: R. Brookmeyer, J. Crowley (1982), Biometrics 38, 29-41, with the interval of
 * kernel_survival_interval(); as R's quantile.survfit.
 *
 * Returns: %KERNEL_OK; %KERNEL_ERR_PARAMETER for another @share or a @z that is not above 0
 */
KernelStatus
kernel_survival_quantile (size_t n,
                          const KernelKaplanMeierStep *steps,
                          double share,
                          double z,
                          KernelSurvivalQuantile *result)
{
  if (!(share > 0 && share < 1) || !(z > 0))
    return KERNEL_ERR_PARAMETER;

  const double high = reached_at (n, steps, CURVE_HIGH, z, 1 - share);
  result->value = reached_at (n, steps, CURVE_ITSELF, z, 1 - share);
  result->low = reached_at (n, steps, CURVE_LOW, z, 1 - share);
  result->high = isnan (high) ? INFINITY : high;

  return KERNEL_OK;
}
