/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/xlsx.h"

#include <string.h>

#include "base/error-private.h"

#ifdef SCRUTINY_HAVE_XLSX
#include "base/printable.h"
#include "io/layout.h"
#include "io/workbook.h"
#endif

/* More names than this make a note nobody reads. */
#define MOST_NAMES 12

static gboolean
begins_with (GBytes *bytes, const char *magic, gsize length)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  return size >= length && memcmp (data, magic, length) == 0;
}

static gboolean
is_compound (GBytes *bytes)
{
  return begins_with (bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8);
}

gboolean
xlsx_is_workbook (GBytes *bytes)
{
  return begins_with (bytes, "PK\x03\x04", 4) || is_compound (bytes);
}

static gboolean
check_kind (GBytes *bytes, const char *origin, GError **error)
{
  if (is_compound (bytes)) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL,
                           "%s: an older Excel workbook (.xls) or one with a password; "
                           "save it as .xlsx without a password, or as CSV",
                           origin);
    return FALSE;
  }
  if (g_bytes_get_size (bytes) > XLSX_MOST_BYTES) {
    scrutiny_set_error_at (error, SCRUTINY_ERROR_LIMIT, 0, NULL, NULL,
                           "%s: a workbook larger than %u MB; save the sheet as CSV", origin,
                           XLSX_MOST_BYTES / (1024 * 1024));
    return FALSE;
  }
  return TRUE;
}

#ifdef SCRUTINY_HAVE_XLSX

#define NO_SHEET G_MAXUINT

/* “Q4”, “Q3” and 9 more, without sheet @except. */
static char *
dup_names (const Workbook *book, guint except)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_named = 0;
  guint n_others = book->sheets->len - (except < book->sheets->len ? 1 : 0);

  for (guint i = 0; i < book->sheets->len && n_named < MOST_NAMES; i++) {
    g_autofree char *name = printable_dup (workbook_get_sheet (book, i)->name, 40);

    if (i == except)
      continue;
    g_string_append_printf (names, "%s“%s”", n_named++ ? ", " : "", name);
  }
  if (n_others > n_named)
    g_string_append_printf (names, " and %u more", n_others - n_named);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
add_notes (const Workbook *book, guint chosen, GPtrArray *notes, ScrutinyDossierBuilder *builder)
{
  g_autofree char *name = printable_dup (workbook_get_sheet (book, chosen)->name, 40);
  g_autofree char *others = dup_names (book, chosen);
  g_autofree char *said = NULL;

  if (book->sheets->len > 1)
    said = g_strdup_printf ("The sheet “%s” was read; these were not: %s.", name, others);
  else
    said = g_strdup_printf ("The sheet “%s” was read, the only one.", name);
  scrutiny_dossier_builder_add_note (builder, NULL, said);

  for (guint i = 0; i < notes->len; i++)
    scrutiny_dossier_builder_add_note (builder, NULL, notes->pdata[i]);
}

static gboolean
read_sheet (Workbook *book,
            guint index,
            ScrutinyReadOptions *options,
            ScrutinyDossierBuilder *builder,
            GError **error)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (Grid) grid = worksheet_read (book, index, notes, error);

  if (!grid || !layout_read (grid, options, builder, error))
    return FALSE;

  add_notes (book, index, notes, builder);
  return TRUE;
}

/* NO_SHEET, with an error, where there is none of that name. */
static guint
find_named (const Workbook *book, const char *wanted, GError **error)
{
  g_autofree char *shown = printable_dup (wanted, 40);
  g_autofree char *names = dup_names (book, G_MAXUINT);

  for (guint i = 0; i < book->sheets->len; i++) {
    if (strcmp (workbook_get_sheet (book, i)->name, wanted) == 0)
      return i;
  }
  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_FOUND, 0, NULL, wanted,
                         "%s: no sheet “%s”; there are %s", book->origin, shown, names);
  return NO_SHEET;
}

static gboolean
read_named (Workbook *book,
            const char *wanted,
            ScrutinyReadOptions *options,
            ScrutinyDossierBuilder *builder,
            GError **error)
{
  const guint found = find_named (book, wanted, error);

  return found != NO_SHEET && read_sheet (book, found, options, builder, error);
}

/* The first sheet that is seen and reads as a table.  A sheet that is over a limit or
 * damaged ends the search: what it holds may be the table that was meant.
 */
static gboolean
read_first (Workbook *book,
            ScrutinyReadOptions *options,
            ScrutinyDossierBuilder *builder,
            GError **error)
{
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < book->sheets->len; i++) {
    g_autoptr (GError) local = NULL;

    if (workbook_get_sheet (book, i)->hidden)
      continue;
    if (read_sheet (book, i, options, builder, &local))
      return TRUE;
    if (g_error_matches (local, SCRUTINY_ERROR, SCRUTINY_ERROR_LIMIT)) {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
    if (!first)
      first = g_steal_pointer (&local);
  }

  if (!first)
    scrutiny_set_error_at (&first, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL,
                           "%s: every sheet is hidden; name the sheet to read", book->origin);
  else if (book->sheets->len > 1)
    g_prefix_error (&first, "%s: none of %u sheets reads as a table; the first: ", book->origin,
                    book->sheets->len);
  g_propagate_error (error, g_steal_pointer (&first));
  return FALSE;
}

gboolean
xlsx_read (GBytes *bytes,
           const char *origin,
           ScrutinyReadOptions *options,
           ScrutinyDossierBuilder *builder,
           GError **error)
{
  const char *wanted = options ? scrutiny_read_options_get_sheet (options) : NULL;
  g_autoptr (Workbook) book = NULL;

  if (!check_kind (bytes, origin, error))
    return FALSE;
  book = workbook_open (bytes, origin, error);
  if (!book)
    return FALSE;

  return wanted ? read_named (book, wanted, options, builder, error)
                : read_first (book, options, builder, error);
}

static guint
find_seen (const Workbook *book, GError **error)
{
  for (guint i = 0; i < book->sheets->len; i++)
    if (!workbook_get_sheet (book, i)->hidden)
      return i;
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNREADABLE, 0, NULL, NULL,
                         "%s: every sheet is hidden; name the sheet to read", book->origin);
  return NO_SHEET;
}

Grid *
xlsx_read_grid (GBytes *bytes,
                const char *origin,
                const char *sheet,
                GPtrArray *notes,
                GError **error)
{
  g_autoptr (Workbook) book = NULL;
  guint found;

  if (!check_kind (bytes, origin, error))
    return NULL;
  book = workbook_open (bytes, origin, error);
  if (!book)
    return NULL;
  found = sheet ? find_named (book, sheet, error) : find_seen (book, error);

  return found != NO_SHEET ? worksheet_read (book, found, notes, error) : NULL;
}

#else

static gboolean
refuse_unbuilt (GBytes *bytes, const char *origin, GError **error)
{
  if (!check_kind (bytes, origin, error))
    return FALSE;

  scrutiny_set_error_at (error, SCRUTINY_ERROR_NOT_BUILT, 0, NULL, NULL,
                         "%s: this library was built without XLSX; save the sheet as CSV", origin);
  return FALSE;
}

Grid *
xlsx_read_grid (GBytes *bytes,
                const char *origin,
                const char *sheet,
                GPtrArray *notes,
                GError **error)
{
  refuse_unbuilt (bytes, origin, error);
  return NULL;
}

gboolean
xlsx_read (GBytes *bytes,
           const char *origin,
           ScrutinyReadOptions *options,
           ScrutinyDossierBuilder *builder,
           GError **error)
{
  return refuse_unbuilt (bytes, origin, error);
}

#endif
