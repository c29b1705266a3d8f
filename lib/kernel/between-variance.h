/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>

double kernel_between_variance (size_t n, const double *values, const double *errors);
void kernel_q_profile (size_t n,
                       const double *values,
                       const double *errors,
                       double level,
                       double *low,
                       double *high);
