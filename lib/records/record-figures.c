/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-figures.h"

#include <stdlib.h>
#include <string.h>

#include "base/error-private.h"
#include "base/period-days.h"
#include "records/record-query.h"
#include "records/record-text.h"

#define NOT_SELECTED G_MAXUINT
#define SECONDS_OF_DAY 86400
#define BETWEEN_SEGMENTS "\x1f"
#define NO_DAY G_MININT64
#define MOST_FIGURES 200000

/* A question under way. */
typedef struct {
  RecordFigures *figures;
  const DefinitionPlan *plan;
  guint dated, counted, measure, segments; /* where they stand in a row */
  gboolean is_moment;
  gboolean keeps_measures;

  GHashTable *places;  /* of a period and a segment: 1 + the place in the figures */
  GHashTable *numbers; /* of a segment: 1 + its number */
  gint64 day;          /* that @ordinal is of; NO_DAY: none yet */
  gint64 ordinal;
  guint32 last; /* the place the row before had */
  gboolean is_full;
} Gathering;

typedef struct {
  gint64 ordinal;
  guint32 segment;
} Place;

static guint
hash_place (gconstpointer data)
{
  const Place *self = data;

  return (guint) self->ordinal * 31 + self->segment;
}

static gboolean
equal_places (gconstpointer a, gconstpointer b)
{
  const Place *one = a, *other = b;

  return one->ordinal == other->ordinal && one->segment == other->segment;
}

static void
clear_figure (gpointer data)
{
  g_clear_pointer (&((RecordFigure *) data)->measures, g_array_unref);
}

static guint32
add_figure (Gathering *self, gint64 ordinal, guint32 segment)
{
  const RecordFigure figure = {
    .ordinal = ordinal,
    .segment = segment,
    .measures = self->keeps_measures ? g_array_new (FALSE, FALSE, sizeof (double)) : NULL,
  };

  g_array_append_val (self->figures->figures, figure);

  return self->figures->figures->len - 1;
}

static guint32
find_place (Gathering *self, gint64 ordinal, guint32 segment)
{
  const Place wanted = { ordinal, segment };
  guint32 found;

  if (self->figures->figures->len > 0) {
    const RecordFigure *last = &g_array_index (self->figures->figures, RecordFigure, self->last);

    if (last->ordinal == ordinal && last->segment == segment)
      return self->last;
  }
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &wanted));
  if (found == 0) {
    found = add_figure (self, ordinal, segment) + 1;
    g_hash_table_insert (self->places, g_memdup2 (&wanted, sizeof wanted),
                         GUINT_TO_POINTER (found));
  }
  self->last = found - 1;

  return self->last;
}

static guint32
find_segment (Gathering *self, const RecordScan *scan)
{
  const guint n = self->figures->n_segments;
  g_auto (GStrv) texts = n > 0 ? g_new0 (char *, n + 1) : NULL;
  g_autofree char *key = NULL;
  guint found;

  if (n == 0)
    return 0;
  for (guint i = 0; i < n; i++)
    texts[i] = record_text_dup (scan, self->segments + i,
                                expression_get_kind (self->plan->segments->pdata[i]));
  key = g_strjoinv (BETWEEN_SEGMENTS, texts);
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  if (found == 0) {
    g_ptr_array_add (self->figures->segments, g_steal_pointer (&texts));
    found = self->figures->segments->len;
    g_hash_table_insert (self->numbers, g_steal_pointer (&key), GUINT_TO_POINTER (found));
  }

  return found - 1;
}

/* FALSE where the row belongs to no period. */
static gboolean
find_ordinal (Gathering *self, const RecordScan *scan)
{
  Period period;
  gint64 day;

  if (!record_scan_is_known (scan, self->dated))
    return FALSE;
  day = record_scan_get_integer (scan, self->dated);
  if (self->is_moment)
    day = day / SECONDS_OF_DAY - (day % SECONDS_OF_DAY < 0);
  if (day == self->day)
    return TRUE;
  if (!period_of_day (self->figures->calendar, day, &period))
    return FALSE;
  self->day = day;
  self->ordinal = period.ordinal;

  return TRUE;
}

/* B. P. Welford (1962), Technometrics 4, 419-420. */
static void
add_square (RecordFigure *figure, double measure)
{
  const double n = (double) figure->n_measured;
  const double away = n > 0 ? measure - figure->sum / n : 0;

  figure->squares += away * away * n / (n + 1);
}

static void
add_measure (Gathering *self, RecordFigure *figure, const RecordScan *scan)
{
  double measure;

  if (!record_scan_is_known (scan, self->measure))
    return;
  measure = record_scan_get_number (scan, self->measure);
  add_square (figure, measure);
  figure->n_measured++;
  figure->sum += measure;
  if (figure->measures)
    g_array_append_val (figure->measures, measure);
}

