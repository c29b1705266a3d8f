/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/standard-checks.h"

#include <scrutiny/because.h>
#include <scrutiny/colour-audit.h>
#include <scrutiny/hints.h>
#include <scrutiny/notice.h>
#include <scrutiny/quality.h>

#include "base/period-days.h"
#include "challenge/purpose.h"
#include "indicator/check-private.h"
#include "review/compare-check.h"
#include "review/composite-check.h"
#include "review/demand-check.h"
#include "review/drift-check.h"
#include "review/histories.h"
#include "review/mix-check.h"
#include "review/outcome.h"
#include "review/reasons-check.h"
#include "review/records-check.h"
#include "review/reproduce.h"
#include "review/waits-check.h"

#include <math.h>
#include <string.h>

/* As is usual: one false alarm in twenty, four in five moves noticed. */
#define NOTICE_LEVEL 0.95
#define NOTICE_POWER 0.8

static void
check_figure (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  reproduce_append_findings (indicator, findings);
}

/* What is in order is not said; what a figure's own counts do not give is said by its own check. */
static void
check_quality (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyQuality) quality = scrutiny_quality_new_of_indicator (indicator, &error);
  g_autoptr (GPtrArray) said = NULL;

  if (!quality) {
    outcome_append_not_done (findings, "quality", error->message, NULL);
    return;
  }

  said = scrutiny_result_dup_findings (SCRUTINY_RESULT (quality));
  for (guint i = 0; i < said->len; i++)
    if (!g_str_equal (scrutiny_finding_get_id (said->pdata[i]), "quality.not-reproduced"))
      g_list_store_append (findings, said->pdata[i]);
}

/* The column of published statuses, if it says anything. */
static const char *
find_statuses (ScrutinyTable *figures)
{
  const char *const *statuses = scrutiny_table_get_texts (figures, "status");

  for (gsize i = 0; statuses && statuses[i]; i++)
    if (*statuses[i])
      return "status";

  return NULL;
}

/* Where the figure is counted by another version of its definition. */
static char **
dup_breaks (ScrutinyIndicator *indicator)
{
  g_autoptr (GPtrArray) definitions = scrutiny_indicator_dup_definitions (indicator);
  g_autoptr (GStrvBuilder) breaks = g_strv_builder_new ();

  for (guint i = 0; i < definitions->len; i++) {
    const char *from = scrutiny_definition_get_from (definitions->pdata[i]);
    PeriodDays days;

    if (from && period_parse_days (from, strlen (from), &days))
      g_strv_builder_add (breaks, from);
  }

  return g_strv_builder_end (breaks);
}

/* Where the figure's level changed, so that no level is taken that it never had. */
static ScrutinyShifts *
find_shifts (ScrutinyIndicator *indicator)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);

  return series ? scrutiny_shifts_new (series, NULL, NULL) : NULL;
}

static void
check_colour (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  ScrutinyTable *published = scrutiny_indicator_get_published (indicator);
  const char *statuses = published ? find_statuses (published) : NULL;
  ScrutinyColourRule *rule = scrutiny_indicator_get_colour_rule (indicator);
  g_autoptr (ScrutinyColourAuditOptions) options = scrutiny_colour_audit_options_new ();
  g_auto (GStrv) breaks = dup_breaks (indicator);
  g_autoptr (ScrutinyShifts) shifts = NULL;
  g_autoptr (ScrutinyTable) figures = NULL;
  g_autoptr (ScrutinyColourAudit) audit = NULL;
  g_autoptr (GError) error = NULL;

  if (!rule && !statuses)
    return;
  if (!rule) {
    outcome_append_not_done (
        findings, "colour",
        "The rule that gives the published status is not recorded, so the status could not be "
        "worked out again.",
        "The rule that gives the status: who set it, from what, and when");
    return;
  }

  figures = scrutiny_indicator_dup_figures (indicator);
  if (!figures)
    return;
  shifts = find_shifts (indicator);
  scrutiny_colour_audit_options_set_status_column (options, statuses);
  scrutiny_colour_audit_options_set_shifts (options, shifts);
  scrutiny_colour_audit_options_set_breaks (options, (const char *const *) breaks);
  audit = scrutiny_colour_audit_new_with_options (figures, rule, options, &error);
  outcome_append (findings, "colour", audit, error);
}

