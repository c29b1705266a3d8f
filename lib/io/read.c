/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/read.h>

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "indicator/dossier-private.h"
#include "io/chain-text.h"
#include "io/csv-scan.h"
#include "io/data-package.h"
#include "io/dossier-folder.h"
#include "io/dossier-json.h"
#include "io/encoding.h"
#include "io/file-bytes.h"
#include "io/layout.h"
#include "io/read-options-private.h"
#include "io/xlsx.h"

#define HEAD 4096 /* bytes that say what kind of file it is */
#define PIECE (64 * 1024)

typedef struct {
  GFile *file;
  char *name; /* printable; never its folder */
  ScrutinyReadOptions *options;
  ScrutinyDossierBuilder *builder;
  GCancellable *cancellable;
  GInputStream *stream;
  GChecksum *hash;
  const char *head; /* the stream's first bytes */
  gsize n_head;
} Reading;

/* What opens a file that is no table, and what to do instead. */
static const struct {
  const char *magic;
  gsize length;
  const char *what;
} foreign[] = {
  { "%PDF-", 5, "a PDF; ask for the table behind it as a spreadsheet or CSV" },
  { "\x1f\x8b", 2, "compressed with gzip; unpack it first" },
  { "\x89PNG", 4, "a picture; ask for the table behind it as a spreadsheet or CSV" },
  { "\xff\xd8\xff", 3, "a picture; ask for the table behind it as a spreadsheet or CSV" },
  { "{\\rtf", 5, "a text document (RTF); save its table as CSV" },
};

/* Past a byte order mark and blanks. */
static const char *
find_first (const Reading *self, gsize *n_left)
{
  gsize i = self->n_head >= 3 && memcmp (self->head, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (i < self->n_head && g_ascii_isspace (self->head[i]))
    i++;
  *n_left = self->n_head - i;

  return self->head + i;
}

static gboolean
begins_with (const Reading *self, const char *text)
{
  gsize n_left, length = strlen (text);
  const char *first = find_first (self, &n_left);

  return n_left >= length && g_ascii_strncasecmp (first, text, length) == 0;
}

static gboolean
is_json (const Reading *self)
{
  g_autofree char *lower = g_ascii_strdown (self->name, -1);

  return begins_with (self, "{") || g_str_has_suffix (lower, ".json");
}

static gboolean
refuse (const Reading *self, const char *what, GError **error)
{
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL, "%s: %s", self->name,
                         what);

  return FALSE;
}

static gboolean
check_foreign (const Reading *self, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    if (self->n_head >= foreign[i].length &&
        memcmp (self->head, foreign[i].magic, foreign[i].length) == 0)
      return refuse (self, foreign[i].what, error);
  if (begins_with (self, "<!doctype") || begins_with (self, "<html"))
    return refuse (self, "a web page, not a table; download the file it links to", error);
  if (begins_with (self, "<?xml"))
    return refuse (self, "XML, not a table; save it as .xlsx or CSV", error);

  return TRUE;
}

/* Implements CsvRead; what is scanned is also hashed. */
static gssize
read_piece (gpointer source, char *buffer, gsize size, GError **error)
{
  Reading *self = source;
  gssize n = g_input_stream_read (self->stream, buffer, size, self->cancellable, error);

  if (n > 0)
    g_checksum_update (self->hash, (const guchar *) buffer, n);

  return n;
}

/* A layout may have seen enough before the end; the hash is of all of it. */
static gboolean
read_rest (Reading *self, GError **error)
{
  g_autofree char *buffer = g_malloc (PIECE);
  gssize n = 1;

  while (n > 0)
    n = read_piece (self, buffer, PIECE, error);

  return n == 0;
}

static gboolean
read_table (Reading *self, GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  CsvInput input = { .read = read_piece,
                     .source = self,
                     .encoding =
                         self->options ? scrutiny_read_options_get_encoding (self->options) : NULL,
                     .origin = self->name,
                     .notes = notes };
  g_autoptr (Grid) grid = NULL;

  grid = csv_scan (&input, error);
  if (!grid || !layout_read (grid, self->options, self->builder, error) || !read_rest (self, error))
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    scrutiny_dossier_builder_add_note (self->builder, NULL, notes->pdata[i]);

  return TRUE;
}

static const char *
get_layout (const Reading *self)
{
  const char *layout = self->options ? scrutiny_read_options_get_layout (self->options) : NULL;

  return layout && *layout ? layout : NULL;
}

