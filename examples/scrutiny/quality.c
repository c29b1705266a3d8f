/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

#include <string.h>

#define MOST_NOTES 5

enum {
  N_ROLES = 17
};

/* What the command line says of the table. */
typedef struct {
  char *columns[N_ROLES];
  char *key, *parts, *indicator, *package;
  gboolean as_table;
  int n_checked, n_wrong;
} QualityWords;

static const struct role {
  const char *name, *of;
} roles[N_ROLES] = {
  { "period", "column of periods" },
  { "value", "column of values" },
  { "numerator", "column of numerators" },
  { "denominator", "column of denominators" },
  { "low", "column of the lowest value a publisher takes for ordinary" },
  { "high", "column of the highest" },
  { "total", "column that the parts add up to" },
  { "opening", "column of what was there when a period began" },
  { "into", "column of what came in" },
  { "out", "column of what went out" },
  { "closing", "column of what was there when it ended" },
  { "first", "column of values as first published" },
  { "other", "column of the same values from another source" },
  { "opened", "column of days on which cases began" },
  { "closed", "column of days on which they ended" },
  { "published", "column of days of publication" },
  { "meeting", "column of days of the meeting that used the figure" },
};

static void
quality_words_clear (QualityWords *self)
{
  for (gsize i = 0; i < N_ROLES; i++)
    g_free (self->columns[i]);
  g_free (self->key);
  g_free (self->parts);
  g_free (self->indicator);
  g_free (self->package);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (QualityWords, quality_words_clear)

/* Whether the words name columns, so that the file is read as the table it is. */
static gboolean
names_columns (const QualityWords *words)
{
  for (gsize i = 0; i < N_ROLES; i++)
    if (words->columns[i])
      return TRUE;

  return words->key || words->parts || words->as_table || words->package || words->n_checked > 0;
}

static ScrutinyQualityOptions *
options_of (const QualityWords *words, const char *segment)
{
  ScrutinyQualityOptions *options = scrutiny_quality_options_new ();
  g_auto (GStrv) key = words->key ? g_strsplit (words->key, ",", -1) : NULL;
  g_auto (GStrv) parts = words->parts ? g_strsplit (words->parts, ",", -1) : NULL;

  for (gsize i = 0; i < N_ROLES; i++)
    scrutiny_quality_options_set_column (options, roles[i].name, words->columns[i]);
  scrutiny_quality_options_set_column (options, "segment", segment);
  scrutiny_quality_options_set_key (options, (const char *const *) key);
  scrutiny_quality_options_set_parts (options, (const char *const *) parts);
  scrutiny_quality_options_set_audit (options, (guint) MAX (words->n_checked, 0),
                                      (guint) MAX (words->n_wrong, 0));

  return options;
}

/* The codes of one column, which stand together from @first on; *@after is the row behind them. */
static char **
dup_codes (ScrutinyTable *lists, gsize first, gsize *after)
{
  const char *const *columns = scrutiny_table_get_texts (lists, "column");
  const char *const *codes = scrutiny_table_get_texts (lists, "code");
  GStrvBuilder *builder = g_strv_builder_new ();
  char **some;

  for (*after = first;
       *after < scrutiny_table_get_n_rows (lists) && strcmp (columns[*after], columns[first]) == 0;
       (*after)++)
    g_strv_builder_add (builder, codes[*after]);
  some = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);

  return some;
}

/* What the columns of @name may hold, as the package that the words name says; FALSE if refused. */
static gboolean
read_lists (const QualityWords *words, const char *name, ScrutinyQualityOptions *options)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (words->package);
  g_autofree char *shown = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) lists = scrutiny_read_codes (file, name, NULL, &error);

  if (!lists) {
    refuse_saying ("%s: %s", shown, error->message);
    return FALSE;
  }
  for (gsize first = 0, after; first < scrutiny_table_get_n_rows (lists); first = after) {
    g_auto (GStrv) codes = dup_codes (lists, first, &after);

    scrutiny_quality_options_set_codes (options, scrutiny_table_get_texts (lists, "column")[first],
                                        (const char *const *) codes);
  }

  return TRUE;
}

