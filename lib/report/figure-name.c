/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/figure-name.h"

#include <string.h>

char *
figure_name_dup (ScrutinyIndicator *indicator)
{
  const char *title = scrutiny_indicator_get_title (indicator);
  const char *area = scrutiny_indicator_get_area (indicator);

  if (!area || !*area || strstr (title, area))
    return g_strdup (title);

  return g_strdup_printf ("%s, %s", title, area);
}
