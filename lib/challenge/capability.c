/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/capability.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "challenge/capability-findings.h"

#include <math.h>

#define METHOD_ID "capability"
#define METHOD_VERSION "1"
#define SOURCE "D. J. Wheeler (2003), Making Sense of Data, chapter 8"
#define NOTHING "No rows were given: ask for the start and the end of each case."

/**
 * ScrutinyCapability:
 *
 * What single cases last as the work goes, and whether that moved.
 *
 * Cases are taken one by one in the order in which they ended, each from its first start to its
 * last end, and held against limits that come of how much one differs from the next. Where
 * lengths are skewed the limits lie on another scale. What ended before the short and the long
 * of what began were both in the record is left out, for the short ones end first.
 *
 * Whether the level moved is looked for in blocks of whole weeks in which 10 cases or more
 * ended. No single case leaves, only blocks, levels and limits.
 *
 * With fewer than 20 cases the result [iface@Result] cannot tell.
 *
 * Since: 0.1
 */
struct _ScrutinyCapability {
  GObject parent_instance;

  CapabilityReading reading; /* its spans are NULL in a bare one */
  ScrutinyTable *stretches, *blocks;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_capability_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyCapability,
                               scrutiny_capability,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_capability_result_init))

enum {
  PROP_CENTRE = 1,
  PROP_LOWER,
  PROP_UPPER,
  PROP_N_SHIFTS,
  PROP_SCALE,
  PROP_UNIT,
  PROP_STRETCHES,
  PROP_BLOCKS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_capability_finalize (GObject *object)
{
  ScrutinyCapability *self = SCRUTINY_CAPABILITY (object);

  capability_reading_clear (&self->reading);
  g_clear_object (&self->stretches);
  g_clear_object (&self->blocks);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_capability_parent_class)->finalize (object);
}

