/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/shifts-asked.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "trend/season.h"
#include "trend/shared-data.h"
#include "trend/shift-event.h"
#include "trend/shift-model.h"
#include "trend/step-words.h"

#include <math.h>
#include <string.h>

#define MOST_OF_A_NAME 40

/* Periods in the shortest season that is taken off. */
#define SHORTEST_SEASON 4

/* Beyond anything published, and small enough that squares of such numbers stay numbers. */
#define MOST_MAGNITUDE 1e50

static const struct {
  const char *name;
  double floor, cost;
} sensitivities[] = {
  { "usual", 0.03, 4 },
  { "more", 0.05, 3 },
  { "less", 0.02, 6 },
};

static const SharedDataWords shared_data = {
  .to_date = "changes dated from them would be wrong",
  .then = "look at that",
  .rolling = "changes dated from them would be wrong",
};

static gboolean
check_sizes (ScrutinySeries *series, GError **error)
{
  gsize n;
  const double *values = scrutiny_series_get_values (series, &n);

  for (gsize i = 0; i < n; i++) {
    if (!(fabs (values[i]) > MOST_MAGNITUDE))
      continue;
    g_autofree char *period = scrutiny_timeline_dup_text (scrutiny_series_get_timeline (series), i);
    char text[NUMBER_TEXT_SIZE];
    number_show (values[i], text);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, text,
                           "Series: %s: %s is too large to be compared; check the figure, or hand "
                           "in all of them in a larger unit",
                           period, text);
    return FALSE;
  }

  return TRUE;
}

static gboolean
set_season (ShiftAsked *self, ScrutinySeries *series, const char *text, GError **error)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);
  guint64 period;

  self->season = 0;
  if (g_str_equal (text, "none"))
    return TRUE;
  if (g_str_equal (text, "auto")) {
    self->season = season_of_calendar (scrutiny_timeline_get_calendar (timeline));
    self->season = self->season < SHORTEST_SEASON ? 0 : self->season;
    return TRUE;
  }
  if (g_ascii_string_to_unsigned (text, 10, SHORTEST_SEASON, G_MAXUINT16, &period, NULL)) {
    self->season = (gsize) period;
    return TRUE;
  }

  g_autofree char *said = printable_dup (text, MOST_OF_A_NAME);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "season", text,
                         "Season: “%s” is none; there are auto, none, or a number of periods from "
                         "4 on",
                         said);

  return FALSE;
}

static gboolean
set_sensitivity (ShiftAsked *self, const char *text, GError **error)
{
  for (guint k = 0; k < G_N_ELEMENTS (sensitivities); k++) {
    if (g_str_equal (sensitivities[k].name, text)) {
      self->cut = kernel_level_line_default;
      self->cut.floor = sensitivities[k].floor;
      self->cut.cost = sensitivities[k].cost;
      return TRUE;
    }
  }

  g_autofree char *said = printable_dup (text, MOST_OF_A_NAME);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, "sensitivity", text,
                         "Sensitivity: “%s” is none; there are usual, more, less", said);

  return FALSE;
}

static gboolean
set_level (ShiftAsked *self, double level, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  self->level = level;
  if (level > 0 && level < 1)
    return TRUE;

  number_show (level, text);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "level", text,
                         "Level: %s is not between 0 and 1; give a share such as 0.95", text);

  return FALSE;
}

ShiftAsked
shifts_asked_none (void)
{
  return (ShiftAsked){ .cut = kernel_level_line_default, .penalty = NAN, .level = 0.95, .seed = 1 };
}

void
shifts_asked_clear (ShiftAsked *self)
{
  g_clear_pointer (&self->events, g_ptr_array_unref);
}

static gboolean
set_penalty (ShiftAsked *self, double penalty, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  self->penalty = NAN;
  if (penalty == 0)
    return TRUE;
  number_show (penalty, text);
  if (!(penalty > 0) || isinf (penalty)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "penalty", text,
                           "Penalty: %s is no price of a change; give a number above 0, or 0 for "
                           "the library’s own",
                           text);
    return FALSE;
  }
  if (self->model && self->model->price == 0) {
    scrutiny_set_error_at (
        error, SCRUTINY_ERROR_MISMATCH, 0, "penalty", text,
        "Penalty: model %s goes by a chance and has no penalty; leave it out, or "
        "ask for model mean",
        self->model->name);
    return FALSE;
  }
  self->penalty = penalty;

  return TRUE;
}

/* A stretch of one value has no variance. */
static gboolean
set_least (ShiftAsked *self, guint least, GError **error)
{
  const guint fewest = self->model ? self->model->fewest : 1;

  if (least == 0) {
    if (self->model)
      self->cut.least_level = self->model->least;
    return TRUE;
  }
  if (least < fewest) {
    char text[16];
    g_snprintf (text, sizeof text, "%u", least);
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, "minimum-segment", text,
                           "Minimum segment: %s is too few for model %s; give %u or more", text,
                           self->model->name, fewest);
    return FALSE;
  }
  self->cut.least_level = least;
  self->cut.least_line = MAX (least, 3);

  return TRUE;
}

gboolean
shifts_asked_init (ShiftAsked *self,
                   ScrutinySeries *series,
                   ScrutinyShiftsOptions *options,
                   GError **error)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (series);

  if (!shared_data_refuse (timeline, &shared_data, error) || !check_sizes (series, error) ||
      !set_season (self, series, scrutiny_shifts_options_get_season (options), error) ||
      !set_sensitivity (self, scrutiny_shifts_options_get_sensitivity (options), error) ||
      !set_level (self, scrutiny_shifts_options_get_level (options), error) ||
      !shift_model_find (scrutiny_shifts_options_get_model (options), series, &self->model,
                         error) ||
      !set_penalty (self, scrutiny_shifts_options_get_penalty (options), error) ||
      !set_least (self, scrutiny_shifts_options_get_minimum_segment (options), error))
    return FALSE;
  self->seed = scrutiny_shifts_options_get_seed (options);
  shifts_asked_clear (self);
  self->events = shift_events_read (timeline, scrutiny_shifts_options_get_events (options), error);

  return self->events != NULL;
}
