/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

/* Figures named in a message. */
#define MOST_LISTED 20

static gboolean
columns_are_pairs (char **columns)
{
  for (gsize i = 0; columns && columns[i]; i++)
    if (!strchr (columns[i], '='))
      return FALSE;

  return TRUE;
}

gboolean
common_parse (Common *self,
              const char *usage,
              const char *summary,
              const GOptionEntry *const *lists,
              int argc,
              char **argv)
{
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &self->format,
      "text, json, csv, md, html or svg, where it makes sense", "FORM" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->out, "write to FILE instead of the terminal",
      "FILE" },
    { "lang", 0, 0, G_OPTION_ARG_STRING, &self->language, "language of the words (en)", "LANG" },
    { "column", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->columns,
      "which column holds what: value=\"Actual\"", "ROLE=NAME" },
    { "sheet", 0, 0, G_OPTION_ARG_STRING, &self->sheet, "sheet of a workbook", "NAME" },
    { "encoding", 0, 0, G_OPTION_ARG_STRING, &self->encoding, "encoding of a text file", "NAME" },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &self->layout,
      "layout of a table: long, wide or scorecard; chain for reasons as text", "NAME" },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->files, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autofree char *program = g_strconcat ("scrutiny ", argv[0], NULL);
  g_autoptr (GError) error = NULL;

  g_set_prgname (program); /* what its usage line begins with */
  g_option_context_set_summary (context, summary);
  for (gsize i = 0; lists[i]; i++)
    g_option_context_add_main_entries (context, lists[i], NULL);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)) {
    refuse_usage (argv[0], error->message);
    return FALSE;
  }
  if (!columns_are_pairs (self->columns)) {
    refuse_usage (argv[0], "--column is written ROLE=NAME, such as --column value=\"Actual\"");
    return FALSE;
  }
  if (!self->files || !self->files[0] || !*self->files[0]) {
    refuse_usage (argv[0], "name a file or a folder to read");
    return FALSE;
  }
  if (self->files[1]) {
    g_autofree char *message =
        g_strdup_printf ("one file at a time: “%s” is one too many", self->files[1]);

    refuse_usage (argv[0], message);
    return FALSE;
  }

  return TRUE;
}

void
common_clear (Common *self)
{
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->columns, g_strfreev);
  g_clear_pointer (&self->sheet, g_free);
  g_clear_pointer (&self->encoding, g_free);
  g_clear_pointer (&self->layout, g_free);
  g_clear_pointer (&self->files, g_strfreev);
}

static void
set_columns (Common *self, ScrutinyReadOptions *options)
{
  for (gsize i = 0; self->columns && self->columns[i]; i++) {
    g_auto (GStrv) parts = g_strsplit (self->columns[i], "=", 2);

    scrutiny_read_options_set_column (options, parts[0], parts[1]);
  }
}

/* The system's message tells neither that it is a name nor what to do about it. */
static int
refuse_file (const char *name, const GError *error, const char *not_found)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return refuse_saying ("%s: %s", name, not_found);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return refuse_saying ("%s: not allowed to open it; ask whoever owns it, or take another", name);

  return refuse (error);
}

ScrutinyTable *
common_read_table (Common *self, char **name, char **hash)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->files[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;

  *name = g_file_get_basename (file);
  if (self->columns || self->sheet || self->encoding || self->layout) {
    refuse_saying ("%s: read as a table as it stands, where --column, --sheet, --encoding and "
                   "--layout mean nothing; name columns with --period and --value",
                   *name);
    return NULL;
  }
  table = scrutiny_read_table (file, NULL, &error);
  if (table)
    bytes = g_file_load_bytes (file, NULL, NULL, &error);
  if (!bytes) {
    refuse_file (self->files[0], error,
                 "there is no such file or folder; check its name, and the folder you are in");
    return NULL;
  }
  *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_steal_pointer (&table);
}

