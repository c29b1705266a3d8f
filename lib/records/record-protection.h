/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-figures.h"

G_BEGIN_DECLS

/* Marks which of @figures are withheld, and adds to them those of no rows that are: those of which
 * a count is small, and as many more as it takes that none can be had by taking one figure from
 * another, of the same or a coarser calendar, of all segments together, or of a definition that
 * @definition was changed from.
 */
gboolean record_figures_protect (RecordFigures *figures,
                                 ScrutinyRecords *records,
                                 ScrutinyDefinition *definition,
                                 GCancellable *cancellable,
                                 GError **error);

/* Whether it may be told, besides its figures, how many rows @definition looks at and how many it
 * counts, of all and of each of its segments: over all time, or else in stretches of as many
 * months as are compared with as many before them.  Not where that would tell a small count by the
 * figures that are given out before it.  FALSE with @error set, or without.
 */
gboolean record_totals_may_be_told (ScrutinyRecords *records,
                                    ScrutinyDefinition *definition,
                                    gboolean in_stretches,
                                    GCancellable *cancellable,
                                    GError **error);

G_END_DECLS
