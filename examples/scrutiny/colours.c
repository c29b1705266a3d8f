/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

#include <string.h>

/* What the command line says of the rule, and of several series. */
typedef struct {
  char *bands, *rule, *status, *keys;
  char **breaks;
  gboolean with_shifts;
  int least;
} ColourWords;

static void
colour_words_clear (ColourWords *self)
{
  g_free (self->bands);
  g_free (self->rule);
  g_free (self->status);
  g_free (self->keys);
  g_strfreev (self->breaks);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ColourWords, colour_words_clear)

/* "A >= 90, B >= 85, C" as the rule it stands for. */
static char *
rule_of_bands (const char *bands)
{
  g_auto (GStrv) parts = g_strsplit (bands, ",", -1);
  GString *rule = g_string_new (NULL);

  for (gsize i = 0; parts[i]; i++) {
    char *part = g_strstrip (parts[i]);
    const gsize name = strcspn (part, "<>=");
    g_autofree char *status = g_strstrip (g_strndup (part, name));

    if (part[name])
      g_string_append_printf (rule, "\"%s\" when value %s; ", status, part + name);
    else
      g_string_append_printf (rule, "otherwise \"%s\"", status);
  }

  return g_string_free (rule, FALSE);
}

static ScrutinyColourRule *
load_rule (const ColourWords *words, ScrutinyIndicator *indicator, GError **error)
{
  ScrutinyColourRule *recorded = indicator ? scrutiny_indicator_get_colour_rule (indicator) : NULL;
  g_autofree char *text = NULL;

  if (words->bands)
    text = rule_of_bands (words->bands);
  else if (words->rule && !g_file_get_contents (words->rule, &text, NULL, error))
    return NULL;
  if (text)
    return scrutiny_colour_rule_parse (text, NULL, error);
  if (recorded)
    return g_object_ref (recorded);

  g_set_error (error, SCRUTINY_ERROR, SCRUTINY_ERROR_NOT_FOUND,
               "%s: no colour rule is recorded; give one with --bands \"A >= 90, B >= 85, "
               "C\" or --rule FILE",
               indicator ? scrutiny_indicator_get_title (indicator) : "the scorecard");
  return NULL;
}

static char *
dup_text (ScrutinyResult *result)
{
  GString *out = g_string_new (NULL);

  figure_append_findings (out, result);
  if (out->len == 0)
    g_string_append (out, "Every status is what the rule gives, and none lies near another.\n");

  return g_string_free (out, FALSE);
}

static int
write_audit (Common *common, ScrutinyColourAudit *audit, ScrutinyDossier *dossier)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0) {
    g_autofree char *json = scrutiny_result_dup_json (SCRUTINY_RESULT (audit));

    text = with_input (json, dossier);
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_colour_audit_get_rows (audit));
  } else {
    text = dup_text (SCRUTINY_RESULT (audit));
  }

  return common_write (common, text);
}

/* What is audited: one figure's history, or a scorecard's rows under one rule. */
typedef struct {
  ScrutinyTable *figures;
  ScrutinyIndicator *indicator; /* NULL: the scorecard */
} Audited;

static gboolean
find_audited (Audited *self, const Figure *figure)
{
  ScrutinyTable *scorecard = scrutiny_dossier_get_scorecard (figure->dossier);

  if (scorecard && !figure->indicator) {
    self->figures = g_object_ref (scorecard);
    return TRUE;
  }

  self->indicator = choose_indicator (figure->dossier, figure->indicator);
  self->figures = self->indicator ? scrutiny_indicator_dup_figures (self->indicator) : NULL;
  if (self->indicator && !self->figures)
    refuse_saying ("%s: no figures, so there is nothing a rule could judge",
                   scrutiny_indicator_get_title (self->indicator));

  return self->figures != NULL;
}

