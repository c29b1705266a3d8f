/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/figures-csv.h"

#include <math.h>
#include <string.h>

#include "base/number.h"

static const struct {
  const char *name, *type, *description;
} columns[] = {
  { "indicator", "string", "id of the indicator in scrutiny.json" },
  { "period", "string", "month, quarter or year" },
  { "value", "number", "the figure; empty where there is none" },
  { "numerator", "number", "those counted" },
  { "denominator", "number", "out of how many" },
  { "state", "string", "observed, missing, suppressed, provisional or revised" },
  { "low", "number", "least that a suppressed figure can be" },
  { "high", "number", "most that a suppressed figure can be" },
};

void
figures_csv_init (FiguresCsv *self)
{
  self->text = g_string_new (NULL);
  self->n_series = 0;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (self->text, "%s%s", i ? "," : "", columns[i].name);
  g_string_append_c (self->text, '\n');
}

void
figures_csv_clear (FiguresCsv *self)
{
  g_string_free (self->text, TRUE);
}

static void
append_text (GString *out, const char *text)
{
  if (!strpbrk (text, ",\"\r\n\t;") && !g_ascii_isspace (*text)) {
    g_string_append (out, text);
    return;
  }

  g_string_append_c (out, '"');
  for (; *text; text++) {
    if (*text == '"')
      g_string_append_c (out, '"');
    g_string_append_c (out, *text);
  }
  g_string_append_c (out, '"');
}

static void
append_number (GString *out, double value)
{
  char buffer[NUMBER_TEXT_SIZE];

  g_string_append_c (out, ',');
  if (isfinite (value))
    g_string_append (out, number_format (value, buffer));
}

static void
append_row (GString *out, ScrutinySeries *series, const char *id, const char *period, gsize i)
{
  const double *numerators = scrutiny_series_get_numerators (series, NULL);
  const double *denominators = scrutiny_series_get_denominators (series, NULL);
  gboolean has_counts = scrutiny_series_has_counts (series);
  double low = NAN;
  double high = NAN;

  scrutiny_series_get_bounds (series, i, &low, &high);
  append_text (out, id);
  g_string_append_c (out, ',');
  append_text (out, period);
  append_number (out, scrutiny_series_get_value (series, i));
  append_number (out, has_counts ? numerators[i] : NAN);
  append_number (out, has_counts ? denominators[i] : NAN);
  g_string_append_printf (out, ",%s", scrutiny_series_get_state (series, i));
  append_number (out, low);
  append_number (out, high);
  g_string_append_c (out, '\n');
}

void
figures_csv_add (FiguresCsv *self, const char *id, ScrutinySeries *series)
{
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (scrutiny_series_get_timeline (series));
  gsize n = scrutiny_series_get_n_values (series);

  for (gsize i = 0; i < n; i++)
    append_row (self->text, series, id, periods[i], i);
  self->n_series++;
}

static void
set_string (JsonValue *object, const char *key, const char *text)
{
  json_value_set (object, key, json_value_new_string (text));
}

JsonValue *
figures_csv_new_reference (const char *name, ScrutinySeries *series)
{
  JsonValue *self = json_value_new (JSON_OBJECT);
  ScrutinyCalendar calendar =
      scrutiny_timeline_get_calendar (scrutiny_series_get_timeline (series));
  const char *unit = scrutiny_series_get_unit (series);

  set_string (self, "resource", name);
  if (calendar != SCRUTINY_CALENDAR_UNKNOWN)
    set_string (self, "calendar", scrutiny_calendar_get_name (calendar));
  json_value_set (self, "counts", json_value_new_boolean (scrutiny_series_has_counts (series)));
  if (scrutiny_series_has_counts (series))
    json_value_set (self, "scale", json_value_new_number (scrutiny_series_get_scale (series)));
  if (unit && *unit)
    set_string (self, "unit", unit);
  return self;
}

JsonValue *
figures_csv_new_resource (const char *name, const char *path)
{
  JsonValue *self = json_value_new (JSON_OBJECT);
  JsonValue *schema = json_value_new (JSON_OBJECT);
  JsonValue *fields = json_value_new (JSON_ARRAY);
  JsonValue *missing = json_value_new (JSON_ARRAY);
  JsonValue *key = json_value_new (JSON_ARRAY);

  set_string (self, "name", name);
  set_string (self, "path", path);
  set_string (self, "profile", "tabular-data-resource");
  set_string (self, "encoding", "utf-8");
  json_value_set (self, "schema", schema);
  json_value_set (schema, "fields", fields);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    JsonValue *field = json_value_new (JSON_OBJECT);

    set_string (field, "name", columns[i].name);
    set_string (field, "type", columns[i].type);
    set_string (field, "description", columns[i].description);
    json_value_add (fields, field);
  }
  json_value_add (missing, json_value_new_string (""));
  json_value_set (schema, "missingValues", missing);
  json_value_add (key, json_value_new_string ("indicator"));
  json_value_add (key, json_value_new_string ("period"));
  json_value_set (schema, "primaryKey", key);
  return self;
}
