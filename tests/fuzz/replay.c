/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <gio/gio.h>

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

/* The copy ends where the allocation ends, so that one byte too far is seen. */
static gboolean
replay_file (GFile *file, GError **error)
{
  g_autofree char *contents = NULL;
  gsize size;

  if (!g_file_load_contents (file, NULL, &contents, &size, NULL, error))
    return FALSE;

  g_autofree guint8 *exact = g_memdup2 (contents, size);
  LLVMFuzzerTestOneInput (exact, size);
  return TRUE;
}

static int
replay_folder (GFile *folder, GError **error)
{
  g_autoptr (GFileEnumerator) each = g_file_enumerate_children (
      folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, error);
  GFile *file = NULL;
  int n_files = 0;

  if (!each)
    return -1;
  for (;; n_files++) {
    if (!g_file_enumerator_iterate (each, NULL, &file, NULL, error))
      return -1;
    if (!file)
      return n_files;
    if (!replay_file (file, error))
      return -1;
  }
}

/* Runs a fuzz target over the files of a folder, without a fuzzer. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  if (argc != 2) {
    g_printerr ("usage: %s FOLDER\n", argv[0]);
    return 2;
  }
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (argv[1]);
  int n_files = replay_folder (folder, &error);

  if (n_files < 0) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  g_print ("%d files replayed\n", n_files);
  return n_files > 0 ? 0 : 1;
}
