/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/composite.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/composite-findings.h"

#include <math.h>

#define METHOD_ID "composite"
#define METHOD_VERSION "1"
#define SOURCE \
  "OECD (2008), Handbook on Constructing Composite Indicators; M. Saisana, A. Saltelli, S. " \
  "Tarantola (2005), J. R. Stat. Soc. A 168, 307-323; P. Paruolo, M. Saisana, A. Saltelli " \
  "(2013), " \
  "J. R. Stat. Soc. A 176, 609-634"
#define NOTHING "There are no units: ask for what the score is made of, unit by unit."

/**
 * ScrutinyComposite:
 *
 * A score made of several components, and what its weights decide unseen.
 *
 * Units are scored as whoever publishes the score does: components on one scale, times their
 * weights, added up. What comes out is which places the units could have with other weights;
 * how much of one component makes up for how much of another; how the order changes without
 * the two units that set a component's scale; and, where all components have to lie within
 * bands, how many units chance alone takes out the next time.
 *
 * Fewer than two units or two components are no error: the result [iface@Result] cannot tell.
 *
 * Since: 0.1
 */
struct _ScrutinyComposite {
  GObject parent_instance;

  guint n_units, n_within;
  double n_lost;
  ScrutinyTable *units, *components, *exchanges;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_composite_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyComposite,
                               scrutiny_composite,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_composite_result_init))

static void
scrutiny_composite_finalize (GObject *object)
{
  ScrutinyComposite *self = SCRUTINY_COMPOSITE (object);

  g_clear_object (&self->units);
  g_clear_object (&self->components);
  g_clear_object (&self->exchanges);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->cannot_tell, g_free);

  G_OBJECT_CLASS (scrutiny_composite_parent_class)->finalize (object);
}

static void
scrutiny_composite_class_init (ScrutinyCompositeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_composite_finalize;
}

/* Name and weight of each component, a{sd}. */
static GVariant *
weights_new (const CompositeReading *reading)
{
  g_auto (GVariantBuilder) weights = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sd)"));

  for (guint k = 0; reading && k < reading->parts->len; k++) {
    const CompositePart *part = composite_reading_get (reading, k);
    g_variant_builder_add (&weights, "(sd)", part->name, part->weight);
  }

  return g_variant_builder_end (&weights);
}

static ScrutinyMethod *
method_new (const char *unit,
            ScrutinyCompositeOptions *options,
            const CompositeReading *reading,
            const char *input_hash)
{
  const char *focus = scrutiny_composite_options_get_focus (options);
  const char *published = scrutiny_composite_options_get_published (options);
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "unit", "s", unit);
  g_variant_dict_insert_value (&parameters, "weights", weights_new (reading));
  g_variant_dict_insert (&parameters, "scaling", "s",
                         scrutiny_composite_options_get_scaling (options));
  g_variant_dict_insert (&parameters, "focus", "s", focus ? focus : "");
  g_variant_dict_insert (&parameters, "published", "s", published ? published : "");
  g_variant_dict_insert (&parameters, "level", "d", scrutiny_composite_options_get_level (options));
  g_variant_dict_insert (&parameters, "draws", "x",
                         (gint64) scrutiny_composite_options_get_draws (options));
  g_variant_dict_insert (&parameters, "seed", "x",
                         (gint64) scrutiny_composite_options_get_seed (options));

  return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&parameters), SOURCE,
                              input_hash);
}

static void
scrutiny_composite_init (ScrutinyComposite *self)
{
  g_autoptr (ScrutinyCompositeOptions) options = scrutiny_composite_options_new ();

  self->n_lost = NAN;
  self->units = scrutiny_table_new ();
  self->components = scrutiny_table_new ();
  self->exchanges = scrutiny_table_new ();
  self->method = method_new ("", options, NULL, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup (NOTHING);
}

static ScrutinyMethod *
scrutiny_composite_get_method (ScrutinyResult *result)
{
  return SCRUTINY_COMPOSITE (result)->method;
}

static const char *
scrutiny_composite_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_COMPOSITE (result)->cannot_tell;
}

static GPtrArray *
scrutiny_composite_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_COMPOSITE (result)->findings);
}

static void
write_rows (JsonWriter *writer, const char *key, ScrutinyTable *table)
{
  json_writer_key (writer, key);
  columns_write_rows (table, writer);
}

static void
scrutiny_composite_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyComposite *self = SCRUTINY_COMPOSITE (result);

  json_writer_member_string (writer, "schema", "scrutiny.composite/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_key (writer, "n_units");
  json_writer_int (writer, self->n_units);
  write_rows (writer, "units", self->units);
  write_rows (writer, "components", self->components);
  write_rows (writer, "exchanges", self->exchanges);
  json_writer_key (writer, "n_within");
  json_writer_int (writer, self->n_within);
  json_writer_member_double (writer, "expected_lost", self->n_lost);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_composite_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_composite_get_method;
  iface->get_cannot_tell = scrutiny_composite_get_cannot_tell;
  iface->dup_findings = scrutiny_composite_dup_findings;
  iface->write_json = scrutiny_composite_write_json;
}

