/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stdbool.h>

/* How much likelier @x + 1 is than @x, of what @of says. */
typedef double (*KernelStepUp) (const void *of, double x);

bool kernel_is_case_count (double value);
double kernel_outward_sum (KernelStepUp step_up,
                           const void *of,
                           double first,
                           double last,
                           double mode,
                           double seen);