static void
scrutiny_capability_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyCapability *self = SCRUTINY_CAPABILITY (object);

  switch (id) {
  case PROP_CENTRE:
    g_value_set_double (value, scrutiny_capability_get_centre (self));
    break;
  case PROP_LOWER:
    g_value_set_double (value, scrutiny_capability_get_lower (self));
    break;
  case PROP_UPPER:
    g_value_set_double (value, scrutiny_capability_get_upper (self));
    break;
  case PROP_N_SHIFTS:
    g_value_set_uint (value, scrutiny_capability_get_n_shifts (self));
    break;
  case PROP_SCALE:
    g_value_set_string (value, scrutiny_capability_get_scale (self));
    break;
  case PROP_UNIT:
    g_value_set_string (value, scrutiny_capability_get_unit (self));
    break;
  case PROP_STRETCHES:
    g_value_set_object (value, self->stretches);
    break;
  case PROP_BLOCKS:
    g_value_set_object (value, self->blocks);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static GParamSpec *
number (const char *name, GParamFlags flags)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_level (GParamFlags flags)
{
  /**
   * ScrutinyCapability:centre: (getter get_centre)
   *
   * How long a single case usually lasts.
   *
   * Since: 0.1
   */
  props[PROP_CENTRE] = number ("centre", flags);

  /**
   * ScrutinyCapability:lower: (getter get_lower)
   *
   * The lower limit of what a single case lasts as the work goes.
   *
   * Since: 0.1
   */
  props[PROP_LOWER] = number ("lower", flags);

  /**
   * ScrutinyCapability:upper: (getter get_upper)
   *
   * The upper limit of what a single case lasts as the work goes.
   *
   * Since: 0.1
   */
  props[PROP_UPPER] = number ("upper", flags);

  /**
   * ScrutinyCapability:n-shifts: (getter get_n_shifts)
   *
   * How often the level moved.
   *
   * Since: 0.1
   */
  props[PROP_N_SHIFTS] = g_param_spec_uint ("n-shifts", NULL, NULL, 0, G_MAXUINT, 0, flags);
}

static void
define_the_rest (GParamFlags flags)
{
  /**
   * ScrutinyCapability:scale: (getter get_scale)
   *
   * The scale that the limits lie on, `plain`, `root` or `log`.
   *
   * Since: 0.1
   */
  props[PROP_SCALE] = g_param_spec_string ("scale", NULL, NULL, "plain", flags);

  /**
   * ScrutinyCapability:unit: (getter get_unit)
   *
   * What lengths are counted in, `days` or `working-days`.
   *
   * Since: 0.1
   */
  props[PROP_UNIT] = g_param_spec_string ("unit", NULL, NULL, "days", flags);

  /**
   * ScrutinyCapability:stretches: (getter get_stretches)
   *
   * The times of one level.
   *
   * Since: 0.1
   */
  props[PROP_STRETCHES] = g_param_spec_object ("stretches", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  /**
   * ScrutinyCapability:blocks: (getter get_blocks)
   *
   * The weeks that the level was looked for in.
   *
   * Since: 0.1
   */
  props[PROP_BLOCKS] = g_param_spec_object ("blocks", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);
}

static void
scrutiny_capability_class_init (ScrutinyCapabilityClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_capability_finalize;
  object_class->get_property = scrutiny_capability_get_property;

  define_level (flags);
  define_the_rest (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static ScrutinyMethod *
method_new (const CapabilityReading *reading,
            const char *start,
            const char *end,
            ScrutinyWaitsOptions *options,
            const char *input_hash)
{
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);
  const char *name = scrutiny_waits_options_get_key (options);
  const char *working = scrutiny_waits_options_get_working_days (options);
  g_autofree char *until = reading->spans ? wait_spans_dup_until (reading->spans) : NULL;

  if (reading->spans) {
    g_variant_dict_insert (&parameters, "start", "s", start);
    g_variant_dict_insert (&parameters, "end", "s", end);
    g_variant_dict_insert (&parameters, "until", "s", until ? until : "");
  }
  g_variant_dict_insert (&parameters, "key", "s", name ? name : "");
  g_variant_dict_insert (&parameters, "working_days", "s", working ? working : "");
  g_variant_dict_insert (&parameters, "disclosure", "x",
                         (gint64) scrutiny_waits_options_get_disclosure (options));
  g_variant_dict_insert (&parameters, "seed", "x", (gint64) CAPABILITY_SEED);

  return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&parameters), SOURCE,
                              input_hash);
}

static void
scrutiny_capability_init (ScrutinyCapability *self)
{
  g_autoptr (ScrutinyWaitsOptions) options = scrutiny_waits_options_new ();

  self->stretches = scrutiny_table_new ();
  self->blocks = scrutiny_table_new ();
  self->method = method_new (&self->reading, "", "", options, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup (NOTHING);
}

static ScrutinyMethod *
scrutiny_capability_get_method (ScrutinyResult *result)
{
  return SCRUTINY_CAPABILITY (result)->method;
}

static const char *
scrutiny_capability_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_CAPABILITY (result)->cannot_tell;
}

static GPtrArray *
scrutiny_capability_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_CAPABILITY (result)->findings);
}

static void
scrutiny_capability_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyCapability *self = SCRUTINY_CAPABILITY (result);

  json_writer_member_string (writer, "schema", "scrutiny.capability/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_string (writer, "unit", scrutiny_capability_get_unit (self));
  json_writer_member_string (writer, "scale", scrutiny_capability_get_scale (self));
  json_writer_key (writer, "is_asked");
  json_writer_boolean (writer, self->reading.is_asked);
  json_writer_key (writer, "stretches");
  columns_write_rows (self->stretches, writer);
  json_writer_key (writer, "blocks");
  columns_write_rows (self->blocks, writer);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_capability_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_capability_get_method;
  iface->get_cannot_tell = scrutiny_capability_get_cannot_tell;
  iface->dup_findings = scrutiny_capability_dup_findings;
  iface->write_json = scrutiny_capability_write_json;
}

