/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/table.h>

#include "base/period.h"

G_BEGIN_DECLS

/* Which rows of a table are which series, and when. */
typedef struct {
  gsize n_rows;
  guint n_keys;
  ScrutinyTable *table;     /* holds the texts of keys and periods */
  const char *const **keys; /* one column of texts a key, lent by it */
  GArray *starts;           /* of gsize: first row of each series, and n_rows */
  GBytes *ordinals;         /* gint64, one a row */
  Period like;              /* calendar and window of all rows */
} PanelIndex;

/* Rows of one key must stand together, and their periods rise. */
gboolean panel_index_init (PanelIndex *self,
                           ScrutinyTable *table,
                           const char *const *keys,
                           const char *period,
                           GError **error);
void panel_index_clear (gpointer self); /* a PanelIndex */

guint panel_index_get_n_series (const PanelIndex *self);

G_END_DECLS
