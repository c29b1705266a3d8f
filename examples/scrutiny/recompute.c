/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

#include <math.h>
#include <string.h>

/* What the command line says of the definition: a flag for each of its parts. */
enum {
  PART_KIND,
  PART_OF,
  PART_COUNTED,
  PART_MEASURE,
  PART_DATED,
  PART_SCALE,
  PART_LEVEL,
  PART_CALENDAR,
  PART_HOLIDAYS,
  N_PARTS,
};

static const char *const parts[N_PARTS] = { "kind",  "of",    "counted",  "measure", "dated",
                                            "scale", "level", "calendar", "holidays" };

typedef struct {
  char *parts[N_PARTS];
  char *indicator, *published, *rows;
  char **but;
} RecomputeWords;

static void
recompute_words_clear (RecomputeWords *self)
{
  for (guint i = 0; i < N_PARTS; i++)
    g_free (self->parts[i]);
  g_free (self->indicator);
  g_free (self->published);
  g_free (self->rows);
  g_strfreev (self->but);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RecomputeWords, recompute_words_clear)

/* The rows, how a figure comes of them, and what was published of it. */
typedef struct {
  ScrutinyDossier *dossier; /* NULL: the rows are a file of their own */
  ScrutinyRecords *records;
  ScrutinyDefinition *definition;
  ScrutinyDefinition *changed; /* by --but; NULL: nothing is */
  ScrutinyTable *published;    /* NULL: nothing was */
  ScrutinySeries *series;
  ScrutinySeries *recut;
  ScrutinyReconciliation *beside;
  GPtrArray *findings; /* about the rows */
  const char *period;  /* whose rows are asked for; NULL: none are */
  ScrutinyTable *rows; /* of that period */
  char *name;
} Recomputed;

static void
recomputed_clear (Recomputed *self)
{
  g_clear_object (&self->dossier);
  g_clear_object (&self->records);
  g_clear_object (&self->definition);
  g_clear_object (&self->changed);
  g_clear_object (&self->published);
  g_clear_object (&self->series);
  g_clear_object (&self->recut);
  g_clear_object (&self->beside);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Recomputed, recomputed_clear)

