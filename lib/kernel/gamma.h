/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stdbool.h>

double kernel_gamma_lower (double shape, double x);
double kernel_gamma_upper (double shape, double x);
double kernel_gamma_quantile (double shape, double p, bool is_upper);
