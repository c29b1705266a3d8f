/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "linkage/reason-checks.h"

#include <scrutiny/error.h>

#include <glib/gi18n.h>
#include <string.h>

#include "base/civil.h"
#include "base/error-private.h"
#include "base/period-days.h"

#define MOST_YEARS 100u

gboolean
reason_age_parse (ReasonAge *self, const char *as_of, guint years, GError **error)
{
  PeriodDays days;

  if (!period_parse_days (as_of, strlen (as_of), &days)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, as_of,
                           "As of: “%s” is no date or period; write one such as 2025-06", as_of);
    return FALSE;
  }
  if (years < 1 || years > MOST_YEARS) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                           "Years: %u is not from 1 to %u", years, MOST_YEARS);
    return FALSE;
  }

  *self = (ReasonAge){ as_of, days.last, years };

  return TRUE;
}

/* The last day that may be too old. */
static gint64
limit_of (const ReasonAge *age)
{
  const CivilDate date = civil_from_days (age->day);
  const int year = date.year - (int) age->years;

  return civil_to_days (year, date.month, MIN (date.day, civil_days_in_month (year, date.month)));
}

/* The newest item of a step; NULL if there is none, or one whose date cannot be read. */
static ScrutinyEvidence *
find_newest (const GPtrArray *evidence, gint64 *day)
{
  ScrutinyEvidence *newest = NULL;

  for (guint i = 0; i < evidence->len; i++) {
    const char *date = scrutiny_evidence_get_date (evidence->pdata[i]);
    PeriodDays days;

    if (!date || !period_parse_days (date, strlen (date), &days))
      return NULL;
    if (newest && days.last <= *day)
      continue;
    newest = evidence->pdata[i];
    *day = days.last;
  }

  return newest;
}

static void
check_link (ReasonChecks *checks, const ReasonLink *link)
{
  const ReasonAge *age = checks->age;
  g_autoptr (GArray) path = NULL;
  GArray *facts;
  gint64 day = 0;
  ScrutinyEvidence *newest = find_newest (link->reason->evidence, &day);

  if (!newest || day >= limit_of (age) || !reason_has_room (checks, "because.old-evidence"))
    return;

  path = reason_graph_path_of (checks->graph, link);
  facts = fact_array_new ();
  reason_add_words (facts, "statement", checks->graph, link->from);
  reason_add_evidence (facts, newest);
  fact_array_add_text (facts, "date", scrutiny_evidence_get_date (newest));
  fact_array_add_text (facts, "as_of", age->as_of);
  fact_array_add_count (facts, "years", age->years);
  reason_add_finding (checks, "because.old-evidence",
                      N_ ("The newest evidence for the step from “{statement}” to “{last}” is of "
                          "{date} ({cited}), more than {years} {years|year|years} before {as_of}."),
                      N_ ("What has changed since, and what newer evidence is there?"), facts,
                      path);
}

/* Steps all of whose evidence is too old. */
void
reason_check_age (ReasonChecks *checks)
{
  if (checks->age->as_of)
    reason_each_link (checks, TRUE, check_link);
}
