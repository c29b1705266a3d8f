/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "recomputed.h"

#include "command.h"

#include <math.h>
#include <string.h>

/* NULL where the definition does not say. */
static const char *
part_of (ScrutinyDefinition *definition, RecomputePart part)
{
  const char *(*const get[N_PARTS]) (ScrutinyDefinition *) = {
    scrutiny_definition_get_kind,     scrutiny_definition_get_of,
    scrutiny_definition_get_counted,  scrutiny_definition_get_measure,
    scrutiny_definition_get_dated,    scrutiny_definition_get_scale,
    scrutiny_definition_get_level,    scrutiny_definition_get_calendar,
    scrutiny_definition_get_holidays, scrutiny_definition_get_segments,
  };

  return get[part](definition);
}

static void
append_definition (GString *out, ScrutinyDefinition *definition)
{
  for (guint i = 0; i < N_PARTS; i++) {
    if (part_of (definition, i))
      g_string_append_printf (out, "  %-9s %s\n", recompute_part_get_name (i),
                              part_of (definition, i));
  }
}

static void
append_cell (GString *out, double number, guint decimals)
{
  char text[64], form[16];

  g_snprintf (form, sizeof form, "%%.%uf", decimals);
  if (isfinite (number))
    g_ascii_formatd (text, sizeof text, form, number);
  g_string_append_printf (out, "  %11s",
                          !isfinite (number)                             ? "-"
                          : *text == '-' && !strpbrk (text, "123456789") ? text + 1
                                                                         : text);
}

static void
append_rows (GString *out, ScrutinyReconciliation *beside)
{
  static const struct {
    const char *name;
    guint decimals;
  } columns[] = {
    { "published", 2 }, { "recomputed", 2 },  { "difference", 2 },
    { "numerator", 0 }, { "denominator", 0 },
  };
  ScrutinyTable *rows = scrutiny_reconciliation_get_rows (beside);
  const char *const *periods = scrutiny_table_get_texts (rows, "period");

  g_string_append_printf (out, "%-12s", "period");
  for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
    g_string_append_printf (out, "  %11s", columns[k].name);
  g_string_append_c (out, '\n');
  for (gsize i = 0; i < scrutiny_table_get_n_rows (rows); i++) {
    g_string_append_printf (out, "%-12s", periods[i]);
    for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
      append_cell (out, scrutiny_table_get_doubles (rows, columns[k].name, NULL)[i],
                   columns[k].decimals);
    g_string_append_c (out, '\n');
  }
}

static void
append_findings (GString *out, GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (out, "\n%s\n", statement);
    if (question && *question)
      g_string_append_printf (out, "  Ask: %s\n", question);
  }
}

/* “A, open”: the columns between the period and the numerator. */
static char *
dup_segment (ScrutinyTable *table, char *const *names, gsize row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint k = 1; !g_str_equal (names[k], "numerator"); k++)
    g_string_append_printf (text, "%s%s", k > 1 ? ", " : "",
                            scrutiny_table_get_texts (table, names[k])[row]);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_segment (GString *out, ScrutinyTable *table, char *const *names, gsize row)
{
  const char *state = scrutiny_table_get_texts (table, "state")[row];
  g_autofree char *segment = dup_segment (table, names, row);

  if (g_str_equal (state, "suppressed"))
    g_string_append_printf (out, "  %11s", "withheld");
  else
    append_cell (out, scrutiny_table_get_doubles (table, "value", NULL)[row], 2);
  append_cell (out, scrutiny_table_get_doubles (table, "numerator", NULL)[row], 0);
  append_cell (out, scrutiny_table_get_doubles (table, "denominator", NULL)[row], 0);
  g_string_append_printf (out, "  %s\n", segment);
}

/* Of the latest period; the others are in the other forms. */
static void
append_segments (GString *out, const Recomputed *self)
{
  ScrutinyTable *table = self->segments;
  const gsize n = scrutiny_table_get_n_rows (table);
  const char *const *periods = scrutiny_table_get_texts (table, "period");
  g_auto (GStrv) names = scrutiny_table_dup_names (table);
  const char *latest = NULL;

  for (gsize i = 0; i < n; i++)
    if (!latest || strcmp (periods[i], latest) > 0)
      latest = periods[i];
  g_string_append_printf (out, "\nBy %s, %s; --format csv gives every period\n",
                          scrutiny_definition_get_segments (self->definition),
                          latest ? latest : "-");
  g_string_append_printf (out, "  %11s  %11s  %11s\n", "recomputed", "numerator", "denominator");
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (periods[i], latest))
      append_segment (out, table, names, i);
}

