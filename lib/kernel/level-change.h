/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

#define KERNEL_LEVEL_CHANGE_FEWEST 8

/* What changed on a date that was known beforehand.
 *
 * @n_before, @n_after: values that are not missing
 * @before, @after: their averages
 * @r: how much of its distance from the average a value passes on to the next
 * @error: standard error of the change, with that allowed for
 * @freedom: degrees of freedom, with that allowed for
 * @chance: of a change as far from 0, up or down, where nothing happens
 */
typedef struct {
  size_t n_before, n_after;
  double before, after;
  double r, error;
  unsigned freedom;
  double chance;
} KernelLevelChange;

KernelStatus kernel_level_change (size_t n_before,
                                  const double *before,
                                  size_t n_after,
                                  const double *after,
                                  KernelLevelChange *found) KERNEL_MUST_CHECK;