static gboolean
is_folder (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

/* What the flags say, on its own. */
static ScrutinyDefinition *
define (const RecomputeWords *words, GError **error)
{
  const char *names[N_PARTS + 1] = { NULL }, *values[N_PARTS + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < N_PARTS; i++) {
    const char *said = words->parts[i];

    if (i == PART_KIND && !said)
      said = words->parts[PART_COUNTED] ? "share" : "count";
    if (!said)
      continue;
    names[n] = parts[i];
    values[n++] = said;
  }

  return scrutiny_definition_new_from_values (names, values, error);
}

/* @definition with what the flags say in place of what it has. */
static ScrutinyDefinition *
redefine (ScrutinyDefinition *definition, const RecomputeWords *words, GError **error)
{
  g_autoptr (ScrutinyDefinition) made = g_object_ref (definition);

  for (guint i = 0; i < N_PARTS; i++) {
    ScrutinyDefinition *changed;

    if (!words->parts[i])
      continue;
    changed = scrutiny_definition_copy_with (made, parts[i], words->parts[i], error);
    if (!changed)
      return NULL;
    g_object_unref (made);
    made = changed;
  }

  return g_steal_pointer (&made);
}

/* The one figure of the dossier that names its rows, or the one that --indicator names. */
static ScrutinyIndicator *
choose_with_records (ScrutinyDossier *dossier, const char *id)
{
  ScrutinyIndicator *found = NULL;

  for (guint i = 0; !id && i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (dossier, i);

    if (!scrutiny_indicator_get_records (indicator))
      continue;
    if (found)
      return choose_indicator (dossier, NULL);
    found = indicator;
  }

  return found ? found : choose_indicator (dossier, id);
}

static gboolean
take_dossier (Recomputed *self, Common *common, const RecomputeWords *words, GError **error)
{
  ScrutinyIndicator *indicator;
  ScrutinyDefinition *definition;

  self->dossier = common_read (common, scrutiny_read_options_new ());
  indicator = self->dossier ? choose_with_records (self->dossier, words->indicator) : NULL;
  if (!indicator)
    return FALSE;
  if (!scrutiny_indicator_get_records (indicator)) {
    refuse_saying (
        "%s: its definition names no rows; put “records” and “kind” into it, or give the "
        "file of the rows itself",
        scrutiny_indicator_get_title (indicator));
    return FALSE;
  }

  definition = scrutiny_indicator_get_definition (indicator);
  self->records = SCRUTINY_RECORDS (g_object_ref (scrutiny_indicator_get_records (indicator)));
  self->published = scrutiny_indicator_dup_figures (indicator);
  self->definition = redefine (definition, words, error);

  return self->definition != NULL;
}

static gboolean
take_file (Recomputed *self, Common *common, const RecomputeWords *words, GError **error)
{
  self->records = common_read_records (common, &self->name);
  if (self->records)
    self->definition = define (words, error);

  return self->definition != NULL;
}

/* The published figures of a file beside the rows; --column says which of its columns are what. */
static gboolean
take_published (Recomputed *self, Common *common, const RecomputeWords *words)
{
  g_autoptr (ScrutinyDossier) dossier = NULL;
  ScrutinyIndicator *indicator;

  if (!words->published) {
    if (!self->dossier && (common->columns || common->layout))
      refuse_saying ("%s: read as rows, one a case, where --column and --layout mean nothing; name "
                     "columns in the expressions",
                     common->files[0]);
    return self->dossier || !(common->columns || common->layout);
  }

  dossier = common_read_beside (common, words->published, scrutiny_read_options_new ());
  indicator = dossier ? choose_indicator (dossier, words->indicator) : NULL;
  if (!indicator)
    return FALSE;
  g_clear_object (&self->published);
  self->published = scrutiny_indicator_dup_figures (indicator);
  if (!self->published)
    refuse_saying ("%s: no figures in it", words->published);

  return self->published != NULL;
}

/* "counted=days <= 30", of several each in turn. */
static gboolean
change (Recomputed *self, char *const *but, GError **error)
{
  for (gsize i = 0; but && but[i]; i++) {
    g_auto (GStrv) halves = g_strsplit (but[i], "=", 2);
    ScrutinyDefinition *before = self->changed ? self->changed : self->definition;
    ScrutinyDefinition *after = scrutiny_definition_copy_with (
        before, g_strstrip (halves[0]), halves[1] ? g_strstrip (halves[1]) : "", error);

    if (!after)
      return FALSE;
    g_clear_object (&self->changed);
    self->changed = after;
  }

  return TRUE;
}

/* Where nothing was published, the periods alone. */
static ScrutinyTable *
published_nothing (ScrutinySeries *series)
{
  g_auto (GStrv) periods = scrutiny_timeline_dup_texts (scrutiny_series_get_timeline (series));
  const gsize n = scrutiny_series_get_n_values (series);
  g_autofree double *values = g_new (double, n + 1);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (ScrutinyTable) empty = scrutiny_table_new ();
  g_autoptr (ScrutinyTable) dated =
      scrutiny_table_copy_with_texts (empty, "period", (const char *const *) periods, NULL);

  for (gsize i = 0; i < n; i++)
    values[i] = NAN;
  bytes = g_bytes_new (values, n * sizeof *values);

  return scrutiny_table_copy_with_doubles (dated, "value", bytes, NULL);
}

static gboolean
look_at_rows (Recomputed *self, GError **error)
{
  self->findings = scrutiny_records_dup_findings (self->records, self->definition, NULL, error);
  if (self->findings && self->period)
    self->rows = scrutiny_records_dup_rows (self->records, self->definition,
                                            SCRUTINY_CALENDAR_UNKNOWN, self->period, NULL, error);

  return self->findings && (self->rows || !self->period);
}

static gboolean
work_out (Recomputed *self, GError **error)
{
  self->series = scrutiny_records_recompute (self->records, self->definition,
                                             SCRUTINY_CALENDAR_UNKNOWN, NULL, error);
  if (!self->series)
    return FALSE;
  if (!self->published)
    self->published = published_nothing (self->series);
  self->beside = scrutiny_reconciliation_new (self->published, self->series, error);
  if (self->beside && self->changed)
    self->recut = scrutiny_records_recompute (self->records, self->changed,
                                              SCRUTINY_CALENDAR_UNKNOWN, NULL, error);

  return self->beside && (self->recut || !self->changed);
}

/* NULL where the definition does not say. */
static const char *
part_of (ScrutinyDefinition *definition, guint part)
{
  const char *(*const get[N_PARTS]) (ScrutinyDefinition *) = {
    scrutiny_definition_get_kind,     scrutiny_definition_get_of,
    scrutiny_definition_get_counted,  scrutiny_definition_get_measure,
    scrutiny_definition_get_dated,    scrutiny_definition_get_scale,
    scrutiny_definition_get_level,    scrutiny_definition_get_calendar,
    scrutiny_definition_get_holidays,
  };

  return get[part](definition);
}

static void
append_definition (GString *out, ScrutinyDefinition *definition)
{
  for (guint i = 0; i < N_PARTS; i++) {
    if (part_of (definition, i))
      g_string_append_printf (out, "  %-9s %s\n", parts[i], part_of (definition, i));
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
      g_string_append_printf (out, "  %-9s %s\n", parts[i], now ? now : "-");
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

static char *
dup_text (const Recomputed *self)
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
    g_string_append_printf (out, "%s\"%s\":", is_first ? "" : ",", parts[i]);
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
static char *
dup_json (const Recomputed *self)
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
  if (self->recut)
    append_recut_json (out, self);
  if (self->rows)
    append_cell_rows_json (out, self);
  g_string_append_c (out, '}');

  return self->dossier
             ? with_input (out->str, self->dossier)
             : with_file (out->str, self->name, scrutiny_records_get_hash (self->records));
}

static int
write_recomputed (Common *common, const Recomputed *self)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0)
    text = dup_json (self);
  else if (g_strcmp0 (common->format, "csv") == 0)
    text = scrutiny_export_csv (self->rows ? self->rows
                                           : scrutiny_reconciliation_get_rows (self->beside));
  else
    text = dup_text (self);

  return common_write (common, text);
}

