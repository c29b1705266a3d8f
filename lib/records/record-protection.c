/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-figures.h"

#include <math.h>

/* The figures of one period, and how much of it is withheld. */
typedef struct {
  GArray *places; /* guint, in the figures */
  guint n_small;  /* withheld because it is small: from 1 to one less than what is shown */
  guint n_hidden; /* withheld at all */
  guint64 sum;    /* of what is withheld */
} Group;

static void
group_free (gpointer data)
{
  Group *self = data;

  g_array_unref (self->places);
  g_free (self);
}

/* What there is to be had from the whole: the part of the figure that is small. */
static guint64
count_withheld (const RecordFigure *figure, guint least)
{
  if (figure->n_counted > 0 && figure->n_counted < least)
    return figure->n_counted;
  if (figure->n_counted < figure->n_rows && figure->n_rows - figure->n_counted < least)
    return figure->n_rows - figure->n_counted;

  return figure->n_counted;
}

static void
add_to_group (GHashTable *groups,
              const RecordFigure *figure,
              guint place,
              gboolean is_hidden,
              guint least)
{
  Group *group = g_hash_table_lookup (groups, &figure->ordinal);

  if (!group) {
    group = g_new0 (Group, 1);
    group->places = g_array_new (FALSE, FALSE, sizeof (guint));
    g_hash_table_insert (groups, (gpointer) &figure->ordinal, group);
  }
  g_array_append_val (group->places, place);
  group->n_small += is_hidden;
  group->n_hidden += is_hidden;
  group->sum += is_hidden ? count_withheld (figure, least) : 0;
}

static const RecordFigure *
figure_at (const RecordFigures *self, guint place)
{
  return &g_array_index (self->figures, RecordFigure, place);
}

/* The smallest that is shown; G_MAXUINT: there is none. */
static guint
find_smallest (const RecordFigures *self, const Group *group, const RecordAnswer *answers)
{
  guint found = G_MAXUINT;

  for (guint i = 0; i < group->places->len; i++) {
    const guint place = g_array_index (group->places, guint, i);

    if (answers[place].state == SERIES_OBSERVED && figure_at (self, place)->n_counted > 0 &&
        (found == G_MAXUINT ||
         figure_at (self, place)->n_counted < figure_at (self, found)->n_counted))
      found = place;
  }

  return found;
}

/* Whether what is withheld could be had from its sum: it is too small, or each of its parts is as
 * small or as large as a small one can be.
 */
static gboolean
is_open (const Group *self, guint least)
{
  if (self->n_hidden == 0)
    return FALSE;
  if (self->sum < least)
    return TRUE;

  return self->n_hidden == self->n_small &&
         (self->sum == self->n_small || self->sum == (guint64) self->n_small * (least - 1));
}

static void
protect (const RecordFigures *self, Group *group, RecordAnswer *answers, guint least)
{
  while (is_open (group, least)) {
    const guint place = find_smallest (self, group, answers);

    if (place == G_MAXUINT)
      return;
    answers[place] = (RecordAnswer){ SERIES_SUPPRESSED, NAN, NAN, NAN, NAN, NAN };
    group->n_hidden++;
    group->sum += figure_at (self, place)->n_counted;
  }
}

static gboolean
is_counted (const RecordFigures *self)
{
  return self->kind == DEFINITION_SHARE || self->kind == DEFINITION_COUNT ||
         self->kind == DEFINITION_RATE;
}

RecordAnswer *
record_figures_answer_all (const RecordFigures *self, guint suppress_below)
{
  g_autoptr (GHashTable) groups =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, group_free);
  RecordAnswer *answers = g_new0 (RecordAnswer, self->figures->len + 1);
  GHashTableIter iter;
  gpointer group;

  for (guint i = 0; i < self->figures->len; i++) {
    answers[i] = record_figures_answer (self, figure_at (self, i), suppress_below);
    add_to_group (groups, figure_at (self, i), i, answers[i].state == SERIES_SUPPRESSED,
                  suppress_below);
  }
  g_hash_table_iter_init (&iter, groups);
  while (is_counted (self) && g_hash_table_iter_next (&iter, NULL, &group))
    protect (self, group, answers, suppress_below);

  return answers;
}
