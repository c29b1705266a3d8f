/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>

double kernel_whipple (size_t n, const double *counts);
double kernel_myers (size_t n, const double *counts);
