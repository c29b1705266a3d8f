/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>

void kernel_winsorise (size_t n, const double *values, double share, double *work, double *out);
void kernel_truncate (size_t n, const double *values, double share, double *out);
void
kernel_dispersion (size_t n, const double *scores, const double *errors, double *phi, double *tau2);
