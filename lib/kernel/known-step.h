/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"
#include "kernel/step-model.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Periods that each side of the step needs. */
#define KERNEL_STEP_FEWEST 8

#define KERNEL_STEP_MOST_CALIBRATION 600
#define KERNEL_STEP_MOST_DRAWS 9999
#define KERNEL_STEP_WORK(n) \
  ((KERNEL_STEP_MOST_COLUMNS + 2 + KERNEL_STEP_MOST_CALIBRATION) * (n) + \
   2 * KERNEL_STEP_MOST_CALIBRATION + 64 + KERNEL_STEP_MOST_DRAWS)

/* The chance from which on a step is told of, and the one where neighbours are so alike that the
 * bootstrap gives too small a chance too often.
 */
#define KERNEL_STEP_RARE 0.05
#define KERNEL_STEP_RARE_OF_ALIKE 0.01
#define KERNEL_STEP_ALIKE 0.5

/* The chance from which on a step is taken to be there between the same times of the year. */
#define KERNEL_STEP_RARE_OF_SEASON 0.10

/* A step on a date that was known beforehand.
 *
 * @n_used: periods with a value
 * @level: the step
 * @error: its standard error, if neighbours had nothing in common
 * @t: the step in standard errors
 * @r: correlation of neighbouring residuals; @rho: that of what they are residuals of
 * @chance: of a t as far from 0 where nothing happens and neighbours are as alike as that
 * @rare: the chance from which on a step is told of
 * @smallest: the step that would be told of four times of five
 * @n_season: columns of a season that were taken off
 * @is_season: whether the same times of the year before and after do not show the step
 */
typedef struct {
  size_t n_used;
  double level, error, t;
  double r, rho;
  double chance, rare;
  double smallest;
  size_t n_season;
  bool is_season;
} KernelKnownStep;

/* What a regression says of the step, or of the line after it, a period.
 *
 * @error: its standard error, if neighbours had nothing in common
 * @robust: its standard error, where periods up to a lag away have
 */
typedef struct {
  double estimate, error, robust;
} KernelStepEstimate;

KernelStatus kernel_step_estimate (size_t n,
                                   const double *values,
                                   size_t at,
                                   unsigned season,
                                   bool is_slope,
                                   size_t lag,
                                   double *work,
                                   KernelStepEstimate *found) KERNEL_MUST_CHECK;
KernelStatus kernel_known_step (size_t n,
                                const double *values,
                                size_t at,
                                unsigned season,
                                size_t n_draws,
                                uint64_t seed,
                                double *work,
                                KernelKnownStep *found) KERNEL_MUST_CHECK;
