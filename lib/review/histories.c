/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/histories.h"

#include <scrutiny/chart.h>
#include <scrutiny/trend.h>

#include "review/baseline.h"
#include "trend/trend-reading.h"

#include <math.h>

/* More than these would wait for each other's memory. */
static const guint MOST_THREADS = 8;

/* Fewer figures than this are read before a thread has started. */
static const guint FEWEST_FIGURES = 8;

typedef enum {
  WAITING,
  BEGUN,
  DONE,
} Stage;

typedef struct {
  gint stage; /* a Stage; from WAITING to BEGUN by whoever is first, then under the lock */
  ScrutinyResult *result;
  GPtrArray *findings;
} History;

struct _Histories {
  ScrutinyDossier *dossier;
  guint n;
  gint next;     /* atomic */
  gint is_ended; /* atomic */
  History *all;
  GPtrArray *threads; /* of GThread */
  GMutex lock;
  GCond is_done;
};

/* Enough values for a reading, and not all of them the same. */
static gboolean
has_more_to_tell (ScrutinySeries *series)
{
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);
  double lowest = INFINITY, highest = -INFINITY;
  guint n_usable = 0;

  for (gsize i = 0; i < n; i++) {
    if (isnan (values[i]))
      continue;
    lowest = MIN (lowest, values[i]);
    highest = MAX (highest, values[i]);
    n_usable++;
  }

  return lowest < highest && trend_ladder_of (n_usable) >= TREND_LADDER_LIMITS;
}

ScrutinyResult *
histories_read (ScrutinySeries *series, GError **error)
{
  if (has_more_to_tell (series))
    return (ScrutinyResult *) scrutiny_trend_new (series, NULL, error);

  return (ScrutinyResult *) scrutiny_chart_new (series, NULL, error);
}

static void
read_one (Histories *self, guint i)
{
  ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (self->dossier, i);
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  History *history = &self->all[i];
  ScrutinyFinding *baseline = NULL;

  if (!series || scrutiny_series_get_n_values (series) == 0)
    return;
  history->result = histories_read (series, NULL);
  if (history->result)
    history->findings = scrutiny_result_dup_findings (history->result);
  if (SCRUTINY_IS_TREND (history->result))
    baseline = baseline_find (SCRUTINY_TREND (history->result));
  if (baseline)
    g_ptr_array_add (history->findings, baseline);
}

/* TRUE for whoever is first to ask. */
static gboolean
begin (History *history)
{
  return g_atomic_int_compare_and_exchange (&history->stage, WAITING, BEGUN);
}

static gpointer
read_ahead (gpointer data)
{
  Histories *self = data;

  while (!g_atomic_int_get (&self->is_ended)) {
    const guint i = (guint) g_atomic_int_add (&self->next, 1);

    if (i >= self->n)
      break;
    if (!begin (&self->all[i]))
      continue;
    read_one (self, i);
    g_mutex_lock (&self->lock);
    g_atomic_int_set (&self->all[i].stage, DONE);
    g_cond_signal (&self->is_done);
    g_mutex_unlock (&self->lock);
  }

  return NULL;
}

Histories *
histories_new (ScrutinyDossier *dossier)
{
  Histories *self = g_new0 (Histories, 1);
  const guint n_threads = MIN (g_get_num_processors (), MOST_THREADS);

  self->dossier = g_object_ref (dossier);
  self->n = scrutiny_dossier_get_n_indicators (dossier);
  self->all = g_new0 (History, self->n + 1);
  self->threads = g_ptr_array_new ();
  g_mutex_init (&self->lock);
  g_cond_init (&self->is_done);
  for (guint k = 0; k < n_threads && n_threads > 1 && self->n >= FEWEST_FIGURES; k++) {
    GThread *thread = g_thread_try_new ("histories", read_ahead, self, NULL);

    if (thread)
      g_ptr_array_add (self->threads, thread);
  }

  return self;
}

void
histories_free (Histories *self)
{
  g_atomic_int_set (&self->is_ended, TRUE);
  for (guint k = 0; k < self->threads->len; k++)
    g_thread_join (self->threads->pdata[k]);
  for (guint i = 0; i < self->n; i++) {
    g_clear_object (&self->all[i].result);
    g_clear_pointer (&self->all[i].findings, g_ptr_array_unref);
  }
  g_free (self->all);
  g_ptr_array_unref (self->threads);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->is_done);
  g_object_unref (self->dossier);
  g_free (self);
}

ScrutinyResult *
histories_take (Histories *self, guint indicator, GPtrArray **findings)
{
  History *history = &self->all[indicator];

  if (begin (history)) {
    read_one (self, indicator);
    g_atomic_int_set (&history->stage, DONE);
  } else {
    g_mutex_lock (&self->lock);
    while (g_atomic_int_get (&history->stage) != DONE)
      g_cond_wait (&self->is_done, &self->lock);
    g_mutex_unlock (&self->lock);
  }
  *findings = g_steal_pointer (&history->findings);

  return g_steal_pointer (&history->result);
}
