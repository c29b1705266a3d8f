/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/quality.h>

#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/figures-of.h"
#include "challenge/quality-blanks.h"
#include "challenge/quality-cells.h"
#include "challenge/quality-codes.h"
#include "challenge/quality-definitions.h"
#include "challenge/quality-repeats.h"
#include "challenge/quality-sources.h"
#include "challenge/quality-sums.h"

/**
 * ScrutinyQuality:
 *
 * Facts about the quality of a table of figures or of records.
 *
 * They go by the dimensions of the Government Data Quality Framework: completeness, uniqueness,
 * consistency, timeliness, validity and, only by comparison, accuracy; and by revisions, changes
 * of definition, outliers and provenance. There is no total: it would be one more colour. Whether
 * the figure matters to anybody is not among them, because a table without a fault can still hold a
 * useless figure; that is asked of the chain of reasons, by [class@Because].
 *
 * What is in order is a fact in [method@Quality.get_facts]; a finding is made only of what asks
 * for something.
 *
 * Since: 0.1
 */
struct _ScrutinyQuality {
  GObject parent_instance;

  GPtrArray *facts;     /* of QualityFact */
  ScrutinyTable *table; /* of the facts, made when it is asked for */
  gsize table_once;
  gsize n_rows;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_quality_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyQuality,
                               scrutiny_quality,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_quality_result_init))

static void
scrutiny_quality_finalize (GObject *object)
{
  ScrutinyQuality *self = SCRUTINY_QUALITY (object);

  g_clear_pointer (&self->facts, g_ptr_array_unref);
  g_clear_object (&self->table);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_quality_parent_class)->finalize (object);
}

static void
scrutiny_quality_class_init (ScrutinyQualityClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_quality_finalize;
}

/* The columns that have a list of codes. */
static void
insert_coded (GVariantDict *parameters, const QualityTable *table)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < table->codes->len; i++)
    g_strv_builder_add (columns, ((const QualityCodes *) table->codes->pdata[i])->column);
  names = g_strv_builder_end (columns);
  if (*names)
    g_variant_dict_insert_value (parameters, "codes",
                                 g_variant_new_strv ((const char *const *) names, -1));
}

/* The columns as they were read. */
static ScrutinyMethod *
method_new (const QualityTable *table, const char *input_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  for (guint role = 0; table && role < QUALITY_N_NUMBERS; role++)
    if (table->numbers[role])
      g_variant_dict_insert (&parameters, quality_number_get_role ((QualityNumber) role), "s",
                             table->number_names[role]);
  if (table && table->periods)
    g_variant_dict_insert (&parameters, "period", "s", table->period_name);
  if (table && table->segment)
    g_variant_dict_insert (&parameters, "segment", "s", table->segment);
  if (table)
    g_variant_dict_insert_value (&parameters, "key",
                                 g_variant_new_strv ((const char *const *) table->key, -1));

  if (table)
    insert_coded (&parameters, table);

  return scrutiny_method_new ("quality", "1", g_variant_dict_end (&parameters),
                              "Government Data Quality Framework, 2020", input_hash);
}

static void
scrutiny_quality_init (ScrutinyQuality *self)
{
  self->facts = quality_facts_new ();
  self->method = method_new (NULL, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell =
      g_strdup ("No table was given: ask for the figures, or the rows behind them.");
}

static ScrutinyMethod *
scrutiny_quality_get_method (ScrutinyResult *result)
{
  return SCRUTINY_QUALITY (result)->method;
}

static const char *
scrutiny_quality_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_QUALITY (result)->cannot_tell;
}

static GPtrArray *
scrutiny_quality_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_QUALITY (result)->findings);
}

static void
scrutiny_quality_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyQuality *self = SCRUTINY_QUALITY (result);

  json_writer_key (writer, "schema");
  json_writer_string (writer, "scrutiny.quality/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_key (writer, "cannot_tell");
  json_writer_string (writer, self->cannot_tell);
  json_writer_key (writer, "n_rows");
  json_writer_int (writer, (gint64) self->n_rows);
  json_writer_key (writer, "facts");
  quality_facts_write_json (self->facts, writer);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_quality_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_quality_get_method;
  iface->get_cannot_tell = scrutiny_quality_get_cannot_tell;
  iface->dup_findings = scrutiny_quality_dup_findings;
  iface->write_json = scrutiny_quality_write_json;
}

static void
look (QualityReading *reading)
{
  quality_sums_look (reading);
  quality_cells_look (reading);
  quality_codes_look (reading);
  quality_repeats_look (reading);
  quality_blanks_look (reading);
  quality_sources_look (reading);
}

