/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

double kernel_stirling_rest (double x);
double kernel_deviance (double x, double mean);
double kernel_poisson_density (double x, double mean);
double kernel_binomial_density (double x, double others, double p, double q);
