/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/enums.h>
#include <scrutiny/panel.h>

#include "base/error-private.h"
#include "base/table-columns.h"
#include "base/timeline-private.h"
#include "trend/panel-index.h"

/**
 * ScrutinyPanel:
 *
 * Many series in one table: columns that say whose a row is, when it is of, and what
 * the figure was.
 *
 * The rows of one key stand together and their periods rise; a key that comes again
 * later, a period out of order and a period twice are errors that name both rows. No
 * series is an object until it is asked for. A panel may be shared between threads.
 *
 * Since: 0.1
 */
struct _ScrutinyPanel {
  GObject parent_instance;

  ScrutinyTable *table;
  PanelIndex *index;    /* shared with copies */
  char **names;         /* of the keys */
  GBytes *values;       /* or of the numerators */
  GBytes *denominators; /* NULL */
  double scale;
  guint threads; /* 0: one a processor */
};

G_DEFINE_FINAL_TYPE (ScrutinyPanel, scrutiny_panel, G_TYPE_OBJECT)

enum {
  PROP_TABLE = 1,
  PROP_N_SERIES,
  PROP_CALENDAR,
  PROP_THREADS,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
scrutiny_panel_finalize (GObject *object)
{
  ScrutinyPanel *self = SCRUTINY_PANEL (object);

  g_clear_object (&self->table);
  g_atomic_rc_box_release_full (self->index, panel_index_clear);
  g_strfreev (self->names);
  g_clear_pointer (&self->values, g_bytes_unref);
  g_clear_pointer (&self->denominators, g_bytes_unref);

  G_OBJECT_CLASS (scrutiny_panel_parent_class)->finalize (object);
}

static void
scrutiny_panel_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  ScrutinyPanel *self = SCRUTINY_PANEL (object);