/* The days and the number of cases of blocks @first to @last. */
static void
add_days (ColumnsBuilder *builder, const CapabilityBlock *first, const CapabilityBlock *last)
{
  g_autofree char *begun = capability_dup_day (first->first_day);
  g_autofree char *ended = capability_dup_day (last->last_day);

  columns_builder_add_text (builder, "first", begun);
  columns_builder_add_text (builder, "last", ended);
  columns_builder_add_number (builder, "n", (double) (last->end - first->first));
}

/* The days between which a level began; the first was there before. */
static void
add_beginning (ColumnsBuilder *builder,
               const CapabilityReading *reading,
               const CapabilityStretch *row)
{
  const gboolean is_first = row->first == 0;
  g_autofree char *earliest =
      capability_dup_day (capability_reading_get_block (reading, row->earliest)->first_day);
  g_autofree char *latest =
      capability_dup_day (capability_reading_get_block (reading, row->latest)->first_day);

  columns_builder_add_text (builder, "earliest", is_first ? "" : earliest);
  columns_builder_add_text (builder, "latest", is_first ? "" : latest);
}

static ScrutinyTable *
stretches_new (const CapabilityReading *reading)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint k = 0; k < reading->stretches->len; k++) {
    const CapabilityStretch *row = &g_array_index (reading->stretches, CapabilityStretch, k);

    add_days (builder, capability_reading_get_block (reading, row->first),
              capability_reading_get_block (reading, row->end - 1));
    columns_builder_add_number (builder, "centre", row->centre);
    columns_builder_add_number (builder, "lower", row->lower);
    columns_builder_add_number (builder, "upper", row->upper);
    columns_builder_add_number (builder, "beyond", row->beyond);
    add_beginning (builder, reading, row);
  }

  return columns_builder_end (builder);
}

static ScrutinyTable *
blocks_new (const CapabilityReading *reading)
{
  g_autoptr (ColumnsBuilder) builder = columns_builder_new ();

  for (guint i = 0; i < reading->blocks->len; i++) {
    const CapabilityBlock *block = capability_reading_get_block (reading, i);

    add_days (builder, block, block);
    columns_builder_add_number (builder, "centre",
                                kernel_length_from_scale (reading->scale, block->mean));
  }

  return columns_builder_end (builder);
}

static void
tell (ScrutinyCapability *self)
{
  g_object_unref (self->stretches);
  g_object_unref (self->blocks);
  self->stretches = stretches_new (&self->reading);
  self->blocks = blocks_new (&self->reading);
  g_ptr_array_unref (self->findings);
  self->findings = capability_findings_new (&self->reading, self->method);
}

/**
 * scrutiny_capability_new:
 * @table: a row for each case, or for each time that one was opened
 * @start: the column of starts: days in any one form, with or without a time, or numbers of days
 * @end: the column of ends, nothing where a case is open
 * @options: (nullable): until when the record is known, what ties rows together, which days count
 *   and how few cases may be told of; `NULL` for the documented defaults
 * @error: return location for an error
 *
 * Takes single cases in the order in which they ended.
 *
 * Fails as [ctor@Waits.new] does for columns and days.
 *
 * Returns: (transfer full): what single cases last
 *
 * Since: 0.1
 */
