/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Runs about a line.
 *
 * @useful: points that are not on the line
 * @longest: most useful points in a row on one side
 * @crossings: times the next useful point was on the other side
 * @chances: times it could have been: pairs of neighbouring useful points
 */
typedef struct {
  size_t useful;
  size_t longest;
  size_t crossings;
  size_t chances;
} KernelRuns;

/* What is kept from one point to the next.
 *
 * @length: useful points of the run that goes on
 * @side: of it; 0 where none can be carried on
 */
typedef struct {
  KernelRuns runs;
  size_t length;
  int side;
} KernelRunsState;

void kernel_runs_step (int side, bool follows, KernelRunsState *state);

KernelStatus kernel_runs (size_t n,
                          const double *values,
                          const double *centre,
                          const uint8_t *counted,
                          const uint8_t *follows,
                          KernelRuns *runs) KERNEL_MUST_CHECK;

size_t kernel_longest_run_limit (size_t n_useful);
size_t kernel_crossings_limit (size_t n_chances);

KernelStatus kernel_runs_false_alarm (size_t n_useful,
                                      size_t longest_max,
                                      size_t crossings_min,
                                      double *work,
                                      double *chance) KERNEL_MUST_CHECK;