static void
check_trend (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  g_autoptr (ScrutinyResult) history = NULL;
  g_autoptr (GError) error = NULL;

  if (!series || scrutiny_series_get_n_values (series) == 0) {
    outcome_append_not_done (findings, "trend",
                             "There is no history, so nothing can be said about change.",
                             "The last two years by month, with numerators and denominators");
    return;
  }

  history = histories_read (series, &error);
  outcome_append (findings, "trend", history, error);
}

/* A share of cases is told apart by how many there are.  Of other figures the history says what
 * would have been noticed; so it does where neighbours resemble each other, as they do in a season
 * or a slope, which the history takes off and the notice does not.
 */
static gboolean
can_be_told_apart (ScrutinyNotice *notice)
{
  return !scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (notice)) &&
         !isnan (scrutiny_notice_get_cases (notice)) &&
         scrutiny_notice_get_resemblance (notice) == 0;
}

static void
check_notice (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  ScrutinySeries *series = scrutiny_indicator_get_series (indicator);
  g_autoptr (ScrutinyNotice) notice = NULL;

  if (!series || !scrutiny_series_has_counts (series))
    return;
  notice = scrutiny_notice_new (series, NOTICE_LEVEL, NOTICE_POWER, NULL);
  if (notice && can_be_told_apart (notice))
    g_list_store_append (findings, notice);
}

/* Whoever keeps the record is asked whether two statements are one; where words cannot be compared
 * nothing is missing from the answer.
 */
static void
append_hints (ScrutinyIndicator *indicator, GListStore *findings)
{
  ScrutinyChain *chain = scrutiny_indicator_get_chain (indicator);
  g_autoptr (ScrutinyHints) hints = chain ? scrutiny_hints_new (chain, indicator, NULL) : NULL;

  if (hints && !scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (hints)))
    g_list_store_append (findings, hints);
}

static void
check_because (ScrutinyIndicator *indicator, GListStore *findings, gpointer user_data)
{
  ScrutinyChain *chain = scrutiny_indicator_get_chain (indicator);
  g_autoptr (ScrutinyChain) none = chain ? NULL : g_object_new (SCRUTINY_TYPE_CHAIN, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyBecause) because = scrutiny_because_new (chain ? chain : none, &error);

  outcome_append (findings, "because", because, error);
  append_hints (indicator, findings);
}

static const struct standard {
  const char *id;
  ScrutinyCheckFunc func;
} standards[] = {
  { "figure", check_figure },
  { "records", records_check_figures },
  { "quality", check_quality },
  { "colour", check_colour },
  { "trend", check_trend },
  { "notice", check_notice },
  { "drift", drift_check_figure },
  { "mix", mix_check_figure },
  { "compare", compare_check_figure },
  { "composite", composite_check_figure },
  { "pileup", records_check_limit },
  { "waits", waits_check_figure },
  { "demand", demand_check_figure },
  { "because", check_because },
  { "linkage", reasons_check_figure },
  { "purpose", find_purpose },
};

GPtrArray *
standard_checks_new (void)
{
  GPtrArray *checks = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (standards); i++)
    g_ptr_array_add (checks, scrutiny_check_new (standards[i].id, standards[i].func, NULL, NULL));

  return checks;
}

gboolean
standard_checks_asks_purpose (ScrutinyCheck *check)
{
  return scrutiny_check_calls (check, find_purpose);
}

gboolean
standard_checks_asks_reasons (ScrutinyCheck *check)
{
  return scrutiny_check_calls (check, check_because);
}

gboolean
standard_checks_compares (ScrutinyCheck *check)
{
  return scrutiny_check_calls (check, compare_check_figure);
}

gboolean
standard_checks_reads_history (ScrutinyCheck *check)
{
  return scrutiny_check_calls (check, check_trend);
}

gboolean
standard_checks_tests_reasons (ScrutinyCheck *check)
{
  return scrutiny_check_calls (check, reasons_check_figure);
}
