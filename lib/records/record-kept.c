/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-kept.h"

#include "base/period-days.h"
#include "records/record-query.h"

/* More are counted again when they are asked for. */
#define MOST_FIGURES 500000

struct _RecordKept {
  GMutex lock;
  GHashTable *by_name; /* of RecordFigures by day; what is there stays */
  guint n_figures;
};

RecordKept *
record_kept_new (void)
{
  RecordKept *self = g_new0 (RecordKept, 1);

  g_mutex_init (&self->lock);
  self->by_name =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) record_figures_free);

  return self;
}

void
record_kept_free (RecordKept *self)
{
  g_hash_table_unref (self->by_name);
  g_mutex_clear (&self->lock);
  g_free (self);
}

static const RecordFigures *
look_up (RecordKept *self, const char *name)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return g_hash_table_lookup (self->by_name, name);
}

/* Takes @figures. */
static void
keep (RecordKept *self, const char *name, RecordFigures *figures)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->n_figures + figures->figures->len > MOST_FIGURES ||
      g_hash_table_contains (self->by_name, name)) {
    record_figures_free (figures);
    return;
  }
  self->n_figures += figures->figures->len;
  g_hash_table_insert (self->by_name, g_strdup (name), figures);
}

/* --- Days put together ------------------------------------------------------------------------ */

/* Nothing in it yet. */
static RecordFigures *
copy_frame (const RecordFigures *days, ScrutinyCalendar calendar, gboolean with_segments)
{
  RecordFigures *self = g_new0 (RecordFigures, 1);

  self->kind = days->kind;
  self->calendar = calendar;
  self->scale = days->scale;
  self->level = days->level;
  self->n_undated = days->n_undated;
  self->is_whole = days->is_whole;
  self->figures = g_array_new (FALSE, FALSE, sizeof (RecordFigure));
  self->segments = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_segments = with_segments ? days->n_segments : 0;
  self->names = with_segments ? g_strdupv (days->names) : g_new0 (char *, 1);
  for (guint i = 0; with_segments && i < days->segments->len; i++)
    g_ptr_array_add (self->segments, g_strdupv (days->segments->pdata[i]));

  return self;
}

/* What two means are away from that of both, squared, of every row (T. F. Chan, G. H. Golub, R. J.
 * LeVeque, 1983, The American Statistician 37, 242-247).
 */
static double
between (const RecordFigure *one, const RecordFigure *other)
{
  const double n = (double) one->n_measured, m = (double) other->n_measured;
  const double apart = n > 0 && m > 0 ? other->sum / m - one->sum / n : 0;

  return n + m > 0 ? apart * apart * n * m / (n + m) : 0;
}

/* Figures of one period follow each other. */
static void
merge_figures (RecordFigures *self)
{
  GArray *all = self->figures;
  guint n = 0;

  for (guint i = 0; i < all->len; i++) {
    const RecordFigure *next = &g_array_index (all, RecordFigure, i);
    RecordFigure *last = n > 0 ? &g_array_index (all, RecordFigure, n - 1) : NULL;

    if (!last || last->ordinal != next->ordinal || last->segment != next->segment) {
      g_array_index (all, RecordFigure, n++) = *next;
      continue;
    }
    last->squares += next->squares + between (last, next);
    last->n_rows += next->n_rows;
    last->n_counted += next->n_counted;
    last->n_measured += next->n_measured;
    last->sum += next->sum;
  }
  g_array_set_size (all, n);
  self->n_met = n;
}

static RecordFigures *
put_together (const RecordFigures *days, ScrutinyCalendar calendar, gboolean with_segments)
{
  RecordFigures *self = copy_frame (days, calendar, with_segments);

  for (guint i = 0; i < days->figures->len; i++) {
    RecordFigure figure = g_array_index (days->figures, RecordFigure, i);
    Period period;

    if (!period_of_day (calendar, figure.ordinal, &period)) {
      self->n_undated += figure.n_rows;
      continue;
    }
    figure.ordinal = period.ordinal;
    figure.segment = with_segments ? figure.segment : 0;
    g_array_append_val (self->figures, figure);
  }
  record_figures_sort (self);
  merge_figures (self);

  return self;
}

/* --- What is asked ---------------------------------------------------------------------------- */

static void
keep_all (RecordKept *self, const DefinitionPlan *plan, GPtrArray *apart)
{
  g_autofree char *whole = definition_plan_dup_name (plan, NULL);

  for (guint i = 0; i < apart->len; i++) {
    RecordFigures *days = g_steal_pointer (&apart->pdata[i]);
    g_autofree char *name = definition_plan_dup_name (plan, plan->segments->pdata[i]);

    if (!days)
      continue;
    if (!look_up (self, whole) && days->is_whole)
      keep (self, whole, put_together (days, SCRUTINY_CALENDAR_DAY, FALSE));
    keep (self, name, days);
  }
}

static gboolean
is_kept (RecordKept *self, const DefinitionPlan *plan)
{
  for (guint i = 0; i < plan->segments->len; i++) {
    g_autofree char *name = definition_plan_dup_name (plan, plan->segments->pdata[i]);

    if (look_up (self, name))
      return TRUE;
  }

  return FALSE;
}

void
record_kept_gather (ScrutinyRecords *records,
                    ScrutinyDefinition *definition,
                    GCancellable *cancellable)
{
  RecordKept *self = scrutiny_records_get_kept (records);
  g_autoptr (DefinitionPlan) plan = record_plan_new (records, definition, NULL);
  g_autoptr (GPtrArray) apart = NULL;

  if (!plan || plan->segments->len == 0 || is_kept (self, plan) ||
      (plan->kind != DEFINITION_SHARE && plan->kind != DEFINITION_RATE &&
       plan->kind != DEFINITION_MEAN))
    return;
  apart = record_figures_new_apart (records, plan, cancellable, NULL);
  if (apart)
    keep_all (self, plan, apart);
}

/* Sums of fractions may differ in their last digits by the order in which they are added up. */
RecordFigures *
record_kept_find (ScrutinyRecords *records, const DefinitionPlan *plan, ScrutinyCalendar calendar)
{
  const guint n_segments = plan->segments->len;
  g_autofree char *name =
      n_segments > 1
          ? NULL
          : definition_plan_dup_name (plan, n_segments ? plan->segments->pdata[0] : NULL);
  const RecordFigures *days = name ? look_up (scrutiny_records_get_kept (records), name) : NULL;

  if (!days || !(days->is_whole || calendar == SCRUTINY_CALENDAR_DAY))
    return NULL;

  return put_together (days, calendar, n_segments > 0);
}
