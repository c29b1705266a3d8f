/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>
#include <stdint.h>

uint64_t kernel_random_next (uint64_t *state);
size_t kernel_random_below (uint64_t *state, size_t n);
void kernel_random_shuffle (uint64_t *state, size_t n, double *values);
void kernel_random_weights (uint64_t *state, size_t n, double *weights);
void kernel_random_normal (uint64_t *state, size_t n, double *values);
