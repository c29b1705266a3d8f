/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/series.h>

#include "base/period.h"
#include "kernel/linkage.h"

G_BEGIN_DECLS

/* Two series over the periods that both cover.
 *
 * @from: the first period
 * @x, @y: shape (@n), NaN where a value is missing
 * @used: shape (@n), 1 where both are there and nothing out of the ordinary is known
 * @season: periods after which the same time comes again: of a week for days, else of a year
 */
typedef struct {
  Period from;
  gsize n;
  double *x, *y;
  guint8 *used;
  guint n_missing, n_events, n_used;
  guint season;
} LinkedPair;

/* The counts behind a figure, one of each a row. */
typedef struct {
  const double *numerators, *denominators;
} PairCounts;

/* Why figures of such counts always move together, or NULL; transfer full. */
char *pair_counts_dup_refusal (gsize n, const PairCounts *x, const PairCounts *y);

/* Whether periods are rolling, or of the year to date. */
gboolean linked_pair_shares_data (ScrutinySeries *series);

/* Why the question cannot be put to two series, or NULL; transfer full. */
char *linked_pair_dup_refusal (ScrutinySeries *x, ScrutinySeries *y);

/* Periods after which the same time comes again: days follow the week, and whatever is shorter than
 * a year the year; 1 where none does.
 */
guint linked_pair_season_of (ScrutinyCalendar calendar);

/* They must not have been refused. */
void linked_pair_init (LinkedPair *self, ScrutinySeries *x, ScrutinySeries *y);
void linked_pair_clear (LinkedPair *self);

/* Leaves out the periods of a span, as `2020-04..2020-06`, of which some may lie outside; what
 * follows a blank says what happened.
 */
gboolean linked_pair_leave_out (LinkedPair *self, const char *span, GError **error);

/* Why what is left is too little, or NULL; transfer full.  A lag above 0 was asked for. */
char *linked_pair_dup_lack (const LinkedPair *self, guint lag);

/* How many periods the outcome may take: @max_lag, or where that is -1 the usual number. */
guint linked_pair_choose_lag (const LinkedPair *self, int max_lag);

/* The linkage test; what it needs must not lack. */
KernelStatus linked_pair_look (const LinkedPair *self, guint lag, KernelLinkage *found);

/* The label of a period of the pair; transfer full. */
char *linked_pair_dup_label (const LinkedPair *self, gsize i);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LinkedPair, linked_pair_clear)

G_END_DECLS
