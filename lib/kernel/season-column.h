/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>

void kernel_season_level (size_t n, unsigned season, unsigned member, double *column);
void kernel_season_wave (size_t n, unsigned season, unsigned half, double *column);
