/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/workbook.h"

#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"
#include "io/number-format.h"

static void
sheet_free (gpointer data)
{
  WorkbookSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
  g_free (sheet);
}

static Workbook *
workbook_new (GBytes *bytes, const char *origin)
{
  Workbook *self = g_new0 (Workbook, 1);

  self->origin = g_strdup (origin);
  self->bytes = g_bytes_ref (bytes);
  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  self->strings = g_string_new (NULL);
  self->string_ends = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->formats = g_byte_array_new ();
  return self;
}

void
workbook_free (Workbook *self)
{
  if (!self)
    return;

  g_clear_pointer (&self->zip, zip_discard);
  g_ptr_array_unref (self->sheets);
  g_string_free (self->strings, TRUE);
  g_array_unref (self->string_ends);
  g_byte_array_unref (self->formats);
  g_bytes_unref (self->bytes);
  g_free (self->origin);
  g_free (self);
}

const WorkbookSheet *
workbook_get_sheet (const Workbook *self, guint index)
{
  return self->sheets->pdata[index];
}

GridText
workbook_get_string (const Workbook *self, guint index)
{
  guint32 end = g_array_index (self->string_ends, guint32, index);
  guint32 start = index ? g_array_index (self->string_ends, guint32, index - 1) : 0;

  return (GridText){ .text = self->strings->str + start, .length = end - start };
}

static gboolean
refuse (const Workbook *self, ScrutinyError code, GError **error, const char *what)
{
  scrutiny_set_error_at (error, code, 0, NULL, NULL, "%s: %s", self->origin, what);
  return FALSE;
}

static gboolean
open_archive (Workbook *self, GError **error)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (self->bytes, &size);
  zip_source_t *source = zip_source_buffer_create (data, size, 0, NULL);

  self->zip = source ? zip_open_from_source (source, ZIP_RDONLY, NULL) : NULL;
  if (!self->zip) {
    zip_source_free (source);
    return refuse (self, SCRUTINY_ERROR_UNREADABLE, error,
                   "not a whole workbook: the archive inside cannot be opened; "
                   "save it again as .xlsx or as CSV");
  }
  if (zip_get_num_entries (self->zip, 0) > WORKBOOK_MOST_PARTS)
    return refuse (self, SCRUTINY_ERROR_LIMIT, error,
                   "a workbook of more than 10000 parts; save the sheet as CSV");
  return TRUE;
}

/* A relationship's target is relative to the folder of the part that holds it, or to
 * the archive.  It only ever names a part of the archive.
 */
static char *
resolve_target (const char *folder, const char *target)
{
  g_autofree char *joined =
      *target == '/' ? g_strdup (target + 1) : g_strconcat (folder, target, NULL);
  g_auto (GStrv) steps = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (char **step = steps; *step; step++) {
    if (strcmp (*step, "..") == 0 && kept->len > 0)
      g_ptr_array_set_size (kept, (int) kept->len - 1);
    else if (strcmp (*step, "..") != 0 && strcmp (*step, ".") != 0)
      g_ptr_array_add (kept, *step);
  }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

/* Of relationship id to part, and of the last word of its type to part. */
static GHashTable *
read_relationships (Workbook *self, const char *name, const char *folder, GError **error)
{
  g_autoptr (GHashTable) found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (WorkbookPart) part = workbook_part_open (self, name, &local);
  int more = part ? 1 : 0;

  while (more == 1 && (more = workbook_part_next (part, &local)) == 1) {
    g_autofree char *id = NULL;
    g_autofree char *type = NULL;
    g_autofree char *target = NULL;

    if (!workbook_part_is_start (part, "Relationship"))
      continue;
    id = workbook_part_dup_attribute (part, "Id");
    type = workbook_part_dup_attribute (part, "Type");
    target = workbook_part_dup_attribute (part, "Target");
    if (!id || !type || !target)
      continue;
    g_hash_table_insert (found, g_strconcat ("#", id, NULL), resolve_target (folder, target));
    if (strrchr (type, '/'))
      g_hash_table_insert (found, g_strdup (strrchr (type, '/') + 1),
                           resolve_target (folder, target));
  }
  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return NULL;
  }
  return g_steal_pointer (&found);
}

static gboolean
add_sheet (Workbook *self, WorkbookPart *part, GHashTable *relationships, GError **error)
{
  g_autofree char *name = workbook_part_dup_attribute (part, "name");
  g_autofree char *id = workbook_part_dup_attribute (part, "id");
  g_autofree char *state = workbook_part_dup_attribute (part, "state");
  g_autofree char *key = g_strconcat ("#", id, NULL);
  const char *target = g_hash_table_lookup (relationships, key);
  WorkbookSheet *sheet;

  if (self->sheets->len == WORKBOOK_MOST_SHEETS)
    return refuse (self, SCRUTINY_ERROR_LIMIT, error,
                   "a workbook of more than 1000 sheets; save the sheet as CSV");

  sheet = g_new0 (WorkbookSheet, 1);
  sheet->name = g_strdup (name ? name : "");
  sheet->part = g_strdup (target ? target : "");
  sheet->hidden = state && strcmp (state, "visible") != 0;
  g_ptr_array_add (self->sheets, sheet);
  return TRUE;
}

