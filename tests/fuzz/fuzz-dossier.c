/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <glib/gstdio.h>
#include <scrutiny/read.h>
#include <scrutiny/write.h>

#include "indicator/dossier-private.h"
#include "io/dossier-json.h"
#include "report-checks.h"

#include <string.h>

#define BETWEEN "\n----\n" /* the files of a folder in the input */

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static const char *const names[] = { "datapackage.json", "scrutiny.json", "f.csv" };

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder && (name = g_dir_read_name (folder))) {
    g_autofree char *child = g_build_filename (path, name, NULL);

    remove_tree (child);
  }
  g_remove (path);
}

/* The input's parts are the files; a part that is missing is a file that is. */
static void
write_files (const char *folder, const guint8 *data, gsize size)
{
  const char *at = (const char *) data;
  const char *end = at + size;

  for (gsize i = 0; i < G_N_ELEMENTS (names) && at; i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    const char *next = i + 1 < G_N_ELEMENTS (names) ? g_strstr_len (at, end - at, BETWEEN) : NULL;

    g_assert_true (g_file_set_contents_full (path, at, (next ? next : end) - at,
                                             G_FILE_SET_CONTENTS_NONE, 0600, NULL));
    at = next ? next + strlen (BETWEEN) : NULL;
  }
}

static ScrutinyDossier *
open_folder (const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  ScrutinyDossier *dossier = scrutiny_read (folder, NULL, NULL, &error);

  g_assert_true ((dossier == NULL) == (error != NULL));
  if (error)
    check_characters (error->message, "");

  return dossier;
}

static gboolean
save (ScrutinyDossier *dossier, const char *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  gboolean is_saved = scrutiny_write (dossier, folder, NULL, &error);

  g_assert_true (is_saved == (error == NULL));

  return is_saved;
}

/* Whether a package lists its own files. */
static gboolean
is_of_the_record (const char *path)
{
  g_autofree char *plain = g_canonicalize_filename (path, "/");

  return g_str_equal (plain + 1, names[0]) || g_str_equal (plain + 1, names[1]);
}

/* The list of tables grows by that of the figures; all else that was kept is the same. */
static void
check_same_kept (ScrutinyDossier *one, ScrutinyDossier *other)
{
  GPtrArray *places = scrutiny_dossier_get_unknown_pointers (one);
  GPtrArray *paths = scrutiny_dossier_get_resource_paths (one);

  for (guint i = 0; i < places->len; i++) {
    const char *first = scrutiny_dossier_get_unknown (one, places->pdata[i]);
    const char *second = scrutiny_dossier_get_unknown (other, places->pdata[i]);

    g_assert_nonnull (second);
    if (strcmp (places->pdata[i], "datapackage.json#/resources") != 0)
      g_assert_cmpstr (first, ==, second);
  }
  for (guint i = 0; i < paths->len; i++) {
    if (is_of_the_record (paths->pdata[i]))
      continue; /* written anew */

    GBytes *bytes = scrutiny_dossier_get_resource (other, paths->pdata[i]);

    g_assert_nonnull (bytes);
    g_assert_true (g_bytes_equal (scrutiny_dossier_get_resource (one, paths->pdata[i]), bytes));
  }
}

static void
check_same_series (ScrutinyDossier *one, ScrutinyDossier *other)
{
  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (one); i++) {
    ScrutinySeries *a = scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (one, i));
    ScrutinySeries *b = scrutiny_indicator_get_series (scrutiny_dossier_get_indicator (other, i));

    g_assert_true ((a == NULL) == (b == NULL));
    g_assert_true (!a || scrutiny_series_equal (a, b));
  }
}

static void
check_same (ScrutinyDossier *one, ScrutinyDossier *other)
{
  g_autoptr (JsonValue) first = dossier_json_new (one);
  g_autoptr (JsonValue) second = dossier_json_new (other);

  g_assert_true (json_value_equal (first, second));
  check_same_series (one, other);
  check_same_kept (one, other);
}

/* What can be opened can be reported on, and saved and opened again is the same. */
static void
check_folder (const char *path, const guint8 *data, gsize size)
{
  g_autofree char *copy = g_build_filename (path, "copy", NULL);
  g_autoptr (ScrutinyDossier) dossier = open_folder (path);
  g_autoptr (ScrutinyDossier) again = NULL;

  if (!dossier)
    return;
  check_report (dossier, data, size);
  if (!save (dossier, copy))
    return;
  again = open_folder (copy);
  g_assert_nonnull (again);
  check_same (dossier, again);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char *folder = g_dir_make_tmp ("scrutiny-XXXXXX", NULL);

  g_assert_nonnull (folder);
  write_files (folder, data, size);
  check_folder (folder, data, size);
  remove_tree (folder);

  return 0;
}