static ScrutinyColourAuditOptions *
options_of (const ColourWords *words, const Audited *audited, GError **error)
{
  g_autoptr (ScrutinyColourAuditOptions) options = scrutiny_colour_audit_options_new ();
  ScrutinySeries *series =
      audited->indicator ? scrutiny_indicator_get_series (audited->indicator) : NULL;
  g_autoptr (ScrutinyShifts) shifts = NULL;

  if (scrutiny_table_has_column (audited->figures, "status"))
    scrutiny_colour_audit_options_set_status_column (options, "status");
  scrutiny_colour_audit_options_set_breaks (options, (const char *const *) words->breaks);
  if (words->with_shifts && series) {
    shifts = scrutiny_shifts_new (series, NULL, error);
    if (!shifts)
      return NULL;
    scrutiny_colour_audit_options_set_shifts (options, shifts);
  }

  return g_steal_pointer (&options);
}

static int
audit_file (Common *common, Figure *figure, const ColourWords *words)
{
  Audited audited = { 0 };
  g_autoptr (ScrutinyTable) figures = NULL;
  g_autoptr (ScrutinyColourRule) rule = NULL;
  g_autoptr (ScrutinyColourAuditOptions) options = NULL;
  g_autoptr (ScrutinyColourAudit) audit = NULL;
  g_autoptr (GError) error = NULL;

  figure->dossier = common_read (common, figure_read_options (figure, words->status));
  if (!figure->dossier || !find_audited (&audited, figure))
    return EXIT_REFUSED;

  figures = audited.figures;
  rule = load_rule (words, audited.indicator, &error);
  if (rule)
    options = options_of (words, &audited, &error);
  if (options)
    audit = scrutiny_colour_audit_new_with_options (figures, rule, options, &error);

  return audit ? write_audit (common, audit, figure->dossier) : refuse (error);
}

static int
write_panel (Common *common, const Figure *figure, ScrutinyColourPanel *audited)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0)
    text = figure_dup_json (figure, SCRUTINY_RESULT (audited));
  else if (g_strcmp0 (common->format, "csv") == 0)
    text = scrutiny_export_csv (scrutiny_colour_panel_get_table (audited));
  else
    text = dup_text (SCRUTINY_RESULT (audited));

  return common_write (common, text);
}

/* Many series under one rule. */
static int
audit_panel (Common *common, Figure *figure, const ColourWords *words)
{
  g_autoptr (ScrutinyPanel) panel = figure_read_mixed_panel (figure, common, words->keys);
  g_autoptr (ScrutinyColourRule) rule = NULL;
  g_autoptr (ScrutinyColourPanel) audited = NULL;
  g_autoptr (GError) error = NULL;

  if (!panel)
    return EXIT_REFUSED;
  rule = load_rule (words, NULL, &error);
  if (rule)
    audited =
        scrutiny_colour_panel_new (panel, rule, (guint) MAX (words->least, 0), NULL, NULL, &error);

  return audited ? write_panel (common, figure, audited) : refuse (error);
}

int
command_colours (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", NULL };
  g_auto (ColourWords) words = { 0 };
  const GOptionEntry own[] = {
    { "status", 0, 0, G_OPTION_ARG_STRING, &words.status, "column of published statuses", "NAME" },
    { "bands", 0, 0, G_OPTION_ARG_STRING, &words.bands,
      "a plain rule, such as \"A >= 90, B >= 85, C\"", "BANDS" },
    { "rule", 0, 0, G_OPTION_ARG_FILENAME, &words.rule, "a file with a rule, dated and compound",
      "FILE" },
    { "break", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.breaks,
      "the figure is counted in another way from here on", "AT" },
    { "shifts", 0, 0, G_OPTION_ARG_NONE, &words.with_shifts,
      "a level of its own between the dates when the figure shifted", NULL },
    { "key", 0, 0, G_OPTION_ARG_STRING, &words.keys,
      "columns that say whose a row is: all of them under one rule", "NAME,..." },
    { "least", 0, 0, G_OPTION_ARG_INT, &words.least,
      "with --key: periods that a series must have to be looked at (0)", "N" },
    { NULL },
  };
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };

  if (!figure_parse (
          &figure, &common, "FILE - the colours audited",
          "Works the statuses out again from the rule and sets them beside the published ones.",
          own, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!words.keys && words.least != 0)
    return refuse_usage (argv[0], "--least means nothing without --key");
  if (words.keys && (words.breaks || words.with_shifts))
    return refuse_usage (argv[0], "--break and --shifts are of one figure, so not with --key");

  return words.keys ? audit_panel (&common, &figure, &words)
                    : audit_file (&common, &figure, &words);
}