/* A whole graph is known by its first line; plain lines are read where that is asked for. */
static gboolean
is_chain (const Reading *self)
{
  g_autofree char *lower = g_ascii_strdown (self->name, -1);
  g_autofree char *head = g_strndup (self->head, self->n_head);
  const char *layout = get_layout (self);

  return layout ? g_str_equal (layout, "chain")
                : g_str_has_suffix (lower, ".txt") && chain_text_is_graph (head);
}

static GBytes *
read_bytes (Reading *self, gsize most, GError **error)
{
  GBytes *bytes = file_bytes_read_stream (self->stream, self->name, most, self->cancellable, error);
  gsize length = 0;
  gconstpointer data = bytes ? g_bytes_get_data (bytes, &length) : NULL;

  if (length > 0)
    g_checksum_update (self->hash, data, (gssize) length);

  return bytes;
}

static gboolean
read_json (Reading *self, GError **error)
{
  g_autoptr (GBytes) bytes = read_bytes (self, JSON_MOST_BYTES, error);
  gsize length;
  const char *text;

  if (!bytes)
    return FALSE;
  text = g_bytes_get_data (bytes, &length);

  return dossier_json_read (self->name, text ? text : "", length, self->builder, NULL, NULL, error);
}

/* UTF-8, whatever it was, with a NUL behind it. */
static GString *
decode (Reading *self, GBytes *bytes, GError **error)
{
  const char *encoding = self->options ? scrutiny_read_options_get_encoding (self->options) : NULL;
  g_autoptr (EncodingDecoder) decoder = encoding_decoder_new (encoding, self->name);
  gsize length, n_used;
  const char *text = g_bytes_get_data (bytes, &length);
  GString *decoded = NULL;
  g_autofree char *note = NULL;

  if (!encoding_decoder_decode (decoder, text ? text : "", length, TRUE, &n_used, &decoded, error))
    return NULL;
  note = encoding_decoder_dup_note (decoder);
  if (note)
    scrutiny_dossier_builder_add_note (self->builder, NULL, note);

  return decoded ? decoded : g_string_new_len (text, (gssize) length);
}

static gboolean
read_chain (Reading *self, GError **error)
{
  g_autoptr (GBytes) bytes = read_bytes (self, JSON_MOST_BYTES, error);
  GString *text = bytes ? decode (self, bytes, error) : NULL;
  g_autoptr (ScrutinyChain) chain = NULL;
  g_autofree char *note = NULL;

  if (!text)
    return FALSE;
  chain = chain_text_read (self->name, text->str, text->len, &note, error);
  g_string_free (text, TRUE);
  if (!chain)
    return FALSE;
  if (note)
    scrutiny_dossier_builder_add_note (self->builder, NULL, note);
  if (scrutiny_chain_get_n_statements (chain) == 0)
    return refuse (self, "no statement in it; write the claim first", error);

  dossier_json_add_chain (self->builder, chain);

  return TRUE;
}

static gboolean
read_workbook (Reading *self, GError **error)
{
  g_autoptr (GBytes) bytes = read_bytes (self, XLSX_MOST_BYTES, error);

  return bytes && xlsx_read (bytes, self->name, self->options, self->builder, error);
}

static gboolean
fill_head (Reading *self, GError **error)
{
  GBufferedInputStream *stream = G_BUFFERED_INPUT_STREAM (self->stream);
  gssize n = 1;

  while (n > 0 && g_buffered_input_stream_get_available (stream) < HEAD)
    n = g_buffered_input_stream_fill (stream, -1, self->cancellable, error);
  self->head = g_buffered_input_stream_peek_buffer (stream, &self->n_head);

  return n >= 0;
}

static gboolean
read_text (Reading *self, GError **error)
{
  if (is_chain (self))
    return read_chain (self, error);

  return is_json (self) ? read_json (self, error) : read_table (self, error);
}

static gboolean
read_stream (Reading *self, GError **error)
{
  g_autoptr (GBytes) head = NULL;
  gboolean read;

  if (!fill_head (self, error))
    return FALSE;
  if (self->n_head == 0)
    return refuse (self, "there is nothing in it", error);

  head = g_bytes_new_static (self->head, self->n_head);
  if (xlsx_is_workbook (head))
    read = read_workbook (self, error);
  else if (check_foreign (self, error))
    read = read_text (self, error);
  else
    return FALSE;

  if (read)
    scrutiny_dossier_builder_set_origin (self->builder, self->name,
                                         g_checksum_get_string (self->hash));
  return read;
}

