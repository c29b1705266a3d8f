/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/svg-frame.h"

#include "report/escape.h"

#include <math.h>

/* Tenths of a unit, without the locale's decimal comma. */
void
svg_append_coordinate (GString *out, double value)
{
  const long tenths = lround (value * 10);
  char backwards[24];
  guint n = 0;
  long rest = tenths < 0 ? -tenths : tenths;

  if (rest % 10 != 0) {
    backwards[n++] = (char) ('0' + rest % 10);
    backwards[n++] = '.';
  }
  rest /= 10;
  do
    backwards[n++] = (char) ('0' + rest % 10);
  while ((rest /= 10) > 0);

  if (tenths < 0)
    g_string_append_c (out, '-');
  while (n > 0)
    g_string_append_c (out, backwards[--n]);
}

void
svg_append_attribute (GString *out, const char *name, double value)
{
  g_string_append_c (out, ' ');
  g_string_append (out, name);
  g_string_append (out, "=\"");
  svg_append_coordinate (out, value);
  g_string_append_c (out, '"');
}

/* "April 2023" is too wide for an axis: "Apr 2023". */
char *
svg_dup_short_label (const char *label)
{
  static const char *const months[] = { "January", "February", "March",   "April",
                                        "June",    "July",     "August",  "September",
                                        "October", "November", "December" };
  GString *text = g_string_new (label);

  for (gsize i = 0; i < G_N_ELEMENTS (months); i++) {
    char brief[4] = { months[i][0], months[i][1], months[i][2], 0 };

    g_string_replace (text, months[i], brief, 0);
  }

  return g_string_free (text, FALSE);
}

void
svg_open_sized (GString *out, const SvgChartLabels *labels, double width, double height)
{
  if (labels->standalone)
    g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  g_string_append (out, "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\"");
  g_string_append (out, " viewBox=\"0 0 ");
  svg_append_coordinate (out, width);
  g_string_append_c (out, ' ');
  svg_append_coordinate (out, height);
  g_string_append_c (out, '"');
  g_string_append_printf (out, " aria-labelledby=\"%s-t %s-d\">", labels->id, labels->id);
  g_string_append_printf (out, "<title id=\"%s-t\">", labels->id);
  escape_html (out, labels->title);
  g_string_append_printf (out, "</title><desc id=\"%s-d\">", labels->id);
  escape_html (out, labels->description ? labels->description : labels->title);
  g_string_append (out, "</desc>");
  if (labels->standalone)
    g_string_append_printf (
        out, "<style>%s</style><rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>",
        svg_chart_style);
}

void
svg_open (GString *out, const SvgChartLabels *labels)
{
  svg_open_sized (out, labels, SVG_WIDTH, SVG_HEIGHT);
}
