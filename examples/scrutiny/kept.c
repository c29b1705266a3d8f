/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "kept.h"

static gboolean
is_folder (GFile *file)
{
  return g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_DIRECTORY;
}

int
keep_dossier (Common *common, ScrutinyDossier *dossier, const char *into)
{
  g_autoptr (GFile) folder = g_file_new_for_commandline_arg (into ? into : common->files[0]);
  g_autoptr (GError) error = NULL;

  if (!into && !is_folder (folder))
    return refuse_saying ("%s: what is asked and answered is kept in the folder of a dossier; "
                          "--into FOLDER makes one of this file",
                          common->files[0]);

  return scrutiny_write (dossier, folder, NULL, &error) ? EXIT_DONE : refuse (error);
}

ScrutinyRequest *
request_with (ScrutinyRequest *request, const char *property, const char *text, GError **error)
{
  g_autoptr (ScrutinyRequest) taken = request;

  return text ? scrutiny_request_copy_with (taken, property, text, error)
              : g_steal_pointer (&taken);
}
