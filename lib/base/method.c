/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "base/method-private.h"

/**
 * ScrutinyMethod:
 *
 * How a result was reached: enough to reach it again, or to dispute it.
 *
 * A method never changes, so it may be shared between threads and results.
 *
 * Since: 0.1
 */
struct _ScrutinyMethod {
  GObject parent_instance;

  char *id;
  char *version;
  GVariant *parameters; /* a{sv} */
  char *source;
  char *input_hash;       /* NULL where @series tells */
  ScrutinySeries *series; /* what the method was applied to, or NULL */
};

G_DEFINE_FINAL_TYPE (ScrutinyMethod, scrutiny_method, G_TYPE_OBJECT)

enum {
  PROP_ID = 1,
  PROP_VERSION,
  PROP_PARAMETERS,
  PROP_SOURCE,
  PROP_INPUT_HASH,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_method_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  ScrutinyMethod *self = SCRUTINY_METHOD (object);

  switch (prop_id) {
  case PROP_ID:
    g_value_set_string (value, self->id);
    break;
  case PROP_VERSION:
    g_value_set_string (value, self->version);
    break;
  case PROP_PARAMETERS:
    g_value_set_variant (value, self->parameters);
    break;
  case PROP_SOURCE:
    g_value_set_string (value, self->source);
    break;
  case PROP_INPUT_HASH:
    g_value_set_string (value, scrutiny_method_get_input_hash (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
scrutiny_method_finalize (GObject *object)
{
  ScrutinyMethod *self = SCRUTINY_METHOD (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->version, g_free);
  g_clear_pointer (&self->parameters, g_variant_unref);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->input_hash, g_free);
  g_clear_object (&self->series);

  G_OBJECT_CLASS (scrutiny_method_parent_class)->finalize (object);
}

static GParamSpec *
text_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
}

static void
scrutiny_method_class_init (ScrutinyMethodClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = scrutiny_method_finalize;
  object_class->get_property = scrutiny_method_get_property;

  /**
   * ScrutinyMethod:id: (getter get_id)
   *
   * The method's name, such as `chart`.
   *
   * Since: 0.1
   */
  props[PROP_ID] = text_property ("id");

  /**
   * ScrutinyMethod:version: (getter get_version)
   *
   * The method's version: one that gives other numbers has another version.
   *
   * Since: 0.1
   */
  props[PROP_VERSION] = text_property ("version");

  /**
   * ScrutinyMethod:parameters: (getter get_parameters)
   *
   * Every setting by its name, defaults included.
   *
   * Since: 0.1
   */
  props[PROP_PARAMETERS] = g_param_spec_variant ("parameters", NULL, NULL, G_VARIANT_TYPE_VARDICT,
                                                 NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  /**
   * ScrutinyMethod:source: (getter get_source)
   *
   * Where the method is published.
   *
   * Since: 0.1
   */
  props[PROP_SOURCE] = text_property ("source");

  /**
   * ScrutinyMethod:input-hash: (getter get_input_hash)
   *
   * The hash of what the method was applied to.
   *
   * Since: 0.1
   */
  props[PROP_INPUT_HASH] = text_property ("input-hash");

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_method_init (ScrutinyMethod *self)
{
  self->id = g_strdup ("");
  self->version = g_strdup ("");
  self->parameters = g_variant_ref_sink (g_variant_new ("a{sv}", NULL));
  self->source = g_strdup ("");
}

/**
 * scrutiny_method_new:
 * @id: the method's name, such as `chart`
 * @version: its version; one that gives other numbers has another version
 * @parameters: (nullable): every setting by its name, an `a{sv}`; `NULL` is none
 * @source: (nullable): where the method is published
 * @input_hash: (nullable): the hash of what it was applied to
 *
 * Creates the record of how a result was reached.
 *
 * Returns: (transfer full): the method
 *
 * Since: 0.1
 */
ScrutinyMethod *
scrutiny_method_new (const char *id,
                     const char *version,
                     GVariant *parameters,
                     const char *source,
                     const char *input_hash)
{
  ScrutinyMethod *self;

  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (version != NULL, NULL);
  g_return_val_if_fail (
      parameters == NULL || g_variant_is_of_type (parameters, G_VARIANT_TYPE_VARDICT), NULL);

  self = g_object_new (SCRUTINY_TYPE_METHOD, NULL);
  g_free (self->id);
  self->id = g_strdup (id);
  g_free (self->version);
  self->version = g_strdup (version);
  if (parameters) {
    g_variant_unref (self->parameters);
    self->parameters = g_variant_ref_sink (parameters);
  }
  if (source) {
    g_free (self->source);
    self->source = g_strdup (source);
  }
  self->input_hash = g_strdup (input_hash);

  return self;
}

/**
 * scrutiny_method_get_id: (get-property id)
 * @self: a method
 *
 * Gets the method's name.
 *
 * Returns: the name
 *
 * Since: 0.1
 */
const char *
scrutiny_method_get_id (ScrutinyMethod *self)
{
  g_return_val_if_fail (SCRUTINY_IS_METHOD (self), NULL);

  return self->id;
}

/**
 * scrutiny_method_get_version: (get-property version)
 * @self: a method
 *
 * Gets the method's version.
 *
 * Returns: the version
 *
 * Since: 0.1
 */
const char *
scrutiny_method_get_version (ScrutinyMethod *self)
{
  g_return_val_if_fail (SCRUTINY_IS_METHOD (self), NULL);

  return self->version;
}

/**
 * scrutiny_method_get_parameters: (get-property parameters)
 * @self: a method
 *
 * Gets every setting by its name.
 *
 * Returns: (transfer none): an `a{sv}`, empty if there are none
 *
 * Since: 0.1
 */
GVariant *
scrutiny_method_get_parameters (ScrutinyMethod *self)
{
  g_return_val_if_fail (SCRUTINY_IS_METHOD (self), NULL);

  return self->parameters;
}

/**
 * scrutiny_method_get_source: (get-property source)
 * @self: a method
 *
 * Gets where the method is published.
 *
 * Returns: the source, empty if none was given
 *
 * Since: 0.1
 */
const char *
scrutiny_method_get_source (ScrutinyMethod *self)
{
  g_return_val_if_fail (SCRUTINY_IS_METHOD (self), NULL);

  return self->source;
}

/**
 * scrutiny_method_get_input_hash: (get-property input-hash)
 * @self: a method
 *
 * Gets the hash of what the method was applied to.
 *
 * Returns: (nullable): the hash
 *
 * Since: 0.1
 */
const char *
scrutiny_method_get_input_hash (ScrutinyMethod *self)
{
  g_return_val_if_fail (SCRUTINY_IS_METHOD (self), NULL);

  return self->series ? scrutiny_series_get_hash (self->series) : self->input_hash;
}

ScrutinyMethod *
scrutiny_method_new_of_series (const char *id,
                               const char *version,
                               GVariant *parameters,
                               const char *source,
                               ScrutinySeries *series)
{
  ScrutinyMethod *self = scrutiny_method_new (id, version, parameters, source, NULL);

  self->series = g_object_ref (series);

  return self;
}

void
scrutiny_method_write_json (ScrutinyMethod *self, JsonWriter *writer)
{
  json_writer_begin_object (writer);
  json_writer_key (writer, "name");
  json_writer_string (writer, self->id);
  json_writer_key (writer, "version");
  json_writer_string (writer, self->version);
  json_writer_key (writer, "parameters");
  json_writer_variant (writer, self->parameters);
  json_writer_key (writer, "source");
  json_writer_string (writer, self->source);
  json_writer_key (writer, "input_hash");
  json_writer_string (writer, scrutiny_method_get_input_hash (self));
  json_writer_end_object (writer);
}
