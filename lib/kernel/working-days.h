/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>
#include <stdint.h>

int64_t kernel_working_days (int64_t from, int64_t to, size_t n_holidays, const int64_t *holidays);
