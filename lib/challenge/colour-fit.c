/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/colour-fit.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/error-private.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/fit-findings.h"

#include <math.h>
#include <string.h>

/**
 * ScrutinyColourFit:
 *
 * What rule the statuses of a scorecard could follow, where none is stated.
 *
 * The rules tried have one number in them: the first status at or beyond the target, the
 * second within a tolerance of it, the third further off. The tolerance is a share of the
 * target or in the figure's own units. Which side of its target is wanted is not known and
 * is never guessed: each row is free to have it its own way, so rows with the first status
 * fit any tolerance.
 *
 * Ranges of tolerances are exact, from the rows' own distances to their targets: all that
 * give as many published statuses as any tolerance does. Statuses are compared without
 * case; their order comes from a list of those in common use, or from the caller. In any
 * other words the result [iface@Result] cannot tell.
 *
 * Since: 0.1
 */
struct _ScrutinyColourFit {
  GObject parent_instance;

  StatusOrder order;
  char *statuses[STATUS_ORDER_LEVELS + 1]; /* what @order points to */
  ScrutinyTable *scorecard;
  FitRows *rows; /* NULL where it cannot tell */
  ScrutinyTable *rules, *unexplained;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_colour_fit_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyColourFit,
                               scrutiny_colour_fit,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_colour_fit_result_init))

static void
scrutiny_colour_fit_finalize (GObject *object)
{
  ScrutinyColourFit *self = SCRUTINY_COLOUR_FIT (object);

  g_clear_pointer (&self->rows, fit_rows_free);
  for (int level = 0; level < STATUS_ORDER_LEVELS; level++)
    g_free (self->statuses[level]);
  g_clear_object (&self->scorecard);
  g_clear_object (&self->rules);
  g_clear_object (&self->unexplained);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_colour_fit_parent_class)->finalize (object);
}

static void
scrutiny_colour_fit_class_init (ScrutinyColourFitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_colour_fit_finalize;
}

static ScrutinyMethod *
method_new (const char *const *statuses, const char *input_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert_value (&parameters, "order", g_variant_new_strv (statuses, -1));
  g_variant_dict_insert (&parameters, "direction", "s", "free");

  return scrutiny_method_new ("colour-fit", "1", g_variant_dict_end (&parameters), NULL,
                              input_hash);
}

static void
scrutiny_colour_fit_init (ScrutinyColourFit *self)
{
  self->scorecard = scrutiny_table_new ();
  self->rules = scrutiny_table_new ();
  self->unexplained = scrutiny_table_new ();
  self->method = method_new ((const char *const *) self->statuses, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup ("No scorecard was given: ask for values, targets and statuses.");
}

static ScrutinyMethod *
scrutiny_colour_fit_get_method (ScrutinyResult *result)
{
  return SCRUTINY_COLOUR_FIT (result)->method;
}

static const char *
scrutiny_colour_fit_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_COLOUR_FIT (result)->cannot_tell;
}

static GPtrArray *
scrutiny_colour_fit_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_COLOUR_FIT (result)->findings);
}

static void
write_count (JsonWriter *writer, const char *key, gsize count)
{
  json_writer_key (writer, key);
  json_writer_int (writer, (gint64) count);
}

static void
scrutiny_colour_fit_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyColourFit *self = SCRUTINY_COLOUR_FIT (result);

  json_writer_key (writer, "schema");
  json_writer_string (writer, "scrutiny.colour-fit/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_key (writer, "cannot_tell");
  json_writer_string (writer, self->cannot_tell);
  write_count (writer, "n_rows", self->rows ? self->rows->rows->len : 0);
  write_count (writer, "n_unread", self->rows ? self->rows->n_unread : 0);
  write_count (writer, "n_testing", self->rows ? self->rows->n_testing : 0);
  json_writer_key (writer, "rules");
  columns_write_rows (self->rules, writer);
  json_writer_key (writer, "unexplained");
  columns_write_rows (self->unexplained, writer);
}

static void
scrutiny_colour_fit_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_colour_fit_get_method;
  iface->get_cannot_tell = scrutiny_colour_fit_get_cannot_tell;
  iface->dup_findings = scrutiny_colour_fit_dup_findings;
  iface->write_json = scrutiny_colour_fit_write_json;
}

static ScrutinyTable *
rules_new (const FitRows *rows)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (int family = 0; family < FIT_N_FAMILIES; family++) {
    for (guint k = 0; k < rows->spans[family]->len; k++) {
      const ToleranceSpan *span = &g_array_index (rows->spans[family], ToleranceSpan, k);

      columns_builder_add_text (builder, "family", fit_family_get_name ((FitFamily) family));
      columns_builder_add_number (builder, "low", span->low);
      columns_builder_add_number (builder, "high", span->high);
      columns_builder_add_number (builder, "n_explained", (double) span->n_given);
    }
  }

  return columns_builder_end (builder);
}

static ScrutinyTable *
unexplained_new (const FitRows *rows, ScrutinyTable *scorecard)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < rows->rows->len; i++) {
    const FitRow *row = &g_array_index (rows->rows, FitRow, i);
    g_autofree char *name = NULL;

    if (fit_rows_is_explained (rows, i))
      continue;
    name = columns_dup_row_name (scorecard, row->row);
    columns_builder_add_number (builder, "row", (double) row->row);
    columns_builder_add_text (builder, "indicator", name);
    columns_builder_add_number (builder, "value", row->value);
    columns_builder_add_number (builder, "target", row->target);
    columns_builder_add_text (builder, "status", rows->order->statuses[row->level]);
  }

  return columns_builder_end (builder);
}

