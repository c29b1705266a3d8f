/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/progress-private.h"

#include <math.h>

#define PAUSE_MS 50 /* between two notifications */

/**
 * ScrutinyProgress:
 *
 * How far long work has come.
 *
 * Pass a new one to a call that takes a while and watch its `fraction`. The work may
 * report from other threads; notifications come where the object was made, in the
 * thread-default main context of that thread, at most every 50 milliseconds. The last
 * may come after the result, or never if that context no longer runs, so do not wait
 * for 1.
 *
 * Since: 0.1
 */
struct _ScrutinyProgress {
  GObject parent_instance;

  GMainContext *context;

  GMutex lock; /* guards what follows */
  double fraction;
  char *what;
  GSource *pending; /* the notification to come */
  gint64 notified;  /* monotonic time of the last one, 0 if there was none */
};

G_DEFINE_FINAL_TYPE (ScrutinyProgress, scrutiny_progress, G_TYPE_OBJECT)

enum {
  PROP_FRACTION = 1,
  PROP_WHAT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_progress_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinyProgress *self = SCRUTINY_PROGRESS (object);

  switch (prop_id) {
  case PROP_FRACTION:
    g_value_set_double (value, scrutiny_progress_get_fraction (self));
    break;
  case PROP_WHAT:
    g_value_take_string (value, scrutiny_progress_dup_what (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
scrutiny_progress_finalize (GObject *object)
{
  ScrutinyProgress *self = SCRUTINY_PROGRESS (object);

  if (self->pending)
    g_source_destroy (self->pending);
  g_clear_pointer (&self->pending, g_source_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->what, g_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (scrutiny_progress_parent_class)->finalize (object);
}

static void
scrutiny_progress_class_init (ScrutinyProgressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_progress_finalize;
  object_class->get_property = scrutiny_progress_get_property;

  /**
   * ScrutinyProgress:fraction: (getter get_fraction)
   *
   * How much is done, from 0 to 1.
   *
   * Since: 0.1
   */
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0,
                                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ScrutinyProgress:what: (getter dup_what)
   *
   * What is being done.
   *
   * Since: 0.1
   */
  props[PROP_WHAT] =
      g_param_spec_string ("what", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_progress_init (ScrutinyProgress *self)
{
  g_mutex_init (&self->lock);
  self->context = g_main_context_ref_thread_default ();
  self->what = g_strdup ("");
}

/* The source does not keep the object alive: a context that never runs would keep it for
 * ever.
 */
static gboolean
notify (gpointer user_data)
{
  g_autoptr (ScrutinyProgress) self = g_weak_ref_get (user_data);

  if (!self)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->pending, g_source_unref);
  self->notified = g_get_monotonic_time ();
  g_mutex_unlock (&self->lock);

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WHAT]);
  g_object_thaw_notify (G_OBJECT (self));

  return G_SOURCE_REMOVE;
}

static void
weak_ref_free (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* With the lock held.  Not g_main_context_invoke(), which runs the callback here and now
 * when nobody owns the context yet.
 */
static void
attach_pending (ScrutinyProgress *self)
{
  gint64 due = self->notified + PAUSE_MS * G_TIME_SPAN_MILLISECOND;
  gint64 wait = self->notified ? due - g_get_monotonic_time () : 0;
  guint wait_ms = wait > 0 ? (guint) (wait / G_TIME_SPAN_MILLISECOND + 1) : 0;
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  self->pending = g_timeout_source_new (wait_ms);
  g_source_set_callback (self->pending, notify, weak, weak_ref_free);
  g_source_attach (self->pending, self->context);
}

void
scrutiny_progress_report (ScrutinyProgress *self, double fraction, const char *what)
{
  if (!self)
    return;

  g_mutex_lock (&self->lock);
  if (!isnan (fraction))
    self->fraction = CLAMP (fraction, 0, 1);
  if (what) {
    g_free (self->what);
    self->what = g_strdup (what);
  }
  if (!self->pending)
    attach_pending (self);
  g_mutex_unlock (&self->lock);
}

/**
 * scrutiny_progress_new:
 *
 * Creates a progress that notifies in the thread-default main context of this thread.
 *
 * Returns: (transfer full): the progress
 *
 * Since: 0.1
 */
ScrutinyProgress *
scrutiny_progress_new (void)
{
  return g_object_new (SCRUTINY_TYPE_PROGRESS, NULL);
}

/**
 * scrutiny_progress_get_fraction: (get-property fraction)
 * @self: a progress
 *
 * Gets how much is done. May be called from any thread.
 *
 * Returns: the fraction, from 0 to 1
 *
 * Since: 0.1
 */
double
scrutiny_progress_get_fraction (ScrutinyProgress *self)
{
  double fraction;

  g_return_val_if_fail (SCRUTINY_IS_PROGRESS (self), 0);

  g_mutex_lock (&self->lock);
  fraction = self->fraction;
  g_mutex_unlock (&self->lock);

  return fraction;
}

/**
 * scrutiny_progress_dup_what: (get-property what)
 * @self: a progress
 *
 * Gets what is being done. May be called from any thread.
 *
 * Returns: (transfer full): a few words, empty before the work begins
 *
 * Since: 0.1
 */
char *
scrutiny_progress_dup_what (ScrutinyProgress *self)
{
  char *what;

  g_return_val_if_fail (SCRUTINY_IS_PROGRESS (self), NULL);

  g_mutex_lock (&self->lock);
  what = g_strdup (self->what);
  g_mutex_unlock (&self->lock);

  return what;
}
