/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* A time at which something ended.
 *
 * @time: how long it had taken, in the unit of the durations
 * @at_risk: how many had lasted as long as that
 * @finished: how many ended then
 * @survival: the share that lasts longer
 * @hazard_variance: Greenwood's sum up to here; infinite once nothing is left
 */
typedef struct {
  double time;
  double at_risk;
  double finished;
  double survival;
  double hazard_variance;
} KernelKaplanMeierStep;

size_t kernel_kaplan_meier (size_t n_finished,
                            const double *finished,
                            size_t n_open,
                            const double *open,
                            KernelKaplanMeierStep *steps);
void
kernel_survival_interval (const KernelKaplanMeierStep *step, double z, double *low, double *high);
void kernel_survival_plain_interval (const KernelKaplanMeierStep *step,
                                     double z,
                                     double *low,
                                     double *high);

/* A time by which a share has ended, with its interval.  NaN: not reached; an interval's end
 * that is not reached is infinite.
 */
typedef struct {
  double value;
  double low;
  double high;
} KernelSurvivalQuantile;

KernelStatus kernel_survival_quantile (size_t n,
                                       const KernelKaplanMeierStep *steps,
                                       double share,
                                       double z,
                                       KernelSurvivalQuantile *result) KERNEL_MUST_CHECK;