/* --- Tables ------------------------------------------------------------------------------ */

static ScrutinyTable *
units_new (const CompositeReading *reading, const CompositeFigures *figures)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < figures->units->len; i++) {
    const CompositeUnit *unit = &g_array_index (figures->units, CompositeUnit, i);
    const CompositeBeside *beside = composite_published_get (&figures->published, i);
    const gboolean is_banded = figures->n_banded > 0;

    columns_builder_add_text (builder, "unit", reading->names->pdata[i]);
    columns_builder_add_number (builder, "score", unit->score);
    columns_builder_add_number (builder, "place", unit->place);
    columns_builder_add_number (builder, "low", unit->low);
    columns_builder_add_number (builder, "high", unit->high);
    columns_builder_add_number (builder, "first", unit->first);
    columns_builder_add_number (builder, "within", is_banded ? unit->is_within : NAN);
    columns_builder_add_number (builder, "stays", unit->is_within ? unit->stays : NAN);
    columns_builder_add_number (builder, "published", beside->published);
    columns_builder_add_number (builder, "difference", beside->difference);
    columns_builder_add_number (builder, "rounding", beside->rounding);
  }

  return columns_builder_end (builder);
}

static void
add_component (ColumnsBuilder *builder, const CompositePart *part, GPtrArray *names)
{
  columns_builder_add_text (builder, "component", part->name);
  columns_builder_add_number (builder, "weight", part->weight);
  columns_builder_add_number (builder, "share", part->share);
  columns_builder_add_number (builder, "low", part->low);
  columns_builder_add_text (builder, "lowest", names->pdata[part->scale.lowest]);
  columns_builder_add_number (builder, "high", part->high);
  columns_builder_add_text (builder, "highest", names->pdata[part->scale.highest]);
  columns_builder_add_number (builder, "worth", composite_part_worth (part));
  columns_builder_add_number (builder, "moved", part->has_moves ? part->n_moved : NAN);
  columns_builder_add_number (builder, "most_moved", part->has_moves ? part->most_moved : NAN);
  columns_builder_add_number (builder, "threshold", part->threshold);
  columns_builder_add_number (builder, "spread", part->spread);
}

static ScrutinyTable *
components_new (const CompositeReading *reading)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint k = 0; k < reading->parts->len; k++)
    add_component (builder, composite_reading_get (reading, k), reading->names);

  return columns_builder_end (builder);
}

static ScrutinyTable *
exchanges_new (const CompositeReading *reading, const CompositeFigures *figures)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < figures->exchanges->len; i++) {
    const CompositeExchange *each = &g_array_index (figures->exchanges, CompositeExchange, i);
    const CompositePart *part = composite_reading_get (reading, each->part);
    const CompositePart *other = composite_reading_get (reading, each->other);

    columns_builder_add_text (builder, "component", part->name);
    columns_builder_add_text (builder, "other", other->name);
    columns_builder_add_number (builder, "rate", each->exchange.rate);
    columns_builder_add_number (builder, "loss", each->exchange.fall);
    columns_builder_add_number (builder, "gain", each->exchange.rise);
  }

  return columns_builder_end (builder);
}

static void
tell (ScrutinyComposite *self, CompositeReading *reading)
{
  CompositeFigures figures;

  composite_figures_init (&figures, reading);
  self->n_within = figures.n_within;
  self->n_lost = figures.n_banded > 0 ? figures.n_lost : NAN;
  g_object_unref (self->units);
  self->units = units_new (reading, &figures);
  g_object_unref (self->components);
  self->components = components_new (reading);
  g_object_unref (self->exchanges);
  self->exchanges = exchanges_new (reading, &figures);
  g_ptr_array_unref (self->findings);
  self->findings = composite_findings_new (reading, &figures, self->method);
  composite_figures_clear (&figures);
}

static void
fill (ScrutinyComposite *self, CompositeReading *reading)
{
  const CompositeFigures none = { NULL };

  self->n_units = reading->names->len;
  g_free (self->cannot_tell);
  self->cannot_tell = g_steal_pointer (&reading->cannot_tell);
  if (!self->cannot_tell) {
    tell (self, reading);
    return;
  }
  reading->cannot_tell = g_strdup (self->cannot_tell);
  g_ptr_array_unref (self->findings);
  self->findings = composite_findings_new (reading, &none, self->method);
}

