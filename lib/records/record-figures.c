/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-figures.h"

#include <math.h>
#include <stdlib.h>

#include "base/error-private.h"
#include "base/period-days.h"
#include "records/record-kept.h"
#include "records/record-query.h"
#include "records/record-text.h"

#define SECONDS_OF_DAY 86400
#define BETWEEN_SEGMENTS "\x1f"
#define NO_DAY G_MININT64
#define MOST_FIGURES 200000

/* Rows that are gathered by some segments. */
typedef struct {
  RecordFigures *figures;
  GPtrArray *columns;  /* of Expression, borrowed */
  guint segments;      /* where they stand in a row */
  gboolean is_named;   /* by one column of texts, whose text is its key */
  GHashTable *places;  /* of a period and a segment: 1 + the place in the figures */
  GHashTable *numbers; /* of a segment: 1 + its number */
  GArray *lasts;       /* guint32 by segment: the place its last row had */
  gboolean is_full;
} Target;

/* A question under way. */
typedef struct {
  const DefinitionPlan *plan;
  ScrutinyCalendar calendar;
  guint dated, counted, measure; /* where they stand in a row */
  gboolean is_moment;
  gboolean keeps_measures;
  gint64 day; /* that @ordinal is of; NO_DAY: none yet */
  gint64 ordinal;
  GArray *targets; /* of Target */
} Gathering;

typedef struct {
  gint64 ordinal;
  guint32 segment;
} Place;

static guint
hash_place (gconstpointer data)
{
  const Place *self = data;

  return (guint) self->ordinal * 0x9E3779B1u ^ self->segment * 0x85EBCA77u;
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
add_figure (Target *self, gint64 ordinal, guint32 segment, gboolean keeps_measures)
{
  const RecordFigure figure = {
    .ordinal = ordinal,
    .segment = segment,
    .measures = keeps_measures ? g_array_new (FALSE, FALSE, sizeof (double)) : NULL,
  };

  g_array_append_val (self->figures->figures, figure);

  return self->figures->figures->len - 1;
}

static guint32
find_place (Target *self, gint64 ordinal, guint32 segment, gboolean keeps_measures)
{
  const Place wanted = { ordinal, segment };
  guint32 found;

  if (segment < self->lasts->len) {
    const guint32 last = g_array_index (self->lasts, guint32, segment);

    if (g_array_index (self->figures->figures, RecordFigure, last).ordinal == ordinal)
      return last;
  } else {
    g_array_set_size (self->lasts, segment + 1);
  }
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, &wanted));
  if (found == 0) {
    found = add_figure (self, ordinal, segment, keeps_measures) + 1;
    g_hash_table_insert (self->places, g_memdup2 (&wanted, sizeof wanted),
                         GUINT_TO_POINTER (found));
  }
  g_array_index (self->lasts, guint32, segment) = found - 1;

  return found - 1;
}

static guint32
number_segment (Target *self, const char *key, GStrv texts)
{
  g_ptr_array_add (self->figures->segments, texts);
  g_hash_table_insert (self->numbers, g_strdup (key),
                       GUINT_TO_POINTER (self->figures->segments->len));

  return self->figures->segments->len - 1;
}

/* The text of the one column, without a copy. */
static guint32
find_named_segment (Target *self, const RecordScan *scan)
{
  const char *key = record_scan_is_known (scan, self->segments)
                        ? record_scan_get_text (scan, self->segments)
                        : "";
  const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));
  const char *const texts[] = { key, NULL };

  return found ? found - 1 : number_segment (self, key, g_strdupv ((char **) texts));
}

