/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/reconciliation.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/number.h"
#include "base/printed.h"
#include "base/result-private.h"
#include "records/reconcile.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * ScrutinyReconciliation:
 *
 * Published figures beside what the rows behind them give.
 *
 * A published figure agrees where what was recomputed, rounded to the places it was printed with,
 * is that figure. A published quarter is set beside three recomputed months where the series keeps
 * counts: their counts are summed.
 *
 * That the two differ says nothing of why: rows are changed and added after a figure is published,
 * and a definition can be read in two ways.
 *
 * Since: 0.1
 */
struct _ScrutinyReconciliation {
  GObject parent_instance;

  GArray *rows; /* of ReconciledRow */
  ScrutinyTable *published;
  ScrutinyTable *table;
  guint n_compared;
  guint n_agreeing;
  ScrutinyMethod *method;
  GPtrArray *findings;
  char *cannot_tell;
};

static void scrutiny_reconciliation_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyReconciliation,
                               scrutiny_reconciliation,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_reconciliation_result_init))

static void
scrutiny_reconciliation_finalize (GObject *object)
{
  ScrutinyReconciliation *self = SCRUTINY_RECONCILIATION (object);

  g_array_unref (self->rows);
  g_object_unref (self->published);
  g_object_unref (self->table);
  g_object_unref (self->method);
  g_ptr_array_unref (self->findings);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_reconciliation_parent_class)->finalize (object);
}

static void
scrutiny_reconciliation_class_init (ScrutinyReconciliationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_reconciliation_finalize;
}

static ScrutinyMethod *
method_new (const char *published_hash, const char *recomputed_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  if (published_hash)
    g_variant_dict_insert (&parameters, "published_hash", "s", published_hash);

  return scrutiny_method_new ("recompute", "1", g_variant_dict_end (&parameters), NULL,
                              recomputed_hash);
}

static void
scrutiny_reconciliation_init (ScrutinyReconciliation *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (ReconciledRow));
  self->published = scrutiny_table_new ();
  self->table = scrutiny_table_new ();
  self->method = method_new (NULL, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup ("No published figures were given: ask for them by period.");
}

static ScrutinyMethod *
scrutiny_reconciliation_get_method (ScrutinyResult *result)
{
  return SCRUTINY_RECONCILIATION (result)->method;
}

static const char *
scrutiny_reconciliation_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_RECONCILIATION (result)->cannot_tell;
}

static GPtrArray *
scrutiny_reconciliation_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_RECONCILIATION (result)->findings);
}

static const ReconciledRow *
row_at (ScrutinyReconciliation *self, guint i)
{
  return &g_array_index (self->rows, ReconciledRow, i);
}

static gboolean
is_compared (const ReconciledRow *row)
{
  return isfinite (row->published) && isfinite (row->recomputed);
}

static void
write_row (ScrutinyReconciliation *self, const ReconciledRow *row, JsonWriter *writer)
{
  json_writer_begin_object (writer);
  json_writer_member_string (writer, "period",
                             columns_find_texts (self->published, "period")[row->row]);
  json_writer_member_double (writer, "published", row->published);
  json_writer_member_double (writer, "recomputed", row->recomputed);
  json_writer_member_double (writer, "difference", row->recomputed - row->published);
  json_writer_member_double (writer, "numerator", row->numerator);
  json_writer_member_double (writer, "denominator", row->denominator);
  json_writer_key (writer, "agrees");
  if (is_compared (row))
    json_writer_boolean (writer, row->agrees);
  else
    json_writer_null (writer);
  json_writer_end_object (writer);
}

static void
scrutiny_reconciliation_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyReconciliation *self = SCRUTINY_RECONCILIATION (result);

  json_writer_member_string (writer, "schema", "scrutiny.recompute/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_key (writer, "n_compared");
  json_writer_int (writer, self->n_compared);
  json_writer_key (writer, "n_agreeing");
  json_writer_int (writer, self->n_agreeing);
  json_writer_key (writer, "rows");
  json_writer_begin_array (writer);
  for (guint i = 0; i < self->rows->len; i++)
    write_row (self, row_at (self, i), writer);
  json_writer_end_array (writer);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_reconciliation_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_reconciliation_get_method;
  iface->get_cannot_tell = scrutiny_reconciliation_get_cannot_tell;
  iface->dup_findings = scrutiny_reconciliation_dup_findings;
  iface->write_json = scrutiny_reconciliation_write_json;
}