/**
 * scrutiny_composite_new:
 * @table: a row for each unit
 * @unit: the column of what units are called
 * @options: (nullable): weights, scale, bands and draws; `NULL` for all columns of numbers, which
 *   count the same
 * @error: return location for an error
 *
 * Scores units as a published score does, and looks at what the weights decide.
 *
 * A unit that lacks a component is left out and named. Fails with
 * [error@Scrutiny.Error.NOT_FOUND] if a column, a scale or the unit asked about is not there,
 * with [error@Scrutiny.Error.MISMATCH] if a component holds texts, with
 * [error@Scrutiny.Error.OUT_OF_RANGE] for settings that make no sense, and with
 * [error@Scrutiny.Error.LIMIT] for more than 1,000 units.
 *
 * Returns: (transfer full): the score, looked at
 *
 * Since: 0.1
 */
ScrutinyComposite *
scrutiny_composite_new (ScrutinyTable *table,
                        const char *unit,
                        ScrutinyCompositeOptions *options,
                        GError **error)
{
  g_autoptr (ScrutinyCompositeOptions) defaults = scrutiny_composite_options_new ();
  ScrutinyComposite *self = NULL;
  g_autofree char *hash = NULL;
  CompositeReading reading = { 0 };

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (unit != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_COMPOSITE_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  options = options ? options : defaults;
  if (composite_reading_init (&reading, table, unit, options, error)) {
    self = g_object_new (SCRUTINY_TYPE_COMPOSITE, NULL);
    hash = columns_dup_hash (table);
    g_object_unref (self->method);
    self->method = method_new (unit, options, &reading, hash);
    fill (self, &reading);
  }
  composite_reading_clear (&reading);

  return self;
}

/**
 * scrutiny_composite_get_n_units:
 * @self: a score
 *
 * Gets how many units are scored: those with a figure for every component.
 *
 * Returns: the number of units
 *
 * Since: 0.1
 */
guint
scrutiny_composite_get_n_units (ScrutinyComposite *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE (self), 0);

  return self->n_units;
}

/**
 * scrutiny_composite_get_units:
 * @self: a score
 *
 * Gets the units that are scored, as they stand in the table.
 *
 * Columns: `unit`; `score`, with weights that add up to 1; `place`, from 1 for the largest score;
 * `low` and `high`, between which its place lies with other weights; `first`, in which share of
 * the sets of weights it has the first place; `within`, 1 where all components that have a band
 * lie in it; `stays`, the chance that they all do the next time where nothing changes; `published`,
 * where it was, `difference`, that less the score on the published scale, and `rounding`, how much
 * of it the digits of the components can make.
 *
 * Returns: (transfer none): the units, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_composite_get_units (ScrutinyComposite *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE (self), NULL);

  return self->units;
}

/**
 * scrutiny_composite_get_components:
 * @self: a score
 *
 * Gets what the score is made of.
 *
 * Columns: `component`; `weight`, as given, and `share` of all weights; `low` and `high` among the
 * units and which have them, `lowest` and `highest`; `worth`, what one more of it adds to the
 * score or takes from it; `moved`, how many of the other units change places where it is scaled
 * without these two, and `most_moved`, by how many places one of them does; `threshold` and
 * `spread`, as given.
 *
 * Returns: (transfer none): the components, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_composite_get_components (ScrutinyComposite *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE (self), NULL);

  return self->components;
}

/**
 * scrutiny_composite_get_exchanges:
 * @self: a score
 *
 * Gets how much of one component makes up for another, in their own units.
 *
 * Columns: `component`; `other`; `rate`, how much of the other is worth one of it; `loss`, the most
 * of it that the other can make up within what units have, and `gain`, how much of the other that
 * takes. A loss is a fall, and of a component whose weight is below 0 a rise.
 *
 * Returns: (transfer none): the exchanges, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_composite_get_exchanges (ScrutinyComposite *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE (self), NULL);

  return self->exchanges;
}

/**
 * scrutiny_composite_get_n_within:
 * @self: a score
 *
 * Gets how many units have all components that have a band within it.
 *
 * Returns: the number of units; 0 where no component has a band
 *
 * Since: 0.1
 */
guint
scrutiny_composite_get_n_within (ScrutinyComposite *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE (self), 0);

  return self->n_within;
}

/**
 * scrutiny_composite_get_expected_lost:
 * @self: a score
 *
 * Gets how many of these chance alone is expected to take out the next time.
 *
 * Returns: the number, not a whole one; NaN where no component has a band, or how much one that
 *   has ordinarily moves is not known
 *
 * Since: 0.1
 */
double
scrutiny_composite_get_expected_lost (ScrutinyComposite *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COMPOSITE (self), NAN);

  return self->n_lost;
}
