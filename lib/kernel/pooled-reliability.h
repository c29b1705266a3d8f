/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

double kernel_pooled_reliability (double reliability, double times);
double kernel_times_to_reliability (double reliability, double wanted);
