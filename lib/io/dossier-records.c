/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/dossier-records.h"

#include <scrutiny/recompute.h>

#include "base/error-private.h"
#include "base/number.h"
#include "base/printable.h"
#include "base/printed.h"
#include "indicator/dossier-content.h"
#include "io/record-reader.h"
#include "records/record-kept.h"
#include "records/records-private.h"

#include <math.h>

ScrutinyRecords *
dossier_records_open (const DataResource *resource,
                      guint threshold,
                      guint rounding,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autofree char *shown = printable_dup (resource->path, 120);
  g_autoptr (GInputStream) stream = NULL;

  if (!resource->bytes) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, NULL,
                           "%s: not in the folder; add the file or take its entry out", shown);
    return NULL;
  }

  scrutiny_records_options_set_suppress_below (options, threshold);
  scrutiny_records_options_set_round_to (options, rounding);
  stream = g_memory_input_stream_new_from_bytes (resource->bytes);

  return record_reader_read (stream, shown, resource, options, cancellable, error);
}

/* A dossier that was saved has the note already. */
static void
note_once (ScrutinyDossierBuilder *builder, ScrutinyIndicator *indicator, const char *note)
{
  g_autoptr (GPtrArray) notes = scrutiny_indicator_dup_notes (indicator);

  if (!g_ptr_array_find_with_equal_func (notes, note, g_str_equal, NULL))
    scrutiny_dossier_builder_add_note (builder, scrutiny_indicator_get_id (indicator), note);
}

/* How far rounding can move a share of so few cases: the count by half of @round_to and so may be
 * what it is out of, together no more than @round_to over the cases.
 */
static double
find_reach (ScrutinySeries *series, guint round_to, double *fewest)
{
  gsize n;
  const double *totals = scrutiny_series_get_denominators (series, &n);

  *fewest = INFINITY;
  for (gsize i = 0; totals && i < n; i++)
    if (totals[i] > 0)
      *fewest = MIN (*fewest, totals[i]);

  return scrutiny_series_get_scale (series) * round_to / *fewest;
}

static char *
dup_note (const char *name, ScrutinyDefinition *definition, ScrutinySeries *series, guint round_to)
{
  const gboolean is_share = g_strcmp0 (scrutiny_definition_get_kind (definition), "share") == 0;
  double fewest, reach;
  char shown[NUMBER_TEXT_SIZE];

  if (round_to <= 1)
    return g_strdup_printf ("The history is worked out from the rows of “%s”.", name);
  reach = find_reach (series, round_to, &fewest);
  if (!is_share || !(reach > 0))
    return g_strdup_printf ("The history is worked out from the rows of “%s”, counts rounded to "
                            "multiples of %u.",
                            name, round_to);

  number_format (printed_round (reach, 1), shown);

  return g_strdup_printf ("The history is worked out from the rows of “%s”, counts rounded to "
                          "multiples of %u: of %.0f cases, the fewest of a period, that alone may "
                          "move a figure by up to %s%s.",
                          name, round_to, fewest, shown,
                          scrutiny_series_get_scale (series) == 100 ? " points" : "");
}

static void
work_out (ScrutinyDossierBuilder *builder, ScrutinyIndicator *indicator, GCancellable *cancellable)
{
  ScrutinyRecords *records = SCRUTINY_RECORDS (scrutiny_indicator_get_records (indicator));
  ScrutinyDefinition *definition = scrutiny_indicator_get_definition (indicator);
  g_autofree char *name = printable_dup (scrutiny_definition_get_records (definition), 60);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinySeries) series = NULL;
  g_autofree char *note = NULL;

  record_kept_gather (records, definition, cancellable);
  series = scrutiny_records_recompute (records, definition, SCRUTINY_CALENDAR_UNKNOWN, cancellable,
                                       &error);
  if (series) {
    scrutiny_dossier_builder_set_recomputed (builder, scrutiny_indicator_get_id (indicator),
                                             series);
    note = dup_note (name, definition, series, scrutiny_records_get_round_to (records));
  } else {
    note = g_strdup_printf ("Not worked out from the rows of “%s”: %s", name, error->message);
  }
  note_once (builder, indicator, note);
}

/* All that the dossier gives out of the rows, each figure with what it was before. */
static void
add_releases (ScrutinyIndicator *indicator)
{
  ScrutinyRecords *records = SCRUTINY_RECORDS (scrutiny_indicator_get_records (indicator));
  g_autoptr (GPtrArray) definitions = scrutiny_indicator_dup_definitions (indicator);

  for (guint i = 0; i < definitions->len; i++)
    if (scrutiny_definition_is_computed (definitions->pdata[i]))
      scrutiny_records_add_release (records, definitions->pdata[i]);
}

void
dossier_records_work_out (ScrutinyDossierBuilder *builder, GCancellable *cancellable)
{
  const DossierContent *content = scrutiny_dossier_builder_get_content (builder);

  for (guint i = 0; i < content->indicators->len; i++)
    if (scrutiny_indicator_get_records (content->indicators->pdata[i]))
      add_releases (content->indicators->pdata[i]);
  for (guint i = 0; i < content->indicators->len; i++) {
    ScrutinyIndicator *indicator = content->indicators->pdata[i];
    ScrutinyDefinition *definition = scrutiny_indicator_get_definition (indicator);

    if (scrutiny_indicator_get_records (indicator) && !scrutiny_indicator_get_series (indicator) &&
        definition && scrutiny_definition_is_computed (definition))
      work_out (builder, indicator, cancellable);
  }
}
