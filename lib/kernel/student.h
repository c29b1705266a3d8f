/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

double kernel_student_cdf (double t, unsigned freedom);
double kernel_student_quantile (double p, unsigned freedom);
