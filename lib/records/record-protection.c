/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-protection.h"

#include "kernel/span-suppression.h"
#include "kernel/suppression.h"
#include "records/record-counts.h"
#include "records/record-query.h"

#include <math.h>
#include <string.h>

/* Finer than any. */
#define NO_LEVEL 7

/* Of small counts and segments and periods: more take too long. */
#define MOST_SEARCHES 1e7

/* --- One segment over time -------------------------------------------------------------------- */

static void
hide_over_time (const RecordFrame *self, const RecordCounts *counts, bool *is_hidden)
{
  const gsize n = self->spans->len;
  g_autofree gsize *bounds = g_new (gsize, 3 * n + 1);
  g_autofree gsize *nodes = g_new (gsize, KERNEL_SPAN_NODES (self->n, n));
  g_autofree double *work = g_new (double, KERNEL_SPAN_WORK (self->n));
  const KernelSpans spans = { .n_steps = self->n,
                              .n_spans = n,
                              .n_counts = counts->is_signed->len,
                              .first = bounds,
                              .end = bounds + n,
                              .levels = bounds + 2 * n,
                              .sums = (const double *) (gpointer) counts->sums->data,
                              .falls = (const double *) (gpointer) counts->all_falls->data,
                              .rises = (const double *) (gpointer) counts->all_rises->data,
                              .is_signed = (const bool *) (gpointer) counts->is_signed->data,
                              .threshold = self->threshold,
                              .is_hidden = is_hidden,
                              .nodes = nodes,
                              .work = work };
  size_t n_narrow;

  for (gsize s = 0; s < n; s++) {
    bounds[s] = record_frame_get_span (self, s)->first;
    bounds[n + s] = record_frame_get_span (self, s)->end;
    bounds[2 * n + s] = record_frame_get_span (self, s)->level;
  }
  if (kernel_suppress_spans (&spans, &n_narrow) != KERNEL_OK)
    memset (is_hidden, TRUE, n * sizeof *is_hidden);
}

/* --- All segments at once --------------------------------------------------------------------- */

typedef struct {
  KernelSuppression table;
  gsize first; /* span */
} Grid;

static void
grid_init (Grid *self, const RecordFrame *frame, gsize first, gsize n_columns)
{
  const gsize n_rows = frame->keys->len;

  self->first = first;
  self->table = (KernelSuppression){
    .n_rows = n_rows,
    .n_columns = n_columns,
    .cells = g_new0 (double, KERNEL_SUPPRESSION_CELLS (n_rows, n_columns)),
    .states = g_new0 (uint8_t, KERNEL_SUPPRESSION_CELLS (n_rows, n_columns)),
    .threshold = frame->threshold,
    .shows_none = true,
    .work = g_new (double, KERNEL_SUPPRESSION_WORK (n_rows, n_columns)),
    .nodes = g_new (size_t, KERNEL_SUPPRESSION_NODES (n_rows, n_columns)),
  };
}

