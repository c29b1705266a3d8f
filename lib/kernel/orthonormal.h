/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stdbool.h>
#include <stddef.h>

double kernel_inner_product (size_t n, const double *a, const double *b);
double kernel_sum_squares (size_t n, const double *values);
bool kernel_orthonormal_add (size_t n, double *columns, size_t n_columns, double *length);
