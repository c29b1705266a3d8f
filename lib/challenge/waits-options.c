/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/waits-options.h>

#define DEFAULT_LEVEL 0.95
#define DEFAULT_WINDOWS 60
#define DEFAULT_DISCLOSURE 5

/**
 * ScrutinyWaitsOptions:
 *
 * Until when the record is known, and what ties its rows together.
 *
 * Nothing is checked until [ctor@Waits.new] reads the options.
 *
 * Since: 0.1
 */
struct _ScrutinyWaitsOptions {
  GObject parent_instance;

  char *until;
  char *key;
  double level;
  guint windows;
  guint disclosure;
  char *working_days;
  gboolean names_rows;
};

G_DEFINE_FINAL_TYPE (ScrutinyWaitsOptions, scrutiny_waits_options, G_TYPE_OBJECT)

enum {
  PROP_UNTIL = 1,
  PROP_KEY,
  PROP_LEVEL,
  PROP_WINDOWS,
  PROP_DISCLOSURE,
  PROP_WORKING_DAYS,
  PROP_NAMES_ROWS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_waits_options_finalize (GObject *object)
{
  ScrutinyWaitsOptions *self = SCRUTINY_WAITS_OPTIONS (object);

  g_free (self->until);
  g_free (self->key);
  g_free (self->working_days);

  G_OBJECT_CLASS (scrutiny_waits_options_parent_class)->finalize (object);
}

static void
scrutiny_waits_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyWaitsOptions *self = SCRUTINY_WAITS_OPTIONS (object);

