/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

static int
write_drift (Common *common, const Figure *figure, ScrutinyDrift *drift)
{
  g_autofree char *text = g_strcmp0 (common->format, "json") == 0
                              ? figure_dup_json (figure, SCRUTINY_RESULT (drift))
                              : figure_dup_text (figure, SCRUTINY_RESULT (drift));

  return common_write (common, text);
}

int
command_drift (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", NULL };
  g_autofree char *before = NULL, *after = NULL;
  const GOptionEntry own[] = {
    { "before", 0, 0, G_OPTION_ARG_STRING, &before,
      "the earlier periods: 2022-04..2023-03 (the year before the last)", "PERIODS" },
    { "after", 0, 0, G_OPTION_ARG_STRING, &after, "the later ones (the last year)", "PERIODS" },
    { NULL },
  };
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };
  g_autoptr (ScrutinyDrift) drift = NULL;
  g_autoptr (GError) error = NULL;

  if (!figure_parse (&figure, &common, "FILE - what of a move comes of the count",
                     "A rate rises when more is counted, and when there are fewer to count it "
                     "among.",
                     own, argc, argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (!figure_read (&figure, &common, "what moved"))
    return EXIT_REFUSED;
  drift = scrutiny_drift_new (figure.series, before, after, &error);

  return drift ? write_drift (&common, &figure, drift) : refuse (error);
}
