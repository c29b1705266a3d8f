/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "challenge/pileup-asked.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/period-days.h"

#include <math.h>
#include <string.h>

#define LONGEST_LIMIT 1e6
#define WIDEST_HALF 400

static gboolean
read_limit (PileupAsked *self, double threshold, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  if (threshold == floor (threshold) && fabs (threshold) <= LONGEST_LIMIT) {
    self->limit = (gint64) threshold;
    self->is_signed = threshold <= 0;
    return TRUE;
  }
  number_show (threshold, text);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, text,
                         "Threshold: %s is no whole number of %s, up to a million", text,
                         self->unit->many);
  return FALSE;
}

/* "2,0": how many up to the limit and after it, beside the limit itself. */
static gboolean
read_window (PileupAsked *self, const char *window, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (window ? window : "", ",", -1);
  guint64 before, after;

  if (!window)
    return TRUE;
  if (g_strv_length (parts) != 2 ||
      !g_ascii_string_to_unsigned (g_strstrip (parts[0]), 10, 0, WIDEST_HALF, &before, NULL) ||
      !g_ascii_string_to_unsigned (g_strstrip (parts[1]), 10, 0, WIDEST_HALF, &after, NULL)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, window,
                           "Window: “%s” is not how many up to the limit and how many after it, "
                           "such as 2,0",
                           window);
    return FALSE;
  }
  self->shape.before = before;
  self->shape.after = after;

  return TRUE;
}

static gboolean
check_width (PileupAsked *self, guint half_width, GError **error)
{
  const gsize taken = self->shape.before + self->shape.after + self->shape.beyond;

  if (half_width > 0)
    self->shape.half = half_width;
  if (self->shape.half <= WIDEST_HALF && taken < self->shape.half)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                         "Half width: %" G_GSIZE_FORMAT
                         " is not between what the window takes, %" G_GSIZE_FORMAT ", and %d",
                         self->shape.half, taken, WIDEST_HALF);
  return FALSE;
}

static gboolean
read_since (PileupAsked *self, GError **error)
{
  PeriodDays days;

  if (!self->dated && !self->since)
    return TRUE;
  if (!self->dated || !self->since) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, NULL, NULL,
                           "Since and dated go together: a date, and the column of dates it is "
                           "held against");
    return FALSE;
  }
  if (!period_parse_days (self->since, strlen (self->since), &days)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, self->since,
                           "Since: “%s” is no date or period; write it as 2024-04 or 2024-04-01",
                           self->since);
    return FALSE;
  }
  self->since_day = days.first;

  return TRUE;
}

static void
read_known_limits (PileupAsked *self, ScrutinyPileupOptions *options)
{
  gsize n;
  const double *limits = scrutiny_pileup_options_get_known_limits (options, &n);

  for (gsize i = 0; i < n; i++) {
    const gint64 end = fabs (limits[i]) < LONGEST_LIMIT ? (gint64) floor (limits[i]) + 1 : 0;

    if (fabs (limits[i]) < LONGEST_LIMIT)
      g_array_append_val (self->known_ends, end);
  }
}

gboolean
pileup_asked_init (PileupAsked *self,
                   double threshold,
                   ScrutinyPileupOptions *options,
                   GError **error)
{
  g_autoptr (ScrutinyPileupOptions) usual = scrutiny_pileup_options_new ();

  options = options ? options : usual;
  *self = (PileupAsked){ .disclosure = scrutiny_pileup_options_get_disclosure (options),
                         .dated = g_strdup (scrutiny_pileup_options_get_dated (options)),
                         .since = g_strdup (scrutiny_pileup_options_get_since (options)),
                         .known_ends = g_array_new (FALSE, FALSE, sizeof (gint64)) };
  self->unit = pileup_unit_find (scrutiny_pileup_options_get_unit (options), error);
  if (!self->unit)
    return FALSE;
  self->shape = self->unit->shape;
  read_known_limits (self, options);

  return read_limit (self, threshold, error) &&
         read_window (self, scrutiny_pileup_options_get_window (options), error) &&
         check_width (self, scrutiny_pileup_options_get_half_width (options), error) &&
         read_since (self, error);
}

void
pileup_asked_clear (PileupAsked *self)
{
  g_clear_pointer (&self->dated, g_free);
  g_clear_pointer (&self->since, g_free);
  g_clear_pointer (&self->known_ends, g_array_unref);
}

gint64
pileup_asked_first (const PileupAsked *self)
{
  return self->limit - (gint64) self->shape.before;
}

gint64
pileup_asked_last (const PileupAsked *self)
{
  return self->limit + (gint64) self->shape.after;
}

gint64
pileup_asked_n_window (const PileupAsked *self)
{
  return pileup_asked_last (self) - pileup_asked_first (self) + 1;
}

static gboolean
is_few (const PileupAsked *self, double count)
{
  return count > 0 && count < self->disclosure;
}

gint64
pileup_asked_find_known_end (const PileupAsked *self,
                             gint64 from,
                             gint64 end,
                             PileupCount count,
                             gconstpointer data)
{
  for (guint i = 0; self->disclosure > 0 && i < self->known_ends->len; i++) {
    const gint64 known = g_array_index (self->known_ends, gint64, i);

    if (known > from && known < end && !is_few (self, count (from, known, data)) &&
        !is_few (self, count (known, end, data)))
      return known;
  }

  return end;
}
