/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "review/look-back-check.h"

#include <scrutiny/records-tables.h>

#include "base/number.h"
#include "base/period-days.h"
#include "base/printable.h"
#include "challenge/look-back.h"
#include "records/record-protection.h"
#include "review/figure-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#define MOST_OF_A_TITLE 120
#define MOST_DAYS 36525

/* As many days as are said of the first of the time since: a quarter of a year. */
#define FIRST_DAYS 91

/* How far a figure looks back, in days; 0 where it does not. */
static guint
days_of (ScrutinyDefinition *definition)
{
  const char *text = definition ? scrutiny_definition_get_looks_back (definition) : NULL;
  double days = 0;

  return text && number_parse (text, strlen (text), &days) && days >= 1 && days <= MOST_DAYS
             ? (guint) days
             : 0;
}

/* (a) AND (b); the one there is. */
static char *
dup_both (const char *of, const char *counted)
{
  if (!of || !*of)
    return g_strdup (counted);

  return g_strdup_printf ("(%s) AND (%s)", of, counted);
}

/* What is hidden of the figure would come of other counts of the same rows. */
static gboolean
has_hidden (ScrutinySeries *series)
{
  for (gsize i = 0; series && i < scrutiny_series_get_n_values (series); i++)
    if (g_str_equal (scrutiny_series_get_state (series, i), "suppressed"))
      return TRUE;

  return FALSE;
}

/* FALSE where the rows, or how they are told apart, are not there, or must not be told. */
static gboolean
count (ScrutinyIndicator *outcome, const LookBackAsked *asked, LookBack *found)
{
  FigureRows rows;
  const char *columns[3] = { NULL };
  g_autoptr (ScrutinyTable) all = NULL;
  g_autoptr (ScrutinyTable) counted = NULL;
  g_autofree char *where = NULL;

  if (!figure_rows_find (&rows, outcome) || scrutiny_records_get_round_to (rows.records) > 1 ||
      has_hidden (scrutiny_indicator_get_series (outcome)) ||
      !record_totals_may_be_told (rows.records, rows.definition, FALSE, NULL, NULL))
    return FALSE;
  columns[0] = scrutiny_definition_get_key (rows.definition);
  columns[1] = scrutiny_definition_get_dated (rows.definition);
  if (!columns[0] || !columns[1] || !scrutiny_definition_get_counted (rows.definition))
    return FALSE;
  where = dup_both (scrutiny_definition_get_of (rows.definition),
                    scrutiny_definition_get_counted (rows.definition));
  all = scrutiny_records_dup_table (rows.records, columns, NULL, NULL, NULL);
  counted = all ? scrutiny_records_dup_table (rows.records, columns, where, NULL, NULL) : NULL;

  return counted && look_back_count (asked, all, counted, found, NULL) &&
         look_back_may_be_told (found, scrutiny_records_get_suppress_below (rows.records));
}

static void
insert_counts (GVariantDict *facts, const LookBack *found)
{
  g_variant_dict_insert (facts, "n_before", "x", (gint64) found->n_before);
  g_variant_dict_insert (facts, "found_before", "x", (gint64) found->found_before);
  g_variant_dict_insert (facts, "n_since", "x", (gint64) found->n_since);
  g_variant_dict_insert (facts, "found_since", "x", (gint64) found->found_since);
  g_variant_dict_insert (facts, "n_first", "x", (gint64) found->n_first);
  g_variant_dict_insert (facts, "first_earlier", "x", (gint64) found->first_earlier);
  g_variant_dict_insert (facts, "first_days", "x", (gint64) FIRST_DAYS);
}

static const char *
choose_statement (gboolean is_counted)
{
  return is_counted
             ? N_ ("“{outcome}” looks back up to {days} days. Worked out again from its rows, "
                   "{found_before:n} of the {n_before:n} counted before {at:period} and "
                   "{found_since:n} of the {n_since:n} counted since have the earlier one in these "
                   "rows. Of the {n_first:n} counted in the first {first_days} days since, "
                   "{first_earlier:n} follow one from before {at:period}, and tell of earlier "
                   "work.")
             : N_ ("“{outcome}” looks back up to {days} days, so what is counted soon after "
                   "{at:period} may follow one from before it, and tell of earlier work.");
}

ScrutinyFinding *
look_back_find (ScrutinyIndicator *outcome, const char *at)
{
  const guint days = days_of (scrutiny_indicator_get_definition (outcome));
  g_autofree char *title = printable_dup (scrutiny_indicator_get_title (outcome), MOST_OF_A_TITLE);
  g_auto (GVariantDict) facts = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (ScrutinyFinding) bare = NULL;
  PeriodDays period;
  LookBack found;
  gboolean is_counted;

  if (days == 0 || !period_parse_days (at, strlen (at), &period))
    return NULL;
  is_counted =
      count (outcome, &(LookBackAsked){ days, period.first, period.first + FIRST_DAYS }, &found);
  g_variant_dict_insert (&facts, "outcome", "s", title);
  g_variant_dict_insert (&facts, "days", "x", (gint64) days);
  g_variant_dict_insert (&facts, "at", "s", at);
  if (is_counted)
    insert_counts (&facts, &found);
  bare = scrutiny_finding_new ("linkage.looks-back", choose_statement (is_counted), NULL,
                               g_variant_dict_end (&facts), NULL);

  return scrutiny_finding_copy_with_request (
      bare, N_ ("Of each case in “{outcome}”: the date of the one it follows"), NULL);
}
