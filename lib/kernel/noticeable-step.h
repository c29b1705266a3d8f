/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/level-line.h"

double kernel_noticeable_step (size_t n, const KernelLevelLineSettings *settings, double power);
