/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "records/record-cuts.h"

#include <math.h>

#include "records/record-query.h"

/* The shortest and the longest of those that a figure counts, and of those that it does not. */
typedef struct {
  guint of, counted;
  double low[2], high[2];
} Cut;

typedef struct {
  guint measure;
  GArray *cuts;     /* of Cut */
  GPtrArray *plans; /* of DefinitionPlan: the query asks by their words */
} Gathering;

static void
add_row (const RecordScan *scan, gpointer data)
{
  Gathering *self = data;
  double measure;

  if (!record_scan_is_known (scan, self->measure))
    return;
  measure = record_scan_get_number (scan, self->measure);
  for (guint i = 0; i < self->cuts->len; i++) {
    Cut *cut = &g_array_index (self->cuts, Cut, i);
    const gboolean is_in =
        record_query_holds (scan, cut->of) && record_query_holds (scan, cut->counted);

    cut->low[is_in] = fmin (cut->low[is_in], measure);
    cut->high[is_in] = fmax (cut->high[is_in], measure);
  }
}

static void
add_cut (Gathering *self, RecordQuery *query, const DefinitionPlan *plan)
{
  const Cut cut = { record_query_select_any (query, plan->of),
                    record_query_select_any (query, plan->counted),
                    { INFINITY, INFINITY },
                    { -INFINITY, -INFINITY } };

  g_array_append_val (self->cuts, cut);
}

static void
select_releases (Gathering *self, RecordQuery *query, ScrutinyRecords *records)
{
  GPtrArray *releases = scrutiny_records_get_releases (records);

  for (guint i = 0; releases && i < releases->len; i++)
    for (ScrutinyDefinition *release = releases->pdata[i]; release;
         release = scrutiny_definition_get_came_from (release)) {
      DefinitionPlan *plan = record_plan_new (records, release, NULL);

      if (!plan)
        continue;
      g_ptr_array_add (self->plans, plan);
      add_cut (self, query, plan);
    }
}

/* Where one begins only after the other has ended. */
static GArray *
find_cuts (const Gathering *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < self->cuts->len; i++) {
    const Cut *cut = &g_array_index (self->cuts, Cut, i);

    for (int side = 0; side < 2; side++)
      if (isfinite (cut->high[side]) && cut->high[side] < cut->low[!side] &&
          isfinite (cut->low[!side]))
        g_array_append_val (found, cut->high[side]);
  }

  return found;
}

GArray *
record_cuts_new (ScrutinyRecords *records,
                 ScrutinyDefinition *definition,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (DefinitionPlan) plan = record_plan_new (records, definition, error);
  g_autoptr (GPtrArray) plans =
      g_ptr_array_new_with_free_func ((GDestroyNotify) definition_plan_free);
  g_autoptr (RecordQuery) query = plan ? record_query_new (records) : NULL;
  g_autoptr (GArray) cuts = g_array_new (FALSE, FALSE, sizeof (Cut));
  Gathering self = { .cuts = cuts, .plans = plans };

  if (!plan || !plan->measure)
    return plan ? g_array_new (FALSE, FALSE, sizeof (double)) : NULL;
  self.measure = record_query_select (query, plan->measure);
  select_releases (&self, query, records);
  if (cuts->len > 0 &&
      !record_query_ask (query, plan->of, plan->working, add_row, &self, cancellable, error))
    return NULL;

  return find_cuts (&self);
}