/* @indicator: whose definitions count, or NULL. */
static ScrutinyQuality *
quality_new (ScrutinyTable *table,
             ScrutinyQualityOptions *options,
             ScrutinyIndicator *indicator,
             GError **error)
{
  g_autoptr (QualityTable) read = quality_table_new (table, options, error);
  g_autofree char *hash = read ? columns_dup_hash (table) : NULL;
  ScrutinyQuality *self;

  if (!read)
    return NULL;

  self = g_object_new (SCRUTINY_TYPE_QUALITY, NULL);
  g_object_unref (self->method);
  self->method = method_new (read, hash);
  self->n_rows = read->n_rows;
  if (read->n_rows == 0)
    return self;

  QualityReading reading = { read, self->method, self->facts, self->findings };
  g_clear_pointer (&self->cannot_tell, g_free);
  look (&reading);
  if (indicator)
    quality_definitions_look (&reading, indicator);

  return self;
}

/**
 * scrutiny_quality_new:
 * @table: figures, a row for each period and whatever else they are divided by, or records, a row
 *   a case
 * @options: (nullable): which columns hold what, or `NULL` for those of the names of their roles
 * @error: return location for an error
 *
 * Looks at the quality of a table.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] or [error@Scrutiny.Error.MISMATCH] if a column that
 * @options name is not there or holds the wrong kind, with [error@Scrutiny.Error.UNREADABLE] if one
 * they call the period holds no periods, and with [error@Scrutiny.Error.OUT_OF_RANGE] if more rows
 * were wrong than were checked.
 *
 * Returns: (transfer full): what was found
 *
 * Since: 0.1
 */
ScrutinyQuality *
scrutiny_quality_new (ScrutinyTable *table, ScrutinyQualityOptions *options, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_QUALITY_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return quality_new (table, options, NULL, error);
}

/**
 * scrutiny_quality_new_of_indicator:
 * @indicator: an indicator
 * @error: return location for an error
 *
 * Looks at the quality of an indicator's figures, and at the changes of its definition among them.
 *
 * Without figures the result [iface@Result] cannot tell.
 *
 * Returns: (transfer full): what was found
 *
 * Since: 0.1
 */
ScrutinyQuality *
scrutiny_quality_new_of_indicator (ScrutinyIndicator *indicator, GError **error)
{
  g_autoptr (ScrutinyTable) figures = NULL;

  g_return_val_if_fail (SCRUTINY_IS_INDICATOR (indicator), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  figures = scrutiny_indicator_dup_figures (indicator);
  if (!figures)
    return g_object_new (SCRUTINY_TYPE_QUALITY, NULL);

  return quality_new (figures, NULL, indicator, error);
}

/**
 * scrutiny_quality_new_of_dossier:
 * @dossier: a dossier
 * @error: return location for an error
 *
 * Looks at the quality of all figures of a dossier as one table: also at what differs between them.
 *
 * Columns of the table are `indicator`, `area`, `period`, `value`, `numerator` and `denominator`;
 * figures of another calendar than most have no period there.
 *
 * Returns: (transfer full): what was found
 *
 * Since: 0.1
 */
ScrutinyQuality *
scrutiny_quality_new_of_dossier (ScrutinyDossier *dossier, GError **error)
{
  static const char *const key[] = { "indicator", "area", NULL };
  g_autoptr (ScrutinyTable) figures = NULL;
  g_autoptr (ScrutinyQualityOptions) options = scrutiny_quality_options_new ();

  g_return_val_if_fail (SCRUTINY_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (scrutiny_dossier_get_n_indicators (dossier) == 1)
    return scrutiny_quality_new_of_indicator (scrutiny_dossier_get_indicator (dossier, 0), error);
  figures = figures_of_dossier (dossier);
  if (scrutiny_table_get_n_rows (figures) > 0)
    scrutiny_quality_options_set_key (options, key);

  return quality_new (figures, options, NULL, error);
}

/**
 * scrutiny_quality_get_facts:
 * @self: what was found
 *
 * Gets what was found, in order or not.
 *
 * Columns: `dimension`; `id`; `column`, empty where it is of no one column; `value`; `of`, what it
 * is out of; `low` and `high`, its interval; `rows`, numbers from 0 of up to a hundred rows it is
 * about. `NaN` where there is none.
 *
 * Returns: (transfer none): the facts
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_quality_get_facts (ScrutinyQuality *self)
{
  g_return_val_if_fail (SCRUTINY_IS_QUALITY (self), NULL);

  if (g_once_init_enter (&self->table_once)) {
    self->table = quality_facts_tabulate (self->facts);
    g_once_init_leave (&self->table_once, 1);
  }

  return self->table;
}
