/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "figure.h"

static void
append_times (GString *out, ScrutinyNotice *notice)
{
  ScrutinyTable *times = scrutiny_notice_get_times (notice);
  const gsize n = scrutiny_table_get_n_rows (times);
  const double *changes = scrutiny_table_get_doubles (times, "change", NULL);
  const double *up = scrutiny_table_get_doubles (times, "periods_up", NULL);
  const double *down = scrutiny_table_get_doubles (times, "periods_down", NULL);

  if (n == 0)
    return;
  g_string_append_printf (out, "\n  %-12s  %-18s  %-18s\n", "a move of", "noticed, upwards",
                          "downwards");
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (out, "  %-12.4g  %-18.3g  %-18.3g\n", changes[i], up[i], down[i]);
  g_string_append_printf (out, "\n  in %ss on average, until one lies outside the limits\n",
                          scrutiny_notice_get_per (notice));
}

static int
write_notice (Common *common, const Figure *figure, ScrutinyNotice *notice)
{
  g_autofree char *text = NULL;
  GString *out;

  if (g_strcmp0 (common->format, "json") == 0) {
    text = figure_dup_json (figure, SCRUTINY_RESULT (notice));
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_notice_get_times (notice));
  } else {
    text = figure_dup_text (figure, SCRUTINY_RESULT (notice));
    out = g_string_new (text);
    append_times (out, notice);
    g_free (text);
    text = g_string_free (out, FALSE);
  }

  return common_write (common, text);
}

/* Several figures: how much they say the same. */
static int
write_overlap (Common *common, Figure *figure, const char *keys)
{
  g_autoptr (ScrutinyPanel) panel = figure_read_mixed_panel (figure, common, keys);
  g_autoptr (GError) error = NULL;
  g_autoptr (ScrutinyOverlap) overlap = panel ? scrutiny_overlap_new (panel, &error) : NULL;
  g_autofree char *text = NULL;
  GString *out;

  if (!panel)
    return EXIT_REFUSED;
  if (!overlap)
    return refuse (error);
  if (g_strcmp0 (common->format, "json") == 0) {
    text = figure_dup_json (figure, SCRUTINY_RESULT (overlap));
  } else if (g_strcmp0 (common->format, "csv") == 0) {
    text = scrutiny_export_csv (scrutiny_overlap_get_pairs (overlap));
  } else {
    out = g_string_new (NULL);
    figure_append_findings (out, SCRUTINY_RESULT (overlap));
    text = g_string_free (out, FALSE);
  }

  return common_write (common, text);
}

int
command_notice (int argc, char **argv)
{
  static const char *const forms[] = { "text", "json", "csv", NULL };
  double level = 0.95, power = 0.8;
  g_autofree char *keys = NULL;
  const GOptionEntry own[] = {
    { "level", 0, 0, G_OPTION_ARG_DOUBLE, &level, "how sure the test that notices is (0.95)", "P" },
    { "power", 0, 0, G_OPTION_ARG_DOUBLE, &power, "how often a move should be noticed (0.8)", "P" },
    { "key", 0, 0, G_OPTION_ARG_STRING, &keys,
      "columns that say which figure a row is of: how much several say the same", "NAME,..." },
    { NULL },
  };
  g_auto (Common) common = { 0 };
  g_auto (Figure) figure = { 0 };
  g_autoptr (ScrutinyNotice) notice = NULL;
  g_autoptr (GError) error = NULL;

  if (!figure_parse (&figure, &common, "FILE - the smallest change that a figure could notice",
                     "Says what would usually be noticed, not that anything was.", own, argc,
                     argv) ||
      !common_has_format (&common, forms, argv[0]))
    return EXIT_USAGE;
  if (keys)
    return write_overlap (&common, &figure, keys);
  if (!figure_read (&figure, &common, "what it could notice"))
    return EXIT_REFUSED;
  notice = scrutiny_notice_new (figure.series, level, power, &error);

  return notice ? write_notice (&common, &figure, notice) : refuse (error);
}
