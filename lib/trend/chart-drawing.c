/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "trend/chart-drawing.h"

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "trend/chart-options-private.h"

#include <math.h>

#define MOST_OF_A_NAME 40

gboolean
chart_kind_is_share (ScrutinyChartKind kind)
{
  return kind == SCRUTINY_CHART_KIND_P || kind == SCRUTINY_CHART_KIND_P_PRIME;
}

gboolean
chart_kind_is_rate (ScrutinyChartKind kind)
{
  return kind == SCRUTINY_CHART_KIND_U || kind == SCRUTINY_CHART_KIND_U_PRIME;
}

gboolean
chart_kind_is_count (ScrutinyChartKind kind)
{
  return kind == SCRUTINY_CHART_KIND_C || kind == SCRUTINY_CHART_KIND_C_PRIME;
}

gboolean
chart_kind_has_denominators (ScrutinyChartKind kind)
{
  return kind == SCRUTINY_CHART_KIND_I_PRIME || chart_kind_is_share (kind) ||
         chart_kind_is_rate (kind);
}

gboolean
chart_kind_is_widened (ScrutinyChartKind kind)
{
  return kind == SCRUTINY_CHART_KIND_P_PRIME || kind == SCRUTINY_CHART_KIND_U_PRIME ||
         kind == SCRUTINY_CHART_KIND_C_PRIME;
}

gboolean
chart_kind_is_of_subgroups (ScrutinyChartKind kind)
{
  return kind == SCRUTINY_CHART_KIND_XBAR || kind == SCRUTINY_CHART_KIND_S;
}

gboolean
chart_kind_is_summing (ScrutinyChartKind kind)
{
  return kind == SCRUTINY_CHART_KIND_EWMA || kind == SCRUTINY_CHART_KIND_CUSUM;
}

gboolean
chart_kind_never_negative (ScrutinyChartKind kind)
{
  return chart_kind_is_rate (kind) || chart_kind_is_count (kind) || kind == SCRUTINY_CHART_KIND_G ||
         kind == SCRUTINY_CHART_KIND_T;
}

/* Whose points are single values that lie evenly on both sides of a centre. */
static gboolean
is_of_values (ScrutinyChartKind kind)
{
  return kind == SCRUTINY_CHART_KIND_XMR || kind == SCRUTINY_CHART_KIND_RUN;
}

static const struct {
  const char *name;
  const KernelRangeConstants *constants;
} constants[] = {
  { "exact", &kernel_constants_exact },
  { "wheeler", &kernel_constants_wheeler },
  { "montgomery", &kernel_constants_montgomery },
};

static const char *const centres[] = { "mean", "median", "slope", "half-averages" };

const char *
chart_centre_get_name (ChartCentre centre)
{
  return centres[centre];
}

/* “Constants: there are none called “x”; there are exact, …” */
static gboolean
refuse_name (const char *option,
             const char *key,
             const char *name,
             const char *known,
             GError **error)
{
  g_autofree char *said = printable_dup (name, MOST_OF_A_NAME);

  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, key, name,
                         "%s: there are none called “%s”; there are %s", option, said, known);

  return FALSE;
}

static gboolean
set_profile (ChartDrawing *self, ScrutinyChartOptions *options, GError **error)
{
  const char *name = scrutiny_chart_options_get_profile (options);

  if (!name)
    return TRUE;

  self->profile = chart_profile_find (name);
  if (!self->profile) {
    g_autofree char *known = chart_profile_dup_names ();
    return refuse_name ("Profiles", "profile", name, known, error);
  }
  /* i′ has no constants of its own but the exact ones. */
  if (self->kind != SCRUTINY_CHART_KIND_I_PRIME)
    self->constants = self->profile->constants;
  self->constants_name = NULL;
  self->bridges = self->profile->bridges;
  self->pools = self->profile->pools;
  self->goes_below_0 = self->profile->goes_below_0;
  self->counts_event = self->profile->mean_of_counts;

  return TRUE;
}

static gboolean
set_constants (ChartDrawing *self, ScrutinyChartOptions *options, GError **error)
{
  const char *name = scrutiny_chart_options_get_constants (options);

  if (self->profile && !chart_options_has (options, CHART_OPTION_CONSTANTS))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (constants); i++) {
    if (g_str_equal (constants[i].name, name)) {
      self->constants = constants[i].constants;
      self->constants_name = constants[i].name;
      return TRUE;
    }
  }

  return refuse_name ("Constants", "constants", name, "exact, wheeler, montgomery", error);
}

static void
set_screen (ChartDrawing *self, ScrutinyChartOptions *options)
{
  const gboolean screens = self->profile && !chart_options_has (options, CHART_OPTION_SCREEN)
                               ? self->profile->screen
                               : scrutiny_chart_options_get_screen (options);

  self->screen = screens ? self->constants->range_limit : 0;
}

static gboolean
refuse_centre (const ChartDrawing *self, const char *name, const char *hint, GError **error)
{
  scrutiny_set_error_at (error, SCRUTINY_ERROR_MISMATCH, 0, "centre", name,
                         "Centre: kind %s has no %s for its centre; %s",
                         scrutiny_chart_kind_get_name (self->kind), name, hint);

  return FALSE;
}

