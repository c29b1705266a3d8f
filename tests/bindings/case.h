/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <math.h>
#include <scrutiny/scrutiny.h>
#include <string.h>

/* The case that C, Python and JavaScript go over: 24 months of what was done in time, out of
 * what was done. One month is missing; a number of cases changes from month to month.
 */
static const double case_met[] = { 61, 58, 70,  66, 72, 69, 55, 64, 67, 71, 60, 63,
                                   74, 77, NAN, 81, 79, 85, 83, 80, 88, 84, 86, 90 };
static const double case_closed[] = { 88, 83, 97, 90, 99, 96, 79, 91,  95, 98,  86, 90,
                                      94, 97, 93, 99, 96, 98, 97, 101, 99, 104, 98, 102 };

/* Each line is a name and what belongs to it; of a double all 64 bits. */
static inline void
case_print_bits (const char *name, const double *values, gsize n)
{
  g_print ("%s", name);
  for (gsize i = 0; i < n; i++) {
    guint64 bits;

    memcpy (&bits, &values[i], sizeof bits);
    g_print (" %016" G_GINT64_MODIFIER "x", bits);
  }
  g_print ("\n");
}

static inline void
case_print_text (const char *name, const char *text)
{
  g_autofree char *escaped = g_strescape (text ? text : "", NULL);

  g_print ("%s %s\n", name, escaped);
}

static inline ScrutinySeries *
case_series (void)
{
  g_autoptr (ScrutinyTimeline) months = scrutiny_timeline_new ("2023-04", 24, NULL);

  return scrutiny_series_new_ratio (months, case_met, G_N_ELEMENTS (case_met), case_closed,
                                    G_N_ELEMENTS (case_closed), 100, NULL);
}
