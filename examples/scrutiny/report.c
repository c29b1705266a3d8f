/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "command.h"

#include <string.h>

/* The standard checks, less those named. */
static GPtrArray *
checks_without (char **without)
{
  GPtrArray *checks = scrutiny_review_dup_checks ();

  for (gsize i = 0; without && without[i]; i++)
    for (guint k = checks->len; k > 0; k--)
      if (strcmp (scrutiny_check_get_id (checks->pdata[k - 1]), without[i]) == 0)
        g_ptr_array_remove_index (checks, k - 1);

  return checks;
}

static int
write_report (Common *common, ScrutinyReport *report)
{
  g_autoptr (GFile) file = common->out ? g_file_new_for_commandline_arg (common->out) : NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (file && scrutiny_report_write (report, file, common->format, common->language, NULL, &error))
    return EXIT_DONE;
  if (file && error->domain == G_IO_ERROR)
    return refuse_writing (common, error);
  if (!file)
    text = scrutiny_report_dup_text (report, common->format ? common->format : "text",
                                     common->language, &error);

  return text ? common_write (common, text) : refuse (error);
}

static void
set_meeting (ScrutinyDossier **dossier, const char *meeting)
{
  g_autoptr (ScrutinyDossier) before = *dossier;

  *dossier = scrutiny_dossier_copy_with_meeting (before, meeting);
}

int
command_report (int argc, char **argv)
{
  g_auto (GStrv) without = NULL;
  g_autofree char *council = NULL;
  g_autofree char *meeting = NULL;
  ScrutinyReadOptions *options;
  const GOptionEntry own[] = {
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &without,
      "leave a check out: figure, records, quality, colour, trend, notice, drift, mix, compare, "
      "pileup, "
      "waits, demand, because, purpose",
      "CHECK" },
    { "council", 0, 0, G_OPTION_ARG_STRING, &council,
      "whose figures they are: the place that is asked about among others", "NAME" },
    { "meeting", 0, 0, G_OPTION_ARG_STRING, &meeting,
      "the date of the meeting it is for, such as 2025-06-11", "DATE" },
    { NULL },
  };
  const GOptionEntry *const lists[] = { own, NULL };
  static const char *const forms[] = { "text", "md", "html", "json", "csv", NULL };
  g_auto (Common) common = { 0 };
  g_autoptr (ScrutinyDossier) dossier = NULL;
  g_autoptr (GPtrArray) checks = NULL;
  g_autoptr (ScrutinyReport) report = NULL;
  g_autoptr (GError) error = NULL;

  if (!common_parse (&common, "INPUT - the question sheet",
                     "Reads a CSV, a workbook or a dossier folder as councils publish them and "
                     "writes the questions to ask.",
                     lists, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;

  options = scrutiny_read_options_new ();
  scrutiny_read_options_set_council (options, council);
  dossier = common_read (&common, options);
  if (!dossier)
    return EXIT_REFUSED;
  if (meeting)
    set_meeting (&dossier, meeting);
  checks = checks_without (without);
  report = scrutiny_review (dossier, checks, NULL, NULL, &error);

  return report ? write_report (&common, report) : refuse (error);
}
