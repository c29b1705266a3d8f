/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/random.h"

#include <glib.h>

#define MADE_SERIES_MOST 120
#define MADE_SERIES_RUN_IN 200

/* Follows itself by @phi; its innovations have a spread of 1. */
static inline void
make_series (uint64_t *seed, gsize n, double phi, double *values)
{
  double noise[MADE_SERIES_RUN_IN + MADE_SERIES_MOST], before = 0;

  kernel_random_normal (seed, MADE_SERIES_RUN_IN + n, noise);
  for (gsize i = 0; i < MADE_SERIES_RUN_IN + n; i++) {
    before = phi * before + noise[i];
    if (i >= MADE_SERIES_RUN_IN)
      values[i - MADE_SERIES_RUN_IN] = before;
  }
}
