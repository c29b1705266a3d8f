/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <locale.h>
#include <scrutiny/scrutiny.h>

/* From a council's file to a question sheet: the main job, embedded. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (argc > 1 ? argv[1] : "scorecard.csv");
  g_autoptr (ScrutinyDossier) dossier = scrutiny_read (file, NULL, NULL, &error);
  g_autoptr (ScrutinyReport) report =
      dossier ? scrutiny_review (dossier, NULL, NULL, NULL, &error) : NULL;
  g_autofree char *sheet = report ? scrutiny_report_dup_text (report, "text", NULL, &error) : NULL;

  setlocale (LC_ALL, "");
  if (!sheet) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  g_print ("%s", sheet);

  return 0;
}
