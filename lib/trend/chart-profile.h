/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

#include "kernel/moving-range.h"

G_BEGIN_DECLS

/* What a program or a school does where nobody chooses: as data, so that its numbers
 * can be had, and so that it can be seen how they come about.
 */
typedef struct {
  const char *name;
  const char *source;
  const KernelRangeConstants *constants;
  const char *rules[3];    /* sets, or rules written out; NULL-terminated */
  gboolean screen;         /* large moving ranges are left out */
  gboolean bridges;        /* gaps are passed over */
  gboolean pools;          /* deviations of subgroups are pooled even where sizes are equal */
  gboolean goes_below_0;   /* limits of deviations may */
  gboolean mean_of_counts; /* cases between events: centre the mean, the event counted */
} ChartProfile;

const ChartProfile *chart_profile_find (const char *name);
char *chart_profile_dup_names (void); /* “autospc, nelson, …” */

G_END_DECLS
