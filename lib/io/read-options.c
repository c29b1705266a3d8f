/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/read-options-private.h"

#include <scrutiny/enums.h>
#include <scrutiny/error.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "io/role.h"

#include <string.h>

/**
 * ScrutinyReadOptions:
 *
 * What is known of a file beforehand. What is not set is found by looking.
 *
 * A column is named for a role: `indicator`, `area`, `period`, `value`, `numerator`,
 * `denominator`, `target`, `status`, `previous`, `last_year`, `unit`, `measure`, `key`,
 * `owner` or `note`. Nothing is checked before [func@read] has the file.
 *
 * Since: 0.1
 */
struct _ScrutinyReadOptions {
  GObject parent_instance;

  GHashTable *columns; /* of role to name */
  char *sheet;
  char *encoding;
  char *layout;
  char *council;
  ScrutinyCalendar calendar;
};

G_DEFINE_FINAL_TYPE (ScrutinyReadOptions, scrutiny_read_options, G_TYPE_OBJECT)

enum {
  PROP_SHEET = 1,
  PROP_ENCODING,
  PROP_LAYOUT,
  PROP_COUNCIL,
  PROP_CALENDAR,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_read_options_finalize (GObject *object)
{
  ScrutinyReadOptions *self = SCRUTINY_READ_OPTIONS (object);

  g_hash_table_unref (self->columns);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->layout);
  g_free (self->council);

  G_OBJECT_CLASS (scrutiny_read_options_parent_class)->finalize (object);
}

