/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/demand.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/demand-findings.h"

#include <math.h>

#define METHOD_ID "demand"
#define METHOD_VERSION "1"
#define SOURCE \
  "L. A. Goodman (1965), Technometrics 7, 247-254; J. Cohen (1960), Educ. Psychol. Meas. 20, " \
  "37-46; T. Byrt, J. Bishop, J. B. Carlin (1993), J. Clin. Epidemiol. 46, 423-429"
#define TOO_FEW \
  "So few contacts have a kind that nothing may be told of them: ask for more of them."
#define NOTHING "No contact has a kind: ask for the contacts, each with its kind and its cause."

/**
 * ScrutinyDemand:
 *
 * What people contact a service about, by kind and by cause.
 *
 * Somebody listened to contacts and gave each a kind, such as “failure” or “value”, and a
 * cause, in words of their own, which are never understood. What comes out is what the
 * contacts are about and how sure that is, all causes at once; how far two who coded the
 * same contacts agree; and how many it takes. It is no figure to set a target for: a share
 * of all contacts moves with what is counted, and causes are in the way the work is done.
 *
 * Without a contact that has a kind the result [iface@Result] cannot tell.
 *
 * Since: 0.1
 */
struct _ScrutinyDemand {
  GObject parent_instance;

  DemandReading reading; /* its table is NULL in a bare one */
  ScrutinyTable *kinds, *causes;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  const char *cannot_tell;
};

static void scrutiny_demand_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyDemand,
                               scrutiny_demand,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_demand_result_init))

static void
scrutiny_demand_finalize (GObject *object)
{
  ScrutinyDemand *self = SCRUTINY_DEMAND (object);

  demand_reading_clear (&self->reading);
  g_clear_object (&self->kinds);
  g_clear_object (&self->causes);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (scrutiny_demand_parent_class)->finalize (object);
}

static void
scrutiny_demand_class_init (ScrutinyDemandClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = scrutiny_demand_finalize;
}

static ScrutinyMethod *
method_new (const char *kind,
            const char *cause,
            ScrutinyDemandOptions *options,
            const char *input_hash)
{
  const char *second = scrutiny_demand_options_get_second_coder (options);
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&parameters, "kind", "s", kind);
  g_variant_dict_insert (&parameters, "cause", "s", cause);
  g_variant_dict_insert (&parameters, "second_coder", "s", second ? second : "");
  g_variant_dict_insert (&parameters, "level", "d", scrutiny_demand_options_get_level (options));
  g_variant_dict_insert (&parameters, "margin", "d", scrutiny_demand_options_get_margin (options));
  g_variant_dict_insert (&parameters, "disclosure", "x",
                         (gint64) scrutiny_demand_options_get_disclosure (options));

  return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&parameters), SOURCE,
                              input_hash);
}

static void
scrutiny_demand_init (ScrutinyDemand *self)
{
  g_autoptr (ScrutinyDemandOptions) options = scrutiny_demand_options_new ();

  self->reading.coders = (KernelCoders){ .agreed = NAN, .kappa = NAN, .adjusted = NAN };
  self->reading.needed = NAN;
  self->kinds = scrutiny_table_new ();
  self->causes = scrutiny_table_new ();
  self->method = method_new ("", "", options, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = NOTHING;
}

static ScrutinyMethod *
scrutiny_demand_get_method (ScrutinyResult *result)
{
  return SCRUTINY_DEMAND (result)->method;
}

static const char *
scrutiny_demand_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_DEMAND (result)->cannot_tell;
}

static GPtrArray *
scrutiny_demand_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_DEMAND (result)->findings);
}

static void
write_coders (const KernelCoders *coders, JsonWriter *writer)
{
  json_writer_key (writer, "coders");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "n", coders->n);
  json_writer_member_double (writer, "agreed", coders->agreed);
  json_writer_member_double (writer, "kappa", coders->kappa);
  json_writer_member_double (writer, "adjusted", coders->adjusted);
  json_writer_end_object (writer);
}

static void
scrutiny_demand_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyDemand *self = SCRUTINY_DEMAND (result);

  json_writer_member_string (writer, "schema", "scrutiny.demand/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_double (writer, "n", demand_reading_shown (&self->reading, self->reading.n));
  json_writer_member_double (writer, "without_kind",
                             demand_reading_shown (&self->reading, self->reading.n_uncoded));
  json_writer_key (writer, "kinds");
  columns_write_rows (self->kinds, writer);
  json_writer_key (writer, "causes");
  columns_write_rows (self->causes, writer);
  write_coders (&self->reading.coders, writer);
  json_writer_member_double (writer, "needed", self->reading.needed);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_demand_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_demand_get_method;
  iface->get_cannot_tell = scrutiny_demand_get_cannot_tell;
  iface->dup_findings = scrutiny_demand_dup_findings;
  iface->write_json = scrutiny_demand_write_json;
}