static void
append_facts (GString *out, ScrutinyQuality *quality)
{
  ScrutinyTable *facts = scrutiny_quality_get_facts (quality);
  const char *const *dimensions = scrutiny_table_get_texts (facts, "dimension");
  const gsize n = scrutiny_table_get_n_rows (facts);

  if (n == 0)
    return;

  g_string_append_printf (out, "\nLooked at: %" G_GSIZE_FORMAT " facts", n);
  for (gsize i = 0, of = 0; i < n; i++) {
    gboolean is_last = i + 1 == n || strcmp (dimensions[i], dimensions[i + 1]) != 0;

    of++;
    if (is_last) {
      g_string_append_printf (out, ", %" G_GSIZE_FORMAT " of %s", of, dimensions[i]);
      of = 0;
    }
  }
  g_string_append (out, " (--format csv lists them).\n");
}

/* How the file was read tells of cells that could not be. */
static void
append_notes (GString *out, ScrutinyDossier *dossier)
{
  g_auto (GStrv) notes = scrutiny_dossier_dup_notes (dossier);

  for (gsize i = 0; notes[i] && i < MOST_NOTES; i++)
    g_string_append_printf (out, "%s%s\n", i == 0 ? "\n" : "", notes[i]);
  if (g_strv_length (notes) > MOST_NOTES)
    g_string_append_printf (out, "… and %u more notes on how it was read (scrutiny report).\n",
                            g_strv_length (notes) - MOST_NOTES);
}

static const char *
title_of (ScrutinyDossier *dossier)
{
  const char *title = scrutiny_dossier_get_title (dossier);

  return title && *title ? title : scrutiny_dossier_get_source (dossier);
}

static char *
dup_text (ScrutinyQuality *quality, ScrutinyDossier *dossier, const char *title)
{
  g_autoptr (GPtrArray) findings = scrutiny_result_dup_findings (SCRUTINY_RESULT (quality));
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "%s\n\n", title);
  figure_append_findings (out, SCRUTINY_RESULT (quality));
  if (findings->len == 0 && !scrutiny_result_get_cannot_tell (SCRUTINY_RESULT (quality)))
    g_string_append (out, "Nothing here asks for a question. Whether the figure matters is another "
                          "one: scrutiny because.\n");
  append_facts (out, quality);
  if (dossier)
    append_notes (out, dossier);

  return g_string_free (out, FALSE);
}

/* What was looked at. */
typedef struct {
  ScrutinyQuality *quality;
  ScrutinyDossier *dossier; /* NULL: a table as it stands */
  char *name, *hash;
} Looked;

static void
looked_clear (Looked *self)
{
  g_clear_object (&self->quality);
  g_clear_object (&self->dossier);
  g_free (self->name);
  g_free (self->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Looked, looked_clear)

static int
write_quality (Common *common, const Looked *looked)
{
  g_autofree char *json = NULL;
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_quality_get_facts (looked->quality));
  } else if (g_strcmp0 (common->format, "json") == 0) {
    json = scrutiny_result_dup_json (SCRUTINY_RESULT (looked->quality));
    text = looked->dossier ? with_input (json, looked->dossier)
                           : with_file (json, looked->name, looked->hash);
  } else {
    text = dup_text (looked->quality, looked->dossier,
                     looked->dossier ? title_of (looked->dossier) : looked->name);
  }

  return common_write (common, text);
}

static gboolean
look_at_table (Looked *self,
               Common *common,
               const QualityWords *words,
               ScrutinyQualityOptions *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table = common_read_table (common, &self->name, &self->hash);

  if (!table || (words->package && !read_lists (words, self->name, options)))
    return FALSE;
  self->quality = scrutiny_quality_new (table, options, &error);
  if (!self->quality)
    refuse_saying ("%s: %s", self->name, error->message);

  return self->quality != NULL;
}

