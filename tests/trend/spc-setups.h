/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/chart-kind.h>

/* How a case of expected.csv is to be charted.  Screening and constants are those of
 * the source; positions count from 0.
 */
static const struct setup {
  const char *name, *chart, *options; /* options: how they start, "" for any */
  ScrutinyChartKind kind;
  const char *constants;
  const char *value; /* a column; or numerator and denominator */
  const char *numerator, *denominator;
  double scale;          /* 0: 1 */
  const char *subgroup;  /* the column of what belongs together */
  const char *deviation; /* or of standard deviations, @denominator being the sizes */
  const char *grouping;  /* a phase starts where this column changes */
  gboolean screen;
  const char *baseline, *excluded[3], *phase, *centre, *spread, *profile;
  double known_centre, known_spread; /* 0: not known */
} setups[] = {
  { "montgomery_6_7_i", "i", "", SCRUTINY_CHART_KIND_XMR, "montgomery", .value = "cost",
    .baseline = "@0..@19" },
  { "montgomery_6_7_mr", "mr", "", SCRUTINY_CHART_KIND_MR, "montgomery", .value = "cost",
    .baseline = "@0..@19" },
  { "montgomery_7_3_p", "p", "", SCRUTINY_CHART_KIND_P, "montgomery", .numerator = "count",
    .denominator = "size", .excluded = { "@14", "@22" }, .phase = "@30" },
  { "montgomery_7_8_c", "c", "", SCRUTINY_CHART_KIND_C, "montgomery", .value = "count",
    .excluded = { "@5", "@19" }, .baseline = "@0..@25" },
  { "montgomery_7_11_u_varn", "u", "", SCRUTINY_CHART_KIND_U, "montgomery", .numerator = "count",
    .denominator = "meters", .scale = 50 },
  { "montgomery_7_14_t", "t", "", SCRUTINY_CHART_KIND_T, "montgomery", .value = "hours" },
  { "montgomery_6_3_xbar", "xbar", "", SCRUTINY_CHART_KIND_XBAR, "montgomery", .subgroup = "sample",
    .value = "obs" },
  { "montgomery_6_3_s", "s", "", SCRUTINY_CHART_KIND_S, "montgomery", .subgroup = "sample",
    .value = "obs" },
  { "missing_values_xbar", "xbar", "", SCRUTINY_CHART_KIND_XBAR, "montgomery",
    .profile = "qicharts2", .subgroup = "sample", .value = "obs" },
  { "qicharts2_gtt_monthly", "p", "", SCRUTINY_CHART_KIND_P, "montgomery", .numerator = "harmed",
    .denominator = "admissions", .screen = TRUE },
  { "qicharts2_gtt_monthly", "pp", "", SCRUTINY_CHART_KIND_P_PRIME, "montgomery",
    .numerator = "harmed", .denominator = "admissions", .screen = TRUE },
  { "qicharts2_gtt_monthly", "u", "", SCRUTINY_CHART_KIND_U, "montgomery", .numerator = "harms",
    .denominator = "days", .scale = 1000 },
  { "qicharts2_cabg_monthly", "p", "", SCRUTINY_CHART_KIND_P, "montgomery",
    .numerator = "readmissions", .denominator = "n", .screen = TRUE },
  { "nhs_accidents_mohammed_laney", "p", "", SCRUTINY_CHART_KIND_P, "montgomery", .numerator = "r",
    .denominator = "n", .screen = TRUE },
  { "nhs_accidents_mohammed_laney", "pp", "", SCRUTINY_CHART_KIND_P_PRIME, "montgomery",
    .numerator = "r", .denominator = "n", .screen = TRUE },
  { "nhs_accidents_mohammed_laney", "ip", "", SCRUTINY_CHART_KIND_I_PRIME, "exact",
    .numerator = "r", .denominator = "n", .screen = TRUE },
  { "iprime_paper_diabetes_hba1c", "i", "", SCRUTINY_CHART_KIND_XMR, "montgomery",
    .value = "avg_hba1c", .screen = TRUE },
  { "iprime_paper_diabetes_hba1c", "ip", "", SCRUTINY_CHART_KIND_I_PRIME, "exact",
    .numerator = "avg_hba1c*n", .denominator = "n", .screen = TRUE },
  { "autospc_test_individual", "i", "one screening", SCRUTINY_CHART_KIND_XMR, "montgomery",
    .value = "y", .screen = TRUE },
  { "autospc_test_mr", "i", "one screening", SCRUTINY_CHART_KIND_XMR, "montgomery", .value = "y",
    .screen = TRUE },
  { "autospc_test_mr", "i", "no screening", SCRUTINY_CHART_KIND_XMR, "montgomery", .value = "y" },
  { "powerbi_i", "i", "", SCRUTINY_CHART_KIND_XMR, "montgomery", .value = "numerators/denominators",
    .screen = TRUE },
  { "powerbi_mr", "mr", "", SCRUTINY_CHART_KIND_MR, "montgomery",
    .value = "numerators/denominators", .screen = TRUE },
  { "powerbi_p", "p", "", SCRUTINY_CHART_KIND_P, "montgomery", .numerator = "numerators",
    .denominator = "denominators", .scale = 100 },
  { "powerbi_u", "u", "", SCRUTINY_CHART_KIND_U, "montgomery", .numerator = "numerators",
    .denominator = "denominators", .scale = 10000 },
  { "powerbi_c", "c", "", SCRUTINY_CHART_KIND_C, "montgomery", .value = "numerators",
    .grouping = "groupings" },
  { "powerbi_xbar", "xbar", "", SCRUTINY_CHART_KIND_XBAR, "montgomery", .value = "numerators",
    .deviation = "xbar_sds", .denominator = "denominators", .profile = "powerbi-spc" },
  { "powerbi_s", "s", "", SCRUTINY_CHART_KIND_S, "montgomery", .value = "sds", .deviation = "sds",
    .denominator = "denominators", .profile = "powerbi-spc" },
  /* Their centre is made of proportions rounded to nine places, not of the counts. */
  { "ggqc_wheeler_uspc_264_p", "p", "", SCRUTINY_CHART_KIND_P, "wheeler",
    .numerator = "Proportion_Incomplete*Num_Items_in_Set", .denominator = "Num_Items_in_Set" },
  { "wheeler_msd_p382_verify_software", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler",
    .value = "x" },
  { "wheeler_msd_p130_peak_flow", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler", .value = "x" },
  { "wheeler_msd_t9_2_accounts_receivable", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler",
    .value = "x" },
  { "wheeler_msd_t8_1_smoking", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler", .value = "x" },
  { "statprocon_readme", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler", .value = "x" },
  { "ggqc_wheeler49", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler", .value = "x" },
  { "ggqc_wheeler_emp15", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler", .value = "x" },
  { "wheeler_msd_p145_median_mr", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler", .value = "x",
    .spread = "median-mr" },
  { "wheeler_msd_t9_1_accidents_a", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler", .value = "x",
    .known_centre = 28.65, .known_spread = 3.55 },
  { "wheeler_msd_p179_region_b_trend", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler", .value = "x",
    .centre = "half-averages" },
  { "wheeler_msd_p179_region_d_trend", "XmR", "", SCRUTINY_CHART_KIND_XMR, "wheeler", .value = "x",
    .centre = "half-averages" },
};

/* What waits, and why.  @quantity: how it starts, "" for all. */
static const struct waits {
  const char *name, *chart, *quantity, *reason;
} waits[] = {
  { "autospc_ed_attendances_monthly", "", "", "has its own test below" },
  { "runcharter_signals", "", "", "has its own test below" },
  { "anhoej_limits_10_100", "", "", "has its own test below" },
  { "anhoej_bestbox_cutbox_10_100", "", "", "has its own test below" },
  { "qicharts2_hospital_infections", "", "", "has its own test below" },
  { "qcc_cusum_recursion", "", "", "has its own test below" },
  { "qcc_ewma_recursion", "", "", "has its own test below" },
  { "montgomery_9_1_cusum_ewma", "", "", "has its own test below" },
  { "missing_values_xbar", "", "lcl", "has its own test below" },
  { "missing_values_xbar", "", "ucl", "has its own test below" },
  { "rule_micro_cases", "", "", "in trend/rule-set" },
  { "wheeler_msd_p130_peak_flow", "", "unpl(book", "the book multiplies rounded numbers" },
  { "wheeler_msd_p130_peak_flow", "", "lnpl(book", "the book multiplies rounded numbers" },
  { "wheeler_msd_p130_peak_flow", "", "url(book", "the book multiplies rounded numbers" },
  { "wheeler_msd_p179_region_b_trend", "", "limit", "theirs rounds the range to 102.316 first" },
  { "wheeler_msd_p145_median_mr", "", "unpl", "theirs rounds the centre to 7.467 first" },
  { "wheeler_msd_p145_median_mr", "", "lnpl(book", "the book multiplies rounded numbers" },
  { "wheeler_msd_t9_2_accounts_receivable", "", "tie:", "has its own test below" },
  { "wheeler_msd_t9_2_accounts_receivable", "", "x_beyond", "has its own test below" },
};
