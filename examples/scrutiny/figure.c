/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

void
figure_clear (Figure *self)
{
  g_clear_pointer (&self->value, g_free);
  g_clear_pointer (&self->numerator, g_free);
  g_clear_pointer (&self->denominator, g_free);
  g_clear_pointer (&self->period, g_free);
  g_clear_pointer (&self->indicator, g_free);
  g_clear_object (&self->dossier);
  g_clear_object (&self->subgroups);
  g_clear_pointer (&self->table_name, g_free);
  g_clear_pointer (&self->table_hash, g_free);
}

gboolean
figure_parse (Figure *self,
              Common *common,
              const char *usage,
              const char *summary,
              const GOptionEntry *own,
              int argc,
              char **argv)
{
  const GOptionEntry columns[] = {
    { "value", 0, 0, G_OPTION_ARG_STRING, &self->value, "column of values", "NAME" },
    { "numerator", 0, 0, G_OPTION_ARG_STRING, &self->numerator, "column of numerators", "NAME" },
    { "denominator", 0, 0, G_OPTION_ARG_STRING, &self->denominator, "column of denominators",
      "NAME" },
    { "period", 0, 0, G_OPTION_ARG_STRING, &self->period, "column of periods", "NAME" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &self->indicator,
      "which figure, when the file holds several", "ID" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { columns, own, NULL };

  return common_parse (common, usage, summary, lists, argc, argv);
}

ScrutinyReadOptions *
figure_read_options (const Figure *self, const char *status)
{
  const char *const pairs[][2] = {
    { "value", self->value },
    { "numerator", self->numerator },
    { "denominator", self->denominator },
    { "period", self->period },
    { "status", status },
  };
  ScrutinyReadOptions *options = scrutiny_read_options_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (pairs[i][1])
      scrutiny_read_options_set_column (options, pairs[i][0], pairs[i][1]);

  return options;
}

gboolean
figure_read (Figure *self, Common *common, const char *needed)
{
  self->dossier = common_read (common, figure_read_options (self, NULL));
  self->found = self->dossier ? choose_indicator (self->dossier, self->indicator) : NULL;
  if (!self->found)
    return FALSE;

  self->title = scrutiny_indicator_get_title (self->found);
  self->series = scrutiny_indicator_get_series (self->found);
  if (!self->series)
    refuse_saying ("%s has one value and no history; %s needs a column of periods",
                   scrutiny_indicator_get_title (self->found), needed);

  return self->series != NULL;
}

static ScrutinySubgroups *
subgroups_of (const Figure *self,
              ScrutinyTable *table,
              const SummaryColumns *summary,
              GError **error)
{
  const char *period = self->period ? self->period : "period";

  if (summary->mean)
    return scrutiny_subgroups_new_from_summary_table (table, period, summary->mean,
                                                      summary->deviation, summary->size, error);

  return scrutiny_subgroups_new_from_table (table, period, self->value ? self->value : "value",
                                            error);
}

gboolean
figure_read_subgroups (Figure *self, Common *common, const SummaryColumns *summary)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table =
      common_read_table (common, &self->table_name, &self->table_hash);

  if (!table)
    return FALSE;
  self->title = summary->mean ? summary->mean : self->value ? self->value : "value";
  self->subgroups = subgroups_of (self, table, summary, &error);
  if (!self->subgroups)
    refuse_saying ("%s: %s", self->table_name, error->message);

  return self->subgroups != NULL;
}

static ScrutinyPanel *
panel_of (const Figure *self, ScrutinyTable *table, const char *keys, GError **error)
{
  g_auto (GStrv) names = g_strsplit (keys, ",", -1);
  const char *period = self->period ? self->period : "period";

  if (self->numerator && self->denominator)
    return scrutiny_panel_new_ratio (table, (const char *const *) names, period, self->numerator,
                                     self->denominator, 100, error);

  return scrutiny_panel_new (table, (const char *const *) names, period,
                             self->value ? self->value : "value", error);
}

static ScrutinyPanel *
read_panel (Figure *self, Common *common, const char *keys, gboolean is_mixed)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = g_strsplit (keys, ",", -1);
  g_autoptr (ScrutinyTable) read = common_read_table (common, &self->table_name, &self->table_hash);
  g_autoptr (ScrutinyTable) table = NULL;
  ScrutinyPanel *panel;

  if (!read)
    return NULL;
  self->title = self->value ? self->value : self->numerator ? self->numerator : "value";
  table = is_mixed ? scrutiny_table_copy_grouped (read, (const char *const *) names,
                                                  self->period ? self->period : "period", &error)
                   : g_object_ref (read);
  panel = table ? panel_of (self, table, keys, &error) : NULL;
  if (!panel)
    refuse_saying ("%s: %s", self->table_name, error->message);

  return panel;
}

ScrutinyPanel *
figure_read_panel (Figure *self, Common *common, const char *keys)
{
  return read_panel (self, common, keys, FALSE);
}

ScrutinyPanel *
figure_read_mixed_panel (Figure *self, Common *common, const char *keys)
{
  return read_panel (self, common, keys, TRUE);
}

char *
figure_dup_json (const Figure *self, ScrutinyResult *result)
{
  g_autofree char *json = scrutiny_result_dup_json (result);

  return self->dossier ? with_input (json, self->dossier)
                       : with_file (json, self->table_name, self->table_hash);
}

void
figure_append_findings (GString *out, ScrutinyResult *result)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (result);

  if (scrutiny_result_get_cannot_tell (result))
    g_string_append_printf (out, "Cannot tell: %s\n", scrutiny_result_get_cannot_tell (result));
  for (guint i = 0; i < findings->len; i++) {
    g_autofree char *statement = scrutiny_finding_dup_statement (findings->pdata[i], NULL);
    g_autofree char *question = scrutiny_finding_dup_question (findings->pdata[i], NULL);

    g_string_append_printf (out, "%s\n", statement);
    if (question && *question)
      g_string_append_printf (out, "  Ask: %s\n", question);
  }
}

char *
figure_dup_text (const Figure *self, ScrutinyResult *result)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n\n", self->title);
  figure_append_findings (out, result);

  return g_string_free (out, FALSE);
}