/* NULL if there is something to tell. */
static char *
why_not (const FitRows *rows)
{
  const char *const *statuses = rows->order->statuses;

  if (rows->rows->len == 0)
    return g_strdup ("No row has a value, a target and a status that can be read: ask for them.");
  if (rows->n_testing == 0)
    return g_strdup_printf ("Every status that can be read is “%s”, which any tolerance gives: ask "
                            "for the rule.",
                            statuses[0]);

  return NULL;
}

static void
fill (ScrutinyColourFit *self)
{
  self->cannot_tell = why_not (self->rows);
  if (self->cannot_tell)
    return;

  g_object_unref (self->rules);
  self->rules = rules_new (self->rows);
  g_object_unref (self->unexplained);
  self->unexplained = unexplained_new (self->rows, self->scorecard);
  g_ptr_array_unref (self->findings);
  self->findings = fit_findings_new (self->rows, self->scorecard, self->method);
}

/* @order is NULL where the statuses are in no known one. */
static ScrutinyColourFit *
fit_new (ScrutinyTable *scorecard, const StatusOrder *order, GError **error)
{
  g_autoptr (ScrutinyColourFit) self = g_object_new (SCRUTINY_TYPE_COLOUR_FIT, NULL);
  g_autofree char *hash = columns_dup_hash (scorecard);

  for (int level = 0; order && level < STATUS_ORDER_LEVELS; level++)
    self->order.statuses[level] = self->statuses[level] = g_strdup (order->statuses[level]);
  g_object_unref (self->method);
  self->method = method_new ((const char *const *) self->statuses, hash);
  g_set_object (&self->scorecard, scorecard);

  self->rows = fit_rows_new (scorecard, &self->order, error);
  if (!self->rows)
    return NULL;

  g_clear_pointer (&self->cannot_tell, g_free);
  if (order)
    fill (self);
  else
    self->cannot_tell = g_strdup ("The statuses are in no order that is known: ask which one is at "
                                  "the target, which near it and which further off.");

  return g_steal_pointer (&self);
}

/**
 * scrutiny_colour_fit_new:
 * @scorecard: numbers in columns `value` and `target`, texts in `status`; if there are any,
 *   numbers in `previous`, texts in `unit` and `indicator`
 * @error: return location for an error
 *
 * Looks for the tolerances that the statuses of a scorecard could come from.
 *
 * The order of the statuses is the one in common use that reads most of them, such as
 * “Green”, “Amber”, “Red”. Fails with [error@Scrutiny.Error.NOT_FOUND] if a column is not
 * there and with [error@Scrutiny.Error.MISMATCH] if it holds the wrong kind.
 *
 * Returns: (transfer full): what fits
 *
 * Since: 0.1
 */
ScrutinyColourFit *
scrutiny_colour_fit_new (ScrutinyTable *scorecard, GError **error)
{
  const char *const *statuses;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (scorecard), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  statuses = columns_need_texts (scorecard, "status", error);
  if (!statuses)
    return NULL;

  return fit_new (scorecard, status_order_find (statuses, scrutiny_table_get_n_rows (scorecard)),
                  error);
}

/**
 * scrutiny_colour_fit_new_with_order:
 * @scorecard: as for [ctor@ColourFit.new]
 * @order: (array zero-terminated=1): three statuses: at or beyond the target, near it, further off
 * @error: return location for an error
 *
 * Looks for the tolerances that the statuses of a scorecard could come from, in statuses of
 * the publisher's own.
 *
 * Fails as [ctor@ColourFit.new] does, and with [error@Scrutiny.Error.OUT_OF_RANGE] if
 * @order does not hold three statuses.
 *
 * Returns: (transfer full): what fits
 *
 * Since: 0.1
 */
ScrutinyColourFit *
scrutiny_colour_fit_new_with_order (ScrutinyTable *scorecard,
                                    const char *const *order,
                                    GError **error)
{
  StatusOrder declared;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (scorecard), NULL);
  g_return_val_if_fail (order != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_strv_length ((char **) order) != STATUS_ORDER_LEVELS) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_OUT_OF_RANGE, 0, NULL, NULL,
                           "Order: there are %u statuses; a rule with one tolerance has %d",
                           g_strv_length ((char **) order), STATUS_ORDER_LEVELS);
    return NULL;
  }

  memcpy (declared.statuses, order, sizeof declared.statuses);

  return fit_new (scorecard, &declared, error);
}

/**
 * scrutiny_colour_fit_dup_order:
 * @self: a fit
 *
 * Gets the order in which the statuses were read.
 *
 * Returns: (transfer full) (array zero-terminated=1): three statuses, or none where the
 *   order is not known
 *
 * Since: 0.1
 */
char **
scrutiny_colour_fit_dup_order (ScrutinyColourFit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_FIT (self), NULL);

  return g_strdupv (self->statuses);
}

/**
 * scrutiny_colour_fit_get_rules:
 * @self: a fit
 *
 * Gets the ranges of tolerances that give as many published statuses as any in their
 * family does.
 *
 * Columns: `family`, `relative` (tolerances are shares of the target) or `absolute`; `low`,
 * the smallest; `high`, the first that is too large, infinite if none is; `n_explained`.
 *
 * Returns: (transfer none): the ranges, none where it cannot tell
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_colour_fit_get_rules (ScrutinyColourFit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_FIT (self), NULL);

  return self->rules;
}

/**
 * scrutiny_colour_fit_get_unexplained:
 * @self: a fit
 *
 * Gets the rows whose status none of the best tolerances gives.
 *
 * Columns: `row`, counted from 0, `indicator`, `value`, `target`, `status`.
 *
 * Returns: (transfer none): the rows
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_colour_fit_get_unexplained (ScrutinyColourFit *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_FIT (self), NULL);

  return self->unexplained;
}
