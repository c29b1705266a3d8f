/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stdbool.h>

double kernel_beta_lower (double a, double b, double x);
double kernel_beta_upper (double a, double b, double x);
double kernel_beta_quantile (double a, double b, double p, bool is_upper);