static ScrutinyTable *
table_new (ScrutinyReconciliation *self)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < self->rows->len; i++) {
    const ReconciledRow *row = row_at (self, i);

    columns_builder_add_text (builder, "period",
                              columns_find_texts (self->published, "period")[row->row]);
    columns_builder_add_number (builder, "published", row->published);
    columns_builder_add_number (builder, "recomputed", row->recomputed);
    columns_builder_add_number (builder, "difference", row->recomputed - row->published);
    columns_builder_add_number (builder, "numerator", row->numerator);
    columns_builder_add_number (builder, "denominator", row->denominator);
    columns_builder_add_number (builder, "agrees", is_compared (row) ? row->agrees : NAN);
  }

  return columns_builder_end (builder);
}

/* The last that was compared and does not agree; NULL if all do. */
static const ReconciledRow *
last_off (ScrutinyReconciliation *self)
{
  for (guint i = self->rows->len; i > 0; i--) {
    if (is_compared (row_at (self, i - 1)) && !row_at (self, i - 1)->agrees)
      return row_at (self, i - 1);
  }

  return NULL;
}

static void
add_difference (ScrutinyReconciliation *self, const ReconciledRow *row)
{
  g_autofree char *printed = reconcile_dup_printed (self->published, row->row);
  char shown[NUMBER_TEXT_SIZE * 12];
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  number_format_fixed (row->recomputed, printed_places (printed, row->published), shown);
  g_variant_dict_insert (&facts, "n", "x", (gint64) self->n_compared);
  g_variant_dict_insert (&facts, "n_off", "x", (gint64) (self->n_compared - self->n_agreeing));
  g_variant_dict_insert (&facts, "period", "s",
                         columns_find_texts (self->published, "period")[row->row]);
  g_variant_dict_insert (&facts, "published", "s", printed);
  g_variant_dict_insert (&facts, "recomputed", "s", shown);
  g_variant_dict_insert (&facts, "difference", "d", row->recomputed - row->published);
  g_variant_dict_insert (&facts, "false_alarm", "d", 0.0);

  finding_list_add (
      self->findings, self->method, "recompute.differs",
      self->n_compared == 1
          ? N_ ("The published figure of {period:period} is not what the rows give: {recomputed} "
                "from "
                "the rows, {published} as published. Rows that were changed or added since would "
                "do that, and so would another reading of the definition.")
          : N_ ("{n_off} of the {n} published figures {n_off|is|are} not what the rows give; the "
                "latest is {period:period}: {recomputed} from the rows, {published} as published. "
                "Rows that were changed or added since would do that, and so would another reading "
                "of the definition."),
      N_ ("What was counted for {published}, from which rows, on which day?"),
      N_ ("the definition of the figure as it was worked out, and the rows of that day"), &facts);
}

static void
add_agreement (ScrutinyReconciliation *self)
{
  GVariantDict facts = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&facts, "n", "x", (gint64) self->n_compared);
  finding_list_add (self->findings, self->method, "recompute.agrees",
                    self->n_compared == 1
                        ? N_ ("The published figure comes out of the rows, to the printed digit.")
                        : N_ ("The {n} published figures come out of the rows, to the printed "
                              "digit."),
                    NULL, NULL, &facts);
}

static gboolean
is_anything_published (ScrutinyReconciliation *self)
{
  for (guint i = 0; i < self->rows->len; i++) {
    if (isfinite (row_at (self, i)->published))
      return TRUE;
  }

  return FALSE;
}

