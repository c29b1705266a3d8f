/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-figures.h"

G_BEGIN_DECLS

/* What rows come to by days, kept for what is asked of them next: the figure itself, and by each of
 * its segments.
 */
typedef struct _RecordKept RecordKept;

RecordKept *record_kept_new (void);
void record_kept_free (RecordKept *self);

/* Goes through the rows once for all that will be asked of a share, a rate or a mean that has
 * segments.
 * What is wrong with a definition is told to whoever asks for its figures.
 */
void record_kept_gather (ScrutinyRecords *records,
                         ScrutinyDefinition *definition,
                         GCancellable *cancellable);

/* The figures of @plan out of what was kept; NULL if they cannot be had from it. */
RecordFigures *
record_kept_find (ScrutinyRecords *records, const DefinitionPlan *plan, ScrutinyCalendar calendar);

G_END_DECLS