static void
grid_clear (Grid *self)
{
  g_free (self->table.cells);
  g_free (self->table.states);
  g_free (self->table.work);
  g_free (self->table.nodes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

/* FALSE where so many counts are small that it would take too long to look at them all. */
static gboolean
grid_fill (Grid *self, const RecordFrame *frame, const RecordVersion *version, guint count)
{
  g_autofree double *sums = g_new (double, frame->n + 1);
  double n_small = 0;

  for (gsize key = 0; key < frame->keys->len; key++) {
    record_frame_add_up (frame, version, key, count, sums);
    for (gsize k = 0; k < self->table.n_columns; k++) {
      const RecordSpan *span = record_frame_get_span (frame, self->first + k);
      const double value = sums[span->end] - sums[span->first];

      self->table.cells[key * (self->table.n_columns + 1) + k] = value;
      n_small += value > 0 && value < frame->threshold;
    }
  }
  kernel_suppression_add_up (&self->table);

  return n_small * (double) (self->table.n_rows + self->table.n_columns) *
             (double) (self->table.n_rows + self->table.n_columns) <=
         MOST_SEARCHES * frame->threshold;
}

/* The periods of one calendar; where there is too much to look at, all of them, which is enough. */
static void
hide_across (const RecordFrame *self, RecordVersion *version, gsize first, gsize n)
{
  for (guint count = 0; count < (version->steps->has_others ? STEPS_N_COUNTS : 1); count++) {
    g_auto (Grid) grid = { 0 };
    gboolean is_looked_at;
    size_t n_narrow;

    grid_init (&grid, self, first, n);
    is_looked_at = grid_fill (&grid, self, version, count) &&
                   kernel_suppress (&grid.table, &n_narrow) == KERNEL_OK;
    for (gsize key = 0; key < self->keys->len; key++)
      for (gsize k = 0; k < n; k++)
        version->is_hidden[key * self->spans->len + first + k] |=
            !is_looked_at || grid.table.states[key * (n + 1) + k] != KERNEL_CELL_SHOWN;
  }
}

static void
hide_across_all (const RecordFrame *self, RecordVersion *version)
{
  for (gsize first = 0, end; self->keys->len > 1 && first < self->spans->len; first = end) {
    end = first + 1;
    while (end < self->spans->len && record_frame_get_span (self, end)->calendar ==
                                         record_frame_get_span (self, first)->calendar)
      end++;
    hide_across (self, version, first, end - first);
  }
}

/* The coarsest level at which something of a segment is hidden; one more than any if nothing is. */
static gsize
find_level (const RecordFrame *self, const RecordVersion *version, gsize key)
{
  const bool *is_hidden = version->is_hidden + key * self->spans->len;

  for (gsize s = 0; s < self->spans->len; s++)
    if (is_hidden[s])
      return record_frame_get_span (self, s)->level;

  return NO_LEVEL;
}

static void
hide_from (const RecordFrame *self, RecordVersion *version, gsize key, gsize level)
{
  for (gsize s = 0; s < self->spans->len; s++)
    version->is_hidden[key * self->spans->len + s] |=
        record_frame_get_span (self, s)->level >= level;
}

static double
size_of (const RecordFrame *self, const RecordVersion *version, gsize key)
{
  g_autofree double *sums = g_new (double, self->n + 1);

  record_frame_add_up (self, version, key, RECORD_TERM_COUNTED, sums);

  return sums[self->n];
}

/* Some of the others may have rows of a segment that this one has none of. */
static gboolean
has_segment (const RecordFrame *self, const RecordVersion *version, gsize key)
{
  return record_steps_find (version->steps, self->keys->pdata[key], STEPS_COUNTED) != NULL;
}

/* The smallest segment of which something is shown at @level; one more than any if nothing is. */
static gsize
find_next (const RecordFrame *self, const RecordVersion *version, gsize level)
{
  gsize found = self->keys->len;
  double least = INFINITY;

  for (gsize key = 0; key < self->keys->len; key++) {
    const double size =
        find_level (self, version, key) > level ? size_of (self, version, key) : INFINITY;

    if (has_segment (self, version, key) && size < least) {
      least = size;
      found = key;
    }
  }

  return found;
}

/* A segment is shown at a level with all its periods or with none, and so are two at least:
 * otherwise several segments and several calendars would tell together what none of them tells
 * alone.
 */
static void
hide_whole_segments (const RecordFrame *self, RecordVersion *version)
{
  gsize coarsest = NO_LEVEL;

  for (gsize key = 0; key < self->keys->len; key++)
    coarsest = MIN (coarsest, find_level (self, version, key));
  for (gsize level = coarsest; level < NO_LEVEL; level++) {
    gsize n_hidden = 0;

    for (gsize key = 0; key < self->keys->len; key++)
      n_hidden += find_level (self, version, key) <= level;
    if (n_hidden == 1 && find_next (self, version, level) < self->keys->len)
      hide_from (self, version, find_next (self, version, level), level);
  }
  for (gsize key = 0; key < self->keys->len; key++)
    hide_from (self, version, key, find_level (self, version, key));
}

/* --- Everything ------------------------------------------------------------------------------- */

/* FALSE where a sum over all time would tell a small count, so that nothing can be shown. */
static gboolean
hide_segment (const RecordFrame *self, guint at, gsize key, GArray *mixes)
{
  RecordVersion *version = record_versions_get (self->versions, at);
  g_auto (RecordCounts) counts = { 0 };
  gboolean can_be_shown;

  record_counts_init (&counts, self, version, key);
  can_be_shown = record_counts_fill (&counts, at, mixes);
  hide_over_time (self, &counts, version->is_hidden + key * self->spans->len);

  return can_be_shown;
}

static void
hide_version (const RecordFrame *self, guint at, const RecordOverlaps *overlaps)
{
  RecordVersion *version = record_versions_get (self->versions, at);
  g_autoptr (GArray) mixes = record_mixes_new (self->versions, at, overlaps);

  version->is_hidden = g_new0 (bool, self->keys->len * self->spans->len + 1);
  hide_across_all (self, version);
  for (gsize key = 0; key < self->keys->len; key++)
    if (!hide_segment (self, at, key, mixes))
      hide_from (self, version, key, 0);
  if (self->keys->len > 1)
    hide_whole_segments (self, version);
}

/* Of each segment that @figures have its number and one more. */
static GHashTable *
number_segments (const RecordFigures *figures)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const guint n = figures->n_segments == 0 ? 1 : figures->segments->len;

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (numbers, record_figures_dup_key (figures, i), GUINT_TO_POINTER (i + 1));

  return numbers;
}

static void
mark (const RecordFrame *self, RecordFigures *figures, const bool *is_hidden)
{
  g_autoptr (GHashTable) numbers = number_segments (figures);
  guint first, end;

  record_spans_find (self->spans, figures->calendar, &first, &end);
  for (gsize key = 0; key < self->keys->len; key++) {
    const guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, self->keys->pdata[key]));

    for (gsize s = first; number > 0 && s < end; s++)
      if (is_hidden[key * self->spans->len + s])
        record_figures_withhold (figures, number - 1, record_frame_get_span (self, s)->ordinal);
  }
  record_figures_sort (figures);
}