static gboolean
read_file (Reading *self, GError **error)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = printable_dup (name ? name : "", 120);
  g_autoptr (GFileInputStream) file = g_file_read (self->file, self->cancellable, error);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GChecksum) hash = NULL;

  if (!file)
    return FALSE;
  stream = g_buffered_input_stream_new_sized (G_INPUT_STREAM (file), HEAD);
  hash = g_checksum_new (G_CHECKSUM_SHA256);
  self->name = shown;
  self->stream = stream;
  self->hash = hash;

  return read_stream (self, error);
}

/* The folder that is the dossier: @file itself, or the one @file belongs to. */
static GFile *
find_folder (GFile *file, GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GFile) parent = NULL;
  g_autoptr (GFile) package = NULL;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) == G_FILE_TYPE_DIRECTORY)
    return g_object_ref (file);
  parent = g_file_get_parent (file);
  if (!parent || !name)
    return NULL;
  if (g_str_equal (name, DATA_PACKAGE_NAME))
    return g_steal_pointer (&parent);
  package = g_file_get_child (parent, DATA_PACKAGE_NAME);
  if (g_str_equal (name, DOSSIER_JSON_NAME) && g_file_query_exists (package, cancellable))
    return g_steal_pointer (&parent);

  return NULL;
}

/**
 * scrutiny_read:
 * @file: a table, a workbook, a JSON file or the folder of a dossier
 * @options: (nullable): what the reader is to know, or `NULL` to find all of it by looking
 * @cancellable: (nullable): what can stop it
 * @error: return location for an error
 *
 * Reads what a council published: CSV, `.xlsx`, `scrutiny.json`, a chain of reasons as JSON or as
 * text ([func@Chain.parse]), or a folder with a `datapackage.json`.
 *
 * What a file is, is found by looking into it, and said in the dossier's notes: its encoding,
 * its layout, and each cell that could not be read, by row. Such a cell is a gap, never a guess.
 * Only a file that as a whole cannot be read is an error, which names the row and the reason.
 *
 * Fails with an error of the file system, or with one of [error@Scrutiny.Error].
 *
 * Returns: (transfer full): what was read
 *
 * Since: 0.1
 */
ScrutinyDossier *
scrutiny_read (GFile *file, ScrutinyReadOptions *options, GCancellable *cancellable, GError **error)
{
  g_autoptr (ScrutinyDossierBuilder) builder = NULL;
  g_autoptr (GFile) folder = NULL;
  Reading self = { .file = file, .options = options, .cancellable = cancellable };

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (options == NULL || SCRUTINY_IS_READ_OPTIONS (options), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (options && !read_options_check (options, error))
    return NULL;

  self.builder = builder = scrutiny_dossier_builder_new ();
  if (options)
    scrutiny_dossier_builder_set_council (builder, scrutiny_read_options_get_council (options));
  folder = find_folder (file, cancellable);
  if (folder ? !dossier_folder_read (folder, options, builder, cancellable, error)
             : !read_file (&self, error))
    return NULL;

  return scrutiny_dossier_builder_end (builder, error);
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  ScrutinyDossier *dossier = scrutiny_read (source, data, cancellable, &error);

  if (dossier)
    g_task_return_pointer (task, dossier, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
unref_options (gpointer options)
{
  if (options)
    g_object_unref (options);
}

/**
 * scrutiny_read_async:
 * @file: a table, a workbook, a JSON file or the folder of a dossier
 * @options: (nullable): what the reader is to know; not to be changed until it has ended
 * @cancellable: (nullable): what can stop it
 * @callback: (scope async): called when the dossier is there
 * @user_data: (closure): what to give to @callback
 *
 * Reads as [func@read] does, on another thread.
 *
 * Since: 0.1
 */
void
scrutiny_read_async (GFile *file,
                     ScrutinyReadOptions *options,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (options == NULL || SCRUTINY_IS_READ_OPTIONS (options));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, scrutiny_read_async);
  g_task_set_task_data (task, options ? g_object_ref (options) : NULL, unref_options);
  g_task_run_in_thread (task, read_cb);
}

/**
 * scrutiny_read_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends what [func@read_async] began.
 *
 * Returns: (transfer full): what was read
 *
 * Since: 0.1
 */
ScrutinyDossier *
scrutiny_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
