/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "recomputed.h"

#include "command.h"

#include <math.h>
#include <string.h>

static const char *const parts[N_PARTS] = { "kind",  "of",    "counted",  "measure",  "dated",
                                            "scale", "level", "calendar", "holidays", "segments" };

const char *
recompute_part_get_name (RecomputePart part)
{
  return parts[part];
}

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
  g_clear_object (&self->segments);
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
  if (scrutiny_records_get_round_to (self->records) > 1)
    g_clear_object (&self->published); /* rounding alone would part the two */
  if (!self->published)
    self->published = published_nothing (self->series);
  self->beside = scrutiny_reconciliation_new (self->published, self->series, error);
  if (self->beside && self->changed)
    self->recut = scrutiny_records_recompute (self->records, self->changed,
                                              SCRUTINY_CALENDAR_UNKNOWN, NULL, error);

  if (self->beside && self->is_parted)
    self->segments = scrutiny_records_recompute_table (self->records, self->definition,
                                                       SCRUTINY_CALENDAR_UNKNOWN, NULL, error);

  return self->beside && (self->recut || !self->changed) && (self->segments || !self->is_parted);
}

static int
write_recomputed (Common *common, const Recomputed *self)
{
  g_autofree char *text = NULL;

  if (g_strcmp0 (common->format, "json") == 0)
    text = recomputed_dup_json (self);
  else if (g_strcmp0 (common->format, "csv") == 0)
    text = scrutiny_export_csv (self->rows       ? self->rows
                                : self->segments ? self->segments
                                                 : scrutiny_reconciliation_get_rows (self->beside));
  else
    text = recomputed_dup_text (self);

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
  self.is_parted = words->parts[PART_SEGMENTS] != NULL;
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
    { "segments", 0, 0, G_OPTION_ARG_STRING, &words.parts[PART_SEGMENTS],
      "columns to take the figure apart by, such as \"ward, team\"", "NAMES" },
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