static void
protect (RecordFigures *figures,
         const RecordVersions *versions,
         const RecordOverlaps *overlaps,
         double threshold)
{
  g_auto (RecordFrame) frame = { 0 };

  record_frame_init (&frame, versions, figures->calendar, threshold);
  for (guint i = 0; i <= versions->asked; i++)
    hide_version (&frame, i, overlaps);
  mark (&frame, figures, record_versions_get (versions, versions->asked)->is_hidden);
}

gboolean
record_figures_protect (RecordFigures *figures,
                        ScrutinyRecords *records,
                        ScrutinyDefinition *definition,
                        GCancellable *cancellable,
                        GError **error)
{
  const guint threshold = scrutiny_records_get_suppress_below (records);
  const ScrutinyCalendar steps = record_steps_get_calendar (figures->calendar);
  g_auto (RecordVersions) versions = { 0 };
  g_autoptr (RecordOverlaps) overlaps = NULL;

  if (threshold == 0)
    return TRUE;
  if (!record_versions_keep (figures, records, definition, error) ||
      !record_versions_init (&versions, records, definition, steps, cancellable, error))
    return FALSE;
  overlaps = record_overlaps_new (records, &versions, cancellable, error);
  if (!overlaps)
    return FALSE;
  protect (figures, &versions, overlaps, threshold);

  return TRUE;
}

/* --- Totals ----------------------------------------------------------------------------------- */

/* The longest of a year, a half, a quarter and a month that fits in twice. */
static gsize
stretch_of (gsize n_months)
{
  return n_months >= 24 ? 12 : n_months >= 12 ? 6 : n_months >= 6 ? 3 : 1;
}

/* The first month and the last may not be whole, and stretches are of whole ones. */
static gboolean
is_told (const RecordFrame *frame, gsize key, const RecordMix *mix, gboolean in_stretches)
{
  const gsize n_whole = frame->n > 2 ? frame->n - 2 : frame->n;

  if (!in_stretches)
    return record_mix_is_small (frame, key, mix, frame->n);

  return record_mix_is_small (frame, key, mix, stretch_of (frame->n)) ||
         record_mix_is_small (frame, key, mix, stretch_of (n_whole));
}

/* By the segments that @definition has, or none. */
static gboolean
may_be_told (ScrutinyRecords *records,
             ScrutinyDefinition *definition,
             gboolean in_stretches,
             GCancellable *cancellable,
             GError **error)
{
  g_auto (RecordVersions) versions = { 0 };
  g_auto (RecordFrame) frame = { 0 };
  g_autoptr (RecordOverlaps) overlaps = NULL;
  g_autoptr (GArray) mixes = NULL;

  if (!record_versions_init (&versions, records, definition, SCRUTINY_CALENDAR_MONTH, cancellable,
                             error))
    return FALSE;
  overlaps = record_overlaps_new (records, &versions, cancellable, error);
  if (!overlaps)
    return FALSE;
  record_frame_init (&frame, &versions, SCRUTINY_CALENDAR_YEAR,
                     scrutiny_records_get_suppress_below (records));
  mixes = record_mixes_new (&versions, versions.asked, overlaps);
  for (gsize key = 0; key < frame.keys->len; key++)
    for (guint i = 0; i < mixes->len; i++)
      if (is_told (&frame, key, &g_array_index (mixes, RecordMix, i), in_stretches))
        return FALSE;

  return TRUE;
}

gboolean
record_totals_may_be_told (ScrutinyRecords *records,
                           ScrutinyDefinition *definition,
                           gboolean in_stretches,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (DefinitionPlan) plan = record_plan_new (records, definition, error);
  gboolean may = plan != NULL;

  if (!plan || !scrutiny_records_get_releases (records) ||
      scrutiny_records_get_suppress_below (records) == 0)
    return may;
  for (guint i = 0; may && i <= plan->segments->len; i++) {
    g_autofree char *segment =
        i < plan->segments->len ? expression_dup_text (plan->segments->pdata[i]) : NULL;
    g_autoptr (ScrutinyDefinition) by =
        scrutiny_definition_copy_with (definition, "segments", segment, error);

    may = by && may_be_told (records, by, in_stretches, cancellable, error);
  }

  return may;
}
