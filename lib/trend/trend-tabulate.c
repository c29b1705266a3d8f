/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/panel.h>
#include <scrutiny/trend.h>

#include "trend/panel-tabulate.h"
#include "trend/shifts-private.h"

#include <math.h>

static const char *
direction_of (ScrutinyTrend *trend)
{
  return scrutiny_direction_get_name (scrutiny_trend_get_direction (trend));
}

/* The last shift, as it is told. */
static ScrutinyShift *
get_last (ScrutinyTrend *trend)
{
  ScrutinyShifts *shifts = scrutiny_trend_get_shifts (trend);

  return shifts && scrutiny_trend_has_shifts (trend) ? shifts_get_last (shifts) : NULL;
}

static double
n_shifts_of (ScrutinyTrend *trend)
{
  ScrutinyShifts *shifts = scrutiny_trend_get_shifts (trend);

  if (!shifts)
    return NAN;

  return scrutiny_trend_has_shifts (trend) ? scrutiny_shifts_get_n_shifts (shifts) : 0;
}

static double
smallest_noticeable_of (ScrutinyTrend *trend)
{
  ScrutinyShifts *shifts = scrutiny_trend_get_shifts (trend);

  return shifts ? scrutiny_shifts_get_smallest_noticeable (shifts) : NAN;
}

static double
is_flagged (ScrutinyTrend *trend)
{
  return scrutiny_trend_get_direction (trend) != SCRUTINY_DIRECTION_NONE || get_last (trend);
}

/* What a getter says of the last shift. */
#define TEXT_OF_LAST(what) \
  static const char *last_##what (ScrutinyTrend *trend) \
  { \
    ScrutinyShift *last = get_last (trend); \
\
    return last ? scrutiny_shift_get_##what (last) : NULL; \
  }
#define NUMBER_OF_LAST(what) \
  static double last_##what (ScrutinyTrend *trend) \
  { \
    ScrutinyShift *last = get_last (trend); \
\
    return last ? scrutiny_shift_get_##what (last) : NAN; \
  }

TEXT_OF_LAST (earliest)
TEXT_OF_LAST (latest)
NUMBER_OF_LAST (before)
NUMBER_OF_LAST (after)
NUMBER_OF_LAST (change)
NUMBER_OF_LAST (change_low)
NUMBER_OF_LAST (change_high)

static const PanelColumn columns[] = {
  PANEL_LENT ("direction", direction_of),
  PANEL_LENT ("since", scrutiny_trend_get_since),
  PANEL_LENT ("earliest", last_earliest),
  PANEL_LENT ("latest", last_latest),
  PANEL_NUMBER ("n_shifts", n_shifts_of),
  PANEL_NUMBER ("before", last_before),
  PANEL_NUMBER ("after", last_after),
  PANEL_NUMBER ("change", last_change),
  PANEL_NUMBER ("change_low", last_change_low),
  PANEL_NUMBER ("change_high", last_change_high),
  PANEL_NUMBER ("smallest_noticeable", smallest_noticeable_of),
  PANEL_NUMBER ("slope", scrutiny_trend_get_slope),
  PANEL_NUMBER ("slope_low", scrutiny_trend_get_slope_low),
  PANEL_NUMBER ("slope_high", scrutiny_trend_get_slope_high),
  PANEL_NUMBER ("season_strength", scrutiny_trend_get_season_strength),
  PANEL_NUMBER ("dependence", scrutiny_trend_get_dependence),
  PANEL_NUMBER ("dependence_low", scrutiny_trend_get_dependence_low),
  PANEL_NUMBER ("dependence_high", scrutiny_trend_get_dependence_high),
  PANEL_MADE ("findings", panel_dup_finding_ids),
  PANEL_END,
};

static const PanelAnalysis analysis = {
  (PanelMake) scrutiny_trend_new,
  g_object_unref,
  (PanelLent) scrutiny_result_get_cannot_tell,
  columns,
  (PanelNumber) is_flagged,
  NULL,
  NULL,
};

/**
 * scrutiny_trend_tabulate:
 * @panel: many series
 * @options: (nullable): how to read them, or `NULL` to leave every choice to the library
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Reads what happened in each of many series, on as many threads as
 * [property@Panel:threads] says. The result is the same for any number.
 *
 * There is one row a series, in their order. The columns are the keys; `status`, which is
 * `done`, `cannot-tell` or `refused`, and `reason`; `n_values`, `first` and `last`; then
 * what [ctor@Trend.new] would say of the series: `direction`, `since`; of its last shift
 * `earliest`, `latest`, `n_shifts` there are, `before`, `after`, `change`, `change_low` and
 * `change_high`; `smallest_noticeable`, `slope`, `slope_low`, `slope_high`, `season_strength`,
 * `dependence`, `dependence_low`, `dependence_high`, and `findings`, their ids with blanks
 * between; `flagged`, 1 where it moved, and `false_alarm`, which is not known.
 * A series that is refused does not fail the others.
 *
 * Returns: (transfer full): the table, or `NULL` with @error set if it was stopped, or a key
 *   has the name of one of the columns
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_trend_tabulate (ScrutinyPanel *panel,
                         ScrutinyTrendOptions *options,
                         ScrutinyProgress *progress,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (panel), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_TREND_OPTIONS (options), NULL);
  g_return_val_if_fail (progress == NULL || SCRUTINY_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return panel_tabulate (panel, &analysis, options, progress, cancellable, error);
}
