/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/mix.h>

#include "base/columns-builder.h"
#include "base/columns.h"
#include "base/finding-list.h"
#include "base/method-private.h"
#include "base/result-private.h"
#include "compare/mix-findings.h"
#include "compare/mix-tables.h"

#include <math.h>

#define METHOD_ID "mix"
#define METHOD_VERSION "1"
#define SOURCE \
  "E. M. Kitagawa (1955), J. Am. Stat. Assoc. 50, 1168-1194; P. Das Gupta (1993), U.S. Bureau of " \
  "the Census, P23-186"
#define NOTHING \
  "No counts were given: ask for the numerator and the denominator of each part, for two periods."

/**
 * ScrutinyMix:
 *
 * What the change of a figure is made of: how its parts moved, and how much of the whole
 * each of them is.
 *
 * The figure is a count out of a count, and so is each part's. The change between two
 * periods, or the difference of any two groups, is exactly the sum of what the parts' own
 * movement gives (the rate part) and what the change of their shares gives (the mix part).
 * What a part gives of the second is measured from the middle of both figures, so that it
 * does not depend on where nought is.
 *
 * How far chance could have made it is seen in sets of counts redrawn from these, with a
 * seed. That figure and parts moved opposite ways is said of no fewer than 90 in 100 of
 * them. A part that is there only once has no movement of its own.
 *
 * Where a count is withheld or not given, where all that one period counts is out of
 * nothing, or there is one part only, the result [iface@Result] cannot tell.
 *
 * Since: 0.1
 */
struct _ScrutinyMix {
  GObject parent_instance;

  MixReading reading; /* its parts are NULL where it cannot tell */
  ScrutinyTable *segments, *factors;
  ScrutinyMethod *method;
  GPtrArray *findings; /* of ScrutinyFinding */
  char *cannot_tell;
};

static void scrutiny_mix_result_init (ScrutinyResultInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ScrutinyMix,
                               scrutiny_mix,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (SCRUTINY_TYPE_RESULT,
                                                      scrutiny_mix_result_init))

enum {
  PROP_BEFORE = 1,
  PROP_AFTER,
  PROP_TOTAL,
  PROP_RATE_PART,
  PROP_MIX_PART,
  PROP_TOTAL_LOW,
  PROP_TOTAL_HIGH,
  PROP_RATE_LOW,
  PROP_RATE_HIGH,
  PROP_MIX_LOW,
  PROP_MIX_HIGH,
  PROP_AGREEMENT,
  PROP_SEGMENTS,
  PROP_FACTORS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_mix_finalize (GObject *object)
{
  ScrutinyMix *self = SCRUTINY_MIX (object);

  mix_reading_clear (&self->reading);
  g_clear_object (&self->segments);
  g_clear_object (&self->factors);
  g_clear_object (&self->method);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->cannot_tell);

  G_OBJECT_CLASS (scrutiny_mix_parent_class)->finalize (object);
}

/* One of the numbers, by its property; NaN where nothing can be told. */
static double
number_of (const ScrutinyMix *self, guint id)
{
  const MixParts *parts = self->reading.parts;
  const double scale = self->reading.scale;

  if (!parts)
    return NAN;

  const double numbers[] = {
    [PROP_BEFORE] = scale * parts->before,
    [PROP_AFTER] = scale * parts->after,
    [PROP_TOTAL] = scale * (parts->after - parts->before),
    [PROP_RATE_PART] = scale * parts->rate,
    [PROP_MIX_PART] = scale * parts->mix,
    [PROP_TOTAL_LOW] = scale * parts->total_interval.low,
    [PROP_TOTAL_HIGH] = scale * parts->total_interval.high,
    [PROP_RATE_LOW] = scale * parts->rate_interval.low,
    [PROP_RATE_HIGH] = scale * parts->rate_interval.high,
    [PROP_MIX_LOW] = scale * parts->mix_interval.low,
    [PROP_MIX_HIGH] = scale * parts->mix_interval.high,
    [PROP_AGREEMENT] = parts->agreement,
  };

  return numbers[id];
}