static gboolean
read_sheets (Workbook *self, const char *name, GHashTable *relationships, GError **error)
{
  g_autoptr (WorkbookPart) part = NULL;
  int more;

  part = workbook_part_open (self, name, error);
  if (!part && error && *error)
    return FALSE;
  if (!part)
    return refuse (self, SCRUTINY_ERROR_UNREADABLE, error,
                   "a zip archive, but not a workbook: the list of sheets is missing; "
                   "give the file inside it");

  while ((more = workbook_part_next (part, error)) == 1) {
    if (workbook_part_is_start (part, "workbookPr")) {
      g_autofree char *from_1904 = workbook_part_dup_attribute (part, "date1904");

      self->from_1904 = from_1904 && (*from_1904 == '1' || *from_1904 == 't');
    } else if (workbook_part_is_start (part, "sheet") &&
               !add_sheet (self, part, relationships, error)) {
      return FALSE;
    }
  }
  if (more == 0 && self->sheets->len == 0)
    return refuse (self, SCRUTINY_ERROR_UNREADABLE, error, "the workbook has no sheets");
  return more == 0;
}

static gboolean
end_string (Workbook *self, guint32 start, GError **error)
{
  guint32 end;

  workbook_unescape (self->strings, start);
  if (self->strings->len > GRID_MOST_TEXT || self->string_ends->len == WORKBOOK_MOST_STRINGS)
    return refuse (self, SCRUTINY_ERROR_LIMIT, error,
                   "more text than a table holds; save the sheet as CSV");

  end = (guint32) self->strings->len;
  g_array_append_val (self->string_ends, end);
  return TRUE;
}

/* <si><t>text</t></si>, or runs <si><r><t>te</t></r><r><t>xt</t></r></si>; <rPh> says
 * how to pronounce it and is not part of the text.
 */
static gboolean
read_strings (Workbook *self, const char *name, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (WorkbookPart) part = workbook_part_open (self, name, &local);
  gboolean in_text = FALSE;
  gboolean aloud = FALSE;
  int more = part ? 1 : 0;

  while (more == 1 && (more = workbook_part_next (part, &local)) == 1) {
    if (workbook_part_is_start (part, "t"))
      in_text = !aloud;
    else if (workbook_part_is_start (part, "rPh"))
      aloud = TRUE;
    else if (in_text)
      workbook_part_append_text (part, self->strings);

    if (workbook_part_is_end (part, "t"))
      in_text = FALSE;
    else if (workbook_part_is_end (part, "rPh"))
      aloud = FALSE;
    else if (workbook_part_is_end (part, "si")) {
      guint n = self->string_ends->len;
      guint32 start = n ? g_array_index (self->string_ends, guint32, n - 1) : 0;

      if (!end_string (self, start, error))
        return FALSE;
    }
  }
  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return more == 0;
}

static guint
attribute_uint (WorkbookPart *part, const char *name)
{
  g_autofree char *text = workbook_part_dup_attribute (part, name);
  guint64 value = 0;

  if (!text || !g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT, &value, NULL))
    return 0;
  return (guint) value;
}

static void
add_style (Workbook *self, WorkbookPart *part, GHashTable *codes)
{
  guint id = attribute_uint (part, "numFmtId");
  const char *code = g_hash_table_lookup (codes, GUINT_TO_POINTER (id));
  guint8 format = (guint8) (code ? number_format_of_code (code) : number_format_of_id (id));

  g_byte_array_append (self->formats, &format, 1);
}

static gboolean
read_styles (Workbook *self, const char *name, GError **error)
{
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (WorkbookPart) part = workbook_part_open (self, name, &local);
  gboolean in_cells = FALSE;
  int more = part ? 1 : 0;

  while (more == 1 && (more = workbook_part_next (part, &local)) == 1) {
    if (workbook_part_is_start (part, "numFmt")) {
      char *code = workbook_part_dup_attribute (part, "formatCode");

      if (code)
        g_hash_table_insert (codes, GUINT_TO_POINTER (attribute_uint (part, "numFmtId")), code);
    } else if (workbook_part_is_start (part, "cellXfs")) {
      in_cells = TRUE;
    } else if (in_cells && workbook_part_is_start (part, "xf")) {
      add_style (self, part, codes);
    }
    if (workbook_part_is_end (part, "cellXfs"))
      in_cells = FALSE;
  }
  if (local) {
    g_propagate_error (error, g_steal_pointer (&local));
    return FALSE;
  }
  return more == 0;
}

static char *
dup_folder (const char *part)
{
  const char *slash = strrchr (part, '/');

  return slash ? g_strndup (part, (gsize) (slash - part) + 1) : g_strdup ("");
}

static gboolean
read_parts (Workbook *self, const char *main_part, GError **error)
{
  g_autofree char *folder = dup_folder (main_part);
  g_autofree char *name =
      g_strconcat (folder, "_rels/", main_part + strlen (folder), ".rels", NULL);
  g_autoptr (GHashTable) parts = read_relationships (self, name, folder, error);
  const char *strings;
  const char *styles;

  if (!parts || !read_sheets (self, main_part, parts, error))
    return FALSE;

  strings = g_hash_table_lookup (parts, "sharedStrings");
  styles = g_hash_table_lookup (parts, "styles");
  return (!strings || read_strings (self, strings, error)) &&
         (!styles || read_styles (self, styles, error));
}

Workbook *
workbook_open (GBytes *bytes, const char *origin, GError **error)
{
  g_autoptr (Workbook) self = workbook_new (bytes, origin);
  g_autoptr (GHashTable) root = NULL;
  const char *main_part;

  if (!open_archive (self, error))
    return NULL;
  root = read_relationships (self, "_rels/.rels", "", error);
  if (!root)
    return NULL;

  main_part = g_hash_table_lookup (root, "officeDocument");
  if (!read_parts (self, main_part ? main_part : "xl/workbook.xml", error))
    return NULL;
  return g_steal_pointer (&self);
}