static gboolean
set_centre (ChartDrawing *self, ScrutinyChartOptions *options, GError **error)
{
  const char *name = scrutiny_chart_options_get_centre (options);
  const gboolean is_rare =
      self->kind == SCRUTINY_CHART_KIND_G || self->kind == SCRUTINY_CHART_KIND_T;
  guint centre = 0;

  if (self->kind == SCRUTINY_CHART_KIND_RUN ||
      (self->kind == SCRUTINY_CHART_KIND_G && !self->counts_event))
    self->centre = CHART_CENTRE_MEDIAN;
  if (!name)
    return TRUE;

  while (centre < G_N_ELEMENTS (centres) && !g_str_equal (centres[centre], name))
    centre++;
  if (centre == G_N_ELEMENTS (centres))
    return refuse_name ("Centres", "centre", name, "mean, median, slope, half-averages", error);
  self->centre = (ChartCentre) centre;
  if (self->centre >= CHART_CENTRE_SLOPE && !is_of_values (self->kind))
    return refuse_centre (self, name, "ask for kind xmr or run", error);
  if (self->centre == CHART_CENTRE_MEDIAN && !is_of_values (self->kind) && !is_rare)
    return refuse_centre (self, name, "ask for kind xmr, run, g or t", error);

  return TRUE;
}

static gboolean
set_spread (ChartDrawing *self, ScrutinyChartOptions *options, GError **error)
{
  const char *name = scrutiny_chart_options_get_spread (options);

  if (!name || g_str_equal (name, "mr"))
    return TRUE;
  if (!g_str_equal (name, "median-mr"))
    return refuse_name ("Spreads", "spread", name, "mr, median-mr", error);
  self->uses_median_range = TRUE;

  return TRUE;
}

static gboolean
set_gaps (ChartDrawing *self, ScrutinyChartOptions *options, GError **error)
{
  const char *name = scrutiny_chart_options_get_gaps (options);

  if (!name)
    return TRUE;
  if (!g_str_equal (name, "break") && !g_str_equal (name, "bridge"))
    return refuse_name ("Gaps", "gaps", name, "break, bridge", error);
  self->bridges = g_str_equal (name, "bridge");

  return TRUE;
}

static gboolean
refuse_number (const char *key, double number, const char *why, GError **error)
{
  char text[NUMBER_TEXT_SIZE];

  number_show (number, text);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, key, text, why, text);

  return FALSE;
}

static gboolean
set_numbers (ChartDrawing *self, ScrutinyChartOptions *options, GError **error)
{
  self->width = scrutiny_chart_options_get_width (options);
  if (!isfinite (self->width) || self->width <= 0)
    return refuse_number ("width", self->width,
                          "Width: %s is no distance for limits; give a number above 0, usually 3",
                          error);
  self->weight = scrutiny_chart_options_get_weight (options);
  if (!(self->weight > 0 && self->weight <= 1))
    return refuse_number ("weight", self->weight,
                          "Weight: %s is no weight of a value; give a number above 0 and up to 1, "
                          "usually 0.2",
                          error);
  self->allowance = scrutiny_chart_options_get_allowance (options);
  if (!isfinite (self->allowance) || self->allowance < 0)
    return refuse_number ("allowance", self->allowance,
                          "Allowance: %s is none; give a number of 0 or more, usually 0.5", error);
  self->decision = scrutiny_chart_options_get_decision (options);
  if (!isfinite (self->decision) || self->decision <= 0)
    return refuse_number ("decision", self->decision,
                          "Decision: %s is no sum to stand out; give a number above 0, usually 5",
                          error);

  return TRUE;
}

static gboolean
set_known (ChartDrawing *self, ScrutinyChartOptions *options, GError **error)
{
  const gboolean takes_known = is_of_values (self->kind) || chart_kind_is_summing (self->kind);

  self->known_centre = scrutiny_chart_options_get_known_centre (options);
  self->known_spread = scrutiny_chart_options_get_known_spread (options);
  if (isnan (self->known_centre) && isnan (self->known_spread))
    return TRUE;
  if (!takes_known) {
    scrutiny_set_error_at (
        error, SCRUTINY_ERROR_MISMATCH, 0, "known-centre", NULL,
        "Known centre and spread: kind %s works out its own; ask for kind xmr, run, ewma or cusum",
        scrutiny_chart_kind_get_name (self->kind));
    return FALSE;
  }
  if (isinf (self->known_centre))
    return refuse_number ("known-centre", self->known_centre,
                          "Known centre: %s is no place for a line; give a number", error);
  if (isinf (self->known_spread) || self->known_spread < 0)
    return refuse_number ("known-spread", self->known_spread,
                          "Known spread: %s is no spread; give a number of 0 or more", error);

  return TRUE;
}

ChartDrawing
chart_drawing_none (void)
{
  return (ChartDrawing){
    .kind = SCRUTINY_CHART_KIND_RUN,
    .width = 3,
    .constants = &kernel_constants_exact,
    .constants_name = "exact",
    .centre = CHART_CENTRE_MEDIAN,
    .known_centre = NAN,
    .known_spread = NAN,
    .weight = 0.2,
    .allowance = 0.5,
    .decision = 5,
  };
}

gboolean
chart_drawing_init (ChartDrawing *self,
                    ScrutinyChartKind kind,
                    ScrutinyChartOptions *options,
                    GError **error)
{
  *self = chart_drawing_none ();
  self->kind = kind;
  self->centre = CHART_CENTRE_MEAN;
  if (!set_profile (self, options, error) || !set_constants (self, options, error) ||
      !set_centre (self, options, error) || !set_spread (self, options, error) ||
      !set_gaps (self, options, error) || !set_numbers (self, options, error) ||
      !set_known (self, options, error))
    return FALSE;
  set_screen (self, options);

  return TRUE;
}

const char *const *
chart_drawing_get_rules (const ChartDrawing *self, ScrutinyChartOptions *options)
{
  static const char *const for_runs[] = { "anhoej", NULL };
  static const char *const for_limits[] = { "wheeler", NULL };
  const char *const *asked = scrutiny_chart_options_get_rules (options);

  if (asked)
    return asked;
  if (self->profile)
    return self->profile->rules;

  return self->kind == SCRUTINY_CHART_KIND_RUN ? for_runs : for_limits;
}