ScrutinyRecords *
common_read_records (Common *self, char **name)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (self->files[0]);
  g_autoptr (ScrutinyRecordsOptions) options = scrutiny_records_options_new ();
  g_autoptr (GError) error = NULL;
  ScrutinyRecords *records;

  *name = g_file_get_basename (file);
  if (self->sheet)
    scrutiny_records_options_set_sheet (options, self->sheet);
  if (self->encoding)
    scrutiny_records_options_set_encoding (options, self->encoding);

  records = scrutiny_records_read (file, options, NULL, &error);
  if (!records)
    refuse_file (self->files[0], error,
                 "there is no such file or folder; check its name, and the folder you are in");

  return records;
}

ScrutinyDossier *
common_read_beside (Common *self, const char *path, ScrutinyReadOptions *options)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (ScrutinyReadOptions) owned = options;
  g_autoptr (GError) error = NULL;
  ScrutinyDossier *dossier;

  set_columns (self, options);
  if (self->layout)
    scrutiny_read_options_set_layout (options, self->layout);

  dossier = scrutiny_read (file, options, NULL, &error);
  if (!dossier)
    refuse_file (path, error,
                 "there is no such file or folder; check its name, and the folder you are in");

  return dossier;
}

ScrutinyDossier *
common_read (Common *self, ScrutinyReadOptions *options)
{
  if (self->sheet)
    scrutiny_read_options_set_sheet (options, self->sheet);
  if (self->encoding)
    scrutiny_read_options_set_encoding (options, self->encoding);

  return common_read_beside (self, self->files[0], options);
}

static gboolean
acts_on_terminal (gunichar character, gunichar next)
{
  if (character == '\n' || (character == '\r' && next == '\n'))
    return FALSE;

  return character < 0x20 || (character >= 0x7f && character < 0xa0) || character == 0x061c ||
         character == 0x200e || character == 0x200f ||
         (character >= 0x2028 && character <= 0x202e) ||
         (character >= 0x2066 && character <= 0x2069);
}

/* Where the run of letters, lines and the like at @at ends: most of any text. */
static const char *
skip_plain (const char *at)
{
  while ((*at >= ' ' && *at < 0x7f) || *at == '\n')
    at++;

  return at;
}

/* What a file holds may not act on the terminal or reorder a line. */
static char *
dup_printable (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  const char *at = text;

  for (;;) {
    const char *end = skip_plain (at);
    gunichar character, next;

    g_string_append_len (out, at, end - at);
    if (!*end)
      break;
    character = g_utf8_get_char (end);
    at = g_utf8_next_char (end);
    next = g_utf8_get_char (at);
    g_string_append_unichar (out, acts_on_terminal (character, next) ? 0xfffd : character);
  }

  return g_string_free (out, FALSE);
}

int
refuse_writing (Common *self, const GError *error)
{
  return refuse_file (self->out, error, "there is no such folder to write to; make it first");
}

int
common_write (Common *self, const char *text)
{
  g_autoptr (GFile) file = self->out ? g_file_new_for_commandline_arg (self->out) : NULL;
  g_autoptr (GError) error = NULL;

  if (!file) {
    g_autofree char *printable = dup_printable (text);

    fputs (printable, stdout);
    return fflush (stdout) == 0 ? EXIT_DONE : EXIT_REFUSED;
  }
  if (!g_file_replace_contents (file, text, strlen (text), NULL, FALSE, G_FILE_CREATE_NONE, NULL,
                                NULL, &error))
    return refuse_writing (self, error);

  return EXIT_DONE;
}

int
refuse (const GError *error)
{
  return refuse_saying ("%s", error->message);
}

int
refuse_saying (const char *format, ...)
{
  va_list words;
  g_autofree char *message = NULL;
  g_autofree char *printable = NULL;

  va_start (words, format);
  message = g_strdup_vprintf (format, words);
  va_end (words);
  printable = dup_printable (message);
  g_printerr ("scrutiny: %s\n", g_strdelimit (printable, "\n", ' '));

  return EXIT_REFUSED;
}

