/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/panel.h>
#include <scrutiny/shifts.h>

#include "trend/panel-tabulate.h"
#include "trend/shifts-private.h"

#include <math.h>

static double
n_shifts_of (ScrutinyShifts *shifts)
{
  return scrutiny_shifts_get_n_shifts (shifts);
}

static double
is_flagged (ScrutinyShifts *shifts)
{
  return scrutiny_shifts_get_n_shifts (shifts) > 0;
}

/* What a getter says of the last change. */
#define TEXT_OF_LAST(what) \
  static const char *last_##what (ScrutinyShifts *shifts) \
  { \
    ScrutinyShift *last = shifts_get_last (shifts); \
\
    return last ? scrutiny_shift_get_##what (last) : NULL; \
  }
#define NUMBER_OF_LAST(what) \
  static double last_##what (ScrutinyShifts *shifts) \
  { \
    ScrutinyShift *last = shifts_get_last (shifts); \
\
    return last ? scrutiny_shift_get_##what (last) : NAN; \
  }

TEXT_OF_LAST (at)
TEXT_OF_LAST (earliest)
TEXT_OF_LAST (latest)
TEXT_OF_LAST (kind)
NUMBER_OF_LAST (before)
NUMBER_OF_LAST (after)
NUMBER_OF_LAST (change)
NUMBER_OF_LAST (change_low)
NUMBER_OF_LAST (change_high)

static const PanelColumn columns[] = {
  PANEL_NUMBER ("n_shifts", n_shifts_of),
  PANEL_LENT ("at", last_at),
  PANEL_LENT ("earliest", last_earliest),
  PANEL_LENT ("latest", last_latest),
  PANEL_LENT ("kind", last_kind),
  PANEL_NUMBER ("before", last_before),
  PANEL_NUMBER ("after", last_after),
  PANEL_NUMBER ("change", last_change),
  PANEL_NUMBER ("change_low", last_change_low),
  PANEL_NUMBER ("change_high", last_change_high),
  PANEL_NUMBER ("smallest_noticeable", scrutiny_shifts_get_smallest_noticeable),
  PANEL_NUMBER ("chance", scrutiny_shifts_get_chance),
  PANEL_NUMBER ("spread", scrutiny_shifts_get_spread),
  PANEL_MADE ("findings", panel_dup_finding_ids),
  PANEL_END,
};

/* The chance is one of neighbours that do not resemble each other: not judged unasked. */
static const PanelAnalysis analysis = {
  (PanelMake) scrutiny_shifts_new,
  g_object_unref,
  (PanelLent) scrutiny_result_get_cannot_tell,
  columns,
  (PanelNumber) is_flagged,
  NULL,
  NULL,
};

/**
 * scrutiny_shifts_tabulate:
 * @panel: many series
 * @options: (nullable): how to look, or `NULL` for the fixed default
 * @progress: (nullable): told how far it is
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Looks for changes of level and slope in each of many series, on as many threads as
 * [property@Panel:threads] says. The result is the same for any number.
 *
 * There is one row a series, in their order. The columns are the keys; `status`, which is
 * `done`, `cannot-tell` or `refused`, and `reason`; `n_values`, `first` and `last`; then
 * what [ctor@Shifts.new] would say of the series: `n_shifts` it has, of the last of them `at`,
 * `earliest`, `latest`, `kind`, `before`, `after`, `change`, `change_low` and `change_high`;
 * `smallest_noticeable`, `chance`, `spread`, and `findings`, their ids with blanks between;
 * `flagged`, 1 where there is a change, and `false_alarm`, which is not known.
 * A series that is refused does not fail the others.
 *
 * Returns: (transfer full): the table, or `NULL` with @error set if it was stopped, or a key
 *   has the name of one of the columns
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_shifts_tabulate (ScrutinyPanel *panel,
                          ScrutinyShiftsOptions *options,
                          ScrutinyProgress *progress,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (panel), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_SHIFTS_OPTIONS (options), NULL);
  g_return_val_if_fail (progress == NULL || SCRUTINY_IS_PROGRESS (progress), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return panel_tabulate (panel, &analysis, options, progress, cancellable, error);
}
