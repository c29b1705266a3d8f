/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/recompute.h>

#include <scrutiny/error.h>

#include "base/array-bytes.h"
#include "base/error-private.h"
#include "base/series-private.h"
#include "base/table-private.h"
#include "base/timeline-private.h"
#include "records/record-protection.h"
#include "records/record-query.h"

#define MOST_PERIODS 100000

/* What may not be shown is withheld, and what is shown rounded as was asked for. */
static RecordFigures *
gather (ScrutinyRecords *records,
        ScrutinyDefinition *definition,
        ScrutinyCalendar calendar,
        GCancellable *cancellable,
        GError **error)
{
  g_autoptr (DefinitionPlan) plan = record_plan_new (records, definition, error);
  g_autoptr (RecordFigures) figures =
      plan ? record_figures_new (records, plan, calendar, cancellable, error) : NULL;

  if (!figures || !record_figures_protect (figures, records, definition, cancellable, error))
    return NULL;
  figures->round_to = scrutiny_records_get_round_to (records);

  return g_steal_pointer (&figures);
}

typedef struct {
  GArray *values, *lows, *highs, *numerators, *denominators; /* double */
  GArray *states;                                            /* guint8 of SeriesState */
} Columns;

static void
columns_init (Columns *self)
{
  self->values = g_array_new (FALSE, FALSE, sizeof (double));
  self->lows = g_array_new (FALSE, FALSE, sizeof (double));
  self->highs = g_array_new (FALSE, FALSE, sizeof (double));
  self->numerators = g_array_new (FALSE, FALSE, sizeof (double));
  self->denominators = g_array_new (FALSE, FALSE, sizeof (double));
  self->states = g_array_new (FALSE, FALSE, sizeof (guint8));
}

static void
columns_add (Columns *self, const RecordAnswer *answer)
{
  const guint8 state = (guint8) answer->state;

  g_array_append_val (self->values, answer->value);
  g_array_append_val (self->lows, answer->low);
  g_array_append_val (self->highs, answer->high);
  g_array_append_val (self->numerators, answer->numerator);
  g_array_append_val (self->denominators, answer->denominator);
  g_array_append_val (self->states, state);
}

static gboolean
has_counts (const RecordFigures *figures)
{
  return figures->kind == DEFINITION_SHARE || figures->kind == DEFINITION_RATE;
}

static SeriesColumns
columns_end (Columns *self, const RecordFigures *figures)
{
  SeriesColumns columns = {
    .values = array_bytes_take (self->values),
    .states = array_bytes_take (self->states),
    .lows = array_bytes_take (self->lows),
    .highs = array_bytes_take (self->highs),
    .numerators = array_bytes_take (self->numerators),
    .denominators = array_bytes_take (self->denominators),
    .scale = has_counts (figures) ? figures->scale : 0,
    .unit = figures->kind == DEFINITION_SHARE && figures->scale == 100 ? "%" : NULL,
  };

  if (!has_counts (figures)) {
    g_clear_pointer (&columns.numerators, g_bytes_unref);
    g_clear_pointer (&columns.denominators, g_bytes_unref);
  }

  return columns;
}

static gboolean
find_span (const RecordFigures *figures, gint64 *first, gint64 *n_periods, GError **error)
{
  const GArray *all = figures->figures;

  *first = all->len ? g_array_index (all, RecordFigure, 0).ordinal : 0;
  *n_periods = all->len ? g_array_index (all, RecordFigure, all->len - 1).ordinal - *first + 1 : 0;
  if (*n_periods <= MOST_PERIODS)
    return TRUE;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, "dated", NULL,
                         "dated: the rows spread over more than %d periods; leave out those whose "
                         "date is mistaken, or take longer periods",
                         MOST_PERIODS);

  return FALSE;
}

/* Every period from the first to the last, those without rows too. */
static ScrutinySeries *
make_series (const RecordFigures *figures, GError **error)
{
  g_autoptr (ScrutinyTimeline) timeline = NULL;
  GArray *ordinals = g_array_new (FALSE, FALSE, sizeof (gint64));
  SeriesColumns made;
  Columns columns;
  gint64 first, n_periods;
  guint at = 0;

  if (!find_span (figures, &first, &n_periods, error)) {
    g_array_unref (ordinals);
    return NULL;
  }
  columns_init (&columns);
  for (gint64 ordinal = first; ordinal < first + n_periods; ordinal++) {
    const RecordFigure *figure = &g_array_index (figures->figures, RecordFigure, at);
    const gboolean is_there = figure->ordinal == ordinal;
    const RecordAnswer answer = record_figures_answer (figures, is_there ? figure : NULL);

    g_array_append_val (ordinals, ordinal);
    columns_add (&columns, &answer);
    at += is_there;
  }
  timeline =
      scrutiny_timeline_new_take (figures->calendar, PERIOD_PLAIN, 1, array_bytes_take (ordinals));
  made = columns_end (&columns, figures);

  return scrutiny_series_new_take (timeline, &made, error);
}

