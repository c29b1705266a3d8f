/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/trend-direction.h"

#include "trend/shift-private.h"

#include <math.h>

static const char *
fact_text (ScrutinyFinding *finding, const char *key)
{
  const char *text = NULL;

  g_variant_lookup (scrutiny_finding_get_facts (finding), key, "&s", &text);

  return text;
}

static ScrutinyDirection
direction_of (double moved)
{
  return moved > 0   ? SCRUTINY_DIRECTION_UP
         : moved < 0 ? SCRUTINY_DIRECTION_DOWN
                     : SCRUTINY_DIRECTION_NONE;
}

static ScrutinyDirection
find_shift (const TrendReading *self, char **since)
{
  g_autoptr (GPtrArray) all = scrutiny_shifts_dup_all (self->shifts);
  const ScrutinyDirection direction = direction_of (trend_reading_get_last_movement (self));

  if (direction != SCRUTINY_DIRECTION_NONE)
    *since = g_strdup (scrutiny_shift_get_at (all->pdata[all->len - 1]));

  return direction;
}

/* A figure that rose or fell throughout. */
static ScrutinyDirection
find_line (const TrendReading *self, char **since)
{
  const ShiftSearch *search = shifts_get_search (self->shifts);
  const double slope =
      search->pieces->len == 1 ? g_array_index (search->pieces, ShiftPiece, 0).slope : 0;
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);

  if (slope != 0)
    *since = scrutiny_timeline_dup_text (timeline, search->index[0]);

  return direction_of (slope);
}

static char *
dup_last (const TrendReading *self)
{
  gsize n;
  const double *values = scrutiny_series_get_values (self->series, &n);

  while (n > 0 && isnan (values[n - 1]))
    n--;

  return n > 0 ? scrutiny_timeline_dup_text (scrutiny_series_get_timeline (self->series), n - 1)
               : NULL;
}

/* The first thing told of the chart that holds up to its last value. */
static ScrutinyDirection
find_signal (const TrendReading *self, char **since)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (self->chart));
  g_autofree char *last = dup_last (self);

  for (guint k = 0; last && k < findings->len; k++) {
    const char *direction = fact_text (findings->pdata[k], "direction");

    if (g_strcmp0 (fact_text (findings->pdata[k], "last"), last) != 0 ||
        (g_strcmp0 (direction, "up") != 0 && g_strcmp0 (direction, "down") != 0))
      continue;
    *since = g_strdup (fact_text (findings->pdata[k], "since"));
    return g_str_equal (direction, "up") ? SCRUTINY_DIRECTION_UP : SCRUTINY_DIRECTION_DOWN;
  }

  return SCRUTINY_DIRECTION_NONE;
}

ScrutinyDirection
trend_direction_find (const TrendReading *self, char **since)
{
  ScrutinyDirection direction = SCRUTINY_DIRECTION_NONE;

  *since = NULL;
  if (self->has_shifts)
    return find_shift (self, since);
  if (self->shifts)
    direction = find_line (self, since);

  return direction == SCRUTINY_DIRECTION_NONE ? find_signal (self, since) : direction;
}
