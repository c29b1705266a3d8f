/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/colour-audit-options.h>

/**
 * ScrutinyColourAuditOptions:
 *
 * What else is known of figures whose statuses are audited.
 *
 * Nothing is checked until [ctor@ColourAudit.new_with_options] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyColourAuditOptions {
  GObject parent_instance;

  char *status_column;
  ScrutinyChart *chart;
  char **breaks;
  ScrutinyShifts *shifts;
};

G_DEFINE_FINAL_TYPE (ScrutinyColourAuditOptions, scrutiny_colour_audit_options, G_TYPE_OBJECT)

enum {
  PROP_STATUS_COLUMN = 1,
  PROP_CHART,
  PROP_BREAKS,
  PROP_SHIFTS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_colour_audit_options_finalize (GObject *object)
{
  ScrutinyColourAuditOptions *self = SCRUTINY_COLOUR_AUDIT_OPTIONS (object);

  g_free (self->status_column);
  g_clear_object (&self->chart);
  g_strfreev (self->breaks);
  g_clear_object (&self->shifts);

  G_OBJECT_CLASS (scrutiny_colour_audit_options_parent_class)->finalize (object);
}

static void
scrutiny_colour_audit_options_get_property (GObject *object,
                                            guint id,
                                            GValue *value,
                                            GParamSpec *pspec)
{
  ScrutinyColourAuditOptions *self = SCRUTINY_COLOUR_AUDIT_OPTIONS (object);

  switch (id) {
  case PROP_STATUS_COLUMN:
    g_value_set_string (value, self->status_column);
    break;
  case PROP_CHART:
    g_value_set_object (value, self->chart);
    break;
  case PROP_BREAKS:
    g_value_set_boxed (value, self->breaks);
    break;
  case PROP_SHIFTS:
    g_value_set_object (value, self->shifts);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_colour_audit_options_set_property (GObject *object,
                                            guint id,
                                            const GValue *value,
                                            GParamSpec *pspec)
{
  ScrutinyColourAuditOptions *self = SCRUTINY_COLOUR_AUDIT_OPTIONS (object);

  switch (id) {
  case PROP_STATUS_COLUMN:
    scrutiny_colour_audit_options_set_status_column (self, g_value_get_string (value));
    break;
  case PROP_CHART:
    scrutiny_colour_audit_options_set_chart (self, g_value_get_object (value));
    break;
  case PROP_BREAKS:
    scrutiny_colour_audit_options_set_breaks (self, g_value_get_boxed (value));
    break;
  case PROP_SHIFTS:
    scrutiny_colour_audit_options_set_shifts (self, g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_settings (GParamFlags flags)
{
  /**
   * ScrutinyColourAuditOptions:status-column: (getter get_status_column) (setter set_status_column)
   *
   * The column of published statuses; not set, none were published.
   *
   * Since: 0.1
   */
  props[PROP_STATUS_COLUMN] = g_param_spec_string ("status-column", NULL, NULL, NULL, flags);

  /**
   * ScrutinyColourAuditOptions:chart: (getter get_chart) (setter set_chart)
   *
   * The chart that changes of status are set against; not set, the one the library chooses.
   *
   * Since: 0.1
   */
  props[PROP_CHART] = g_param_spec_object ("chart", NULL, NULL, SCRUTINY_TYPE_CHART, flags);

  /**
   * ScrutinyColourAuditOptions:breaks: (getter get_breaks) (setter set_breaks)
   *
   * The first period, or the date, of each other way of counting.
   *
   * Since: 0.1
   */
  props[PROP_BREAKS] = g_param_spec_boxed ("breaks", NULL, NULL, G_TYPE_STRV, flags);

  /**
   * ScrutinyColourAuditOptions:shifts: (getter get_shifts) (setter set_shifts)
   *
   * Where the level of the figure was found to change; not set, one level is taken between
   * breaks.
   *
   * Since: 0.1
   */
  props[PROP_SHIFTS] = g_param_spec_object ("shifts", NULL, NULL, SCRUTINY_TYPE_SHIFTS, flags);
}

static void
scrutiny_colour_audit_options_class_init (ScrutinyColourAuditOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_colour_audit_options_finalize;
  object_class->get_property = scrutiny_colour_audit_options_get_property;
  object_class->set_property = scrutiny_colour_audit_options_set_property;

  define_settings (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_colour_audit_options_init (ScrutinyColourAuditOptions *self)
{
  self->breaks = g_new0 (char *, 1);
}

/**
 * scrutiny_colour_audit_options_new:
 *
 * Makes options of which nothing is set.
 *
 * Returns: (transfer full): the options
 *
 * Since: 0.1
 */
ScrutinyColourAuditOptions *
scrutiny_colour_audit_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_COLOUR_AUDIT_OPTIONS, NULL);
}