/* A period of the series as it was, and the same after the change; NaN where there is none. */
typedef struct {
  char *period;
  double before, after;
} Recut;

static gboolean
recut_at (const Recomputed *self, gsize i, Recut *row)
{
  ScrutinyTimeline *timeline = scrutiny_series_get_timeline (self->series);
  gint64 at;

  if (i >= scrutiny_series_get_n_values (self->series))
    return FALSE;

  row->period = scrutiny_timeline_dup_text (timeline, i);
  at = scrutiny_timeline_find (scrutiny_series_get_timeline (self->recut), row->period, NULL);
  row->before = scrutiny_series_get_value (self->series, i);
  row->after = at < 0 ? NAN : scrutiny_series_get_value (self->recut, (gsize) at);

  return TRUE;
}

static void
append_recut (GString *out, const Recomputed *self)
{
  Recut row;

  g_string_append (out, "\nThe same, but\n");
  for (guint i = 0; i < N_PARTS; i++) {
    const char *now = part_of (self->changed, i);

    if (g_strcmp0 (now, part_of (self->definition, i)) != 0)
      g_string_append_printf (out, "  %-9s %s\n", recompute_part_get_name (i), now ? now : "-");
  }
  g_string_append_printf (out, "\n%-12s  %11s  %11s  %11s\n", "period", "before", "after",
                          "difference");
  for (gsize i = 0; recut_at (self, i, &row); i++) {
    g_string_append_printf (out, "%-12s", row.period);
    append_cell (out, row.before, 2);
    append_cell (out, row.after, 2);
    append_cell (out, row.after - row.before, 2);
    g_string_append_c (out, '\n');
    g_free (row.period);
  }
}

/* The rows of @self's period that are counted (1), are not (0), or of which it is not known. */
static void
append_row_numbers (GString *out, const Recomputed *self, const char *what, double counted)
{
  const double *rows = scrutiny_table_get_doubles (self->rows, "row", NULL);
  const double *truths = scrutiny_table_get_doubles (self->rows, "counted", NULL);
  g_autoptr (GString) numbers = g_string_new (NULL);
  guint n = 0;

  for (gsize i = 0; i < scrutiny_table_get_n_rows (self->rows); i++) {
    if (isnan (counted) ? !isnan (truths[i]) : truths[i] != counted)
      continue;
    g_string_append_printf (numbers, " %.0f", rows[i]);
    n++;
  }
  if (n > 0)
    g_string_append_printf (out, "  %s (%u):%s\n", what, n, numbers->str);
}

static void
append_cell_rows (GString *out, const Recomputed *self)
{
  g_string_append_printf (out, "\nThe rows of %s, by their number in the file\n", self->period);
  append_row_numbers (out, self, "counted", 1);
  append_row_numbers (out, self, "not counted", 0);
  append_row_numbers (out, self, "looked at, and not known whether counted", NAN);
}

static void
append_notes (GString *out, ScrutinyRecords *records)
{
  g_auto (GStrv) notes = scrutiny_records_dup_notes (records);

  for (gsize i = 0; notes[i]; i++)
    g_string_append_printf (out, "%s%s\n", i ? "" : "\nHow the rows were read\n", notes[i]);
}

char *
recomputed_dup_text (const Recomputed *self)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (self->beside));
  const char *cannot_tell = scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (self->beside));
  GString *out = g_string_new ("From the rows, by\n");

  append_definition (out, self->definition);
  g_string_append_c (out, '\n');
  append_rows (out, self->beside);
  if (cannot_tell)
    g_string_append_printf (out, "\nCannot tell: %s\n", cannot_tell);
  append_findings (out, findings);
  append_findings (out, self->findings);
  if (self->segments)
    append_segments (out, self);
  if (self->recut)
    append_recut (out, self);
  if (self->rows)
    append_cell_rows (out, self);
  append_notes (out, self->records);

  return g_string_free (out, FALSE);
}

static void
append_definition_json (GString *out, ScrutinyDefinition *definition)
{
  gboolean is_first = TRUE;

  g_string_append_c (out, '{');
  for (guint i = 0; i < N_PARTS; i++) {
    if (!part_of (definition, i))
      continue;
    g_string_append_printf (out, "%s\"%s\":", is_first ? "" : ",", recompute_part_get_name (i));
    append_json_string (out, part_of (definition, i));
    is_first = FALSE;
  }
  g_string_append_c (out, '}');
}