static guint32
find_segment (Target *self, const RecordScan *scan)
{
  const guint n = self->columns->len;
  g_auto (GStrv) texts = NULL;
  g_autofree char *key = NULL;
  guint found;

  if (n == 0)
    return 0;
  if (self->is_named)
    return find_named_segment (self, scan);
  texts = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    texts[i] =
        record_text_dup (scan, self->segments + i, expression_get_kind (self->columns->pdata[i]));
  key = g_strjoinv (BETWEEN_SEGMENTS, texts);
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  return found ? found - 1 : number_segment (self, key, g_steal_pointer (&texts));
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
  if (!period_of_day (self->calendar, day, &period))
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

/* What a row comes to. */
typedef struct {
  gboolean is_counted, is_measured;
  double measure;
} RowWorth;

static RowWorth
weigh (const Gathering *self, const RecordScan *scan)
{
  RowWorth worth = { 0 };

  worth.is_counted = record_query_holds (scan, self->counted);
  worth.is_measured =
      self->measure != RECORD_NOT_SELECTED && record_scan_is_known (scan, self->measure);
  if (worth.is_measured)
    worth.measure = record_scan_get_number (scan, self->measure);

  return worth;
}

static void
add_worth (RecordFigure *figure, const RowWorth *worth)
{
  figure->n_rows++;
  figure->n_counted += worth->is_counted != FALSE;
  if (!worth->is_measured)
    return;
  add_square (figure, worth->measure);
  figure->n_measured++;
  figure->sum += worth->measure;
  if (figure->measures)
    g_array_append_val (figure->measures, worth->measure);
}

static void
add_to (Target *self, const Gathering *gathering, const RecordScan *scan, const RowWorth *worth)
{
  RecordFigures *figures = self->figures;
  guint32 place;

  self->is_full |= figures->figures->len >= MOST_FIGURES;
  if (self->is_full)
    return;
  place =
      find_place (self, gathering->ordinal, find_segment (self, scan), gathering->keeps_measures);
  figures->is_whole &= !worth->is_measured || worth->measure == floor (worth->measure);
  add_worth (&g_array_index (figures->figures, RecordFigure, place), worth);
}

static void
add_row (const RecordScan *scan, gpointer data)
{
  Gathering *self = data;
  const gboolean is_dated = find_ordinal (self, scan);
  const RowWorth worth = is_dated ? weigh (self, scan) : (RowWorth){ 0 };

  for (guint i = 0; i < self->targets->len; i++) {
    Target *target = &g_array_index (self->targets, Target, i);

    if (is_dated)
      add_to (target, self, scan, &worth);
    else
      target->figures->n_undated++;
  }
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
  self->counted = record_query_select_any (query, plan->counted);
  self->measure = record_query_select_any (query, needs_measure (plan) ? plan->measure : NULL);
  for (guint i = 0; i < self->targets->len; i++) {
    Target *target = &g_array_index (self->targets, Target, i);

    target->segments = query->n_selected;
    for (guint k = 0; k < target->columns->len; k++)
      record_query_select (query, target->columns->pdata[k]);
  }

  return query;
}

static gboolean
gather (Gathering *self, ScrutinyRecords *records, GCancellable *cancellable, GError **error)
{
  g_autoptr (RecordQuery) query = select_parts (self, records);

  self->day = NO_DAY;
  self->is_moment = expression_get_kind (self->plan->dated) == EXPRESSION_DATETIME;
  self->keeps_measures =
      self->plan->kind == DEFINITION_MEDIAN || self->plan->kind == DEFINITION_PERCENTILE;

  return record_query_ask (query, self->plan->of, self->plan->working, add_row, self, cancellable,
                           error);
}

/* Each segment is a column, and goes by its name. */
static GStrv
dup_names (GPtrArray *segments)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (guint i = 0; i < segments->len; i++) {
    g_auto (GStrv) columns = expression_dup_columns (segments->pdata[i]);

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

static RecordFigures *
figures_new (const DefinitionPlan *plan, ScrutinyCalendar calendar, GPtrArray *segments)
{
  RecordFigures *self = g_new0 (RecordFigures, 1);

  self->kind = plan->kind;
  self->calendar = calendar == SCRUTINY_CALENDAR_UNKNOWN ? plan->calendar : calendar;
  self->scale = plan->scale;
  self->level = plan->kind == DEFINITION_MEDIAN ? 50 : plan->level;
  self->is_whole = TRUE;
  self->figures = g_array_new (FALSE, FALSE, sizeof (RecordFigure));
  g_array_set_clear_func (self->figures, clear_figure);
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_segments = segments->len;
  self->names = dup_names (segments);

  return self;
}

/* @columns is taken. */
static void
add_target (Gathering *self, GPtrArray *columns)
{
  const Target target = {
    .figures = figures_new (self->plan, self->calendar, columns),
    .columns = columns,
    .is_named = columns->len == 1 && expression_get_kind (columns->pdata[0]) == EXPRESSION_TEXT,
    .places = g_hash_table_new_full (hash_place, equal_places, g_free, NULL),
    .numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .lasts = g_array_new (FALSE, TRUE, sizeof (guint32)),
  };

  g_array_append_val (self->targets, target);
}

static void
clear_target (gpointer data)
{
  Target *self = data;

  g_clear_pointer (&self->figures, record_figures_free);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->lasts);
}

static void
gathering_init (Gathering *self, const DefinitionPlan *plan, ScrutinyCalendar calendar)
{
  *self = (Gathering){ .plan = plan };
  self->calendar = calendar == SCRUTINY_CALENDAR_UNKNOWN ? plan->calendar : calendar;
  self->targets = g_array_new (FALSE, FALSE, sizeof (Target));
  g_array_set_clear_func (self->targets, clear_target);
}

static void
gathering_clear (Gathering *self)
{
  g_array_unref (self->targets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Gathering, gathering_clear)

/* NULL where there are too many. */
static RecordFigures *
take_figures (Target *self)
{
  if (self->is_full)
    return NULL;
  self->figures->n_met = self->figures->figures->len;
  record_figures_sort (self->figures);

  return g_steal_pointer (&self->figures);
}

RecordFigures *
record_figures_new (ScrutinyRecords *records,
                    const DefinitionPlan *plan,
                    ScrutinyCalendar calendar,
                    GCancellable *cancellable,
                    GError **error)
{
  g_auto (Gathering) gathering = { 0 };
  RecordFigures *figures;

  gathering_init (&gathering, plan, calendar);
  figures = record_kept_find (records, plan, gathering.calendar);
  if (figures)
    return figures;
  add_target (&gathering, g_ptr_array_ref (plan->segments));
  if (!gather (&gathering, records, cancellable, error))
    return NULL;
  figures = take_figures (&g_array_index (gathering.targets, Target, 0));
  if (!figures)
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, "segments", NULL,
                           "segments: %d figures and more; take fewer segments, or longer periods",
                           MOST_FIGURES);

  return figures;
}

GPtrArray *
record_figures_new_apart (ScrutinyRecords *records,
                          const DefinitionPlan *plan,
                          GCancellable *cancellable,
                          GError **error)
{
  g_auto (Gathering) gathering = { 0 };
  g_autoptr (GPtrArray) apart =
      g_ptr_array_new_with_free_func ((GDestroyNotify) record_figures_free);

  gathering_init (&gathering, plan, SCRUTINY_CALENDAR_DAY);
  for (guint i = 0; i < plan->segments->len; i++) {
    GPtrArray *column = g_ptr_array_new ();

    g_ptr_array_add (column, plan->segments->pdata[i]);
    add_target (&gathering, column);
  }
  if (!gather (&gathering, records, cancellable, error))
    return NULL;
  for (guint i = 0; i < gathering.targets->len; i++)
    g_ptr_array_add (apart, take_figures (&g_array_index (gathering.targets, Target, i)));

  return g_steal_pointer (&apart);
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
