/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#pragma once

#include <scrutiny/review.h>

#include "base/printable.h"
#include "io/csv-scan.h"
#include "io/json.h"

#include <string.h>

/* What holds of every report, whatever was read.  Each check aborts. */

/* Nothing but line ends can act on a terminal or reorder a line. */
static inline void
check_characters (const char *text, const char *line_ends)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *p = text; *p; p = g_utf8_next_char (p))
    g_assert_true (strchr (line_ends, *p) || printable_is_safe (g_utf8_get_char (p)));
}

static inline gboolean
is_word_at (const char *text, const char *at, gsize length)
{
  return (at == text || !g_ascii_isalnum (at[-1])) && !g_ascii_isalnum (at[length]);
}

/* Where nothing read has the letters, a number that is none would have brought them. */
static inline void
check_number_words (const char *text, const guint8 *data, gsize size)
{
  static const char *const words[] = { "nan", "inf" };
  g_autofree char *lower = g_ascii_strdown (text, -1);
  g_autofree char *read = g_ascii_strdown ((const char *) data, (gssize) size);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++) {
    if (memchr (data, '\0', size) || g_strstr_len (read, (gssize) size, words[i]))
      continue;
    for (const char *at = lower; (at = strstr (at, words[i])); at += 3)
      g_assert_false (is_word_at (lower, at, 3));
  }
}

/* Past the tag at @at, which opens an element, closes the innermost one, or does neither. */
static inline const char *
check_tag (GPtrArray *open, const char *at)
{
  const gboolean closes = at[1] == '/';
  const char *name = at + 1 + closes;
  const gsize length = strspn (name, "abcdefghijklmnopqrstuvwxyz123456789");
  g_autofree char *element = g_strndup (name, length);
  const char *end = name + length;

  g_assert_cmpuint (length, >, 0);
  g_assert_cmpstr (element, !=, "script");
  for (gboolean quoted = FALSE; *end && (quoted || *end != '>'); end++)
    quoted ^= *end == '"';
  g_assert_true (*end == '>');

  if (closes) {
    g_assert_cmpuint (open->len, >, 0);
    g_assert_cmpstr (g_ptr_array_index (open, open->len - 1), ==, element);
    g_ptr_array_remove_index (open, open->len - 1);
  } else if (end[-1] != '/' && strcmp (element, "meta") != 0) {
    g_ptr_array_add (open, g_steal_pointer (&element));
  }

  return end + 1;
}

static inline const char *
check_entity (const char *at)
{
  const gsize length = strspn (at + 1, "abcdefghijklmnopqrstuvwxyz0123456789#");

  g_assert_true (length > 0 && at[1 + length] == ';');

  return at + 1 + length;
}

/* One page whose elements are closed in turn. */
static inline void
check_html (const char *html)
{
  static const char doctype[] = "<!doctype html>";
  g_autoptr (GPtrArray) open = g_ptr_array_new_with_free_func (g_free);
  const char *at = html + strlen (doctype);

  g_assert_true (g_str_has_prefix (html, doctype));
  while ((at = strpbrk (at, "<&"))) {
    at = *at == '<' ? check_tag (open, at) : check_entity (at);
    if (open->len > 0 && strcmp (g_ptr_array_index (open, open->len - 1), "style") == 0)
      at = strstr (at, "</style");
  }
  g_assert_cmpuint (open->len, ==, 0);
}

/* No text of a file begins an element. */
static inline void
check_markdown (const char *markdown)
{
  for (const char *at = markdown; (at = strchr (at, '<')); at++)
    g_assert_true (at > markdown && at[-1] == '\\');
}

static inline void
check_json (const char *json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonValue) value = json_value_parse ("report", json, strlen (json), &error);

  g_assert_no_error (error);
  g_assert_nonnull (value);
  g_assert_true (g_utf8_validate (json, -1, NULL));
}

/* No cell is a formula to a spreadsheet. */
static inline void
check_csv (const char *csv)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr (Grid) grid = csv_scan_bytes (bytes, "UTF-8", "report.csv", NULL, NULL);

  for (gsize row = 0; grid && row < grid->n_rows; row++)
    for (guint column = 0; column < grid_get_n_cells (grid, row); column++) {
      GridText cell = grid_get (grid, row, column);

      g_assert_false (cell.length > 0 && strchr ("=+@|%", *cell.text));
    }
}

static inline char *
dup_form (ScrutinyReport *report, const char *form)
{
  g_autoptr (GError) error = NULL;
  char *text = scrutiny_report_dup_text (report, form, NULL, &error);

  g_assert_no_error (error);

  return text;
}

/* @data: all that was read. */
static inline void
check_report (ScrutinyDossier *dossier, const guint8 *data, gsize size)
{
  g_autoptr (ScrutinyReport) report = scrutiny_review (dossier, NULL, NULL, NULL, NULL);
  g_autofree char *text = dup_form (report, "text");
  g_autofree char *markdown = dup_form (report, "md");
  g_autofree char *html = dup_form (report, "html");
  g_autofree char *json = dup_form (report, "json");
  g_autofree char *csv = dup_form (report, "csv");

  check_characters (text, "\n");
  check_characters (markdown, "\n");
  check_characters (html, "\n");
  check_characters (csv, "\r\n");
  check_number_words (text, data, size);
  check_number_words (markdown, data, size);
  check_number_words (html, data, size);
  check_number_words (csv, data, size);
  check_markdown (markdown);
  check_html (html);
  check_json (json);
  check_csv (csv);
}