int
refuse_usage (const char *command, const char *message)
{
  g_printerr ("scrutiny: %s (see scrutiny %s --help)\n", message, command);

  return EXIT_USAGE;
}

gboolean
common_has_format (Common *self, const char *const *forms, const char *command)
{
  g_autofree char *list = g_strjoinv (", ", (char **) forms);
  g_autofree char *message = NULL;

  if (!self->format || g_strv_contains (forms, self->format))
    return TRUE;

  message = g_strdup_printf ("no form “%s”; there are %s", self->format, list);
  refuse_usage (command, message);
  return FALSE;
}

void
append_json_string (GString *out, const char *text)
{
  g_string_append_c (out, '"');
  for (const char *p = text ? text : ""; *p; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (out, "\\u%04x", (guint) *p);
    else
      g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

void
append_json_number (GString *out, double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE] = "null";

  for (int digits = 1; isfinite (number) && digits <= 17; digits++) {
    char format[8];

    g_snprintf (format, sizeof format, "%%.%dg", digits);
    g_ascii_formatd (text, sizeof text, format, number);
    if (g_ascii_strtod (text, NULL) == number)
      break;
  }
  g_string_append (out, text);
}

void
append_markdown (GString *out, const char *text)
{
  for (const char *p = text; *p; p++) {
    if (*p == '\n' || *p == '\r')
      g_string_append_c (out, ' ');
    else if (strchr ("\\`*_{}[]<>#|!~&", *p))
      g_string_append_printf (out, "\\%c", *p);
    else
      g_string_append_c (out, *p);
  }
}

char *
with_file (const char *json, const char *file, const char *hash)
{
  GString *out = g_string_new ("{\"input\":{\"file\":");

  append_json_string (out, file);
  g_string_append (out, ",\"sha256\":");
  if (hash)
    append_json_string (out, hash);
  else
    g_string_append (out, "null");
  g_string_append_printf (out, "},%s\n", json + 1);

  return g_string_free (out, FALSE);
}

char *
with_input (const char *json, ScrutinyDossier *dossier)
{
  return with_file (json, scrutiny_dossier_get_source (dossier),
                    scrutiny_dossier_get_hash (dossier));
}

static void
list_indicators (ScrutinyDossier *dossier)
{
  const guint n = scrutiny_dossier_get_n_indicators (dossier);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < MIN (n, MOST_LISTED); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (dossier, i);

    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", scrutiny_indicator_get_id (indicator));
  }
  if (n > MOST_LISTED)
    g_string_append_printf (ids, " and %u more", n - MOST_LISTED);
  refuse_saying ("%s holds %u figures; name one with --indicator: %s",
                 scrutiny_dossier_get_source (dossier), n, ids->str);
}

ScrutinyIndicator *
choose_indicator (ScrutinyDossier *dossier, const char *id)
{
  g_autoptr (GError) error = NULL;
  ScrutinyIndicator *indicator;

  if (!id && scrutiny_dossier_get_n_indicators (dossier) == 1)
    return scrutiny_dossier_get_indicator (dossier, 0);
  if (!id) {
    list_indicators (dossier);
    return NULL;
  }

  indicator = scrutiny_dossier_find_indicator (dossier, id, &error);
  if (!indicator)
    refuse (error);

  return indicator;
}

gboolean
read_way (const char *word, ScrutinyDirection *way)
{
  *way = SCRUTINY_DIRECTION_NONE;
  if (g_strcmp0 (word, "up") == 0)
    *way = SCRUTINY_DIRECTION_UP;
  else if (g_strcmp0 (word, "down") == 0)
    *way = SCRUTINY_DIRECTION_DOWN;

  return !word || *way != SCRUTINY_DIRECTION_NONE;
}
