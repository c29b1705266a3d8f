/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/label-room.h"

/* Of text of 12 units: how wide a character is at most on average, and how tall. */
static const double CHARACTER = 6.4, HEIGHT = 11, GAP = 6;

typedef struct {
  double left, top, right, bottom;
} Box;

struct _LabelRoom {
  Box whole;
  GArray *taken; /* of Box */
};

LabelRoom *
label_room_new (double left, double top, double right, double bottom)
{
  LabelRoom *self = g_new (LabelRoom, 1);

  self->whole = (Box){ left, top, right, bottom };
  self->taken = g_array_new (FALSE, FALSE, sizeof (Box));

  return self;
}

void
label_room_free (LabelRoom *self)
{
  g_array_unref (self->taken);
  g_free (self);
}

void
label_room_block (LabelRoom *self, double x, double y, double radius)
{
  const Box box = { x - radius, y - radius, x + radius, y + radius };

  g_array_append_val (self->taken, box);
}

static gboolean
is_free (const LabelRoom *self, const Box *box)
{
  if (box->left < self->whole.left || box->right > self->whole.right ||
      box->top < self->whole.top || box->bottom > self->whole.bottom)
    return FALSE;
  for (guint i = 0; i < self->taken->len; i++) {
    const Box *taken = &g_array_index (self->taken, Box, i);

    if (box->left < taken->right && taken->left < box->right && box->top < taken->bottom &&
        taken->top < box->bottom)
      return FALSE;
  }

  return TRUE;
}

gboolean
label_room_find (LabelRoom *self, double x, double y, gsize n_characters, LabelPlace *place)
{
  const double width = CHARACTER * (double) n_characters, half = HEIGHT / 2;
  const struct {
    Box box;
    LabelPlace place;
  } tries[] = {
    { { x + GAP, y - half, x + GAP + width, y + half }, { x + GAP, y + half - 2, "start" } },
    { { x - GAP - width, y - half, x - GAP, y + half }, { x - GAP, y + half - 2, "end" } },
    { { x - width / 2, y - GAP - HEIGHT, x + width / 2, y - GAP }, { x, y - GAP - 2, "middle" } },
    { { x - width / 2, y + GAP, x + width / 2, y + GAP + HEIGHT },
      { x, y + GAP + HEIGHT - 2, "middle" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (tries); i++) {
    if (!is_free (self, &tries[i].box))
      continue;
    g_array_append_val (self->taken, tries[i].box);
    *place = tries[i].place;
    return TRUE;
  }

  return FALSE;
}
