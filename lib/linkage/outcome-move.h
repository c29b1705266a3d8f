/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/direction.h>
#include <scrutiny/series.h>

#include "kernel/level-change.h"

G_BEGIN_DECLS

/* What an outcome did when the figure that is said to lead to it had moved.
 *
 * @at: the period in which the figure moved, NULL where it did not
 * @figure_before, @figure_after: its levels
 * @since: the period from which the outcome is looked at: @at, and as long later as the reasons say
 * @n_before, @n_after: periods on either side of that, whole years of them where a year has a
 * season
 * @before, @after: what the outcome was in them, of counts where it has any
 * @centre, @lower, @upper: average and limits of the periods before
 * @n_above, @n_below, @n_beyond: later values above and below that average, and outside the limits
 * @beyond: labels of those outside
 * @change: of the averages
 * @moved: which way, where more than chance moved it
 * @reason: why it cannot be told, or NULL
 */
typedef struct {
  char *at, *since;
  double figure_before, figure_after;
  guint n_before, n_after;
  double before, after;
  double centre, lower, upper;
  guint n_above, n_below, n_beyond;
  char **beyond;
  KernelLevelChange change;
  ScrutinyDirection moved;
  char *reason;
} OutcomeMove;

/* @lag: how many periods later the outcome is to follow */
void
outcome_move_init (OutcomeMove *self, ScrutinySeries *figure, ScrutinySeries *outcome, guint lag);
void outcome_move_clear (OutcomeMove *self);

/* Whether the figure moved and enough is there of the outcome. */
gboolean outcome_move_is_told (const OutcomeMove *self);
ScrutinyDirection outcome_move_get_figure_direction (const OutcomeMove *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutcomeMove, outcome_move_clear)

G_END_DECLS
