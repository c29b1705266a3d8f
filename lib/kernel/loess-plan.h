/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/loess.h"

#include <stdbool.h>
#include <stddef.h>

/* Loess of interleaved series that is made again and again: what it sees of where depends
 * on the length only, and what each value is multiplied by on the weights only.
 */
typedef struct {
  const KernelLoess *how;
  size_t n, n_lanes;
  bool is_extended;
  double *units; /* of four fits side by side */
  size_t n_units;
} KernelLoessPlan;

size_t kernel_loess_plan_size (size_t n, size_t n_lanes, const KernelLoess *how, bool is_extended);

KernelLoessPlan kernel_loess_plan (size_t n,
                                   size_t n_lanes,
                                   const KernelLoess *how,
                                   bool is_extended,
                                   double *room);
bool kernel_loess_plan_weigh (const KernelLoessPlan *plan, const double *weights);
void kernel_loess_plan_smooth (const KernelLoessPlan *plan, const double *values, double *smooth);
