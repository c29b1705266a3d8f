/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* Two versions of the same figures; NaN where something is not known. */
typedef struct {
  size_t n;         /* pairs */
  double mean;      /* of later - earlier */
  double mean_size; /* whatever its sign */
  double largest;   /* the difference that is furthest from nothing */
  size_t at_largest;
  size_t n_up, n_down;
  double chance; /* of so one-sided a split where either way is as likely */
  double ratio;  /* geometric mean of later / earlier, where all are above 0 */
  double ratio_low, ratio_high;
  double with_earlier, with_later; /* correlations of the difference with either */
} KernelVersions;

KernelStatus kernel_versions (size_t n,
                              const double *earlier,
                              const double *later,
                              double level,
                              KernelVersions *result) KERNEL_MUST_CHECK;
