/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <glib-object.h>
#include <scrutiny/macros.h>

G_BEGIN_DECLS

/**
 * ScrutinyChartKind:
 * @SCRUTINY_CHART_KIND_AUTO: chosen from what the figure is, with the reason in the result
 * @SCRUTINY_CHART_KIND_RUN: run chart: median, runs and crossings, no limits
 * @SCRUTINY_CHART_KIND_XMR: individual values and moving ranges
 * @SCRUTINY_CHART_KIND_MR: the moving ranges themselves
 * @SCRUTINY_CHART_KIND_I_PRIME: individual values with a denominator, i′
 * @SCRUTINY_CHART_KIND_P: proportion, binomial limits
 * @SCRUTINY_CHART_KIND_P_PRIME: proportion, limits widened or narrowed by the spread seen, p′
 *
 * The kinds of chart. New kinds are added at the end.
 *
 * Since: 0.1
 */
typedef enum {
  SCRUTINY_CHART_KIND_AUTO,
  SCRUTINY_CHART_KIND_RUN,
  SCRUTINY_CHART_KIND_XMR,
  SCRUTINY_CHART_KIND_MR,
  SCRUTINY_CHART_KIND_I_PRIME,
  SCRUTINY_CHART_KIND_P,
  SCRUTINY_CHART_KIND_P_PRIME,
} ScrutinyChartKind;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chart_kind_get_name (ScrutinyChartKind kind);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_chart_kind_from_name (const char *name, ScrutinyChartKind *kind);

G_END_DECLS
