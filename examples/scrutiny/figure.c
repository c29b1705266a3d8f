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

static ScrutinyReadOptions *
read_options (const Figure *self)
{
  const char *const pairs[][2] = {
    { "value", self->value },
    { "numerator", self->numerator },
    { "denominator", self->denominator },
    { "period", self->period },
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
  self->dossier = common_read (common, read_options (self));
  self->found = self->dossier ? choose_indicator (self->dossier, self->indicator) : NULL;
  if (!self->found)
    return FALSE;

  self->series = scrutiny_indicator_get_series (self->found);
  if (!self->series)
    refuse_saying ("%s has one value and no history; %s needs a column of periods",
                   scrutiny_indicator_get_title (self->found), needed);

  return self->series != NULL;
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

    g_string_append_printf (out, "%s\n  Ask: %s\n", statement, question);
  }
}

char *
figure_dup_text (const Figure *self, ScrutinyResult *result)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n\n", scrutiny_indicator_get_title (self->found));
  figure_append_findings (out, result);

  return g_string_free (out, FALSE);
}
