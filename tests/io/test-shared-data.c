/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

/* Every published table of the shared folder is read or refused, and says how. */

#include <scrutiny/read.h>

#include "support/near.h"

#include <stdlib.h>
#include <string.h>

#define LENGTH(a) (sizeof (a) / sizeof (a)[0])

/* How many indicators are read and the first note; or, with none, how the message begins. */
static const struct known {
  const char *path;
  guint n_indicators;
  const char *said;
} known[] = {
  { "series/child_ksi_road.csv", 159,
    "Read as a long table: 159 indicators, 7 overlapping windows of 3 calendar years, 1190 rows." },
  { "series/children_rereferrals.csv", 170,
    "Read as a long table: 170 indicators, 10 calendar years, 1700 rows." },
  { "series/cla_health_assessment_annual.csv", 12,
    "Read as a long table: 12 indicators, 8 financial years, 96 rows." },
  { "series/claimant_count_monthly.csv", 76,
    "Read as a long table: 76 indicators, 37 months, 1300 rows." },
  { "series/fixmystreet_reports_by_lad_monthly.csv", 1137,
    "Read as a long table with a column for each figure: 1137 indicators, 155 months, 54164 "
    "rows." },
  { "series/lac_stability.csv", 170,
    "Read as a long table: 170 indicators, 10 calendar years, 1700 rows." },
  { "series/mmr_vaccination_annual.csv", 24,
    "Read as a long table: 24 indicators, 8 financial years, 192 rows." },
  { "series/nhs_ae_4h_quarterly.csv", 4,
    "Read as a long table with a column for each figure: 4 indicators, 41 quarters of the "
    "financial year, 41 rows." },
  { "series/nhs_ae_attendances_by_org_monthly.csv", 1284,
    "Read as a long table with a column for each figure: 1284 indicators, 36 months, 12765 rows." },
  { "series/nhs_ae_median_minutes_monthly.csv", 3,
    "Read as a long table with a column for each figure: 3 indicators, 82 months, 82 rows." },
  { "series/nhs_ae_type1_england_monthly.csv", 3,
    "Read as a long table with a column for each figure: 3 indicators, 36 months, 36 rows." },
  { "series/nhs_ambulance_cata_8min_monthly.csv", 3,
    "Read as a long table with a column for each figure: 3 indicators, 78 months, 78 rows." },
  { "series/nhs_cancelled_ops_quarterly.csv", 1,
    "Read as a long table with a column for each figure: 1 indicator, 61 quarters of the financial "
    "year, 61 rows." },
  { "series/nhs_cancer_2ww_quarterly.csv", 1,
    "Read as a long table with a column for each figure: 1 indicator, 33 quarters of the financial "
    "year, 33 rows." },
  { "series/nhs_diagnostics_waiting_monthly.csv", 2,
    "Read as a long table with a column for each figure: 2 indicators, 134 months, 134 rows." },
  { "series/nhs_dtoc_beds_by_org_monthly.csv", 3,
    "Read as a long table with a column for each figure: 3 indicators, 86 months, 86 rows." },
  { "series/nhs_falls_admissions_monthly.csv", 1,
    "Read as a long table with a column for each figure: 1 indicator, 93 months, 93 rows." },
  { "series/nhs_rtt_over52_monthly.csv", 1,
    "Read as a long table with a column for each figure: 1 indicator, 97 months, 97 rows." },
  { "series/nhs_rtt_waiting_list_monthly.csv", 2,
    "Read as a long table with a column for each figure: 2 indicators, 127 months, 127 rows." },
  { "series/nhs_sickness_absence_monthly.csv", 1,
    "Read as a long table with a column for each figure: 1 indicator, 93 months, 93 rows." },
  { "series/nhs_smoking_quitters_quarterly.csv", 1,
    "Read as a long table with a column for each figure: 1 indicator, 48 quarters of the financial "
    "year, 48 rows." },
  { "series/ons_weekly_deaths.csv", 1, "Read as a long table: 1 indicator, 535 weeks, 535 rows." },
  { "series/phs_ae_monthly_by_site.csv", 940,
    "Read as a long table with a column for each figure: 940 indicators, 191 months, 16520 rows." },
  { "series/planning_major_13w_quarterly.csv", 17,
    "Read as a long table: 17 indicators, 13 quarters of the financial year, 221 rows." },
  { "series/recycling_rate_annual.csv", 33,
    "Read as a long table: 33 indicators, 12 financial years, 365 rows." },
  { "series/school_absence_total.csv", 168,
    "Read as a long table: 168 indicators, 10 calendar years, 1700 rows." },
  { "series/scot_council_tax_collection.csv", 32,
    "Read as a long table: 32 indicators, 13 financial years, 416 rows." },
  { "series/scot_housing_repairs_days.csv", 26,
    "Read as a long table: 26 indicators, 10 financial years, 260 rows." },
  { "series/scot_placement_stability.csv", 64,
    "Read as a long table: 64 indicators, 12 financial years, 704 rows." },
  { "series/scot_recycling.csv", 32,
    "Read as a long table: 32 indicators, 13 financial years, 416 rows." },
  { "series/scot_welfare_fund_quarterly.csv", 64,
    "Read as a long table: 64 indicators, 21 quarters of the financial year, 1339 rows." },
  { "series/uk_road_deaths_seatbelts_monthly.csv", 8,
    "Read as a long table with a column for each figure: 8 indicators, 192 months, 192 rows." },
  { "areas/cin_rereferrals_la_2013_2025.csv", 1690,
    "Read as a long table with a column for each figure: 1690 indicators, 13 calendar years, 2132 "
    "rows." },
  { "areas/fixmystreet_by_lad_category_2019.csv", 0,
    "fixmystreet_by_lad_category_2019.csv, row 1: no column of periods, and no value beside a "
    "target, a status or an indicator's name" },
  { "areas/foi_requests_by_council_2017.csv", 0,
    "foi_requests_by_council_2017.csv, row 1: no column of periods, and no value beside a target, "
    "a status or an indicator's name" },
  { "areas/mortality_preventable_la.csv", 885,
    "Read as a long table: 885 indicators, 11 calendar years, 9801 rows." },
  { "areas/phe_DSR_testdata.csv", 5,
    "Read as a long table: 5 indicators, 6 calendar years, 30 rows." },
  { "areas/phe_byars_wilson_testdata_b_w.csv", 0,
    "phe_byars_wilson_testdata_b_w.csv, row 1: no column of periods, and no value beside a target, "
    "a status or an indicator's name" },
  { "areas/phe_proportion_testdata_prop.csv", 0,
    "phe_proportion_testdata_prop.csv, row 1: no column of periods, and no value beside a target, "
    "a status or an indicator's name" },
  { "areas/phe_proportion_testdata_prop_g.csv", 0,
    "phe_proportion_testdata_prop_g.csv, row 1: no column of periods, and no value beside a "
    "target, a status or an indicator's name" },
  { "areas/phe_testdata_funnel_prop_inputs.csv", 0,
    "phe_testdata_funnel_prop_inputs.csv, row 1: no column of periods, and no value beside a "
    "target, a status or an indicator's name" },
  { "areas/phe_testdata_funnel_prop_outputs.csv", 0,
    "phe_testdata_funnel_prop_outputs.csv, row 1: no column of periods, and no value beside a "
    "target, a status or an indicator's name" },
  { "areas/phe_testdata_funnel_prop_outputs_with_axis_variation.csv", 0,
    "phe_testdata_funnel_prop_outputs_with_axis_variation.csv, row 1: no column of periods, and no "
    "value beside a target, a status or an indicator's name" },
  { "areas/scot_funnel_counts.csv", 96,
    "Read as a long table: 96 indicators, 13 financial years, 1248 rows." },
  { "areas/uk_childrens_heart_surgery_prais2.csv", 56,
    "Read as a long table with a column for each figure: 56 indicators, 4 calendar years, 54 "
    "rows." },
  { "dictionaries/hart_dc_kpis_rag_2014.csv", 27,
    "Read as a scorecard: 27 indicators, no history." },
  { "dictionaries/lait_data_dictionary_a.csv", 0,
    "lait_data_dictionary_a.csv, row 1: no column of periods, and no value beside a target, a "
    "status or an indicator's name" },
  { "dictionaries/lgbf_indicator_information.csv", 0,
    "lgbf_indicator_information.csv, row 1: no column of periods, and no value beside a target, a "
    "status or an indicator's name" },
  { "dictionaries/maidstone_kpis_q2_2019_20.csv", 6,
    "Read as a scorecard: 6 indicators, no history." },
  { "dictionaries/sheffield_bvpi109.txt", 0,
    "sheffield_bvpi109.txt, row 7: no column of periods, and no value beside a target, a status or "
    "an indicator's name" },
  { "dictionaries/trafford_corporate_plan_indicators.md", 0,
    "trafford_corporate_plan_indicators.md, row 11: periods, but no column of figures" },
  { "messy/bus_lane_cameras_foi.csv", 0,
    "bus_lane_cameras_foi.csv, row 1: this looks like one row a case, not figures by period; say "
    "how the figure is counted from the rows (a definition), or hand in the figures by period" },
  { "messy/foi_admin_responses_free_text.csv", 0,
    "foi_admin_responses_free_text.csv, row 1: this looks like one row a case, not figures by "
    "period; say how the figure is counted from the rows (a definition), or hand in the figures by "
    "period" },
  { "messy/iom_applications_2015_cp850.csv", 0,
    "iom_applications_2015_cp850.csv, row 1: this looks like one row a case, not figures by "
    "period; say how the figure is counted from the rows (a definition), or hand in the figures by "
    "period" },
  { "messy/iom_applications_2016_cr_only_macroman.csv", 0,
    "iom_applications_2016_cr_only_macroman.csv, row 2: this looks like one row a case, not "
    "figures by period; say how the figure is counted from the rows (a definition), or hand in the "
    "figures by period" },
  { "messy/iom_delegated_2011_cp1252_title_row.csv", 0,
    "iom_delegated_2011_cp1252_title_row.csv, row 2: this looks like one row a case, not figures "
    "by period; say how the figure is counted from the rows (a definition), or hand in the figures "
    "by period" },
  { "messy/la_revenue_outturn_2010_11.xls", 0,
    "la_revenue_outturn_2010_11.xls: an older Excel workbook (.xls) or one with a password; save "
    "it as .xlsx without a password, or as CSV" },
  { "messy/neet_la_2022_markers.csv", 6166,
    "Read as a long table with a column for each figure: 6166 indicators, one period, so no "
    "history, 160 rows." },
  { "messy/nhs_ae_timeseries.xls", 0,
    "nhs_ae_timeseries.xls: an older Excel workbook (.xls) or one with a password; save it as "
    ".xlsx without a password, or as CSV" },
  { "messy/nhs_beds_open_overnight.xlsx", 2542,
    "Read as a long table with a column for each figure: 2542 indicators, one period, so no "
    "history, 196 rows." },
  { "messy/scotland_pupils_2019.xlsx", 78,
    "Read as a wide table: 78 indicators, 7 calendar years, 2013 to 2019." },
  { "messy/social_care_in_crisis.xlsx", 385,
    "Read as a long table with a column for each figure: 385 indicators, 3 days, 210 rows." },
};

