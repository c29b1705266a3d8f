/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/panel-run.h"

#include "base/progress-private.h"

/* Series that a thread takes at a time. */
#define HANDFUL 16
#define MOST_THREADS 64

typedef struct {
  guint n;
  gint next;   /* atomic */
  gint n_done; /* atomic */
  PanelWork work;
  gpointer data;
  const char *what;
  ScrutinyProgress *progress;
  GCancellable *cancellable;
} Crew;

static gpointer
work_through (gpointer data)
{
  Crew *crew = data;

  while (!g_cancellable_is_cancelled (crew->cancellable)) {
    const guint first = (guint) g_atomic_int_add (&crew->next, HANDFUL);
    const guint end = MIN (first + HANDFUL, crew->n);

    if (first >= crew->n)
      break;
    for (guint i = first; i < end; i++)
      crew->work (i, crew->data);
    const guint n_done =
        (guint) g_atomic_int_add (&crew->n_done, (gint) (end - first)) + end - first;
    scrutiny_progress_report (crew->progress, (double) n_done / crew->n, crew->what);
  }

  return NULL;
}

gboolean
panel_run (guint n,
           guint n_threads,
           PanelWork work,
           gpointer data,
           const char *what,
           ScrutinyProgress *progress,
           GCancellable *cancellable,
           GError **error)
{
  Crew crew = { n, 0, 0, work, data, what, progress, cancellable };
  const guint n_wanted = n_threads ? n_threads : g_get_num_processors ();
  const guint n_useful = MIN (MIN (n_wanted, MOST_THREADS), (n + HANDFUL - 1) / HANDFUL);
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();

  for (guint k = 1; k < n_useful; k++) {
    GThread *thread = g_thread_try_new ("panel", work_through, &crew, NULL);

    if (thread)
      g_ptr_array_add (threads, thread);
  }
  work_through (&crew);
  for (guint k = 0; k < threads->len; k++)
    g_thread_join (threads->pdata[k]);

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
