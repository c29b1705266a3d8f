/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/panel.h>
#include <scrutiny/slope.h>

#include "trend/panel-tabulate.h"
#include "trend/slope-private.h"

static const char *
direction_of (ScrutinySlope *slope)
{
  return scrutiny_direction_get_name (scrutiny_slope_get_direction (slope));
}

static double
is_flagged (ScrutinySlope *slope)
{
  return scrutiny_slope_get_direction (slope) != SCRUTINY_DIRECTION_NONE;
}

/* A direction is given where chance alone would give so clear a one less often than that. */
static double
false_alarm_of (ScrutinySlope *slope)
{
  return 1 - slope_get_level (slope);
}

static const PanelColumn columns[] = {
  PANEL_LENT ("direction", direction_of),
  PANEL_LENT ("test", scrutiny_slope_get_test),
  PANEL_NUMBER ("score", scrutiny_slope_get_score),
  PANEL_NUMBER ("p", scrutiny_slope_get_p),
  PANEL_NUMBER ("p_dependent", scrutiny_slope_get_p_dependent),
  PANEL_NUMBER ("tau", scrutiny_slope_get_tau),
  PANEL_NUMBER ("slope", scrutiny_slope_get_slope),
  PANEL_NUMBER ("low", scrutiny_slope_get_low),
  PANEL_NUMBER ("high", scrutiny_slope_get_high),
  PANEL_NUMBER ("dependence", scrutiny_slope_get_dependence),
  PANEL_MADE ("findings", panel_dup_finding_ids),
  PANEL_END,
};

static const PanelAnalysis analysis = {
  (PanelMake) scrutiny_slope_new,
  g_object_unref,
  (PanelLent) scrutiny_result_get_cannot_tell,
  columns,
  (PanelNumber) is_flagged,
  (PanelNumber) false_alarm_of,
  "p_dependent",
};

/**
 * scrutiny_slope_tabulate:
 * @panel: many series
 * @options: (nullable): season and level, or `NULL` to leave them to the library
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Looks for a steady movement one way in each of many series, on as many threads as
 * [property@Panel:threads] says. The result is the same for any number.
 *
 * There is one row a series, in their order. The columns are the keys; `status`, which is
 * `done`, `cannot-tell` or `refused`, and `reason`; `n_values`, `first` and `last`; then
 * what [ctor@Slope.new] would say of the series: `direction`, `test`, `score`, `p`,
 * `p_dependent`, `tau`, `slope`, `low`, `high`, `dependence`, and `findings`, their ids with
 * blanks between; `flagged`, 1 where it moved; `false_alarm`, how often chance alone gives
 * that; `p_adjusted` and `discovery`, see [func@discoveries_tabulate].
 * A series that is refused does not fail the others.
 *
 * Returns: (transfer full): the table, or `NULL` with @error set if it was stopped, or a key
 *   has the name of one of the columns
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_slope_tabulate (ScrutinyPanel *panel,
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