static gboolean
is_workbook (const char *path)
{
  return g_str_has_suffix (path, ".xlsx");
}

static void
check_file (const struct known *row, const char *shared)
{
  g_autofree char *path = g_build_filename (shared, "data", row->path, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = scrutiny_read (file, NULL, NULL, &error);
  g_auto (GStrv) notes = dossier ? scrutiny_dossier_dup_notes (dossier) : NULL;
  const char *said = dossier ? notes[0] : error->message;

  if (!g_str_has_prefix (said, row->said) || strchr (said, '\n'))
    fail_msg ("%s: %s", row->path, said);
  if (!dossier) {
    assert_int_equal (row->n_indicators, 0);
    return;
  }
  assert_int_equal (scrutiny_dossier_get_n_indicators (dossier), row->n_indicators);
}

static void
test_known (void **state)
{
  const char *shared = getenv ("SCRUTINY_SHARED");
  const char *built_with = getenv ("SCRUTINY_BUILT_WITH");

  if (!shared || !g_file_test (shared, G_FILE_TEST_IS_DIR)) {
    print_message ("# skipped: the shared folder with published tables is absent\n");
    skip ();
  }
  for (gsize i = 0; i < LENGTH (known); i++)
    if (!is_workbook (known[i].path) || g_strcmp0 (built_with, "xlsx") == 0)
      check_file (&known[i], shared);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_known),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
