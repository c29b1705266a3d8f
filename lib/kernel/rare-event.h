/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/status.h"

#include <stddef.h>

double kernel_time_between_to_scale (double time);
double kernel_time_between_from_scale (double scaled);
double kernel_count_between_sigma (double mean, int includes_event);
