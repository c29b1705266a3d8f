/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include "kernel/panel-own.h"
#include "linkage/places-grid.h"

G_BEGIN_DECLS

/* Two figures of places, over periods that all of them have.
 *
 * @x, @y: shape (@n_places, @n_periods)
 * @times: shape (@n_periods), how many periods after the first of the table each is
 * @logarithms: of @y as a share, shape as @y; NULL where it is none, or is 0 somewhere
 * @regions: shape (@n_places), or NULL
 * @left_out: names of places, of char *
 * @n_all: periods of the table
 */
typedef struct {
  guint n_places;
  gsize n_periods, n_all;
  double *x, *y, *logarithms;
  gsize *times, *regions;
  GPtrArray *left_out;
  ScrutinyCalendar calendar;
} LinkagePlaces;

void linkage_places_clear (LinkagePlaces *self);

/* Places and periods, for kernels. */
KernelPanelShape linkage_places_get_shape (const LinkagePlaces *self);

/* FALSE with @error set where the table is none of places; @reason is why the question cannot be
 * put to it, or NULL; transfer full.
 */
gboolean
linkage_places_read (LinkagePlaces *self, const PlacesAsked *asked, char **reason, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LinkagePlaces, linkage_places_clear)

G_END_DECLS
