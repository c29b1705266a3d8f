/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stdbool.h>
#include <stddef.h>

/* What the change of a ratio from one time to another is made of.
 *
 * @before, @after: the ratio of all parts together
 * @rate: of @after - @before, what the parts' own ratios give
 * @mix: what the parts' shares of the whole give
 */
typedef struct {
  double before;
  double after;
  double rate;
  double mix;
} KernelKitagawa;

KernelStatus kernel_kitagawa (size_t n,
                              const double *counts_before,
                              const double *totals_before,
                              const double *counts_after,
                              const double *totals_after,
                              bool centred,
                              double *rate,
                              double *mix,
                              KernelKitagawa *result) KERNEL_MUST_CHECK;
KernelStatus kernel_kitagawa_means (size_t n,
                                    const double *sums_before,
                                    const double *cases_before,
                                    const double *sums_after,
                                    const double *cases_after,
                                    bool centred,
                                    double *rate,
                                    double *mix,
                                    KernelKitagawa *result) KERNEL_MUST_CHECK;
