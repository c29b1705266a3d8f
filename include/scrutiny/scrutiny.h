/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/arrow.h>
#include <scrutiny/because.h>
#include <scrutiny/calendar.h>
#include <scrutiny/chain-builder.h>
#include <scrutiny/chain.h>
#include <scrutiny/chart-kind.h>
#include <scrutiny/chart-options.h>
#include <scrutiny/chart-signal.h>
#include <scrutiny/chart-watch.h>
#include <scrutiny/chart.h>
#include <scrutiny/check.h>
#include <scrutiny/claim.h>
#include <scrutiny/colour-audit.h>
#include <scrutiny/colour-fit.h>
#include <scrutiny/colour-rule.h>
#include <scrutiny/definition.h>
#include <scrutiny/direction.h>
#include <scrutiny/discoveries.h>
#include <scrutiny/dossier-builder.h>
#include <scrutiny/dossier.h>
#include <scrutiny/draw.h>
#include <scrutiny/enums.h>
#include <scrutiny/error.h>
#include <scrutiny/event.h>
#include <scrutiny/evidence.h>
#include <scrutiny/export.h>
#include <scrutiny/feature.h>
#include <scrutiny/finding.h>
#include <scrutiny/indicator.h>
#include <scrutiny/method.h>
#include <scrutiny/mix-options.h>
#include <scrutiny/mix.h>
#include <scrutiny/panel.h>
#include <scrutiny/phase-suggestion.h>
#include <scrutiny/progress.h>
#include <scrutiny/proportion.h>
#include <scrutiny/read-options.h>
#include <scrutiny/read-records.h>
#include <scrutiny/read-table.h>
#include <scrutiny/read.h>
#include <scrutiny/records-options.h>
#include <scrutiny/records.h>
#include <scrutiny/report.h>
#include <scrutiny/request.h>
#include <scrutiny/response.h>
#include <scrutiny/result.h>
#include <scrutiny/review.h>
#include <scrutiny/series.h>
#include <scrutiny/shift.h>
#include <scrutiny/shifts-options.h>
#include <scrutiny/shifts.h>
#include <scrutiny/slope.h>
#include <scrutiny/statement-kind.h>
#include <scrutiny/subgroups.h>
#include <scrutiny/suppression.h>
#include <scrutiny/table.h>
#include <scrutiny/timeline.h>
#include <scrutiny/trend-options.h>
#include <scrutiny/trend.h>
#include <scrutiny/watch.h>
#include <scrutiny/write.h>
