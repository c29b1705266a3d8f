/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <scrutiny/feature.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

#ifdef SCRUTINY_HAVE_XLSX

#include "io/workbook-parts.h"
#include "io/workbook.h"

/* Every sheet of every workbook is read, or refused with a message. */
static void
read_sheets (Workbook *book)
{
  for (guint i = 0; i < MIN (book->sheets->len, 4); i++) {
    g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_free);
    g_autoptr (GError) error = NULL;
    g_autoptr (Grid) grid = worksheet_read (book, i, notes, &error);

    g_assert_true ((grid == NULL) == (error != NULL));
    g_assert_true (!error || g_utf8_validate (error->message, -1, NULL));
  }
}

/* Compression hides a part's text from a fuzzer, so what is no archive is a part: its
 * first byte says which.
 */
static GBytes *
dup_archive (const guint8 *data, gsize size)
{
  g_autofree char *text = NULL;
  Part part = { usual_parts[size ? data[0] % G_N_ELEMENTS (usual_parts) : 0].name, NULL, 0 };

  if (size >= 2 && data[0] == 'P' && data[1] == 'K')
    return g_bytes_new (data, size);

  text = size ? g_strndup ((const char *) data + 1, size - 1) : g_strdup ("");
  part.text = text;
  return workbook_of_parts (&part, 1);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = dup_archive (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (Workbook) book = workbook_open (bytes, "fuzz.xlsx", &error);

  g_assert_true ((book == NULL) == (error != NULL));
  g_assert_true (!error || g_utf8_validate (error->message, -1, NULL));
  if (book)
    read_sheets (book);
  return 0;
}

#else

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  return 0;
}

#endif
