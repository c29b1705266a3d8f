/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-overlaps.h"

#include <string.h>

#include "records/record-query.h"

#define MOST_PATTERNS 4096

G_STATIC_ASSERT (2 * RECORD_MOST_VERSIONS <= 64);

static guint64
bit_of (guint version, RecordTermKind kind)
{
  return (guint64) 1 << (2 * version + kind);
}

RecordOverlaps *
record_overlaps_ref (RecordOverlaps *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_free (((RecordOverlaps *) data)->patterns);
}

void
record_overlaps_unref (RecordOverlaps *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* --- Going through the rows ------------------------------------------------------------------- */

/* Where what a figure asks of a row stands in it. */
typedef struct {
  DefinitionKind kind;
  guint of, counted, measure, dated;
} Columns;

typedef struct {
  Columns columns[RECORD_MOST_VERSIONS];
  guint n_versions;
  guint64 last;
  GHashTable *patterns; /* of guint64 */
} Gathering;

static gboolean
needs_measure (const DefinitionPlan *plan)
{
  return plan->kind == DEFINITION_MEAN || plan->kind == DEFINITION_MEDIAN ||
         plan->kind == DEFINITION_PERCENTILE;
}

static void
select_columns (Columns *self, RecordQuery *query, const DefinitionPlan *plan)
{
  self->kind = plan->kind;
  self->of = record_query_select_any (query, plan->of);
  self->counted = record_query_select_any (query, plan->counted);
  self->measure = record_query_select_any (query, needs_measure (plan) ? plan->measure : NULL);
  self->dated = record_query_select_any (query, plan->dated);
}

/* As record_figures_new() and record_steps_new() count. */
static guint64
find_bits (const Columns *self, const RecordScan *scan, guint version)
{
  const gboolean is_counted =
      record_query_holds (scan, self->counted) && record_query_knows (scan, self->measure);
  const gboolean is_other =
      self->kind == DEFINITION_RATE || (self->kind == DEFINITION_SHARE && !is_counted);

  if (!record_query_knows (scan, self->dated) || !record_query_holds (scan, self->of))
    return 0;

  return (is_counted ? bit_of (version, RECORD_TERM_COUNTED) : 0) |
         (is_other ? bit_of (version, RECORD_TERM_OTHERS) : 0);
}

static void
add_row (const RecordScan *scan, gpointer data)
{
  Gathering *self = data;
  guint64 bits = 0;

  for (guint i = 0; i < self->n_versions; i++)
    bits |= find_bits (&self->columns[i], scan, i);
  if (bits == self->last)
    return;
  self->last = bits;
  if (g_hash_table_size (self->patterns) <= MOST_PATTERNS &&
      !g_hash_table_contains (self->patterns, &bits))
    g_hash_table_add (self->patterns, g_memdup2 (&bits, sizeof bits));
}

static RecordOverlaps *
make (GHashTable *patterns)
{
  RecordOverlaps *self = g_atomic_rc_box_new0 (RecordOverlaps);
  GHashTableIter iter;
  gpointer bits;

  self->is_known = g_hash_table_size (patterns) <= MOST_PATTERNS;
  self->patterns = g_new (guint64, g_hash_table_size (patterns) + 1);
  g_hash_table_iter_init (&iter, patterns);
  while (g_hash_table_iter_next (&iter, &bits, NULL))
    self->patterns[self->n_patterns++] = *(const guint64 *) bits;

  return self;
}

static gboolean
count_alike (const WorkingCalendar *one, const WorkingCalendar *other)
{
  return one->first == other->first && one->last == other->last &&
         one->n_holidays == other->n_holidays &&
         (one->n_holidays == 0 ||
          memcmp (one->holidays, other->holidays, one->n_holidays * sizeof *one->holidays) == 0);
}

/* All figures are asked for at once, and working days are then counted in one way. */
static gboolean
can_be_asked (const RecordVersions *versions, guint n)
{
  const WorkingCalendar *first = record_versions_get (versions, 0)->plan->working;

  for (guint i = 1; i < n; i++)
    if (!count_alike (first, record_versions_get (versions, i)->plan->working))
      return FALSE;

  return TRUE;
}

static RecordOverlaps *
look (ScrutinyRecords *records,
      const RecordVersions *versions,
      guint n,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GHashTable) patterns =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (RecordQuery) query = record_query_new (records);
  Gathering gathering = { .n_versions = n, .patterns = patterns };

  if (!can_be_asked (versions, n))
    return g_atomic_rc_box_new0 (RecordOverlaps);
  for (guint i = 0; i < n; i++)
    select_columns (&gathering.columns[i], query, record_versions_get (versions, i)->plan);
  if (!record_query_ask (query, NULL, record_versions_get (versions, 0)->plan->working, add_row,
                         &gathering, cancellable, error))
    return NULL;

  return make (patterns);
}

static char *
dup_names (const RecordVersions *versions, guint n)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s\n", record_versions_get (versions, i)->name);

  return g_string_free (g_steal_pointer (&out), FALSE);
}

RecordOverlaps *
record_overlaps_new (ScrutinyRecords *records,
                     const RecordVersions *versions,
                     GCancellable *cancellable,
                     GError **error)
{
  const guint n = MIN (versions->all->len, RECORD_MOST_VERSIONS);
  g_autofree char *names = dup_names (versions, n);
  RecordOverlaps *self = scrutiny_records_find_overlaps (records, names);

  if (self)
    return self;
  if (n == 1)
    return g_atomic_rc_box_new0 (RecordOverlaps);
  self = look (records, versions, n, cancellable, error);
  if (self)
    scrutiny_records_keep_overlaps (records, names, self);

  return self;
}

/* --- What is left of a kind of row ------------------------------------------------------------ */

static int
worth_of (guint64 pattern, const RecordTerm *term)
{
  const guint64 counted = bit_of (term->version, RECORD_TERM_COUNTED),
                others = bit_of (term->version, RECORD_TERM_OTHERS);
  const guint64 wanted = term->kind == RECORD_TERM_COUNTED  ? counted
                         : term->kind == RECORD_TERM_OTHERS ? others
                                                            : counted | others;

  return pattern & wanted ? term->sign : 0;
}

RecordSum
record_overlaps_sum (const RecordOverlaps *self, const RecordTerm *terms, guint n_terms)
{
  gboolean rises = FALSE, falls = FALSE;

  for (guint i = 0; i < self->n_patterns; i++) {
    int left = 0;

    for (guint k = 0; k < n_terms; k++)
      left += worth_of (self->patterns[i], &terms[k]);
    rises |= left > 0;
    falls |= left < 0;
  }

  return rises && falls ? RECORD_SUM_BOTH_WAYS
         : rises        ? RECORD_SUM_COUNTS
         : falls        ? RECORD_SUM_BELOW
                        : RECORD_SUM_NOTHING;
}
