/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-versions.h"

G_BEGIN_DECLS

/* What can be added up of a figure: those that count, or are measured; the rest of a share, or all
 * rows of a rate; and of a share both.
 */
typedef enum {
  RECORD_TERM_COUNTED,
  RECORD_TERM_OTHERS,
  RECORD_TERM_BOTH,
  RECORD_N_TERMS,
} RecordTermKind;

/* Added, or taken off. */
typedef struct {
  guint version;
  RecordTermKind kind;
  int sign;
} RecordTerm;

/* Which rows several figures have in common: the kinds of rows that there are, told from each other
 * by which figures they count for.
 */
typedef struct _RecordOverlaps {
  guint64 *patterns; /* two bits of each version */
  guint n_patterns;
  gboolean is_known; /* FALSE where working days are not counted alike, or kinds are too many */
} RecordOverlaps;

/* As they were found before, or else by going through the rows. */
RecordOverlaps *record_overlaps_new (ScrutinyRecords *records,
                                     const RecordVersions *versions,
                                     GCancellable *cancellable,
                                     GError **error);
RecordOverlaps *record_overlaps_ref (RecordOverlaps *self);
void record_overlaps_unref (RecordOverlaps *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RecordOverlaps, record_overlaps_unref)

/* What terms come to together. */
typedef enum {
  RECORD_SUM_BOTH_WAYS, /* of some kinds of row above nothing and of some below: they count none */
  RECORD_SUM_NOTHING,   /* of every kind */
  RECORD_SUM_COUNTS,    /* rows */
  RECORD_SUM_BELOW,     /* count rows when they are turned round */
} RecordSum;

RecordSum record_overlaps_sum (const RecordOverlaps *self, const RecordTerm *terms, guint n_terms);

G_END_DECLS
