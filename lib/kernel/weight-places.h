/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>
#include <stdint.h>

/* Room to work in.  Everything is overwritten. */
typedef struct {
  double *weights;  /* shape (n_components) */
  double *scores;   /* shape (n_units) */
  int64_t *keys;    /* shape (2 n_units) */
  uint32_t *places; /* shape (n_units) */
  uint32_t *counts; /* shape (n_units, n_units): how often a unit had a place */
} KernelWeightWork;

/* The places that units have with other weights, each of shape (n_units). */
typedef struct {
  uint32_t *low;
  uint32_t *high;
  double *first; /* share of the draws in which the unit has the first place */
} KernelWeightPlaces;

KernelStatus kernel_weight_places (size_t n_units,
                                   size_t n_components,
                                   const double *parts,
                                   double level,
                                   size_t n_draws,
                                   uint64_t seed,
                                   KernelWeightWork work,
                                   KernelWeightPlaces *result) KERNEL_MUST_CHECK;
