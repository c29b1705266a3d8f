/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-protection.h"

#include <scrutiny/error.h>

#include "base/error-private.h"
#include "kernel/span-suppression.h"
#include "kernel/suppression.h"
#include "records/record-query.h"
#include "records/record-spans.h"
#include "records/record-steps.h"

#include <math.h>
#include <string.h>

/* A definition and those that it was changed from: more are refused. */
#define MOST_VERSIONS 8

/* Finer than any. */
#define NO_LEVEL 7

/* Of small counts and segments and periods: more take too long. */
#define MOST_SEARCHES 1e7

/* A definition, and what is hidden of its figures: shape (segments, spans). */
typedef struct {
  RecordSteps *steps;
  bool *is_hidden;
} Version;

static void
version_free (gpointer data)
{
  Version *self = data;

  g_clear_pointer (&self->steps, record_steps_unref);
  g_free (self->is_hidden);
  g_free (self);
}

/* A figure and those it was changed from, the oldest first, over the same steps and segments. */
typedef struct {
  GPtrArray *versions; /* of Version */
  GStrv keys;          /* of the segments of the last one */
  gsize n_keys;
  gint64 first;
  gsize n;
  GArray *spans; /* of RecordSpan */
  double threshold;
} Protection;

static void
protection_clear (Protection *self)
{
  g_clear_pointer (&self->versions, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Protection, protection_clear)

static const RecordSpan *
span_at (const Protection *self, gsize span)
{
  return &g_array_index (self->spans, RecordSpan, span);
}

/* --- Versions --------------------------------------------------------------------------------- */

/* What tells one definition's counts from another's. */
static char *
dup_name (const DefinitionPlan *plan, ScrutinyDefinition *definition, ScrutinyCalendar steps)
{
  g_autofree char *text = definition_plan_dup_text (plan);
  const char *holidays = scrutiny_definition_get_holidays (definition);

  return g_strdup_printf ("%d %s; %s", steps, text, holidays ? holidays : "");
}

/* The counts by steps, as they were kept or else counted and kept for the next who asks; NULL with
 * @error set.
 */
static RecordSteps *
dup_steps (ScrutinyRecords *records,
           ScrutinyDefinition *definition,
           ScrutinyCalendar steps,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (DefinitionPlan) plan = record_plan_new (records, definition, error);
  g_autofree char *name = plan ? dup_name (plan, definition, steps) : NULL;
  RecordSteps *found = name ? scrutiny_records_find_steps (records, name) : NULL;
  g_autoptr (RecordFigures) figures = NULL;

  if (found || !plan)
    return found;
  figures = record_figures_new (records, plan, steps, cancellable, error);
  if (!figures)
    return NULL;
  found = record_steps_new (figures);
  scrutiny_records_keep_steps (records, name, found);

  return found;
}

/* What has just been counted by steps is not counted again. */
static gboolean
keep_own (const RecordFigures *figures,
          ScrutinyRecords *records,
          ScrutinyDefinition *definition,
          GError **error)
{
  g_autoptr (DefinitionPlan) plan = NULL;
  g_autofree char *name = NULL;
  g_autoptr (RecordSteps) steps = NULL;

  if (figures->calendar != record_steps_get_calendar (figures->calendar))
    return TRUE;
  plan = record_plan_new (records, definition, error);
  if (!plan)
    return FALSE;
  name = dup_name (plan, definition, figures->calendar);
  steps = record_steps_new (figures);
  scrutiny_records_keep_steps (records, name, steps);

  return TRUE;
}

static gboolean
is_there (const Protection *self, const RecordSteps *steps)
{
  for (guint i = 0; i < self->versions->len; i++)
    if (((Version *) self->versions->pdata[i])->steps == steps)
      return TRUE;

  return FALSE;
}

static void
add_version (Protection *self, RecordSteps *steps)
{
  Version *version = g_new0 (Version, 1);

  version->steps = steps;
  g_ptr_array_insert (self->versions, 0, version);
}

/* A definition that does not fit the rows gave no figures that anything could be taken from. */
static gboolean
does_not_fit (const GError *fault)
{
  return !fault || g_error_matches (fault, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND) ||
         g_error_matches (fault, SCRUTINY_ERROR, SCRUTINY_ERROR_UNREADABLE);
}

static gboolean
refuse_versions (GError **error)
{
  scrutiny_set_error_at (
      error, SCRUTINY_ERROR_LIMIT, 0, "came_from", NULL,
      "came_from: more than %d definitions, each changed from the one before; what "
      "they tell together is not looked at, so change the first one at once",
      MOST_VERSIONS);

  return FALSE;
}

/* @definition, and those that it was changed from with its segments. */
static gboolean
add_versions (Protection *self,
              ScrutinyRecords *records,
              ScrutinyDefinition *definition,
              ScrutinyCalendar steps,
              GCancellable *cancellable,
              GError **error)
{
  const char *segments = scrutiny_definition_get_segments (definition);

  for (ScrutinyDefinition *from = definition; from;
       from = scrutiny_definition_get_came_from (from)) {
    g_autoptr (ScrutinyDefinition) alike =
        from == definition ? g_object_ref (from)
                           : scrutiny_definition_copy_with (from, "segments", segments, NULL);
    g_autoptr (GError) fault = NULL;
    RecordSteps *found = alike ? dup_steps (records, alike, steps, cancellable, &fault) : NULL;

    if (found && is_there (self, found))
      record_steps_unref (found);
    else if (found && self->versions->len == MOST_VERSIONS) {
      record_steps_unref (found);
      return refuse_versions (error);
    } else if (found)
      add_version (self, found);
    else if (from == definition || !does_not_fit (fault)) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
  }

  return TRUE;
}

static void
find_range (Protection *self)
{
  gint64 last = 0;

  for (guint i = 0; i < self->versions->len; i++) {
    const RecordSteps *steps = ((Version *) self->versions->pdata[i])->steps;
    const gint64 end = steps->first + (gint64) steps->n;

    if (steps->n == 0)
      continue;
    self->first = self->n == 0 ? steps->first : MIN (self->first, steps->first);
    last = self->n == 0 ? end : MAX (last, end);
    self->n = (gsize) (last - self->first);
  }
}

/* --- Sums ------------------------------------------------------------------------------------- */

/* What is counted before each step of all; @sums has one more. */
static void
add_up (const Protection *self, const RecordSteps *steps, gsize key, guint count, double *sums)
{
  const double *counts = record_steps_find (steps, self->keys[key], count);
  const gsize offset = (gsize) (steps->first - self->first);

  sums[0] = 0;
  for (gsize i = 0; i < self->n; i++) {
    const gboolean is_in = counts && steps->n > 0 && i >= offset && i < offset + steps->n;

    sums[i + 1] = sums[i] + (is_in ? counts[i - offset] : 0);
  }
}

/* The counts of a segment that anybody could work out: its own, and what each version before it
 * leaves when it is taken off.
 */
typedef struct {
  const Protection *protection;
  gsize key;
  GArray *sums;       /* double, shape (counts, steps + 1) */
  GArray *is_unknown; /* bool, shape (counts, spans): of a difference, from what is hidden */
  GArray *is_signed;  /* bool: a difference that goes both ways, and counts nothing */
} Counts;

static void
counts_init (Counts *self, const Protection *protection, gsize key)
{
  self->protection = protection;
  self->key = key;
  self->sums = g_array_new (FALSE, TRUE, sizeof (double));
  self->is_unknown = g_array_new (FALSE, TRUE, sizeof (bool));
  self->is_signed = g_array_new (FALSE, TRUE, sizeof (bool));
}

static void
counts_clear (Counts *self)
{
  g_array_unref (self->sums);
  g_array_unref (self->is_unknown);
  g_array_unref (self->is_signed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Counts, counts_clear)

/* Whether a difference is one of cases that were left out, or put in: then it is a count. */
static void
find_sign (double *sums, gsize n, gboolean *rises, gboolean *falls)
{
  *rises = *falls = FALSE;
  for (gsize i = 0; i < n; i++) {
    *rises |= sums[i + 1] > sums[i];
    *falls |= sums[i + 1] < sums[i];
  }
}

/* @before is NULL of what is no difference. */
static void
add_sums (Counts *self, double *sums, const Version *before)
{
  const Protection *all = self->protection;
  gboolean rises, falls;
  bool is_signed;

  find_sign (sums, all->n, &rises, &falls);
  if (!rises && !falls)
    return;
  for (gsize i = 0; falls && !rises && i <= all->n; i++)
    sums[i] = -sums[i];
  is_signed = rises && falls;
  g_array_append_vals (self->sums, sums, (guint) all->n + 1);
  g_array_append_val (self->is_signed, is_signed);
  for (gsize s = 0; s < all->spans->len; s++) {
    const bool is_unknown = before && before->is_hidden[self->key * all->spans->len + s];

    g_array_append_val (self->is_unknown, is_unknown);
  }
}

static void
add_own (Counts *self, const Version *version)
{
  g_autofree double *sums = g_new (double, self->protection->n + 1);

  for (guint k = 0; k < (version->steps->has_others ? STEPS_N_COUNTS : 1); k++) {
    add_up (self->protection, version->steps, self->key, k, sums);
    add_sums (self, sums, NULL);
  }
}

/* Of one part that was changed those that count, or the rest, tell what both do. */
static void
add_difference (Counts *self, const Version *version, const Version *before)
{
  const gsize n = self->protection->n + 1;
  const gboolean has_others = version->steps->has_others && before->steps->has_others;
  g_autofree double *now = g_new (double, n), *then = g_new (double, n);

  for (guint k = 0; k < (has_others ? STEPS_N_COUNTS : 1); k++) {
    add_up (self->protection, version->steps, self->key, k, now);
    add_up (self->protection, before->steps, self->key, k, then);
    for (gsize i = 0; i < n; i++)
      now[i] -= then[i];
    add_sums (self, now, before);
  }
}

/* --- One segment over time -------------------------------------------------------------------- */

static void
hide_over_time (const Protection *self, const Counts *counts, bool *is_hidden)
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
                              .is_unknown = (const bool *) (gpointer) counts->is_unknown->data,
                              .is_signed = (const bool *) (gpointer) counts->is_signed->data,
                              .threshold = self->threshold,
                              .is_hidden = is_hidden,
                              .nodes = nodes,
                              .work = work };
  size_t n_narrow;

  for (gsize s = 0; s < n; s++) {
    bounds[s] = span_at (self, s)->first;
    bounds[n + s] = span_at (self, s)->end;
    bounds[2 * n + s] = span_at (self, s)->level;
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
grid_init (Grid *self, const Protection *protection, gsize first, gsize n_columns)
{
  const gsize n_rows = protection->n_keys;

  self->first = first;
  self->table = (KernelSuppression){
    .n_rows = n_rows,
    .n_columns = n_columns,
    .cells = g_new0 (double, KERNEL_SUPPRESSION_CELLS (n_rows, n_columns)),
    .states = g_new0 (uint8_t, KERNEL_SUPPRESSION_CELLS (n_rows, n_columns)),
    .threshold = protection->threshold,
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
grid_fill (Grid *self, const Protection *protection, const Version *version, guint count)
{
  g_autofree double *sums = g_new (double, protection->n + 1);
  double n_small = 0;

  for (gsize key = 0; key < protection->n_keys; key++) {
    add_up (protection, version->steps, key, count, sums);
    for (gsize k = 0; k < self->table.n_columns; k++) {
      const RecordSpan *span = span_at (protection, self->first + k);
      const double value = sums[span->end] - sums[span->first];

      self->table.cells[key * (self->table.n_columns + 1) + k] = value;
      n_small += value > 0 && value < protection->threshold;
    }
  }
  kernel_suppression_add_up (&self->table);

  return n_small * (double) (self->table.n_rows + self->table.n_columns) *
             (double) (self->table.n_rows + self->table.n_columns) <=
         MOST_SEARCHES * protection->threshold;
}

/* The periods of one calendar; where there is too much to look at, all of them, which is enough. */
static void
hide_across (const Protection *self, Version *version, gsize first, gsize n)
{
  for (guint count = 0; count < (version->steps->has_others ? STEPS_N_COUNTS : 1); count++) {
    g_auto (Grid) grid = { 0 };
    gboolean is_looked_at;
    size_t n_narrow;

    grid_init (&grid, self, first, n);
    is_looked_at = grid_fill (&grid, self, version, count) &&
                   kernel_suppress (&grid.table, &n_narrow) == KERNEL_OK;
    for (gsize key = 0; key < self->n_keys; key++)
      for (gsize k = 0; k < n; k++)
        version->is_hidden[key * self->spans->len + first + k] |=
            !is_looked_at || grid.table.states[key * (n + 1) + k] != KERNEL_CELL_SHOWN;
  }
}

static void
hide_across_all (const Protection *self, Version *version)
{
  for (gsize first = 0, end; self->n_keys > 1 && first < self->spans->len; first = end) {
    end = first + 1;
    while (end < self->spans->len &&
           span_at (self, end)->calendar == span_at (self, first)->calendar)
      end++;
    hide_across (self, version, first, end - first);
  }
}

/* The coarsest level at which something of a segment is hidden; one more than any if nothing is. */
static gsize
find_level (const Protection *self, const Version *version, gsize key)
{
  const bool *is_hidden = version->is_hidden + key * self->spans->len;

  for (gsize s = 0; s < self->spans->len; s++)
    if (is_hidden[s])
      return span_at (self, s)->level;

  return NO_LEVEL;
}

static void
hide_from (const Protection *self, Version *version, gsize key, gsize level)
{
  for (gsize s = 0; s < self->spans->len; s++)
    version->is_hidden[key * self->spans->len + s] |= span_at (self, s)->level >= level;
}

static double
size_of (const Protection *self, const Version *version, gsize key)
{
  g_autofree double *sums = g_new (double, self->n + 1);

  add_up (self, version->steps, key, STEPS_COUNTED, sums);

  return sums[self->n];
}

/* The smallest segment of which something is shown at @level; one more than any if nothing is. */
static gsize
find_next (const Protection *self, const Version *version, gsize level)
{
  gsize found = self->n_keys;
  double least = INFINITY;

  for (gsize key = 0; key < self->n_keys; key++) {
    const double size =
        find_level (self, version, key) > level ? size_of (self, version, key) : INFINITY;

    if (size < least) {
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
hide_whole_segments (const Protection *self, Version *version)
{
  gsize coarsest = NO_LEVEL;

  for (gsize key = 0; key < self->n_keys; key++)
    coarsest = MIN (coarsest, find_level (self, version, key));
  for (gsize level = coarsest; level < NO_LEVEL; level++) {
    gsize n_hidden = 0;

    for (gsize key = 0; key < self->n_keys; key++)
      n_hidden += find_level (self, version, key) <= level;
    if (n_hidden == 1 && find_next (self, version, level) < self->n_keys)
      hide_from (self, version, find_next (self, version, level), level);
  }
  for (gsize key = 0; key < self->n_keys; key++)
    hide_from (self, version, key, find_level (self, version, key));
}

/* --- Everything ------------------------------------------------------------------------------- */

static void
hide_version (const Protection *self, guint at)
{
  Version *version = self->versions->pdata[at];
  const gsize n = self->spans->len;

  version->is_hidden = g_new0 (bool, self->n_keys *n + 1);
  hide_across_all (self, version);
  for (gsize key = 0; key < self->n_keys; key++) {
    g_auto (Counts) counts = { 0 };

    counts_init (&counts, self, key);
    add_own (&counts, version);
    for (guint before = 0; before < at; before++)
      add_difference (&counts, version, self->versions->pdata[before]);
    hide_over_time (self, &counts, version->is_hidden + key * n);
  }
  if (self->n_keys > 1)
    hide_whole_segments (self, version);
}

/* Segments may be numbered in another order than those of the steps. */
static GHashTable *
number_segments (const RecordFigures *figures)
{
  GHashTable *numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  const guint n = figures->n_segments == 0 ? 1 : figures->segments->len;

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (numbers, record_figures_dup_key (figures, i), GUINT_TO_POINTER (i));

  return numbers;
}

static void
mark (const Protection *self, RecordFigures *figures, const bool *is_hidden)
{
  g_autoptr (GHashTable) numbers = number_segments (figures);
  guint first, end;

  record_spans_find (self->spans, figures->calendar, &first, &end);
  for (gsize key = 0; key < self->n_keys; key++)
    for (gsize s = first; s < end; s++)
      if (is_hidden[key * self->spans->len + s])
        record_figures_withhold (figures,
                                 GPOINTER_TO_UINT (g_hash_table_lookup (numbers, self->keys[key])),
                                 span_at (self, s)->ordinal);
  record_figures_sort (figures);
}

gboolean
record_figures_protect (RecordFigures *figures,
                        ScrutinyRecords *records,
                        ScrutinyDefinition *definition,
                        GCancellable *cancellable,
                        GError **error)
{
  g_auto (Protection) self = { .versions = g_ptr_array_new_with_free_func (version_free),
                               .threshold = scrutiny_records_get_suppress_below (records) };

  if (self.threshold == 0)
    return TRUE;
  if (!keep_own (figures, records, definition, error) ||
      !add_versions (&self, records, definition, record_steps_get_calendar (figures->calendar),
                     cancellable, error))
    return FALSE;
  self.keys = ((Version *) self.versions->pdata[self.versions->len - 1])->steps->keys;
  self.n_keys = g_strv_length (self.keys);
  find_range (&self);
  self.spans = record_spans_new (figures->calendar, self.first, self.n);
  for (guint i = 0; i < self.versions->len; i++)
    hide_version (&self, i);
  mark (&self, figures, ((Version *) self.versions->pdata[self.versions->len - 1])->is_hidden);

  return TRUE;
}
