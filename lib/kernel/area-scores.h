/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* On which scale areas are set beside what all have in common. */
typedef enum {
  KERNEL_SCORE_SHARE,   /* a proportion as it is */
  KERNEL_SCORE_ARCSINE, /* arcsine of its root */
  KERNEL_SCORE_ROOT,    /* root of observed over expected */
  KERNEL_SCORE_LOG,     /* logarithm of observed over expected */
  KERNEL_SCORE_COUNTS,  /* logarithm of one count over another */
} KernelScore;

KernelStatus kernel_area_scores (KernelScore scale,
                                 size_t n,
                                 const double *numerators,
                                 const double *denominators,
                                 double *target,
                                 double *values,
                                 double *errors,
                                 double *scores) KERNEL_MUST_CHECK;