/**
 * scrutiny_records_recompute:
 * @self: records
 * @definition: what is counted, of which rows, and when a row belongs to
 * @calendar: how time is divided; `SCRUTINY_CALENDAR_UNKNOWN` as the definition says
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Works a figure out again from the rows behind it, period by period, from the first that has a
 * row to the last. The definition's segments are left aside: see
 * [method@Records.recompute_table].
 *
 * A period with a count below [property@Records:suppress-below], but not nought, of those that
 * count or of the rest, is withheld: its value is suppressed, and so are its counts. So are as many
 * others as it takes that the count cannot be had by taking figures from each other, of months,
 * quarters, halves and years, whatever is asked for and in which order, nor from those of the
 * definitions that this one was changed from ([method@Definition.get_came_from]): see the page on
 * suppression. With [property@Records:round-to] counts are rounded, and a share or a rate is that
 * of the rounded counts, withheld where it would be out of 0. A period without rows is missing; of
 * a count it is nought.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] where the definition names a column that is not
 * there, with [error@Scrutiny.Error.UNREADABLE] where a column does not hold what is done with it,
 * with [error@Scrutiny.Error.LIMIT] when it takes longer than a question may.
 *
 * Returns: (transfer full): the figure, with its counts where it has any
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_records_recompute (ScrutinyRecords *self,
                            ScrutinyDefinition *definition,
                            ScrutinyCalendar calendar,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (ScrutinyDefinition) whole = NULL;
  g_autoptr (RecordFigures) figures = NULL;

  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (definition), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  whole = scrutiny_definition_copy_with (definition, "segments", NULL, error);
  figures = whole ? gather (self, whole, calendar, cancellable, error) : NULL;
  if (!figures)
    return NULL;

  return make_series (figures, error);
}

static char *
dup_period (const RecordFigures *figures, const RecordFigure *figure)
{
  const Period period = { figures->calendar, figure->ordinal, PERIOD_PLAIN, 1 };

  return period_dup_text (&period);
}

/* One text a figure: its period, or what one column of its segment says. */
static ScrutinyTable *
add_texts (ScrutinyTable *table,
           const RecordFigures *figures,
           const char *name,
           int segment, /* -1: the period */
           GError **error)
{
  const guint n = figures->figures->len;
  char **texts = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++) {
    const RecordFigure *figure = &g_array_index (figures->figures, RecordFigure, i);

    texts[i] = segment < 0
                   ? dup_period (figures, figure)
                   : g_strdup (((GStrv) figures->segments->pdata[figure->segment])[segment]);
  }

  return scrutiny_table_copy_with_texts_take (table, name, texts, error);
}

static ScrutinyTable *
add_state (ScrutinyTable *table, GArray *states, GError **error)
{
  char **texts = g_new0 (char *, states->len + 1);

  for (guint i = 0; i < states->len; i++)
    texts[i] = g_strdup (series_state_get_name ((SeriesState) g_array_index (states, guint8, i)));

  return scrutiny_table_copy_with_texts_take (table, "state", texts, error);
}

/* The next table, of which the one before is a part. */
static gboolean
replace (ScrutinyTable **table, ScrutinyTable *next)
{
  g_clear_object (table);
  *table = next;

  return next != NULL;
}

static gboolean
add_numbers (ScrutinyTable **table, const char *name, GArray *column, GError **error)
{
  g_autoptr (GBytes) bytes = array_bytes_take (column);

  return *table && replace (table, scrutiny_table_copy_with_doubles (*table, name, bytes, error));
}

static ScrutinyTable *
add_answers (ScrutinyTable *keys, const RecordFigures *figures, GError **error)
{
  ScrutinyTable *table = g_object_ref (keys);
  Columns columns;

  columns_init (&columns);
  for (guint i = 0; i < figures->figures->len; i++) {
    const RecordAnswer answer =
        record_figures_answer (figures, &g_array_index (figures->figures, RecordFigure, i));

    columns_add (&columns, &answer);
  }
  add_numbers (&table, "numerator", columns.numerators, error);
  add_numbers (&table, "denominator", columns.denominators, error);
  add_numbers (&table, "value", columns.values, error);
  if (table)
    replace (&table, add_state (table, columns.states, error));
  add_numbers (&table, "low", columns.lows, error);
  add_numbers (&table, "high", columns.highs, error);
  g_array_unref (columns.states);

  return table;
}

/**
 * scrutiny_records_recompute_table:
 * @self: records
 * @definition: what is counted, of which rows, when a row belongs to, and the segments
 * @calendar: how time is divided; `SCRUTINY_CALENDAR_UNKNOWN` as the definition says
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Works a figure out again from the rows behind it, by segment and period, where there are rows.
 *
 * The columns are `period`, one of each segment under its name, `numerator`, `denominator`,
 * `value`, `state`, `low` and `high`; segments in the order in which they are first met, periods
 * in theirs. Small counts are withheld, and it fails, as [method@Records.recompute] says. Beside a
 * count that is withheld others of the period are too, so that it cannot be had from what all
 * segments come to, and all other periods of these segments: a segment is shown by months in all of
 * them or in none, and so by every calendar. There is then a row also for a period without rows.
 *
 * Returns: (transfer full): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_records_recompute_table (ScrutinyRecords *self,
                                  ScrutinyDefinition *definition,
                                  ScrutinyCalendar calendar,
                                  GCancellable *cancellable,
                                  GError **error)
{
  g_autoptr (RecordFigures) figures = NULL;
  g_autoptr (ScrutinyTable) table = NULL;

  g_return_val_if_fail (SCRUTINY_IS_RECORDS (self), NULL);
  g_return_val_if_fail (SCRUTINY_IS_DEFINITION (definition), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  figures = gather (self, definition, calendar, cancellable, error);
  if (!figures)
    return NULL;
  table = scrutiny_table_new ();
  if (!replace (&table, add_texts (table, figures, "period", -1, error)))
    return NULL;
  for (guint i = 0; i < figures->n_segments; i++)
    if (!replace (&table, add_texts (table, figures, figures->names[i], (int) i, error)))
      return NULL;

  return add_answers (table, figures, error);
}