  switch (id) {
  case PROP_UNTIL:
    g_value_set_string (value, self->until);
    break;
  case PROP_KEY:
    g_value_set_string (value, self->key);
    break;
  case PROP_LEVEL:
    g_value_set_double (value, self->level);
    break;
  case PROP_WINDOWS:
    g_value_set_uint (value, self->windows);
    break;
  case PROP_DISCLOSURE:
    g_value_set_uint (value, self->disclosure);
    break;
  case PROP_WORKING_DAYS:
    g_value_set_string (value, self->working_days);
    break;
  case PROP_NAMES_ROWS:
    g_value_set_boolean (value, self->names_rows);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_waits_options_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  ScrutinyWaitsOptions *self = SCRUTINY_WAITS_OPTIONS (object);

  switch (id) {
  case PROP_UNTIL:
    scrutiny_waits_options_set_until (self, g_value_get_string (value));
    break;
  case PROP_KEY:
    scrutiny_waits_options_set_key (self, g_value_get_string (value));
    break;
  case PROP_LEVEL:
    scrutiny_waits_options_set_level (self, g_value_get_double (value));
    break;
  case PROP_WINDOWS:
    scrutiny_waits_options_set_windows (self, g_value_get_uint (value));
    break;
  case PROP_DISCLOSURE:
    scrutiny_waits_options_set_disclosure (self, g_value_get_uint (value));
    break;
  case PROP_WORKING_DAYS:
    scrutiny_waits_options_set_working_days (self, g_value_get_string (value));
    break;
  case PROP_NAMES_ROWS:
    scrutiny_waits_options_set_names_rows (self, g_value_get_boolean (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
define_settings (GParamFlags flags)
{
  /**
   * ScrutinyWaitsOptions:until: (getter get_until) (setter set_until)
   *
   * The day until which it is known what ended; not set, the last day in either column.
   *
   * Since: 0.1
   */
  props[PROP_UNTIL] = g_param_spec_string ("until", NULL, NULL, NULL, flags);

  /**
   * ScrutinyWaitsOptions:key: (getter get_key) (setter set_key)
   *
   * The column that says which rows are of one case, or of one person and matter; not set,
   * each row is a case.
   *
   * Since: 0.1
   */
  props[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL, flags);

  /**
   * ScrutinyWaitsOptions:level: (getter get_level) (setter set_level)
   *
   * How sure intervals are, 0.95 unless set.
   *
   * Since: 0.1
   */
  props[PROP_LEVEL] =
      g_param_spec_double ("level", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, DEFAULT_LEVEL, flags);

  /**
   * ScrutinyWaitsOptions:windows: (getter get_windows) (setter set_windows)
   *
   * The longest time, in days, within which a case that comes back is counted.
   *
   * Since: 0.1
   */
  props[PROP_WINDOWS] =
      g_param_spec_uint ("windows", NULL, NULL, 0, G_MAXUINT, DEFAULT_WINDOWS, flags);
}

static void
define_disclosure (GParamFlags flags)
{
  /**
   * ScrutinyWaitsOptions:disclosure: (getter get_disclosure) (setter set_disclosure)
   *
   * How many cases the least row of a table of people holds: times are put together until each
   * does. 5 unless set, 0 for records that are not about people.
   *
   * Since: 0.1
   */
  props[PROP_DISCLOSURE] =
      g_param_spec_uint ("disclosure", NULL, NULL, 0, G_MAXUINT, DEFAULT_DISCLOSURE, flags);
}

static void
define_days_and_rows (GParamFlags flags)
{
  /**
   * ScrutinyWaitsOptions:working-days: (getter get_working_days) (setter set_working_days)
   *
   * The calendar whose working days are counted: `england-and-wales`, `northern-ireland`,
   * `scotland`, `none` for weekends alone, or the dates of bank holidays with blanks between. Not
   * set, all days are counted.
   *
   * Since: 0.1
   */
  props[PROP_WORKING_DAYS] = g_param_spec_string ("working-days", NULL, NULL, NULL, flags);

  /**
   * ScrutinyWaitsOptions:names-rows: (getter get_names_rows) (setter set_names_rows)
   *
   * Whether a row that is left out is named by its number, `FALSE` unless set: the number of a
   * row tells who has the file whose it is.
   *
   * Since: 0.1
   */
  props[PROP_NAMES_ROWS] = g_param_spec_boolean ("names-rows", NULL, NULL, FALSE, flags);
}

static void
scrutiny_waits_options_class_init (ScrutinyWaitsOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_waits_options_finalize;
  object_class->get_property = scrutiny_waits_options_get_property;
  object_class->set_property = scrutiny_waits_options_set_property;

  define_settings (flags);
  define_disclosure (flags);
  define_days_and_rows (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_waits_options_init (ScrutinyWaitsOptions *self)
{
  self->level = DEFAULT_LEVEL;
  self->windows = DEFAULT_WINDOWS;
  self->disclosure = DEFAULT_DISCLOSURE;
}

/**
 * scrutiny_waits_options_new:
 *
 * Makes options that leave every choice to the library.
 *
 * Returns: (transfer full): the options
 *
 * Since: 0.1
 */
ScrutinyWaitsOptions *
scrutiny_waits_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_WAITS_OPTIONS, NULL);
}

/**
 * scrutiny_waits_options_get_until: (get-property until)
 * @self: the options
 *
 * Gets the day until which it is known what ended.
 *
 * Returns: (nullable): the day; `NULL` for the last in either column
 *
 * Since: 0.1
 */
const char *
scrutiny_waits_options_get_until (ScrutinyWaitsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self), NULL);

  return self->until;
}

/**
 * scrutiny_waits_options_set_until: (set-property until)
 * @self: the options
 * @until: (nullable): the day, or `NULL`
 *
 * Sets the day until which it is known what ended.
 *
 * Since: 0.1
 */
void
scrutiny_waits_options_set_until (ScrutinyWaitsOptions *self, const char *until)
{
  g_return_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self));

  if (g_strcmp0 (self->until, until) == 0)
    return;

  char *kept = g_strdup (until); /* @until may be a part of what is freed */
  g_free (self->until);
  self->until = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNTIL]);
}

/**
 * scrutiny_waits_options_get_key: (get-property key)
 * @self: the options
 *
 * Gets the column that says which rows are of one case.
 *
 * Returns: (nullable): its name; `NULL` if each row is a case
 *
 * Since: 0.1
 */
const char *
scrutiny_waits_options_get_key (ScrutinyWaitsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self), NULL);

  return self->key;
}

/**
 * scrutiny_waits_options_set_key: (set-property key)
 * @self: the options
 * @key: (nullable): its name, or `NULL`
 *
 * Sets the column that says which rows are of one case.
 *
 * Since: 0.1
 */
void
scrutiny_waits_options_set_key (ScrutinyWaitsOptions *self, const char *key)
{
  g_return_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self));

  if (g_strcmp0 (self->key, key) == 0)
    return;

  char *kept = g_strdup (key); /* @key may be a part of what is freed */
  g_free (self->key);
  self->key = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KEY]);
}

