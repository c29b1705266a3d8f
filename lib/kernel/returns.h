/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>

size_t kernel_returns (size_t n,
                       const double *gaps,
                       const double *left,
                       size_t n_windows,
                       double *followed,
                       double *returned);
