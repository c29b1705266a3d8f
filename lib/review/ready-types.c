/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/ready-types.h"

#include <scrutiny/because.h>
#include <scrutiny/capability.h>
#include <scrutiny/chain.h>
#include <scrutiny/chart-options.h>
#include <scrutiny/chart-signal.h>
#include <scrutiny/chart-watch.h>
#include <scrutiny/chart.h>
#include <scrutiny/claim.h>
#include <scrutiny/colour-audit-options.h>
#include <scrutiny/colour-audit.h>
#include <scrutiny/colour-fit.h>
#include <scrutiny/colour-panel.h>
#include <scrutiny/colour-rule.h>
#include <scrutiny/companion.h>
#include <scrutiny/comparison-options.h>
#include <scrutiny/comparison.h>
#include <scrutiny/composite-options.h>
#include <scrutiny/composite.h>
#include <scrutiny/definition.h>
#include <scrutiny/demand-options.h>
#include <scrutiny/demand.h>
#include <scrutiny/dossier.h>
#include <scrutiny/drift.h>
#include <scrutiny/event.h>
#include <scrutiny/evidence.h>
#include <scrutiny/finding.h>
#include <scrutiny/harm.h>
#include <scrutiny/heaping.h>
#include <scrutiny/hints.h>
#include <scrutiny/indicator.h>
#include <scrutiny/just-made.h>
#include <scrutiny/linkage-options.h>
#include <scrutiny/linkage.h>
#include <scrutiny/method.h>
#include <scrutiny/mix-options.h>
#include <scrutiny/mix.h>
#include <scrutiny/notice.h>
#include <scrutiny/overlap.h>
#include <scrutiny/panel.h>
#include <scrutiny/period-end.h>
#include <scrutiny/phase-suggestion.h>
#include <scrutiny/pileup-options.h>
#include <scrutiny/pileup.h>
#include <scrutiny/proportion.h>
#include <scrutiny/quality-options.h>
#include <scrutiny/quality.h>
#include <scrutiny/ratchet.h>
#include <scrutiny/reason-tests.h>
#include <scrutiny/reconciliation.h>
#include <scrutiny/records-options.h>
#include <scrutiny/records.h>
#include <scrutiny/report.h>
#include <scrutiny/request.h>
#include <scrutiny/response.h>
#include <scrutiny/series.h>
#include <scrutiny/shift.h>
#include <scrutiny/shifts-options.h>
#include <scrutiny/shifts.h>
#include <scrutiny/slope.h>
#include <scrutiny/subgroups.h>
#include <scrutiny/suppression.h>
#include <scrutiny/table.h>
#include <scrutiny/timeline.h>
#include <scrutiny/trend-options.h>
#include <scrutiny/trend.h>
#include <scrutiny/view.h>
#include <scrutiny/vocabulary.h>
#include <scrutiny/waits-options.h>
#include <scrutiny/waits.h>
#include <scrutiny/watch.h>

static GType (*const types[]) (void) = {
  scrutiny_because_get_type,
  scrutiny_capability_get_type,
  scrutiny_chain_get_type,
  scrutiny_chart_get_type,
  scrutiny_chart_options_get_type,
  scrutiny_chart_watch_get_type,
  scrutiny_claim_get_type,
  scrutiny_colour_audit_get_type,
  scrutiny_colour_audit_options_get_type,
  scrutiny_colour_fit_get_type,
  scrutiny_colour_panel_get_type,
  scrutiny_colour_rule_get_type,
  scrutiny_companion_get_type,
  scrutiny_comparison_get_type,
  scrutiny_comparison_options_get_type,
  scrutiny_composite_get_type,
  scrutiny_composite_options_get_type,
  scrutiny_definition_get_type,
  scrutiny_demand_get_type,
  scrutiny_demand_options_get_type,
  scrutiny_dossier_get_type,
  scrutiny_drift_get_type,
  scrutiny_event_get_type,
  scrutiny_evidence_get_type,
  scrutiny_finding_get_type,
  scrutiny_harm_get_type,
  scrutiny_heaping_get_type,
  scrutiny_hints_get_type,
  scrutiny_indicator_get_type,
  scrutiny_just_made_get_type,
  scrutiny_linkage_get_type,
  scrutiny_linkage_options_get_type,
  scrutiny_method_get_type,
  scrutiny_mix_get_type,
  scrutiny_mix_options_get_type,
  scrutiny_notice_get_type,
  scrutiny_overlap_get_type,
  scrutiny_panel_get_type,
  scrutiny_period_end_get_type,
  scrutiny_phase_suggestion_get_type,
  scrutiny_pileup_get_type,
  scrutiny_pileup_options_get_type,
  scrutiny_proportion_get_type,
  scrutiny_quality_get_type,
  scrutiny_ratchet_get_type,
  scrutiny_reason_tests_get_type,
  scrutiny_quality_options_get_type,
  scrutiny_reconciliation_get_type,
  scrutiny_records_get_type,
  scrutiny_records_options_get_type,
  scrutiny_report_get_type,
  scrutiny_request_get_type,
  scrutiny_response_get_type,
  scrutiny_series_get_type,
  scrutiny_shift_get_type,
  scrutiny_shifts_get_type,
  scrutiny_shifts_options_get_type,
  scrutiny_signal_get_type,
  scrutiny_slope_get_type,
  scrutiny_subgroups_get_type,
  scrutiny_suppression_get_type,
  scrutiny_table_get_type,
  scrutiny_timeline_get_type,
  scrutiny_trend_get_type,
  scrutiny_trend_options_get_type,
  scrutiny_view_get_type,
  scrutiny_vocabulary_get_type,
  scrutiny_waits_get_type,
  scrutiny_waits_options_get_type,
  scrutiny_watch_get_type,
};

void
ready_types_make (void)
{
  static gsize is_made = 0;

  if (!g_once_init_enter (&is_made))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    g_type_class_unref (g_type_class_ref (types[i]()));
  g_once_init_leave (&is_made, 1);
}
