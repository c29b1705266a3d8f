/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/panel.h>

G_BEGIN_DECLS

/* What each figure of a panel did in each period beyond what it did before, in the periods that
 * all of them have.
 */
typedef struct {
  guint n_figures;
  gsize n_periods;
  char **names;   /* of the figures, NULL at the end */
  double *values; /* shape (n_periods, n_figures), row after row */
} Innovations;

/* FALSE with @error set where a series is none. */
gboolean innovations_fill (Innovations *self, ScrutinyPanel *panel, GError **error);
void innovations_clear (Innovations *self);

G_END_DECLS
