/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>

/* Scales on which lengths spread evenly to both sides. */
typedef enum {
  KERNEL_LENGTH_PLAIN,
  KERNEL_LENGTH_ROOT, /* the 3.6th */
  KERNEL_LENGTH_LOG,
} KernelLengthScale;

double kernel_skewness (size_t n, const double *values);

KernelLengthScale
kernel_length_scale_choose (size_t n, const double *lengths, double most, double *work);
double kernel_length_to_scale (KernelLengthScale scale, double length);
double kernel_length_from_scale (KernelLengthScale scale, double scaled);
