/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where the names of points may stand without covering each other or other points. */
typedef struct _LabelRoom LabelRoom;

typedef struct {
  double x, y;        /* of the text's base line */
  const char *anchor; /* start, middle or end */
} LabelPlace;

LabelRoom *label_room_new (double left, double top, double right, double bottom);
void label_room_free (LabelRoom *self);

/* Keeps free what a point covers. */
void label_room_block (LabelRoom *self, double x, double y, double radius);

/* A place beside the point at @x, @y for so many characters, which is then taken; FALSE if there is
 * none.
 */
gboolean
label_room_find (LabelRoom *self, double x, double y, gsize n_characters, LabelPlace *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LabelRoom, label_room_free)

G_END_DECLS