static ScrutinyTable *
groups_new (GArray *groups, gboolean with_cause)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < groups->len; i++) {
    const DemandGroup *group = &g_array_index (groups, DemandGroup, i);

    columns_builder_add_text (builder, "kind", group->kind);
    if (with_cause)
      columns_builder_add_text (builder, "cause", group->cause);
    columns_builder_add_number (builder, "count", group->count);
    columns_builder_add_number (builder, "share", group->share);
    columns_builder_add_number (builder, "low", group->low);
    columns_builder_add_number (builder, "high", group->high);
  }

  return columns_builder_end (builder);
}

static void
tell (ScrutinyDemand *self)
{
  self->cannot_tell = NULL;
  g_object_unref (self->kinds);
  self->kinds = groups_new (self->reading.kinds, FALSE);
  g_object_unref (self->causes);
  self->causes = groups_new (self->reading.causes, TRUE);
  g_ptr_array_unref (self->findings);
  self->findings = demand_findings_new (&self->reading, self->method);
}

/**
 * scrutiny_demand_new:
 * @table: a row for each contact
 * @kind: the column of kinds, such as “failure” and “value”, nothing where none was given
 * @cause: the column of causes
 * @options: (nullable): who else coded, and how sure shares are to be; `NULL` for the
 *   documented defaults
 * @error: return location for an error
 *
 * Takes what people contact a service about.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if a column is not there, with
 * [error@Scrutiny.Error.MISMATCH] if it holds numbers, and with
 * [error@Scrutiny.Error.OUT_OF_RANGE] for settings that make no sense.
 *
 * Returns: (transfer full): what they are about
 *
 * Since: 0.1
 */
ScrutinyDemand *
scrutiny_demand_new (ScrutinyTable *table,
                     const char *kind,
                     const char *cause,
                     ScrutinyDemandOptions *options,
                     GError **error)
{
  g_autoptr (ScrutinyDemand) self = NULL;
  g_autoptr (ScrutinyDemandOptions) defaults = scrutiny_demand_options_new ();
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (kind != NULL && cause != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_DEMAND_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  options = options ? options : defaults;
  self = g_object_new (SCRUTINY_TYPE_DEMAND, NULL);
  if (!demand_reading_init (&self->reading, table, kind, cause, options, error))
    return NULL;

  g_object_unref (self->method);
  hash = columns_dup_hash (table);
  self->method = method_new (kind, cause, options, hash);
  if (self->reading.is_few)
    self->cannot_tell = TOO_FEW;
  else if (self->reading.n > 0)
    tell (self);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_demand_get_kinds:
 * @self: demand
 *
 * Gets how many contacts are of each kind, the most frequent first.
 *
 * Columns: `kind`, `count`, `share` of the contacts with a kind, and Wilson's interval `low`
 * to `high`.
 *
 * Returns: (transfer none): the kinds, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_demand_get_kinds (ScrutinyDemand *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEMAND (self), NULL);

  return self->kinds;
}

/**
 * scrutiny_demand_get_causes:
 * @self: demand
 *
 * Gets how many contacts come of each cause, the most frequent first.
 *
 * Columns: `kind`, `cause`, `count`, `share` of the contacts with a kind, and an interval `low`
 * to `high` that holds for all causes at once (Goodman's).
 *
 * Returns: (transfer none): the causes, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_demand_get_causes (ScrutinyDemand *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEMAND (self), NULL);

  return self->causes;
}

/**
 * scrutiny_demand_get_kappa:
 * @self: demand
 *
 * Gets how far two coders agree beyond what comes of how often each uses each kind: Cohen's
 * kappa.
 *
 * Returns: at most 1; NaN if nothing was coded twice, or all under one kind
 *
 * Since: 0.1
 */
double
scrutiny_demand_get_kappa (ScrutinyDemand *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEMAND (self), NAN);

  return self->reading.coders.kappa;
}

/**
 * scrutiny_demand_get_adjusted:
 * @self: demand
 *
 * Gets how far two coders agree whatever kinds are common: twice the share they agree on,
 * less 1.
 *
 * Returns: from -1 to 1; NaN if nothing was coded twice
 *
 * Since: 0.1
 */
double
scrutiny_demand_get_adjusted (ScrutinyDemand *self)
{
  g_return_val_if_fail (SCRUTINY_IS_DEMAND (self), NAN);

  return self->reading.coders.adjusted;
}
