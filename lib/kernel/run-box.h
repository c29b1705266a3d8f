/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <stddef.h>

/* Runs and crossings that chance alone commonly gives together: at least @crossings_min
 * of the one and at most @longest_max of the other, but for the cut corners: with the
 * longest run allowed at least @crossings_there, with the fewest crossings no run
 * longer than @longest_there.
 */
typedef struct {
  size_t longest_max;
  size_t crossings_min;
  size_t longest_there;
  size_t crossings_there;
} KernelRunBox;

/* How the box is found. */
typedef enum {
  KERNEL_BOX_ANHOEJ,
  KERNEL_BOX_BEST,
  KERNEL_BOX_CUT,
} KernelBox;

KernelRunBox kernel_run_box (KernelBox how, size_t n_useful, size_t n_chances);
