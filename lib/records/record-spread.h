/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

G_BEGIN_DECLS

/* How many rows there are of each group, and of each step of what is measured. */
typedef struct _RecordSpread RecordSpread;

RecordSpread *record_spread_new (double step);
void record_spread_free (RecordSpread *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordSpread, record_spread_free)

void record_spread_add (RecordSpread *self, const char *group, double measure);
/* FALSE with LIMIT where there were more steps and groups than are counted apart. */
gboolean record_spread_check (const RecordSpread *self, GError **error);

/* "group", "n": the largest first, equal ones as first met; small ones together at the end. */
ScrutinyTable *record_spread_make_groups (RecordSpread *self,
                                          guint suppress_below,
                                          guint round_to,
                                          GError **error);

/* "by" if @is_grouped, "from", "to", "n": by group as first met, then from the lowest; small
 * neighbours together.
 */
ScrutinyTable *record_spread_make_table (RecordSpread *self,
                                         gboolean is_grouped,
                                         guint suppress_below,
                                         guint round_to,
                                         GError **error);

G_END_DECLS
