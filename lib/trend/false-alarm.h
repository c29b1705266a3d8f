/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "trend/chart-lines.h"
#include "trend/rule-set.h"

G_BEGIN_DECLS

/* What was worked out for one chart and serves others drawn with the same options, on
 * several threads.
 */
typedef struct _FalseAlarmMemory FalseAlarmMemory;

FalseAlarmMemory *false_alarm_memory_new (void);
void false_alarm_memory_free (FalseAlarmMemory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FalseAlarmMemory, false_alarm_memory_free)

/* Chance that a chart's points with nothing going on give at least one signal of the
 * sets; NaN where it is not known.  @basis (transfer full), which may be NULL, says how it was
 * found, or why not; @memory may be NULL.
 */
double false_alarm_of_chart (const ChartDrawing *drawing,
                             const ChartLines *lines,
                             const RuleSet *const *sets,
                             guint n_sets,
                             FalseAlarmMemory *memory,
                             char **basis);

/* Share of @n_series made-up series of @n_points independent normal values that give a
 * signal of @sets: with limits from themselves, or with a median and no limits.
 */
double false_alarm_simulate (const RuleSet *const *sets,
                             guint n_sets,
                             guint n_points,
                             gboolean has_limits,
                             double width,
                             guint n_series,
                             guint64 seed);

/* What is stored for a set of that name with limits three spreads away; NaN if nothing. */
double false_alarm_look_up (const char *set, guint n_points);

G_END_DECLS
