/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

/* Which test of tests/trend holds which case of cases/change in the shared folder. */
static const struct {
  const char *name, *test;
} change_coverage[] = {
  { "nile_breakpoints", "break-cases" },
  { "seatbelt_breakpoints", "break-cases" },
  { "nile_changepoint", "change-cases" },
  { "nile_fpop", "change-cases" },
  { "seatbelts_cpt", "change-cases" },
  { "cpt_mean_amoc", "change-cases" },
  { "cpt_mean_multi_crops", "change-cases" },
  { "cpt_meanvar_multi", "change-cases" },
  { "cpt_var_multi", "change-cases" },
  { "lai_gbm", "change-cases" },
  { "well_log", "change-cases" },
  { "nile_mk", "slope-cases" },
  { "lakehuron_mk", "slope-cases" },
  { "precip_rivers_mk", "slope-cases" },
  { "wwwusage_mk", "slope-cases" },
  { "nottem_seasonal_mk", "slope-cases" },
  { "pie1_rkt", "slope-cases" },
  { "pymk_original_test", "slope-cases" },
  { "pymk_hamed_rao_modification_test", "slope-cases" },
  { "pymk_hamed_rao_lag3", "slope-cases" },
  { "pymk_yue_wang_modification_test", "slope-cases" },
  { "pymk_pre_whitening", "slope-cases" },
  { "pymk_seasonal_test_12", "slope-cases" },
  { "pymk_correlated_seasonal_12", "slope-cases" },
  { "pymk_regional_test", "slope-cases" },
  { "pymk_correlated_multivariate", "slope-cases" },
  { "pymk_partial_test", "slope-cases" },
  { "pymk_multivariate_test", "slope-cases" },
  { "pymk_sens_slope", "slope-cases" },
  { "pymk_seasonal_sens_slope", "slope-cases" },
  { "stl_nottem_periodic", "season-cases" },
  { "stl_co2_21_jump1", "season-cases" },
  { "stl_co2_21", "season-cases" },
  { "co2_holtwinters", "season-cases" },
  { "lakehuron_acf_ar", "dependence-cases" },
  { "cars_lowess", "smooth-cases" },
  { "cars_tukeyline", "smooth-cases" },
  { "nile_runmed", "smooth-cases" },
  { "nile_wilcox", "smooth-cases" },
  { "nist_lew", "certified-cases" },
  { "nist_mavro", "certified-cases" },
  { "nist_pidigits", "certified-cases" },
  { "nist_numacc1", "certified-cases" },
  { "nist_numacc2", "certified-cases" },
  { "nist_numacc3", "certified-cases" },
};
