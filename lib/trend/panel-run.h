/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <gio/gio.h>
#include <scrutiny/progress.h>

G_BEGIN_DECLS

/* Does what is to be done with series @i, and writes only to what is its own. */
typedef void (*PanelWork) (guint i, gpointer data);

/* Calls @work once for each i below @n, from @n_threads threads (0: one a processor).  The
 * order is anybody's; the result must not depend on it.  FALSE if @cancellable was.
 */
gboolean panel_run (guint n,
                    guint n_threads,
                    PanelWork work,
                    gpointer data,
                    const char *what,
                    ScrutinyProgress *progress,
                    GCancellable *cancellable,
                    GError **error);

G_END_DECLS