static char *
why_not (ScrutinyReconciliation *self, ScrutinySeries *recomputed)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (recomputed);
  const gsize n = scrutiny_series_get_n_values (recomputed);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (!is_anything_published (self))
    return g_strdup ("No published figures were given: ask for them by period.");
  if (n == 0)
    return g_strdup ("The rows give no figure for any period: ask for the rows of the periods that "
                     "were published.");

  first = scrutiny_timeline_dup_text (timeline, 0);
  last = scrutiny_timeline_dup_text (timeline, n - 1);

  return g_strdup_printf ("No published figure is of a period for which the rows give one; they go "
                          "from %s to %s: ask for the rows of the periods that were published.",
                          first, last);
}

static void
fill (ScrutinyReconciliation *self, ScrutinySeries *recomputed)
{
  const ReconciledRow *off;

  for (guint i = 0; i < self->rows->len; i++) {
    self->n_compared += is_compared (row_at (self, i));
    self->n_agreeing += row_at (self, i)->agrees;
  }
  g_object_unref (self->table);
  self->table = table_new (self);
  g_clear_pointer (&self->cannot_tell, g_free);

  off = last_off (self);
  if (self->n_compared == 0)
    self->cannot_tell = why_not (self, recomputed);
  else if (off)
    add_difference (self, off);
  else
    add_agreement (self);
}

/**
 * scrutiny_reconciliation_new:
 * @published: texts in a column `period`, numbers in `value`; if it is there, in `value_text` each
 * figure as it was printed
 * @recomputed: what the rows give
 * @error: return location for an error
 *
 * Sets published figures beside what the rows behind them give.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if a column is not there, with
 * [error@Scrutiny.Error.MISMATCH] if it holds the wrong kind, and with
 * [error@Scrutiny.Error.UNREADABLE] for a period that cannot be read. Where no period is in both,
 * the result [iface@Result] cannot tell.
 *
 * Returns: (transfer full): the two side by side
 *
 * Since: 0.1
 */
ScrutinyReconciliation *
scrutiny_reconciliation_new (ScrutinyTable *published, ScrutinySeries *recomputed, GError **error)
{
  g_autoptr (ScrutinyReconciliation) self = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (published), NULL);
  g_return_val_if_fail (SCRUTINY_IS_SERIES (recomputed), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  rows = reconcile_rows (published, recomputed, error);
  if (!rows)
    return NULL;

  self = g_object_new (SCRUTINY_TYPE_RECONCILIATION, NULL);
  g_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
  g_set_object (&self->published, published);
  hash = columns_dup_hash (published);
  g_object_unref (self->method);
  self->method = method_new (hash, scrutiny_series_get_hash (recomputed));
  fill (self, recomputed);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_reconciliation_get_rows:
 * @self: a reconciliation
 *
 * Gets the figures side by side, a row for each that was published.
 *
 * Columns: `period`; `published`; `recomputed`; `difference`, the second less the first;
 * `numerator` and `denominator` of what was recomputed, where the series keeps them; `agrees`, 1
 * where the two agree to the printed digit and 0 where they do not. What is not known is NaN.
 *
 * Returns: (transfer none): the rows
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_reconciliation_get_rows (ScrutinyReconciliation *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECONCILIATION (self), NULL);

  return self->table;
}

/**
 * scrutiny_reconciliation_get_n_compared:
 * @self: a reconciliation
 *
 * Gets how many published figures are of a period for which the rows give one.
 *
 * Returns: the number of figures
 *
 * Since: 0.1
 */
guint
scrutiny_reconciliation_get_n_compared (ScrutinyReconciliation *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECONCILIATION (self), 0);

  return self->n_compared;
}

/**
 * scrutiny_reconciliation_get_n_agreeing:
 * @self: a reconciliation
 *
 * Gets how many of those agree to the printed digit.
 *
 * Returns: the number of figures
 *
 * Since: 0.1
 */
guint
scrutiny_reconciliation_get_n_agreeing (ScrutinyReconciliation *self)
{
  g_return_val_if_fail (SCRUTINY_IS_RECONCILIATION (self), 0);

  return self->n_agreeing;
}