static void
add_row (const RecordScan *scan, gpointer data)
{
  Gathering *self = data;
  RecordFigure *figure;
  guint32 place;

  if (!find_ordinal (self, scan)) {
    self->figures->n_undated++;
    return;
  }
  self->is_full |= self->figures->figures->len >= MOST_FIGURES;
  if (self->is_full)
    return;
  place = find_place (self, self->ordinal, find_segment (self, scan));
  figure = &g_array_index (self->figures->figures, RecordFigure, place);
  figure->n_rows++;
  if (self->counted == NOT_SELECTED || (record_scan_is_known (scan, self->counted) &&
                                        record_scan_get_integer (scan, self->counted) != 0))
    figure->n_counted++;
  if (self->measure != NOT_SELECTED)
    add_measure (self, figure, scan);
}

static gboolean
needs_measure (const DefinitionPlan *plan)
{
  return plan->measure && plan->kind != DEFINITION_SHARE && plan->kind != DEFINITION_COUNT;
}

static RecordQuery *
select_parts (Gathering *self, ScrutinyRecords *records)
{
  RecordQuery *query = record_query_new (records);
  const DefinitionPlan *plan = self->plan;

  self->dated = record_query_select (query, plan->dated);
  self->counted = plan->counted ? record_query_select (query, plan->counted) : NOT_SELECTED;
  self->measure = needs_measure (plan) ? record_query_select (query, plan->measure) : NOT_SELECTED;
  self->segments = query->n_selected;
  for (guint i = 0; i < plan->segments->len; i++)
    record_query_select (query, plan->segments->pdata[i]);

  return query;
}

static gboolean
gather (Gathering *self, ScrutinyRecords *records, GCancellable *cancellable, GError **error)
{
  g_autoptr (RecordQuery) query = select_parts (self, records);

  if (!record_query_ask (query, self->plan->of, self->plan->working, add_row, self, cancellable,
                         error))
    return FALSE;
  if (self->is_full)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, "segments", NULL,
                           "segments: %d figures and more; take fewer segments, or longer periods",
                           MOST_FIGURES);

  return !self->is_full;
}

/* Each segment is a column, and goes by its name. */
static GStrv
dup_names (const DefinitionPlan *plan)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < plan->segments->len; i++) {
    g_auto (GStrv) columns = expression_dup_columns (plan->segments->pdata[i]);

    g_strv_builder_add (names, columns[0]);
  }

  return g_strv_builder_end (names);
}

static int
compare_figures (gconstpointer a, gconstpointer b)
{
  const RecordFigure *one = a, *other = b;

  if (one->segment != other->segment)
    return one->segment < other->segment ? -1 : 1;

  return one->ordinal < other->ordinal ? -1 : one->ordinal > other->ordinal;
}

RecordFigures *
record_figures_new (ScrutinyRecords *records,
                    const DefinitionPlan *plan,
                    ScrutinyCalendar calendar,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (RecordFigures) self = g_new0 (RecordFigures, 1);
  Gathering gathering = { .figures = self, .plan = plan, .day = NO_DAY };
  gboolean is_done;

  self->kind = plan->kind;
  self->calendar = calendar == SCRUTINY_CALENDAR_UNKNOWN ? plan->calendar : calendar;
  self->scale = plan->scale;
  self->level = plan->kind == DEFINITION_MEDIAN ? 50 : plan->level;
  self->figures = g_array_new (FALSE, FALSE, sizeof (RecordFigure));
  g_array_set_clear_func (self->figures, clear_figure);
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_segments = plan->segments->len;
  self->names = dup_names (plan);
  gathering.is_moment = expression_get_kind (plan->dated) == EXPRESSION_DATETIME;
  gathering.keeps_measures = plan->kind == DEFINITION_MEDIAN || plan->kind == DEFINITION_PERCENTILE;
  gathering.places = g_hash_table_new_full (hash_place, equal_places, g_free, NULL);
  gathering.numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  is_done = gather (&gathering, records, cancellable, error);
  g_hash_table_unref (gathering.places);
  g_hash_table_unref (gathering.numbers);
  if (!is_done)
    return NULL;
  self->n_met = self->figures->len;
  record_figures_sort (self);

  return g_steal_pointer (&self);
}

void
record_figures_sort (RecordFigures *self)
{
  g_array_sort (self->figures, compare_figures);
}

void
record_figures_withhold (RecordFigures *self, guint32 segment, gint64 ordinal)
{
  const RecordFigure wanted = { .segment = segment, .ordinal = ordinal, .is_withheld = TRUE };
  RecordFigure *found =
      bsearch (&wanted, self->figures->data, self->n_met, sizeof wanted, compare_figures);

  if (found)
    found->is_withheld = TRUE;
  else
    g_array_append_val (self->figures, wanted);
}

void
record_figures_free (RecordFigures *self)
{
  if (!self)
    return;

  g_clear_pointer (&self->figures, g_array_unref);
  g_clear_pointer (&self->segments, g_ptr_array_unref);
  g_strfreev (self->names);
  g_free (self);
}
