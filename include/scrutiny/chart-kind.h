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
 * @SCRUTINY_CHART_KIND_U: events for what they are counted in, Poisson limits
 * @SCRUTINY_CHART_KIND_U_PRIME: the same, limits widened or narrowed by the spread seen, u′
 * @SCRUTINY_CHART_KIND_C: counts alone, Poisson limits
 * @SCRUTINY_CHART_KIND_C_PRIME: the same, limits widened or narrowed by the spread seen, c′
 * @SCRUTINY_CHART_KIND_G: cases from one rare event to the next
 * @SCRUTINY_CHART_KIND_T: time from one rare event to the next
 * @SCRUTINY_CHART_KIND_XBAR: means of several observations a period, X̄
 * @SCRUTINY_CHART_KIND_S: standard deviations of several observations a period
 * @SCRUTINY_CHART_KIND_EWMA: averages that forget, for small shifts
 * @SCRUTINY_CHART_KIND_CUSUM: sums of what lies above and below, for small shifts
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
  SCRUTINY_CHART_KIND_U,
  SCRUTINY_CHART_KIND_U_PRIME,
  SCRUTINY_CHART_KIND_C,
  SCRUTINY_CHART_KIND_C_PRIME,
  SCRUTINY_CHART_KIND_G,
  SCRUTINY_CHART_KIND_T,
  SCRUTINY_CHART_KIND_XBAR,
  SCRUTINY_CHART_KIND_S,
  SCRUTINY_CHART_KIND_EWMA,
  SCRUTINY_CHART_KIND_CUSUM,
} ScrutinyChartKind;

SCRUTINY_AVAILABLE_IN_ALL
const char *scrutiny_chart_kind_get_name (ScrutinyChartKind kind);
SCRUTINY_AVAILABLE_IN_ALL
gboolean scrutiny_chart_kind_from_name (const char *name, ScrutinyChartKind *kind);

G_END_DECLS