ScrutinyCapability *
scrutiny_capability_new (ScrutinyTable *table,
                         const char *start,
                         const char *end,
                         ScrutinyWaitsOptions *options,
                         GError **error)
{
  g_autoptr (ScrutinyCapability) self = NULL;
  g_autoptr (ScrutinyWaitsOptions) defaults = scrutiny_waits_options_new ();
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (start != NULL && end != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_WAITS_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  options = options ? options : defaults;
  self = g_object_new (SCRUTINY_TYPE_CAPABILITY, NULL);
  if (!capability_reading_init (&self->reading, table, start, end, options, error))
    return NULL;

  g_object_unref (self->method);
  hash = columns_dup_hash (table);
  self->method = method_new (&self->reading, start, end, options, hash);
  g_free (self->cannot_tell);
  self->cannot_tell = capability_findings_dup_cannot_tell (&self->reading);
  if (!self->cannot_tell)
    tell (self);

  return g_steal_pointer (&self);
}

/* The level in force; NULL where none can be told. */
static const CapabilityStretch *
last_of (const ScrutinyCapability *self)
{
  return self->cannot_tell ? NULL : capability_reading_get_last (&self->reading);
}

/**
 * scrutiny_capability_get_centre: (get-property centre)
 * @self: a capability
 *
 * Gets how long a single case usually lasts: the mean on the scale.
 *
 * Returns: days; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_capability_get_centre (ScrutinyCapability *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CAPABILITY (self), NAN);

  return last_of (self) ? last_of (self)->centre : NAN;
}

/**
 * scrutiny_capability_get_lower: (get-property lower)
 * @self: a capability
 *
 * Gets the lower limit of what a single case lasts as the work goes.
 *
 * Returns: days; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_capability_get_lower (ScrutinyCapability *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CAPABILITY (self), NAN);

  return last_of (self) ? last_of (self)->lower : NAN;
}

/**
 * scrutiny_capability_get_upper: (get-property upper)
 * @self: a capability
 *
 * Gets the upper limit of what a single case lasts as the work goes.
 *
 * Returns: days; NaN where it cannot be told
 *
 * Since: 0.1
 */
double
scrutiny_capability_get_upper (ScrutinyCapability *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CAPABILITY (self), NAN);

  return last_of (self) ? last_of (self)->upper : NAN;
}

/**
 * scrutiny_capability_get_n_shifts: (get-property n-shifts)
 * @self: a capability
 *
 * Gets how often the level moved.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_capability_get_n_shifts (ScrutinyCapability *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CAPABILITY (self), 0);

  return last_of (self) ? self->reading.stretches->len - 1 : 0;
}

/**
 * scrutiny_capability_get_scale: (get-property scale)
 * @self: a capability
 *
 * Gets the scale that the limits lie on.
 *
 * Returns: (transfer none): `plain`, `root` or `log`
 *
 * Since: 0.1
 */
const char *
scrutiny_capability_get_scale (ScrutinyCapability *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CAPABILITY (self), NULL);

  return capability_reading_get_scale (&self->reading);
}

/**
 * scrutiny_capability_get_unit: (get-property unit)
 * @self: a capability
 *
 * Gets what lengths are counted in.
 *
 * Returns: (transfer none): `days` or `working-days`
 *
 * Since: 0.1
 */
const char *
scrutiny_capability_get_unit (ScrutinyCapability *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CAPABILITY (self), NULL);

  return self->reading.spans && self->reading.spans->working ? "working-days" : "days";
}

/**
 * scrutiny_capability_get_stretches: (get-property stretches)
 * @self: a capability
 *
 * Gets the times of one level.
 *
 * Columns: `first` and `last` day; how many cases ended in it, `n`; `centre`, `lower` and `upper`,
 * in days; how many lie `beyond` the limits, missing where they are too few to be told of; and
 * the days between which it began, `earliest` and `latest`, empty for the first.
 *
 * Returns: (transfer none): the rows, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_capability_get_stretches (ScrutinyCapability *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CAPABILITY (self), NULL);

  return self->stretches;
}

/**
 * scrutiny_capability_get_blocks: (get-property blocks)
 * @self: a capability
 *
 * Gets the weeks that the level was looked for in.
 *
 * Columns: `first` and `last` day, how many cases ended, `n`, and their `centre`, in days.
 *
 * Returns: (transfer none): the rows, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_capability_get_blocks (ScrutinyCapability *self)
{
  g_return_val_if_fail (SCRUTINY_IS_CAPABILITY (self), NULL);

  return self->blocks;
}
