/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

double kernel_chi_square_tail (double x, unsigned freedom);
double kernel_chi_square_quantile (double p, double freedom);
