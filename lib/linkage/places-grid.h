/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/panel.h>

G_BEGIN_DECLS

/* Whose rows those of a table are, and what is looked at.
 *
 * @region, @indicator_of, @outcome_of: columns, or NULL
 * @lag: periods that the outcome takes
 */
typedef struct {
  ScrutinyTable *table;
  const char *key, *period, *indicator, *outcome;
  const char *region, *indicator_of, *outcome_of;
  guint lag;
} PlacesAsked;

/* Both figures of all places by period, whose ordinals are @first to @last.
 *
 * @of_x, @of_y: shape (@n_places, @n), NaN where there is none
 */
typedef struct {
  ScrutinyPanel *x, *y;
  guint n_places;
  gint64 first, last;
  gsize n;
  double *of_x, *of_y;
} PlacesGrid;

void places_grid_clear (PlacesGrid *self);
gboolean places_grid_read (PlacesGrid *self, const PlacesAsked *asked, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlacesGrid, places_grid_clear)

G_END_DECLS
