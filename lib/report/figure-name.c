/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/figure-name.h"

#include <string.h>

const char *
figure_name_find_area (ScrutinyDossier *dossier)
{
  const guint n = scrutiny_dossier_get_n_indicators (dossier);
  const char *common;

  if (n < 2)
    return NULL;
  common = scrutiny_indicator_get_area (scrutiny_dossier_get_indicator (dossier, 0));
  for (guint i = 1; i < n && common; i++)
    if (g_strcmp0 (scrutiny_indicator_get_area (scrutiny_dossier_get_indicator (dossier, i)),
                   common) != 0)
      return NULL;

  return common && *common ? common : NULL;
}

char *
figure_name_dup (ScrutinyIndicator *indicator, const char *common_area)
{
  const char *title = scrutiny_indicator_get_title (indicator);
  const char *area = scrutiny_indicator_get_area (indicator);

  if (!area || !*area || strstr (title, area) || g_strcmp0 (area, common_area) == 0)
    return g_strdup (title);

  return g_strdup_printf ("%s, %s", title, area);
}

char *
figure_name_dup_of_section (const ReportContent *content, const ReportSection *section)
{
  return section->indicator ? figure_name_dup (section->indicator, content->area)
                            : g_strdup (section->title);
}

/* The figures that several places have stand before those of one; there are few. */
static const ReportSection *
find_places (const ReportContent *content, const char *subject)
{
  for (guint i = 0; i < content->sections->len; i++) {
    const ReportSection *section = content->sections->pdata[i];

    if (section->indicator)
      break;
    if (section->id && g_str_equal (section->id, subject))
      return section;
  }

  return NULL;
}

char *
figure_name_dup_of_subject (const ReportContent *content, const char *subject)
{
  const ReportSection *places = subject && *subject ? find_places (content, subject) : NULL;
  ScrutinyIndicator *indicator =
      subject && *subject && !places
          ? scrutiny_dossier_find_indicator (content->dossier, subject, NULL)
          : NULL;

  if (places)
    return g_strdup (places->title);

  return indicator ? figure_name_dup (indicator, content->area) : NULL;
}
