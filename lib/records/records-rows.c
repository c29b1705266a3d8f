/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/records-rows.h>

#include <math.h>
#include <string.h>

#include "base/array-bytes.h"
#include "base/error-private.h"
#include "base/period-days.h"
#include "base/period-parse.h"
#include "base/printable.h"
#include "records/odd-rows.h"
#include "records/record-query.h"

#define MOST_OF_A_PERIOD 40
#define SECONDS_OF_DAY 86400

/* Rows of one period under way. */
typedef struct {
  const DefinitionPlan *plan;
  PeriodDays days;
  guint counted, measure; /* where they stand in a row; 0: not asked */
  GArray *rows, *truths, *measures;
} Looking;

static gboolean
read_period (ScrutinyCalendar calendar, const char *text, PeriodDays *days, GError **error)
{
  g_autofree char *shown = NULL;
  Period period;

  if (period_parse (text, strlen (text), calendar, &period) && period.calendar == calendar &&
      period.window == PERIOD_PLAIN && period_get_days (&period, days))
    return TRUE;
  shown = printable_dup (text, MOST_OF_A_PERIOD);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, text,
                         "Period: “%s” is none of the %s that the figure is worked out for", shown,
                         period_get_plural (calendar));

  return FALSE;
}

static gboolean
is_inside (const Looking *self, const RecordScan *scan)
{
  gint64 day;

  if (!record_scan_is_known (scan, 1))
    return FALSE;
  day = record_scan_get_integer (scan, 1);
  if (expression_get_kind (self->plan->dated) == EXPRESSION_DATETIME)
    day = day / SECONDS_OF_DAY - (day % SECONDS_OF_DAY < 0);

  return self->days.first <= day && day <= self->days.last;
}

static double
number_at (const RecordScan *scan, guint at)
{
  return at > 0 && record_scan_is_known (scan, at) ? record_scan_get_number (scan, at) : NAN;
}

static void
look_at (const RecordScan *scan, gpointer data)
{
  Looking *self = data;
  const double row = (double) record_scan_get_integer (scan, 0);
  const double counted = self->counted > 0 ? number_at (scan, self->counted) : 1;
  const double measure = number_at (scan, self->measure);

  if (!is_inside (self, scan))
    return;
  g_array_append_val (self->rows, row);
  g_array_append_val (self->truths, counted);
  g_array_append_val (self->measures, measure);
}

static gboolean
look (Looking *self, ScrutinyRecords *records, GCancellable *cancellable, GError **error)
{
  g_autoptr (RecordQuery) query = record_query_new (records);

  record_query_select_row (query);
  record_query_select (query, self->plan->dated);
  if (self->plan->counted)
    self->counted = record_query_select (query, self->plan->counted);
  if (self->plan->measure)
    self->measure = record_query_select (query, self->plan->measure);

  return record_query_ask (query, self->plan->of, self->plan->working, look_at, self, cancellable,
                           error);
}

static ScrutinyTable *
make_table (Looking *self, GError **error)
{
  g_autoptr (GBytes) rows = array_bytes_take (g_steal_pointer (&self->rows));
  g_autoptr (GBytes) truths = array_bytes_take (g_steal_pointer (&self->truths));
  g_autoptr (GBytes) measures = array_bytes_take (g_steal_pointer (&self->measures));
  g_autoptr (ScrutinyTable) bare = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) one = scrutiny_table_copy_with_doubles (bare, "row", rows, error);
  g_autoptr (ScrutinyTable) two =
      one ? scrutiny_table_copy_with_doubles (one, "counted", truths, error) : NULL;

  return two ? scrutiny_table_copy_with_doubles (two, "measure", measures, error) : NULL;
}

/**
 * scrutiny_records_dup_rows:
 * @self: records
 * @definition: what is counted, of which rows, and when a row belongs to
 * @calendar: how time is divided; `SCRUTINY_CALENDAR_UNKNOWN` as the definition says
 * @period: a period of it
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Names the rows that one period of a figure is made of, by their number in the file.
 *
 * The columns are `row`, `counted`, 1 or 0, missing where that cannot be told, and `measure`,
 * missing where there is none. This is for whoever goes and looks, and for no report.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_records_dup_rows (ScrutinyRecords *self,
                           ScrutinyDefinition *definition,
                           ScrutinyCalendar calendar,
                           const char *period,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (DefinitionPlan) plan = NULL;
  g_autoptr (GArray) rows = NULL, truths = NULL, measures = NULL;
  Looking looking = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (definition), NULL);
  g_return_val_if_fail (period != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  plan = record_plan_new (self, definition, error);
  if (!plan || !read_period (calendar == SCRUTINY_CALENDAR_UNKNOWN ? plan->calendar : calendar,
                             period, &looking.days, error))
    return NULL;
  looking.plan = plan;
  rows = looking.rows = g_array_new (FALSE, FALSE, sizeof (double));
  truths = looking.truths = g_array_new (FALSE, FALSE, sizeof (double));
  measures = looking.measures = g_array_new (FALSE, FALSE, sizeof (double));
  if (!look (&looking, self, cancellable, error))
    return NULL;
  rows = truths = measures = NULL;

  return make_table (&looking, error);
}

/**
 * scrutiny_records_dup_findings:
 * @self: records
 * @definition: what is counted, of which rows, and when a row belongs to
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Finds the rows that a definition cannot be applied to as it is meant: that end before they
 * begin (`records.backwards`), where something is divided by nought (`records.nought`), that
 * belong to no period (`records.undated`), and of which it cannot be told whether they are counted
 * (`records.unknown`). Each speaks only where there is such a row.
 *
 * Returns: (transfer container) (element-type ScrutinyFinding): the findings
 *
 * Since: 0.1
 */
GPtrArray *
scrutiny_records_dup_findings (ScrutinyRecords *self,
                               ScrutinyDefinition *definition,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (DefinitionPlan) plan = NULL;

  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (definition), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  plan = record_plan_new (self, definition, error);

  return plan ? odd_rows_find (self, plan, cancellable, error) : NULL;
}
