/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "records/record-overlaps.h"
#include "records/record-spans.h"
#include "records/record-versions.h"

G_BEGIN_DECLS

/* What is asked for, and what is given out before it, over the same steps and segments. */
typedef struct {
  const RecordVersions *versions;
  GPtrArray *keys; /* of char: the segments, as the versions have them one after the other */
  gint64 first;    /* step */
  gsize n;
  GArray *spans; /* of RecordSpan */
  double threshold;
} RecordFrame;

void record_frame_init (RecordFrame *self,
                        const RecordVersions *versions,
                        ScrutinyCalendar calendar,
                        double threshold);
void record_frame_clear (RecordFrame *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RecordFrame, record_frame_clear)

const RecordSpan *record_frame_get_span (const RecordFrame *self, gsize span);

/* What is counted of a segment before each step: @sums has one more than there are steps. */
void record_frame_add_up (const RecordFrame *self,
                          const RecordVersion *version,
                          gsize key,
                          RecordTermKind kind,
                          double *sums);

/* What a version and one or two before it tell together: a count of rows, or nothing. */
typedef struct {
  RecordTerm terms[3]; /* the first is of the version itself */
  guint n_terms;
  gboolean is_dated_alike; /* else only their sums over all time tell */
} RecordMix;

/* Those of a version with all that come before it; where it is not known which rows they have in
 * common, each with each.
 */
GArray *
record_mixes_new (const RecordVersions *versions, guint version, const RecordOverlaps *overlaps);

/* Whether it comes to few of a segment in any so many steps that follow each other. */
gboolean
record_mix_is_small (const RecordFrame *frame, gsize key, const RecordMix *mix, gsize n_steps);

/* The counts of a segment that anybody could work out of a version, once all that comes before it
 * is known, hidden or not: months of one figure and the quarter of another tell a difference of the
 * quarter.
 */
typedef struct {
  const RecordFrame *frame;
  RecordVersion *version;
  gsize key;
  double *falls[RECORD_N_TERMS],
      *rises[RECORD_N_TERMS]; /* how far a step can move; shape (steps) */
  GArray *sums;               /* double, shape (counts, steps + 1) */
  GArray *all_falls;          /* double, shape (counts, steps) */
  GArray *all_rises;          /* double, shape (counts, steps) */
  GArray *is_signed;          /* bool: a difference that goes both ways, and counts nothing */
} RecordCounts;

void record_counts_init (RecordCounts *self,
                         const RecordFrame *frame,
                         RecordVersion *version,
                         gsize key);
void record_counts_clear (RecordCounts *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RecordCounts, record_counts_clear)

/* Its own, what is left when those before it that it was changed from are taken off it, and
 * @mixes.  Hides what is hidden of those before it that have rows in common with it.  FALSE where
 * a sum over all time is small, of figures that are dated differently: then nothing can be shown.
 */
gboolean record_counts_fill (RecordCounts *self, guint at, GArray *mixes);

G_END_DECLS
