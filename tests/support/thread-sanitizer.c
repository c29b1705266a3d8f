/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

/* ThreadSanitizer sees the memory accesses of this project but not those of GLib,
 * which is not built with it: a lock of GLib's is a system call of its own to it, and
 * a count of references nothing at all.  These stand before GLib's functions and say
 * what each of them orders, no more than it does.
 */

#include <dlfcn.h>
#include <gio/gio.h>

void __tsan_acquire (void *address);
void __tsan_release (void *address);
void __tsan_mutex_pre_lock (void *address, unsigned flags);
void __tsan_mutex_post_lock (void *address, unsigned flags, int depth);
int __tsan_mutex_pre_unlock (void *address, unsigned flags);
void __tsan_mutex_post_unlock (void *address, unsigned flags);

typedef void (*OfPointer) (void *pointer);
typedef void (*OfTwo) (void *first, void *second);
typedef void (*OfError) (GTask *task, GError *error);
typedef void (*OfResult) (GTask *task, void *result, GDestroyNotify free_it);
typedef void *(*Propagate) (GTask *task, GError **error);
typedef void (*Run) (GTask *task, GTaskThreadFunc function);

typedef union {
  void *found;
  OfPointer of_pointer;
  OfTwo of_two;
  OfError of_error;
  OfResult of_result;
  Propagate propagate;
  Run run;
  GTaskThreadFunc work;
} Function;

static Function
real (const char *name)
{
  return (Function){ .found = dlsym (RTLD_NEXT, name) };
}

void
g_mutex_lock (GMutex *mutex)
{
  __tsan_mutex_pre_lock (mutex, 0);
  real ("g_mutex_lock").of_pointer (mutex);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

void
g_mutex_unlock (GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  real ("g_mutex_unlock").of_pointer (mutex);
  __tsan_mutex_post_unlock (mutex, 0);
}

/* Waiting gives the lock up until it is over. */
void
g_cond_wait (GCond *condition, GMutex *mutex)
{
  __tsan_mutex_pre_unlock (mutex, 0);
  __tsan_mutex_post_unlock (mutex, 0);
  real ("g_cond_wait").of_two (condition, mutex);
  __tsan_mutex_pre_lock (mutex, 0);
  __tsan_mutex_post_lock (mutex, 0, 0);
}

/* To give up a reference is an atomic step that releases and acquires. */
static void
give_up (void *counted, const char *name)
{
  __tsan_release (counted);
  __tsan_acquire (counted);
  real (name).of_pointer (counted);
}

void
g_object_unref (gpointer object)
{
  give_up (object, "g_object_unref");
}

void
g_bytes_unref (GBytes *bytes)
{
  if (bytes)
    give_up (bytes, "g_bytes_unref");
}

/* A task is handed to a thread, and back with its result. */
static void
work_ordered (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Function work = { .found = g_object_get_data (G_OBJECT (task), "work") };

  __tsan_acquire (task);
  work.work (task, source, data, cancellable);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc function)
{
  g_object_set_data (G_OBJECT (task), "work", ((Function){ .work = function }).found);
  __tsan_release (task);
  real ("g_task_run_in_thread").run (task, work_ordered);
}

void
g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify result_destroy)
{
  __tsan_release (task);
  real ("g_task_return_pointer").of_result (task, result, result_destroy);
}

void
g_task_return_error (GTask *task, GError *error)
{
  __tsan_release (task);
  real ("g_task_return_error").of_error (task, error);
}

gpointer
g_task_propagate_pointer (GTask *task, GError **error)
{
  __tsan_acquire (task);

  return real ("g_task_propagate_pointer").propagate (task, error);
}
