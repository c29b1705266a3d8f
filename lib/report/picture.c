/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/picture.h"

#include <scrutiny/because.h>
#include <scrutiny/capability.h>
#include <scrutiny/chart.h>
#include <scrutiny/comparison.h>
#include <scrutiny/composite.h>
#include <scrutiny/mix.h>
#include <scrutiny/pileup.h>
#include <scrutiny/shifts.h>
#include <scrutiny/trend.h>
#include <scrutiny/waits.h>

#include "report/svg-capability.h"
#include "report/svg-composite.h"
#include "report/svg-funnel.h"
#include "report/svg-mix.h"
#include "report/svg-pileup.h"
#include "report/svg-reasons.h"
#include "report/svg-shifts.h"
#include "report/svg-waits.h"
#include "trend/trend-private.h"

static void
append_chart (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_chart_append (out, SCRUTINY_CHART (result), labels);
}

static void
append_trend (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_chart_append_trend (out, SCRUTINY_TREND (result), labels);
}

static void
append_shifts (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_shifts_append (out, SCRUTINY_SHIFTS (result), labels);
}

static void
append_mix (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_mix_append (out, SCRUTINY_MIX (result), labels);
}

static void
append_waits (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_waits_append (out, SCRUTINY_WAITS (result), labels);
}

static void
append_capability (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_capability_append (out, SCRUTINY_CAPABILITY (result), labels);
}

static ScrutinyTable *
dup_stretches (ScrutinyResult *result)
{
  return g_object_ref (scrutiny_capability_get_stretches (SCRUTINY_CAPABILITY (result)));
}

static void
append_composite (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_composite_append (out, SCRUTINY_COMPOSITE (result), labels);
}

static ScrutinyTable *
dup_units (ScrutinyResult *result)
{
  return g_object_ref (scrutiny_composite_get_units (SCRUTINY_COMPOSITE (result)));
}

static ScrutinyTable *
dup_waits_quantiles (ScrutinyResult *result)
{
  return g_object_ref (scrutiny_waits_get_quantiles (SCRUTINY_WAITS (result)));
}

static ScrutinyTable *
dup_mix_segments (ScrutinyResult *result)
{
  return g_object_ref (scrutiny_mix_get_segments (SCRUTINY_MIX (result)));
}

static void
append_pileup (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_pileup_append (out, SCRUTINY_PILEUP (result), labels);
}

static void
append_funnel (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_funnel_append (out, SCRUTINY_COMPARISON (result), labels);
}

static void
append_reasons (GString *out, ScrutinyResult *result, const SvgChartLabels *labels)
{
  svg_reasons_append (out, SCRUTINY_BECAUSE (result), labels);
}

static ScrutinyTable *
dup_chart_points (ScrutinyResult *result)
{
  return g_object_ref (scrutiny_chart_get_points (SCRUTINY_CHART (result)));
}

static ScrutinyTable *
dup_trend_points (ScrutinyResult *result)
{
  return scrutiny_trend_make_points (SCRUTINY_TREND (result));
}

static ScrutinyTable *
dup_areas (ScrutinyResult *result)
{
  return g_object_ref (scrutiny_comparison_get_areas (SCRUTINY_COMPARISON (result)));
}

static ScrutinyTable *
dup_bins (ScrutinyResult *result)
{
  return g_object_ref (scrutiny_pileup_get_bins (SCRUTINY_PILEUP (result)));
}

static const char *const point_columns[] = { "label", "value", "centre", "lower", "upper", NULL };
static const char *const point_header[] = { "Period",           "Value",
                                            "Usual level",      "Lowest expected",
                                            "Highest expected", NULL };

static const char *const mix_columns[] = { "segment", "value_before", "value_after",
                                           "rate",    "mix",          NULL };
static const char *const mix_header[] = {
  "Part", "Before", "After", "Within the part", "By its share of the whole", NULL
};

static const char *const bin_columns[] = { "first", "last", "count", "expected", NULL };
static const char *const bin_header[] = { "From", "To", "Cases", "Expected", NULL };

static const char *const area_columns[] = { "area",     "numerator", "denominator", "value",
                                            "lower998", "upper998",  NULL };
static const char *const area_header[] = { "",           "Counted", "Out of", "Value",
                                           "99.8% from", "to",      NULL };

static const char *const waits_columns[] = {
  "share", "days", "low", "high", "finished_days", NULL
};
static const char *const waits_header[] = { "Share",           "Days", "At least", "At most",
                                            "Of the finished", NULL };

static const char *const stretch_columns[] = { "first", "last",  "n", "centre",
                                               "lower", "upper", NULL };
static const char *const stretch_header[] = {
  "From", "To", "Cases", "Usual", "Lowest expected", "Highest expected", NULL
};

static const char *const unit_columns[] = { "unit", "score", "place", "low", "high", NULL };
static const char *const unit_header[] = { "",   "Score", "Place", "With other weights from",
                                           "to", NULL };

/* One row a type. */
static const Picture pictures[] = {
  { scrutiny_chart_get_type, "a chart", "trend.", append_chart, dup_chart_points, point_columns,
    point_header, TRUE },
  { scrutiny_trend_get_type, "a reading", "trend.", append_trend, dup_trend_points, point_columns,
    point_header, TRUE },
  { scrutiny_comparison_get_type, "a comparison", "compare.", append_funnel, dup_areas,
    area_columns, area_header, TRUE },
  { scrutiny_shifts_get_type, "shifts", "trend.", append_shifts, NULL, NULL, NULL, FALSE },
  { scrutiny_waits_get_type, "waits", "waits.", append_waits, dup_waits_quantiles, waits_columns,
    waits_header, TRUE },
  { scrutiny_mix_get_type, "a mix", "mix.", append_mix, dup_mix_segments, mix_columns, mix_header,
    TRUE },
  { scrutiny_pileup_get_type, "a pile-up", "pileup.", append_pileup, dup_bins, bin_columns,
    bin_header, TRUE },
  { scrutiny_capability_get_type, "a capability", "capability.", append_capability, dup_stretches,
    stretch_columns, stretch_header, TRUE },
  { scrutiny_composite_get_type, "a composite", "composite.", append_composite, dup_units,
    unit_columns, unit_header, TRUE },
  { scrutiny_because_get_type, "checked reasons", "because.", append_reasons, NULL, NULL, NULL,
    FALSE },
};

const Picture *
picture_find (ScrutinyResult *result)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pictures); i++)
    if (g_type_is_a (G_OBJECT_TYPE (result), pictures[i].get_type ()))
      return &pictures[i];

  return NULL;
}

char *
picture_dup_names (void)
{
  GString *names = g_string_new (pictures[0].name);

  for (gsize i = 1; i < G_N_ELEMENTS (pictures); i++)
    g_string_append_printf (names, "%s of %s", i + 1 < G_N_ELEMENTS (pictures) ? "," : " or",
                            pictures[i].name);

  return g_string_free (names, FALSE);
}
