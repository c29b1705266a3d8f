/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>
#include <stdint.h>

double kernel_random_binomial (uint64_t *state, double n, double p);
double kernel_random_poisson (uint64_t *state, double mean);
void kernel_redraw_cases (uint64_t *state,
                          size_t n,
                          const double *counts,
                          const double *totals,
                          double *drawn_counts,
                          double *drawn_totals);
void kernel_redraw_events (uint64_t *state, size_t n, const double *counts, double *drawn_counts);