/**
 * scrutiny_colour_audit_options_get_status_column: (get-property status-column)
 * @self: the options
 *
 * Gets the column of published statuses.
 *
 * Returns: (nullable): its name; `NULL` if none were published
 *
 * Since: 0.1
 */
const char *
scrutiny_colour_audit_options_get_status_column (ScrutinyColourAuditOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT_OPTIONS (self), NULL);

  return self->status_column;
}

/**
 * scrutiny_colour_audit_options_set_status_column: (set-property status-column)
 * @self: the options
 * @status_column: (nullable): its name, or `NULL`
 *
 * Sets the column of published statuses.
 *
 * Since: 0.1
 */
void
scrutiny_colour_audit_options_set_status_column (ScrutinyColourAuditOptions *self,
                                                 const char *status_column)
{
  g_return_if_fail (SCRUTINY_IS_COLOUR_AUDIT_OPTIONS (self));

  if (g_strcmp0 (self->status_column, status_column) == 0)
    return;

  char *kept = g_strdup (status_column); /* it may be a part of what is freed */
  g_free (self->status_column);
  self->status_column = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATUS_COLUMN]);
}

/**
 * scrutiny_colour_audit_options_get_chart: (get-property chart)
 * @self: the options
 *
 * Gets the chart that changes of status are set against.
 *
 * Returns: (transfer none) (nullable): the chart; `NULL` for the one the library chooses
 *
 * Since: 0.1
 */
ScrutinyChart *
scrutiny_colour_audit_options_get_chart (ScrutinyColourAuditOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT_OPTIONS (self), NULL);

  return self->chart;
}

/**
 * scrutiny_colour_audit_options_set_chart: (set-property chart)
 * @self: the options
 * @chart: (nullable): a chart of the same periods, or `NULL` for the one the library chooses
 *
 * Sets the chart that changes of status are set against.
 *
 * Since: 0.1
 */
void
scrutiny_colour_audit_options_set_chart (ScrutinyColourAuditOptions *self, ScrutinyChart *chart)
{
  g_return_if_fail (SCRUTINY_IS_COLOUR_AUDIT_OPTIONS (self));
  g_return_if_fail (chart == NULL || SCRUTINY_IS_CHART (chart));

  if (g_set_object (&self->chart, chart))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHART]);
}

/**
 * scrutiny_colour_audit_options_get_breaks: (get-property breaks)
 * @self: the options
 *
 * Gets where another way of counting begins.
 *
 * Returns: (array zero-terminated=1) (transfer none): the periods or dates
 *
 * Since: 0.1
 */
const char *const *
scrutiny_colour_audit_options_get_breaks (ScrutinyColourAuditOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT_OPTIONS (self), NULL);

  return (const char *const *) self->breaks;
}

/**
 * scrutiny_colour_audit_options_set_breaks: (set-property breaks)
 * @self: the options
 * @breaks: (nullable) (array zero-terminated=1): the first period, or the date, of each, such as
 * `2024-04` or `2024-04-01`
 *
 * Sets where another way of counting begins: figures before and after it have a level each, and are
 * not set beside each other.
 *
 * Since: 0.1
 */
void
scrutiny_colour_audit_options_set_breaks (ScrutinyColourAuditOptions *self,
                                          const char *const *breaks)
{
  g_return_if_fail (SCRUTINY_IS_COLOUR_AUDIT_OPTIONS (self));

  char **kept = breaks ? g_strdupv ((char **) breaks) : g_new0 (char *, 1);
  g_strfreev (self->breaks);
  self->breaks = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BREAKS]);
}

/**
 * scrutiny_colour_audit_options_get_shifts: (get-property shifts)
 * @self: the options
 *
 * Gets where the level of the figure was found to change.
 *
 * Returns: (transfer none) (nullable): the shifts; `NULL` where one level is taken between breaks
 *
 * Since: 0.1
 */
ScrutinyShifts *
scrutiny_colour_audit_options_get_shifts (ScrutinyColourAuditOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_COLOUR_AUDIT_OPTIONS (self), NULL);

  return self->shifts;
}

/**
 * scrutiny_colour_audit_options_set_shifts: (set-property shifts)
 * @self: the options
 * @shifts: (nullable): the shifts of the same figure, or `NULL` to take one level between breaks
 *
 * Sets where the level of the figure was found to change. A shift is a move of the figure, so steps
 * across it count.
 *
 * Since: 0.1
 */
void
scrutiny_colour_audit_options_set_shifts (ScrutinyColourAuditOptions *self, ScrutinyShifts *shifts)
{
  g_return_if_fail (SCRUTINY_IS_COLOUR_AUDIT_OPTIONS (self));
  g_return_if_fail (shifts == NULL || SCRUTINY_IS_SHIFTS (shifts));

  if (g_set_object (&self->shifts, shifts))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SHIFTS]);
}