static void
scrutiny_read_options_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyReadOptions *self = SCRUTINY_READ_OPTIONS (object);

  switch (id) {
  case PROP_SHEET:
    g_value_set_string (value, self->sheet);
    break;
  case PROP_ENCODING:
    g_value_set_string (value, self->encoding);
    break;
  case PROP_LAYOUT:
    g_value_set_string (value, self->layout);
    break;
  case PROP_COUNCIL:
    g_value_set_string (value, self->council);
    break;
  case PROP_CALENDAR:
    g_value_set_enum (value, (int) self->calendar);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_read_options_set_property (GObject *object,
                                    guint id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  ScrutinyReadOptions *self = SCRUTINY_READ_OPTIONS (object);

  switch (id) {
  case PROP_SHEET:
    scrutiny_read_options_set_sheet (self, g_value_get_string (value));
    break;
  case PROP_ENCODING:
    scrutiny_read_options_set_encoding (self, g_value_get_string (value));
    break;
  case PROP_LAYOUT:
    scrutiny_read_options_set_layout (self, g_value_get_string (value));
    break;
  case PROP_COUNCIL:
    scrutiny_read_options_set_council (self, g_value_get_string (value));
    break;
  case PROP_CALENDAR:
    scrutiny_read_options_set_calendar (self, (ScrutinyCalendar) g_value_get_enum (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_read_options_class_init (ScrutinyReadOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = scrutiny_read_options_finalize;
  object_class->get_property = scrutiny_read_options_get_property;
  object_class->set_property = scrutiny_read_options_set_property;

  /**
   * ScrutinyReadOptions:sheet: (getter get_sheet) (setter set_sheet)
   *
   * The sheet of a workbook to read; `NULL` for the first that reads as a table.
   *
   * Since: 0.1
   */
  props[PROP_SHEET] = g_param_spec_string ("sheet", NULL, NULL, NULL, flags);
  /**
   * ScrutinyReadOptions:encoding: (getter get_encoding) (setter set_encoding)
   *
   * The encoding of a text, such as `Windows-1252`; `NULL` to find it by looking.
   *
   * Since: 0.1
   */
  props[PROP_ENCODING] = g_param_spec_string ("encoding", NULL, NULL, NULL, flags);
  /**
   * ScrutinyReadOptions:layout: (getter get_layout) (setter set_layout)
   *
   * How the table is laid out: `long`, `wide` or `scorecard`, or `chain` where it is no table but
   * reasons written as text; `NULL` to find it by looking.
   *
   * Since: 0.1
   */
  props[PROP_LAYOUT] = g_param_spec_string ("layout", NULL, NULL, NULL, flags);
  /**
   * ScrutinyReadOptions:council: (getter get_council) (setter set_council)
   *
   * Whose figures they are, such as the one of many places that is asked about; a dossier that
   * says so itself is believed.
   *
   * Since: 0.1
   */
  props[PROP_COUNCIL] = g_param_spec_string ("council", NULL, NULL, NULL, flags);
  /**
   * ScrutinyReadOptions:calendar: (getter get_calendar) (setter set_calendar)
   *
   * The calendar of periods that could be of several: whether `2009/10` is a financial or an
   * academic year.
   *
   * Since: 0.1
   */
  props[PROP_CALENDAR] = g_param_spec_enum ("calendar", NULL, NULL, SCRUTINY_TYPE_CALENDAR,
                                            SCRUTINY_CALENDAR_UNKNOWN, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_read_options_init (ScrutinyReadOptions *self)
{
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/**
 * scrutiny_read_options_new:
 *
 * Creates options that leave everything to be found by looking.
 *
 * Returns: (transfer full): new options
 *
 * Since: 0.1
 */
ScrutinyReadOptions *
scrutiny_read_options_new (void)
{
  return g_object_new (SCRUTINY_TYPE_READ_OPTIONS, NULL);
}

static void
set_text (ScrutinyReadOptions *self, char **field, const char *value, guint prop)
{
  char *copy;

  if (g_strcmp0 (*field, value) == 0)
    return;
  copy = g_strdup (value);
  g_free (*field);
  *field = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/**
 * scrutiny_read_options_get_column:
 * @self: options
 * @role: what a column is for
 *
 * Gets the name of the column that was named for @role.
 *
 * Returns: (nullable): the name, `NULL` if none was
 *
 * Since: 0.1
 */
const char *
scrutiny_read_options_get_column (ScrutinyReadOptions *self, const char *role)
{
  g_return_val_if_fail (SCRUTINY_IS_READ_OPTIONS (self), NULL);
  g_return_val_if_fail (role != NULL, NULL);

  return g_hash_table_lookup (self->columns, role);
}

/**
 * scrutiny_read_options_set_column:
 * @self: options
 * @role: what the column is for
 * @name: (nullable): its name in the file, `NULL` to find it by looking
 *
 * Names the column for @role.
 *
 * Since: 0.1
 */
void
scrutiny_read_options_set_column (ScrutinyReadOptions *self, const char *role, const char *name)
{
  g_return_if_fail (SCRUTINY_IS_READ_OPTIONS (self));
  g_return_if_fail (role != NULL);

  if (name)
    g_hash_table_insert (self->columns, g_strdup (role), g_strdup (name));
  else
    g_hash_table_remove (self->columns, role);
}

static char *
dup_roles (void)
{
  GString *roles = g_string_new (NULL);

  for (guint role = 0; role < N_ROLES; role++)
    if (*role_get_name ((Role) role))
      g_string_append_printf (roles, "%s%s", roles->len > 0 ? ", " : "",
                              role_get_name ((Role) role));

  return g_string_free (roles, FALSE);
}

gboolean
read_options_check (ScrutinyReadOptions *self, GError **error)
{
  g_autoptr (GList) named =
      g_list_sort (g_hash_table_get_keys (self->columns), (GCompareFunc) strcmp);

  for (GList *at = named; at; at = at->next) {
    g_autofree char *shown = printable_dup (at->data, 40);
    g_autofree char *roles = NULL;

    if (role_from_name (at->data) != ROLE_NONE)
      continue;
    roles = dup_roles ();
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, at->data,
                           "Column for “%s”: nothing is read by that name; a column can be the %s",
                           shown, roles);
    return FALSE;
  }

  return TRUE;
}

/**
 * scrutiny_read_options_get_sheet: (get-property sheet)
 * @self: options
 *
 * Gets the sheet of a workbook to read.
 *
 * Returns: (nullable): the sheet's name, `NULL` if it was not set
 *
 * Since: 0.1
 */
const char *
scrutiny_read_options_get_sheet (ScrutinyReadOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_READ_OPTIONS (self), NULL);

  return self->sheet;
}

/**
 * scrutiny_read_options_set_sheet: (set-property sheet)
 * @self: options
 * @sheet: (nullable): the sheet's name, `NULL` for the first that reads as a table
 *
 * Names the sheet of a workbook to read.
 *
 * Since: 0.1
 */
void
scrutiny_read_options_set_sheet (ScrutinyReadOptions *self, const char *sheet)
{
  g_return_if_fail (SCRUTINY_IS_READ_OPTIONS (self));

  set_text (self, &self->sheet, sheet, PROP_SHEET);
}

/**
 * scrutiny_read_options_get_encoding: (get-property encoding)
 * @self: options
 *
 * Gets the encoding of a text.
 *
 * Returns: (nullable): the encoding, `NULL` if it was not set
 *
 * Since: 0.1
 */
const char *
scrutiny_read_options_get_encoding (ScrutinyReadOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_READ_OPTIONS (self), NULL);

  return self->encoding;
}

/**
 * scrutiny_read_options_set_encoding: (set-property encoding)
 * @self: options
 * @encoding: (nullable): the encoding, `NULL` to find it by looking
 *
 * Says in which encoding a text is.
 *
 * Since: 0.1
 */
void
scrutiny_read_options_set_encoding (ScrutinyReadOptions *self, const char *encoding)
{
  g_return_if_fail (SCRUTINY_IS_READ_OPTIONS (self));

  set_text (self, &self->encoding, encoding, PROP_ENCODING);
}

/**
 * scrutiny_read_options_get_layout: (get-property layout)
 * @self: options
 *
 * Gets how the table is laid out.
 *
 * Returns: (nullable): the layout, `NULL` if it was not set
 *
 * Since: 0.1
 */
const char *
scrutiny_read_options_get_layout (ScrutinyReadOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_READ_OPTIONS (self), NULL);

  return self->layout;
}

/**
 * scrutiny_read_options_set_layout: (set-property layout)
 * @self: options
 * @layout: (nullable): `long`, `wide` or `scorecard`, or `chain` for reasons written as text;
 *   `NULL` to find it by looking
 *
 * Says how the table is laid out.
 *
 * Since: 0.1
 */
void
scrutiny_read_options_set_layout (ScrutinyReadOptions *self, const char *layout)
{
  g_return_if_fail (SCRUTINY_IS_READ_OPTIONS (self));

  set_text (self, &self->layout, layout, PROP_LAYOUT);
}

/**
 * scrutiny_read_options_get_council: (get-property council)
 * @self: options
 *
 * Gets whose figures they are.
 *
 * Returns: (nullable): the council, `NULL` if it was not set
 *
 * Since: 0.1
 */
const char *
scrutiny_read_options_get_council (ScrutinyReadOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_READ_OPTIONS (self), NULL);

  return self->council;
}

/**
 * scrutiny_read_options_set_council: (set-property council)
 * @self: options
 * @council: (nullable): the council, or the place among others
 *
 * Says whose figures they are.
 *
 * Since: 0.1
 */
void
scrutiny_read_options_set_council (ScrutinyReadOptions *self, const char *council)
{
  g_return_if_fail (SCRUTINY_IS_READ_OPTIONS (self));

  set_text (self, &self->council, council, PROP_COUNCIL);
}

/**
 * scrutiny_read_options_get_calendar: (get-property calendar)
 * @self: options
 *
 * Gets the calendar of periods that could be of several.
 *
 * Returns: the calendar
 *
 * Since: 0.1
 */
ScrutinyCalendar
scrutiny_read_options_get_calendar (ScrutinyReadOptions *self)
{
  g_return_val_if_fail (SCRUTINY_IS_READ_OPTIONS (self), SCRUTINY_CALENDAR_UNKNOWN);

  return self->calendar;
}

/**
 * scrutiny_read_options_set_calendar: (set-property calendar)
 * @self: options
 * @calendar: the calendar, `SCRUTINY_CALENDAR_UNKNOWN` to find it by looking
 *
 * Says of which calendar periods are that could be of several.
 *
 * Since: 0.1
 */
void
scrutiny_read_options_set_calendar (ScrutinyReadOptions *self, ScrutinyCalendar calendar)
{
  g_return_if_fail (SCRUTINY_IS_READ_OPTIONS (self));

  if (self->calendar == calendar)
    return;
  self->calendar = calendar;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CALENDAR]);
}
