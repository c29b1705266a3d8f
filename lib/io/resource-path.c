/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "io/resource-path.h"

#include <stdlib.h>
#include <string.h>

#include "base/error-private.h"
#include "base/printable.h"

#define MOST_LENGTH 1024

static gboolean
has_control (const char *path)
{
  for (; *path; path++) {
    if ((guchar) *path < 0x20 || *path == 0x7f)
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_step_up (const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  return g_strv_contains ((const char *const *) steps, "..");
}

/* Why @path is refused, or NULL. */
static const char *
find_fault (const char *path)
{
  if (!*path || strlen (path) > MOST_LENGTH)
    return "is empty or too long";
  if (!g_utf8_validate (path, -1, NULL) || has_control (path))
    return "holds a character no file name needs";
  if (strchr (path, '\\'))
    return "holds a backslash; write / between folders";
  if (strchr (path, ':'))
    return "is an address or names a drive; nothing is fetched, put the file in the folder";
  if (*path == '/' || *path == '~')
    return "starts outside the folder; write it from the folder on";
  if (has_step_up (path))
    return "leads out of the folder with “..”; put the file in the folder";
  if (path[strlen (path) - 1] == '/')
    return "is a folder; name a file";
  return NULL;
}

gboolean
resource_path_check (const char *file, const char *path, GError **error)
{
  const char *fault = find_fault (path);
  g_autofree char *shown = NULL;

  if (!fault)
    return TRUE;

  shown = printable_dup (path, 80);
  scrutiny_set_error_at (error, SCRUTINY_ERROR_UNSUITABLE, 0, NULL, path,
                         "%s: the resource path “%s” %s", file, shown, fault);
  return FALSE;
}

static void
refuse (const char *path, ScrutinyError code, const char *what, GError **error)
{
  g_autofree char *shown = printable_dup (path, 80);

  scrutiny_set_error_at (error, code, 0, NULL, path, "%s: %s", shown, what);
}

/* Where the file system really puts @file; NULL if there is nothing, or no telling. */
static char *
dup_real (GFile *file)
{
  g_autofree char *local = g_file_get_path (file);
  char *found = local ? realpath (local, NULL) : NULL;
  char *real = g_strdup (found);

  free (found);
  return real;
}

static gboolean
is_below (const char *real, const char *folder)
{
  gsize n = strlen (folder);

  while (n > 0 && folder[n - 1] == '/')
    n--;
  return strncmp (real, folder, n) == 0 && (real[n] == '/' || !real[n]);
}

/* The file itself once links are followed, so that what is opened is what was checked. */
static GFile *
resolve (GFile *folder, GFile *file, const char *path, GError **error)
{
  g_autofree char *real_folder = NULL;
  g_autofree char *real = NULL;

  if (!g_file_is_native (folder))
    return g_object_ref (file);

  real_folder = dup_real (folder);
  real = dup_real (file);
  if (!real_folder || !real) {
    refuse (path, SCRUTINY_ERROR_NOT_FOUND, "not in the folder; add the file or take its entry out",
            error);
    return NULL;
  }
  if (!is_below (real, real_folder)) {
    refuse (path, SCRUTINY_ERROR_UNSUITABLE,
            "a link that leads out of the folder; put the file itself there", error);
    return NULL;
  }
  return g_file_new_for_path (real);
}

GFile *
resource_path_find (GFile *folder, const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_resolve_relative_path (folder, path);
  g_autoptr (GFile) real = resolve (folder, file, path, error);
  GFileType type;

  if (!real)
    return NULL;

  type = g_file_query_file_type (real, G_FILE_QUERY_INFO_NONE, NULL);
  if (type == G_FILE_TYPE_REGULAR)
    return g_steal_pointer (&real);

  if (type == G_FILE_TYPE_UNKNOWN)
    refuse (path, SCRUTINY_ERROR_NOT_FOUND, "not in the folder; add the file or take its entry out",
            error);
  else
    refuse (path, SCRUTINY_ERROR_UNSUITABLE, "not an ordinary file", error);
  return NULL;
}

static gboolean
make_folder (GFile *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (g_file_make_directory_with_parents (folder, cancellable, &local) ||
      g_error_matches (local, G_IO_ERROR, G_IO_ERROR_EXISTS))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* One step at a time: a folder is only made below one that was checked. */
GFile *
resource_path_prepare (GFile *folder, const char *path, GCancellable *cancellable, GError **error)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);
  g_autoptr (GFile) parent = g_object_ref (folder);

  if (!resource_path_check (path, path, error))
    return NULL;
  for (char **step = steps; step[1]; step++) {
    g_autoptr (GFile) child = g_file_get_child (parent, **step ? *step : ".");
    GFile *real;

    if (!make_folder (child, cancellable, error))
      return NULL;
    real = resolve (folder, child, path, error);
    if (!real)
      return NULL;
    g_object_unref (parent);
    parent = real;
  }
  return g_file_get_child (parent, steps[g_strv_length (steps) - 1]);
}