static int
recompute (Common *common, const RecomputeWords *words)
{
  g_auto (Recomputed) self = { 0 };
  g_autoptr (GError) error = NULL;
  const gboolean taken = is_folder (common->files[0]) ? take_dossier (&self, common, words, &error)
                                                      : take_file (&self, common, words, &error);

  if (error)
    return refuse (error);
  if (!taken || !take_published (&self, common, words))
    return EXIT_REFUSED;
  self.period = words->rows;
  if (!change (&self, words->but, &error) || !work_out (&self, &error) ||
      !look_at_rows (&self, &error))
    return refuse (error);

  return write_recomputed (common, &self);
}

int
command_recompute (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", NULL };
  g_auto (RecomputeWords) words = { 0 };
  const GOptionEntry own[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_KIND],
      "share, count, rate, mean, median or percentile", "KIND" },
    { "of", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_OF],
      "which rows are looked at, such as \"days IS NOT MISSING\"; all unless it is said", "EXPR" },
    { "counted", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_COUNTED],
      "which of them are counted, such as \"days <= 45\"", "EXPR" },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_MEASURE],
      "what is measured of each, such as \"days_between(opened, closed)\"", "EXPR" },
    { "dated", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_DATED],
      "when a row belongs to: a column of dates", "EXPR" },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_SCALE],
      "what a share or a rate is multiplied by", "NUMBER" },
    { "level", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_LEVEL], "which percentile", "NUMBER" },
    { "by", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_CALENDAR],
      "month, financial-quarter and the like", "CALENDAR" },
    { "holidays", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_HOLIDAYS],
      "england-and-wales, northern-ireland, scotland, none, or dates", "NAME" },
    { "but", 0, 0, G_OPTION_ARG_STRING_ARRAY, &words.but,
      "look again with one part changed: counted=\"days <= 30\"", "PART=EXPR" },
    { "rows", 0, 0, G_OPTION_ARG_STRING, &words.rows,
      "name the rows that one period is made of, by their number in the file", "PERIOD" },
    { "published", 0, 0, G_OPTION_ARG_FILENAME, &words.published,
      "a table with the published figures: period, value", "FILE" },
    { "indicator", 0, 0, G_OPTION_ARG_STRING, &words.indicator,
      "which figure, when the dossier holds several", "ID" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };
  g_auto (Common) common = { 0 };

  if (!common_parse (&common, "FILE - a figure recomputed from the rows behind it",
                     "Works a figure out again from its rows, one row a case, and sets it beside "
                     "what was published.",
                     lists, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  return recompute (&common, &words);
}
