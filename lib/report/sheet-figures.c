/*
 * SPDX-FileCopyrightText: 2026 The libscrutiny authors
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "report/sheet-figures.h"

#include "base/number.h"
#include "base/period-parse.h"
#include "base/period.h"
#include "report/figure-name.h"

#include <math.h>
#include <string.h>

/* --- The appendix: one row a figure -------------------------------------------------- */

static const char *const header[] = { "Figure", "Period",           "Value",
                                      "Target", "Published status", NULL };

/* A computed share has more digits than anybody published. */
static char *
dup_value (double value)
{
  char text[NUMBER_TEXT_SIZE * 12];
  const char *point = strchr (number_format (value, text), '.');

  return g_strdup (point && strlen (point) > 5 ? number_format_fixed (value, 2, text) : text);
}

static char *
dup_number (ScrutinyTable *table, const char *column, const char *text_column, gsize row)
{
  const char *const *texts = scrutiny_table_get_texts (table, text_column);
  const double *numbers = scrutiny_table_get_doubles (table, column, NULL);

  if (texts && *texts[row])
    return g_strdup (texts[row]);
  if (numbers && !isnan (numbers[row]))
    return dup_value (numbers[row]);

  return NULL;
}

/* To be read aloud; as written where it is no period. */
static char *
dup_period (ScrutinyTable *published, gsize row)
{
  const char *const *periods = scrutiny_table_get_texts (published, "period");
  Period period;

  if (!periods ||
      !period_parse (periods[row], strlen (periods[row]), SCRUTINY_CALENDAR_UNKNOWN, &period))
    return periods ? g_strdup (periods[row]) : NULL;

  return period_dup_label (&period);
}

static void
add_published_row (PageBlock *block, ScrutinyTable *published)
{
  const gsize row = scrutiny_table_get_n_rows (published) - 1;
  const char *const *statuses = scrutiny_table_get_texts (published, "status");

  page_table_add_take (block, dup_period (published, row));
  page_table_add_take (block, dup_number (published, "value", "value_text", row));
  page_table_add_take (block, dup_number (published, "target", "target_text", row));
  page_table_add_take (block,
                       statuses && *statuses[row] ? g_strdup_printf ("“%s”", statuses[row]) : NULL);
}

static void
add_series_row (PageBlock *block, ScrutinySeries *series)
{
  const gsize n = series ? scrutiny_series_get_n_values (series) : 0;

  if (n == 0) {
    page_table_add (block, "");
    page_table_add (block, "");
  } else {
    const double value = scrutiny_series_get_value (series, n - 1);

    page_table_add_take (
        block, scrutiny_timeline_dup_label (scrutiny_series_get_timeline (series), n - 1));
    page_table_add_take (block, isnan (value) ? g_strdup (scrutiny_series_get_state (series, n - 1))
                                              : dup_value (value));
  }
  page_table_add (block, "");
  page_table_add (block, "");
}

PageBlock *
sheet_add_figures (Page *page, const ReportContent *content)
{
  ScrutinyDossier *dossier = content->dossier;
  PageBlock *block = page_add_table (page, NULL, header);

  for (guint i = 0; i < scrutiny_dossier_get_n_indicators (dossier); i++) {
    ScrutinyIndicator *indicator = scrutiny_dossier_get_indicator (dossier, i);
    ScrutinyTable *published = scrutiny_indicator_get_published (indicator);

    page_table_add_take (block, figure_name_dup (indicator, content->area));
    if (published && scrutiny_table_get_n_rows (published) > 0)
      add_published_row (block, published);
    else
      add_series_row (block, scrutiny_indicator_get_series (indicator));
  }

  return block;
}
