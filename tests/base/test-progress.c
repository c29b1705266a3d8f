/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/progress-private.h"
#include "support/near.h"

#define N_STEPS 120

typedef struct {
  GThread *thread; /* where notifications must come */
  guint n;
  double fraction;
  gboolean elsewhere;
} Watch;

static void
on_fraction (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  Watch *watch = user_data;

  watch->elsewhere |= g_thread_self () != watch->thread;
  watch->n++;
  watch->fraction = scrutiny_progress_get_fraction (SCRUTINY_PROGRESS (object));
}

static void
watch_progress (Watch *watch, ScrutinyProgress *progress)
{
  *watch = (Watch){ .thread = g_thread_self () };
  g_signal_connect (progress, "notify::fraction", G_CALLBACK (on_fraction), watch);
}

static gpointer
work (gpointer data)
{
  for (guint i = 1; i <= N_STEPS; i++) {
    scrutiny_progress_report (data, (double) i / N_STEPS, i < N_STEPS ? "reading" : "read");
    g_usleep (2000);
  }

  return NULL;
}

static gpointer
work_at_once (gpointer data)
{
  for (guint i = 1; i <= N_STEPS; i++)
    scrutiny_progress_report (data, (double) i / N_STEPS, NULL);

  return NULL;
}

static void
notifies_its_maker_now_and_then (void **state)
{
  g_autoptr (ScrutinyProgress) progress = scrutiny_progress_new ();
  g_autofree char *what = NULL;
  Watch watch;
  gint64 began = g_get_monotonic_time ();
  GThread *worker;

  watch_progress (&watch, progress);
  worker = g_thread_new ("work", work, progress);
  while (watch.fraction < 1)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (worker);

  assert_false (watch.elsewhere);
  assert_true (watch.n >= 1);
  assert_true (watch.n <= 2 + (guint) ((g_get_monotonic_time () - began) / 50000));
  what = scrutiny_progress_dup_what (progress);
  assert_string_equal (what, "read");
}

/* Nobody owns the context while the worker reports; g_main_context_invoke() would run the
 * callback in the worker.
 */
static void
never_notifies_from_the_worker (void **state)
{
  g_autoptr (ScrutinyProgress) progress = scrutiny_progress_new ();
  Watch watch;

  watch_progress (&watch, progress);
  g_thread_join (g_thread_new ("work", work_at_once, progress));
  assert_int_equal (watch.n, 0);
  assert_near (scrutiny_progress_get_fraction (progress), 1, 0);

  while (watch.n == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_int_equal (watch.n, 1);
  assert_false (watch.elsewhere);
  assert_near (watch.fraction, 1, 0);
  g_usleep (60000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_int_equal (watch.n, 1); /* one pending notification, however many reports */
}

static void
remembers_the_context_it_was_made_in (void **state)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (ScrutinyProgress) progress = NULL;
  Watch watch;

  g_main_context_push_thread_default (context);
  progress = scrutiny_progress_new ();
  g_main_context_pop_thread_default (context);

  watch_progress (&watch, progress);
  scrutiny_progress_report (progress, 0.5, NULL);
  g_usleep (5000);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  assert_int_equal (watch.n, 0);
  g_main_context_iteration (context, FALSE);
  assert_int_equal (watch.n, 1);
}

static void
may_be_dropped_before_it_notifies (void **state)
{
  ScrutinyProgress *progress = scrutiny_progress_new ();
  gpointer left = progress;

  g_object_add_weak_pointer (G_OBJECT (progress), &left);
  scrutiny_progress_report (progress, 0.5, "reading");
  g_object_unref (progress);
  assert_null (left);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
cuts_what_it_is_told (void **state)
{
  g_autoptr (ScrutinyProgress) progress = scrutiny_progress_new ();
  g_autofree char *what = NULL;

  scrutiny_progress_report (progress, 1.5, "reading");
  assert_near (scrutiny_progress_get_fraction (progress), 1, 0);
  scrutiny_progress_report (progress, -1, NULL);
  assert_near (scrutiny_progress_get_fraction (progress), 0, 0);
  scrutiny_progress_report (progress, 0.25, NULL);
  scrutiny_progress_report (progress, NAN, NULL);
  assert_near (scrutiny_progress_get_fraction (progress), 0.25, 0);
  what = scrutiny_progress_dup_what (progress);
  assert_string_equal (what, "reading");
  scrutiny_progress_report (NULL, 0.5, "nobody watches");
}

static void
is_valid_when_bare (void **state)
{
  g_autoptr (ScrutinyProgress) bare = g_object_new (SCRUTINY_TYPE_PROGRESS, NULL);
  g_autofree char *what = NULL;
  double fraction = -1;

  g_object_get (bare, "fraction", &fraction, "what", &what, NULL);
  assert_near (fraction, 0, 0);
  assert_string_equal (what, "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (notifies_its_maker_now_and_then),
    cmocka_unit_test (never_notifies_from_the_worker),
    cmocka_unit_test (remembers_the_context_it_was_made_in),
    cmocka_unit_test (may_be_dropped_before_it_notifies),
    cmocka_unit_test (cuts_what_it_is_told),
    cmocka_unit_test (is_valid_when_bare),
  };

  return cmocka_run_group_tests_name ("base/progress", tests, NULL, NULL);
}