static void
scrutiny_mix_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyMix *self = SCRUTINY_MIX (object);

  if (id == PROP_SEGMENTS)
    g_value_set_object (value, self->segments);
  else if (id == PROP_FACTORS)
    g_value_set_object (value, self->factors);
  else if (id >= PROP_BEFORE && id <= PROP_AGREEMENT)
    g_value_set_double (value, number_of (self, id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static GParamSpec *
number (const char *name, GParamFlags flags)
{
  return g_param_spec_double (name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, flags);
}

static void
define_parts (GParamFlags flags)
{
  /**
   * ScrutinyMix:before: (getter get_before)
   *
   * What the figure is at first.
   *
   * Since: 0.1
   */
  props[PROP_BEFORE] = number ("before", flags);

  /**
   * ScrutinyMix:after: (getter get_after)
   *
   * What the figure is later.
   *
   * Since: 0.1
   */
  props[PROP_AFTER] = number ("after", flags);

  /**
   * ScrutinyMix:total: (getter get_total)
   *
   * How much the figure moved.
   *
   * Since: 0.1
   */
  props[PROP_TOTAL] = number ("total", flags);

  /**
   * ScrutinyMix:rate-part: (getter get_rate_part)
   *
   * How much of it the parts’ own movement gives.
   *
   * Since: 0.1
   */
  props[PROP_RATE_PART] = number ("rate-part", flags);

  /**
   * ScrutinyMix:mix-part: (getter get_mix_part)
   *
   * How much of it the change in how much of the whole each part is gives.
   *
   * Since: 0.1
   */
  props[PROP_MIX_PART] = number ("mix-part", flags);
}

static void
define_intervals (GParamFlags flags)
{
  /**
   * ScrutinyMix:total-low: (getter get_total_low)
   *
   * The low end of the interval of the total.
   *
   * Since: 0.1
   */
  props[PROP_TOTAL_LOW] = number ("total-low", flags);

  /**
   * ScrutinyMix:total-high: (getter get_total_high)
   *
   * The high end of the interval of the total.
   *
   * Since: 0.1
   */
  props[PROP_TOTAL_HIGH] = number ("total-high", flags);

  /**
   * ScrutinyMix:rate-low: (getter get_rate_low)
   *
   * The low end of the interval of the parts’ own movement.
   *
   * Since: 0.1
   */
  props[PROP_RATE_LOW] = number ("rate-low", flags);

  /**
   * ScrutinyMix:rate-high: (getter get_rate_high)
   *
   * The high end of the interval of the parts’ own movement.
   *
   * Since: 0.1
   */
  props[PROP_RATE_HIGH] = number ("rate-high", flags);
}

static void
define_chance (GParamFlags flags)
{
  /**
   * ScrutinyMix:mix-low: (getter get_mix_low)
   *
   * The low end of the interval of the rest.
   *
   * Since: 0.1
   */
  props[PROP_MIX_LOW] = number ("mix-low", flags);

  /**
   * ScrutinyMix:mix-high: (getter get_mix_high)
   *
   * The high end of the interval of the rest.
   *
   * Since: 0.1
   */
  props[PROP_MIX_HIGH] = number ("mix-high", flags);

  /**
   * ScrutinyMix:agreement: (getter get_agreement)
   *
   * The share of redrawn sets of counts in which figure and parts moved the ways they did.
   *
   * Since: 0.1
   */
  props[PROP_AGREEMENT] = number ("agreement", flags);
}

static void
define_tables (GParamFlags flags)
{
  /**
   * ScrutinyMix:segments: (getter get_segments)
   *
   * The parts, one in a row.
   *
   * Since: 0.1
   */
  props[PROP_SEGMENTS] = g_param_spec_object ("segments", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  /**
   * ScrutinyMix:factors: (getter get_factors)
   *
   * The ways in which the whole is divided, one in a row.
   *
   * Since: 0.1
   */
  props[PROP_FACTORS] = g_param_spec_object ("factors", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);
}

static void
scrutiny_mix_class_init (ScrutinyMixClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_mix_finalize;
  object_class->get_property = scrutiny_mix_get_property;

  define_parts (flags);
  define_intervals (flags);
  define_chance (flags);
  define_tables (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
insert_text (GVariantDict *parameters, const char *key, const char *text)
{
  if (text)
    g_variant_dict_insert (parameters, key, "s", text);
}

/* Of a bare one, @reading is empty. */
static ScrutinyMethod *
method_new (const MixReading *reading, ScrutinyMixOptions *options, const char *input_hash)
{
  static const char *const none[] = { NULL };
  const MixCells *cells = reading->cells;
  const char *const *segments = cells ? (const char *const *) cells->ways : none;
  GVariantDict parameters = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert_value (&parameters, "segments", g_variant_new_strv (segments, -1));
  if (cells) {
    g_variant_dict_insert (&parameters, "numerator", "s", reading->numerator);
    g_variant_dict_insert (&parameters, "denominator", "s", reading->denominator);
    g_variant_dict_insert (&parameters, "before", "s", cells->times[0]);
    g_variant_dict_insert (&parameters, "after", "s", cells->times[1]);
  }
  g_variant_dict_insert (&parameters, "period", "s", scrutiny_mix_options_get_period (options));
  g_variant_dict_insert (&parameters, "counts", "s", mix_counts_get_name (reading->counts));
  insert_text (&parameters, "deviation", scrutiny_mix_options_get_deviation (options));
  insert_text (&parameters, "standard_error", scrutiny_mix_options_get_standard_error (options));
  insert_text (&parameters, "unit", scrutiny_mix_options_get_unit (options));
  g_variant_dict_insert (&parameters, "scale", "d",
                         reading->counts == MIX_MEANS ? 1
                                                      : scrutiny_mix_options_get_scale (options));
  g_variant_dict_insert (&parameters, "level", "d", scrutiny_mix_options_get_level (options));
  g_variant_dict_insert (&parameters, "draws", "x",
                         (gint64) scrutiny_mix_options_get_draws (options));
  g_variant_dict_insert (&parameters, "disclosure", "x",
                         (gint64) scrutiny_mix_options_get_disclosure (options));
  if (reading->round_to > 1)
    g_variant_dict_insert (&parameters, "round_to", "x", (gint64) reading->round_to);
  g_variant_dict_insert (&parameters, "seed", "x",
                         (gint64) scrutiny_mix_options_get_seed (options));
  g_variant_dict_insert (&parameters, "agreement", "d", MIX_AGREEMENT);

  return scrutiny_method_new (METHOD_ID, METHOD_VERSION, g_variant_dict_end (&parameters), SOURCE,
                              input_hash);
}

static void
scrutiny_mix_init (ScrutinyMix *self)
{
  g_autoptr (ScrutinyMixOptions) options = scrutiny_mix_options_new ();

  self->segments = scrutiny_table_new ();
  self->factors = scrutiny_table_new ();
  self->method = method_new (&self->reading, options, NULL);
  self->findings = finding_list_new ();
  self->cannot_tell = g_strdup (NOTHING);
}

static ScrutinyMethod *
scrutiny_mix_get_method (ScrutinyResult *result)
{
  return SCRUTINY_MIX (result)->method;
}

static const char *
scrutiny_mix_get_cannot_tell (ScrutinyResult *result)
{
  return SCRUTINY_MIX (result)->cannot_tell;
}

static GPtrArray *
scrutiny_mix_dup_findings (ScrutinyResult *result)
{
  return finding_list_copy (SCRUTINY_MIX (result)->findings);
}

static void
write_interval (ScrutinyMix *self, JsonWriter *writer, const char *key, guint low)
{
  json_writer_member_interval (writer, key, number_of (self, low), number_of (self, low + 1));
}

static void
write_drift (const MixReading *reading, JsonWriter *writer)
{
  const KernelDrift *drift = &reading->drift;

  json_writer_key (writer, "drift");
  json_writer_begin_object (writer);
  json_writer_member_double (writer, "numerator", reading->scale * drift->numerator);
  json_writer_member_double (writer, "denominator", reading->scale * drift->denominator);
  json_writer_member_double (writer, "log_numerator", drift->log_numerator);
  json_writer_member_double (writer, "log_denominator", drift->log_denominator);
  json_writer_end_object (writer);
}

static void
write_rows (JsonWriter *writer, const char *key, ScrutinyTable *table)
{
  json_writer_key (writer, key);
  columns_write_rows (table, writer);
}

static void
scrutiny_mix_write_json (ScrutinyResult *result, JsonWriter *writer)
{
  ScrutinyMix *self = SCRUTINY_MIX (result);
  const MixCells *cells = self->reading.cells;

  json_writer_member_string (writer, "schema", "scrutiny.mix/1");
  json_writer_key (writer, "method");
  scrutiny_method_write_json (self->method, writer);
  json_writer_member_string (writer, "cannot_tell", self->cannot_tell);
  json_writer_member_string (writer, "first", cells ? cells->times[0] : NULL);
  json_writer_member_string (writer, "last", cells ? cells->times[1] : NULL);
  json_writer_member_double (writer, "before", number_of (self, PROP_BEFORE));
  json_writer_member_double (writer, "after", number_of (self, PROP_AFTER));
  json_writer_member_double (writer, "total", number_of (self, PROP_TOTAL));
  json_writer_member_double (writer, "rate", number_of (self, PROP_RATE_PART));
  json_writer_member_double (writer, "mix", number_of (self, PROP_MIX_PART));
  write_interval (self, writer, "total_interval", PROP_TOTAL_LOW);
  write_interval (self, writer, "rate_interval", PROP_RATE_LOW);
  write_interval (self, writer, "mix_interval", PROP_MIX_LOW);
  json_writer_member_double (writer, "agreement", number_of (self, PROP_AGREEMENT));
  write_drift (&self->reading, writer);
  write_rows (writer, "segments", self->segments);
  write_rows (writer, "factors", self->factors);
  finding_list_write_json (self->findings, writer);
}

static void
scrutiny_mix_result_init (ScrutinyResultInterface *iface)
{
  iface->get_method = scrutiny_mix_get_method;
  iface->get_cannot_tell = scrutiny_mix_get_cannot_tell;
  iface->dup_findings = scrutiny_mix_dup_findings;
  iface->write_json = scrutiny_mix_write_json;
}

static void
tell (ScrutinyMix *self)
{
  MixReading *reading = &self->reading;

  g_object_unref (self->segments);
  self->segments = mix_tables_new_segments (reading);
  g_object_unref (self->factors);
  self->factors = mix_tables_new_factors (reading);
  g_ptr_array_unref (self->findings);
  self->findings = mix_findings_new (reading, self->method);
}

/**
 * scrutiny_mix_new:
 * @table: a row for each part and period, or several, which are added up
 * @segments: (array zero-terminated=1): the columns that say which part a row is of, 1 to 7;
 *   with several, what each of them gives is told apart
 * @numerator: the column of what is counted; of means, that of the means
 * @denominator: the column of what it is counted out of; of means, how many cases they are of
 * @options: (nullable): which two periods are compared and how; `NULL` for the two there are
 *   in a column `period`
 * @error: return location for an error
 *
 * Takes the change of a figure apart into what its parts did and how much of the whole each
 * is. Where [property@MixOptions:disclosure] is set, parts of few cases are taken together first.
 *
 * Fails with [error@Scrutiny.Error.NOT_FOUND] if a column or a period is not there, with
 * [error@Scrutiny.Error.MISMATCH] if there are not two periods or a count is no number, and
 * with [error@Scrutiny.Error.OUT_OF_RANGE] for counts that cannot be and settings that make
 * no sense. A count that is not given or is withheld (`<5`, `*`) is no error: the result
 * [iface@Result] cannot tell.
 *
 * Returns: (transfer full): the two parts of the change
 *
 * Since: 0.1
 */
ScrutinyMix *
scrutiny_mix_new (ScrutinyTable *table,
                  const char *const *segments,
                  const char *numerator,
                  const char *denominator,
                  ScrutinyMixOptions *options,
                  GError **error)
{
  g_autoptr (ScrutinyMix) self = NULL;
  g_autoptr (ScrutinyMixOptions) defaults = scrutiny_mix_options_new ();
  g_autofree char *hash = NULL;

  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (segments != NULL, NULL);
  g_return_val_if_fail (numerator != NULL && denominator != NULL, NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_MIX_OPTIONS (options), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  options = options ? options : defaults;
  self = g_object_new (SCRUTINY_TYPE_MIX, NULL);
  g_clear_pointer (&self->cannot_tell, g_free);
  if (!mix_reading_init (&self->reading, table, segments, numerator, denominator, options,
                         &self->cannot_tell, error))
    return NULL;

  g_object_unref (self->method);
  /* Of few counts a hash tells them, to whoever tries one after the other. */
  if (scrutiny_mix_options_get_disclosure (options) == 0 && self->reading.round_to <= 1)
    hash = columns_dup_hash (table);
  self->method = method_new (&self->reading, options, hash);
  if (self->reading.parts)
    tell (self);

  return g_steal_pointer (&self);
}

/**
 * scrutiny_mix_get_before: (get-property before)
 * @self: a change
 *
 * Gets what the figure is at first.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_before (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_BEFORE);
}

/**
 * scrutiny_mix_get_after: (get-property after)
 * @self: a change
 *
 * Gets what the figure is later.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_after (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_AFTER);
}

/**
 * scrutiny_mix_get_total: (get-property total)
 * @self: a change
 *
 * Gets how much the figure moved.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_total (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_TOTAL);
}

/**
 * scrutiny_mix_get_rate_part: (get-property rate-part)
 * @self: a change
 *
 * Gets how much of it the parts’ own movement gives.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_rate_part (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_RATE_PART);
}

/**
 * scrutiny_mix_get_mix_part: (get-property mix-part)
 * @self: a change
 *
 * Gets how much of it the change in how much of the whole each part is gives.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_mix_part (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_MIX_PART);
}

/**
 * scrutiny_mix_get_total_low: (get-property total-low)
 * @self: a change
 *
 * Gets the low end of the interval of the total.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told, or chance is not known
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_total_low (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_TOTAL_LOW);
}

/**
 * scrutiny_mix_get_total_high: (get-property total-high)
 * @self: a change
 *
 * Gets the high end of the interval of the total.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told, or chance is not known
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_total_high (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_TOTAL_HIGH);
}

/**
 * scrutiny_mix_get_rate_low: (get-property rate-low)
 * @self: a change
 *
 * Gets the low end of the interval of the parts’ own movement.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told, or chance is not known
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_rate_low (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_RATE_LOW);
}

/**
 * scrutiny_mix_get_rate_high: (get-property rate-high)
 * @self: a change
 *
 * Gets the high end of the interval of the parts’ own movement.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told, or chance is not known
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_rate_high (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_RATE_HIGH);
}

/**
 * scrutiny_mix_get_mix_low: (get-property mix-low)
 * @self: a change
 *
 * Gets the low end of the interval of the rest.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told, or chance is not known
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_mix_low (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_MIX_LOW);
}

/**
 * scrutiny_mix_get_mix_high: (get-property mix-high)
 * @self: a change
 *
 * Gets the high end of the interval of the rest.
 *
 * Returns: a number in the figure’s own unit; NaN where nothing can be told, or chance is not known
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_mix_high (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_MIX_HIGH);
}

/**
 * scrutiny_mix_get_agreement: (get-property agreement)
 * @self: a change
 *
 * Gets the share of redrawn sets of counts in which figure and parts moved the ways they did.
 *
 * Returns: the share; NaN where nothing can be told, or chance is not known
 *
 * Since: 0.1
 */
double
scrutiny_mix_get_agreement (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NAN);

  return number_of (self, PROP_AGREEMENT);
}

/**
 * scrutiny_mix_get_segments: (get-property segments)
 * @self: a change
 *
 * Gets the parts and what each gives of the change.
 *
 * Columns: `segment`; for both periods, as `numerator_before` and `numerator_after`, the
 * `numerator`, the `denominator`, the `value` of the part, missing where it is not there, and
 * its `share` of the whole; `rate` and `mix`, which add up to those of the whole.
 *
 * Returns: (transfer none): the parts, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_mix_get_segments (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NULL);

  return self->segments;
}

/**
 * scrutiny_mix_get_factors: (get-property factors)
 * @self: a change
 *
 * Gets what each way of dividing the whole gives of the mix part.
 *
 * Columns: `segment`, the column that divides it; `mix`.
 *
 * Returns: (transfer none): the ways, none where nothing can be told
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_mix_get_factors (ScrutinyMix *self)
{
  g_return_val_if_fail (SCRUTINY_IS_MIX (self), NULL);

  return self->factors;
}