/**
 * scrutiny_waits_options_get_level: (get-property level)
 * @self: the options
 *
 * Gets how sure intervals are.
 *
 * Returns: the level
 *
 * Since: 0.1
 */
double
scrutiny_waits_options_get_level (ScrutinyWaitsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self), DEFAULT_LEVEL);

  return self->level;
}

/**
 * scrutiny_waits_options_set_level: (set-property level)
 * @self: the options
 * @level: the level, between 0 and 1
 *
 * Sets how sure intervals are.
 *
 * Since: 0.1
 */
void
scrutiny_waits_options_set_level (ScrutinyWaitsOptions *self, double level)
{
  g_return_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self));

  if (self->level == level)
    return;
  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}

/**
 * scrutiny_waits_options_get_windows: (get-property windows)
 * @self: the options
 *
 * Gets the longest time within which a case that comes back is counted.
 *
 * Returns: the number of days
 *
 * Since: 0.1
 */
guint
scrutiny_waits_options_get_windows (ScrutinyWaitsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self), 0);

  return self->windows;
}

/**
 * scrutiny_waits_options_set_windows: (set-property windows)
 * @self: the options
 * @windows: the number of days, from 1 to 1000
 *
 * Sets the longest time within which a case that comes back is counted.
 *
 * Since: 0.1
 */
void
scrutiny_waits_options_set_windows (ScrutinyWaitsOptions *self, guint windows)
{
  g_return_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self));

  if (self->windows == windows)
    return;
  self->windows = windows;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WINDOWS]);
}

/**
 * scrutiny_waits_options_get_disclosure: (get-property disclosure)
 * @self: the options
 *
 * Gets how many cases the least row of a table holds.
 *
 * Returns: the number
 *
 * Since: 0.1
 */
guint
scrutiny_waits_options_get_disclosure (ScrutinyWaitsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self), 0);

  return self->disclosure;
}

/**
 * scrutiny_waits_options_set_disclosure: (set-property disclosure)
 * @self: the options
 * @disclosure: the number; 0 for records that are not about people
 *
 * Sets how many cases the least row of a table holds.
 *
 * Since: 0.1
 */
void
scrutiny_waits_options_set_disclosure (ScrutinyWaitsOptions *self, guint disclosure)
{
  g_return_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self));

  if (self->disclosure == disclosure)
    return;
  self->disclosure = disclosure;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DISCLOSURE]);
}

/**
 * scrutiny_waits_options_get_working_days: (get-property working-days)
 * @self: the options
 *
 * Gets the calendar whose working days are counted.
 *
 * Returns: (nullable): its name, or the dates of bank holidays; `NULL` if all days are counted
 *
 * Since: 0.1
 */
const char *
scrutiny_waits_options_get_working_days (ScrutinyWaitsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self), NULL);

  return self->working_days;
}

/**
 * scrutiny_waits_options_set_working_days: (set-property working-days)
 * @self: the options
 * @working_days: (nullable): see [property@WaitsOptions:working-days]
 *
 * Sets the calendar whose working days are counted.
 *
 * Since: 0.1
 */
void
scrutiny_waits_options_set_working_days (ScrutinyWaitsOptions *self, const char *working_days)
{
  g_return_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self));

  if (g_strcmp0 (self->working_days, working_days) == 0)
    return;

  char *kept = g_strdup (working_days); /* @working_days may be a part of what is freed */
  g_free (self->working_days);
  self->working_days = kept;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_WORKING_DAYS]);
}

/**
 * scrutiny_waits_options_get_names_rows: (get-property names-rows)
 * @self: the options
 *
 * Gets whether a row that is left out is named.
 *
 * Returns: `TRUE` if it is
 *
 * Since: 0.1
 */
gboolean
scrutiny_waits_options_get_names_rows (ScrutinyWaitsOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self), FALSE);

  return self->names_rows;
}

/**
 * scrutiny_waits_options_set_names_rows: (set-property names-rows)
 * @self: the options
 * @names_rows: whether a row that is left out is named
 *
 * Sets whether a row that is left out is named by its number.
 *
 * Since: 0.1
 */
void
scrutiny_waits_options_set_names_rows (ScrutinyWaitsOptions *self, gboolean names_rows)
{
  g_return_if_fail (SCRUTINY_IS_WAITS_OPTIONS (self));

  if (!self->names_rows == !names_rows)
    return;
  self->names_rows = names_rows != FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NAMES_ROWS]);
}