  switch (id) {
  case PROP_TABLE:
    g_value_set_object (value, self->table);
    break;
  case PROP_N_SERIES:
    g_value_set_uint (value, scrutiny_panel_get_n_series (self));
    break;
  case PROP_CALENDAR:
    g_value_set_enum (value, (int) scrutiny_panel_get_calendar (self));
    break;
  case PROP_THREADS:
    g_value_set_uint (value, self->threads);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
scrutiny_panel_class_init (ScrutinyPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = scrutiny_panel_finalize;
  object_class->get_property = scrutiny_panel_get_property;

  /**
   * ScrutinyPanel:table: (getter get_table)
   *
   * The table the series are in.
   *
   * Since: 0.1
   */
  props[PROP_TABLE] = g_param_spec_object ("table", NULL, NULL, SCRUTINY_TYPE_TABLE, flags);

  /**
   * ScrutinyPanel:n-series: (getter get_n_series)
   *
   * How many series there are.
   *
   * Since: 0.1
   */
  props[PROP_N_SERIES] = g_param_spec_uint ("n-series", NULL, NULL, 0, G_MAXUINT, 0, flags);

  /**
   * ScrutinyPanel:calendar: (getter get_calendar)
   *
   * The calendar that all of them follow.
   *
   * Since: 0.1
   */
  props[PROP_CALENDAR] = g_param_spec_enum ("calendar", NULL, NULL, SCRUTINY_TYPE_CALENDAR,
                                            SCRUTINY_CALENDAR_UNKNOWN, flags);

  /**
   * ScrutinyPanel:threads: (getter get_threads)
   *
   * On how many threads the series are looked at; 0 is one a processor. No result depends on it.
   *
   * Since: 0.1
   */
  props[PROP_THREADS] = g_param_spec_uint ("threads", NULL, NULL, 0, G_MAXUINT, 0, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
scrutiny_panel_init (ScrutinyPanel *self)
{
  self->table = scrutiny_table_new ();
  self->index = g_atomic_rc_box_new0 (PanelIndex);
  self->names = g_new0 (char *, 1);
  self->scale = 1;
}

static ScrutinyPanel *
make (ScrutinyTable *table, const char *const *keys, const char *period, GError **error)
{
  g_autoptr (ScrutinyPanel) self = g_object_new (SCRUTINY_TYPE_PANEL, NULL);

  g_set_object (&self->table, table);
  g_strfreev (self->names);
  self->names = g_strdupv ((char **) keys);
  if (!panel_index_init (self->index, table, keys, period, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * scrutiny_panel_new:
 * @table: the table
 * @keys: (array zero-terminated=1): the columns that say whose a row is
 * @period: the column of periods
 * @value: the column of values, NaN where missing
 * @error: return location for an error
 *
 * Makes a panel of values.
 *
 * Returns: (transfer full): the panel, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyPanel *
scrutiny_panel_new (ScrutinyTable *table,
                    const char *const *keys,
                    const char *period,
                    const char *value,
                    GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (keys != NULL && period != NULL && value != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (ScrutinyPanel) self = make (table, keys, period, error);
  if (!self)
    return NULL;
  self->values = table_columns_dup_numbers (table, "Panel", "value", value, error);

  return self->values ? g_steal_pointer (&self) : NULL;
}

/**
 * scrutiny_panel_new_ratio:
 * @table: the table
 * @keys: (array zero-terminated=1): the columns that say whose a row is
 * @period: the column of periods
 * @numerator: the column of numerators, NaN where missing
 * @denominator: the column of denominators
 * @scale: what the ratio is multiplied by, 100 for per cent
 * @error: return location for an error
 *
 * Makes a panel of numerators and denominators.
 *
 * Returns: (transfer full): the panel, or `NULL` with @error set
 *
 * Since: 0.1
 */
ScrutinyPanel *
scrutiny_panel_new_ratio (ScrutinyTable *table,
                          const char *const *keys,
                          const char *period,
                          const char *numerator,
                          const char *denominator,
                          double scale,
                          GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_TABLE (table), NULL);
  g_return_val_if_fail (keys != NULL && period != NULL, NULL);
  g_return_val_if_fail (numerator != NULL && denominator != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  g_autoptr (ScrutinyPanel) self = make (table, keys, period, error);
  if (!self)
    return NULL;
  self->scale = scale;
  self->values = table_columns_dup_numbers (table, "Panel", "numerator", numerator, error);
  if (self->values)
    self->denominators =
        table_columns_dup_numbers (table, "Panel", "denominator", denominator, error);

  return self->denominators ? g_steal_pointer (&self) : NULL;
}

/**
 * scrutiny_panel_copy_with_threads:
 * @self: a panel
 * @threads: the number of threads, 0 for one a processor
 *
 * Makes a panel of the same series that is looked at on so many threads. How many work is no
 * part of a question, and no answer depends on it.
 *
 * Returns: (transfer full): the panel
 *
 * Since: 0.1
 */
ScrutinyPanel *
scrutiny_panel_copy_with_threads (ScrutinyPanel *self, guint threads)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (self), NULL);

  ScrutinyPanel *copy = g_object_new (SCRUTINY_TYPE_PANEL, NULL);
  g_set_object (&copy->table, self->table);
  g_atomic_rc_box_release_full (copy->index, panel_index_clear);
  copy->index = g_atomic_rc_box_acquire (self->index);
  g_strfreev (copy->names);
  copy->names = g_strdupv (self->names);
  copy->values = self->values ? g_bytes_ref (self->values) : NULL;
  copy->denominators = self->denominators ? g_bytes_ref (self->denominators) : NULL;
  copy->scale = self->scale;
  copy->threads = threads;

  return copy;
}

/**
 * scrutiny_panel_get_threads: (get-property threads)
 * @self: a panel
 *
 * Gets on how many threads the series are looked at.
 *
 * Returns: the number of threads, 0 for one a processor
 *
 * Since: 0.1
 */
guint
scrutiny_panel_get_threads (ScrutinyPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (self), 0);

  return self->threads;
}

/**
 * scrutiny_panel_get_table: (get-property table)
 * @self: a panel
 *
 * Gets the table the series are in.
 *
 * Returns: (transfer none): the table
 *
 * Since: 0.1
 */
ScrutinyTable *
scrutiny_panel_get_table (ScrutinyPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (self), NULL);

  return self->table;
}

/**
 * scrutiny_panel_get_n_series: (get-property n-series)
 * @self: a panel
 *
 * Gets how many series there are.
 *
 * Returns: the number of series
 *
 * Since: 0.1
 */
guint
scrutiny_panel_get_n_series (ScrutinyPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (self), 0);

  return panel_index_get_n_series (self->index);
}

/**
 * scrutiny_panel_get_calendar: (get-property calendar)
 * @self: a panel
 *
 * Gets the calendar that all series follow.
 *
 * Returns: the calendar
 *
 * Since: 0.1
 */
ScrutinyCalendar
scrutiny_panel_get_calendar (ScrutinyPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (self), SCRUTINY_CALENDAR_UNKNOWN);

  return self->index->like.calendar;
}

/**
 * scrutiny_panel_get_names:
 * @self: a panel
 *
 * Gets the names of the columns that say whose a row is.
 *
 * Returns: (transfer none) (array zero-terminated=1): the names
 *
 * Since: 0.1
 */
const char *const *
scrutiny_panel_get_names (ScrutinyPanel *self)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (self), NULL);

