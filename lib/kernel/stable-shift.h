/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* How new limits are looked for. */
typedef struct {
  size_t window;        /* points that limits come from */
  size_t run;           /* points on one side that count as a shift */
  size_t most_excluded; /* points beyond the limits left out of them, at most */
  double sigma_per_range;
  double screen; /* as for kernel_mean_range() */
} KernelStableShift;

typedef enum {
  KERNEL_SHIFT_TOO_FEW,     /* points for any limits */
  KERNEL_SHIFT_FIRST,       /* limits from the first points */
  KERNEL_SHIFT_ONE_SET,     /* too few points for a second set */
  KERNEL_SHIFT_FEW_LEFT,    /* too few points from here for new limits */
  KERNEL_SHIFT_NO_RUN,      /* no further run against the limits in force */
  KERNEL_SHIFT_CAME_BACK,   /* a run starts here, but a run back follows within its window */
  KERNEL_SHIFT_MAY_BE_BACK, /* a run starts here, but the last points may be a run back */
  KERNEL_SHIFT_ACCEPTED,    /* a run starts here, and new limits with it */
} KernelShiftStep;

typedef struct {
  KernelShiftStep step;
  size_t at;
  int direction; /* of the run: 1 up, -1 down, 0 where there is none */
  double centre; /* of the limits made here, or tried; NaN of none */
} KernelShiftEntry;

KernelStatus kernel_stable_shift (size_t n,
                                  const double *values,
                                  const KernelStableShift *how,
                                  double *work,
                                  uint8_t *used,
                                  KernelShiftEntry *entries,
                                  size_t *n_entries) KERNEL_MUST_CHECK;

/* One run found by kernel_sustained_runs(). */
typedef struct {
  size_t first;
  size_t last;
  int direction;
  double centre; /* median of the run's points */
} KernelSustainedRun;

KernelStatus kernel_sustained_runs (size_t n,
                                    const double *values,
                                    size_t window,
                                    size_t run,
                                    double *work,
                                    KernelSustainedRun *runs,
                                    size_t *n_runs) KERNEL_MUST_CHECK;
