/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

double kernel_run_length (double shift, double width);
double kernel_share_run_length (double total, double p_before, double p_after, double width);
double kernel_count_run_length (double before, double after, double width);
