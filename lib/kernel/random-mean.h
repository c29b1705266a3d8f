/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>
#include <stdint.h>

double kernel_random_student (uint64_t *state, double freedom);
void kernel_redraw_means (uint64_t *state,
                          size_t n,
                          const double *sums,
                          const double *cases,
                          const double *deviations,
                          const double *freedoms,
                          double *drawn_sums,
                          double *drawn_cases);