static gboolean
look_at_dossier (Looked *self, const QualityWords *words)
{
  g_autoptr (GError) error = NULL;
  ScrutinyIndicator *indicator = NULL;

  if (words->indicator) {
    indicator = choose_indicator (self->dossier, words->indicator);
    if (!indicator)
      return FALSE;
  }
  self->quality = indicator ? scrutiny_quality_new_of_indicator (indicator, &error)
                            : scrutiny_quality_new_of_dossier (self->dossier, &error);
  if (!self->quality)
    refuse (error);

  return self->quality != NULL;
}

/* Figures if they can be read as such, else the table as it stands. */
static ScrutinyDossier *
try_figures (Common *common)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (common->files[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyDossier) dossier = NULL;

  if (common->columns || common->sheet || common->encoding || common->layout)
    return common_read (common, scrutiny_read_options_new ());
  dossier = scrutiny_read (file, NULL, NULL, &error);
  if (!dossier)
    return NULL;

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++)
    if (scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (dossier, i)))
      return g_steal_pointer (&dossier);

  return NULL;
}

/* A workbook is no table as it stands: say what reading it says. */
static gboolean
is_csv (Common *common)
{
  return !g_str_has_suffix (common->files[0], ".xlsx") &&
         !g_str_has_suffix (common->files[0], ".xls") &&
         !g_file_test (common->files[0], G_FILE_TEST_IS_DIR);
}

static int
look_at_file (Common *common, const QualityWords *words, const char *segment)
{
  g_auto (Looked) looked = { 0 };
  g_autoptr (ScrutinyQualityOptions) options = options_of (words, segment);
  const gboolean as_table = !words->indicator && (names_columns (words) || segment);
  gboolean is_done;

  if (!as_table) {
    looked.dossier = words->indicator || !is_csv (common)
                         ? common_read (common, scrutiny_read_options_new ())
                         : try_figures (common);
    if (!looked.dossier && (words->indicator || !is_csv (common)))
      return EXIT_REFUSED;
  }
  is_done = looked.dossier ? look_at_dossier (&looked, words)
                           : look_at_table (&looked, common, words, options);

  return is_done ? write_quality (common, &looked) : EXIT_REFUSED;
}

int
command_quality (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", NULL };
  g_auto (QualityWords) words = { 0 };
  g_autofree char *segment = NULL;
  GOptionEntry columns[N_ROLES + 1] = { 0 };
  const GOptionEntry own[] = {
    { "key", 0, 0, G_OPTION_ARG_STRING, &words.key, "columns that say whose a row is", "NAME,..." },
    { "parts", 0, 0, G_OPTION_ARG_STRING, &words.parts, "columns that add up to the total",
      "NAME,..." },
    { "segment", 0, 0, G_OPTION_ARG_STRING, &segment,
      "column that divides the rows, to see whether blanks are spread evenly", "NAME" },
    { "package", 0, 0, G_OPTION_ARG_FILENAME, &words.package,
      "datapackage.json with the file among its tables: what columns may hold", "FILE" },
    { "checked", 0, 0, G_OPTION_ARG_INT, &words.n_checked,
      "rows, drawn by lot, that somebody has checked", "N" },
    { "wrong", 0, 0, G_OPTION_ARG_INT, &words.n_wrong, "how many of them did not agree", "N" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &words.indicator,
      "which figure, when the file holds several", "ID" },
    { "as-table", 0, 0, G_OPTION_ARG_NONE, &words.as_table,
      "read the CSV as it stands, such as one row a case", NULL },
    { NULL },
  };
  const GOptionEntry *const lists[] = { columns, own, NULL };
  g_auto (Common) common = { 0 };

  for (gsize i = 0; i < N_ROLES; i++)
    columns[i] = (GOptionEntry){ roles[i].name,     0,           0,     G_OPTION_ARG_STRING,
                                 &words.columns[i], roles[i].of, "NAME" };
  if (!common_parse (&common, "FILE - facts about the quality of figures or records",
                     "Facts, and questions where one of them asks for it; no total.", lists, argc,
                     argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  return look_at_file (&common, &words, segment);
}