static void
append_recut_json (GString *out, const Recomputed *self)
{
  Recut row;

  g_string_append (out, ",\"but\":{\"definition\":");
  append_definition_json (out, self->changed);
  g_string_append (out, ",\"rows\":[");
  for (gsize i = 0; recut_at (self, i, &row); i++) {
    g_string_append_printf (out, "%s{\"period\":", i ? "," : "");
    append_json_string (out, row.period);
    g_string_append (out, ",\"before\":");
    append_json_number (out, row.before);
    g_string_append (out, ",\"after\":");
    append_json_number (out, row.after);
    g_string_append (out, ",\"difference\":");
    append_json_number (out, row.after - row.before);
    g_string_append_c (out, '}');
    g_free (row.period);
  }
  g_string_append (out, "]}");
}

static void
append_segment_json (GString *out, ScrutinyTable *table, char *const *names, gsize row)
{
  g_string_append_printf (out, "%s{", row ? "," : "");
  for (guint k = 0; names[k]; k++) {
    g_string_append (out, k ? "," : "");
    append_json_string (out, names[k]);
    g_string_append_c (out, ':');
    if (scrutiny_table_is_text (table, names[k]))
      append_json_string (out, scrutiny_table_get_texts (table, names[k])[row]);
    else
      append_json_number (out, scrutiny_table_get_doubles (table, names[k], NULL)[row]);
  }
  g_string_append_c (out, '}');
}

static void
append_segments_json (GString *out, ScrutinyTable *table)
{
  g_auto (GStrv) names = scrutiny_table_dup_names (table);

  g_string_append (out, ",\"segments\":[");
  for (gsize i = 0; i < scrutiny_table_get_n_rows (table); i++)
    append_segment_json (out, table, names, i);
  g_string_append_c (out, ']');
}

static void
append_row_findings_json (GString *out, GPtrArray *findings)
{
  g_string_append (out, ",\"row_findings\":[");
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (out, "%s{\"id\":", i ? "," : "");
    append_json_string (out, scrutiny_finding_get_id (findings->pdata[i]));
    g_string_append (out, ",\"statement\":");
    append_json_string (out, statement);
    g_string_append (out, ",\"question\":");
    append_json_string (out, question ? question : "");
    g_string_append_c (out, '}');
  }
  g_string_append_c (out, ']');
}

static void
append_cell_rows_json (GString *out, const Recomputed *self)
{
  const double *rows = scrutiny_table_get_doubles (self->rows, "row", NULL);
  const double *truths = scrutiny_table_get_doubles (self->rows, "counted", NULL);
  const double *measures = scrutiny_table_get_doubles (self->rows, "measure", NULL);

  g_string_append (out, ",\"cell\":{\"period\":");
  append_json_string (out, self->period);
  g_string_append (out, ",\"rows\":[");
  for (gsize i = 0; i < scrutiny_table_get_n_rows (self->rows); i++) {
    g_string_append_printf (out, "%s{\"row\":", i ? "," : "");
    append_json_number (out, rows[i]);
    g_string_append_printf (out, ",\"counted\":%s,\"measure\":",
                            isnan (truths[i]) ? "null"
                            : truths[i] == 1  ? "true"
                                              : "false");
    append_json_number (out, measures[i]);
    g_string_append_c (out, '}');
  }
  g_string_append (out, "]}");
}

/* What the library says of the figures, with what the rows and the change are. */
char *
recomputed_dup_json (const Recomputed *self)
{
  g_autofree char *result = scrutiny_result_dup_json (SCRUTINY_RESULT (self->beside));
  g_auto (GStrv) notes = scrutiny_records_dup_notes (self->records);
  g_autoptr (GString) out = g_string_new_len (result, (gssize) strlen (result) - 1);

  g_string_append (out, ",\"definition\":");
  append_definition_json (out, self->definition);
  g_string_append (out, ",\"notes\":[");
  for (gsize i = 0; notes[i]; i++) {
    g_string_append (out, i ? "," : "");
    append_json_string (out, notes[i]);
  }
  g_string_append_c (out, ']');
  append_row_findings_json (out, self->findings);
  if (self->segments)
    append_segments_json (out, self->segments);
  if (self->recut)
    append_recut_json (out, self);
  if (self->rows)
    append_cell_rows_json (out, self);
  g_string_append_c (out, '}');

  return self->dossier
             ? with_input (out->str, self->dossier)
             : with_file (out->str, self->name, scrutiny_records_get_hash (self->records));
}
