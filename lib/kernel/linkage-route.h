/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/linkage-basis.h"
#include "kernel/prewhiten.h"
#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Numbers that a route of n periods needs: its columns, and its series on the way. */
#define KERNEL_ROUTE_WORK(n) ((KERNEL_BASIS_MOST_COLUMNS + 1) * (n))

/* A way to look at series: as they are, or by their changes.
 *
 * @basis: what is taken off each
 * @most_order: how many values before may foretell the next
 * @n_taken: degrees of freedom that both spend
 * @series: shape (n), overwritten by each series
 */
typedef struct {
  KernelBasisAsked asked;
  KernelBasis basis;
  size_t most_order, n_taken;
  double *series;
} KernelRoute;

/* What is new in a series each period.
 *
 * @innovations: shape (n), in its unit
 * @scores: shape (n), their normal scores
 */
typedef struct {
  double *innovations, *scores;
  KernelFilter filter;
} KernelWhitened;

KernelStatus kernel_linkage_route (const KernelBasisAsked *asked, double *work, KernelRoute *route)
    KERNEL_MUST_CHECK;
KernelStatus kernel_route_whiten (const KernelRoute *route,
                                  const double *values,
                                  int64_t *work,
                                  KernelWhitened *whitened) KERNEL_MUST_CHECK;
