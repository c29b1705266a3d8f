/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

/* A figure whose level moves, cut into bands.
 *
 * @n_edges: number of edges, and @edges: shape (@n_edges), rising
 * @mean: the usual level
 * @deviation: of the figure around its level
 */
typedef struct {
  size_t n_edges;
  const double *edges;
  double mean, deviation;
} KernelBands;

double kernel_entropy (size_t n, const double *chances);
KernelStatus kernel_status_bits (const KernelBands *bands,
                                 double level_deviation,
                                 size_t n_nodes,
                                 const double *nodes,
                                 const double *weights,
                                 double *work,
                                 double *shown,
                                 double *carried) KERNEL_MUST_CHECK;
KernelStatus kernel_no_shift_chance (const KernelBands *bands,
                                     double prior,
                                     double shift_deviation,
                                     size_t n_nodes,
                                     const double *nodes,
                                     const double *weights,
                                     double *work,
                                     double *chance) KERNEL_MUST_CHECK;
double kernel_level_bits (double deviation, double level_deviation);