  return (const char *const *) self->names;
}

/**
 * scrutiny_panel_dup_key:
 * @self: a panel
 * @index: which series, from 0
 *
 * Gets whose a series is, one text for each of [method@Panel.get_names].
 *
 * Returns: (transfer full) (array zero-terminated=1) (nullable): the texts; `NULL` if
 *   there is no such series
 *
 * Since: 0.1
 */
char **
scrutiny_panel_dup_key (ScrutinyPanel *self, guint index)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (self), NULL);

  if (index >= scrutiny_panel_get_n_series (self))
    return NULL;

  const gsize row = g_array_index (self->index->starts, gsize, index);
  char **key = g_new0 (char *, self->index->n_keys + 1);
  for (guint k = 0; k < self->index->n_keys; k++)
    key[k] = g_strdup (self->index->keys[k][row]);

  return key;
}

static GBytes *
slice (GBytes *column, gsize start, gsize end)
{
  return g_bytes_new_from_bytes (column, start * 8, (end - start) * 8);
}

/**
 * scrutiny_panel_dup_series:
 * @self: a panel
 * @index: which series, from 0
 * @error: return location for an error
 *
 * Makes one of the series; its values are those of the table, not a copy.
 *
 * Returns: (transfer full): the series, or `NULL` with @error set if there is none or its
 *   figures are no series
 *
 * Since: 0.1
 */
ScrutinySeries *
scrutiny_panel_dup_series (ScrutinyPanel *self, guint index, GError **error)
{
  g_return_val_if_fail (SCRUTINY_IS_PANEL (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  const guint n_series = scrutiny_panel_get_n_series (self);
  if (index >= n_series) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, NULL,
                           "Panel: there is no series %u; there are %u, counted from 0", index,
                           n_series);
    return NULL;
  }

  const gsize start = g_array_index (self->index->starts, gsize, index);
  const gsize end = g_array_index (self->index->starts, gsize, index + 1);
  g_autoptr (GBytes) values = slice (self->values, start, end);
  g_autoptr (ScrutinyTimeline) timeline = scrutiny_timeline_new_take (
      self->index->like.calendar, self->index->like.window, self->index->like.length,
      slice (self->index->ordinals, start, end));
  if (!self->denominators)
    return scrutiny_series_new_from_bytes (timeline, values, error);

  g_autoptr (GBytes) denominators = slice (self->denominators, start, end);
  return scrutiny_series_new_ratio_from_bytes (timeline, values, denominators, self->scale, error);
}
